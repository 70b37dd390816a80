"""Tables that have pages of their own, portrait or landscape."""

from __future__ import annotations

from jsxh_desktop.narrative.block import Table
from jsxh_desktop.reports.fitting import Area, edges_of, fitted, narrowed
from jsxh_desktop.reports.grid import Grid, rules, words
from jsxh_desktop.reports.page import Page, Strip, said
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

UPRIGHT = Area(15 * MM, A4_WIDTH - 15 * MM, TABLE_TOP, TABLE_TOP_SHORT, TABLE_BOTTOM)
WIDE = Area(WIDE_LEFT, WIDE_RIGHT, WIDE_TOP, TABLE_TOP_SHORT, WIDE_BOTTOM)


def table_pages(table: Table, setter: Typesetter) -> list[Page]:
    """The table in the middle of as many pages as it needs, its title on the first."""
    area = WIDE if table.landscape else UPRIGHT
    area = area._replace(top=table.top * MM) if table.top else area
    block, table = table, narrowed(table, A4_HEIGHT if table.landscape else A4_WIDTH)
    title, grids, tail = fitted(table, setter, area)
    title, *tail = said(block, (title, *tail))
    tail_height = sum(strip.height for strip in tail)
    height = title.height + sum(part.height for part in grids) + tail_height
    sheets = _Sheets(table, area)
    sheets.put(title, area.top_short if height < SHORT * area.height else area.top)
    for number, part in enumerate(grids):
        sheets.put_grid(part, on_new_page=number > 0)
    sheets.put_together(tail, tail_height)
    return sheets.pages


class _Sheets:
    """The pages of one table, filled from the top."""

    def __init__(self, table: Table, area: Area) -> None:
        self._table = table
        self._area = area
        self._edges = edges_of(table, area.left, area.right)
        self._y = area.top
        self.pages = [_page(table, self._edges)]

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
        if self._y + height > self._area.bottom and height <= self._area.height:
            self._turn()
        for strip in strips:
            if self._y + strip.height > self._area.bottom:
                self._turn()
            self.put(strip, self._y)

    def _turn(self) -> None:
        self.pages.append(_page(self._table, self._edges))
        self._y = self._area.top


def put_grid(page: Page, part: Grid, left: float, top: float) -> None:
    page.words.extend(words(part, left, top))
    page.rules.extend(rules(part, left, top))


def _page(table: Table, edges: tuple[float, float]) -> Page:
    """A landscape page is numbered as its portrait sheet: at its left, outer end at its bottom."""
    if not table.landscape:
        return Page(edges=edges, number_y=TABLE_BOTTOM + NUMBER_DROP)
    number = A4_HEIGHT - min(WIDE_LEFT, edges[0]) + NUMBER_DROP
    return Page(landscape=True, edges=(WIDE_OUTER, A4_WIDTH - WIDE_OUTER), number_y=number)
