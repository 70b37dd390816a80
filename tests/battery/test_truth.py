"""T19, T20, T23: the log tells every change, tells of every tampering, and takes all of it back."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Callable
from contextlib import closing
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest

from jsxh_desktop.store.change_log import data_columns
from jsxh_desktop.store.errors import FileError
from jsxh_desktop.store.file import Workbook
from jsxh_desktop.store.records import ENTITIES, table_of
from tests.battery.counts import seeded, tell, times
from tests.battery.random_work import work

State = dict[str, dict[int, dict[str, Any]]]


def state(path: Path) -> State:
    """Every cell of every table that holds what a unit fills in."""
    with closing(sqlite3.connect(path)) as file:
        return {
            table: {
                row[0]: dict(zip(columns, row[1:], strict=True))
                for row in file.execute(f"SELECT id, {_named(columns)} FROM [{table}]")  # noqa: S608 - ours
            }
            for table, columns in data_columns(file).items()
        }


def _named(columns: tuple[str, ...]) -> str:
    return ", ".join(f"[{name}]" for name in columns)


def taken_back(path: Path, after: int) -> State:
    """What the log says the tables held at one of its lines, worked out from what they hold now."""
    now = state(path)
    with closing(sqlite3.connect(path)) as file:
        lines = file.execute(
            "SELECT op, tbl, key, field, old, new FROM change WHERE seq > ? ORDER BY seq DESC",
            [after],
        ).fetchall()
    for (op, table, key), group in groupby(lines, key=lambda line: line[:3]):
        rows = now[table]
        for _, _, _, field, old, new in group:
            if op == "=":
                assert rows[key][field] == new
                rows[key][field] = old
            elif op == "-":
                rows.setdefault(key, {})[field] = old
            else:
                del rows[key]
    return now


def last_line(path: Path) -> int:
    with closing(sqlite3.connect(path)) as file:
        (last,) = file.execute("SELECT max(seq) FROM change").fetchone()
    return int(last)


def test_the_log_tells_every_cell_that_changed(path: Path) -> None:
    steps, chance = times(30, 10_000), seeded()
    before, line = state(path), last_line(path)
    with Workbook.open(path) as workbook:
        for number in work(workbook, chance, steps):
            if number == steps // 2:
                workbook.save(workbook.load(1))
    with closing(sqlite3.connect(path)) as file:  # nor does another program get round it
        file.execute("UPDATE three_public SET reception_domestic = 12345")
        file.execute("DELETE FROM duty WHERE id = (SELECT max(id) FROM duty)")
        file.commit()
    assert taken_back(path, line) == before
    tell("T19", steps=steps, lines=last_line(path) - line)


@pytest.mark.parametrize("again", range(times(1, 5)))
def test_everything_is_undone_and_done_again(path: Path, again: int) -> None:
    steps, chance = times(20, 500), seeded()
    with Workbook.open(path) as workbook:
        before = _undone(workbook)
        for _ in work(workbook, chance, steps):
            pass
        after = workbook.load(1)
    with Workbook.open(path) as workbook:
        assert _undone(workbook) == before
    with Workbook.open(path) as workbook:
        while workbook.redo(1):
            pass
        assert workbook.load(1) == after
    tell("T23", steps=steps, undone=1, redone=1)


def _undone(workbook: Workbook) -> object:
    while workbook.undo(1):
        pass
    return workbook.load(1)


Tampering = Callable[[sqlite3.Connection, random.Random], object]


def _a_cell(file: sqlite3.Connection, chance: random.Random) -> object:
    tables = [table_of(entity) for entity in ENTITIES]
    filled = [each for each in tables if file.execute(f"SELECT 1 FROM {each}").fetchone()]  # noqa: S608
    table = chance.choice(filled)
    column = chance.choice([each for each in data_columns(file)[table] if each != "filing_id"])
    (key,) = chance.choice(file.execute(f"SELECT id FROM {table}").fetchall())  # noqa: S608
    (kind,) = file.execute(
        "SELECT type FROM pragma_table_info(?) WHERE name = ?", (table, column)
    ).fetchone()
    value = chance.randint(10**6, 10**9) if kind == "INTEGER" else f"改{chance.random()}"
    return file.execute(f"UPDATE {table} SET [{column}] = ? WHERE id = ?", (value, key))  # noqa: S608


def _a_row_less(file: sqlite3.Connection, chance: random.Random) -> object:
    table = chance.choice(("duty", "indicator", "expenditure_line", "income_line", "term"))
    return file.execute(f"DELETE FROM {table} WHERE id = (SELECT max(id) FROM {table})")  # noqa: S608


def _a_row_more(file: sqlite3.Connection, chance: random.Random) -> object:
    place = chance.randint(1, 99)
    return file.execute(
        "INSERT INTO duty (filing_id, position, text) VALUES (1, ?, '多的')", [place]
    )


def _a_line_less(file: sqlite3.Connection, chance: random.Random) -> object:
    return file.execute("DELETE FROM change WHERE seq = ?", [_seq(file, chance)])


def _a_line_changed(file: sqlite3.Connection, chance: random.Random) -> object:
    return file.execute(
        "UPDATE change SET new = ? WHERE seq = ?", (chance.random(), _seq(file, chance))
    )


def _lines_swapped(file: sqlite3.Connection, chance: random.Random) -> object:
    one, other = sorted({_seq(file, chance), 1, 2})[-2:]
    file.execute("UPDATE change SET seq = -1 WHERE seq = ?", [one])
    file.execute("UPDATE change SET seq = ? WHERE seq = ?", (one, other))
    return file.execute("UPDATE change SET seq = ? WHERE seq = -1", [other])


def _another_hand(file: sqlite3.Connection, chance: random.Random) -> object:
    who = f"别人{chance.random()}"
    return file.execute("UPDATE step SET who = ? WHERE id = (SELECT max(id) FROM step)", [who])


def _seq(file: sqlite3.Connection, chance: random.Random) -> int:
    return int(chance.choice(file.execute("SELECT seq FROM change").fetchall())[0])


TAMPERINGS: tuple[Tampering, ...] = (
    _a_cell,
    _a_row_less,
    _a_row_more,
    _a_line_less,
    _a_line_changed,
    _lines_swapped,
    _another_hand,
)


@pytest.mark.parametrize("quiet", [False, True], ids=["with triggers", "without"])
def test_what_another_program_did_is_told_at_opening(path: Path, *, quiet: bool) -> None:
    trials, chance = times(7, 250), seeded()
    with Workbook.open(path) as workbook:
        for _ in work(workbook, chance, 10):
            pass
    whole, refused = path.read_bytes(), 0
    for trial in range(trials):
        path.write_bytes(whole)
        with closing(sqlite3.connect(path)) as file:
            file.execute("BEGIN")
            names = file.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall()
            sealed = [name for (name,) in names if quiet or name.startswith("seal_")]
            for name in sealed:
                file.execute(f'DROP TRIGGER "{name}"')
            TAMPERINGS[trial % len(TAMPERINGS)](file, chance)
            file.commit()
        try:
            with Workbook.open(path) as workbook:
                assert workbook.altered
        except FileError:  # what nobody can read is told of as damage
            refused += 1
    tell("T20", trials=trials, refused=refused)
