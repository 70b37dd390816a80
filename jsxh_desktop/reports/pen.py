"""Draws text and straight lines on a ReportLab canvas with few operators."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jsxh_desktop.reports.fonts import Face, Typefaces
    from jsxh_desktop.reports.line import Line

Pieces = tuple[tuple[str, float], ...]
Segment = tuple[float, float, float, float]


class Pen:
    """Writes on the canvas' present page; lengths are points from the lower left corner.

    `unprintable` keeps what no font has: page number, the characters, the text they stand in.
    """

    def __init__(self, canvas: Any, faces: Typefaces) -> None:
        self.canvas = canvas
        self.faces = faces
        self.unprintable: list[tuple[int, str, str]] = []

    def text(self, x: float, y: float, text: str, face: Face, size: float) -> None:
        """Begin at x on the baseline y."""
        self._show(x, y, ((text, 0.0),), face, size)

    def right(self, x: float, y: float, text: str, face: Face, size: float) -> None:
        """End at x."""
        self.text(x - self.faces.width(text, face, size), y, text, face, size)

    def line(self, x: float, y: float, line: Line, face: Face, size: float) -> None:
        """A broken line, justified as it was broken; x is the left edge of the measure."""
        self._show(x + line.indent, y, line.pieces, face, size)

    def rules(self, segments: Iterable[Segment], width: float = 0.6) -> None:
        """Many straight lines x1, y1, x2, y2 as one path; square ends close the corners."""
        lines = "".join(f"{a:.2f} {b:.2f} m {c:.2f} {d:.2f} l " for a, b, c, d in segments)
        if lines:
            self.canvas.addLiteral(f"q 2 J {width:.2f} w {lines}S Q")

    def _watch(self, text: str, face: Face) -> None:
        if missing := self.faces.unprintable(text, face):
            self.unprintable.append((self.canvas.getPageNumber(), missing, text))

    def _show(self, x: float, y: float, pieces: Pieces, face: Face, size: float) -> None:
        shown = [f"BT 1 0 0 1 {x:.2f} {y:.2f} Tm"]
        self._watch("".join(text for text, _ in pieces), face)
        document = self.canvas._doc  # noqa: SLF001 - ReportLab's fonts are kept by document
        spacing = 0.0
        font = None
        for text, wanted in pieces:
            if wanted != spacing:
                shown.append(f"{wanted:.3f} Tc")
                spacing = wanted
            for used, run in self.faces.fonts(text, face):
                use = used.use(document)
                if used is not font:
                    shown.append(f"/{use.resource} {size:g} Tf")
                    font = used
                shown.append(f"<{use.encode(run).hex()}> Tj")
        if spacing:
            shown.append("0 Tc")
        shown.append("ET")
        self.canvas.addLiteral(" ".join(shown))
