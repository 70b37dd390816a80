"""Layout of CZMX and YBMX: by function down, by economic code across, on as many pages."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence
from itertools import groupby
from math import ceil

from jsxh_desktop.domain.code import CodeTable
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.pack import Pack, PublicTable
from jsxh_desktop.narrative.block import Table
from jsxh_desktop.reports.tables.amounts import Amounts
from jsxh_desktop.reports.tables.frame import framed
from jsxh_desktop.reports.tables.functional_tree import Cells, ColumnHead, head, rows
from jsxh_desktop.tables.figure_table import TOTAL, UNCODED, Column, FigureTable
from jsxh_desktop.tables.functional_tree import name_of

ON_A_PAGE = 10
"""The most columns of figures beside code and name; the pages share them evenly."""

CODE_WIDTH, NAME_WIDTH, FIGURES_WIDTH = 18.0, 48.0, 186.0
WIDEST = 40.0
LONE_WIDTHS = (24.0, 116.0, 34.0)
"""Where there is 合计 only, the page stands upright."""


def detail(
    figures: FigureTable, filing: Filing, pack: Pack, table: PublicTable
) -> tuple[Table, ...]:
    """As many tables as the economic codes in use need; each says code and name again."""
    amounts = Amounts(pack.zero)
    shown = figures.columns
    if shown[-1].key == UNCODED:
        amounts.missing("支出的经济分类明细")
        # Where nothing has an economic code, its column would only repeat 合计.
        shown = shown[:1] if len(shown) == 2 else shown
    found: list[Table] = []
    first = 1
    for columns in _shared(shown):
        heads = _heads(columns, filing.economic)
        page = framed(
            _grid(columns, first, heads, rows(figures, amounts, columns)), filing, pack, table
        )
        found.append(_continued(page) if found else page)
        first += len(columns)
    found[-1] = dataclasses.replace(found[-1], notes=found[-1].notes + amounts.notes())
    return tuple(found)


def _shared(columns: Sequence[Column]) -> Iterator[Sequence[Column]]:
    """The columns of each page, as evenly as can be."""
    each = ceil(len(columns) / ceil(len(columns) / ON_A_PAGE))
    for first in range(0, len(columns), each):
        yield columns[first : first + each]


def _heads(columns: Sequence[Column], names: CodeTable) -> list[ColumnHead]:
    """The 款 stand under the name of their 类."""
    heads: list[ColumnHead] = []
    for key, members in groupby(columns, key=lambda column: column.key[:3]):
        under = tuple(column.name for column in members)
        alone = key in {TOTAL, UNCODED[:3]}
        heads.extend([(name, ()) for name in under] if alone else [(name_of(key, names), under)])
    return heads


def _grid(
    columns: Sequence[Column], first: int, heads: list[ColumnHead], body: tuple[Cells, ...]
) -> Table:
    width = min(FIGURES_WIDTH / len(columns), WIDEST)
    lone = first == len(columns) == 1
    return Table(
        widths=LONE_WIDTHS if lone else (CODE_WIDTH, NAME_WIDTH, *(width,) * len(columns)),
        head=head(heads, first=first),
        body=body,
        landscape=not lone,
        size=9,
        row_height=6.6,
    )


def _continued(table: Table) -> Table:
    return dataclasses.replace(table, title=f"{table.title}（续）", listed=False, outline="")
