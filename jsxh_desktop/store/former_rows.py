"""An altered row as it was last written, out of a backup; its digest proves that it is the one."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from sqlite3 import Connection

from jsxh_desktop.store import statements
from jsxh_desktop.store.change_log import data_columns
from jsxh_desktop.store.connection import connect
from jsxh_desktop.store.digests import Altered, kept_of, row_digest

MOST = 12  # backups looked into, from the newest on


def former(database: Connection, altered: Altered, copies: Sequence[Path]) -> Path | None:
    """The newest backup that has a row as it was last written; None where none has."""
    kept = kept_of(database, altered.table, altered.key)
    if kept is None:
        return None
    columns = data_columns(database)[altered.table]
    for copy in copies[:MOST]:
        with _read(copy) as other:
            if other and row_digest(other, altered.table, altered.key, columns) == kept:
                return copy
    return None


def put_back(database: Connection, table: str, key: int, copy: Path) -> None:
    """Write a row as a backup has it, in the place of what stands there; inside a transaction."""
    columns = data_columns(database)[table]
    with closing(connect(copy, "ro")) as other:
        query = statements.select(table, columns, "id", "id")
        cells = other.execute(query, [key]).fetchone()
    database.execute(statements.upsert(table, ("id", *columns)), (key, *cells))


@contextmanager
def _read(copy: Path) -> Iterator[Connection | None]:
    """A backup to read from; None where it cannot be, as it may be older or spoilt."""
    try:
        database = connect(copy, "ro")
    except sqlite3.Error:
        yield None
        return
    try:
        yield database
    finally:
        database.close()
