"""Scoring: execution, every nature of indicator, bands, totals and grades."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jsxh_desktop.domain.attainment import BANDS, DEFAULTS, reached
from jsxh_desktop.domain.money import Money, wan
from jsxh_desktop.domain.project import Indicator
from jsxh_desktop.domain.scoring import (
    SCHEMES,
    Scheme,
    execution_rate,
    execution_score,
    grade,
    indicator_score,
    total_score,
)
from jsxh_desktop.domain.stated import NotStated
from jsxh_desktop.domain.terms import Attainment, IndicatorNature

PLAIN = SCHEMES["caiyu-2020-10"]
BANDED = SCHEMES["caiyu-2021-101"]


def indicator(nature: str, target: str, actual: str, unit: str = "") -> Indicator:
    return Indicator(
        name="指标",
        nature=IndicatorNature(nature),
        target=target,
        unit=unit,
        actual=actual,
        weight=Decimal(10),
    )


@pytest.mark.parametrize(
    ("executed", "budget", "score"),
    [
        ("10.00", "10.00", "10.00"),
        ("9.00", "10.00", "9.00"),
        ("3.00", "9.00", "3.33"),
        ("12.00", "10.00", "10.00"),
        ("0.00", "10.00", "0.00"),
        ("-1.00", "10.00", "0.00"),
        ("0.00", "0.00", "10.00"),
    ],
)
def test_execution_earns_in_proportion_up_to_its_points(
    executed: str, budget: str, score: str
) -> None:
    assert str(execution_score(wan(executed), wan(budget), PLAIN)) == score


@pytest.mark.parametrize(
    ("executed", "score"),
    [("10.00", 10), ("9.99", 7), ("8.00", 7), ("7.99", 5), ("6.00", 5), ("5.99", 0), ("-1", 0)],
)
def test_execution_earns_by_bands_where_the_scheme_has_them(executed: str, score: int) -> None:
    assert execution_score(wan(executed), wan("10.00"), BANDED) == score


def test_a_rate_above_one_is_told_as_it_is() -> None:
    assert execution_rate(wan("161.94"), wan("112.44")) == Fraction(16194, 11244)


@pytest.mark.parametrize(
    ("nature", "target", "actual", "share"),
    [
        ("≥", "100", "100", Fraction(1)),
        ("≥", "100", "130", Fraction(1)),
        ("≥", "100", "80", Fraction(4, 5)),
        (">", "3000", "2883", Fraction(961, 1000)),
        ("≥", "1万", "8000", Fraction(4, 5)),
        ("≥", "1,000", "５００", Fraction(1, 2)),
        ("≥", "0", "-1", Fraction(0)),
        ("≥", "-2", "-4", Fraction(0)),
        ("≥", "-2", "-1", Fraction(1)),
        ("≤", "5", "5", Fraction(1)),
        ("≤", "5", "3", Fraction(1)),
        ("≤", "5", "10", Fraction(1, 2)),
        ("<", "6.7", "6.7", Fraction(1)),
        ("≤", "0", "2", Fraction(0)),
        ("≤", "-5", "0", Fraction(0)),
        ("=", "8", "8", Fraction(1)),
        ("=", "8", "6", Fraction(3, 4)),
        ("=", "8", "10", Fraction(3, 4)),
        ("=", "8", "100", Fraction(0)),
        ("=", "0", "1", Fraction(0)),
        ("是否", "是", "是", Fraction(1)),
        ("是否", "是", "否", Fraction(0)),
        ("日期", "2021年12月30日", "2021-12-01", Fraction(1)),
        ("日期", "2021年12月30日前", "2021年12月30日前", Fraction(1)),
        ("日期", "2021年12月3日", "2021年12月30日", Fraction(1, 10)),
        ("日期", "2021年12月3日", "2022年12月30日", Fraction(0)),
        ("区间", "80～100", "80", Fraction(1)),
        ("区间", "80-100", "101", Fraction(0)),
        ("区间", "80 — 100", "90", Fraction(1)),
        ("区间", "80%～100%", "90%", Fraction(1)),
        ("区间", "80至100", "79", Fraction(0)),
    ],
)
def test_each_nature_compares_in_its_own_way(
    nature: str, target: str, actual: str, share: Fraction
) -> None:
    assert reached(indicator(nature, target, actual)) == share


@pytest.mark.parametrize(
    ("target", "actual", "unit"),
    [("1万", "1万册", "册"), ("95", "95%", "%"), ("0.5", "0.5万元", "万元"), ("95", "95％", "%")],
)
def test_a_unit_written_behind_the_value_does_not_change_it(
    target: str, actual: str, unit: str
) -> None:
    assert reached(indicator("=", target, actual, unit)) == 1


def test_a_scheme_may_pay_an_exact_value_only_when_met() -> None:
    assert reached(indicator("=", "8", "6"), exact_or_nothing=True) == 0


@pytest.mark.parametrize(
    ("nature", "target", "actual"),
    [
        ("≥", "", "5"),
        ("≥", "5", ""),
        ("≥", "若干", "5"),
        ("≥", "1/3", "1"),
        ("≥", "80～100", "90"),
        ("区间", "80", "80"),
        ("日期", "年底", "2021年12月30日"),
        ("定性", "较好", "较好"),
    ],
)
def test_what_cannot_be_compared_is_asked_about(nature: str, target: str, actual: str) -> None:
    with pytest.raises(NotStated, match="“指标”"):
        reached(indicator(nature, target, actual))


@pytest.mark.parametrize(
    ("attainment", "score"),
    [
        (Attainment.REACHED, "10.00"),
        (Attainment.PARTLY, "7.00"),
        (Attainment.MISSED, "3.00"),
    ],
)
def test_a_judged_indicator_earns_the_default_of_its_band(
    attainment: Attainment, score: str
) -> None:
    judged = Indicator(name="指标", attainment=attainment, weight=Decimal(10))
    assert str(indicator_score(judged, PLAIN)) == score


@pytest.mark.parametrize("attainment", Attainment)
def test_the_default_of_a_band_lies_in_the_band(attainment: Attainment) -> None:
    least, most = BANDS[attainment]
    assert least <= DEFAULTS[attainment] <= most


def test_a_chosen_coefficient_goes_before_the_band() -> None:
    judged = Indicator(
        name="指标",
        attainment=Attainment.REACHED,
        coefficient=Decimal("0.85"),
        weight=Decimal("12.5"),
    )
    assert str(indicator_score(judged, PLAIN)) == "10.63"


def test_the_units_own_score_goes_before_all() -> None:
    own = Indicator(name="指标", own_score=Decimal("9.5"))
    assert str(indicator_score(own, PLAIN)) == "9.50"


def test_without_a_weight_there_is_no_score() -> None:
    with pytest.raises(NotStated, match="“指标”的分值"):
        indicator_score(Indicator(name="指标", target="1", actual="1"), PLAIN)


VALUES = st.decimals(min_value=-(10**6), max_value=10**6, places=2).map(str)
COMPARED = st.sampled_from(["≥", ">", "≤", "<", "="])


@given(COMPARED, VALUES, VALUES, st.integers(0, 100))
def test_a_score_lies_between_nothing_and_the_weight(
    nature: str, target: str, actual: str, weight: int
) -> None:
    scored = Indicator(
        name="指标",
        nature=IndicatorNature(nature),
        target=target,
        actual=actual,
        weight=Decimal(weight),
    )
    assert 0 <= indicator_score(scored, PLAIN) <= weight


@given(st.integers(0, 10**9), st.integers(1, 10**9))
def test_more_execution_never_earns_less(executed: int, budget: int) -> None:
    for scheme in (PLAIN, BANDED):
        some = execution_score(Money(executed), Money(budget), scheme)
        assert execution_score(Money(executed + 1), Money(budget), scheme) >= some


def test_the_total_adds_the_scores_as_printed() -> None:
    assert total_score([Decimal("3.33")] * 3) == Decimal("9.99")


@pytest.mark.parametrize(
    ("score", "name"),
    [
        ("100", "优"),
        ("90", "优"),
        ("89.99", "良"),
        ("80", "良"),
        ("79.99", "中"),
        ("60", "中"),
        ("59.99", "差"),
        ("0", "差"),
        ("-1", "差"),
    ],
)
def test_grades_begin_at_their_lower_bound(score: str, name: str) -> None:
    assert grade(Decimal(score)) == name


@pytest.mark.parametrize("scheme", [PLAIN, BANDED])
def test_the_points_of_a_national_form_add_up_to_a_hundred(scheme: Scheme) -> None:
    assert scheme.execution + sum(scheme.weights.values()) == 100
