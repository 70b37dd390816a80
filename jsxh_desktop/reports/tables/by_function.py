"""Income and expenditure by functional code: SR, ZC, YB, GZZC."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from jsxh_desktop.domain import totals
from jsxh_desktop.domain.expenditure import ExpenditureLine
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.income import IncomeLine
from jsxh_desktop.domain.money import Money
from jsxh_desktop.domain.pack import Pack, PublicTable
from jsxh_desktop.domain.stated import of, summed
from jsxh_desktop.domain.terms import ExpenditureKind, FundSource, IncomeSource
from jsxh_desktop.domain.totals import Lines
from jsxh_desktop.narrative.block import Table
from jsxh_desktop.narrative.wording import known
from jsxh_desktop.reports.tables.amounts import Amounts
from jsxh_desktop.reports.tables.frame import empty_note, framed
from jsxh_desktop.reports.tables.functional_tree import Column, head, no_rows, rows

INCOME_COLUMNS: tuple[tuple[str, tuple[IncomeSource, ...]], ...] = (
    ("本年收入\n合计", tuple(IncomeSource)),
    ("财政拨款\n收入", tuple(totals.APPROPRIATION_INCOME.values())),
    ("上级补助\n收入", (IncomeSource.SUPERIOR_GRANT,)),
    ("事业收入", (IncomeSource.INSTITUTIONAL,)),
    ("经营收入", (IncomeSource.OPERATING,)),
    ("附属单位\n上缴收入", (IncomeSource.SUBORDINATE,)),
    ("其他收入", (IncomeSource.OTHER,)),
)
"""The columns of SR, and the sources each of them adds up."""

EXPENDITURE_COLUMNS: tuple[tuple[str, ExpenditureKind], ...] = (
    ("基本支出", ExpenditureKind.BASIC),
    ("项目支出", ExpenditureKind.PROJECT),
    ("上缴上级\n支出", ExpenditureKind.TO_SUPERIOR),
    ("经营支出", ExpenditureKind.OPERATING),
    ("对附属单位\n补助支出", ExpenditureKind.TO_SUBORDINATE),
)
BY_KIND = (("本年支出", ("合计", "基本支出", "项目支出")),)


def income(filing: Filing, pack: Pack, table: PublicTable) -> tuple[Table, ...]:
    """SR 收入决算表."""
    amounts = Amounts(pack.zero)
    columns = [partial(received, sources) for _, sources in INCOME_COLUMNS]
    grid = Table(
        widths=(22, 72, *(22.5,) * len(columns)),
        head=head([(name, ()) for name, _ in INCOME_COLUMNS]),
        body=rows(partial(totals.income_lines, filing), columns, filing.functional, amounts),
        landscape=True,
        row_height=7.4,
    )
    return (framed(grid, filing, pack, table, amounts.notes()),)


def received(sources: Sequence[IncomeSource], lines: Sequence[IncomeLine]) -> Money:
    """The sum of the lines from these sources."""
    kept = (line for line in lines if of(IncomeLine.source, line) in sources)
    return summed((line.final for line in kept), IncomeLine.final.label)


def expenditure(filing: Filing, pack: Pack, table: PublicTable) -> tuple[Table, ...]:
    """ZC 支出决算表."""
    amounts = Amounts(pack.zero)
    heads = [("本年支出\n合计", ()), *((name, ()) for name, _ in EXPENDITURE_COLUMNS)]
    columns: list[Column[ExpenditureLine]] = [
        totals.total,
        *(partial(spent, kind) for _, kind in EXPENDITURE_COLUMNS),
    ]
    grid = Table(
        widths=(24, 72, *(26,) * len(columns)),
        head=head(heads),
        body=rows(partial(totals.functional_lines, filing), columns, filing.functional, amounts),
        landscape=True,
        row_height=7.4,
    )
    return (framed(grid, filing, pack, table, amounts.notes()),)


def spent(kind: ExpenditureKind, lines: Lines) -> Money:
    """The sum of the lines of one 支出性质."""
    return totals.total(totals.of_kind(lines, kind))


def general_budget(filing: Filing, pack: Pack, table: PublicTable) -> tuple[Table, ...]:
    """YB 一般公共预算财政拨款支出决算表."""
    return (_of_fund(FundSource.GENERAL_PUBLIC_BUDGET, filing, pack, table),)


def state_capital(filing: Filing, pack: Pack, table: PublicTable) -> tuple[Table, ...]:
    """GZZC 国有资本经营预算财政拨款支出决算表."""
    return (_of_fund(FundSource.STATE_CAPITAL, filing, pack, table),)


def _of_fund(fund: FundSource, filing: Filing, pack: Pack, table: PublicTable) -> Table:
    amounts = Amounts(pack.zero)
    source = partial(totals.fund_lines, filing, fund)
    columns: list[Column[ExpenditureLine]] = [
        totals.total,
        partial(spent, ExpenditureKind.BASIC),
        partial(spent, ExpenditureKind.PROJECT),
    ]
    empty = table.empty_note and known(source) == ()
    grid = Table(
        widths=(24, 72, 26, 26, 26),
        head=head(BY_KIND),
        body=no_rows(len(columns)) if empty else rows(source, columns, filing.functional, amounts),
        row_height=8.0,
    )
    notes = (empty_note(filing, table),) if empty else amounts.notes()
    return framed(grid, filing, pack, table, notes)
