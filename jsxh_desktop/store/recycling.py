"""Deleted projects, read from the change log and put back with all that went along with them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from sqlite3 import Connection
from typing import Any

from jsxh_desktop.domain.change import Change, Removed
from jsxh_desktop.domain.filing import REFERS_TO
from jsxh_desktop.domain.frozen import frozen
from jsxh_desktop.store import statements
from jsxh_desktop.store.backup import BackupKind, folder_beside, new_name
from jsxh_desktop.store.change_log import data_columns
from jsxh_desktop.store.copying import copy_to
from jsxh_desktop.store.records import table_of

MANY, MANY_PROJECTS = 20, 2
_TABLE = table_of(REFERS_TO)
_GONE = f"""
    SELECT max(step.id), key, at, who, first, last FROM step
    JOIN change ON seq BETWEEN first AND last
    WHERE filing_id = :filing AND op = '-' AND tbl = '{_TABLE}' AND field = 'name'
    AND step.id > (SELECT coalesce(max(id), 0) FROM step WHERE filing_id IS NULL)
    AND NOT EXISTS (SELECT 1 FROM {_TABLE} WHERE id = key)
    GROUP BY key ORDER BY step.id DESC, key
"""  # noqa: S608 - our own names
_LINES = """
    SELECT op, tbl, key, field, old FROM change WHERE seq BETWEEN ? AND ? AND op IN ('-', '=')
    ORDER BY seq
"""


@frozen
class Deleted:
    """A project that is gone: its name, when and by whom; `rows` are what belonged to it.

    Its lines of the log are between `first` and `last`.
    """

    key: int
    name: str
    at: str
    who: str
    rows: int
    first: int
    last: int


def deleted_projects(database: Connection, filing_id: int) -> tuple[Deleted, ...]:
    """The projects of a filing that were deleted and are not there again, the latest first.

    None from before a migration: what the log says of them may be of columns that are gone.
    """
    return tuple(_read(database, filing_id))


def put_back(database: Connection, deleted: Deleted) -> None:
    """Bring a project back under its old id, with its rows and its money; inside a step."""
    columns = data_columns(database)
    for (table, key), cells in _rows(database, deleted):
        kept = {name: old for name, old in cells.items() if name in columns[table]}
        into = statements.insert(table, ("id", *kept))
        database.execute(into, (key, *kept.values()))
    for table, key in _let_go(database, deleted):
        query = f"UPDATE [{table}] SET project = ? WHERE id = ? AND project IS NULL"  # noqa: S608 - ours
        database.execute(query, (deleted.key, key))


def keep_before_many_go(database: Connection, path: Path, changes: Iterable[Change]) -> None:
    """Take a backup where changes remove many records at once; raises FileError."""
    gone = [each.entity for each in changes if isinstance(each, Removed)]
    if len(gone) > MANY or gone.count(REFERS_TO) >= MANY_PROJECTS:
        copy_to(database, new_name(folder_beside(path), path.stem, BackupKind.BEFORE_DELETING))


def _read(database: Connection, filing_id: int) -> Iterator[Deleted]:
    for _, key, at, who, first, last in database.execute(_GONE, {"filing": filing_id}).fetchall():
        found = Deleted(key, "", at, who, 0, first, last)
        rows = dict(_rows(database, found))
        name = str(rows[_TABLE, key].get("name") or "")
        yield Deleted(key, name, at, who, len(rows) - 1, first, last)


def _rows(
    database: Connection, deleted: Deleted
) -> Iterator[tuple[tuple[str, int], dict[str, Any]]]:
    """The rows that went with a project, itself first, with the cells they had."""
    lines = database.execute(_LINES, (deleted.first, deleted.last)).fetchall()
    went = [line for line in lines if line[0] == "-"]
    found = {
        (table, key): {field: old for *_, field, old in cells}
        for (table, key), cells in groupby(went, key=lambda line: line[1:3])
    }
    mine = {at: cells for at, cells in found.items() if _is_of(deleted, *at, cells)}
    yield from sorted(mine.items(), key=lambda row: row[0][0] != _TABLE)


def _is_of(deleted: Deleted, table: str, key: int, cells: dict[str, Any]) -> bool:
    return (table, key) == (_TABLE, deleted.key) or cells.get("project") == deleted.key


def _let_go(database: Connection, deleted: Deleted) -> list[tuple[str, int]]:
    """The rows that stayed without their project, as money does."""
    lines = database.execute(_LINES, (deleted.first, deleted.last)).fetchall()
    return [
        (table, key)
        for op, table, key, field, old in lines
        if op == "=" and field == "project" and old == deleted.key
    ]
