"""Breaks Chinese text into lines (domain.md 1.5)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from jsxh_desktop.reports.typed import printable

if TYPE_CHECKING:
    from jsxh_desktop.reports.fonts import Face, Typefaces


@dataclass(frozen=True, slots=True)
class Line:
    """One line as it is to be drawn: see `Pen.line`. Lengths are points."""

    text: str
    width: float
    indent: float = 0.0
    stretch: float = 0.0
    pieces: tuple[tuple[str, float], ...] = ()


def break_lines(
    text: str,
    face: Face,
    size: float,
    measure: float,
    faces: Typefaces,
    *,
    indent: float = 0.0,
    spacing: float = 0.0,
    justify: bool = False,  # noqa: ARG001 - the first slice does not justify
) -> tuple[Line, ...]:
    """First slice: full lines of characters."""
    advances = faces.advances(face)
    lines: list[Line] = []
    line, width, room = "", 0.0, measure - indent
    for char in printable(text):
        step = advances[char] * size / 1000 + spacing
        if char == "\n" or (line and width + step > room):
            lines.append(Line(line, width, indent if not lines else 0, 0, ((line, spacing),)))
            line, width, room = "", 0.0, measure
        line, width = line + char, width + step
    lines.append(Line(line, width, indent if not lines else 0, 0, ((line, spacing),)))
    return tuple(lines)
