"""CZMX and YBMX: expenditure by function down and by economic code across (rule A14)."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import groupby
from math import ceil
from typing import NamedTuple

from jsxh_desktop.domain import totals
from jsxh_desktop.domain.code import CodeTable
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.money import Money
from jsxh_desktop.domain.pack import Pack, PublicTable
from jsxh_desktop.domain.stated import gap
from jsxh_desktop.domain.terms import APPROPRIATION, FundSource
from jsxh_desktop.domain.totals import Lines
from jsxh_desktop.narrative.block import Gap, Table
from jsxh_desktop.narrative.wording import known
from jsxh_desktop.reports.tables.amounts import Amounts
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

Sums = Mapping[str, Money]
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
    lines = known(lambda: totals.fund_lines(filing, *funds))
    spent = () if isinstance(lines, Gap) else lines
    sums = _by_row(lines)
    amounts = Amounts(pack.zero)
    if not all(line.economic for line in spent):
        amounts.missing("支出的经济分类明细")
    names = filing.functional
    found: list[Table] = []
    first = 1
    for columns in _shared(_columns(spent, filing.economic)):
        rows = tuple(_row(code, figures, columns, names, amounts) for code, figures in sums)
        page = framed(_grid(columns, first, rows), filing, pack, table)
        found.append(_continued(page) if found else page)
        first += len(columns)
    found[-1] = dataclasses.replace(found[-1], notes=found[-1].notes + amounts.notes())
    return tuple(found)


def _by_row(lines: Lines | Gap) -> list[tuple[str, Sums | Gap]]:
    """The sums of 合计 and of each code of the tree, worked out once for all pages."""
    if isinstance(lines, Gap):
        return [(TOTAL, lines)]
    groups = {TOTAL: lines, **branches(lines)}
    return [(code, known(partial(_sums, group))) for code, group in groups.items()]


def _shared(columns: Sequence[Across]) -> Iterator[Sequence[Across]]:
    """The columns of each page, as evenly as can be."""
    each = ceil(len(columns) / ceil(len(columns) / ON_A_PAGE))
    for first in range(0, len(columns), each):
        yield columns[first : first + each]


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


def _row(
    code: str, sums: Sums | Gap, columns: Sequence[Across], names: CodeTable, amounts: Amounts
) -> Row:
    figures: Iterator[Money | Gap] = (
        sums if isinstance(sums, Gap) else sums.get(column.key, Money()) for column in columns
    )
    if code == TOTAL:
        return total_row(amounts, figures)
    bold = len(code) == 3
    return (*code_cells(code, names), *(amounts.cell(figure, bold=bold) for figure in figures))


def _sums(lines: Lines) -> Sums:
    """By 款, by 类 and in total."""
    items = totals.by_code(lines, 5, economic=True)
    groups = totals.by_code(lines, 3, economic=True)
    return {**items, **groups, TOTAL: totals.total(lines)}


def _grid(columns: Sequence[Across], first: int, rows: tuple[Row, ...]) -> Table:
    heads: list[ColumnHead] = []
    for (_, group), members in groupby(columns, key=lambda x: (x.key[:3], x.group)):
        names = tuple(column.name for column in members)
        heads.extend([(group, names)] if group else [(name, ()) for name in names])
    width = min(FIGURES_WIDTH / len(columns), WIDEST)
    lone = first == len(columns) == 1
    return Table(
        widths=LONE_WIDTHS if lone else (CODE_WIDTH, NAME_WIDTH, *(width,) * len(columns)),
        head=head(heads, first=first),
        body=rows,
        landscape=not lone,
        size=9,
        row_height=6.6,
    )


def _continued(table: Table) -> Table:
    return dataclasses.replace(table, title=f"{table.title}（续）", listed=False, outline="")
