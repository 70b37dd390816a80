"""What was typed, read in the unit the clerk looks at, or refused with what to write."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jsxh_desktop.app import reading
from jsxh_desktop.app.figures_shown import UNITS
from jsxh_desktop.domain.money import Money, wan
from jsxh_desktop.domain.organization import Organization, Staffing
from jsxh_desktop.domain.three_public import ThreePublic

AMOUNT = ThreePublic.overseas


@pytest.mark.parametrize(
    ("typed", "unit", "fen"),
    [
        ("1,234.50万元", "元", 1_234_500_000),
        ("１２３４．５", "万元", 1_234_500_000),
        ("123.45", "元", 12_345),
        ("", "万元", None),
    ],
)
def test_an_amount_is_read_in_the_unit_of_view_unless_it_names_one(
    typed: str, unit: str, fen: int | None
) -> None:
    assert reading.read(AMOUNT, typed, unit) == (None if fen is None else Money(fen))


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("零点八", "“零点八”认不出来，请写数字，如 0.80"),
        ("1.2345678", "“1.2345678”：金额最小到分，请核对小数位"),
        ("这是一段很长很长很长的话", "“这是一段很长很长很长的话”认不出来，请写数字，如 0.80"),
    ],
)
def test_what_does_not_read_as_an_amount_says_what_to_write(typed: str, said: str) -> None:
    with pytest.raises(ValueError, match=said.replace(".", r"\.")):
        reading.read(AMOUNT, typed, "万元")


def test_a_count_that_does_not_read_is_quoted() -> None:
    with pytest.raises(ValueError, match="“八”认不出来，应为整数"):
        reading.read(Staffing.staff_worker, "八", "万元")


def test_a_field_that_must_be_filled_says_so() -> None:
    with pytest.raises(ValueError, match="单位全称必填"):
        reading.read(Organization.full_name, " ", "万元")


@given(st.integers(-(10**14), 10**14), st.sampled_from(UNITS))
def test_what_a_field_shows_is_no_change_of_it(fen: int, unit: str) -> None:
    amount = Money(fen)
    for text in (reading.shown(AMOUNT, amount, unit), reading.exact(AMOUNT, amount, unit)):
        assert reading.is_unchanged(AMOUNT, amount, text, unit)


def test_another_amount_is_a_change() -> None:
    assert not reading.is_unchanged(AMOUNT, wan("0.48"), "0.49", "万元")
