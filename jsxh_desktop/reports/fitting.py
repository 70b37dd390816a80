"""Fits a table to a page: as it is, else a little closer, else cut over pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from jsxh_desktop.narrative.block import Table
from jsxh_desktop.reports.frame import above, below
from jsxh_desktop.reports.grid import Grid, grid
from jsxh_desktop.reports.page import Strip
from jsxh_desktop.reports.parts import Rooms, looks, parts
from jsxh_desktop.reports.style import CLOSER, CLOSER_SIZE, LITTLE, MM, TABLE_EDGE
from jsxh_desktop.reports.typesetter import Typesetter


class Area(NamedTuple):
    """Where a table may stand, in points from the left and the top of the page."""

    left: float
    right: float
    top: float
    top_short: float
    bottom: float

    @property
    def height(self) -> float:
        return self.bottom - self.top


class Fitted(NamedTuple):
    """What stands above the grid, the grids page by page, what stands below the last."""

    title: Strip
    grids: list[Grid]
    tail: list[Strip]

    @property
    def height(self) -> float:
        tail = sum(strip.height for strip in self.tail)
        return self.title.height + sum(part.height for part in self.grids) + tail


def fitted(table: Table, setter: Typesetter, area: Area) -> Fitted:
    """The table on one page if that takes no more than setting it closer; else on several."""
    plain = _whole(table, setter, area)
    if plain.height <= area.height:
        return plain
    if plain.height <= LITTLE * area.height:
        for closer in _closer(table, setter, area):
            if closer.height <= area.height:
                return closer
    tail = sum(strip.height for strip in plain.tail)
    rooms = Rooms(area.height - plain.title.height, area.height, tail)
    return plain._replace(grids=list(parts(table, setter, rooms)))


def _closer(table: Table, setter: Typesetter, area: Area) -> Iterator[Fitted]:
    yield _whole(table, setter, area, tight=True)
    yield _whole(table, setter, area, closeness=CLOSER, tight=True)
    if table.size > CLOSER_SIZE:
        smaller = replace(table, size=CLOSER_SIZE)
        yield _whole(smaller, setter, area)
        yield _whole(smaller, setter, area, closeness=CLOSER, tight=True)


def _whole(
    table: Table,
    setter: Typesetter,
    area: Area,
    *,
    closeness: float = 1.0,
    tight: bool = False,
) -> Fitted:
    """In one piece, however high."""
    edges = edges_of(table, area.left, area.right)
    title = above(table, setter, edges, area.right - area.left, tight=tight)
    rows = (*table.head, *table.body)
    return Fitted(title, [grid(rows, looks(table, closeness), setter)], below(table, setter, edges))


def narrowed(table: Table, paper: float) -> Table:
    """A table wider than the paper allows with all of its columns narrower by the same part."""
    wanted, most = sum(table.widths) * MM, paper - 2 * TABLE_EDGE
    if wanted <= most:
        return table
    return replace(table, widths=tuple(width * most / wanted for width in table.widths))


def edges_of(table: Table, left: float, right: float) -> tuple[float, float]:
    """Left and right of the grid, in the middle between the given ones."""
    width = sum(looks(table).widths)
    start = max((left + right - width) / 2, 0.0)
    return start, start + width
