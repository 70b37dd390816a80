"""What the tables held when they were last written: a digest each, and one chain over the log.

SQLite's own checks find broken pages; an amount that changed on a bad disk, or by another program,
passes all of them. Kept by the step that wrote, compared at every opening.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from sqlite3 import Connection

from jsxh_desktop.store.change_log import data_columns

LOG = "change"
_STEPS = (
    "SELECT id, filing_id, kind, title, at, first, last, who FROM step WHERE id > ? ORDER BY id"
)
_LINES = "SELECT op, tbl, key, field, old, new FROM change WHERE seq BETWEEN ? AND ? ORDER BY seq"
_KEEP = (
    "INSERT INTO digest (tbl, sha256, step) VALUES (?, ?, ?) "
    "ON CONFLICT (tbl) DO UPDATE SET sha256 = excluded.sha256, step = excluded.step"
)


def keep_step(database: Connection, number: int, span: tuple[int, int]) -> None:
    """Keep the tables a step touched and the log up to it, inside its transaction."""
    touched = database.execute("SELECT DISTINCT tbl FROM change WHERE seq BETWEEN ? AND ?", span)
    _keep(database, [table for (table,) in touched.fetchall()], number)


def keep_all(database: Connection) -> None:
    """Take every table and the whole log for what they ought to be; inside a transaction."""
    database.execute("DELETE FROM digest")
    (last,) = database.execute("SELECT max(id) FROM step").fetchone()
    _keep(database, data_columns(database), last or 0)


def altered(database: Connection) -> tuple[str, ...]:
    """The tables that are not what was last written, and `change` where the log is not."""
    columns = data_columns(database)
    kept = dict(database.execute("SELECT tbl, sha256 FROM digest").fetchall())
    found = [
        table
        for table, names in columns.items()
        if table in kept and kept[table] != _table(database, table, names)
    ]
    head, step = _head(database)
    if step and _chain(database, "", 0, step) != head:
        found.append(LOG)
    return tuple(found)


def _keep(database: Connection, tables: Iterable[str], step: int) -> None:
    columns = data_columns(database)
    rows = [(table, _table(database, table, columns[table]), step) for table in tables]
    head, before = _head(database)
    rows.append((LOG, _chain(database, head, before, step), step))
    database.executemany(_KEEP, rows)


def _head(database: Connection) -> tuple[str, int]:
    query = "SELECT sha256, step FROM digest WHERE tbl = ?"
    return database.execute(query, [LOG]).fetchone() or ("", 0)


def _table(database: Connection, table: str, columns: tuple[str, ...]) -> str:
    """The digest of a table's rows in the order of their ids.

    SQLite puts the text together: rows handed to Python one by one would hold up the window.
    """
    cells = " || ',' || ".join(f"quote([{name}])" for name in ("id", *columns))
    rows = f"SELECT {cells} AS cells FROM [{table}] ORDER BY id"  # noqa: S608 - our own names
    query = f"SELECT group_concat(cells, char(10)) FROM ({rows})"  # noqa: S608 - as above
    (text,) = database.execute(query).fetchone()
    return hashlib.sha256((text or "").encode()).hexdigest()


def _chain(database: Connection, head: str, after: int, until: int) -> str:
    """The digest of each step, its lines and the digest before it, on from one step to another."""
    for step in database.execute(_STEPS, [after]).fetchall():
        if step[0] > until:
            break
        lines = database.execute(_LINES, step[5:7]).fetchall()
        head = hashlib.sha256(f"{head}{step!r}{lines!r}".encode()).hexdigest()
    return head
