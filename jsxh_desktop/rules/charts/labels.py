"""The numbers of a chart as they read: amounts and shares beside slices, shares drawn as values."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from jsxh_desktop.charts.chart import Chart, Series
from jsxh_desktop.domain.money import FEN_IN, Money
from jsxh_desktop.domain.rounding import half_up
from jsxh_desktop.rules.exactness import Known, percent, printed

_AMOUNT = re.compile(r"(-?\d[\d,]*)(?:\.(\d+))?\s*(亿元|万元|元|$)")
_SHARE = re.compile(r"(不足)?\s*(\d+)(?:\.(\d+))?\s*[%％]")
_BETWEEN = " ，,；;（）()"
_ONE = FEN_IN["万元"]


@dataclass(frozen=True, slots=True)
class Number:
    """One printed number: how it reads, what it may stand for, its decimals."""

    shown: str
    known: Known
    places: int

    @property
    def is_bound(self) -> bool:
        """Whether it only says “less than”."""
        return self.shown.startswith("不足")


@dataclass(frozen=True, slots=True)
class Label:
    """What one label says; either may be missing."""

    amount: Number | None = None
    share: Number | None = None


NOTHING_SAID = Label()


def reads_as(share: Number, part: Money, whole: Money) -> bool:
    """Whether a share reads as that of two amounts prints, so that no tolerance is needed."""
    if not whole or share.is_bound:
        return False
    due = half_up(Fraction(part.fen * 100, whole.fen), share.places)
    return Fraction(due) == share.known.reads


def label_of(chart: Chart, place: int) -> Label:
    """What is printed beside a category, where it is not the bare amount."""
    return read_label(chart.labels[place], chart.unit) if chart.labels else NOTHING_SAID


@lru_cache(maxsize=256)
def read_label(text: str, unit: str) -> Label:
    """The numbers of a label; an amount without a unit has the chart's."""
    share = _SHARE.search(text)
    amount = _AMOUNT.search(_SHARE.sub("", text).strip(_BETWEEN))
    return Label(_amount(amount, unit) if amount else None, _share(share) if share else None)


def drawn_shares(chart: Chart, series: Series) -> tuple[Number, ...] | None:
    """The values read as shares, where shares are drawn in place of amounts (0.76 or 76)."""
    values = [value for value in series.values if value is not None]
    total = sum(value.fen for value in values)
    whole = next((one for one in (_ONE, 100 * _ONE) if abs(total - one) * 200 <= one), 0)
    named = chart.unit in {"%", "％"} or all("占比" in name for name in chart.categories)
    if not named or not whole or len(values) < len(series.values):
        return None
    return tuple(_drawn_share(value, whole) for value in values)


def _drawn_share(value: Money, whole: int) -> Number:
    rate = Decimal(round(value.fen)) * 100 / whole
    places = max(-int(rate.normalize().as_tuple().exponent), 0)
    return Number(f"{rate.normalize():f}%", percent(rate, places), places)


def _amount(found: re.Match[str], unit: str) -> Number | None:
    whole, decimals, named = found[1].replace(",", ""), found[2] or "", found[3] or unit
    if named not in FEN_IN:
        return None
    value = Decimal(f"{whole}.{decimals or 0}")
    shown = found[0] if found[3] else found[0] + unit
    return Number(shown, printed(value, len(decimals), named), len(decimals))


def _share(found: re.Match[str]) -> Number:
    decimals = found[3] or ""
    value, places = Decimal(f"{found[2]}.{decimals or 0}"), len(decimals)
    if not found[1]:
        return Number(found[0], percent(value, places), places)
    less = Known(Fraction(value), Fraction(0), Fraction(value), low_in=False, high_in=False)
    return Number(found[0], less, places)
