"""Where the cells of a pasted block go in a grid, and what a copied block holds."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from jsxh_desktop.app.clipboard import Rows
from jsxh_desktop.app.grid_layout import Cell, GridSource, Pick
from jsxh_desktop.domain.entry import Kind

SUMS = frozenset(["合计", "总计", "小计", "本年收入合计", "本年支出合计", "栏次"])
"""Lines of a printed table that are worked out here."""
LEAST_HEADS = 2
CODES = (Kind.FUNCTIONAL, Kind.ECONOMIC)


@dataclass(frozen=True, slots=True)
class Box:
    """Selected cells: from its first row and column up to, without, its last."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class Pasted:
    """The texts by cell, how many rows they came in, how many lines of sums were left out."""

    typed: dict[Cell, str]
    rows: int
    left_out: int = 0


def pasted(source: GridSource, box: Box, rows: Rows) -> Pasted:
    """A block put down at the first cell of a selection.

    Where its first row are titles of this grid, its columns go below theirs; else side by side.
    One single cell fills the whole selection. What lands on a cell that is not typed is dropped.
    """
    if len(rows) == 1 and len(rows[0]) == 1:
        return Pasted(fill(source, box, rows[0][0]), box.bottom - box.top)
    by_title = _by_title(source, rows)
    spots = by_title or {n: box.left + n for n in range(len(rows[0]) if rows else 0)}
    spots = {n: column for n, column in spots.items() if column < len(source.columns)}
    codes = [n for n, column in spots.items() if _is_code(source, column)]
    body = [row for row in (rows[1:] if by_title else rows) if any(map(str.strip, row))]
    kept = [row for row in body if not any("".join(row[n].split()) in SUMS for n in codes)]
    count = len(source.rows)

    @cache
    def takes(row: int) -> tuple[tuple[int, int], ...]:
        return tuple((n, at) for n, at in spots.items() if source.may_type((row, at)))

    typed = {
        (row, column): cells[n]
        for row, cells in zip(_rows_from(source, box.top), kept, strict=False)
        for n, column in takes(min(row, count))  # all rows to come take the same
    }
    return Pasted(typed, len({row for row, _ in typed}), len(body) - len(kept))


def fill(source: GridSource, box: Box, text: str) -> dict[Cell, str]:
    """The same text in every typed cell of a selection."""
    cells = ((r, c) for r in range(box.top, box.bottom) for c in range(box.left, box.right))
    return {cell: text for cell in cells if source.may_type(cell)}


def from_above(source: GridSource, box: Box) -> dict[Cell, str]:
    """What Ctrl+D puts: the first row of a selection into the others, or the row above into one."""
    top = box.top if box.bottom - box.top > 1 else box.top - 1
    above = next((row for row in range(top, -1, -1) if not source.rows[row].band), None)
    if above is None:
        return {}
    cells = ((r, c) for r in range(top + 1, box.bottom) for c in range(box.left, box.right))
    return {cell: source.exact((above, cell[1])) for cell in cells if source.may_type(cell)}


def copied(source: GridSource, box: Box) -> Rows:
    """Every digit of what is typed, and what is shown of the rest; bands are no rows."""
    shown = source.rows
    return tuple(
        tuple(
            source.exact((r, c)) if source.may_type((r, c)) else shown[r].cells[c]
            for c in range(box.left, box.right)
        )
        for r in range(box.top, min(box.bottom, len(shown)))
        if not shown[r].band
    )


def _by_title(source: GridSource, rows: Rows) -> dict[int, int]:
    """Column of the block → column of the grid, where the first row are titles; else nothing."""
    titles = {column.title: n for n, column in enumerate(source.columns)}
    heads = ["".join(head.split()) for head in rows[0]] if rows else []
    found = {n: titles[head] for n, head in enumerate(heads) if head in titles}
    return found if len(found) >= min(LEAST_HEADS, len(heads)) and found else {}


def _is_code(source: GridSource, number: int) -> bool:
    column = source.columns[number]
    coded = column.entry is not None and column.entry.kind in CODES
    return coded or column.pick in (Pick.FUNCTIONAL, Pick.ECONOMIC)


def _rows_from(source: GridSource, top: int) -> Iterator[int]:
    """The rows of records from one on, then the ones to come."""
    count = len(source.rows)
    yield from (row for row in range(top, count) if not source.rows[row].band)
    if source.grows:
        yield from itertools.count(max(top, count))
