"""Fills pages of the text grid with strips: what belongs together stays on one page."""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil, inf

from jsxh_desktop.narrative.block import Table
from jsxh_desktop.reports.fitting import edges_of, narrowed
from jsxh_desktop.reports.fonts import Face
from jsxh_desktop.reports.frame import above, below
from jsxh_desktop.reports.grid import grid
from jsxh_desktop.reports.page import Page, Strip, said
from jsxh_desktop.reports.parts import Rooms, looks, parts
from jsxh_desktop.reports.style import (
    A4_WIDTH,
    ALONE,
    LEFT,
    NUMBER_DROP,
    PART_SIZE,
    PITCH,
    TEXT_HEIGHT,
    TEXT_WIDTH,
    TOP,
)
from jsxh_desktop.reports.table_pages import put_grid
from jsxh_desktop.reports.typesetter import Typesetter

# Sums of 22 line pitches are not exactly the height of the text area.
SLACK = 0.01
# A table in the text has at least so much white below it.
BELOW_TABLE = 6.0
# Nothing fits on a page that has not begun.
NO_PAGE = inf


def text_page() -> Page:
    bottom = TOP + TEXT_HEIGHT
    return Page(edges=(LEFT, LEFT + TEXT_WIDTH), number_y=bottom + NUMBER_DROP)


class Flow:
    """The pages so far, how much of the last one is used, and what waits for the next strip."""

    def __init__(self) -> None:
        self.pages: list[Page] = []
        self._used = NO_PAGE
        self._held: list[Strip] = []

    def put(self, strips: Iterable[Strip]) -> None:
        """Add strips from above to below."""
        for strip in strips:
            self._held.append(strip)
            if not strip.keep:
                self.settle()

    def has_room(self, lines: int) -> bool:
        """Whether so many lines fit on this page behind what waits."""
        return self._fits(sum(strip.height for strip in self._held) + lines * PITCH)

    def settle(self, following: float = 0.0) -> None:
        """Place what waits, on one page with so many points of what follows, if one holds both."""
        needed = sum(strip.height for strip in self._held) + following
        if (self._held or following) and not self._fits(needed):
            self._turn()
        for strip in self._held:
            self._place(strip)
        self._held.clear()

    def end_page(self) -> None:
        """What comes next starts a page; a page without anything on it is none."""
        self.settle()
        if self.pages and _is_title(self.pages[-1]):
            self.pages[-1].move(ALONE)
        self._used = NO_PAGE

    def add(self, pages: Iterable[Page]) -> None:
        """Pages that are composed elsewhere."""
        self.end_page()
        self.pages.extend(pages)

    def put_table(self, table: Table, setter: Typesetter) -> None:
        """A table between paragraphs; its rows go on on the next page under its head."""
        block, table = table, narrowed(table, A4_WIDTH)
        edges = edges_of(table, LEFT, LEFT + TEXT_WIDTH)
        (title,) = said(block, [above(table, setter, edges, TEXT_WIDTH)])
        tail = said(block, below(table, setter, edges))
        begin = grid((*table.head, *table.body[:1]), looks(table), setter).height
        self.settle(min(title.height + begin, TEXT_HEIGHT))
        self._place(title)
        room = TEXT_HEIGHT - self._used
        rooms = Rooms(room, TEXT_HEIGHT, sum(strip.height for strip in tail))
        for number, part in enumerate(parts(table, setter, rooms)):
            if number:
                self._turn()
            put_grid(self.pages[-1], part, edges[0], TOP + self._used)
            self._used += part.height
        self._held.extend(strip._replace(keep=True) for strip in tail)
        self.settle()
        self._used = ceil((self._used + BELOW_TABLE) / PITCH) * PITCH

    def _fits(self, height: float) -> bool:
        return self._used + height <= TEXT_HEIGHT + SLACK

    def _place(self, strip: Strip) -> None:
        if not self._fits(strip.height):
            self._turn()
        self.pages[-1].put(strip, TOP + self._used)
        self._used += strip.height

    def _turn(self) -> None:
        self.pages.append(text_page())
        self._used = 0.0


def _is_title(page: Page) -> bool:
    """Whether a part title stands alone, as before the tables of its part."""
    words = page.words
    titled = {(word.face, word.size) for word in words} == {(Face.TITLE, PART_SIZE)}
    return titled and page.numbered and not (page.rules or page.drawings or page.jumps)
