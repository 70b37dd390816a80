"""得分: execution rate, indicators, totals and grades; the scheme is named by the pack.

Sources: 财预〔2020〕10号, 财预〔2021〕101号. What is a bureau's own custom
(values beyond the target, delays), the scheme carries as a fact.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType

from jsxh_desktop.domain.attainment import coefficient, quantity, reached
from jsxh_desktop.domain.money import Money
from jsxh_desktop.domain.project import Indicator
from jsxh_desktop.domain.rounding import half_up
from jsxh_desktop.domain.stated import stated
from jsxh_desktop.domain.terms import IndicatorClass, IndicatorNature

Bands = tuple[tuple[Fraction, Fraction], ...]
"""Least rate and part of the points, from the highest rate down."""


@dataclass(frozen=True)
class Scheme:
    """How one vintage of the form counts points.

    `weights` are the points of each first-level class; `execution` those of 预算执行率. `bands`,
    where given, are (least rate, points of ten) from the highest down instead of proportion.
    `satisfaction` are such bands for a 满意度 rate. `late_days` is the delay at which a date
    indicator is worth nothing. A value beyond its target by more than `beyond` owes a reason, and
    `reduction` is the part of its points a bureau takes back for it, which is never automatic.
    """

    name: str
    scored: bool
    execution: Decimal = Decimal(0)
    weights: Mapping[str, Decimal] = field(default_factory=lambda: MappingProxyType({}))
    places: int = 2
    bands: Bands = ()
    satisfaction: Bands = ()
    late_days: int = 30
    beyond: Fraction = Fraction(3, 10)
    reduction: Fraction = Fraction(0)
    exact_or_nothing: bool = False


def _weights(**points: int) -> Mapping[str, Decimal]:
    return MappingProxyType({name: Decimal(value) for name, value in points.items()})


SCHEMES: Mapping[str, Scheme] = MappingProxyType(
    {
        scheme.name: scheme
        for scheme in (
            Scheme("unscored", scored=False),
            Scheme(
                "caiyu-2020-10",
                scored=True,
                execution=Decimal(10),
                weights=_weights(产出指标=50, 效益指标=30, 满意度指标=10),
            ),
            Scheme(
                "caiyu-2021-101",
                scored=True,
                execution=Decimal(10),
                weights=_weights(成本指标=20, 产出指标=40, 效益指标=20, 满意度指标=10),
                bands=(
                    (Fraction(1), Fraction(1)),
                    (Fraction(8, 10), Fraction(7, 10)),
                    (Fraction(6, 10), Fraction(5, 10)),
                    (Fraction(0), Fraction(0)),
                ),
                satisfaction=(
                    (Fraction(9, 10), Fraction(1)),
                    (Fraction(8, 10), Fraction(8, 10)),
                    (Fraction(6, 10), Fraction(5, 10)),
                    (Fraction(0), Fraction(0)),
                ),
            ),
            Scheme("sichuan-0013zp", scored=True, execution=Decimal(10)),
        )
    }
)

GRADES = (
    (Decimal(90), "优"),
    (Decimal(80), "良"),
    (Decimal(60), "中"),
    (Decimal("-Infinity"), "差"),
)


def execution_rate(executed: Money, budget: Money) -> Fraction:
    """预算执行率 = 执行数 / 全年预算数 (rule E02); a budget of nothing counts as kept."""
    return Fraction(executed.fen, budget.fen) if budget else Fraction(1)


def execution_score(executed: Money, budget: Money, scheme: Scheme) -> Decimal:
    """执行率得分, from 0 to its points (rule E03)."""
    rate = max(Fraction(0), min(Fraction(1), execution_rate(executed, budget)))
    if scheme.bands:
        rate = next(points for least, points in scheme.bands if rate >= least)
    return half_up(Fraction(scheme.execution) * rate, scheme.places)


def indicator_score(indicator: Indicator, scheme: Scheme) -> Decimal:
    """得分 of one indicator: the unit's own as it set it, else worked out within its weight (E08).

    Raises NotStated while weight, target or actual is missing or cannot be compared.
    """
    if indicator.own_score is not None:
        return half_up(indicator.own_score, scheme.places)
    weight = stated(indicator.weight, f"“{indicator.name}”的分值")
    share = _share(indicator, scheme)
    return half_up(Fraction(weight) * share, scheme.places)


def total_score(scores: Iterable[Decimal]) -> Decimal:
    """总分: the sum of the rounded scores as printed (rule E07)."""
    return sum(scores, Decimal(0))


def grade(score: Decimal) -> str:
    """评价等级: 优 ≥90, 良 80–90, 中 60–80, 差 <60 (rule E26)."""
    return next(name for least, name in GRADES if score >= least)


def excess(indicator: Indicator, scheme: Scheme) -> Fraction:
    """How far a value lies beyond its target over what the scheme lets pass; 0 where it does not.

    Only ≥ and = indicators have a beyond; NotStated where target or actual cannot be read.
    """
    if indicator.nature not in {IndicatorNature.AT_LEAST, IndicatorNature.EQUAL}:
        return Fraction(0)
    target = quantity(stated(indicator.target, f"“{indicator.name}”的指标值"), indicator)
    actual = quantity(stated(indicator.actual, f"“{indicator.name}”的完成值"), indicator)
    if target <= 0:
        return Fraction(0)
    return max(Fraction(0), actual / target - 1 - scheme.beyond)


def owes_reason(indicator: Indicator, scheme: Scheme) -> bool:
    """Whether the sheet has to say why: points lost, a late date, or far beyond (rule E10)."""
    return _share(indicator, scheme) < 1 or excess(indicator, scheme) > 0


def reduction_offered(indicator: Indicator, scheme: Scheme) -> Decimal:
    """The points a bureau may take back for a target set too low (财预〔2020〕10号)."""
    weight = stated(indicator.weight, f"“{indicator.name}”的分值")
    share = min(Fraction(1), excess(indicator, scheme)) * scheme.reduction
    return half_up(Fraction(weight) * share, scheme.places)


def _share(indicator: Indicator, scheme: Scheme) -> Fraction:
    if indicator.attainment is not None or indicator.coefficient is not None:
        return coefficient(indicator)
    if scheme.satisfaction and indicator.category is IndicatorClass.SATISFACTION:
        actual = stated(indicator.actual, f"“{indicator.name}”的完成值")
        rate = max(Fraction(0), quantity(actual, indicator) / 100)
        return next(points for least, points in scheme.satisfaction if rate >= least)
    return reached(indicator, late_days=scheme.late_days, exact_or_nothing=scheme.exact_or_nothing)
