"""The paragraphs that tell one functional item each, with the code each is of."""

from __future__ import annotations

import re
from dataclasses import dataclass

from jsxh_desktop.domain import totals
from jsxh_desktop.domain.code import CodeTable
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.terms import FundSource
from jsxh_desktop.domain.totals import Lines
from jsxh_desktop.narrative.functional_items import codes_in
from jsxh_desktop.rules.per_subject import per_subject
from jsxh_desktop.rules.reading.item_names import Names, bare, by_names
from jsxh_desktop.rules.reading.mentions import Heard, Section, statements
from jsxh_desktop.rules.reading.spoken import Amount, ItemName
from jsxh_desktop.rules.subject import Subject

_FUNDS = {
    "政府性基金": FundSource.GOVERNMENT_FUNDS,
    "国有资本经营": FundSource.STATE_CAPITAL,
}
_PLANNED = re.compile("预算(?:数|总额)?$")


@dataclass(frozen=True, slots=True)
class ItemLine:
    """One paragraph: the item it opens with, its code where the fund has one, its final."""

    told: Heard
    item: ItemName
    names: Names
    code: str
    final: Amount | None


@dataclass(frozen=True, slots=True)
class ItemList:
    """What a section lists: the fund, its lines and items, the year's codes, the paragraphs."""

    fund: FundSource
    lines: Lines
    codes: CodeTable
    items: tuple[str, ...]
    told: tuple[ItemLine, ...]

    def of(self, code: str) -> Lines:
        """The lines of an item."""
        return tuple(line for line in self.lines if line.functional == code)


@per_subject
def item_lists(subject: Subject) -> tuple[ItemList, ...]:
    """The items of 一般公共预算 and of each other fund, where the text lists any."""
    found: dict[FundSource, list[tuple[Heard, ItemName]]] = {}
    for told in statements(subject, Section.GENERAL_ITEMS, Section.FUND):
        for item in told.reading.items:
            if item.opens:
                found.setdefault(_fund(told), []).append((told, item))
    return tuple(_listed(subject.filing, fund, opened) for fund, opened in found.items())


def _listed(filing: Filing, fund: FundSource, opened: list[tuple[Heard, ItemName]]) -> ItemList:
    lines, codes = totals.fund_lines(filing, fund), filing.functional
    items = codes_in(lines)
    names = by_names(codes, items)
    told = (
        ItemLine(told, item, bare(item.names), names.get(bare(item.names), ""), _final(told, item))
        for told, item in opened
    )
    return ItemList(fund, lines, codes, items, tuple(told))


def _final(told: Heard, item: ItemName) -> Amount | None:
    """What was spent, told behind the name."""
    budgets = planned(told)
    after = (
        amount
        for amount in told.reading.amounts
        if amount.span[0] >= item.span[1] and not amount.way and amount not in budgets
    )
    return next(after, None)


def planned(told: Heard) -> list[Amount]:
    """The budgets a paragraph tells."""
    return [
        amount
        for amount in told.reading.amounts
        if _PLANNED.search(amount.label) and not amount.way
    ]


def _fund(told: Heard) -> FundSource:
    if told.section is Section.FUND:
        for word, fund in _FUNDS.items():
            if any(word in heading for heading in told.passage.headings):
                return fund
    return FundSource.GENERAL_PUBLIC_BUDGET
