"""The permanent log: every table is watched, every cell is told of, no line can be changed."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from jsxh_desktop.domain.filing import LISTS
from jsxh_desktop.domain.organization import Organization
from jsxh_desktop.domain.project import Project
from jsxh_desktop.store import change_log, steps
from jsxh_desktop.store.connection import connect
from jsxh_desktop.store.file import Workbook
from jsxh_desktop.store.records import ENTITIES, table_of
from jsxh_desktop.store.titles import NOUNS


@pytest.fixture
def database(path: Path) -> Iterator[sqlite3.Connection]:
    with closing(connect(path)) as opened:
        yield opened


def triggers(path: Path) -> set[str]:
    with closing(sqlite3.connect(path)) as file:
        rows = file.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        return {name for (name,) in rows}


def test_every_entity_has_a_watched_table(database: sqlite3.Connection) -> None:
    watched = set(change_log.data_columns(database))
    assert watched == {"filing", *change_log.STATE, *map(table_of, ENTITIES)}


def test_a_file_has_the_triggers_its_tables_call_for(database: sqlite3.Connection) -> None:
    assert change_log.triggers_found(database) == change_log.triggers_called_for(database)


def test_what_does_not_parse_is_not_logged(database: sqlite3.Connection) -> None:
    found = change_log.triggers_found(database).values()
    assert not [trigger for trigger in found if " ON draft" in trigger or " ON [draft]" in trigger]


@pytest.mark.parametrize("statement", ["UPDATE change SET new = 1", "DELETE FROM change"])
def test_the_log_only_grows(database: sqlite3.Connection, statement: str) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="修改记录只能追加"):
        database.execute(statement)


@pytest.mark.parametrize("statement", ["UPDATE step SET title = ''", "DELETE FROM step"])
def test_a_step_is_never_renamed_or_dropped(database: sqlite3.Connection, statement: str) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="修改记录只能追加"):
        database.execute(statement)


def test_a_dropped_trigger_is_back_after_opening(path: Path) -> None:
    before = triggers(path)
    with closing(sqlite3.connect(path)) as file:
        file.execute("DROP TRIGGER log_organization_full_name")
    Workbook.open(path).close()
    assert triggers(path) == before


def test_a_strange_trigger_is_gone_after_opening(path: Path) -> None:
    before = triggers(path)
    with closing(sqlite3.connect(path)) as file:
        file.execute("CREATE TRIGGER evil AFTER INSERT ON duty BEGIN DELETE FROM project; END")
    Workbook.open(path).close()
    assert triggers(path) == before


def test_undo_stops_where_changes_may_have_passed_unlogged(path: Path) -> None:
    with Workbook.open(path) as workbook:
        workbook.write(1, Organization.full_name, "甲")
    with closing(sqlite3.connect(path)) as file:
        file.execute("DROP TRIGGER log_organization_full_name")
    with Workbook.open(path) as workbook:
        assert workbook.undo(1) is None


def test_a_changed_cell_is_told_with_both_values(workbook: Workbook) -> None:
    workbook.write(1, Organization.short_name, "科协")
    workbook.write(1, Organization.short_name, "区科协")
    (line,) = workbook.history(1, 1)
    assert (line.title, line.table, line.field, line.old, line.new) == (
        "修改单位简称",
        "organization",
        "short_name",
        "科协",
        "区科协",
    )


def test_a_line_tells_who_made_the_step(
    workbook: Workbook, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(steps, "account_name", lambda: "李会计")
    workbook.write(1, Organization.short_name, "科协")
    (line,) = workbook.history(1, 1)
    assert line.who == "李会计"


def test_a_value_written_again_leaves_no_line(workbook: Workbook) -> None:
    workbook.write(1, Organization.short_name, "区科协")
    before = workbook.history(1)
    workbook.write(1, Organization.short_name, "区科协")
    assert workbook.history(1) == before


def test_what_a_removed_project_takes_along_is_told(workbook: Workbook) -> None:
    workbook.remove(1, Project, 1)
    told = {line.table for line in workbook.history(1, 1000) if line.title == "删除项目"}
    assert told == {"project", "goal", "indicator", "expenditure_line"}


def test_every_list_has_a_noun_for_its_steps() -> None:
    assert NOUNS.keys() == LISTS.keys()
