"""Income and expenditure by functional code: SR, ZC, YB, GZZC.

Rows: as `functional_tree`. Columns:
SR 本年收入合计 财政拨款收入 上级补助收入 事业收入 经营收入 附属单位上缴收入 其他收入;
ZC 本年支出合计 基本支出 项目支出 上缴上级支出 经营支出 对附属单位补助支出;
YB and GZZC 合计 基本支出 项目支出.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from jsxh_desktop.domain import totals
from jsxh_desktop.domain.expenditure import ExpenditureLine
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.income import IncomeLine
from jsxh_desktop.domain.money import Money
from jsxh_desktop.domain.pack import Pack
from jsxh_desktop.domain.stated import of, summed
from jsxh_desktop.domain.terms import ExpenditureKind, FundSource, IncomeSource
from jsxh_desktop.domain.totals import Lines
from jsxh_desktop.tables.figure_table import TOTAL, Column, FigureTable
from jsxh_desktop.tables.functional_tree import Across, tree_table


def received(sources: Sequence[IncomeSource], lines: Sequence[IncomeLine]) -> Money:
    """The sum of the lines from these sources."""
    kept = (line for line in lines if of(IncomeLine.source, line) in sources)
    return summed((line.final for line in kept), IncomeLine.final.label)


def spent(kind: ExpenditureKind, lines: Lines) -> Money:
    """The sum of the lines of one 支出性质."""
    return totals.total(totals.of_kind(lines, kind))


def _income(name: str, *sources: IncomeSource) -> Across[IncomeLine]:
    return Column(name.replace("\n", ""), name), partial(received, sources)


def _expenditure(name: str, kind: ExpenditureKind) -> Across[ExpenditureLine]:
    return Column(str(kind), name), partial(spent, kind)


INCOME: tuple[Across[IncomeLine], ...] = (
    _income("本年收入\n合计", *IncomeSource),
    _income("财政拨款\n收入", *totals.APPROPRIATION_INCOME.values()),
    _income("上级补助\n收入", IncomeSource.SUPERIOR_GRANT),
    _income("事业收入", IncomeSource.INSTITUTIONAL),
    _income("经营收入", IncomeSource.OPERATING),
    _income("附属单位\n上缴收入", IncomeSource.SUBORDINATE),
    _income("其他收入", IncomeSource.OTHER),
)
EXPENDITURE: tuple[Across[ExpenditureLine], ...] = (
    (Column("本年支出合计", "本年支出\n合计"), totals.total),
    _expenditure("基本支出", ExpenditureKind.BASIC),
    _expenditure("项目支出", ExpenditureKind.PROJECT),
    _expenditure("上缴上级\n支出", ExpenditureKind.TO_SUPERIOR),
    _expenditure("经营支出", ExpenditureKind.OPERATING),
    _expenditure("对附属单位\n补助支出", ExpenditureKind.TO_SUBORDINATE),
)
OF_FUND: tuple[Across[ExpenditureLine], ...] = (
    (Column(TOTAL, "合计"), totals.total),
    _expenditure("基本支出", ExpenditureKind.BASIC),
    _expenditure("项目支出", ExpenditureKind.PROJECT),
)


def income(filing: Filing, _: Pack) -> FigureTable:
    """SR 收入决算表."""
    return tree_table("SR", partial(totals.income_lines, filing), INCOME, filing.functional)


def expenditure(filing: Filing, _: Pack) -> FigureTable:
    """ZC 支出决算表."""
    source = partial(totals.functional_lines, filing)
    return tree_table("ZC", source, EXPENDITURE, filing.functional)


def general_budget(filing: Filing, _: Pack) -> FigureTable:
    """YB 一般公共预算财政拨款支出决算表."""
    source = partial(totals.fund_lines, filing, FundSource.GENERAL_PUBLIC_BUDGET)
    return tree_table("YB", source, OF_FUND, filing.functional)


def state_capital(filing: Filing, _: Pack) -> FigureTable:
    """GZZC 国有资本经营预算财政拨款支出决算表."""
    source = partial(totals.fund_lines, filing, FundSource.STATE_CAPITAL)
    return tree_table("GZZC", source, OF_FUND, filing.functional)
