"""What a chart draws, value by value, each beside what the filing says it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from jsxh_desktop.charts.chart import Series
from jsxh_desktop.domain import spending
from jsxh_desktop.domain.money import Money
from jsxh_desktop.rules.charts.drawn_figures import Drawn
from jsxh_desktop.rules.charts.labels import NOTHING_SAID, Label, drawn_shares, label_of
from jsxh_desktop.rules.charts.plan import Change, part_named, year_in


@dataclass(frozen=True, slots=True)
class Pair:
    """One value drawn, and the filing's own; `twin` is the filing's for the other year.

    `part` is the name of the part it stands for, where it is one.
    """

    name: str
    value: Money | None
    own: Money | None
    twin: Money | None = None
    year: int = 0
    part: str = ""
    label: Label = NOTHING_SAID

    @property
    def agrees(self) -> bool:
        return _alike(self.value, self.own)

    @property
    def is_swapped(self) -> bool:
        """Whether it is the figure of the other year and not its own."""
        return self.own is not None and not self.agrees and _alike(self.value, self.twin)


@lru_cache(maxsize=7)
def pairs(figure: Drawn) -> tuple[Pair, ...]:
    """The values of a chart; what stands for no part or no year is left out."""
    if isinstance(figure.plan, Change):
        return tuple(_of_years(figure, figure.plan))
    return tuple(pair for series in figure.series for pair in _of_parts(figure, series))


def _of_years(figure: Drawn, plan: Change) -> Iterator[Pair]:
    chart, filing = figure.chart, figure.filing
    if chart is None:
        return
    before = plan.prior.of(spending.prior_year(filing))
    for place, series in enumerate(figure.series):
        now = plan.side(series, place)(filing)
        own = {filing.year: (now, before), filing.year - 1: (before, now)}
        for column, value in enumerate(series.values):
            if year := year_in(chart.categories[column]) or year_in(series.name):
                label = label_of(chart, column) if len(chart.series) == 1 else NOTHING_SAID
                name = f"“{series.name}”{year}年"
                yield Pair(name, value, *own.get(year, (None, None)), year, label=label)


def _of_parts(figure: Drawn, series: Series) -> Iterator[Pair]:
    chart, parts = figure.chart, figure.parts
    if chart is None:
        return
    shares = drawn_shares(chart, series)
    for place, category in enumerate(chart.categories):
        name = part_named(category, parts)
        if name is None:
            continue
        own, label = parts[name], label_of(chart, place)
        value = series.values[place]
        if shares:
            label, value = Label(label.amount, shares[place]), own
        yield Pair(f"“{category}”", value, own, part=name, label=label)


def _alike(value: Money | None, other: Money | None) -> bool:
    """Whether two amounts print the same."""
    return value is not None and other is not None and value.show() == other.show()
