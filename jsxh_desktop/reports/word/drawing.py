"""Where a chart stands in the text, and what is read out in its place."""

from __future__ import annotations

from collections.abc import Iterator

from jsxh_desktop.charts.chart import Chart
from jsxh_desktop.reports.style import FIGURE_HEIGHT, TEXT_WIDTH
from jsxh_desktop.reports.word.markup import element, safe, w

_POINT = 12_700
_CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"


def drawing(chart: Chart, caption: str, number: int) -> str:
    """The run with a chart, as wide as the text; `number` is its place among the charts."""
    size = {"cx": round(TEXT_WIDTH * _POINT), "cy": round(FIGURE_HEIGHT * _POINT)}
    name, _, _ = caption.partition("：")
    inline = element(
        "wp:inline",
        element("wp:extent", **size),
        element("wp:docPr", id=number, name=safe(name), descr=safe(_said(chart, caption))),
        element("wp:cNvGraphicFramePr"),
        element(
            "a:graphic",
            element("a:graphicData", element("c:chart", **{"r:id": chart_id(number)}), uri=_CHART),
        ),
        **dict.fromkeys(("distT", "distB", "distL", "distR"), 0),
    )
    return w("r", w("drawing", inline))


def chart_id(number: int) -> str:
    """What the document calls one of its charts, counted from 1."""
    return f"chart{number}"


def _said(chart: Chart, caption: str) -> str:
    """The caption and every amount, for who does not see the chart."""
    return "。".join((caption, *_amounts(chart)))


def _amounts(chart: Chart) -> Iterator[str]:
    for series in chart.series:
        amounts = (
            f"{name}{chart.printed(value)}{chart.unit}"
            for name, value in zip(chart.categories, series.values, strict=True)
        )
        yield f"{series.name}：{'，'.join(amounts)}"
