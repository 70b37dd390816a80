"""Records that tables give, against those there are: what is put, added, or left to the clerk."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from typing import Any, NamedTuple

from jsxh_desktop.app.imports.field_cells import shown
from jsxh_desktop.app.imports.plan import PlanCell, State
from jsxh_desktop.app.imports.stated_book import Stated
from jsxh_desktop.domain.change import Added, Put
from jsxh_desktop.domain.entry import Entry
from jsxh_desktop.domain.money import FEN_IN, Money, added
from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.rounding import half_up
from jsxh_desktop.domain.terms import Precision

_HUNDREDTH = FEN_IN["万元"] // 100


class Wanted(NamedTuple):
    """A record a table gives, the cell its amount stands in, and what was taken for granted.

    `under` is the name of a project that is still to come.
    """

    record: Any
    origin: Stated
    what: str
    note: str = ""
    under: str = ""


class Step(NamedTuple):
    """What becomes of a cell, if it is one, and the change that makes it so."""

    cell: PlanCell | None
    change: Put | Added | None = None
    under: str = ""


def merged(
    wanted: Sequence[Wanted], amount: Entry[Money | None], held: Callable[[Any], Sequence[Any]]
) -> Iterator[Step]:
    """Each wanted record is one that is `held`, or is added; of several none is chosen."""
    for each in wanted:
        yield _step(each, () if each.under else held(each.record), amount)


def _step(wanted: Wanted, group: Sequence[Any], amount: Entry[Money | None]) -> Step:
    new = amount.of(wanted.record) or Money()
    if not group:
        state = State.ADDED if new else State.SAME
        change = Added(wanted.record) if new else None
        return Step(planned(wanted, amount, state, new=new), change, wanted.under)
    filled = [held for record in group if (held := amount.of(record)) is not None]
    place = Place(amount, group[0].id)
    old = added(filled) if filled else None
    if old is not None and agrees(old, new, wanted.origin.precision):
        return Step(planned(wanted, amount, State.SAME, old, old, place))
    if len(group) > 1:
        unsure = wanted._replace(note=_several(len(group), old))
        return Step(planned(unsure, amount, State.UNREAD, old, new, place))
    state = State.ADDED if old is None else State.CHANGED
    return Step(planned(wanted, amount, state, old, new, place), Put(amount, new, group[0].id))


def agrees(held: Money, stated: Money, precision: Precision) -> bool:
    """Whether what is filled in is what a table states, as far as the table says it."""
    if precision is Precision.FEN:
        return held == stated
    rounded = int(half_up(Fraction(held.fen, _HUNDREDTH), 0)) * _HUNDREDTH
    return rounded == stated.fen


def planned(
    wanted: Wanted,
    entry: Entry[Any],
    state: State,
    old: Any = None,
    new: Any = None,
    place: Place | None = None,
) -> PlanCell:
    """The cell a record comes from, and what becomes of it."""
    origin = wanted.origin
    return PlanCell(
        origin.sheet,
        origin.cell.address,
        origin.cell.text,
        wanted.what,
        state,
        shown(entry, old),
        shown(entry, new),
        wanted.note,
        place,
        origin.cell.key,
    )


def _several(count: int, old: Money | None) -> str:
    together = "都没有填金额" if old is None else f"合起来是{old.show('元')}元"
    return f"已填的有{count}行，{together}，不知道该改哪一行，请到那一页自己改"
