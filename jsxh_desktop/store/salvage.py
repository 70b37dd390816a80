"""What a damaged workbook's change log still tells: the steps made after a backup was taken."""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from sqlite3 import Connection

from jsxh_desktop.store.change_log import data_columns
from jsxh_desktop.store.values import Cell

MOST = 100_000  # steps after a backup, or lines of a step; more is a damaged number
FAR = 200  # numbers in a row that are not there or cannot be read: the log ends here
LINE = "SELECT seq, op, tbl, key, field, new FROM change WHERE seq = ?"
STEP = "SELECT id, filing_id, kind, title, at, who, first, last FROM step WHERE id = ?"
REACHED = "SELECT step FROM digest WHERE tbl = 'change'"
EDITION = "SELECT id, filing_id, number, digest, at, who, data FROM edition WHERE id = ?"

UNREADABLE = "读不出来的一步"

Row = tuple[Cell | bytes, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One change: `row` is all of a row that came, as far as it can be read."""

    op: str
    table: str
    key: int
    field: str | None
    new: Cell
    row: dict[str, Cell] | None = None


@dataclass(frozen=True, slots=True)
class Later:
    """A step made after the backup; `missing` are its lines that cannot be read."""

    filing_id: int | None
    kind: str
    title: str
    at: str
    who: str
    lines: tuple[Line, ...]
    missing: int


@dataclass(frozen=True, slots=True)
class Salvaged:
    """Everything after the backup that can be read, oldest first; editions as their rows."""

    steps: tuple[Later, ...]
    editions: tuple[Row, ...]


def salvaged(damaged: Path, backup: Connection) -> Salvaged | None:
    """Read what a damaged workbook has beyond a backup of it; None where nothing can be told.

    Reads a copy, to which its journal is applied; the workbook itself is left as it is. None too
    where the two logs are not of one workbook, or parted ways before the backup was taken.
    """
    with tempfile.TemporaryDirectory(prefix="jsxh-") as folder:
        copy = Path(folder) / damaged.name
        shutil.copyfile(damaged, copy)
        journal = damaged.with_name(f"{damaged.name}-journal")
        if journal.exists():
            shutil.copyfile(journal, copy.with_name(journal.name.replace(damaged.name, copy.name)))
        try:
            with closing(sqlite3.connect(copy)) as database:
                database.execute("PRAGMA trusted_schema = off")
                return _beyond(database, backup)
        except (sqlite3.Error, UnicodeDecodeError):  # not even its tables can be read
            return None


def _beyond(database: Connection, backup: Connection) -> Salvaged | None:
    last = _last(backup, "change", "seq")
    if last and _one(database, LINE, last) != _one(backup, LINE, last):
        return None
    columns = data_columns(database)
    start = _last(backup, "step", "id")
    rows = {int(row[0] or 0): row for row in _all(database, STEP, start)}
    until = max(*rows, start, _reached(database, start))
    steps: list[Later] = []
    for number in range(start + 1, until + 1):
        if number in rows:
            steps.append(_step(database, rows[number], columns))
        else:
            at = steps[-1].at if steps else ""
            steps.append(Later(None, "", UNREADABLE, at, "", (), 1))
    editions = _all(database, EDITION, _last(backup, "edition", "id"))
    return Salvaged(tuple(steps), tuple(editions))


def _reached(database: Connection, start: int) -> int:
    """The last step there was, as the digest of the log knows it; none is ever left out.

    It stands apart from the steps, and so tells of those that cannot be read. Where it cannot be
    read itself, one more is taken to be missing than is known of: who knows.
    """
    try:
        (step,) = database.execute(REACHED).fetchone()
    except (sqlite3.Error, UnicodeDecodeError, TypeError):
        step = None
    if isinstance(step, int) and start <= step <= start + MOST:
        return step
    return _last_readable(database, start) + 1


def _last_readable(database: Connection, start: int) -> int:
    return max((int(row[0] or 0) for row in _all(database, STEP, start)), default=start)


def _step(database: Connection, row: Row, columns: dict[str, tuple[str, ...]]) -> Later:
    _, filing_id, kind, title, at, who, first, last = row
    lines: list[Line] = []
    missing = 0
    for seq in range(int(first or 0), min(int(last or -1), int(first or 0) + MOST) + 1):
        found = _one(database, LINE, seq)
        line = _line(database, found, columns) if found else None
        if line is None:
            missing += 1
        else:
            lines.append(line)
    filing = None if filing_id is None else int(filing_id)
    return Later(filing, str(kind), str(title), str(at), str(who), tuple(lines), missing)


def _line(database: Connection, found: Row, columns: dict[str, tuple[str, ...]]) -> Line | None:
    """A line as it can be done again; None for a table or column there is not."""
    _, op, table, key, field, new = found
    if isinstance(table, bytes) or isinstance(new, bytes):
        return None
    names = columns.get(str(table))
    if names is None or (op == "=" and field not in names):
        return None
    named = None if field is None else str(field)
    line = Line(str(op), str(table), int(key or 0), named, new)
    if op != "+":
        return line
    chosen = ", ".join(f"[{name}]" for name in names)
    query = f"SELECT {chosen} FROM [{table}] WHERE id = ?"  # noqa: S608 - names of its own tables
    row = _one(database, query, line.key)
    cells = dict(zip(names, row, strict=True)) if row else None
    return Line(line.op, line.table, line.key, None, None, cells)  # type: ignore[arg-type]  # no blobs


def _all(database: Connection, query: str, after: int) -> Iterator[Row]:
    """Every row that can be read with a number beyond this one."""
    absent = 0
    for number in count(after + 1):
        row = _one(database, query, number)
        absent = 0 if row else absent + 1
        if row:
            yield row
        elif absent > FAR:
            return


def _one(database: Connection, query: str, number: int) -> Row | None:
    try:
        row: Row | None = database.execute(query, [number]).fetchone()
    except (sqlite3.Error, UnicodeDecodeError):
        return None
    return row


def _last(database: Connection, table: str, column: str) -> int:
    (last,) = database.execute(f"SELECT max({column}) FROM {table}").fetchone()  # noqa: S608 - ours
    return int(last or 0)
