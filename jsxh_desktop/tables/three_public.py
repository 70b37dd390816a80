"""The “三公” tables: SG of the appropriation, JJSG out of 政府性基金.

One row, 金额. Columns: 预算数/ and 决算数/ each with 合计, 因公出国（境）费,
公务用车购置及运行维护费 (its 小计), 公务用车购置费, 公务用车运行维护费, 公务接待费.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from jsxh_desktop.domain import spending, totals
from jsxh_desktop.domain.entry import Entry
from jsxh_desktop.domain.expenditure import ExpenditureLine
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.money import Money
from jsxh_desktop.domain.pack import Pack
from jsxh_desktop.domain.stated import NotStated, of
from jsxh_desktop.domain.terms import FundSource
from jsxh_desktop.domain.three_public import ThreePublic
from jsxh_desktop.domain.totals import Lines
from jsxh_desktop.tables.figure_table import Ask, Column, FigureTable, Row, known

ROW = Row("金额", "金额")
SIDES = BUDGET, FINAL = "预算数", "决算数"

OVERSEAS = ("30212",)
PURCHASE = ("31013", "30913")
RUNNING = ("30231",)
RECEPTION = ("30217",)
VEHICLES = PURCHASE + RUNNING
CODES = {
    "合计": OVERSEAS + VEHICLES + RECEPTION,
    "因公出国（境）费": OVERSEAS,
    "公务用车购置及运行维护费": VEHICLES,
    "公务用车购置费": PURCHASE,
    "公务用车运行维护费": RUNNING,
    "公务接待费": RECEPTION,
}
"""The six columns of each side and the economic codes each of them adds up (rule B13)."""

NAMES = (
    "合计",
    "因公出国\n（境）费",
    "小计",
    "公务用车\n购置费",
    "公务用车\n运行\n维护费",
    "公务\n接待费",
)
COLUMNS = tuple(
    Column(f"{side}/{key}", name) for side in SIDES for key, name in zip(CODES, NAMES, strict=True)
)


def three_public(filing: Filing, _: Pack) -> FigureTable:
    """SG; the budget is that of the full year."""
    spent = filing.three_public
    return _table(
        "SG",
        (
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
        ),
    )


def of_government_funds(filing: Filing, _: Pack) -> FigureTable:
    """JJSG, read off the expenditure lines of the fund that carry an economic code."""
    lines = known(partial(_of_government_funds, filing))
    return _table(
        "JJSG",
        (
            partial(_booked, lines, codes, amount)
            for amount in (ExpenditureLine.full_year_budget, ExpenditureLine.final)
            for codes in CODES.values()
        ),
    )


def _table(id_: str, figures: Iterable[Ask]) -> FigureTable:
    asked = zip(COLUMNS, figures, strict=True)
    return FigureTable(id_, (ROW,), COLUMNS, {(ROW.key, x.key): known(ask) for x, ask in asked})


def _of_government_funds(filing: Filing) -> Lines:
    lines = totals.fund_lines(filing, FundSource.GOVERNMENT_FUNDS)
    if not all(line.economic for line in lines):
        raise NotStated("政府性基金支出的经济分类明细")
    return lines


def _booked(lines: Lines | NotStated, codes: tuple[str, ...], amount: Entry[Money | None]) -> Money:
    if isinstance(lines, NotStated):
        raise NotStated(lines.label)
    return totals.total((line for line in lines if line.economic in codes), amount)
