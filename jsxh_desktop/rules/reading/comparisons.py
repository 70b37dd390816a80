"""What a text compares: the two amounts behind “比2020年增加…”, of the filing or as told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.stated import NotStated
from jsxh_desktop.rules.exactness import Fit, Known, as_known, fit
from jsxh_desktop.rules.per_subject import per_subject
from jsxh_desktop.rules.reading.coded_amounts import Names
from jsxh_desktop.rules.reading.mentions import (
    Heard,
    figures_meant,
    heard,
    in_reason,
    is_sure,
    names_in,
)
from jsxh_desktop.rules.reading.movements import same_thing
from jsxh_desktop.rules.reading.named_amounts import (
    FULL_YEAR_BUDGET,
    INITIAL_BUDGET,
    OLD_EXPENDITURE,
    OLD_INCOME,
    Named,
)
from jsxh_desktop.rules.reading.spoken import LAST_YEAR, Movement
from jsxh_desktop.rules.statements.amount_findings import agrees, first_place, key_of
from jsxh_desktop.rules.subject import Subject

Pair = tuple[Known, Known]
MORE = {"增加", "增长", "上升", "提高"}
LESS = {"减少", "下降", "降低"}


@dataclass(frozen=True, slots=True)
class Comparison:
    """A movement with the name of what moved and its two amounts, now and before.

    `derived` where the one before is worked out of the amount it moved by. `known` are the two as
    the filing has them, where the text tells both of them the same.
    """

    heard: Heard
    movement: Movement
    name: str
    now: Known
    last: Known
    places: tuple[Place, ...]
    derived: bool
    known: Pair | None = None

    @property
    def about(self) -> str:
        """What tells it from the others, whatever its figures."""
        return f"{key_of(self.heard.passage)} {self.name}"


@per_subject
def comparisons(subject: Subject) -> tuple[Comparison, ...]:
    """Every movement whose two amounts are known.

    A statement is held to the filing. A typed text is held to what it tells itself: that last
    year's amount in it is another one is a matter of its own.
    """
    return tuple(_comparisons(subject))


def _comparisons(subject: Subject) -> Iterator[Comparison]:
    filing, names = subject.filing, names_in(subject)
    for told in heard(subject):
        for movement in told.reading.movements:
            if in_reason(told, movement.span):
                continue
            figure, known = _of_filing(filing, names, told, movement)
            pair = known
            if told.passage.place or not pair:
                pair = _as_told(movement) or pair
            derived = None if pair else _derived(movement)
            if found := pair or derived:
                name = figure.name if figure else movement.what
                where = _places(filing, told, figure)
                same = known if known and all(map(_meet, found, known)) else None
                yield Comparison(told, movement, name, *found, where, derived is not None, same)


def _meet(one: Known, other: Known) -> bool:
    return fit(one, other) is Fit.EQUAL


def _of_filing(
    filing: Filing, names: Names, told: Heard, movement: Movement
) -> tuple[Named | None, Pair | None]:
    """The figure that moved and its two amounts, where both are stated."""
    for figure in _figures(filing, names, told, movement):
        try:
            now = figure.now(filing)
            last = figure.last(filing) if movement.year else INITIAL_BUDGET.now(filing)
        except NotStated:
            continue
        of_old = figure in {*OLD_INCOME, *OLD_EXPENDITURE}
        if not of_old or (movement.now and agrees(filing, movement.now, now)):
            precision = filing.precision
            return figure, (as_known(now, precision), as_known(last, precision))
    return None, None


def _figures(filing: Filing, names: Names, told: Heard, movement: Movement) -> tuple[Named, ...]:
    """The figures it may be, where it is sure whose they are and what they are compared with."""
    figures = figures_meant(filing, names, movement.what)
    if movement.now and not is_sure(told, movement.now, figures):
        return ()
    if movement.year in {LAST_YEAR, filing.year - 1}:
        return figures
    planned = movement.base.startswith("年初预算") and told.of_the_unit
    return figures if planned and figures == (FULL_YEAR_BUDGET,) else ()


def _as_told(movement: Movement) -> Pair | None:
    """Both amounts as the text gives them."""
    now, last = movement.now, movement.last
    if not now or not last or now.about or last.about or not same_thing(now.label, movement.what):
        return None
    return now.value, last.value


def _derived(movement: Movement) -> Pair | None:
    """What is told now, and what it was before it moved by the amount told."""
    now, moved = movement.now, movement.amount
    if not now or not moved or not movement.base or not same_thing(now.label, movement.what):
        return None
    if now.about or moved.about or movement.last:
        return None
    before = now.value - moved.value if movement.way in MORE else now.value + moved.value
    return now.value, before


def _places(filing: Filing, told: Heard, figure: Named | None) -> tuple[Place, ...]:
    if told.passage.place:
        return (told.passage.place,)
    entries = figure.prior if figure and not filing.before else ()
    return tuple(first_place(filing, entry) for entry in entries)
