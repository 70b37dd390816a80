"""Income, expenditure and carry-over of one fund: JJ and GZ (rule A16)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from jsxh_desktop.domain import totals
from jsxh_desktop.domain.carryover import Carryover
from jsxh_desktop.domain.entry import Entry
from jsxh_desktop.domain.expenditure import ExpenditureLine
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.income import IncomeLine
from jsxh_desktop.domain.money import Money
from jsxh_desktop.domain.pack import Pack, PublicTable
from jsxh_desktop.domain.stated import NotStated, of
from jsxh_desktop.domain.terms import ExpenditureKind, FundSource
from jsxh_desktop.narrative.block import Gap, Table
from jsxh_desktop.narrative.wording import known
from jsxh_desktop.reports.tables.amounts import Amounts
from jsxh_desktop.reports.tables.by_function import received, spent
from jsxh_desktop.reports.tables.frame import empty_note, framed
from jsxh_desktop.reports.tables.functional_tree import (
    Coded,
    Column,
    Row,
    head,
    no_rows,
    total_row,
    tree,
)

Records = tuple[Coded, ...]
HEADS = (
    ("年初结转\n和结余", ()),
    ("本年收入", ()),
    ("本年支出", ("小计", "基本支出", "项目支出")),
    ("年末结转\n和结余", ()),
)


def government_funds(filing: Filing, pack: Pack, table: PublicTable) -> tuple[Table, ...]:
    """JJ 政府性基金预算财政拨款收入支出决算表."""
    return (_of_fund(FundSource.GOVERNMENT_FUNDS, filing, pack, table),)


def state_capital(filing: Filing, pack: Pack, table: PublicTable) -> tuple[Table, ...]:
    """GZ 国有资本经营预算财政拨款收入支出决算表."""
    return (_of_fund(FundSource.STATE_CAPITAL, filing, pack, table),)


def _of_fund(fund: FundSource, filing: Filing, pack: Pack, table: PublicTable) -> Table:
    amounts = Amounts(pack.zero)
    empty = known(partial(_is_empty, filing, fund)) is True
    grid = Table(
        widths=(24, 72, 26, 26, 26, 26, 26, 26),
        head=head(HEADS),
        body=no_rows(6) if empty else tuple(_rows(filing, fund, amounts)),
        landscape=True,
        row_height=8.0,
    )
    notes = (empty_note(filing, table),) if empty else amounts.notes()
    return framed(grid, filing, pack, table, notes)


def _is_empty(filing: Filing, fund: FundSource) -> bool:
    """Nothing came in, was spent or carried over; NotStated while that is not known."""
    carried = (
        totals.carried(filing, amount, fund) for amount in (Carryover.opening, Carryover.closing)
    )
    return not (_records(filing, fund) or any(carried))


def _records(filing: Filing, fund: FundSource) -> Records:
    """The income lines that feed the fund and the expenditure lines that spend it."""
    source = totals.APPROPRIATION_INCOME[fund]
    fed = (line for line in totals.income_lines(filing) if of(IncomeLine.source, line) is source)
    return (*fed, *totals.fund_lines(filing, fund))


def _rows(filing: Filing, fund: FundSource, amounts: Amounts) -> Iterator[Row]:
    records = known(partial(_records, filing, fund))
    opening = partial(totals.carried, filing, Carryover.opening, fund)
    closing = partial(totals.carried, filing, Carryover.closing, fund)
    if isinstance(records, Gap):
        yield total_row(amounts, (opening, *(records,) * 4, closing))
        return
    middle: list[Column[Coded]] = [
        _income,
        _expenditure,
        partial(_expenditure_of, ExpenditureKind.BASIC),
        partial(_expenditure_of, ExpenditureKind.PROJECT),
    ]
    yield total_row(amounts, (opening, *(partial(figure, records) for figure in middle), closing))
    columns: list[Column[Coded]] = [
        partial(_undivided, filing, Carryover.opening, fund),
        *middle,
        partial(_undivided, filing, Carryover.closing, fund),
    ]
    yield from tree(records, columns, filing.functional, amounts)


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
