"""Draws charts on a ReportLab canvas as vectors, lettered with the page's own typefaces."""

from __future__ import annotations

from jsxh_desktop.charts.chart import Chart
from jsxh_desktop.charts.surface import Colour, Ink, Outline, Verb
from jsxh_desktop.reports.pen import Pen
from jsxh_desktop.reports.recording import FACE, recorded

_OPERATOR = {Verb.MOVE: "m", Verb.LINE: "l", Verb.CURVE: "c", Verb.CLOSE: "h"}


class FigurePen:
    """A pen's page to draw strokes on: points from `corner`, the chart's lower left one."""

    def __init__(self, pen: Pen, corner: tuple[float, float]) -> None:
        self._pen = pen
        self._x, self._y = corner

    def path(self, outline: Outline, ink: Ink) -> None:
        """Fill and stroke an outline."""
        self._pen.canvas.addLiteral(f"q {_set(ink)}{self._traced(outline)}{_paint(ink)} Q")

    def hatch(self, outline: Outline, lines: Outline, ink: Ink) -> None:
        """Stroke lines as far as they lie within an outline."""
        clip = f"{self._traced(outline)}W n "
        self._pen.canvas.addLiteral(f"q {clip}{_set(ink)}{self._traced(lines)}S Q")

    def text(self, text: str, x: float, y: float, size: float, colour: Colour) -> None:
        """Write one line of text from its left end on the baseline."""
        self._pen.canvas.addLiteral(f"q {_rgb(colour)} rg")
        self._pen.text(self._x + x, self._y + y, text, FACE, size)
        self._pen.canvas.addLiteral("Q")

    def _traced(self, outline: Outline) -> str:
        return "".join(
            f"{self._moved(numbers)}{_OPERATOR[verb]} " if numbers else f"{_OPERATOR[verb]} "
            for verb, numbers in outline
        )

    def _moved(self, numbers: tuple[float, ...]) -> str:
        pairs = zip(numbers[::2], numbers[1::2], strict=True)
        return "".join(f"{x + self._x:.2f} {y + self._y:.2f} " for x, y in pairs)


def draw_chart(pen: Pen, chart: Chart, place: tuple[float, float, float, float]) -> None:
    """Draw a chart; `place` is its lower left corner, width and height in points."""
    x, y, width, height = place
    surface = FigurePen(pen, (x, y))
    for stroke in recorded(chart, width, height, pen.faces):
        getattr(surface, stroke.name)(*stroke.given)


def _set(ink: Ink) -> str:
    fill = f"{_rgb(ink.fill)} rg " if ink.fill else ""
    return f"{fill}{_rgb(ink.stroke)} RG {ink.width:g} w " if ink.stroke else fill


def _paint(ink: Ink) -> str:
    if ink.fill:
        return "B" if ink.stroke else "f"
    return "S"


def _rgb(colour: Colour) -> str:
    return " ".join(f"{part:.3f}" for part in colour)
