"""Layout of YBJB 一般公共预算财政拨款基本支出决算表: every 款, in blocks side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from jsxh_desktop.domain.code import OPERATING_CLASSES, PERSONNEL_CLASSES
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.money import Money
from jsxh_desktop.domain.pack import Pack, PublicTable
from jsxh_desktop.domain.stated import NotStated
from jsxh_desktop.narrative.block import Align, Cell, Gap, Table
from jsxh_desktop.narrative.wording import spoken
from jsxh_desktop.reports.tables.amounts import Amounts
from jsxh_desktop.reports.tables.frame import framed, label
from jsxh_desktop.reports.tables.functional_tree import Cells
from jsxh_desktop.tables.basic_expenditure import FINAL, OPERATING, PERSONNEL, blocks
from jsxh_desktop.tables.figure_table import FigureTable, Row

WIDTHS = (14.2, 51.0, 20.0)
LAST_WIDTHS = (14.2, 59.0, 20.0)
"""The last block holds the longest names; all have to stay on one line for one page."""


def basic_expenditure(
    figures: FigureTable, filing: Filing, pack: Pack, table: PublicTable
) -> Table:
    """The codes listed even when empty, then the sums of 人员经费 and 公用经费."""
    amounts = Amounts(pack.zero)
    rows = {row.key: row for row in figures.rows if row.level}
    columns = [
        [_cells(rows[code], figures, amounts) for code in codes] for codes in blocks(pack, rows)
    ]
    body = (*_beside(columns), _closing(figures, pack, amounts))
    grid = Table(
        widths=WIDTHS * (len(columns) - 1) + LAST_WIDTHS,
        head=_head(pack),
        body=body,
        landscape=True,
        size=8.5,
        title_size=16,
        row_height=5.05,
        closing=1,
    )
    return framed(grid, filing, pack, table, (*_outside(figures), *amounts.notes()))


def _cells(row: Row, figures: FigureTable, amounts: Amounts) -> Cells:
    bold = row.level == 1
    return (
        Cell(row.key, align=Align.CENTRE, bold=bold),
        Cell(row.name, indent=row.level - 1, bold=bold),
        amounts.cell(figures.cells[row.key, FINAL.key], bold=bold),
    )


def _beside(columns: Sequence[Sequence[Cells]]) -> Iterator[Cells]:
    blank = (Cell(), Cell(), Cell())
    for parts in zip_longest(*columns, fillvalue=blank):
        yield tuple(cell for part in parts for cell in part)


def _head(pack: Pack) -> tuple[Cells, ...]:
    personnel, count = _personnel_blocks(pack), len(pack.basic_blocks)
    return (
        (
            label("人员经费", across=3 * personnel, bold=True),
            label("公用经费", across=3 * (count - personnel), bold=True),
        ),
        tuple(map(label, ("科目编码", "科目名称", "决算数"))) * count,
    )


def _closing(figures: FigureTable, pack: Pack, amounts: Amounts) -> Cells:
    """人员经费合计 and 公用经费合计 (rule A13)."""
    personnel = _personnel_blocks(pack)
    operating = len(pack.basic_blocks) - personnel
    return (
        label(PERSONNEL, across=3 * personnel - 1, bold=True),
        amounts.cell(figures.cells[PERSONNEL, FINAL.key], bold=True),
        label(OPERATING, across=3 * operating - 1, bold=True),
        amounts.cell(figures.cells[OPERATING, FINAL.key], bold=True),
    )


def _personnel_blocks(pack: Pack) -> int:
    return sum(1 for block in pack.basic_blocks if set(block) <= set(PERSONNEL_CLASSES))


def _outside(figures: FigureTable) -> Iterator[str]:
    """A note for each 类 that is neither 人员经费 nor 公用经费, so that its money is not missed."""
    for row in figures.rows:
        amount = figures.cells[row.key, FINAL.key]
        outside = row.level == 1 and row.key not in PERSONNEL_CLASSES + OPERATING_CLASSES
        if outside and amount != Money():
            shown = spoken(Gap(amount.label) if isinstance(amount, NotStated) else amount)
            yield f"{row.key}{row.name}{shown}不属于人员经费和公用经费，未计入上列合计。"
