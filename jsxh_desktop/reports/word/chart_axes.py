"""The two axes of columns and bars: the names of the categories, the amounts and their unit."""

from __future__ import annotations

from collections.abc import Iterator

from jsxh_desktop.reports.word.chart_looks import (
    AXIS,
    EMPTY,
    GRID,
    LETTERS,
    NO_LINE,
    RUN,
    layout,
    rich,
    shape,
    val,
)
from jsxh_desktop.reports.word.markup import element, safe
from jsxh_desktop.reports.word.workbook import Data

# By these numbers the axes refer to one another.
_NAMES, _AMOUNTS = 1, 2
IDS = val("axId", _NAMES) + val("axId", _AMOUNTS)


def name_axis(side: str, *, from_top: bool = False) -> str:
    """The axis of the categories at the bottom (b) or at the left (l), in their order."""
    return element(
        "c:catAx",
        val("axId", _NAMES),
        element("c:scaling", val("orientation", "maxMin" if from_top else "minMax")),
        val("delete", 0),
        val("axPos", side),
        element("c:numFmt", formatCode="General", sourceLinked=0),
        *_marks("low"),
        AXIS,
        LETTERS,
        val("crossAx", _AMOUNTS),
        val("crosses", "autoZero"),
        val("auto", 0),
        val("lblAlgn", "ctr"),
        val("lblOffset", 100),
        val("noMultiLvlLbl", 1),
    )


def amount_axis(data: Data, side: str, *, shown: bool, room: float = 0.0) -> str:
    """The axis of the amounts; where it is not shown, its unit still is.

    `room` is left below zero for the labels of amounts that are below it, in parts of the range.
    """
    return element(
        "c:valAx",
        val("axId", _AMOUNTS),
        element("c:scaling", val("orientation", "minMax"), *_least(data, room)),
        val("delete", 0),
        val("axPos", side),
        element("c:majorGridlines", GRID) if shown else "",
        _unit(data),
        element("c:numFmt", formatCode="General", sourceLinked=0),
        *_marks("nextTo" if shown else "none"),
        shape(NO_LINE),
        LETTERS,
        val("crossAx", _NAMES),
        val("crosses", "autoZero"),
        val("crossBetween", "between"),
    )


def _least(data: Data, room: float) -> Iterator[str]:
    """Where the axis begins: at zero, as Word may not where amounts are alike (rule D10)."""
    values = [float(value or 0) for column in data.series for value in column.values]
    low, high = min(0.0, *values), max(0.0, *values)
    if not low:
        yield val("min", 0)
    elif room:
        yield val("min", round(low - room * (high - low), 2))


def _marks(place: str) -> tuple[str, ...]:
    ticks = (val(f"{kind}TickMark", "none") for kind in ("major", "minor"))
    return (*ticks, val("tickLblPos", place))


def _unit(data: Data) -> str:
    """The unit of the amounts, level, in the upper left corner of the chart."""
    words = element("a:r", RUN, element("a:t", safe(data.categories.heading)))
    corner = layout(edge=True, x=0.003, y=0.01)
    return element("c:title", rich(words), corner, val("overlay", 1), EMPTY)
