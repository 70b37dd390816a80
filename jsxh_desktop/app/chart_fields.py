"""From a bar or slice of 图1–图7 back to a field its amount comes from."""

from __future__ import annotations

from collections.abc import Iterable

from jsxh_desktop.domain import totals
from jsxh_desktop.domain.code import class_name
from jsxh_desktop.domain.entry import Entry
from jsxh_desktop.domain.expenditure import ExpenditureLine
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.income import IncomeLine
from jsxh_desktop.domain.money import Money
from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.prior_year import PriorYear
from jsxh_desktop.domain.terms import APPROPRIATION
from jsxh_desktop.domain.three_public import ThreePublic

PRIOR = {1: PriorYear.total, 4: PriorYear.appropriation_total, 5: PriorYear.general_budget}
"""Where the amount of the year before is typed, while the workbook does not hold that year."""

THREE_PUBLIC = {
    "因公出国（境）费": (ThreePublic.overseas,),
    "公务用车购置及运行维护费": (ThreePublic.running, ThreePublic.purchase),
    "公务接待费": (ThreePublic.reception_domestic, ThreePublic.reception_foreign),
}


def field_of_year(filing: Filing, number: int, item: int, *, before: bool) -> Place | None:
    """A field of an amount by year: of 收 (item 0) or 支; None where another year holds it."""
    if before:
        return None if filing.before else Place(PRIOR[number])
    if number == 5:
        return _largest(ExpenditureLine.final, totals.general_budget_lines(filing))
    if item:
        spending = totals.functional_lines(filing)
        if number == 4:
            spending = totals.of_fund(spending, *APPROPRIATION)
        return _largest(ExpenditureLine.final, spending)
    fed = {totals.APPROPRIATION_INCOME[fund] for fund in APPROPRIATION}
    lines = (line for line in filing.income if number == 1 or line.source in fed)
    return _largest(IncomeLine.final, lines)


def field_of_part(filing: Filing, number: int, name: str) -> Place | None:
    """A field of a part of a whole, by the part's name: the largest amount of it."""
    if number == 2:
        lines = (line for line in filing.income if line.source == name)
        return _largest(IncomeLine.final, lines)
    if number == 7:
        spent = filing.three_public
        largest = max(THREE_PUBLIC[name], key=lambda entry: entry.of(spent) or Money())
        return Place(largest)
    spending = totals.functional_lines(filing)
    if number == 3:
        found = (line for line in spending if line.kind == name)
    else:
        general = totals.general_budget_lines(filing)
        found = (x for x in general if class_name(filing.functional, x.functional) == name)
    return _largest(ExpenditureLine.final, found)


def _largest(
    entry: Entry[Money | None], lines: Iterable[IncomeLine | ExpenditureLine]
) -> Place | None:
    """The line that weighs most, the first of several alike."""
    line = max(lines, key=lambda line: entry.of(line) or Money(), default=None)
    return Place(entry, line.id) if line else None
