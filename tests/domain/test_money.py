"""Money: what is typed, what is shown, and that nothing is lost in between."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jsxh_desktop.domain.money import LARGEST, Money, added, wan

AMOUNTS = st.integers(-LARGEST, LARGEST).map(Money)


@pytest.mark.parametrize(
    ("typed", "fen"),
    [
        ("161.94", 161_940_000),
        ("161.940000", 161_940_000),
        (" 161.94 ", 161_940_000),
        ("１６１．９４", 161_940_000),
        ("161。94", 161_940_000),
        ("161.94万元", 161_940_000),
        ("1619400元", 161_940_000),
        ("1,619,400.00元", 161_940_000),
        ("1，619，400元", 161_940_000),
        ("￥1619400元", 161_940_000),
        ("2.34亿元", 23_400_000_000),
        ("0.000001", 1),
        ("1分", 1),
        (".5", 500_000),
        ("5.", 5_000_000),
        ("-0.01", -10_000),
        ("−0.01", -10_000),
        ("－0.01", -10_000),
        ("+3", 3_000_000),
        ("0", 0),
        ("-0", 0),
    ],
)
def test_an_amount_reads_as_people_write_it(typed: str, fen: int) -> None:
    assert Money.parse(typed) == Money(fen)


def test_the_unit_of_the_field_counts_when_none_is_written() -> None:
    assert Money.parse("1619400", "元") == wan("161.94")


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("", "应为金额"),
        ("无", "应为金额"),
        ("1.2.3", "应为金额"),
        ("1e5", "应为金额"),
        ("—", "应为金额"),
        ("161，94", "应为金额"),
        ("16,1940", "应为金额"),
        ("(3)", "应为金额"),
        ("٣", "应为金额"),
        ("0.0000001", "最小到分"),
        ("0.001元", "最小到分"),
        ("1000000000000", "太大"),
    ],
)
def test_what_is_no_amount_is_refused_with_a_sentence(typed: str, told: str) -> None:
    with pytest.raises(ValueError, match=told):
        Money.parse(typed)


@pytest.mark.parametrize(
    ("fen", "shown"),
    [
        (161_940_000, "161.94"),
        (38_300_000, "38.30"),
        (0, "0.00"),
        (4_999, "0.00"),
        (5_000, "0.01"),
        (-4_999, "0.00"),
        (-5_000, "-0.01"),
        (1_234_567_890_000, "1234567.89"),
    ],
)
def test_an_amount_shows_two_decimals_rounded_half_up(fen: int, shown: str) -> None:
    assert Money(fen).show() == shown


@given(AMOUNTS)
def test_an_amount_shown_in_yuan_reads_back_as_itself(amount: Money) -> None:
    assert Money.parse(amount.show("元"), "元") == amount


@given(AMOUNTS)
def test_an_amount_shown_in_ten_thousands_is_at_most_half_a_hundredth_off(amount: Money) -> None:
    shown = Fraction(amount.show())
    assert abs(shown - Fraction(amount.fen, 1_000_000)) <= Fraction(5, 1000)


@given(st.lists(AMOUNTS), AMOUNTS, AMOUNTS)
def test_sums_and_differences_are_exact(many: list[Money], one: Money, other: Money) -> None:
    assert added(many).fen == sum(amount.fen for amount in many)
    assert one + other - other == one
    assert one + -one == Money()
    assert abs(one) in {one, -one}


@given(AMOUNTS, AMOUNTS)
def test_amounts_are_ordered_by_their_size(one: Money, other: Money) -> None:
    assert (one < other) is (one.fen < other.fen)


def test_only_nothing_counts_as_nothing() -> None:
    assert not Money()
    assert Money(-1)
