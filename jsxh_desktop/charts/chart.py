"""A chart as data: what is drawn is decided here, how it looks is decided in `draw`."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from jsxh_desktop.domain.money import Money


class ChartKind(StrEnum):
    COLUMNS = "columns"
    PIE = "pie"
    BARS = "bars"


MOST_SLICES = 6
"""More slices than these cannot be told apart in a grey print; bars can."""


@dataclass(frozen=True, slots=True)
class Series:
    """One row of values, one for each category of its chart; None is a figure nobody stated."""

    name: str
    values: tuple[Money | None, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """Categories on the axis (or slices), series over them; amounts are drawn in `unit`.

    A pie or a bars chart has exactly one series, a pie at most six amounts, all above
    zero. `labels`, where given, are printed instead of the bare amounts, one for each category.
    ValueError otherwise: such a chart cannot be drawn without saying something untrue.
    """

    kind: ChartKind
    title: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    labels: tuple[str, ...] = ()
    unit: str = "万元"

    def __post_init__(self) -> None:
        rows = [series.values for series in self.series]
        if not self.categories or not rows:
            raise ValueError("a chart needs a category and a series")
        if any(len(row) != len(self.categories) for row in (*rows, self.labels or rows[0])):
            raise ValueError("one value and one label for each category")
        if self.kind is not ChartKind.COLUMNS and len(rows) > 1:
            raise ValueError(f"{self.kind} shows one series")
        if self.kind is ChartKind.PIE and not is_pie(rows[0]):
            raise ValueError(f"a pie shows at most {MOST_SLICES} amounts, all above zero")

    def printed(self, value: Money | None) -> str:
        """The amount as it stands beside its bar, or the gap of a figure nobody stated."""
        return "〔待填〕" if value is None else value.show(self.unit)


def is_pie(values: tuple[Money | None, ...]) -> bool:
    """Whether these amounts can be the slices of a pie."""
    return len(values) <= MOST_SLICES and all(value and value > Money() for value in values)
