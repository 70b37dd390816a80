"""CZMX and YBMX: expenditure by function down and by economic code across (domain.md 2.7, A14)."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import groupby
from math import ceil
from typing import NamedTuple

from jsxh_desktop.domain import totals
from jsxh_desktop.domain.code import CodeTable
from jsxh_desktop.domain.expenditure import ExpenditureLine
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.money import Money
from jsxh_desktop.domain.pack import Pack, PublicTable
from jsxh_desktop.domain.terms import APPROPRIATION, FundSource
from jsxh_desktop.narrative.block import Cell, Gap, Table, gap
from jsxh_desktop.narrative.wording import known
from jsxh_desktop.reports.tables.amounts import Amounts, Figure
from jsxh_desktop.reports.tables.frame import framed
from jsxh_desktop.reports.tables.functional_tree import (
    ColumnHead,
    Row,
    branches,
    code_cells,
    head,
    name_of,
    total_row,
)

Lines = tuple[ExpenditureLine, ...]
TOTAL, UNCODED = "合计", ""
ON_A_PAGE = 10
"""The most columns of figures beside code and name; the pages share them evenly."""

CODE_WIDTH, NAME_WIDTH, FIGURES_WIDTH = 18.0, 48.0, 186.0
WIDEST = 40.0
LONE_WIDTHS = (24.0, 116.0, 34.0)
"""Where there is 合计 only, the page stands upright."""


class Across(NamedTuple):
    """One column: the economic code it adds up, the 类 it stands under, its own name."""

    key: str
    group: str
    name: str


def appropriation(filing: Filing, pack: Pack, table: PublicTable) -> tuple[Table, ...]:
    """CZMX 财政拨款支出决算明细表."""
    return _pages(APPROPRIATION, filing, pack, table)


def general_budget(filing: Filing, pack: Pack, table: PublicTable) -> tuple[Table, ...]:
    """YBMX 一般公共预算财政拨款支出决算明细表."""
    return _pages((FundSource.GENERAL_PUBLIC_BUDGET,), filing, pack, table)


def _pages(
    funds: Sequence[FundSource], filing: Filing, pack: Pack, table: PublicTable
) -> tuple[Table, ...]:
    """As many tables as the economic codes in use need; each says code and name again."""
    lines = known(lambda: totals.of_fund(totals.functional_lines(filing), *funds))
    columns = _columns(() if isinstance(lines, Gap) else lines, filing.economic)
    amounts = Amounts(pack.zero)
    if not isinstance(lines, Gap) and not all(line.economic for line in lines):
        amounts.missing("支出的经济分类明细")
    found: list[Table] = []
    on_a_page = ceil(len(columns) / ceil(len(columns) / ON_A_PAGE))
    for first in range(0, len(columns), on_a_page):
        here = columns[first : first + on_a_page]
        rows = tuple(_rows(lines, here, filing.functional, amounts))
        found.append(framed(_grid(here, first, rows), filing, pack, table))
    last = framed(found[-1], filing, pack, table, amounts.notes())
    return tuple(map(_continued, range(len(found)), (*found[:-1], last)))


def _columns(lines: Lines, names: CodeTable) -> tuple[Across, ...]:
    """合计, then each 类 in use with its 款; last, beside others, what has no economic code."""
    codes = {line.economic for line in lines}
    found = [Across(TOTAL, "", TOTAL)]
    for group in sorted({code[:3] for code in codes} - {UNCODED}):
        name = name_of(group, names)
        found.append(Across(group, name, "小计"))
        items = sorted(code for code in codes if code.startswith(group) and code != group)
        found.extend(Across(code, name, name_of(code, names)) for code in items)
    if UNCODED in codes and len(codes) > 1:
        found.append(Across(UNCODED, "", gap("经济分类")))
    return tuple(found)


def _rows(
    lines: Lines | Gap, columns: Sequence[Across], names: CodeTable, amounts: Amounts
) -> Iterator[Row]:
    if isinstance(lines, Gap):
        yield total_row(amounts, [lines] * len(columns))
        return
    yield total_row(amounts, _figures(lines, columns))
    for code, group in branches(lines).items():
        cells: Iterator[Cell] = (
            amounts.cell(figure, bold=len(code) == 3) for figure in _figures(group, columns)
        )
        yield (*code_cells(code, names), *cells)


def _figures(lines: Lines, columns: Sequence[Across]) -> list[Figure]:
    sums = known(partial(_sums, lines))
    if isinstance(sums, Gap):
        return [sums] * len(columns)
    return [sums.get(column.key, Money()) for column in columns]


def _sums(lines: Lines) -> Mapping[str, Money]:
    """By 款, by 类 and in total."""
    items = totals.by_code(lines, 5, economic=True)
    groups = totals.by_code(lines, 3, economic=True)
    return {**items, **groups, TOTAL: totals.total(lines)}


def _grid(columns: Sequence[Across], first: int, rows: tuple[Row, ...]) -> Table:
    heads: list[ColumnHead] = []
    for group, members in groupby(columns, key=lambda column: column.group):
        names = tuple(column.name for column in members)
        heads.extend([(group, names)] if group else [(name, ()) for name in names])
    width = min(FIGURES_WIDTH / len(columns), WIDEST)
    lone = not first and len(columns) == 1
    return Table(
        widths=LONE_WIDTHS if lone else (CODE_WIDTH, NAME_WIDTH, *(width,) * len(columns)),
        head=head(heads, first=first + 1),
        body=rows,
        landscape=not lone,
        size=9,
        row_height=6.6,
    )


def _continued(place: int, table: Table) -> Table:
    if not place:
        return table
    return dataclasses.replace(table, title=f"{table.title}（续）", listed=False, outline="")
