"""A chart as Word's own, drawn from the workbook within it and changed by editing that."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from jsxh_desktop.charts.chart import Chart, ChartKind
from jsxh_desktop.reports.style import FIGURE_HEIGHT, MM, TEXT_WIDTH
from jsxh_desktop.reports.word.chart_axes import IDS, amount_axis, name_axis
from jsxh_desktop.reports.word.chart_labels import label_range, labels, shown
from jsxh_desktop.reports.word.chart_looks import EMPTY, LETTERS, filled, layout, val
from jsxh_desktop.reports.word.markup import DECLARATION, NAMESPACES, element, safe
from jsxh_desktop.reports.word.pie_places import PIE, shifts, turn
from jsxh_desktop.reports.word.workbook import Column, Data

WORKBOOK = "workbook"
"""The id under which a chart refers to its workbook."""

# Millimetres, as in the print.
_WIDTH, _HEIGHT = TEXT_WIDTH / MM, FIGURE_HEIGHT / MM
_TOP, _BOTTOM, _LEFT, _RIGHT = 13.0, 8.0, 14.0, 2.0
_NAMES, _LABELS, _OVER, _UNDER = 48.0, 42.0, 6.5, 1.5


def chart_markup(chart: Chart, data: Data) -> bytes:
    """The part of the Word file that holds the chart; its data are those of the workbook."""
    drawn = element(
        "c:chart",
        val("autoTitleDeleted", 1),
        element("c:plotArea", *_PLOTS[chart.kind](data)),
        _legend() if len(data.series) > 1 else "",
        val("plotVisOnly", 1),
        val("dispBlanksAs", "gap"),
    )
    space = (
        val("date1904", 0),
        val("lang", "zh-CN"),
        val("roundedCorners", 0),
        drawn,
        EMPTY,
        LETTERS,
        element("c:externalData", val("autoUpdate", 0), **{"r:id": WORKBOOK}),
    )
    return f"{DECLARATION}<c:chartSpace {NAMESPACES}>{''.join(space)}</c:chartSpace>".encode()


def _columns(data: Data) -> Iterator[str]:
    """Grouped columns over an axis that begins at zero unless an amount is below it (rule D10)."""
    yield _inner(_LEFT, _TOP, _WIDTH - _LEFT - _RIGHT, _HEIGHT - _TOP - _BOTTOM)
    amounts = element(
        "c:dLbls",
        element("c:numFmt", formatCode="0.00", sourceLinked=0),
        EMPTY,
        LETTERS,
        val("dLblPos", "outEnd"),
        shown("Val"),
    )
    series = (_series(data, place, amounts) for place in range(len(data.series)))
    yield _bars("col", *series, gap=100)
    yield name_axis("b")
    yield amount_axis(data, "l", shown=True)


def _lying_bars(data: Data) -> Iterator[str]:
    """A bar for each part, the first one on top, with its label behind it."""
    width = _WIDTH - _NAMES - _LABELS
    yield _inner(_NAMES, _OVER, width, _HEIGHT - _OVER - _UNDER)
    yield _bars("bar", _series(data, 0, _labels(data)), gap=50)
    yield name_axis("l", from_top=True)
    yield amount_axis(data, "t", shown=False, room=2 * _LABELS / width)


def _pie(data: Data) -> Iterator[str]:
    """Slices clockwise, each with its name, amount and share outside."""
    yield _inner((_WIDTH - PIE) / 2, (_HEIGHT - PIE) / 2, PIE, PIE)
    slices = (
        element("c:dPt", val("idx", place), val("bubble3D", 0), filled(place))
        for place in range(len(data.categories.values))
    )
    amounts = [float(value or 0) for value in data.series[0].values]
    places = tuple(
        layout(x=right / _WIDTH, y=down / _HEIGHT) if right or down else ""
        for right, down in shifts(amounts, _lines(data), _HEIGHT)
    )
    series = _series(data, 0, "".join(slices) + _labels(data, places), pie=True)
    start = round(turn(amounts)) % 360
    yield element("c:pieChart", val("varyColors", 1), series, val("firstSliceAng", start))


def _lines(data: Data) -> list[tuple[str, ...]]:
    """What stands beside each slice."""
    columns = [data.categories, *filter(None, (data.labels,))]
    return list(zip(*(map(str, column.values) for column in columns), strict=True))


_PLOTS: Mapping[ChartKind, Callable[[Data], Iterator[str]]] = MappingProxyType(
    {ChartKind.COLUMNS: _columns, ChartKind.PIE: _pie, ChartKind.BARS: _lying_bars}
)


def _bars(direction: str, *series: str, gap: int) -> str:
    return element(
        "c:barChart",
        val("barDir", direction),
        val("grouping", "clustered"),
        val("varyColors", 0),
        *series,
        val("gapWidth", gap),
        val("overlap", -8),
        IDS,
    )


def _series(data: Data, place: int, labelled: str, *, pie: bool = False) -> str:
    """A series with its name, categories and values as the workbook has them."""
    column = data.series[place]
    return element(
        "c:ser",
        val("idx", place),
        val("order", place),
        element("c:tx", _texts(column.head, (column.heading,))),
        "" if pie else filled(place) + val("invertIfNegative", 0),
        labelled,
        element("c:cat", _texts(data.categories.range, data.categories.values)),
        element("c:val", _numbers(column)),
        label_range(data.labels) if data.labels else "",
    )


def _texts(where: str, values: tuple[str | None, ...]) -> str:
    cache = element("c:strCache", *_points(values))
    return element("c:strRef", element("c:f", where), cache)


def _numbers(column: Column) -> str:
    cache = element("c:numCache", element("c:formatCode", "0.00"), *_points(column.values))
    return element("c:numRef", element("c:f", column.range), cache)


def _points(values: tuple[str | None, ...]) -> Iterator[str]:
    """The values as the chart remembers them; what nobody stated is no point."""
    yield val("ptCount", len(values))
    for place, value in enumerate(values):
        if value is not None:
            yield element("c:pt", element("c:v", safe(value)), idx=place)


def _labels(data: Data, places: tuple[str, ...] = ()) -> str:
    return labels(data.categories, data.labels, places) if data.labels else ""


def _legend() -> str:
    """In the middle above the columns."""
    return element("c:legend", val("legendPos", "t"), val("overlay", 1), EMPTY, LETTERS)


def _inner(x: float, y: float, width: float, height: float) -> str:
    """Where columns, bars or slices themselves are, in mm."""
    return layout(inner=True, x=x / _WIDTH, y=y / _HEIGHT, w=width / _WIDTH, h=height / _HEIGHT)
