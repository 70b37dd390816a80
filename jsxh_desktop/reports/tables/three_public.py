"""Layout of the “三公” tables SG and JJSG."""

from __future__ import annotations

from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.pack import Pack, PublicTable
from jsxh_desktop.narrative.block import Cell, Table
from jsxh_desktop.reports.tables.amounts import Amounts
from jsxh_desktop.reports.tables.frame import empty_note, framed, label
from jsxh_desktop.tables.figure_table import FigureTable
from jsxh_desktop.tables.three_public import COLUMNS, ROW, SIDES

ZERO = "0.00"
"""Here a zero says that nothing was spent, so it is always printed."""


def three_public(figures: FigureTable, filing: Filing, pack: Pack, table: PublicTable) -> Table:
    """One row of figures; a table that is known to be empty may say so instead."""
    amounts = Amounts(ZERO)
    empty = bool(table.empty_note) and figures.empty
    row = tuple(
        Cell() if empty else amounts.cell(figures.cells[ROW.key, column.key])
        for column in figures.columns
    )
    grid = Table(widths=(21.0,) * 12, head=_head(), body=(row,), landscape=True, row_height=10)
    notes = (empty_note(filing, table),) if empty else amounts.notes()
    return framed(grid, filing, pack, table, notes)


def _head() -> tuple[tuple[Cell, ...], ...]:
    whole, overseas, subtotal, purchase, running, reception = (
        column.name for column in COLUMNS[: len(COLUMNS) // 2]
    )
    side = (
        label(whole, down=2),
        label(overseas, down=2),
        label("公务用车购置及运行维护费", across=3),
        label(reception, down=2),
    )
    return (
        tuple(label(text, across=6, bold=True) for text in SIDES),
        side * 2,
        (label(subtotal), label(purchase), label(running)) * 2,
        tuple(label(str(number)) for number in range(1, 13)),
    )
