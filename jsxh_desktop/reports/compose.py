"""Blocks become pages in one pass; the contents, whose length is known, are put in at the end."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import singledispatch

from jsxh_desktop.narrative.block import (
    Block,
    Contents,
    Cover,
    Figure,
    Gap,
    Heading,
    PageBreak,
    Paragraph,
    Table,
)
from jsxh_desktop.reports import running
from jsxh_desktop.reports.contents import Entry, contents_pages
from jsxh_desktop.reports.flow import Flow
from jsxh_desktop.reports.fonts import Face, Typefaces
from jsxh_desktop.reports.page import Page, Strip, Words, said
from jsxh_desktop.reports.style import (
    A4_WIDTH,
    CLOSE_FIGURE,
    CLOSING_SIZE,
    CLOSING_TOP,
    COVER_GAP,
    COVER_ROOM,
    COVER_SIZE,
    COVER_TOP,
    COVER_WIDTH,
    FIGURE,
    LEADING,
)
from jsxh_desktop.reports.table_pages import table_pages
from jsxh_desktop.reports.typesetter import Typesetter, centred


@dataclass(slots=True)
class Draft:
    """What is composed so far, and before which page the contents stand."""

    flow: Flow
    setter: Typesetter
    contents: tuple[int, Contents] | None = None


def compose(
    blocks: Iterable[Block], faces: Typefaces, setter: Typesetter | None = None
) -> list[Page]:
    """The pages the blocks fill, in order. The same blocks always fill the same pages.

    A `setter` of these faces that is kept from one time to the next knows most lines already.
    """
    draft = Draft(Flow(), setter or Typesetter(faces))
    for block in blocks:
        place(block, draft)
    draft.flow.settle()
    if draft.contents is None:
        return draft.flow.pages
    return _with_contents(draft.flow.pages, *draft.contents, draft.setter)


def numbers(pages: Sequence[Page]) -> list[int]:
    """The number of each page: they count from the first one that shows a number."""
    found, count = [], 0
    for page in pages:
        count += page.numbered
        found.append(count)
    return found


def _with_contents(pages: list[Page], at: int, block: Contents, setter: Typesetter) -> list[Page]:
    length = len(contents_pages(block.title, _entries(pages, at, 0), setter))
    inserted = contents_pages(block.title, _entries(pages, at, length), setter)
    return [*pages[:at], *inserted, *pages[at:]]


def _entries(pages: list[Page], at: int, length: int) -> list[Entry]:
    """An entry for each mark, as if the contents stood on `length` pages before page `at`."""
    found = []
    for index, (page, number) in enumerate(zip(pages, numbers(pages), strict=True)):
        later = length if index >= at else 0
        found += [
            Entry(mark.level, mark.text, number + later, index + later, mark.y)
            for mark in page.marks
            if mark.listed
        ]
    return found


@singledispatch
def place(block: object, draft: Draft) -> None:  # noqa: ARG001 - the kinds below use it
    """Add one block; a new kind of block fails here until it has a print form."""
    raise TypeError(type(block).__name__)


@place.register
def _(block: Cover, draft: Draft) -> None:
    draft.flow.add([_cover(block, draft.setter)])


@place.register
def _(block: Contents, draft: Draft) -> None:
    draft.flow.end_page()
    draft.contents = (len(draft.flow.pages), block)


@place.register
def _(block: Heading, draft: Draft) -> None:
    if block.level == 0:
        draft.flow.end_page()
    draft.flow.put(said(block, running.heading(block, draft.setter)))


@place.register
def _(block: Paragraph, draft: Draft) -> None:
    draft.flow.put(said(block, running.paragraph(block.text, block.tone, draft.setter)))


@place.register
def _(block: Gap, draft: Draft) -> None:
    draft.flow.put(said(block, running.gap(block.text, draft.setter)))


@place.register
def _(block: Figure, draft: Draft) -> None:
    fits = [space for space in (FIGURE, CLOSE_FIGURE) if draft.flow.has_room(space.lines)]
    draft.flow.put(said(block, running.figure(block, draft.setter, *fits[:1])))


@place.register
def _(block: PageBreak, draft: Draft) -> None:  # noqa: ARG001 - chosen by the block's type
    draft.flow.end_page()


@place.register
def _(block: Table, draft: Draft) -> None:
    if block.own_page or block.landscape:
        draft.flow.add(table_pages(block, draft.setter))
    else:
        draft.flow.put_table(block, draft.setter)


def _cover(block: Cover, setter: Typesetter) -> Page:
    words: list[Words] = []
    middle = A4_WIDTH / 2
    top = COVER_TOP
    room = (COVER_WIDTH, COVER_ROOM)
    for text, gap in (("\n".join(block.title), 0.0), (block.subtitle, COVER_GAP)):
        size = setter.fitting(text, Face.TITLE, COVER_SIZE, room)
        lines = setter.balanced(text, Face.TITLE, size, COVER_WIDTH)
        words += centred(lines, middle, top + gap, Face.TITLE, size)
        top += gap + len(lines) * LEADING * size
    closing = setter.balanced(block.closing, Face.KAI, CLOSING_SIZE, COVER_WIDTH)
    words += centred(closing, middle, CLOSING_TOP, Face.KAI, CLOSING_SIZE)
    page = Page(numbered=False)
    for strip in said(block, [Strip(0.0, tuple(words))]):
        page.put(strip, 0.0)
    return page
