"""Layout of the tables by functional code: SR, ZC, YB, GZZC, JJ, GZ, YBXM."""

from __future__ import annotations

from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.pack import Pack, PublicTable
from jsxh_desktop.narrative.block import Table
from jsxh_desktop.reports.tables.amounts import Amounts
from jsxh_desktop.reports.tables.frame import empty_note, framed
from jsxh_desktop.reports.tables.functional_tree import head, no_rows, plain, rows
from jsxh_desktop.tables.figure_table import FigureTable


def income(figures: FigureTable, filing: Filing, pack: Pack, table: PublicTable) -> Table:
    """SR 收入决算表."""
    amounts = Amounts(pack.zero)
    grid = Table(
        widths=(22, 72, *(22.5,) * len(figures.columns)),
        head=head(plain(figures.columns)),
        body=rows(figures, amounts),
        landscape=True,
        row_height=7.4,
    )
    return framed(grid, filing, pack, table, amounts.notes())


def expenditure(figures: FigureTable, filing: Filing, pack: Pack, table: PublicTable) -> Table:
    """ZC 支出决算表."""
    amounts = Amounts(pack.zero)
    grid = Table(
        widths=(24, 72, *(26,) * len(figures.columns)),
        head=head(plain(figures.columns)),
        body=rows(figures, amounts),
        landscape=True,
        row_height=7.4,
    )
    return framed(grid, filing, pack, table, amounts.notes())


def spent_of_fund(figures: FigureTable, filing: Filing, pack: Pack, table: PublicTable) -> Table:
    """YB and GZZC: what was spent out of one fund."""
    amounts = Amounts(pack.zero)
    empty = bool(table.empty_note) and figures.empty
    grid = Table(
        widths=(24, 72, 26, 26, 26),
        head=head([("本年支出", tuple(column.name for column in figures.columns))]),
        body=no_rows(figures) if empty else rows(figures, amounts),
        row_height=8.0,
    )
    notes = (empty_note(filing, table),) if empty else amounts.notes()
    return framed(grid, filing, pack, table, notes)


def flow_of_fund(figures: FigureTable, filing: Filing, pack: Pack, table: PublicTable) -> Table:
    """JJ and GZ: what came in, was spent and was carried over of one fund."""
    amounts = Amounts(pack.zero)
    opening, received, *spent, closing = figures.columns
    grid = Table(
        widths=(24, 72, *(26,) * len(figures.columns)),
        head=head(
            [
                *plain((opening, received)),
                ("本年支出", tuple(column.name for column in spent)),
                *plain((closing,)),
            ]
        ),
        body=no_rows(figures) if figures.empty else rows(figures, amounts),
        landscape=True,
        row_height=8.0,
    )
    notes = (empty_note(filing, table),) if figures.empty else amounts.notes()
    return framed(grid, filing, pack, table, notes)


def projects(figures: FigureTable, filing: Filing, pack: Pack, table: PublicTable) -> Table:
    """YBXM 一般公共预算财政拨款项目支出决算表: under each 项 the projects it paid."""
    amounts = Amounts(pack.zero)
    grid = Table(
        widths=(24, 116, 34),
        head=head(plain(figures.columns), names="科目名称（项目）"),
        body=rows(figures, amounts),
        row_height=8.0,
    )
    return framed(grid, filing, pack, table, amounts.notes())
