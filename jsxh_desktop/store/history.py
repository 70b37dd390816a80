"""The change log as a page reads it: which cell went from what to what, when, in which step."""

from __future__ import annotations

from sqlite3 import Connection
from typing import Any

from jsxh_desktop.domain.entry import Entry, entries
from jsxh_desktop.domain.frozen import frozen
from jsxh_desktop.store.records import entity_of
from jsxh_desktop.store.values import Cell, cell_reader


@frozen
class Change:
    """One line of the log; `op` is + a record came, - a cell of one that went, = a cell changed.

    `kind` is edit, undo, redo or begin; `old` and `new` are as the column keeps
    them, `who` is the account the step was made under.
    """

    at: str
    kind: str
    title: str
    op: str
    table: str
    key: int
    field: str | None
    old: Cell
    new: Cell
    who: str


def changes(database: Connection, filing_id: int, limit: int) -> tuple[Change, ...]:
    """The latest lines of a filing, newest first."""
    query = """
        SELECT at, kind, title, op, tbl, key, field, old, new, who
        FROM step JOIN change ON seq BETWEEN first AND last
        WHERE filing_id = ? ORDER BY step.id DESC, seq DESC LIMIT ?
    """
    return tuple(Change(*row) for row in database.execute(query, [filing_id, limit]))


def edited_after(database: Connection, step: int) -> str:
    """When the first step after this one was made; "" where there is none."""
    first = database.execute("SELECT at FROM step WHERE id > ? ORDER BY id", [step]).fetchone()
    return str(first[0]) if first else ""


def last_step(database: Connection) -> tuple[int, str]:
    """The number of the last step, and when it was made; 0 and "" where there is none."""
    row = database.execute("SELECT id, at FROM step ORDER BY id DESC LIMIT 1").fetchone()
    return row or (0, "")


def entry_of(table: str, field: str | None) -> Entry[Any] | None:
    """The entry a line is about; None for a record's place, and for what is no entry any more."""
    entity = entity_of(table)
    return next((e for e in entries(entity) if e.name == field), None) if entity else None


def shown(entry: Entry[Any], cell: Cell) -> str:
    """A cell of the log as a form shows it; one an older version kept otherwise, as it stands."""
    try:
        return entry.show(cell_reader(entry)(cell))
    except (ValueError, ArithmeticError):
        return str(cell)
