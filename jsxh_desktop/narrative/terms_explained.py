"""名词解释: what the document speaks of, in definitions without amounts (rule C30)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from jsxh_desktop.domain import totals
from jsxh_desktop.domain.carryover import Carryover
from jsxh_desktop.domain.code import ancestors, without_suffix
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.pack import Pack
from jsxh_desktop.domain.report_text import Term
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
    items = known(partial(_items, words))
    if isinstance(items, Gap):
        yield items
    found = (*notions(words), *map(_added, added_terms(words)))
    texts = [
        words.write("term", name=notion.name, text=partial(_explanation, words, notion))
        for notion in found
    ]
    yield from numbered(words, texts)


def notions(words: Wording) -> tuple[Notion, ...]:
    """What the document speaks of, in print order; without the items while none are known."""
    items = known(partial(_items, words))
    found = [] if isinstance(items, Gap) else items
    return (*_money_in(words.filing), *found, *_money_out(words.filing))


def added_terms(words: Wording) -> tuple[Term, ...]:
    """What the unit explains besides."""
    taken = {name for notion in notions(words) for name in (notion.name, notion.short)}
    return tuple(term for term in words.filing.terms if term.name not in taken)


def own_words(filing: Filing, notion: Notion) -> Term | None:
    """The unit's own explanation, where it wrote one."""
    own = {term.name: term for term in filing.terms}
    kept = (own.get(name) for name in (notion.name, notion.short))
    return next((term for term in kept if term and term.explanation), None)


def given_words(pack: Pack, notion: Notion) -> str:
    """The pack's explanation, else what the name itself says; nothing where neither does."""
    kept = (pack.terms.get(name) for name in (notion.name, notion.short))
    return next((text for text in kept if text), notion.generic)


def _added(term: Term) -> Notion:
    return Notion(term.name)


def _explanation(words: Wording, notion: Notion) -> str:
    own = own_words(words.filing, notion)
    text = own.explanation if own else given_words(words.pack, notion)
    return clause(stated(text, f"“{notion.name}”的解释"))


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
