"""A workbook brought into the shape this version knows; what needs sqlite-utils is all here.

Opening a file of today's shape does without: loading the library takes longer than all the rows.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from jsxh_desktop.store import change_log, digests, former_digests, migrations
from jsxh_desktop.store.backup import BackupKind, folder_beside, new_name
from jsxh_desktop.store.connection import connect, let_go, set_and_read_back, transaction
from jsxh_desktop.store.copying import copy_to, part_of, put_in_place
from jsxh_desktop.store.errors import newer, of_system, told
from jsxh_desktop.store.header import APPLICATION_ID, SHAPE
from jsxh_desktop.store.records import check_content
from jsxh_desktop.store.sqlite_tools import Database, Migrations
from jsxh_desktop.store.steps import bar_undo


def create_empty(path: Path) -> None:
    """Write a workbook without a filing: beside, then renamed. Raises FileError."""
    part = part_of(path)
    try:
        rows = connect(part, "rwc")
        try:
            migrate(rows)
        finally:
            let_go(rows, part)
        put_in_place(part, path)
    except sqlite3.Error as problem:
        raise told(problem, path) from problem
    except OSError as problem:
        raise of_system(problem, path) from problem
    finally:
        part.unlink(missing_ok=True)


def migrate_behind_a_copy(
    rows: sqlite3.Connection, path: Path, changes: Migrations = migrations.migrations
) -> None:
    """Bring an open file of an earlier shape up to date; FileIsNewer where it is a later one."""
    database = Database(rows, execute_plugins=False)
    with closing(Database(memory=True)) as empty:
        known = {change.name for change in changes.pending(empty)}
    if {change.name for change in changes.applied(database)} - known:
        raise newer(path)
    copy_to(rows, new_name(folder_beside(path), path.stem, BackupKind.BEFORE_MIGRATION))
    migrate(rows, changes)


def migrate(rows: sqlite3.Connection, changes: Migrations = migrations.migrations) -> None:
    """Apply every pending migration, or none; then the triggers the tables call for.

    Foreign keys rest meanwhile, as a table made anew would cascade.
    """
    database = Database(rows, execute_plugins=False)
    set_and_read_back(rows, "foreign_keys", "off", 0)
    with transaction(rows):
        new = not changes.applied(database)
        doubted = () if new else _altered(rows)
        change_log.drop_triggers(rows)
        changes.apply(database)
        rows.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        rows.execute(f"PRAGMA user_version = {len(changes.applied(database))}")
        change_log.build_triggers(rows)
        if not new:  # the log from before may speak of columns that are gone
            bar_undo(rows, "升级数据文件")
        digests.keep_all(rows)
        digests.doubt(rows, doubted)
        check_content(rows)
    set_and_read_back(rows, "foreign_keys", "on", 1)


def _altered(rows: sqlite3.Connection) -> tuple[digests.Altered, ...]:
    """What was changed behind the program's back; a file of before shape 16 cannot tell."""
    (shape,) = rows.execute("PRAGMA user_version").fetchone()
    return digests.altered(rows) if shape == SHAPE else former_digests.altered(rows, shape)
