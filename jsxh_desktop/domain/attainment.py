"""How far an indicator's actual value reaches its target, from 0 to 1 (财预〔2020〕10号)."""

from __future__ import annotations

import datetime
import re
import unicodedata
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from jsxh_desktop.domain.entry import read_day
from jsxh_desktop.domain.project import Indicator
from jsxh_desktop.domain.stated import NotStated, stated
from jsxh_desktop.domain.terms import Attainment, IndicatorNature

BANDS = {
    Attainment.REACHED: (Fraction(8, 10), Fraction(1)),
    Attainment.PARTLY: (Fraction(6, 10), Fraction(8, 10)),
    Attainment.MISSED: (Fraction(0), Fraction(6, 10)),
}
"""定性三档: least and greatest coefficient; a lower band ends below the next one."""

DEFAULTS = {
    Attainment.REACHED: Fraction(1),
    Attainment.PARTLY: Fraction(7, 10),
    Attainment.MISSED: Fraction(3, 10),
}

_NUMBER = re.compile(r"([+-]?\d+(?:\.\d+)?)(亿|万)?\D*")
_BETWEEN = re.compile(r"[~至到]|(?<=[\d%])[-–—]")
_TIMES = {"": 1, "万": 10_000, "亿": 100_000_000}


def coefficient(indicator: Indicator) -> Fraction:
    """The chosen coefficient of a 定性 indicator, or the default of its band."""
    if indicator.coefficient is not None:
        return min(Fraction(1), max(Fraction(0), Fraction(indicator.coefficient)))
    return DEFAULTS[stated(indicator.attainment, f"“{indicator.name}”的达成情况")]


def reached(
    indicator: Indicator, *, late_days: int = 30, exact_or_nothing: bool = False
) -> Fraction:
    """The part of its points an indicator earns by comparing actual and target.

    Raises NotStated where either is missing or cannot be read for the indicator's nature.
    """
    nature = stated(indicator.nature, f"“{indicator.name}”的指标性质")
    target = stated(indicator.target, f"“{indicator.name}”的指标值")
    actual = stated(indicator.actual, f"“{indicator.name}”的完成值")
    if nature is IndicatorNature.QUALITATIVE:
        raise NotStated(f"“{indicator.name}”的达成情况")
    if nature is IndicatorNature.YES_NO:
        return Fraction(int(target == actual))
    if nature is IndicatorNature.DAY:
        return _in_time(_day(target, indicator), _day(actual, indicator), late_days)
    value = quantity(actual, indicator)
    if nature is IndicatorNature.RANGE:
        low, high = _bounds(target, indicator)
        return Fraction(int(low <= value <= high))
    return _compared(nature, quantity(target, indicator), value, exact_or_nothing=exact_or_nothing)


def _compared(
    nature: IndicatorNature,
    target: Fraction,
    actual: Fraction,
    *,
    exact_or_nothing: bool,
) -> Fraction:
    if nature in {IndicatorNature.AT_LEAST, IndicatorNature.MORE_THAN}:
        return Fraction(1) if actual >= target else _part(actual, target)
    if nature in {IndicatorNature.AT_MOST, IndicatorNature.LESS_THAN}:
        return Fraction(1) if actual <= target else _part(target, actual)
    if actual == target:
        return Fraction(1)
    if exact_or_nothing or not target:
        return Fraction(0)
    return _within(1 - abs(actual - target) / abs(target))


def _part(less: Fraction, more: Fraction) -> Fraction:
    """How much of the greater the lesser is; below zero there is no proportion, and no points."""
    return less / more if more > 0 and less > 0 else Fraction(0)


def _within(share: Fraction) -> Fraction:
    return min(Fraction(1), max(Fraction(0), share))


def _in_time(target: datetime.date, actual: datetime.date, late_days: int) -> Fraction:
    late = (actual - target).days
    return Fraction(1) if late <= 0 else _within(1 - Fraction(late, late_days))


def _day(typed: str, indicator: Indicator) -> datetime.date:
    try:
        return read_day(typed)
    except ValueError:
        raise NotStated(f"“{indicator.name}”的完成日期") from None


def quantity(typed: str, indicator: Indicator) -> Fraction:
    """The number in a target or an actual, 万 and 亿 worked out; NotStated where there is none."""
    number = _number(typed, indicator.unit)
    if number is None:
        raise NotStated(f"“{indicator.name}”的数值")
    return number


@lru_cache(maxsize=4096)
def _number(typed: str, unit: str) -> Fraction | None:
    found = _NUMBER.fullmatch(_plain(typed).removesuffix(unicodedata.normalize("NFKC", unit)))
    if not found:
        return None
    number, scale = found.groups()
    return Fraction(Decimal(number)) * _TIMES[scale or ""]


def _plain(typed: str) -> str:
    return unicodedata.normalize("NFKC", typed).replace(",", "").replace(" ", "")


def _bounds(typed: str, indicator: Indicator) -> tuple[Fraction, Fraction]:
    parts = _BETWEEN.split(_plain(typed))
    if len(parts) != 2:
        raise NotStated(f"“{indicator.name}”的区间")
    low, high = (quantity(part, indicator) for part in parts)
    return low, high
