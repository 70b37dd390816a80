"""Running text as strips on the text grid: headings, paragraphs, gaps, figures (GB/T 9704-2012)."""

from __future__ import annotations

from collections.abc import Iterator

from jsxh_desktop.narrative.block import Figure, Heading, Tone
from jsxh_desktop.reports.fonts import Face
from jsxh_desktop.reports.line import Line
from jsxh_desktop.reports.page import Drawing, Mark, Strip, Words
from jsxh_desktop.reports.style import (
    ASCENT,
    BODY_SIZE,
    BODY_SPACING,
    CAPTION_SIZE,
    FIGURE,
    FIGURE_HEIGHT,
    INDENT,
    LEFT,
    NOTE_SIZE,
    PART_SIZE,
    PITCH,
    TEXT_WIDTH,
    FigureSpace,
)
from jsxh_desktop.reports.typesetter import Typesetter, centred

MIDDLE = LEFT + TEXT_WIDTH / 2

# The face of each level of heading; the third and fourth look like the text they lead.
HEADING_FACES = {1: Face.HEI, 2: Face.KAI}


def heading(block: Heading, setter: Typesetter) -> Iterator[Strip]:
    """The lines of a heading, each kept with what follows."""
    if block.level:
        face = HEADING_FACES.get(block.level, Face.BODY)
        lines = _body(block.text, face, INDENT, setter)
    else:
        face = Face.TITLE
        lines = setter.balanced(block.text, face, PART_SIZE, TEXT_WIDTH)
    text = block.text.replace("\n", "　")
    marks = (Mark(int(block.annex) or block.level, text),) if block.listed else ()
    for line in lines:
        words = _line(line, face) if block.level else _part_line(line)
        yield Strip(PITCH, (words,), keep=True, marks=marks)
        marks = ()
    if not block.level:
        yield Strip(PITCH, keep=True)


def _part_line(line: Line) -> Words:
    top = (PITCH - PART_SIZE) / 2
    return Words(MIDDLE - line.width / 2, top + ASCENT * PART_SIZE, line, Face.TITLE, PART_SIZE)


def paragraph(text: str, tone: Tone, setter: Typesetter) -> Iterator[Strip]:
    """A paragraph for each line of the text."""
    for part in text.split("\n"):
        if tone is Tone.CAPTION:
            yield from _caption(part, setter)
        elif tone is Tone.NOTE:
            lines = setter.lines(part, Face.SONG, NOTE_SIZE, TEXT_WIDTH)
            yield from _strips(lines, Face.SONG, NOTE_SIZE)
        else:
            indent = INDENT if tone is Tone.BODY else 0.0
            yield from _strips(_body(part, Face.BODY, indent, setter), Face.BODY)


def gap(text: str, setter: Typesetter) -> Iterator[Strip]:
    """What is missing, in a face that is seen in black and white."""
    yield from _strips(_body(text, Face.HEI, INDENT, setter), Face.HEI)


def figure(block: Figure, setter: Typesetter, space: FigureSpace = FIGURE) -> Iterator[Strip]:
    """A chart over its caption in one strip, so that no page parts them; or why there is none."""
    if block.chart is None:
        note = setter.lines(block.note, Face.BODY, BODY_SIZE, TEXT_WIDTH)
        for line in note:
            words = centred((line,), MIDDLE, 0.0, Face.BODY, BODY_SIZE)
            yield Strip(PITCH, tuple(words), keep=True)
        yield from _caption(block.caption, setter, keep=False)
        return
    drawing = Drawing(LEFT, space.top, TEXT_WIDTH, FIGURE_HEIGHT, block.chart)
    lines = setter.balanced(block.caption, Face.HEI, CAPTION_SIZE, TEXT_WIDTH)
    caption = centred(lines, MIDDLE, space.caption_top, Face.HEI, CAPTION_SIZE)
    yield Strip(space.lines * PITCH, tuple(caption), (drawing,))


def _caption(text: str, setter: Typesetter, *, keep: bool = True) -> Iterator[Strip]:
    for line in setter.balanced(text, Face.HEI, CAPTION_SIZE, TEXT_WIDTH):
        words = centred((line,), MIDDLE, PITCH / 4, Face.HEI, CAPTION_SIZE)
        yield Strip(PITCH, tuple(words), keep=keep)


def _body(text: str, face: Face, indent: float, setter: Typesetter) -> tuple[Line, ...]:
    return setter.justified(text, face, BODY_SIZE, TEXT_WIDTH, indent=indent, spacing=BODY_SPACING)


def _strips(lines: tuple[Line, ...], face: Face, size: float = BODY_SIZE) -> Iterator[Strip]:
    """A strip a line; no page begins or ends with a single line of several."""
    for place, line in enumerate(lines):
        first, last_but_one = place == 0, place == len(lines) - 2
        keep = len(lines) > 1 and (first or last_but_one)
        yield Strip(PITCH, (_line(line, face, size),), keep=keep)


def _line(line: Line, face: Face, size: float = BODY_SIZE) -> Words:
    return Words(LEFT, ASCENT * size, line, face, size)
