"""The terms the document explains, in print order, each with whose words explain it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import partial

from jsxh_desktop.app.step import Step
from jsxh_desktop.domain import totals
from jsxh_desktop.domain.change import Added, Removed
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.pack import Pack
from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.report_text import Term
from jsxh_desktop.narrative.block import Gap
from jsxh_desktop.narrative.terms_explained import (
    Notion,
    added_terms,
    given_words,
    notions,
    own_words,
)
from jsxh_desktop.narrative.wording import Wording, clause, known


class Whose(Enum):
    """Whose words a term is explained in."""

    GIVEN = "现成的解释"
    OWN = "本单位自己写的"
    NOBODY = "还没有解释"


@dataclass(frozen=True, slots=True)
class Explained:
    """One term as it prints; `given` is what it falls back to without the unit's own words.

    `key` is the id of the unit's record, 0 without one; `added` terms are there because of it.
    """

    name: str
    text: str
    given: str
    whose: Whose
    key: int = 0
    added: bool = False

    @property
    def place(self) -> Place | None:
        return Place(Term.explanation, self.key) if self.key else None


def explained(filing: Filing, pack: Pack) -> tuple[Explained, ...]:
    """Every term that will print, in print order, those the unit adds last."""
    words = Wording(filing, pack)
    spoken_of = tuple(_explained(filing, pack, notion, 0) for notion in notions(words))
    besides = (_explained(filing, pack, Notion(t.name), t.id) for t in added_terms(words))
    return (*spoken_of, *besides)


def unused(filing: Filing, pack: Pack) -> tuple[Explained, ...]:
    """The terms the pack could explain and the document does not speak of."""
    words = Wording(filing, pack)
    taken = {name for notion in notions(words) for name in (notion.name, notion.short)}
    taken |= {term.name for term in filing.terms}
    return tuple(
        Explained(name, text, text, Whose.GIVEN)
        for name, text in pack.terms.items()
        if name not in taken
    )


def waits_for(filing: Filing) -> str:
    """What has to be filled in before the functional items are known; nothing where they are."""
    lines = known(partial(totals.functional_lines, filing))
    return lines.missing if isinstance(lines, Gap) else ""


def is_given(term: Explained, typed: str) -> bool:
    """Whether a text says no more than the given words, or nothing."""
    return clause(typed.strip()) in {"", clause(term.given)}


def change_of(term: Explained, typed: str) -> Step | Place | None:
    """What typing does: a step, the place the text is to be left at, or nothing at all."""
    if not is_given(term, typed):
        return term.place or reworded(term, typed)
    if term.whose is not Whose.OWN:
        return None
    return term.place if term.added else restored(term)


def reworded(term: Explained, text: str) -> Step:
    """The unit's own words for a term that had none of its own."""
    return Step(title_of(term), (Added(Term(name=term.name, explanation=text)),))


def title_of(term: Explained) -> str:
    return f"修改“{term.name}”的解释"


def restored(term: Explained) -> Step:
    """The unit's record taken out, so that the given words print again."""
    title = f"删去名词“{term.name}”" if term.added else f"恢复“{term.name}”的原文"
    return Step(title, (Removed(Term, term.key),))


def added(name: str) -> Step:
    """A term the document does not speak of by itself."""
    return Step(f"增加名词“{name}”", (Added(Term(name=name)),))


def _explained(filing: Filing, pack: Pack, notion: Notion, key: int) -> Explained:
    own, given = own_words(filing, notion), given_words(pack, notion)
    record = own.id if own else key or _record(filing, notion)
    whose = Whose.OWN if own else Whose.GIVEN if given else Whose.NOBODY
    text = own.explanation if own else given
    return Explained(notion.name, text, given, whose, record, added=bool(key))


def _record(filing: Filing, notion: Notion) -> int:
    """A record of the unit's for this term, though there may be no words in it."""
    names = {notion.name, notion.short}
    return next((term.id for term in filing.terms if term.name in names), 0)
