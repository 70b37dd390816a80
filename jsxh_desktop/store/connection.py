"""The only way to a workbook's rows: a connection whose settings were read back one by one."""

from __future__ import annotations

import sqlite3
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from sqlite3 import Connection

OLDEST_SQLITE = (3, 38)  # strict tables; json_array in every build
BESIDE = "ro&immutable=1"  # looks for no lock and no journal
PREPARED = 512  # statements kept ready; there is one for every field

# Why each: docs/decisions/0501-settings-of-the-workbook.md.
SETTINGS: tuple[tuple[str, str, object], ...] = (
    ("locking_mode", "exclusive", "exclusive"),
    ("journal_mode", "truncate", "truncate"),
    ("synchronous", "extra", 3),
    ("foreign_keys", "on", 1),
    ("trusted_schema", "off", 0),
    ("cell_size_check", "on", 1),
    ("mmap_size", "0", 0),
    ("secure_delete", "on", 1),
    ("cache_spill", "off", 0),
    ("busy_timeout", "0", 0),
    ("recursive_triggers", "on", 1),
)


def sqlite_version() -> str:
    """The version of the SQLite that keeps the workbooks."""
    return sqlite3.sqlite_version


def connect(path: Path, mode: str = "rw") -> Connection:
    """Open rows of a file by its absolute path: rw an existing one, rwc a new one, ro a copy.

    BESIDE is a second reader of what this program has open, as long as nothing is written.

    Raises sqlite3.Error; RuntimeError where this SQLite does not take a setting.
    """
    if sqlite3.sqlite_version_info < OLDEST_SQLITE:
        raise RuntimeError(f"SQLite {sqlite3.sqlite_version} lacks strict tables or JSON")
    connection = sqlite3.connect(
        f"{path.as_uri()}?mode={mode}",
        uri=True,
        timeout=0,
        isolation_level=None,
        cached_statements=PREPARED,
    )
    connection.text_factory = bytes.decode  # what is no text raises UnicodeDecodeError
    try:
        for name, value, kept in SETTINGS if mode != "ro" else ():
            set_and_read_back(connection, name, value, kept)
    except BaseException:
        connection.close()
        raise
    return connection


def set_and_read_back(database: Connection, name: str, value: str, kept: object) -> None:
    """Set one pragma; RuntimeError where SQLite kept something else."""
    database.execute(f"pragma {name} = {value}").fetchall()
    found = database.execute(f"pragma {name}").fetchone()
    if found is None or found[0] != kept:
        raise RuntimeError(f"SQLite keeps {name} at {found}, not {kept}")


@contextmanager
def transaction(database: Connection) -> Iterator[None]:
    """All or nothing, holding the right to write from the start.

    `Database.atomic()` of sqlite-utils begins without that right; in here it is a savepoint.
    """
    database.execute("begin immediate")
    try:
        yield
        database.execute("commit")
    except BaseException:
        if database.in_transaction:
            database.execute("rollback")
        raise


def let_go(database: Connection, path: Path) -> None:
    """Close the connection; an exclusive one leaves its emptied journal, which goes too.

    Where a fault is being dealt with, it tells where it happened, and there a row may be half read:
    as long as that is known, the file stays locked.
    """
    if fault := sys.exception():
        traceback.clear_frames(fault.__traceback__)
    database.close()
    journal = path.with_name(f"{path.name}-journal")
    if journal.exists() and journal.stat().st_size == 0:
        journal.unlink()
