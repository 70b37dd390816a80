"""Each setting of the connection does what it is there for, and without it a test notices.

A SQLite may be built with other defaults; here it always has the ones that would do harm.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path
from sqlite3 import Connection

import pytest

from jsxh_desktop.store import connection
from jsxh_desktop.store.connection import SETTINGS, connect, transaction

HARMFUL = ("mmap_size = 67108864", "secure_delete = off", "busy_timeout = 5000")
WORD = "组织学术活动"
Holds = Callable[[Connection, Path], bool]


def nobody_else_can_read(database: Connection, path: Path) -> bool:
    with transaction(database):
        database.execute("UPDATE duty SET position = position")
    with closing(sqlite3.connect(path)) as other:
        other.execute("PRAGMA busy_timeout = 0")
        try:
            other.execute("SELECT * FROM duty").fetchall()
        except sqlite3.OperationalError:
            return True
    return False


def nothing_is_left_in_the_journal(database: Connection, path: Path) -> bool:
    with transaction(database):
        database.execute("DELETE FROM duty WHERE id = 1")
    return path.with_name(f"{path.name}-journal").stat().st_size == 0


def the_folder_is_synced_as_well(database: Connection, _path: Path) -> bool:
    return read(database, "synchronous") == 3


def what_belongs_to_a_project_goes_with_it(database: Connection, _path: Path) -> bool:
    database.execute("DELETE FROM project WHERE id = 1")
    return not database.execute("SELECT 1 FROM indicator WHERE project = 1").fetchall()


def a_trigger_of_a_stranger_runs_nothing(database: Connection, _path: Path) -> bool:
    ran: list[object] = []
    database.create_function("harm", 1, ran.append)
    database.execute("CREATE TRIGGER strange AFTER UPDATE ON term BEGIN SELECT harm(new.id); END")
    with suppress(sqlite3.OperationalError):
        database.execute("UPDATE term SET position = 77 WHERE id = 1")
    return not ran


def cells_are_measured_before_they_are_read(database: Connection, _path: Path) -> bool:
    return read(database, "cell_size_check") == 1


def no_page_is_mapped(database: Connection, _path: Path) -> bool:
    return read(database, "mmap_size") == 0


def what_is_deleted_is_not_in_the_file(database: Connection, path: Path) -> bool:
    for name in ("log_duty_delete", "seal_change_delete", "seal_change_update"):
        database.execute(f"DROP TRIGGER {name}")
    with transaction(database):
        database.execute("DELETE FROM duty WHERE text LIKE ?", [f"%{WORD}%"])
    database.close()
    return WORD.encode() not in path.read_bytes()


def the_file_changes_only_at_commit(database: Connection, path: Path) -> bool:
    before = path.stat().st_mtime_ns
    database.execute("PRAGMA cache_size = 2")
    database.execute("BEGIN IMMEDIATE")
    row = "INSERT INTO duty (filing_id, position, text) VALUES (1, 9, ?)"
    database.executemany(row, [("长" * 2_000,) for _ in range(60)])
    untouched = path.stat().st_mtime_ns == before
    database.execute("ROLLBACK")
    return untouched


def a_held_lock_is_told_of_at_once(database: Connection, _path: Path) -> bool:
    return read(database, "busy_timeout") == 0


def a_row_put_in_the_place_of_another_is_logged(database: Connection, _path: Path) -> bool:
    database.execute("REPLACE INTO duty (id, filing_id, position, text) VALUES (1, 1, 1, 'x')")
    last = database.execute("SELECT op FROM change WHERE tbl = 'duty' AND key = 1 ORDER BY seq")
    return "-" in {op for (op,) in last}


HOLDS: dict[str, Holds] = {
    "locking_mode": nobody_else_can_read,
    "journal_mode": nothing_is_left_in_the_journal,
    "synchronous": the_folder_is_synced_as_well,
    "foreign_keys": what_belongs_to_a_project_goes_with_it,
    "trusted_schema": a_trigger_of_a_stranger_runs_nothing,
    "cell_size_check": cells_are_measured_before_they_are_read,
    "mmap_size": no_page_is_mapped,
    "secure_delete": what_is_deleted_is_not_in_the_file,
    "cache_spill": the_file_changes_only_at_commit,
    "busy_timeout": a_held_lock_is_told_of_at_once,
    "recursive_triggers": a_row_put_in_the_place_of_another_is_logged,
}


def read(database: Connection, name: str) -> object:
    return database.execute(f"PRAGMA {name}").fetchone()[0]


@pytest.fixture
def harmful(monkeypatch: pytest.MonkeyPatch) -> None:
    """A SQLite with the other defaults."""
    usual = sqlite3.connect

    def made(*given: object, **named: object) -> Connection:
        database: Connection = usual(*given, **named)  # type: ignore[call-overload]  # handed on
        for setting in HARMFUL:
            database.execute(f"PRAGMA {setting}")
        return database

    monkeypatch.setattr(sqlite3, "connect", made)


def test_every_setting_has_something_that_holds_by_it() -> None:
    assert [name for name, *_ in SETTINGS] == [*HOLDS]


@pytest.mark.parametrize("name", HOLDS)
def test_it_holds_with_all_the_settings(harmful: None, path: Path, name: str) -> None:
    with closing(connect(path)) as database:
        assert HOLDS[name](database, path)


@pytest.mark.parametrize("name", HOLDS)
def test_it_does_not_hold_without_this_one(
    harmful: None, path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    without = tuple(setting for setting in SETTINGS if setting[0] != name)
    monkeypatch.setattr(connection, "SETTINGS", without)
    with closing(connect(path)) as database:
        assert not HOLDS[name](database, path)
