"""CZMX and YBMX: expenditure by function down and by economic code across (rule A14).

Rows: as `functional_tree`. Columns: 合计; the economic code of each 类 in use (301, its 小计) and
of its 款 (30101); 未填科目, last, for what has no economic code.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from jsxh_desktop.domain import totals
from jsxh_desktop.domain.code import CodeTable
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.money import Money
from jsxh_desktop.domain.pack import Pack
from jsxh_desktop.domain.stated import NotStated, gap
from jsxh_desktop.domain.terms import APPROPRIATION, FundSource
from jsxh_desktop.domain.totals import Lines
from jsxh_desktop.tables.figure_table import TOTAL, UNCODED, Column, FigureTable, known
from jsxh_desktop.tables.functional_tree import WHOLE, branches, name_of, row_of


def appropriation(filing: Filing, _: Pack) -> FigureTable:
    """CZMX 财政拨款支出决算明细表."""
    return _of_funds("CZMX", filing, *APPROPRIATION)


def general_budget(filing: Filing, _: Pack) -> FigureTable:
    """YBMX 一般公共预算财政拨款支出决算明细表."""
    return _of_funds("YBMX", filing, FundSource.GENERAL_PUBLIC_BUDGET)


def _of_funds(id_: str, filing: Filing, *funds: FundSource) -> FigureTable:
    lines = known(partial(totals.fund_lines, filing, *funds))
    if isinstance(lines, NotStated):
        return FigureTable(id_, (WHOLE,), (Column(TOTAL, TOTAL),), {(TOTAL, TOTAL): lines})
    names = filing.functional
    columns = _columns(lines, filing.economic)
    groups = {TOTAL: lines, **branches(lines)}
    sums = {key: known(partial(_sums, group)) for key, group in groups.items()}
    return FigureTable(
        id_,
        tuple(row_of(key, names) for key in groups),
        columns,
        {
            (key, x.key): row if isinstance(row, NotStated) else row.get(x.key, Money())
            for key, row in sums.items()
            for x in columns
        },
    )


def _columns(lines: Lines, names: CodeTable) -> tuple[Column, ...]:
    codes = {line.economic for line in lines}
    found = [Column(TOTAL, TOTAL)]
    for group in sorted({code[:3] for code in codes if code}):
        found.append(Column(group, "小计"))
        items = sorted(code for code in codes if code.startswith(group) and code != group)
        found.extend(Column(code, name_of(code, names)) for code in items)
    if "" in codes:
        found.append(Column(UNCODED, gap("经济分类")))
    return tuple(found)


def _sums(lines: Lines) -> Mapping[str, Money]:
    """By 款, by 类 and in total."""
    items = totals.by_code(lines, 5, economic=True)
    groups = totals.by_code(lines, 3, economic=True)
    uncoded = items.pop("", Money())
    return {**items, **groups, UNCODED: uncoded, TOTAL: totals.total(lines)}
