"""Breaks Chinese text into lines and justifies them (GB/T 9704-2012).

Marks side by side share their white (标点挤压). A line is filled with whole pieces (`units`). Where
the next piece does not fit, the white half of a mark at the line's end may hang out of the measure;
if the line would be short by a character or more, the marks inside give way too. What is then still
missing goes between the pieces, unless it is more than LOOSEST for each: such a line is left short
rather than torn apart. No justified paragraph ends with a single character (单字不成行).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, groupby
from operator import add, itemgetter
from typing import TYPE_CHECKING

from jsxh_desktop.reports.typed import printable
from jsxh_desktop.reports.units import CLOSING, may_part, parts_well, unit_ends
from jsxh_desktop.reports.white import crowded, giving, hanging, overlapping

if TYPE_CHECKING:
    from jsxh_desktop.reports.fonts import Face, Typefaces

# Of the size, spacing included. Wider gaps are copied out of a PDF as spaces (measured: from 0.1).
LOOSEST = 0.095
# Lengths that differ by less are the same: sums of widths are not exact.
SAME = 0.01


@dataclass(frozen=True, slots=True)
class Line:
    """One line as `Pen.line` draws it; lengths in points.

    `width` is what the line takes, `stretch` what justifying put into each gap between pieces;
    `pieces` are the text with the extra advance after each character.
    """

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
    justify: bool = False,
) -> tuple[Line, ...]:
    """The text, as `printable` makes it, in lines no wider than `measure`; at least one line.

    A new line in the text begins a paragraph: its first line is indented, its last not justified.
    `spacing` is added after every character. The lines joined are the text without its new lines.
    """
    text = printable(text)
    if "\n" not in text and not crowded(text):
        width = faces.width(text, face, size) + spacing * len(text)
        if width <= measure - indent + SAME:
            return (Line(text, width, indent, 0.0, ((text, spacing),)),)
    setting = _Setting(faces, face, size, measure, indent, spacing, justify)
    return tuple(line for part in text.split("\n") for line in _Paragraph(part, setting).lines())


@dataclass(frozen=True, slots=True)
class _Setting:
    faces: Typefaces
    face: Face
    size: float
    measure: float
    indent: float
    spacing: float
    justify: bool


class _Paragraph:
    """One paragraph being broken: its text, where each character begins, where each piece ends."""

    def __init__(self, text: str, setting: _Setting) -> None:
        self._text = text
        self._set = setting
        advances, scale = setting.faces.advances(setting.face), setting.size / 1000
        shared = overlapping(text, setting.face, setting.faces)
        self._shared = [part * setting.size for part in shared]
        self._extras = [setting.spacing - part for part in self._shared]
        steps = (advances[char] * scale for char in text)
        self._places = list(accumulate(map(add, steps, self._extras), initial=0.0))
        self._units = list(unit_ends(text))
        self._ends = [end for _, end in self._units]

    def lines(self) -> Iterator[Line]:
        spans = list(self._spans())
        if self._set.justify and len(spans) > 1:
            spans[-2:] = self._accompanied(*spans[-2:])
        for start, end in spans:
            yield self._line(start, end)

    def _room(self, start: int) -> float:
        return self._set.measure - (0.0 if start else self._set.indent)

    def _spans(self) -> Iterator[tuple[int, int]]:
        start = filled = 0
        for inked, end in self._units:
            while not self._fits(start, filled, inked):
                cut = self._cut(start, filled, inked)
                yield start, cut
                start, filled = cut, max(filled, cut)
            filled = end
        yield start, len(self._text)

    def _accompanied(
        self, last_but_one: tuple[int, int], last: tuple[int, int]
    ) -> list[tuple[int, int]]:
        """The last two lines; a single character gets the piece before it for company."""
        start, cut = last_but_one
        at = bisect_left(self._ends, cut)
        earlier = self._ends[at - 1] if at else 0
        alone = len(self._text[cut:].rstrip(CLOSING + " ")) <= 1
        short = self._room(start) - self._width(start, self._units[at - 1][0])
        if not alone or earlier <= start or self._each(short, start, earlier) == 0:
            return [last_but_one, last]
        return [(start, earlier), (earlier, last[1])]

    def _width(self, start: int, inked: int) -> float:
        """Of the characters in a line of their own: the last one shares nothing with the next."""
        shared = self._shared[inked - 1] if inked > start else 0.0
        width: float = self._places[inked] - self._places[start] + shared
        return width

    def _fits(self, start: int, filled: int, inked: int) -> bool:
        """Whether the line can be filled further than now, up to a piece's last ink."""
        room = self._room(start) + SAME
        excess = self._width(start, inked) - room
        if excess <= 0:
            return True
        excess -= self._hanging(inked)
        if excess <= 0:
            return True
        short = room - self._width(start, filled)
        if not self._set.justify or short < self._set.size or excess > room / 2:
            return False
        return excess <= sum(self._giving(start, inked))

    def _cut(self, start: int, filled: int, inked: int) -> int:
        """Where the line ends: before the piece, or within one too long for any line."""
        places, room = self._places, self._room(start)
        if filled > start and places[inked] - places[filled] <= self._set.measure + SAME:
            return filled
        last = bisect_right(places, places[start] + room + SAME, start + 1, inked) - 1
        last -= self._width(start, last) > room + SAME
        last = max(last, start + 1)
        spots = range(last, max(start, filled), -1)
        best = next((at for at in spots if parts_well(self._text, at)), 0)
        if filled > start or best > (start + last) // 2:
            return best or filled
        return next((at for at in spots if may_part(self._text, at)), last)

    def _line(self, start: int, end: int) -> Line:
        inked = start + len(self._text[start:end].rstrip(" "))
        width, room = self._width(start, inked), self._room(start)
        extras = self._extras[start:end]
        stretch = 0.0
        if width > room + SAME:
            self._squeeze(extras, start, inked, width - room - self._hanging(inked))
            width = room
        elif self._set.justify and end < len(self._text):
            stretch = self._stretch(extras, start, inked, room - width)
            width = room if stretch else width
        indent = 0.0 if start else self._set.indent
        return Line(self._text[start:end], width, indent, stretch, self._pieces(start, extras))

    def _stretch(self, extras: list[float], start: int, inked: int, short: float) -> float:
        """Put what is short between the pieces, if it is little; what each gap got."""
        stretch = self._each(short, start, inked)
        if stretch:
            for gap in self._gaps(start, inked):
                extras[gap - 1 - start] += stretch
        return stretch

    def _gaps(self, start: int, inked: int) -> list[int]:
        """Where the pieces of a line meet."""
        return self._ends[bisect_right(self._ends, start) : bisect_left(self._ends, inked)]

    def _each(self, short: float, start: int, inked: int) -> float:
        """What is short for each gap of a line; nothing if that would tear it apart."""
        gaps = len(self._gaps(start, inked))
        each = short / gaps if gaps else 0.0
        return each if each + self._set.spacing <= LOOSEST * self._set.size else 0.0

    def _squeeze(self, extras: list[float], start: int, inked: int, excess: float) -> None:
        """Take the excess out of the white inside, each gap in proportion to what it can give."""
        if excess <= 0:
            return
        given = self._giving(start, inked)
        share = excess / (sum(given) or 1.0)
        for number, part in enumerate(given):
            extras[number] -= part * share

    def _hanging(self, inked: int) -> float:
        size, char = self._set.size, self._text[inked - 1 : inked]
        return hanging(char, self._set.face, self._set.faces) * size if char else 0.0

    def _giving(self, start: int, inked: int) -> list[float]:
        given = giving(self._text[start:inked], self._set.face, self._set.faces)
        return [part * self._set.size for part in given]

    def _pieces(self, start: int, extras: list[float]) -> tuple[tuple[str, float], ...]:
        text = self._text[start : start + len(extras)]
        runs = groupby(zip(text, extras, strict=True), key=itemgetter(1))
        return tuple(("".join(char for char, _ in run), extra) for extra, run in runs)
