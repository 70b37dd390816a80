"""What an import would do, cell by cell, before anything is done."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from jsxh_desktop.domain.change import Change
from jsxh_desktop.domain.place import Place


class State(StrEnum):
    """What becomes of a cell."""

    ADDED = "新增"
    CHANGED = "改变"
    REMOVED = "删去"
    SAME = "相同"
    UNREAD = "看不懂"


class PlanCell(NamedTuple):
    """One cell of a file and what it becomes.

    `what` says in words what it is; `place` is the field it changes, where there is one already;
    `stated` the table, row and column of the figure it is kept as. `reason` says why a cell is not
    understood, or what was taken for granted with one that is.
    """

    sheet: str
    address: str
    text: str
    what: str
    state: State
    old: str = ""
    new: str = ""
    reason: str = ""
    place: Place | None = None
    stated: tuple[str, str, str] | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """A table that was recognised: the sheet it is on, what it is, and its cells."""

    sheet: str
    title: str
    cells: tuple[PlanCell, ...]

    @property
    def counts(self) -> Counter[State]:
        """How many cells there are of each state."""
        return Counter(cell.state for cell in self.cells)


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """The tables of a file, the changes that are one step of undo, and what to know before.

    `unknown` are the sheets nothing was recognised on.
    """

    title: str
    tables: tuple[Found, ...]
    changes: tuple[Change, ...]
    notes: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()

    @property
    def cells(self) -> tuple[PlanCell, ...]:
        return tuple(cell for table in self.tables for cell in table.cells)

    @property
    def counts(self) -> Counter[State]:
        return sum((table.counts for table in self.tables), Counter[State]())


def joined(title: str, plans: Sequence[ImportPlan], unknown: Sequence[str] = ()) -> ImportPlan:
    """Several plans as one step, each made for what the ones before it add."""
    changes: list[Change] = []
    for plan in plans:
        changes += plan.changes
    return ImportPlan(
        title,
        tuple(table for plan in plans for table in plan.tables),
        tuple(changes),
        tuple(dict.fromkeys(note for plan in plans for note in plan.notes)),
        tuple(unknown),
    )
