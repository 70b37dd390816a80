"""A backup put in the place of a damaged workbook, with what was changed since done again."""

from __future__ import annotations

import datetime
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from sqlite3 import Connection

from jsxh_desktop.store import statements
from jsxh_desktop.store.backup import restore
from jsxh_desktop.store.change_log import data_columns
from jsxh_desktop.store.connection import let_go, transaction
from jsxh_desktop.store.copying import sync_folder
from jsxh_desktop.store.lock import held
from jsxh_desktop.store.opening import opened
from jsxh_desktop.store.salvage import Later, Line, Salvaged, salvaged
from jsxh_desktop.store.steps import Kind, Steps

FOLDER = "损坏的文件"
Columns = dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Redone:
    """One step made after the backup: how many of its changes came back, how many did not."""

    title: str
    at: str
    who: str
    done: int
    lost: int


@dataclass(frozen=True, slots=True)
class Rescue:
    """Where the damaged file lies now, and each later step; None where the log told nothing."""

    aside: Path
    steps: tuple[Redone, ...] | None


def rescue(path: Path, backup: Path) -> Rescue:
    """Move the damaged workbook aside, put the backup in its place, do again what came later.

    Nothing is ever deleted: where the backup cannot be used everything is as before. Raises
    FileError.
    """
    with held(path):
        aside = _move_aside(path)
        try:
            restore(backup, path)
        except BaseException:
            _move(aside, path)
            raise
        return Rescue(aside, _do_again(path, aside))


def _move_aside(path: Path) -> Path:
    folder = path.with_name(FOLDER)
    folder.mkdir(exist_ok=True)
    aside = new_place(folder, path)
    _move(path, aside)
    return aside


def new_place(folder: Path, path: Path) -> Path:
    """A dated name for a file in the folder of damaged ones."""
    at = datetime.datetime.now().astimezone()
    while (aside := folder / f"{path.stem} {at:%Y%m%d-%H%M%S}{path.suffix}").exists():
        at += datetime.timedelta(seconds=1)
    return aside


def _move(path: Path, target: Path) -> None:
    """A workbook and the journal it cannot be read without."""
    for suffix in ("-journal", ""):
        source = path.with_name(path.name + suffix)
        if source.exists():
            source.replace(target.with_name(target.name + suffix))
    sync_folder(target.parent)
    sync_folder(path.parent)


def _do_again(path: Path, aside: Path) -> tuple[Redone, ...] | None:
    database, _ = opened(path)
    try:
        found = salvaged(aside, database)
        return _redone(database, found) if found else None
    finally:
        let_go(database, path)


def _redone(database: Connection, found: Salvaged) -> tuple[Redone, ...]:
    with transaction(database):
        for row in found.editions:
            columns = ("id", "filing_id", "number", "digest", "at", "who", "data")
            with _or_not(database):
                database.execute(statements.insert("edition", columns), row)
    steps = Steps(database)
    columns_of = data_columns(database)
    gone = {(line.table, line.key) for each in found.steps for line in each.lines if line.op == "-"}
    return tuple(
        _step(database, steps, each, columns_of, gone)
        for each in found.steps
        if each.lines or each.missing
    )


def _step(
    database: Connection,
    steps: Steps,
    later: Later,
    columns: Columns,
    gone: set[tuple[str, int]],
) -> Redone:
    """A step again under its own title; what undo and redo did is done as a step of its own."""
    kind = Kind.SIGN if later.kind == Kind.SIGN else Kind.EDIT
    done = 0
    with steps.step(later.filing_id or 0, later.title, kind, later.who):
        for line in later.lines:
            done += _line(database, line, columns, gone)
    lost = later.missing + len(later.lines) - done
    return Redone(later.title, later.at, later.who, done, lost)


def _line(
    database: Connection,
    line: Line,
    columns: Columns,
    gone: set[tuple[str, int]],
) -> bool:
    """Do one change again; whether it came to be so."""
    done = False
    with _or_not(database):
        if line.op == "=" and line.field in columns.get(line.table, ()):
            change = statements.update(line.table, (line.field,), "id")
            done = database.execute(change, (line.new, line.key)).rowcount == 1
        elif line.op == "-":
            database.execute(statements.delete(line.table, "id"), (line.key,))
            done = True
        elif line.op == "+" and line.row is not None and set(line.row) <= set(columns[line.table]):
            into = statements.upsert(line.table, ("id", *line.row))
            database.execute(into, (line.key, *line.row.values()))
            done = True
        elif line.op == "+":
            done = (line.table, line.key) in gone  # it went again later
    return done


@contextmanager
def _or_not(database: Connection) -> Iterator[None]:
    """What the tables refuse leaves nothing behind and stops nothing else."""
    database.execute("SAVEPOINT one")
    try:
        yield
    except sqlite3.IntegrityError:
        database.execute("ROLLBACK TO one")
    finally:
        database.execute("RELEASE one")
