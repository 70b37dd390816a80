"""The table of contents: listed headings and tables with their pages, and dots between."""

from __future__ import annotations

from math import ceil
from typing import NamedTuple

from jsxh_desktop.reports.flow import text_page
from jsxh_desktop.reports.fonts import Face
from jsxh_desktop.reports.line import Line
from jsxh_desktop.reports.page import Jump, Page, Strip, Words
from jsxh_desktop.reports.running import MIDDLE
from jsxh_desktop.reports.style import (
    ASCENT,
    CONTENTS_DOT,
    CONTENTS_NUMBER,
    CONTENTS_PITCH,
    CONTENTS_SIZE,
    LEFT,
    PART_SIZE,
    TEXT_HEIGHT,
    TEXT_WIDTH,
    TOP,
)
from jsxh_desktop.reports.typesetter import Typesetter, centred

RIGHT = LEFT + TEXT_WIDTH
DOTS_END = RIGHT - CONTENTS_NUMBER
TITLE_LINES = 2
DOT = "·"
# An entry of more lines ends in MORE: its place shows it whole, and no page could hold it.
ENTRY_LINES = 6
MORE = "……"
Y = ASCENT * CONTENTS_SIZE


class Entry(NamedTuple):
    """A line of the contents: where it leads, and the number printed there."""

    level: int
    text: str
    number: int
    page: int
    y: float


def contents_pages(title: str, entries: list[Entry], setter: Typesetter) -> list[Page]:
    """As many pages as the entries need; their count depends on the texts only."""
    pages = [text_page()]
    lines = setter.lines(title, Face.TITLE, PART_SIZE, TEXT_WIDTH)
    heading = centred(lines, MIDDLE, 0.0, Face.TITLE, PART_SIZE)
    pages[0].put(Strip(0.0, tuple(heading)), TOP)
    top = TITLE_LINES * CONTENTS_PITCH
    for entry in entries:
        strip = _entry(entry, setter)
        if top + strip.height > TEXT_HEIGHT:
            pages.append(text_page())
            top = 0.0
        pages[-1].put(strip, TOP + top)
        jump = Jump(LEFT, TOP + top, TEXT_WIDTH, strip.height, entry.page, entry.y)
        pages[-1].jumps.append(jump)
        top += strip.height
    return pages


def _entry(entry: Entry, setter: Typesetter) -> Strip:
    """The text, on more lines if it is long, then dots and the number on the last of them."""
    face = Face.SONG if entry.level else Face.HEI
    left = LEFT + (2 * CONTENTS_SIZE if entry.level else 0.0)
    lines = setter.lines(entry.text, face, CONTENTS_SIZE, DOTS_END - left - 4 * CONTENTS_DOT)
    if len(lines) > ENTRY_LINES:
        more = setter.lines(MORE, face, CONTENTS_SIZE, TEXT_WIDTH)
        lines = (*lines[: ENTRY_LINES - 1], *more)
    words = [
        Words(left, Y + place * CONTENTS_PITCH, line, face, CONTENTS_SIZE)
        for place, line in enumerate(lines)
    ]
    y = Y + max(len(lines) - 1, 0) * CONTENTS_PITCH
    number = setter.lines(str(entry.number), Face.SONG, CONTENTS_SIZE, TEXT_WIDTH)[0]
    start = left + (lines[-1].width if lines else 0.0)
    words.append(_dots(start, _dots_end(number), y, setter))
    words.append(Words(RIGHT - number.width, y, number, Face.SONG, CONTENTS_SIZE))
    return Strip(max(len(lines), 1) * CONTENTS_PITCH, tuple(words))


def _dots_end(number: Line) -> float:
    """Before the number; one of four digits takes the place of a dot."""
    over = number.width + CONTENTS_DOT / 2 - CONTENTS_NUMBER
    return DOTS_END - max(ceil(over / CONTENTS_DOT), 0) * CONTENTS_DOT


def _dots(start: float, end: float, y: float, setter: Typesetter) -> Words:
    """From the end of the text on; the dots of all entries stand under one another."""
    count = int((end - start) / CONTENTS_DOT - 0.5)
    text = DOT * max(count, 0)
    stretch = CONTENTS_DOT - setter.faces.width(DOT, Face.SONG, CONTENTS_SIZE)
    width = len(text) * CONTENTS_DOT
    line = Line(text, width, 0.0, stretch, ((text, stretch),))
    return Words(end - width, y, line, Face.SONG, CONTENTS_SIZE)
