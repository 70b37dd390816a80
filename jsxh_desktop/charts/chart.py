"""A chart as data: what is drawn is decided here, how it looks is decided in `draw`."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from jsxh_desktop.domain.money import Money


class ChartKind(StrEnum):
    COLUMNS = "columns"
    PIE = "pie"
    BARS = "bars"


@dataclass(frozen=True, slots=True)
class Series:
    """One row of values, one for each category of its chart; None is a figure nobody stated."""

    name: str
    values: tuple[Money | None, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """Categories on the axis (or slices), series over them; amounts are drawn in 万元.

    A pie or a bars chart has exactly one series. `labels`, where given, are printed instead of the
    bare amounts, one for each category.
    """

    kind: ChartKind
    title: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    labels: tuple[str, ...] = ()
    unit: str = "万元"
