"""The public tables and the self-evaluation sheets of a filing as sheets, each as it prints."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator

from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.money import FEN_IN, Money
from jsxh_desktop.domain.pack import Pack, PublicTable
from jsxh_desktop.narrative.block import Table
from jsxh_desktop.reports.evaluation_form import evaluation_sheets
from jsxh_desktop.reports.excel.sheet import Sheet, sheet_name
from jsxh_desktop.reports.excel.table import IN_YUAN, table_sheet
from jsxh_desktop.reports.excel.wide import joined
from jsxh_desktop.reports.public_tables import LAYOUTS
from jsxh_desktop.tables.figure_table import FigureTable
from jsxh_desktop.tables.public import figure_table

WAN, YUAN = "万元", "元"
TIMES = FEN_IN[WAN] // FEN_IN[YUAN]


def public_table_sheets(filing: Filing, pack: Pack, unit: str = WAN) -> Iterator[Sheet]:
    """A sheet for each table of the pack, in 万元 as they print or, to the fen, in 元."""
    taken: list[str] = []
    for number, table in enumerate(pack.tables, 1):
        made, page_ends = joined(_pages(filing, pack, table, unit))
        taken.append(sheet_name(f"公开{number:02} {table.title}", taken))
        yield table_sheet(made, taken[-1], page_ends=page_ends)


def evaluation_form_sheets(filing: Filing, pack: Pack) -> Iterator[Sheet]:
    """A sheet for each project, called by its number and name."""
    taken: list[str] = []
    for number, table in enumerate(evaluation_sheets(filing, pack), 1):
        name = filing.projects[number - 1].name or "未命名项目"
        taken.append(sheet_name(f"附表{number} {name}", taken))
        yield table_sheet(table, taken[-1])


def _pages(filing: Filing, pack: Pack, table: PublicTable, unit: str) -> tuple[Table, ...]:
    figures = figure_table(table.id, filing, pack)
    layout = LAYOUTS[table.id]
    if unit == WAN:
        return _tables(layout(figures, filing, pack, table))
    made = _tables(layout(_enlarged(figures), filing, pack, table))
    return tuple(dataclasses.replace(page, right_note=IN_YUAN) for page in made)


def _tables(made: Table | Iterable[Table]) -> tuple[Table, ...]:
    return (made,) if isinstance(made, Table) else tuple(made)


def _enlarged(figures: FigureTable) -> FigureTable:
    """So that what is laid out in 万元 shows the 元: layouts know one unit only."""
    cells = {
        key: Money(amount.fen * TIMES) if isinstance(amount, Money) else amount
        for key, amount in figures.cells.items()
    }
    return dataclasses.replace(figures, cells=cells)
