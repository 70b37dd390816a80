"""名词解释: what the document speaks of, in definitions without amounts (rule C30)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from jsxh_desktop.domain import totals
from jsxh_desktop.domain.carryover import Carryover
from jsxh_desktop.domain.code import ancestors, without_suffix
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.stated import stated
from jsxh_desktop.domain.terms import ExpenditureKind, IncomeSource
from jsxh_desktop.narrative.block import Block, Gap
from jsxh_desktop.narrative.functional_items import codes_in, item_name
from jsxh_desktop.narrative.prose import numbered
from jsxh_desktop.narrative.wording import Wording, clause, known

COLUMNS = (
    Carryover.nonfiscal_used,
    Carryover.opening,
    Carryover.distributed,
    Carryover.closing,
)
KINDS = {ExpenditureKind.BASIC, ExpenditureKind.PROJECT}
ALWAYS = ("“三公”经费", "机关运行经费")


@dataclass(frozen=True, slots=True)
class Notion:
    """Something to explain: its name in print, and the shorter one a library may know it by."""

    name: str
    short: str = ""
    generic: str = ""


def terms_explained(words: Wording) -> Iterator[Block]:
    """One numbered definition for each notion that occurs, then what the unit adds."""
    filing = words.filing
    items = known(partial(_items, words))
    if isinstance(items, Gap):
        yield items
        items = []
    notions = [*_money_in(filing), *items, *_money_out(filing)]
    taken = {name for notion in notions for name in (notion.name, notion.short)}
    notions += [Notion(term.name) for term in filing.terms if term.name not in taken]
    texts = [
        words.write("term", name=notion.name, text=partial(_explanation, words, notion))
        for notion in notions
    ]
    yield from numbered(words, texts)


def _explanation(words: Wording, notion: Notion) -> str:
    """The unit's own words, else the pack's, else what the name itself says."""
    own = {term.name: term.explanation for term in words.filing.terms}
    library = words.pack.terms
    names = (notion.name, notion.short)
    found = next(
        (text for kept in (own, library) for name in names if (text := kept.get(name))), ""
    )
    return clause(stated(found or notion.generic, f"“{notion.name}”的解释"))


def _money_in(filing: Filing) -> Iterator[Notion]:
    sources = known(partial(totals.income_by_source, filing))
    if not isinstance(sources, Gap):
        yield from (Notion(str(source)) for source in IncomeSource if sources[source])
    for column in COLUMNS:
        if any(column.of(row) for row in filing.carryover):
            yield Notion(column.label)


def _money_out(filing: Filing) -> Iterator[Notion]:
    """What every document explains, and the kinds of expenditure this one has besides."""
    sums = known(partial(totals.expenditure_by_kind, filing))
    found = set() if isinstance(sums, Gap) else {kind for kind in sums if sums[kind]}
    yield from (Notion(str(kind)) for kind in ExpenditureKind if kind in found | KINDS)
    yield from map(Notion, ALWAYS)


def _items(words: Wording) -> list[Notion]:
    """The functional items of all funds."""
    lines = totals.functional_lines(words.filing)
    return [_item(words, code) for code in codes_in(lines)]


def _item(words: Wording, code: str) -> Notion:
    filing = words.filing
    names = [filing.functional.name(part) for part in ancestors(code)]
    what = without_suffix(names[-1]).removeprefix("用于")
    section = without_suffix(names[-2]) if len(names) > 1 else ""
    # 彩票公益金安排的（支出） already leads on to what the money is for.
    within = words.write("term_within", section=section) if section else ""
    within = section if section.endswith("的") else within
    return Notion(
        item_name(filing, code), names[-1], words.write("term_item", within=within, what=what)
    )
