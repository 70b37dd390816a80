"""The pages of a wide table put side by side again: paper ends, a sheet does not."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from jsxh_desktop.narrative.block import Cell, Table

Row = tuple[Cell, ...]


def joined(pages: Sequence[Table]) -> tuple[Table, tuple[int, ...]]:
    """One table, and the columns from which on its further pages print.

    Code and name, below the first head, stand once instead of on each page.
    """
    first, *further = pages
    named = first.head[0][0].across if first.head else 0
    table, ends = first, []
    for page in further:
        ends.append(len(table.widths))
        table = dataclasses.replace(
            table,
            widths=table.widths + page.widths[named:],
            head=_beside(table.head, page.head, named),
            body=_beside(table.body, page.body, named),
            notes=page.notes,
        )
    return table, tuple(ends)


def _beside(rows: Sequence[Row], more: Sequence[Row], named: int) -> tuple[Row, ...]:
    return tuple(row + _after(cells, named) for row, cells in zip(rows, more, strict=True))


def _after(cells: Row, columns: int) -> Row:
    """The cells of a row beyond its first columns."""
    covered = 0
    for place, cell in enumerate(cells):
        if covered >= columns:
            return cells[place:]
        covered += cell.across
    return ()
