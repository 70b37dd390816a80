"""What a chart is drawn with, taken down once: most charts outlive an edit of the filing."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, NamedTuple

from jsxh_desktop.charts.chart import Chart
from jsxh_desktop.charts.draw import paint
from jsxh_desktop.charts.surface import Colour, Ink, Outline
from jsxh_desktop.reports.fonts import Face, Typefaces
from jsxh_desktop.reports.style import MM

FACE = Face.SONG
# So many drawings are remembered; a document has seven.
REMEMBERED = 32


class Stroke(NamedTuple):
    """One call of a Surface: the name of its method and the arguments."""

    name: str
    given: tuple[Any, ...]


class Recording:
    """A Surface that takes down what is drawn, in points from the chart's lower left corner."""

    def __init__(self, faces: Typefaces) -> None:
        self._faces = faces
        self.strokes: list[Stroke] = []

    def path(self, outline: Outline, ink: Ink) -> None:
        self.strokes.append(Stroke("path", (outline, ink)))

    def hatch(self, outline: Outline, lines: Outline, ink: Ink) -> None:
        self.strokes.append(Stroke("hatch", (outline, lines, ink)))

    def text(self, text: str, x: float, y: float, size: float, colour: Colour) -> None:
        self.strokes.append(Stroke("text", (text, x, y, size, colour)))

    def text_width(self, text: str, size: float) -> float:
        return self._faces.width(text, FACE, size)


@lru_cache(maxsize=REMEMBERED)
def recorded(chart: Chart, width: float, height: float, faces: Typefaces) -> tuple[Stroke, ...]:
    """What a chart of this size in points is drawn with; most charts outlive an edit."""
    recording = Recording(faces)
    paint(chart, recording, width / MM, height / MM)
    return tuple(recording.strokes)
