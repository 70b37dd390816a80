"""“三公”经费 3.: 公务接待, domestic with its list and foreign (rules C20–C22)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from jsxh_desktop.domain import spending
from jsxh_desktop.domain.money import Money
from jsxh_desktop.domain.stated import NotStated, summed
from jsxh_desktop.domain.terms import ReceptionKind
from jsxh_desktop.domain.three_public import Reception, ThreePublic
from jsxh_desktop.narrative.block import Block, Gap, Paragraph
from jsxh_desktop.narrative.prose import paragraph
from jsxh_desktop.narrative.travel import opening, silent
from jsxh_desktop.narrative.wording import Wording, clause, entered, known, told

DOMESTIC_COUNTS = (ThreePublic.batches, ThreePublic.persons)


def reception(words: Wording, number: int) -> Iterator[Block]:
    """3.公务接待费."""
    spent = words.filing.three_public
    budget = entered(ThreePublic.reception_budget, spent)
    yield Paragraph(opening(words, number, "reception", partial(spending.reception, spent), budget))
    yield from _domestic(words)
    yield _foreign(words)


def _domestic(words: Wording) -> Iterator[Block]:
    spent = words.filing.three_public
    amount = entered(ThreePublic.reception_domestic, spent)
    batches, persons = (entered(count, spent) for count in DOMESTIC_COUNTS)
    if silent(words, amount, DOMESTIC_COUNTS):
        yield paragraph(words, "domestic_none", amount=amount)
        return
    if known(amount) == Money():
        yield paragraph(words, "domestic_unpaid", amount=amount, batches=batches, persons=persons)
        return
    yield paragraph(
        words,
        "domestic",
        amount=amount,
        purpose=told(ThreePublic.reception_purpose, spent),
        batches=batches,
        persons=persons,
        visits=partial(_visits, words),
    )
    both = known(lambda: (_visited(words), amount()))
    if not isinstance(both, Gap) and both[0] != both[1]:
        yield Gap(words.write("visits_differ", visits=both[0], amount=both[1]))


def _foreign(words: Wording) -> Block:
    spent = words.filing.three_public
    amount = entered(ThreePublic.reception_foreign, spent)
    if known(amount) == Money():
        return paragraph(words, "foreign_none", amount=amount)
    return paragraph(
        words,
        "foreign",
        amount=amount,
        batches=entered(ThreePublic.foreign_batches, spent),
        persons=entered(ThreePublic.foreign_persons, spent),
        purpose=told(ThreePublic.foreign_purpose, spent),
    )


def _domestic_visits(words: Wording) -> tuple[Reception, ...]:
    """The list without what is marked as foreign; NotStated while nothing is in it."""
    visits = tuple(
        visit for visit in words.filing.receptions if visit.kind is not ReceptionKind.FOREIGN
    )
    if not visits:
        raise NotStated("国内公务接待明细")
    return visits


def _visits(words: Wording) -> str:
    return "；".join(
        words.write("visit", subject=clause(visit.subject), amount=entered(Reception.amount, visit))
        for visit in _domestic_visits(words)
    )


def _visited(words: Wording) -> Money:
    amounts = (visit.amount for visit in _domestic_visits(words))
    return summed(amounts, Reception.amount.label)
