"""Faults in what is entered: a digit of an amount that something else says too, a line lost."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from jsxh_desktop.domain import spending, totals
from jsxh_desktop.domain.carryover import Carryover
from jsxh_desktop.domain.disclosure import Procurement
from jsxh_desktop.domain.entry import Entry
from jsxh_desktop.domain.expenditure import Budget, ExpenditureLine
from jsxh_desktop.domain.filing import SINGLES, Filing, attribute_of, with_value
from jsxh_desktop.domain.income import IncomeLine
from jsxh_desktop.domain.money import Money, wan
from jsxh_desktop.domain.prior_year import PriorYear
from jsxh_desktop.domain.project import Indicator
from jsxh_desktop.domain.stated import NotStated
from jsxh_desktop.domain.stated_figure import StatedFigure
from jsxh_desktop.domain.terms import ExpenditureKind, FundSource, IndicatorClass
from jsxh_desktop.domain.three_public import Reception, ThreePublic
from jsxh_desktop.rules.subject import Subject
from jsxh_desktop.rules.texts.typed_texts import typed
from tests.consistent.draw import Draw
from tests.consistent.filings import Case
from tests.faults.fault import Kind, Planted
from tests.faults.sentences import DIGIT, DROPPED, other_digit

OF_LISTS: tuple[Entry[Money | None], ...] = (
    IncomeLine.final,
    ExpenditureLine.final,
    ExpenditureLine.initial_budget,
    ExpenditureLine.full_year_budget,
    Carryover.opening,
    Carryover.nonfiscal_used,
    Carryover.distributed,
    Carryover.closing,
    Reception.amount,
)
OF_SINGLES: tuple[Entry[Money | None], ...] = (
    ThreePublic.overseas_budget,
    ThreePublic.overseas,
    ThreePublic.purchase_budget,
    ThreePublic.purchase,
    ThreePublic.running_budget,
    ThreePublic.running,
    ThreePublic.reception_budget,
    ThreePublic.reception_domestic,
    ThreePublic.reception_foreign,
    Procurement.goods,
    Procurement.works,
    Procurement.services,
    PriorYear.total,
    Budget.initial_total,
)
BUDGETS = (
    ThreePublic.overseas_budget,
    ThreePublic.purchase_budget,
    ThreePublic.running_budget,
    ThreePublic.reception_budget,
)
PROCURED = (Procurement.goods, Procurement.works, Procurement.services)


@dataclass(frozen=True, slots=True)
class Held:
    """An amount and where it is entered."""

    entry: Entry[Money | None]
    record: Any
    amount: Money


def amount(draw: Draw, case: Case, subject: Subject) -> Planted | None:
    """One digit of an entered amount that something else in the filing says or ties as well."""
    said = Said(case.filing)
    kinds: dict[str, list[Held]] = {}
    for held in _held(case.filing):
        if said.by_another(held):
            kinds.setdefault(held.entry.name, []).append(held)
    if not kinds:
        return None
    held = draw.one(kinds[draw.one(sorted(kinds))])
    new = _changed(draw, held.amount)
    filing = with_value(case.filing, held.entry, new, getattr(held.record, "id", 0))
    what = f"{held.entry.label} 【{held.amount.show()}→{new.show()}】"
    return Planted(what, dataclasses.replace(case, filing=filing).subject)


def stated(draw: Draw, case: Case, subject: Subject) -> Planted | None:
    """One digit of a figure of an official table."""
    figures = case.filing.stated_figures
    if not figures:
        return None
    table = draw.one(sorted({figure.table for figure in figures}))
    figure = draw.one([each for each in figures if each.table == table])
    old = figure.amount or Money()
    new = _changed(draw, old)
    filing = with_value(case.filing, StatedFigure.amount, new, figure.id)
    what = f"原表{figure.table} {figure.row} {figure.column} 【{old.show()}→{new.show()}】"
    return Planted(what, Subject(filing, case.pack, subject.parts))


def _changed(draw: Draw, held: Money) -> Money:
    """The amount with one digit changed as 万元 with two decimals show it."""
    shown = held.show()
    place = draw.one([at for at, char in enumerate(shown) if char.isdecimal()])
    other = wan(shown[:place] + other_digit(draw, shown, place) + shown[place + 1 :])
    return held + (other - wan(shown))


def _held(filing: Filing) -> Iterator[Held]:
    for entry in (*OF_LISTS, *OF_SINGLES):
        name = attribute_of(entry.entity)
        records = (getattr(filing, name),) if name in SINGLES else getattr(filing, name)
        for record in records:
            value = entry.of(record)
            if value is not None:
                yield Held(entry, record, value)


class Said:
    """What else a filing says of its own figures: official tables, the texts, a second list."""

    def __init__(self, filing: Filing) -> None:
        self._filing = filing
        self._text = "\n".join(passage.text for page in typed(filing) for passage in page)
        self._tables = {figure.table for figure in filing.stated_figures}

    def by_another(self, held: Held) -> bool:
        """Whether a change of this amount alone leaves something that speaks against it."""
        filing, entry = self._filing, held.entry
        if entry in BUDGETS:
            return "SG" in self._tables
        if entry.entity is ThreePublic:
            return self.tells_three_public(entry)
        if entry in PROCURED:
            return (
                f"政府采购支出{spending.procurement(filing.procurement).show()}万元" in self._text
            )
        if entry is PriorYear.total:
            return filing.before is not None or f"年的{held.amount.show()}万元" in self._text
        if entry is Budget.initial_total or entry is ExpenditureLine.initial_budget:
            return f"年初预算{totals.initial_budget(filing).show()}万元" in self._text
        if entry is ExpenditureLine.full_year_budget:
            return self._priced(held.record) or self._told(totals.functional_lines(filing))
        if entry is ExpenditureLine.final and not held.record.functional:
            return held.record.kind is ExpenditureKind.BASIC or "YBMX" in self._tables
        return True

    def tells_three_public(self, entry: Entry[Money | None]) -> bool:
        """Whether a list, a table or the economic codes tell what was spent of it."""
        guests = entry in {ThreePublic.reception_domestic, ThreePublic.reception_foreign}
        return "SG" in self._tables or guests or self._all_cut()

    def _told(self, lines: tuple[ExpenditureLine, ...]) -> bool:
        planned = totals.total(lines, ExpenditureLine.full_year_budget)
        return f"全年预算{planned.show()}万元" in self._text

    def _priced(self, line: ExpenditureLine) -> bool:
        """Whether the costs of its project add up to its budget."""
        return line.project is not None and any(
            row.project == line.project and row.category is IndicatorClass.COST
            for row in self._filing.indicators
        )

    def _all_cut(self) -> bool:
        """Whether all of the general budget is cut by economic code."""
        lines = [x for x in self._filing.expenditure if x.fund is FundSource.GENERAL_PUBLIC_BUDGET]
        try:
            spent = totals.total(line for line in lines if line.functional)
            cut = totals.total(line for line in lines if line.economic)
        except NotStated:
            return False
        return spent == cut


def line_dropped(draw: Draw, case: Case, subject: Subject) -> Planted | None:
    """A line that carries money, of one of the lists.

    The last line of a list is left: without it the program asks for the whole list, in plain sight.
    """
    name = draw.one(("income", "expenditure", "carryover", "receptions", "indicators"))
    records, said = getattr(case.filing, name), Said(case.filing)
    alike = Counter(getattr(record, "kind", None) for record in records)
    places = [
        place
        for place, record in enumerate(records)
        if _carries(record) and alike[getattr(record, "kind", None)] > 1
        if not isinstance(record, ExpenditureLine) or said.by_another(_of_line(record))
    ]
    if not places:
        return None
    place = draw.one(places)
    kept: dict[str, Any] = {name: (*records[:place], *records[place + 1 :])}
    filing = dataclasses.replace(case.filing, **kept)
    what = f"删去{name}的一行 {_told(records[place])}"
    return Planted(what, dataclasses.replace(case, filing=filing).subject)


def _of_line(line: ExpenditureLine) -> Held:
    return Held(ExpenditureLine.final, line, line.final or Money())


def _carries(record: Any) -> bool:
    """Whether money stands in it; of the indicators only one that has a price."""
    match record:
        case Carryover():
            return record.opening != record.closing
        case Reception():
            return bool(record.amount)
        case Indicator():
            return record.category is IndicatorClass.COST
        case _:
            return bool(record.final)


def _told(record: Any) -> str:
    return "、".join(str(value) for value in vars(record).values() if value not in {None, "", 0})[
        :60
    ]


KINDS = (
    Kind(DIGIT, "填报的金额", amount),
    Kind(DIGIT, "原表的数", stated),
    Kind(DROPPED, "填报的一行", line_dropped),
)
