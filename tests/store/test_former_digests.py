"""A file of an earlier shape comes into today's, and what was changed in it is still told of."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from jsxh_desktop.domain.change import Added
from jsxh_desktop.domain.organization import Duty, Organization
from jsxh_desktop.store.change_log import data_columns, drop_triggers
from jsxh_desktop.store.connection import connect, transaction
from jsxh_desktop.store.file import Workbook
from tests.store.another_program import behind, told

ROWS = """CREATE TABLE row_digest (
    tbl TEXT NOT NULL, key INTEGER NOT NULL, sha256 BLOB NOT NULL,
    PRIMARY KEY (tbl, key)
) STRICT, WITHOUT ROWID"""


@pytest.fixture(params=[16, 17])
def former(path: Path, request: pytest.FixtureRequest) -> Path:
    """A workbook as earlier versions kept it: a link for each step, and of 16 each row's digest."""
    with Workbook.open(path) as workbook:
        workbook.apply(1, "粘贴", [Added(Duty(f"第{number}条")) for number in range(70)])
        workbook.write(1, Organization.short_name, "科协'“二”\n")
    with closing(connect(path)) as database, transaction(database):
        drop_triggers(database)
        if request.param == 16:
            keep_each_row(database)
        end = chained(database, *((quoted, "") if request.param == 16 else (as_json, "\n")))
        database.execute("DELETE FROM digest WHERE tbl = 'step'")
        database.execute("UPDATE digest SET sha256 = ?, sm3 = NULL WHERE tbl = 'change'", [end])
        later = "DELETE FROM _sqlite_migrations WHERE substr(name, 2, 4) > ?"
        database.execute(later, [f"{request.param:04}"])
        database.execute(f"PRAGMA user_version = {request.param}")
    return path


def keep_each_row(database: sqlite3.Connection) -> None:
    columns = data_columns(database)
    database.execute("DROP TABLE block_digest")
    database.execute(ROWS)
    for table, names in columns.items():
        query = f"SELECT id, {quoted('id', *names)} FROM [{table}]"  # noqa: S608 - our own names
        for key, text in database.execute(query).fetchall():
            row = (table, key, hashlib.sha256(text.encode()).digest())
            database.execute("INSERT INTO row_digest VALUES (?, ?, ?)", row)


def chained(database: sqlite3.Connection, texts: Callable[..., str], between: str) -> str:
    step = texts(*["id", "filing_id", "kind", "title", "at", "first", "last", "who"])
    line = texts(*["op", "tbl", "key", "field", "old", "new"])
    head = ""
    for first, last, text in database.execute(
        f"SELECT first, last, {step} FROM step ORDER BY id"  # noqa: S608 - our own names
    ):
        found = database.execute(
            f"SELECT {line} FROM change WHERE seq BETWEEN ? AND ? ORDER BY seq",  # noqa: S608
            [first, last],
        )
        lines = "\n".join(each for (each,) in found)
        said = head + text + (between + lines if lines else "")
        head = hashlib.sha256(said.encode()).hexdigest()
    return head


def quoted(*names: str) -> str:
    return " || ',' || ".join(f"quote([{name}])" for name in names)


def as_json(*names: str) -> str:
    return f"json_array({', '.join(names)})"


def test_a_sound_file_comes_over_and_nothing_is_told(former: Path) -> None:
    assert told(former) == ()
    with Workbook.open(former) as workbook:
        workbook.write(1, Organization.short_name, "区协")
    assert told(former) == ()


@pytest.mark.parametrize(
    ("statement", "name"),
    [
        ("UPDATE duty SET text = '别的' WHERE id = 70", "主要职能“别的”"),
        ("DELETE FROM duty WHERE id = 1", "主要职能少了一行"),
        (
            "INSERT INTO duty (filing_id, position, text) VALUES (1, 99, '多的')",
            "主要职能多了一行“多的”",
        ),
        ("UPDATE change SET new = '别的' WHERE new IS NOT NULL", "修改记录"),
    ],
)
def test_what_changed_behind_is_told_until_it_is_written_again(
    former: Path, statement: str, name: str
) -> None:
    behind(former, statement)
    (first,) = told(former)
    with Workbook.open(former) as workbook:
        workbook.write(1, Organization.short_name, "区协")
        workbook.write(1, Duty.text, "写过的", 71)
    assert first.startswith(name)
    assert told(former) == (first,)
