"""Income, expenditure and carry-over of one fund: JJ and GZ (rule A16).

Rows: as `functional_tree`. Columns: 年初结转和结余, 本年收入, 本年支出 (its 小计), 基本支出,
项目支出, 年末结转和结余.
"""

from __future__ import annotations

from functools import partial

from jsxh_desktop.domain import totals
from jsxh_desktop.domain.carryover import Carryover
from jsxh_desktop.domain.entry import Entry
from jsxh_desktop.domain.expenditure import ExpenditureLine
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.income import IncomeLine
from jsxh_desktop.domain.money import Money
from jsxh_desktop.domain.pack import Pack
from jsxh_desktop.domain.stated import NotStated, of
from jsxh_desktop.domain.terms import ExpenditureKind, FundSource
from jsxh_desktop.tables.by_function import received, spent
from jsxh_desktop.tables.figure_table import TOTAL, Column, FigureTable, known
from jsxh_desktop.tables.functional_tree import Across, Coded, tree_table

Records = tuple[Coded, ...]


def government_funds(filing: Filing, _: Pack) -> FigureTable:
    """JJ 政府性基金预算财政拨款收入支出决算表."""
    return _of_fund("JJ", FundSource.GOVERNMENT_FUNDS, filing)


def state_capital(filing: Filing, _: Pack) -> FigureTable:
    """GZ 国有资本经营预算财政拨款收入支出决算表."""
    return _of_fund("GZ", FundSource.STATE_CAPITAL, filing)


def _of_fund(id_: str, fund: FundSource, filing: Filing) -> FigureTable:
    columns: tuple[Across[Coded], ...] = (
        (
            Column("年初结转和结余", "年初结转\n和结余"),
            partial(_undivided, filing, Carryover.opening, fund),
        ),
        (Column("本年收入", "本年收入"), _income),
        (Column("本年支出", "小计"), _expenditure),
        (Column("基本支出", "基本支出"), partial(_expenditure_of, ExpenditureKind.BASIC)),
        (Column("项目支出", "项目支出"), partial(_expenditure_of, ExpenditureKind.PROJECT)),
        (
            Column("年末结转和结余", "年末结转\n和结余"),
            partial(_undivided, filing, Carryover.closing, fund),
        ),
    )
    table = tree_table(id_, partial(_records, filing, fund), columns, filing.functional)
    whole = {
        (TOTAL, amount.label): known(partial(totals.carried, filing, amount, fund))
        for amount in (Carryover.opening, Carryover.closing)
    }
    return FigureTable(id_, table.rows, table.columns, {**table.cells, **whole})


def _records(filing: Filing, fund: FundSource) -> Records:
    """The income lines that feed the fund and the expenditure lines that spend it."""
    source = totals.APPROPRIATION_INCOME[fund]
    fed = (line for line in totals.income_lines(filing) if of(IncomeLine.source, line) is source)
    return (*fed, *totals.fund_lines(filing, fund))


def _undivided(filing: Filing, amount: Entry[Money | None], fund: FundSource, _: Records) -> Money:
    """Carry-over is entered by fund: by functional code only nothing is known to be nothing."""
    if totals.carried(filing, amount, fund):
        raise NotStated(f"{amount.label}（按功能分类科目）")
    return Money()


def _income(records: Records) -> Money:
    lines = tuple(line for line in records if isinstance(line, IncomeLine))
    return received(tuple(totals.APPROPRIATION_INCOME.values()), lines)


def _expenditure(records: Records) -> Money:
    return totals.total(_spending(records))


def _expenditure_of(kind: ExpenditureKind, records: Records) -> Money:
    return spent(kind, _spending(records))


def _spending(records: Records) -> tuple[ExpenditureLine, ...]:
    return tuple(line for line in records if isinstance(line, ExpenditureLine))
