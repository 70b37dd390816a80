"""Figures that are known by rounding: whether all of them can be true together."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from jsxh_desktop.rules.exactness import Fit, fit, growth
from jsxh_desktop.rules.feasibility import feasible, is_rate, lies
from tests.rules.test_exactness import SPENT, percent, printed, rate_shown, shown

SEED = (
    *lies({"now": 1}, printed("161.94")),
    *lies({"last": 1}, printed("149.12")),
    *lies({"now": 1, "last": -1}, printed("12.83")),
)
GROWTH = {"now": 1, "last": -1}


def test_the_figures_of_the_real_report_can_be_true_together() -> None:
    assert feasible(SEED)
    assert feasible((*SEED, *is_rate(percent("8.6"), GROWTH, {"last": 1})))


def test_the_second_value_of_last_year_cannot_be_true_with_them() -> None:
    assert not feasible((*SEED, *lies({"last": 1}, printed("149.11"))))


def test_figures_that_agree_two_by_two_may_be_impossible_together() -> None:
    grown = growth(printed("0.48"), printed("0.25"))
    assert grown is not None
    assert fit(percent("97"), grown) is Fit.ROUNDING
    told = (
        *lies({"now": 1}, printed("0.48")),
        *lies({"last": 1}, printed("0.25")),
        *lies(GROWTH, printed("0.22")),
    )
    assert feasible(told)
    assert not feasible((*told, *is_rate(percent("97"), GROWTH, {"last": 1})))


@given(SPENT, SPENT, st.integers(0, 2))
def test_what_is_printed_of_true_figures_is_always_feasible(
    now: int, last: int, places: int
) -> None:
    assert feasible(
        (
            *lies({"now": 1}, shown(now)),
            *lies({"last": 1}, shown(last)),
            *lies(GROWTH, shown(now - last)),
            *is_rate(rate_shown(Fraction(100 * (now - last), last), places), GROWTH, {"last": 1}),
        )
    )
