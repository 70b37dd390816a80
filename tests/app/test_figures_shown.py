"""Figures on the screen: rounded to look at, exact to edit, compared without a wrong word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jsxh_desktop.app import figures_shown
from jsxh_desktop.app.figures_shown import UNITS
from jsxh_desktop.domain.money import Money, wan

AMOUNTS = st.builds(Money, st.integers(-(10**14), 10**14))


@pytest.mark.parametrize(
    ("typed", "unit", "shown"),
    [
        ("1234.5", "万元", "1,234.50"),
        ("1234.5", "元", "12,345,000.00"),
        ("-0.05", "万元", "−0.05"),
        ("0.481234", "万元", "0.48"),
    ],
)
def test_an_amount_has_two_decimals_and_thousands_apart(typed: str, unit: str, shown: str) -> None:
    assert figures_shown.amount(wan(typed), unit) == shown


@given(AMOUNTS, st.sampled_from(UNITS))
def test_what_an_editor_holds_reads_back_to_the_fen(amount: Money, unit: str) -> None:
    assert Money.parse(figures_shown.exact_amount(amount, unit), unit) == amount


def test_a_blank_shows_as_nothing_and_last_year_as_unknown() -> None:
    assert figures_shown.amount(None, "万元") == ""
    assert figures_shown.last_year(None, "万元") == "—"


@pytest.mark.parametrize(
    ("now", "before", "said"),
    [
        ("0.48", "0.25", "+0.23　+92.0%"),
        ("0.25", "0.48", "−0.23　−47.9%"),
        ("0.25", "0.25", "持平"),
        ("0.25", "0", "+0.25　上年为 0"),
    ],
)
def test_a_change_says_amount_and_rate(now: str, before: str, said: str) -> None:
    assert figures_shown.change(wan(now), wan(before), "万元") == said


@given(AMOUNTS, AMOUNTS)
def test_the_direction_follows_the_figures(now: Money, before: Money) -> None:
    said = figures_shown.change(now, before, "元")
    assert said[0] == ("持" if now == before else "+" if now > before else "−")


def test_a_change_against_the_unknown_is_not_said() -> None:
    assert figures_shown.change(wan("1"), None, "万元") == ""
    assert figures_shown.count_change(3, None) == ""


def test_a_count_changes_by_whole_numbers() -> None:
    assert figures_shown.count_change(1200, 200) == "+1,000"
    assert figures_shown.count_change(5, 7) == "−2"


def test_nothing_is_completed_of_no_budget() -> None:
    assert figures_shown.completion(wan("5"), wan("0")) == ""
    assert figures_shown.completion(wan("33.3"), wan("34")) == "97.9%"
