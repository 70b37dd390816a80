"""What stands above and below a table's grid: label, title, number, unit line, notes, signature."""

from __future__ import annotations

from collections.abc import Iterator
from math import inf

from jsxh_desktop.narrative.block import Table
from jsxh_desktop.reports.fonts import Face
from jsxh_desktop.reports.line import Line
from jsxh_desktop.reports.page import Mark, Strip, Words
from jsxh_desktop.reports.style import (
    ASCENT,
    LABEL_GAP,
    LABEL_SIZE,
    LEADING,
    NAME_ROOM,
    NOTE_GAP,
    NOTE_LEADING,
    SIGNATURE_GAP,
    SMALL_LABEL_GAP,
    SUBTITLE_BELOW,
    SUBTITLE_GAP,
    SUBTITLE_PART,
    TITLE_GAP,
    TITLE_NUMBER_GAP,
    TITLE_ROOM,
    UNIT_GAP,
    height_of,
)
from jsxh_desktop.reports.typesetter import Typesetter, centred

# “注：” and the like, up to so many characters, hang out before the lines of a note.
HANGING = 4
# Parts of the signature line are set apart by this and spread over the width of the table.
APART = "\t"


def above(
    table: Table,
    setter: Typesetter,
    edges: tuple[float, float],
    measure: float,
    *,
    tight: bool = False,
) -> Strip:
    """From the label down to the unit line; `edges` are the grid's, the title may be wider.

    `tight` puts the table's number beside the title, for a table that else needs one more page.
    """
    words, bottom = _label(table, setter, edges)
    face = title_face(table)
    size = setter.fitting(table.title, face, table.title_size, (measure, TITLE_ROOM))
    title = setter.balanced(table.title, face, size, measure)
    words += centred(title, sum(edges) / 2, bottom, face, size)
    bottom += height_of(len(title), size)
    if table.subtitle:
        small = SUBTITLE_PART * size
        lines = setter.balanced(table.subtitle, Face.SONG, small, measure)
        words += centred(lines, sum(edges) / 2, bottom + SUBTITLE_GAP, Face.SONG, small)
        bottom += SUBTITLE_GAP + height_of(len(lines), small)
    if table.number or table.left_note or table.right_note:
        top = bottom + (TITLE_NUMBER_GAP if title else 0.0)
        if tight and title and table.number:
            top = bottom - table.size
        notes = _number_and_unit(table, setter, edges)
        words += [word._replace(y=word.y + top) for word in notes.words]
        bottom = top + notes.height
    elif title:
        bottom += SUBTITLE_BELOW if table.subtitle or table.small_label else TITLE_GAP
    elif table.label:
        bottom += LABEL_GAP
    return Strip(bottom, tuple(words), keep=True, marks=tuple(_marks(table)))


def title_face(table: Table) -> Face:
    """小标宋, or 黑体 for the forms that are titled plainly."""
    return Face.HEI if table.plain_title else Face.TITLE


def _label(
    table: Table, setter: Typesetter, edges: tuple[float, float]
) -> tuple[list[Words], float]:
    """What stands at the left above the title, and where it ends."""
    face, size = (Face.SONG, table.size) if table.small_label else (Face.HEI, LABEL_SIZE)
    label = _single(table.label, face, size, setter)
    if not label:
        return [], 0.0
    gap = SMALL_LABEL_GAP if table.small_label else LABEL_GAP
    words = [Words(edges[0], ASCENT * size, *word) for word in label]
    return words, size + (gap if table.title else 0.0)


def _marks(table: Table) -> Iterator[Mark]:
    if table.listed:
        yield Mark(1, table.outline or table.title.replace("\n", ""))
    if table.bookmark:
        yield Mark(2, table.bookmark, listed=False)


def _single(
    text: str, face: Face, size: float, setter: Typesetter
) -> list[tuple[Line, Face, float]]:
    """Text that is never broken, as words are made of."""
    return [(line, face, size) for line in setter.lines(text, face, size, inf)]


def _number_and_unit(table: Table, setter: Typesetter, edges: tuple[float, float]) -> Strip:
    """The table's number over the unit, both at the right; the unit's line holds the left note."""
    size = table.size
    left, right = edges
    words: list[Words] = []
    bottom = 0.0
    for text in filter(None, (table.number, table.right_note)):
        for part in _single(text, Face.SONG, size, setter):
            words.append(Words(right - part[0].width, bottom + ASCENT * size, *part))
            bottom += LEADING * size
    if table.left_note:
        unit = setter.faces.width(table.right_note, Face.SONG, size)
        room = max(right - left - unit - size, 4 * size)
        small = setter.fitting(table.left_note, Face.SONG, size, (room, NAME_ROOM))
        lines = setter.lines(table.left_note, Face.SONG, small, room)
        first = bottom - LEADING * size if table.right_note else bottom
        for place, line in enumerate(lines):
            y = first + (place * LEADING + ASCENT) * small
            words.append(Words(left, y, line, Face.SONG, small))
        bottom = max(bottom, first + len(lines) * LEADING * small)
    return Strip(bottom - (LEADING - 1) * size + UNIT_GAP, tuple(words))


def below(table: Table, setter: Typesetter, edges: tuple[float, float]) -> list[Strip]:
    """The notes, a strip for each line, and the signature line."""
    gap = NOTE_GAP
    size = table.note_size or table.size
    found: list[Strip] = []
    for note in table.notes:
        for words in _note(note, size, setter, edges):
            pitch = (NOTE_LEADING if found else 1) * size + gap
            moved = tuple(word._replace(y=pitch - (1 - ASCENT) * size) for word in words)
            found.append(Strip(pitch, moved))
            gap = 0.0
    if table.signature:
        found.append(_signature(table, setter, edges))
    return found


def _note(
    note: str, size: float, setter: Typesetter, edges: tuple[float, float]
) -> Iterator[tuple[Words, ...]]:
    """The words of each line; lines after the first begin where the text began after “注：”."""
    left, right = edges
    head, colon, rest = note.partition("：")
    hanging = bool(rest) and len(head) < HANGING
    prefix = setter.lines(head + colon, Face.SONG, size, inf) if hanging else ()
    start = left + sum(line.width for line in prefix)
    measure = max(right - start, 8 * size)
    for line in setter.lines(rest if hanging else note, Face.SONG, size, measure):
        before = tuple(Words(left, 0.0, part, Face.SONG, size) for part in prefix)
        yield (*before, Words(start, 0.0, line, Face.SONG, size))
        prefix = ()


def _signature(table: Table, setter: Typesetter, edges: tuple[float, float]) -> Strip:
    size = table.size
    left, right = edges
    texts = table.signature.split(APART)
    step = (right - left) / len(texts)
    words: list[Words] = []
    lines_most = 1
    for place, text in enumerate(texts):
        lines = setter.lines(text, Face.SONG, size, max(step, size))
        lines_most = max(lines_most, len(lines))
        for down, line in enumerate(lines):
            y = SIGNATURE_GAP + (ASCENT + LEADING * down) * size
            words.append(Words(left + place * step, y, line, Face.SONG, size))
    return Strip(SIGNATURE_GAP + height_of(lines_most, size), tuple(words))
