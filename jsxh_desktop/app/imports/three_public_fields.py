"""The fields of “三公”经费 out of its table."""

from __future__ import annotations

from collections.abc import Iterator

from jsxh_desktop.app.imports.plan import State
from jsxh_desktop.app.imports.stated_book import Stated, StatedBook
from jsxh_desktop.app.imports.wanted import Step, Wanted, agrees, planned
from jsxh_desktop.domain.change import Put
from jsxh_desktop.domain.entry import Entry
from jsxh_desktop.domain.money import Money, added
from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.three_public import ThreePublic
from jsxh_desktop.tables.three_public import BUDGET, FINAL, ROW

DOMESTIC = "表里不分国内接待和外事接待，全部记作国内接待，外事接待记作 0，有的话请改"
FIELDS = {
    f"{BUDGET}/因公出国（境）费": ThreePublic.overseas_budget,
    f"{BUDGET}/公务用车购置费": ThreePublic.purchase_budget,
    f"{BUDGET}/公务用车运行维护费": ThreePublic.running_budget,
    f"{BUDGET}/公务接待费": ThreePublic.reception_budget,
    f"{FINAL}/因公出国（境）费": ThreePublic.overseas,
    f"{FINAL}/公务用车购置费": ThreePublic.purchase,
    f"{FINAL}/公务用车运行维护费": ThreePublic.running,
    f"{FINAL}/公务接待费": ThreePublic.reception_domestic,
}
RECEPTION = f"{FINAL}/公务接待费"


def three_public_steps(book: StatedBook, held: ThreePublic) -> Iterator[Step]:
    """What becomes of each figure; a blank one is nothing where the total says that it is."""
    for column, entry in FIELDS.items():
        stated = book.at("SG", ROW.key, column)
        if stated:
            yield _step(stated, entry, stated.amount, held, column)
        elif _adds_up(book, column.partition("/")[0]):
            yield from _nothing(entry, held)
        else:
            continue
        if column == RECEPTION:
            yield from _nothing(ThreePublic.reception_foreign, held)


def _nothing(entry: Entry[Money | None], held: ThreePublic) -> Iterator[Step]:
    if entry.of(held) is None:
        yield Step(None, Put(entry, Money()))


def _step(
    stated: Stated, entry: Entry[Money | None], amount: Money, held: ThreePublic, column: str
) -> Step:
    old, new, note = entry.of(held), amount, ""
    place = Place(entry)
    foreign = held.reception_foreign if column == RECEPTION else None
    if old is not None and agrees(old + (foreign or Money()), amount, stated.precision):
        return Step(planned(Wanted(held, stated, entry.label), entry, State.SAME, old, old, place))
    if column == RECEPTION:
        new = amount - foreign if foreign and foreign <= amount else amount
        note = DOMESTIC if foreign is None and new else ""
    wanted = Wanted(held, stated, entry.label, note)
    state = State.ADDED if old is None else State.CHANGED
    return Step(planned(wanted, entry, state, old, new, place), Put(entry, new))


def _adds_up(book: StatedBook, side: str) -> bool:
    """Whether the figures that are stated make up the total of their side."""
    total = book.at("SG", ROW.key, f"{side}/合计")
    if total is None:
        return False
    parts = (book.amount("SG", ROW.key, column) for column in FIELDS if column.startswith(side))
    return added(parts) == total.amount
