"""B14, B15: this year goes on where the year before ended, and tells its figures as they were."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from jsxh_desktop.domain import spending, totals
from jsxh_desktop.domain.carryover import Carryover
from jsxh_desktop.domain.change import Put
from jsxh_desktop.domain.entry import Entry, entries
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.money import Money
from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.prior_year import PriorYear
from jsxh_desktop.domain.stated_figure import StatedFigure
from jsxh_desktop.domain.terms import FundSource
from jsxh_desktop.rules import exactness
from jsxh_desktop.rules.exactness import Fit, Known
from jsxh_desktop.rules.rule import (
    Correction,
    Finding,
    Operand,
    Rule,
    Said,
    Severity,
    Unjudged,
    each_apart,
    rule,
)
from jsxh_desktop.rules.subject import Subject
from jsxh_desktop.rules.tables import cell_words
from jsxh_desktop.rules.tables.behind import Cell
from jsxh_desktop.rules.tables.ledger import stated_known
from jsxh_desktop.tables.figure_table import TOTAL
from jsxh_desktop.tables.three_public import FINAL, ROW

Amount = Entry[Money | None]
OPENING: Cell = ("ZB", "收入/年初结转和结余", "金额")
CLOSING: Cell = ("ZB", "支出/年末结转和结余", "金额")
TOLD_IN: Mapping[str, tuple[Cell, ...]] = {
    PriorYear.total.name: (("ZB", "支出/总计", "金额"), ("ZB", "收入/总计", "金额")),
    PriorYear.appropriation_total.name: (
        ("CZ", "支出/总计", TOTAL),
        ("CZ", "收入/总计", "金额"),
    ),
    PriorYear.general_budget.name: (("YB", TOTAL, TOTAL),),
    PriorYear.overseas.name: (("SG", ROW.key, f"{FINAL}/因公出国（境）费"),),
    PriorYear.vehicles.name: (("SG", ROW.key, f"{FINAL}/公务用车购置及运行维护费"),),
    PriorYear.reception.name: (("SG", ROW.key, f"{FINAL}/公务接待费"),),
    PriorYear.agency_running.name: (("YBJB", "公用经费合计", "决算数"),),
}
"""The cells of last year's tables that tell a figure of last year."""


@rule(
    "B14",
    "跨年衔接",
    Severity.ERROR,
    "每种资金的年初结转和结余等于上年的年末结转和结余",
    why="上年末剩多少，今年初就从多少开始；有年初调整的要写说明",
    cites="部门决算公开表（四川省部门决算公开范本）公开01、04表",
)
def opening_is_last_closing(subject: Subject) -> Iterator[Said]:
    filing, before = subject.filing, subject.filing.before
    if before is None:
        return
    if not before.carryover:
        yield Unjudged(f"{before.year}年度的年末结转和结余还没有填")
        return
    funds = {row.fund for row in (*filing.carryover, *before.carryover) if row.fund}
    yield from each_apart(_fund(filing, before, x) for x in FundSource if x in funds)
    yield from _as_stated(filing, before)


def _fund(filing: Filing, before: Filing, fund: FundSource) -> Iterator[Said]:
    opening = _carried(filing, Carryover.opening, fund)
    closing = _carried(before, Carryover.closing, fund)
    rows = [row for row in filing.carryover if row.fund is fund]
    places = tuple(Place(Carryover.opening, row.id) for row in rows)
    if finding := _apart(fund, opening, closing, places):
        yield finding


def _carried(filing: Filing, amount: Amount, fund: FundSource) -> Known:
    return exactness.as_known(totals.carried(filing, amount, fund), filing.precision)


def _apart(name: str, opening: Known, closing: Known, places: tuple[Place, ...]) -> Finding | None:
    fit = exactness.fit(opening, closing)
    if fit is Fit.EQUAL:
        return None
    shown = cell_words.both(opening, closing)
    return Finding(
        f"{name}年初结转和结余{shown[0]}，上年年末是{shown[1]}",
        "改成上年年末数；确有年初调整的，写明原因",
        about=name,
        where="年初、年末结转和结余",
        places=places,
        operands=(Operand("年初结转和结余", shown[0]), Operand("上年年末", shown[1])),
        computed=shown[1],
        severity=Severity.ERROR if fit is Fit.IMPOSSIBLE else Severity.INFO,
    )


def _as_stated(filing: Filing, before: Filing) -> Iterator[Said]:
    """The whole, where an official table of either year says it."""
    now, last = _stated(filing, (OPENING,)), _stated(before, (CLOSING,))
    if now and last:
        opening, closing = stated_known(now[0]), stated_known(last[0])
        places = (Place(StatedFigure.amount, now[0].id),)
        if finding := _apart("收入支出决算总表", opening, closing, places):
            yield finding


def _stated(filing: Filing, cells: tuple[Cell, ...]) -> list[StatedFigure]:
    return [
        each
        for each in filing.stated_figures
        if each.amount is not None and (each.table, each.row, each.column) in cells
    ]


@rule(
    "B15",
    "上年数锁定",
    Severity.ERROR,
    "上年各数只有一个：填写的、上年档案算出的、上年表中所列的都相同",
    why="同一个上年数出现两个值，所有增减额和增减率都不可信",
    cites="财库〔2021〕36号（数据真实、准确、完整）",
)
def last_years_figures_are_one(subject: Subject) -> Iterator[Said]:
    before = subject.filing.before
    if before is not None:
        worked_out = spending.figures_of(before)
        checks = (_told(subject.filing, before, worked_out, x) for x in entries(PriorYear))
        yield from each_apart(checks)


def _told(filing: Filing, before: Filing, worked_out: PriorYear, entry: Amount) -> Iterator[Said]:
    """The values told of one figure that cannot be the same, the typed one first."""
    typed, known = entry.of(filing.prior_year), entry.of(worked_out)
    told = [
        (name, exactness.as_known(amount, precision))
        for name, amount, precision in (
            ("填写的上年数", typed, filing.precision),
            ("上年档案算出的数", known, before.precision),
        )
        if amount is not None
    ]
    told += [
        ("上年表中所列的数", stated_known(x)) for x in _stated(before, _told_in(before, entry))
    ]
    other = next((x for x in told[1:] if _differ(told[0][1], x[1])), None)
    if other is None:
        return
    shown = cell_words.both(told[0][1], other[1])
    yield Finding(
        f"{entry.label}有两个数：{told[0][0]}{shown[0]}，{other[0]}{shown[1]}",
        "改成上年公布的数",
        about=entry.label,
        where="上年数",
        places=(Place(entry),),
        operands=tuple(Operand(name, cell_words.both(x, x)[0]) for name, x in told),
        computed=shown[1],
        correction=_as_before(entry, typed, known),
    )


def _told_in(before: Filing, entry: Amount) -> tuple[Cell, ...]:
    """Where last year's tables tell a figure; 公用经费 of an institution is no 机关运行经费."""
    nature = before.organization.nature
    if entry is PriorYear.agency_running and not (nature and nature.has_agency_running):
        return ()
    return TOLD_IN[entry.name]


def _as_before(entry: Amount, typed: Money | None, known: Money | None) -> Correction | None:
    if typed is None or known is None or typed == known:
        return None
    return Correction(f"{entry.label}改成上年档案的数", (Put(entry, known),))


def _differ(first: Known, second: Known) -> bool:
    return exactness.fit(first, second) is Fit.IMPOSSIBLE


RULES: tuple[Rule, ...] = (opening_is_last_closing, last_years_figures_are_one)
