"""Tables that have pages of their own, portrait or landscape."""

from __future__ import annotations

from typing import NamedTuple

from jsxh_desktop.narrative.block import Table
from jsxh_desktop.reports.frame import above, below
from jsxh_desktop.reports.grid import Grid, rules, words
from jsxh_desktop.reports.page import Page, Strip
from jsxh_desktop.reports.parts import Rooms, looks, parts
from jsxh_desktop.reports.style import (
    A4_HEIGHT,
    A4_WIDTH,
    MM,
    NUMBER_DROP,
    SHORT,
    TABLE_BOTTOM,
    TABLE_TOP,
    TABLE_TOP_SHORT,
    WIDE_BOTTOM,
    WIDE_LEFT,
    WIDE_OUTER,
    WIDE_RIGHT,
    WIDE_TOP,
)
from jsxh_desktop.reports.typesetter import Typesetter


class Area(NamedTuple):
    """Where a table may stand, in points from the left and the top of the page."""

    left: float
    right: float
    top: float
    top_short: float
    bottom: float


UPRIGHT = Area(15 * MM, A4_WIDTH - 15 * MM, TABLE_TOP, TABLE_TOP_SHORT, TABLE_BOTTOM)
WIDE = Area(WIDE_LEFT, WIDE_RIGHT, WIDE_TOP, TABLE_TOP_SHORT, WIDE_BOTTOM)


def table_pages(table: Table, setter: Typesetter) -> list[Page]:
    """The table in the middle of as many pages as it needs, its title on the first."""
    area = WIDE if table.landscape else UPRIGHT
    edges = edges_of(table, area.left, area.right)
    tail = below(table, setter, edges)
    tail_height = sum(strip.height for strip in tail)
    title, grids = _cut(table, setter, area, tail_height)
    height = title.height + sum(part.height for part in grids) + tail_height
    short = height < SHORT * (area.bottom - area.top)
    sheets = _Sheets(table, area, edges)
    sheets.put(title, area.top_short if short else area.top)
    for number, part in enumerate(grids):
        sheets.put_grid(part, on_new_page=number > 0)
    sheets.put_together(tail, tail_height)
    return sheets.pages


def _cut(table: Table, setter: Typesetter, area: Area, tail: float) -> tuple[Strip, list[Grid]]:
    """Title and grids; the title's lines move together if that saves a page."""
    edges = edges_of(table, area.left, area.right)
    room = area.bottom - area.top
    found = []
    for tight in (False, True):
        title = above(table, setter, edges, area.right - area.left, tight=tight)
        rooms = Rooms(room - title.height, room, tail)
        found.append((title, list(parts(table, setter, rooms))))
        if len(found[0][1]) == 1 or not table.number:
            break
    return min(found, key=lambda one: len(one[1]))


class _Sheets:
    """The pages of one table, filled from the top."""

    def __init__(self, table: Table, area: Area, edges: tuple[float, float]) -> None:
        self._table = table
        self._area = area
        self._edges = edges
        self._y = area.top
        self.pages = [_page(table, edges)]

    def put(self, strip: Strip, top: float) -> None:
        self.pages[-1].put(strip, top)
        self._y = top + strip.height

    def put_grid(self, part: Grid, *, on_new_page: bool) -> None:
        if on_new_page:
            self._turn()
        put_grid(self.pages[-1], part, self._edges[0], self._y)
        self._y += part.height

    def put_together(self, strips: list[Strip], height: float) -> None:
        """Strips on one page if one holds them."""
        if self._y + height > self._area.bottom and height <= self._area.bottom - self._area.top:
            self._turn()
        for strip in strips:
            if self._y + strip.height > self._area.bottom:
                self._turn()
            self.put(strip, self._y)

    def _turn(self) -> None:
        self.pages.append(_page(self._table, self._edges))
        self._y = self._area.top


def edges_of(table: Table, left: float, right: float) -> tuple[float, float]:
    """Left and right of the grid, in the middle between the given ones."""
    width = sum(looks(table).widths)
    start = max((left + right - width) / 2, 0.0)
    return start, start + width


def put_grid(page: Page, part: Grid, left: float, top: float) -> None:
    page.words.extend(words(part, left, top))
    page.rules.extend(rules(part, left, top))


def _page(table: Table, edges: tuple[float, float]) -> Page:
    """A landscape page is numbered as its portrait sheet: at its left, outer end at its bottom."""
    if not table.landscape:
        return Page(edges=edges, number_y=TABLE_BOTTOM + NUMBER_DROP)
    number = A4_HEIGHT - min(WIDE_LEFT, edges[0]) + NUMBER_DROP
    return Page(landscape=True, edges=(WIDE_OUTER, A4_WIDTH - WIDE_OUTER), number_y=number)
