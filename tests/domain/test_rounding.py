"""Rounding: 四舍五入 everywhere, and the shares and rates that rest on it."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jsxh_desktop.domain.money import Money, wan
from jsxh_desktop.domain.rounding import half_up
from jsxh_desktop.domain.share import percent

NUMBERS = st.decimals(
    min_value=Decimal(-(10**12)), max_value=Decimal(10**12), places=7, allow_nan=False
)


@pytest.mark.parametrize(
    ("value", "places", "rounded"),
    [
        ("0.125", 2, "0.13"),
        ("0.135", 2, "0.14"),
        ("2.5", 0, "3"),
        ("-2.5", 0, "-3"),
        ("1.005", 2, "1.01"),
        ("2.675", 2, "2.68"),
        ("0.0049", 2, "0.00"),
        ("99.995", 2, "100.00"),
    ],
)
def test_a_half_is_rounded_away_from_zero(value: str, places: int, rounded: str) -> None:
    assert str(half_up(Decimal(value), places)) == rounded


@given(NUMBERS, st.integers(0, 6))
def test_rounding_agrees_with_the_decimal_module(value: Decimal, places: int) -> None:
    assert half_up(value, places) == value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


@given(NUMBERS, st.integers(0, 6))
def test_a_rounded_number_stays_as_it_is(value: Decimal, places: int) -> None:
    once = half_up(value, places)
    assert half_up(once, places) == once


def test_a_third_is_rounded_without_passing_through_a_float() -> None:
    assert half_up(Fraction(2, 3), 4) == Decimal("0.6667")


@pytest.mark.parametrize(
    ("part", "whole", "printed"),
    [
        ("141.65", "161.94", "87.5%"),
        ("8.99", "161.94", "5.6%"),
        ("4.84", "161.94", "3.0%"),
        ("6.46", "161.94", "4.0%"),
        ("123.64", "161.94", "76.3%"),
        ("38.30", "161.94", "23.7%"),
        ("0.48", "0.64", "75%"),
        ("0.48", "0.48", "100%"),
        ("0.00", "0.48", "0%"),
        ("161.94", "112.44", "144.0%"),
        ("-1.00", "3.00", "-33.3%"),
        ("0.04", "100.00", "不足0.1%"),
        ("0.05", "100.00", "0.1%"),
    ],
)
def test_a_share_prints_bare_when_exact_and_with_its_places_when_rounded(
    part: str, whole: str, printed: str
) -> None:
    assert percent(wan(part), wan(whole)) == printed


@given(st.lists(st.integers(0, 10**12), min_size=1, max_size=9).filter(any))
def test_printed_shares_of_a_whole_miss_a_hundred_by_no_more_than_their_rounding(
    parts: list[int],
) -> None:
    whole = Money(sum(parts))
    shares = [percent(Money(part), whole) for part in parts]
    printed = [Fraction(share.removesuffix("%")) for share in shares if "不足" not in share]
    assert abs(sum(printed, Fraction()) - 100) <= Fraction(len(parts), 20)
