"""What lies beyond its target, what owes a reason, and 满意度 by bands."""

from __future__ import annotations

import dataclasses
from decimal import Decimal
from fractions import Fraction

import pytest

from jsxh_desktop.domain.project import Indicator
from jsxh_desktop.domain.scoring import (
    SCHEMES,
    excess,
    indicator_score,
    owes_reason,
    reduction_offered,
)
from jsxh_desktop.domain.stated import NotStated
from jsxh_desktop.domain.terms import Attainment, IndicatorClass, IndicatorNature

PLAIN = SCHEMES["caiyu-2020-10"]
BANDED = SCHEMES["caiyu-2021-101"]


def indicator(nature: str, target: str, actual: str) -> Indicator:
    return Indicator(
        name="指标",
        nature=IndicatorNature(nature),
        target=target,
        actual=actual,
        weight=Decimal(10),
    )


@pytest.mark.parametrize(
    ("nature", "target", "actual", "beyond"),
    [
        ("≥", "100", "130", Fraction(0)),
        ("≥", "100", "131", Fraction(1, 100)),
        ("=", "10", "20", Fraction(7, 10)),
        ("≥", "100", "90", Fraction(0)),
        ("≤", "100", "10", Fraction(0)),
        ("≥", "0", "10", Fraction(0)),
        ("日期", "2021年12月3日", "2021年12月30日", Fraction(0)),
    ],
)
def test_beyond_is_what_the_scheme_does_not_let_pass(
    nature: str, target: str, actual: str, beyond: Fraction
) -> None:
    assert excess(indicator(nature, target, actual), PLAIN) == beyond


@pytest.mark.parametrize(
    ("nature", "target", "actual", "owed"),
    [
        ("≥", "100", "100", False),
        ("≥", "100", "130", False),
        ("≥", "100", "99", True),
        ("≥", "100", "131", True),
        ("≤", "100", "101", True),
        ("日期", "2021年12月30日", "2021年12月30日", False),
        ("日期", "2021年12月3日", "2021年12月30日", True),
        ("是否", "是", "否", True),
    ],
)
def test_points_lost_lateness_and_excess_owe_a_reason(
    nature: str, target: str, actual: str, owed: bool
) -> None:
    assert owes_reason(indicator(nature, target, actual), PLAIN) is owed


def test_a_judged_indicator_that_reached_its_target_owes_nothing() -> None:
    judged = Indicator(name="指标", attainment=Attainment.REACHED, weight=Decimal(10))
    assert not owes_reason(judged, PLAIN)


def test_nothing_is_taken_back_unless_the_bureau_says_so() -> None:
    assert reduction_offered(indicator("≥", "10", "20"), PLAIN) == 0


def test_a_bureau_may_offer_to_take_points_back() -> None:
    strict = dataclasses.replace(PLAIN, reduction=Fraction(1, 2))
    assert reduction_offered(indicator("≥", "10", "20"), strict) == Decimal("3.50")
    assert reduction_offered(indicator("≥", "10", "99"), strict) == Decimal("5.00")


@pytest.mark.parametrize(
    ("actual", "score"), [("90", 10), ("89.9", 8), ("80", 8), ("60", 5), ("59", 0)]
)
def test_satisfaction_earns_by_bands_where_the_scheme_has_them(actual: str, score: int) -> None:
    asked = dataclasses.replace(
        indicator("≥", "95", actual), category=IndicatorClass.SATISFACTION, unit="%"
    )
    assert indicator_score(asked, BANDED) == score


def test_satisfaction_without_a_rate_is_asked_about() -> None:
    asked = dataclasses.replace(
        indicator("≥", "95", ""), category=IndicatorClass.SATISFACTION, unit="%"
    )
    with pytest.raises(NotStated, match="完成值"):
        indicator_score(asked, BANDED)
