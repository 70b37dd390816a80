"""The paragraphs about a budget and what was spent of it, with both of the filing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from jsxh_desktop.domain import totals
from jsxh_desktop.domain.entry import Entry
from jsxh_desktop.domain.expenditure import ExpenditureLine
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.money import Money, added
from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.stated import NotStated
from jsxh_desktop.domain.totals import Lines
from jsxh_desktop.rules.per_subject import per_subject
from jsxh_desktop.rules.reading.item_lines import ItemLine, ItemList, item_lists
from jsxh_desktop.rules.reading.item_names import full_name, meant_by_numbers, of_class
from jsxh_desktop.rules.reading.mentions import Heard, Section, statements
from jsxh_desktop.rules.reading.named_amounts import GENERAL_BUDGET, named
from jsxh_desktop.rules.statements.amount_findings import agrees, key_of, words_at
from jsxh_desktop.rules.subject import Subject

YEAR_START, FULL_YEAR = "年初预算", "全年预算"
FULL = (FULL_YEAR, "调整后预算", "调整后的预算", "调整预算")


@dataclass(frozen=True, slots=True)
class Spending:
    """One paragraph: what it is of, the functional item if one, what was spent and budgeted.

    A budget is None where nobody entered it.
    """

    told: Heard
    name: str
    code: str
    final: Money
    initial: Money | None
    full: Money | None
    places: tuple[Place, ...]

    @property
    def about(self) -> str:
        """What tells it from the others, whatever its figures."""
        return f"{key_of(self.told.passage)} {self.code or self.name}"


@per_subject
def spendings(subject: Subject) -> tuple[Spending, ...]:
    """The total of 一般公共预算 and every item the text lists, of whatever fund."""
    return tuple(_spendings(subject))


def _spendings(subject: Subject) -> Iterator[Spending]:
    filing = subject.filing
    for told in statements(subject, Section.GENERAL_ITEMS):
        if any(GENERAL_BUDGET in named(amount.label) for amount in told.reading.amounts):
            lines = totals.general_budget_lines(filing)
            initial = _sum(lines, ExpenditureLine.initial_budget)
            if initial is None and len(lines) == len(totals.functional_lines(filing)):
                initial = _initial(filing)
            yield from _spending(told, GENERAL_BUDGET.name, "", lines, initial)
    for listed in item_lists(subject):
        for line in listed.told:
            if lines := _lines(filing, listed, line):
                name = (
                    full_name(listed.codes, line.code)
                    if line.code
                    else words_at(line.told, line.item.span)
                )
                initial = _sum(lines, ExpenditureLine.initial_budget)
                yield from _spending(line.told, name, line.code, lines, initial)


def _lines(filing: Filing, listed: ItemList, line: ItemLine) -> Lines:
    """The lines a paragraph is about, also where it names no item but tells a sum of some."""
    if line.code:
        return listed.of(line.code)
    codes, items = listed.codes, listed.items
    for meant in (
        meant_by_numbers(codes, items, line.names),
        of_class(codes, items, line.names[0]),
    ):
        lines = tuple(each for code in meant for each in listed.of(code))
        if lines and line.final and agrees(filing, line.final, totals.total(lines)):
            return lines
    return ()


def _spending(
    told: Heard, name: str, code: str, lines: Lines, initial: Money | None
) -> Iterator[Spending]:
    """What a paragraph is about; nothing while it is not known what was spent."""
    final = _sum(lines, ExpenditureLine.final)
    if final is not None:
        places = (Place(ExpenditureLine.full_year_budget, lines[0].id),)
        full = _sum(lines, ExpenditureLine.full_year_budget)
        yield Spending(told, name, code, final, initial, full, places)


def _sum(lines: Lines, entry: Entry[Money | None]) -> Money | None:
    amounts = [entry.of(line) for line in lines]
    known = [amount for amount in amounts if amount is not None]
    return added(known) if known and len(known) == len(amounts) else None


def _initial(filing: Filing) -> Money | None:
    try:
        return totals.initial_budget(filing)
    except NotStated:
        return None
