"""Chart → picture: a matplotlib figure for a window, or the same figure drawn on a print's page.

matplotlib is first imported when the first chart is drawn.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from jsxh_desktop.charts.chart import Chart, ChartKind
from jsxh_desktop.charts.font_list import without_font_search
from jsxh_desktop.charts.surface import Surface

if TYPE_CHECKING:
    from matplotlib.figure import Figure


def figure(chart: Chart, width: float, height: float, font: Path | None = None) -> Figure:
    """The chart as a figure of this size in mm, without its caption and without a background.

    `font` is the TrueType file a screen canvas writes with; drawing on a Surface needs none.
    """
    with without_font_search():
        from jsxh_desktop.charts.bars import draw_bars
        from jsxh_desktop.charts.columns import draw_columns
        from jsxh_desktop.charts.pie import draw_pie
        from jsxh_desktop.charts.sheet import Sheet

    drawing = {
        ChartKind.COLUMNS: draw_columns,
        ChartKind.PIE: draw_pie,
        ChartKind.BARS: draw_bars,
    }
    sheet = Sheet(width, height, font)
    drawing[chart.kind](sheet, chart)
    return sheet.figure


def paint(chart: Chart, surface: Surface, width: float, height: float) -> None:
    """Draw the chart on a surface, in points from its lower left corner; sizes are mm."""
    drawn = figure(chart, width, height)
    from jsxh_desktop.charts.renderer import render

    render(drawn, surface)
