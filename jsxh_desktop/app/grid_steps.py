"""Where the cursor of a grid goes from a cell."""

from __future__ import annotations

from jsxh_desktop.app.grid_layout import Cell, GridSource


def last_row(source: GridSource) -> int:
    """The row that is typed into to add, else the last one; −1 where there is none."""
    return len(source.rows) - (0 if source.grows else 1)


def next_typed(source: GridSource, cell: Cell, by: int) -> Cell | None:
    """On (1) or back (−1) to the next cell that takes a text, from a row's end to the next row."""
    row, column = cell
    count = len(source.columns)
    while True:
        column += by
        if not 0 <= column < count:
            row += by
            column = 0 if by > 0 else count - 1
        if not 0 <= row <= last_row(source):
            return None
        if source.may_type((row, column)):
            return row, column


def first_typed(source: GridSource) -> Cell:
    """Where work begins: the first cell that takes a text."""
    return next_typed(source, (0, -1), 1) or (0, 0)


def below(source: GridSource, cell: Cell, by: int) -> Cell:
    """The cell below (1) or above (−1), past the bands; the cell itself where there is none."""
    row, column = cell
    rows = source.rows
    row += by
    while 0 <= row < len(rows) and rows[row].band:
        row += by
    return (row, column) if 0 <= row <= last_row(source) else cell


def row_of(source: GridSource, key: int) -> int | None:
    """Where a record stands now."""
    return next((n for n, row in enumerate(source.rows) if row.key == key), None)
