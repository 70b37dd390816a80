"""The tables migrations reach, the ones released, and what a failing or unknown one does."""

from __future__ import annotations

import hashlib
import inspect
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from jsxh_desktop.domain.entry import Kind, entries
from jsxh_desktop.domain.filing import LISTS, SINGLES
from jsxh_desktop.store import change_log, migrations
from jsxh_desktop.store.backup import BackupKind, backups, folder_beside
from jsxh_desktop.store.connection import connect
from jsxh_desktop.store.errors import FileIsNewer
from jsxh_desktop.store.file import Workbook
from jsxh_desktop.store.header import SHAPE
from jsxh_desktop.store.migrating import migrate, migrate_behind_a_copy
from jsxh_desktop.store.records import table_of
from jsxh_desktop.store.sqlite_tools import Database, Migrations
from jsxh_desktop.store.steps import Steps
from jsxh_desktop.store.values import INTEGERS, NEVER_NULL

RELEASES = sorted((Path(__file__).parents[1] / "files").glob("release-*.jsxh"))
# The first 16 digits of the SHA-256 of a migration's source, from the release it came with on.
RELEASED = {
    "m0001_filing_and_log": "92f7c82dd00b3d9a",
    "m0002_unit": "b6dafba76a6def3c",
    "m0003_project": "832ae9eb77572fea",
    "m0004_accounts": "f489001dd092137b",
    "m0005_three_public": "08a4b18844e162ca",
    "m0006_other_matters": "c8fb46b5d1d3b08a",
    "m0007_evaluation": "27116048f8b1d0e7",
    "m0008_texts": "3efc5cc4bbacfded",
}
CASCADE = {"goal": "CASCADE", "indicator": "CASCADE", "project_report": "CASCADE"}


@pytest.fixture(scope="module")
def empty() -> Iterator[Database]:
    database = Database(memory=True)
    migrate(database.conn)
    yield database
    database.close()


def functions() -> dict[str, Callable[[Database], None]]:
    """Every migration of today by name, in the order it is applied."""
    with closing(Database(memory=True)) as blank:
        return {each.name: each.fn for each in migrations.migrations.pending(blank)}


def changes_with(more: Callable[[Database], None]) -> Migrations:
    """The program of tomorrow: every migration of today and one more."""
    changes = Migrations("jsxh")
    for function in (*functions().values(), more):
        changes()(function)
    return changes


def m0099_nickname(db: Database) -> None:
    db.table("organization").add_column("nickname", str)


def m0099_broken(db: Database) -> None:
    db.execute("DELETE FROM duty")
    db.table("organization").transform(drop={"contact"})
    db.execute("SELECT * FROM nowhere")


@pytest.mark.parametrize("entity", [*SINGLES.values(), *LISTS.values()])
def test_migrations_reach_the_columns_the_entries_call_for(
    empty: Database, entity: type[Any]
) -> None:
    found = {
        column.name: (column.type, bool(column.notnull))
        for column in empty.table(table_of(entity)).columns
    }
    called_for = {"id": ("INTEGER", False), "filing_id": ("INTEGER", True)}
    if entity in LISTS.values():
        called_for["position"] = ("INTEGER", True)
    for entry in entries(entity):
        kind = "INTEGER" if entry.kind in INTEGERS else "TEXT"
        called_for[entry.name] = (kind, entry.kind in NEVER_NULL)
    assert found == called_for


def test_every_data_table_is_strict(empty: Database) -> None:
    loose = "SELECT name FROM pragma_table_list WHERE NOT strict AND name NOT LIKE '%sqlite_%'"
    assert empty.execute(loose).fetchall() == []


@pytest.mark.parametrize("entity", LISTS.values())
def test_a_reference_goes_with_its_project_or_lets_it_go(
    empty: Database, entity: type[Any]
) -> None:
    query = "SELECT on_delete FROM pragma_foreign_key_list(?) WHERE [table] = 'project'"
    found = [row[0] for row in empty.execute(query, [table_of(entity)])]
    refers = any(entry.kind is Kind.REFERENCE for entry in entries(entity))
    assert found == ([CASCADE.get(table_of(entity), "SET NULL")] if refers else [])


def test_migrations_are_applied_in_the_order_of_their_numbers() -> None:
    numbers = [int(name[1:5]) for name in functions()]
    assert numbers == list(range(1, SHAPE + 1))


@pytest.mark.parametrize("name", RELEASED)
def test_a_released_migration_is_never_edited(name: str) -> None:
    source = inspect.getsource(functions()[name])
    assert hashlib.sha256(source.encode()).hexdigest()[:16] == RELEASED[name]


def test_the_versions_are_written_into_the_file(empty: Database) -> None:
    assert empty.execute("PRAGMA user_version").fetchone() == (len(functions()),) == (SHAPE,)
    assert empty.execute("PRAGMA application_id").fetchone() == (int.from_bytes(b"JSXH", "big"),)


@pytest.mark.parametrize("release", RELEASES, ids=lambda path: path.name)
def test_a_file_of_every_release_opens(release: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(release, tmp_path))
    with Workbook.open(path) as workbook:
        ((key, year),) = workbook.filings()
        filing = workbook.load(key)
    assert (year, filing.organization.full_name) == (2021, "广元市朝天区科学技术协会")
    assert len(filing.indicators) == 49


def test_there_is_a_file_of_a_release() -> None:
    assert RELEASES


def test_migrating_leaves_a_verified_copy_of_the_file_before(path: Path) -> None:
    with closing(connect(path)) as database:
        migrate_behind_a_copy(database, path, changes_with(m0099_nickname))
    (before,) = backups(folder_beside(path), path.stem)
    with closing(sqlite3.connect(before.path)) as copy:
        columns = {row[1] for row in copy.execute("PRAGMA table_info(organization)")}
        assert copy.execute("SELECT count(*) FROM duty").fetchone() == (10,)
    assert before.kind is BackupKind.BEFORE_MIGRATION
    assert "nickname" not in columns


def test_a_new_column_is_logged_the_day_it_exists(path: Path) -> None:
    database = connect(path)
    migrate(database, changes_with(m0099_nickname))
    database.execute("UPDATE organization SET nickname = '科协'")
    line = database.execute("SELECT field, new FROM change ORDER BY seq DESC").fetchone()
    database.close()
    assert line == ("nickname", "科协")


def test_a_failing_migration_leaves_the_file_as_it_was(path: Path) -> None:
    before = path.read_bytes()
    with (
        closing(connect(path)) as database,
        pytest.raises(sqlite3.OperationalError, match="nowhere"),
    ):
        migrate_behind_a_copy(database, path, changes_with(m0099_broken))
    assert path.read_bytes() == before


def test_undo_stops_at_a_migration(path: Path) -> None:
    with Workbook.open(path) as workbook:
        workbook.remove(1, LISTS["duties"], 1)
    database = connect(path)
    migrate(database, changes_with(m0099_nickname))
    title = Steps(database).undo(1)
    database.close()
    assert title is None


def test_a_file_with_an_unknown_migration_is_newer(path: Path) -> None:
    database = connect(path)
    migrate(database, changes_with(m0099_nickname))
    database.close()
    before = path.read_bytes()
    with pytest.raises(FileIsNewer, match="升级本程序"):
        Workbook.open(path)
    assert path.read_bytes() == before


def test_a_file_with_a_higher_version_is_newer(path: Path) -> None:
    with closing(sqlite3.connect(path)) as file:
        file.execute("PRAGMA user_version = 99")
    with pytest.raises(FileIsNewer):
        Workbook.open(path)


def test_transform_drops_triggers_and_migrating_builds_them_again(path: Path) -> None:
    def m0099_remade(db: Database) -> None:
        db.table("organization").transform(rename={"contact": "writer"})

    database = connect(path)
    migrate(database, changes_with(m0099_remade))
    found, called_for = (
        change_log.triggers_found(database),
        change_log.triggers_called_for(database),
    )
    database.close()
    assert found == called_for
