"""The “三公” tables: SG of the appropriation, JJSG out of 政府性基金."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from jsxh_desktop.domain import spending, totals
from jsxh_desktop.domain.entry import Entry
from jsxh_desktop.domain.expenditure import ExpenditureLine
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.money import Money, added
from jsxh_desktop.domain.pack import Pack, PublicTable
from jsxh_desktop.domain.stated import NotStated, of
from jsxh_desktop.domain.terms import FundSource
from jsxh_desktop.domain.three_public import ThreePublic
from jsxh_desktop.narrative.block import Cell, Table
from jsxh_desktop.narrative.wording import known
from jsxh_desktop.reports.tables.amounts import Amounts, AnyAmount
from jsxh_desktop.reports.tables.frame import empty_note, framed, label

ZERO = "0.00"
"""Here a zero says that nothing was spent, so it is always printed."""

OVERSEAS = ("30212",)
PURCHASE = ("31013", "30913")
RUNNING = ("30231",)
RECEPTION = ("30217",)
VEHICLES = PURCHASE + RUNNING
COLUMNS = (OVERSEAS + VEHICLES + RECEPTION, OVERSEAS, VEHICLES, PURCHASE, RUNNING, RECEPTION)
"""The economic codes each of the six columns adds up (rule B13)."""

HEAD = (
    tuple(label(text, across=6, bold=True) for text in ("预算数", "决算数")),
    (
        label("合计", down=2),
        label("因公出国\n（境）费", down=2),
        label("公务用车购置及运行维护费", across=3),
        label("公务\n接待费", down=2),
    )
    * 2,
    (label("小计"), label("公务用车\n购置费"), label("公务用车\n运行\n维护费")) * 2,
    tuple(label(str(number)) for number in range(1, 13)),
)


def three_public(filing: Filing, pack: Pack, table: PublicTable) -> tuple[Table, ...]:
    """SG; the budget is that of the full year."""
    amounts = Amounts(ZERO)
    spent = filing.three_public
    figures = (
        partial(spending.three_public_budget, spent),
        partial(of, ThreePublic.overseas_budget, spent),
        partial(spending.vehicles_budget, spent),
        partial(of, ThreePublic.purchase_budget, spent),
        partial(of, ThreePublic.running_budget, spent),
        partial(of, ThreePublic.reception_budget, spent),
        partial(spending.three_public, spent),
        partial(of, ThreePublic.overseas, spent),
        partial(spending.vehicles, spent),
        partial(of, ThreePublic.purchase, spent),
        partial(of, ThreePublic.running, spent),
        partial(spending.reception, spent),
    )
    grid = _grid(_cells(amounts, figures))
    return (framed(grid, filing, pack, table, amounts.notes()),)


def of_government_funds(filing: Filing, pack: Pack, table: PublicTable) -> tuple[Table, ...]:
    """JJSG, read off the expenditure lines of the fund that carry an economic code."""
    if known(partial(totals.fund_lines, filing, FundSource.GOVERNMENT_FUNDS)) == ():
        grid = _grid((Cell(),) * 12)
        return (framed(grid, filing, pack, table, (empty_note(filing, table),)),)
    amounts = Amounts(ZERO)
    figures = (
        partial(_booked, filing, codes, amount)
        for amount in (ExpenditureLine.full_year_budget, ExpenditureLine.final)
        for codes in COLUMNS
    )
    grid = _grid(_cells(amounts, figures))
    return (framed(grid, filing, pack, table, amounts.notes()),)


def _booked(filing: Filing, codes: tuple[str, ...], amount: Entry[Money | None]) -> Money:
    lines = totals.fund_lines(filing, FundSource.GOVERNMENT_FUNDS)
    if not all(line.economic for line in lines):
        raise NotStated("政府性基金支出的经济分类明细")
    return added(totals.total((x for x in lines if x.economic == code), amount) for code in codes)


def _cells(amounts: Amounts, figures: Iterable[AnyAmount]) -> tuple[Cell, ...]:
    return tuple(amounts.cell(figure) for figure in figures)


def _grid(row: tuple[Cell, ...]) -> Table:
    return Table(widths=(21.0,) * 12, head=HEAD, body=(row,), landscape=True, row_height=10)
