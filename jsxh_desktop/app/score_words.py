"""得分 in words: how the score of one indicator comes about, and what it owes a reason for."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction

from jsxh_desktop.app.figures_shown import MINUS
from jsxh_desktop.domain import scoring
from jsxh_desktop.domain.attainment import coefficient, quantity, reached
from jsxh_desktop.domain.entry import read_day
from jsxh_desktop.domain.project import Indicator
from jsxh_desktop.domain.rounding import half_up
from jsxh_desktop.domain.scoring import Scheme
from jsxh_desktop.domain.stated import NotStated
from jsxh_desktop.domain.terms import IndicatorClass, IndicatorNature

FULL, NONE = "1", "0"
"""What the weight is multiplied by where there is nothing to work out."""

Way = tuple[str, str]
"""How target and actual lie to each other, and what the weight is multiplied by for it."""

_Compare = Callable[[Indicator, Scheme], Way]

UP = (IndicatorNature.AT_LEAST, IndicatorNature.MORE_THAN)
DOWN = (IndicatorNature.AT_MOST, IndicatorNature.LESS_THAN)


def score_words(indicator: Indicator, scheme: Scheme) -> str:
    """64 > 60：10 × 60 ÷ 64 = 9.38; raises NotStated as `indicator_score` does."""
    score = _signed(scoring.indicator_score(indicator, scheme))
    if indicator.own_score is not None:
        return f"本单位自定：{score}"
    said, times = _way(indicator, scheme)
    if times == FULL:
        return f"{said}：满分 {score}"
    if times == NONE:
        return f"{said}：不得分 {score}"
    return f"{said}：{number(indicator.weight or 0)} × {times} = {score}"


def reason_owed(indicator: Indicator, scheme: Scheme) -> str:
    """What the sheet has to explain: 超标准 6.7%，请写原因; nothing where it owes no reason."""
    try:
        if not scoring.owes_reason(indicator, scheme):
            return ""
    except NotStated:
        return ""  # what cannot be compared yet is told as a gap
    return f"{_deviation(indicator, scheme)}，请写原因"


def number(value: Fraction | Decimal | int) -> str:
    """An exact number in digits, or as a quotient where it has no end."""
    exact = Fraction(value)
    places = next((n for n in range(40) if 10**n % exact.denominator == 0), None)
    if places is None:
        return f"{_signed(exact.numerator)} ÷ {exact.denominator}"
    return _signed(Decimal(f"{exact.numerator * 10**places // exact.denominator}e-{places}"))


def _way(indicator: Indicator, scheme: Scheme) -> Way:
    if _is_judged(indicator):
        return _judged(indicator)
    if _is_satisfaction(indicator, scheme):
        return _satisfied(indicator, scheme)
    compare = _COMPARED[indicator.nature] if indicator.nature else _equal
    return compare(indicator, scheme)


def _is_judged(indicator: Indicator) -> bool:
    return indicator.attainment is not None or indicator.coefficient is not None


def _is_satisfaction(indicator: Indicator, scheme: Scheme) -> bool:
    return bool(scheme.satisfaction) and indicator.category is IndicatorClass.SATISFACTION


def _judged(indicator: Indicator) -> Way:
    counted = number(coefficient(indicator))
    given = indicator.coefficient
    said = f"系数 {counted if given is None else number(given)}"
    if given is not None and number(given) != counted:
        said += f"，按 {counted} 算"
    return (f"{indicator.attainment}，{said}" if indicator.attainment else said), counted


def _satisfied(indicator: Indicator, scheme: Scheme) -> Way:
    satisfied = quantity(indicator.actual, indicator)
    rate = max(Fraction(0), satisfied / 100)
    bands = scheme.satisfaction
    place = next(place for place, (least, _) in enumerate(bands) if rate >= least)
    least, points = bands[place]
    if not place:
        within = f"到了 {number(least * 100)}%"
    elif not least:
        within = f"不到 {number(bands[place - 1][0] * 100)}%"
    else:
        within = f"在 {number(least * 100)}% 和 {number(bands[place - 1][0] * 100)}% 之间"
    return f"满意度 {number(satisfied)}%，{within}", number(points)


def _at_least(indicator: Indicator, _scheme: Scheme) -> Way:
    target, actual = _both(indicator)
    if actual >= target:
        return f"{number(actual)} ≥ {number(target)}", FULL
    return _in_proportion(f"{number(actual)} < {number(target)}", actual, target)


def _at_most(indicator: Indicator, _scheme: Scheme) -> Way:
    target, actual = _both(indicator)
    if actual <= target:
        return f"{number(actual)} ≤ {number(target)}", FULL
    return _in_proportion(f"{number(actual)} > {number(target)}", target, actual)


def _in_proportion(said: str, less: Fraction, more: Fraction) -> Way:
    if less > 0:
        return said, f"{number(less)} ÷ {number(more)}"
    return f"{said}，没有比例可算", NONE


def _equal(indicator: Indicator, scheme: Scheme) -> Way:
    target, actual = _both(indicator)
    if actual == target:
        return f"{number(actual)} = {number(target)}", FULL
    apart, whole = abs(actual - target), abs(target)
    said = f"{number(actual)} ≠ {number(target)}"
    if scheme.exact_or_nothing:
        return f"{said}，要正好相等", NONE
    if apart >= whole:
        return f"{said}，差了 {number(apart)}", NONE
    return (
        f"{said}，差了 {number(apart)}",
        f"({number(whole)} − {number(apart)}) ÷ {number(whole)}",
    )


def _said_alike(indicator: Indicator, _scheme: Scheme) -> Way:
    if indicator.actual == indicator.target:
        return f"“{indicator.actual}”，与指标值相同", FULL
    return f"“{indicator.actual}”，指标值是“{indicator.target}”", NONE


def _in_time(indicator: Indicator, scheme: Scheme) -> Way:
    late, most = _late(indicator), scheme.late_days
    if late <= 0:
        return "没有晚", FULL
    if late >= most:
        return f"晚了 {late} 天，满 {most} 天就没有分", NONE
    return f"晚了 {late} 天，满 {most} 天就没有分", f"({most} − {late}) ÷ {most}"


def _within(indicator: Indicator, _scheme: Scheme) -> Way:
    inside = reached(indicator) == 1
    where = "在" if inside else "不在"
    return f"{indicator.actual} {where} {indicator.target} 之内", FULL if inside else NONE


_COMPARED: dict[IndicatorNature, _Compare] = {
    **dict.fromkeys(UP, _at_least),
    **dict.fromkeys(DOWN, _at_most),
    IndicatorNature.EQUAL: _equal,
    IndicatorNature.YES_NO: _said_alike,
    IndicatorNature.DAY: _in_time,
    IndicatorNature.RANGE: _within,
}


def _deviation(indicator: Indicator, scheme: Scheme) -> str:
    if _is_judged(indicator):
        return "没有全部达成"
    if _is_satisfaction(indicator, scheme):
        return f"满意度只有 {number(quantity(indicator.actual, indicator))}%"
    match indicator.nature:
        case IndicatorNature.YES_NO:
            return "与指标值不同"
        case IndicatorNature.RANGE:
            return "不在范围之内"
        case IndicatorNature.DAY:
            return f"晚了 {_late(indicator)} 天"
    target, actual = _both(indicator)
    if target <= 0:
        return "没有达到指标值"
    percent = half_up(abs(actual / target - 1) * 100, 1)
    apart = f" {percent}%" if percent else "不到 0.1%"
    if indicator.nature in DOWN:
        return f"超标准{apart}"
    return f"比指标值{'少' if actual < target else '多'}{apart}"


def _both(indicator: Indicator) -> tuple[Fraction, Fraction]:
    return quantity(indicator.target, indicator), quantity(indicator.actual, indicator)


def _late(indicator: Indicator) -> int:
    return (read_day(indicator.actual) - read_day(indicator.target)).days


def _signed(value: Decimal | int) -> str:
    return f"{Decimal(value):f}".replace("-", MINUS)
