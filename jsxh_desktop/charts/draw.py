"""Chart → picture: a matplotlib figure for a window, or the same figure drawn on a print's page.

matplotlib is first imported when the first chart is drawn.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from jsxh_desktop.charts.chart import Chart, ChartKind
from jsxh_desktop.charts.font_list import without_font_search
from jsxh_desktop.charts.one_thread import in_one_thread
from jsxh_desktop.charts.palette import PRINT, Inks
from jsxh_desktop.charts.surface import Surface

if TYPE_CHECKING:
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

INCH = 25.4
DPI = 300
"""Of a picture made of dots."""
PICTURES = ("png", "svg")


def figure(chart: Chart, width: float, height: float, fonts: Sequence[Path] = ()) -> Figure:
    """The chart as a figure of this size in mm, without its caption and without a background.

    `fonts` are the TrueType files a picture is lettered with, each for what the ones before it
    lack; drawing on a Surface needs none.
    """
    with without_font_search():
        from matplotlib.figure import Figure

    drawn = Figure((width / INCH, height / INCH), frameon=False)
    redraw(drawn, chart, PRINT, fonts)
    return drawn


@in_one_thread
def pixels(
    chart: Chart,
    size: tuple[int, int],
    dpi: float,
    inks: Inks,
    fonts: Sequence[Path],
    canvas: FigureCanvasAgg | None = None,
) -> FigureCanvasAgg:
    """The chart drawn to its last pixel, its `buffer_rgba` in `size`; a `canvas` is drawn anew."""
    with without_font_search():
        from matplotlib.backends.backend_agg import FigureCanvasAgg
        from matplotlib.figure import Figure

    canvas = canvas or FigureCanvasAgg(Figure())
    figure = canvas.figure
    figure.set_dpi(dpi)
    width, height = ((length + 0.1) / dpi for length in size)  # a part of a pixel is cut off
    figure.set_size_inches(width, height)
    figure.set_frameon(True)
    figure.set_facecolor(inks.paper)
    redraw(figure, chart, inks, fonts)
    canvas.draw()  # type: ignore[no-untyped-call]  # matplotlib leaves it without types
    return canvas


def redraw(figure: Figure, chart: Chart, inks: Inks, fonts: Sequence[Path] = ()) -> None:
    """Draw a chart, and nothing else, on a figure that stands, in its size."""
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
    figure.clear()
    drawing[chart.kind](Sheet(figure, inks, fonts), chart)


@in_one_thread
def write_picture(
    chart: Chart, target: BinaryIO, kind: str, size: tuple[float, float], fonts: Sequence[Path]
) -> None:
    """Write the chart as the print shows it, on white; `kind` is one of PICTURES, size in mm."""
    drawn = figure(chart, *size, fonts)
    drawn.set_frameon(True)
    drawn.set_facecolor(PRINT.paper)
    said = {"Software": None} if kind == "png" else {"Date": None, "Creator": None}
    drawn.savefig(target, format=kind, dpi=DPI, facecolor=PRINT.paper, metadata=said)


def paint(chart: Chart, surface: Surface, width: float, height: float) -> None:
    """Draw the chart on a surface, in points from its lower left corner; sizes are mm."""
    drawn = figure(chart, width, height)
    from jsxh_desktop.charts.renderer import render

    render(drawn, surface)
