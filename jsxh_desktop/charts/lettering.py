"""How much room words take and where they break, judged before any font is known.

The screen and the print use different fonts, so both lay a chart out by these estimates: a wide
character is one em, any other 0.6 em, which is more than the digits of the faces in use need.
"""

from __future__ import annotations

import unicodedata

SIZE = 9.0
"""The size of all lettering in a chart, in pt; it shrinks only where there is no room."""

MM = 25.4 / 72
"""Millimetres in a point."""

# Sums of widths are not exact.
_SAME = 1e-6

_WIDE = frozenset("WFA")
_NOT_FIRST = frozenset("）》”、，。；：？！％")
_NOT_LAST = frozenset("（《“")


def ems(text: str) -> float:
    """The width of a line in ems."""
    return sum(1.0 if unicodedata.east_asian_width(char) in _WIDE else 0.6 for char in text)


def width(text: str, size: float = SIZE) -> float:
    """The width of a line in mm."""
    return ems(text) * size * MM


def wrapped(text: str, room: float, lines: int) -> tuple[str, ...]:
    """The text in at most so many lines of `room` ems; what does not fit ends in ….

    A last line of one character gets another from the line before.
    """
    done = _filled(text, room, lines)
    if len(done) > 1 and len(done[-1]) == 1 and len(done[-2]) > 1:
        evened = _filled(text, room - 1, lines)
        return evened if evened[-1][-1] != "…" else done
    return done


def _filled(text: str, room: float, lines: int) -> tuple[str, ...]:
    done: list[str] = []
    rest = text
    while ems(rest) > room + _SAME and len(done) < lines - 1:
        cut = _break(rest, room)
        done.append(rest[:cut])
        rest = rest[cut:]
    if ems(rest) > room + _SAME:
        rest = rest[: _fitting(rest, room - 1)] + "…"
    return (*done, rest)


def _fitting(text: str, room: float) -> int:
    """How many characters fit into so many ems, at least one."""
    used = 0.0
    for count, char in enumerate(text):
        used += ems(char)
        if used > room + _SAME:
            return max(count, 1)
    return len(text)


def _break(text: str, room: float) -> int:
    """Where the line ends: no closing mark starts the next one, no opening mark ends this one."""
    fits = _fitting(text, room)
    cut = fits
    while cut > 1 and (text[cut] in _NOT_FIRST or text[cut - 1] in _NOT_LAST):
        cut -= 1
    return cut if cut > 1 else fits
