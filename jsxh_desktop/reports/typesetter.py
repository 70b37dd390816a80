"""Breaks text into lines and remembers them: a form says the same words on every sheet."""

from __future__ import annotations

from typing import TypeVar

from jsxh_desktop.reports.fonts import Face, Typefaces
from jsxh_desktop.reports.line import Line, break_lines
from jsxh_desktop.reports.page import Words
from jsxh_desktop.reports.style import ASCENT, LEADING

# So many texts are remembered; a book has a few thousand.
REMEMBERED = 20_000
# Names too long for their room are tried in sizes this much smaller from one to the next.
SMALLER = 0.9

Lines = tuple[Line, ...]
Setting = tuple[str, Face, float, float]
K = TypeVar("K")


class Typesetter:
    """Lines of text in given typefaces. Lengths are points."""

    def __init__(self, faces: Typefaces) -> None:
        self.faces = faces
        self._ragged: dict[Setting, Lines] = {}
        self._balanced: dict[Setting, Lines] = {}
        self._justified: dict[tuple[Setting, float, float], Lines] = {}

    def lines(self, text: str, face: Face, size: float, measure: float) -> Lines:
        """The text broken, ragged at the right; no text has no lines."""
        if not text:
            return ()
        setting = (text, face, size, measure)
        found = self._ragged.get(setting)
        if found is None:
            found = break_lines(text, face, size, measure, self.faces)
            _remember(self._ragged, setting, found)
        return found

    def balanced(self, text: str, face: Face, size: float, measure: float) -> Lines:
        """As few lines as `lines`, as even in length as they can be: for what stands centred."""
        least = self.lines(text, face, size, measure)
        if len(least) <= 1 + text.count("\n"):
            return least
        setting = (text, face, size, measure)
        found = self._balanced.get(setting)
        if found is None:
            found = self._evened(least, setting)
            _remember(self._balanced, setting, found)
        return found

    def justified(
        self, text: str, face: Face, size: float, measure: float, *, indent: float, spacing: float
    ) -> Lines:
        """Running text: `break_lines` with its indent and spacing, even at both sides."""
        setting = ((text, face, size, measure), indent, spacing)
        found = self._justified.get(setting)
        if found is None:
            found = break_lines(
                text, face, size, measure, self.faces, indent=indent, spacing=spacing, justify=True
            )
            _remember(self._justified, setting, found)
        return found

    def fitting(self, text: str, face: Face, size: float, room: tuple[float, float]) -> float:
        """The size at which the text fills no more than a room of width and height: `size` at most.

        For names, which may not run on over pages: one of thousands of characters is still whole.
        """
        width, height = room
        while len(self.lines(text, face, size, width)) * LEADING * size > height:
            size *= SMALLER
        return size

    def _evened(self, least: Lines, setting: Setting) -> Lines:
        """The lines of the narrowest measure that needs no more of them."""
        text, face, size, measure = setting
        narrow, wide, found = 0.0, measure, least
        while wide - narrow > size / 4:
            middle = (narrow + wide) / 2
            tried = break_lines(text, face, size, middle, self.faces)
            if len(tried) > len(least):
                narrow = middle
            else:
                wide, found = middle, tried
        return found


def _remember(known: dict[K, Lines], setting: K, lines: Lines) -> None:
    if len(known) >= REMEMBERED:
        known.clear()
    known[setting] = lines


def centred(lines: Lines, middle: float, top: float, face: Face, size: float) -> list[Words]:
    """Lines one under the other around `middle`, the first one's top at `top`."""
    first = top + ASCENT * size
    return [
        Words(middle - line.width / 2, first + place * LEADING * size, line, face, size)
        for place, line in enumerate(lines)
    ]
