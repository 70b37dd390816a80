"""Steps of work: each a transaction, a span of the change log, and one press of undo."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import groupby
from sqlite3 import Connection
from typing import Any

from jsxh_desktop.store import statements
from jsxh_desktop.store.change_log import data_columns
from jsxh_desktop.store.connection import transaction
from jsxh_desktop.store.digests import keep_step
from jsxh_desktop.store.errors import ContentIsDamaged
from jsxh_desktop.store.lock import account_name


class Kind(StrEnum):
    """What a step is to undo; BEGIN is where undo stops, without a filing for all of them.

    SIGN is none of its business: what was signed is taken back by a signature.
    """

    BEGIN = "begin"
    EDIT = "edit"
    UNDO = "undo"
    REDO = "redo"
    SIGN = "sign"


@dataclass
class _Stacks:
    """Steps of one filing: what undo takes back next, and what redo does."""

    done: list[int] = field(default_factory=list)
    undone: list[int] = field(default_factory=list)


def write_step(
    database: Connection,
    filing_id: int | None,
    kind: Kind,
    title: str,
    span: tuple[int, int],
    who: str = "",
) -> int:
    """Name a span of the change log, inside the transaction that wrote it."""
    now = datetime.datetime.now().astimezone().isoformat(timespec="seconds")
    written = database.execute(
        "INSERT INTO step (filing_id, kind, title, at, first, last, who) "
        "VALUES (?, ?, ?, ?, ?, ?, ?)",
        (filing_id, kind, title, now, *span, who or account_name()),
    )
    number = int(written.lastrowid or 0)
    keep_step(database, number, span)
    return number


def bar_undo(database: Connection, title: str) -> None:
    """Stop undo of every filing here, inside the transaction that makes the log before unfit."""
    write_step(database, None, Kind.BEGIN, title, (0, -1))


class Steps:
    """Runs steps and takes them back; read from the log, so a restart forgets nothing."""

    def __init__(self, database: Connection) -> None:
        self._database = database
        self._stacks: defaultdict[int | None, _Stacks] = defaultdict(_Stacks)
        self._columns = data_columns(database)
        for row in database.execute("SELECT id, filing_id, kind FROM step ORDER BY id"):
            self._note(*row)

    @contextmanager
    def step(
        self, filing_id: int, title: str, kind: Kind = Kind.EDIT, who: str = ""
    ) -> Iterator[None]:
        """All or nothing; a step that changed nothing leaves no trace.

        `who` is else the account.
        """
        number = None
        with transaction(self._database):
            before = self._last()
            yield
            last = self._last()
            if last > before:
                number = write_step(self._database, filing_id, kind, title, (before + 1, last), who)
        if number is not None:
            self._note(number, filing_id, kind)

    def undo(self, filing_id: int) -> str | None:
        """Take the last step back and say its title; None when there is none."""
        return self._turn(filing_id, self._stacks[filing_id].done, Kind.UNDO)

    def redo(self, filing_id: int) -> str | None:
        """Do the step undone last again and say its title; None when there is none."""
        return self._turn(filing_id, self._stacks[filing_id].undone, Kind.REDO)

    def turns(self, filing_id: int) -> tuple[str, str]:
        """The titles of what undo and redo would turn; "" where there is nothing."""
        stacks = self._stacks[filing_id]
        return self._title(stacks.done), self._title(stacks.undone)

    def _title(self, stack: list[int]) -> str:
        query = "SELECT title FROM step WHERE id = ?"
        return str(self._database.execute(query, stack[-1:]).fetchone()[0]) if stack else ""

    def _turn(self, filing_id: int, stack: list[int], kind: Kind) -> str | None:
        if not stack:
            return None
        query = "SELECT title, first, last FROM step WHERE id = ?"
        title, first, last = self._database.execute(query, [stack[-1]]).fetchone()
        with self.step(filing_id, title, kind):
            self._reverse(first, last)
        return str(title)

    def _note(self, number: int, filing_id: int | None, kind: str) -> None:
        stacks = self._stacks[filing_id]
        if kind == Kind.EDIT:
            stacks.done.append(number)
            stacks.undone.clear()
        elif kind == Kind.UNDO and stacks.done:
            stacks.done.pop()
            stacks.undone.append(number)
        elif kind == Kind.REDO and stacks.undone:
            stacks.undone.pop()
            stacks.done.append(number)
        elif kind == Kind.BEGIN:
            self._begin(filing_id)
        elif kind != Kind.SIGN:
            raise ContentIsDamaged(f"step {number} is {kind} of nothing")

    def _begin(self, filing_id: int | None) -> None:
        if filing_id is None:
            self._stacks.clear()
        else:
            self._stacks[filing_id] = _Stacks()

    def _reverse(self, first: int, last: int) -> None:
        """Read a span backwards and do the opposite; the triggers log that as well."""
        lines = self._database.execute(
            "SELECT op, tbl, key, field, old FROM change WHERE seq BETWEEN ? AND ? "
            "ORDER BY seq DESC",
            [first, last],
        ).fetchall()
        for (op, table, key), group in groupby(lines, key=lambda line: line[:3]):
            # Of a cell changed twice the earlier line comes later here, and wins.
            cells: dict[str, Any] = {name: old for *_, name, old in group}
            self._database.execute(*self._opposite(op, table, key, cells))

    def _opposite(self, op: str, table: str, key: int, cells: dict[str, Any]) -> tuple[str, Any]:
        names, values = tuple(cells), tuple(cells.values())
        if op == "+" and table in self._columns:
            return statements.delete(table, "id"), (key,)
        if not set(names) <= set(self._columns.get(table, ())):
            raise ContentIsDamaged(f"the log tells of {table}: {names}")
        if op == "-":
            return statements.insert(table, ("id", *names)), (key, *values)
        return statements.update(table, names, "id"), (*values, key)

    def _last(self) -> int:
        (last,) = self._database.execute("SELECT max(seq) FROM change").fetchone()
        return last or 0
