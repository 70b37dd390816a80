"""What an inspection found is put right, behind a copy; nothing that was written is thrown away."""

from __future__ import annotations

import datetime
import json
import shutil
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from sqlite3 import Connection

from jsxh_desktop.store import change_log, statements
from jsxh_desktop.store.backup import BackupKind, backups, folder_beside, new_name
from jsxh_desktop.store.connection import connect, let_go, transaction
from jsxh_desktop.store.copying import copy_to, sync_folder
from jsxh_desktop.store.digests import keep_all
from jsxh_desktop.store.disks import refuse_elsewhere
from jsxh_desktop.store.errors import FileIsDamaged
from jsxh_desktop.store.examining import note_everywhere
from jsxh_desktop.store.former_rows import put_back
from jsxh_desktop.store.header import absolute, look_at, refuse_no_file
from jsxh_desktop.store.history import entry_of
from jsxh_desktop.store.inspecting import Fault, Trouble, inspect
from jsxh_desktop.store.lock import held
from jsxh_desktop.store.rescue import FOLDER, new_place
from jsxh_desktop.store.steps import Kind, write_step
from jsxh_desktop.store.values import NEVER_NULL

ALTERED = {Trouble.ALTERED, Trouble.FORMER}
MENDED = set(Trouble) - {Trouble.BROKEN, *ALTERED}
"""What the program puts right alone; of altered rows the clerk says which value holds."""


@dataclass(frozen=True, slots=True)
class Mended:
    """How many faults were put right, which are left, and the copy from before, if any."""

    count: int
    left: tuple[Fault, ...]
    copy: Path | None


def inspected(path: Path) -> tuple[Fault, ...]:
    """Everything wrong with a workbook nobody has open; raises FileError where it is none."""
    try:
        with _held(path) as path, _opened(path) as database:
            return inspect(database, copies_of(path))
    except FileIsDamaged as problem:  # not even the list of its tables can be read
        return (Fault(Trouble.BROKEN, str(problem)),)


def mend(path: Path, chosen: Collection[Trouble], *, accept: bool = False) -> Mended:
    """Put right what is wrong in the ways chosen, in one transaction behind a copy.

    With `accept` altered rows are taken as they are now, those too that a backup has. Raises
    FileError; nothing has changed then.
    """
    with _held(path) as path:
        with _opened(path) as database:
            before = inspect(database, copies_of(path))
            taken = {*chosen, *(ALTERED if accept else ())}
            faults = [each for each in before if each.trouble in taken]
            if not faults:
                return Mended(0, before, None)
            sound = not {Trouble.BROKEN, Trouble.INDEX} & {each.trouble for each in before}
            copy = _copy_of_sound(database, path) if sound else None
        copy = copy or _copy_of_bytes(path)
        with _opened(path) as database:
            with transaction(database):
                _mend(database, faults, accept=accept)
            return Mended(len(faults), inspect(database, copies_of(path)), copy)


def copies_of(path: Path) -> tuple[Path, ...]:
    """The backups of a workbook, the newest first; raises FileError."""
    return tuple(each.path for each in backups(folder_beside(path), path.stem))


@contextmanager
def _held(path: Path) -> Iterator[Path]:
    """The file itself, while nobody else can open it."""
    path = absolute(path)
    refuse_no_file(path)
    refuse_elsewhere(path)
    with held(path):
        look_at(path)
        yield path


@contextmanager
def _opened(path: Path) -> Iterator[Connection]:
    """Its rows as they are, with nothing checked and nothing put up."""
    database = connect(path)
    try:
        database.execute("BEGIN EXCLUSIVE")
        database.execute("COMMIT")
        yield database
    finally:
        let_go(database, path)


def _copy_of_sound(database: Connection, path: Path) -> Path:
    copy = new_name(folder_beside(path), path.stem, BackupKind.BEFORE_MENDING)
    copy_to(database, copy)
    return copy


def _copy_of_bytes(path: Path) -> Path:
    """Of a file whose pages do not agree every byte is kept, as none can be told from another."""
    folder = path.with_name(FOLDER)
    folder.mkdir(exist_ok=True)
    copy = new_place(folder, path)
    shutil.copyfile(path, copy)
    sync_folder(folder)
    return copy


def _mend(database: Connection, faults: Collection[Fault], *, accept: bool) -> None:
    """All of it or nothing; the log tells of each cell, undo does not go back beyond it."""
    kinds = {each.trouble for each in faults}
    if Trouble.INDEX in kinds:
        database.execute("REINDEX")
    if Trouble.TRIGGERS in kinds:
        change_log.drop_triggers(database)
        change_log.build_triggers(database)
    before = _last(database)
    with _unlocked(database):
        _put_aside(database, [each for each in faults if each.trouble in MENDED])
        for each in faults:
            if each.copy and not accept:
                put_back(database, each.table, each.key, each.copy)
    if _last(database) > before or Trouble.TRIGGERS in kinds:
        write_step(database, None, Kind.BEGIN, "检查数据库", (before + 1, _last(database)))
    note_everywhere(database, f"检查数据库，处理了 {len(faults)} 处")
    if accept:
        keep_all(database)


def _put_aside(database: Connection, faults: Collection[Fault]) -> None:
    """First everything is kept, then changed: what goes may take others along."""
    rows = [each for each in faults if each.key]
    for each in rows:
        _keep(database, each)
    for each in rows:
        if each.trouble is Trouble.CELL:
            _set(database, each, "" if _is_never_null(each) else None)
        elif _lets_go(database, each):
            _set(database, each, None)
        else:
            database.execute(statements.delete(each.table, "id"), [each.key])


def _keep(database: Connection, fault: Fault) -> None:
    query = f"SELECT * FROM [{fault.table}] WHERE id = ?"  # noqa: S608 - a table the check named
    found = database.execute(query, [fault.key])
    row = found.fetchone()
    if row is None:
        return
    cells = dict(zip((name for name, *_ in found.description), row, strict=True))
    said = json.dumps(cells, ensure_ascii=False, default=bytes.hex)
    now = datetime.datetime.now().astimezone().isoformat(timespec="seconds")
    columns = ("at", "tbl", "key", "why", "cells")
    keep = statements.insert("aside", columns)
    database.execute(keep, (now, fault.table, fault.key, fault.said, said))


def _set(database: Connection, fault: Fault, value: str | None) -> None:
    database.execute(statements.update(fault.table, (fault.field,), "id"), (value, fault.key))


def _is_never_null(fault: Fault) -> bool:
    entry = entry_of(fault.table, fault.field)
    return entry is not None and entry.kind in NEVER_NULL


def _lets_go(database: Connection, fault: Fault) -> bool:
    """Whether a row stays when what it refers to goes, as money stays when its project does."""
    query = "SELECT 1 FROM pragma_foreign_key_list(?) WHERE [from] = ? AND on_delete = 'SET NULL'"
    return database.execute(query, (fault.table, fault.field)).fetchone() is not None


@contextmanager
def _unlocked(database: Connection) -> Iterator[None]:
    """A signed-off year is mended, too; its edition keeps what was signed."""
    locks = {
        name: statement
        for name, statement in change_log.triggers_found(database).items()
        if name.startswith("lock_")
    }
    for name in locks:
        database.execute(f"DROP TRIGGER {name}")
    yield
    for statement in locks.values():
        database.execute(statement)


def _last(database: Connection) -> int:
    (last,) = database.execute("SELECT max(seq) FROM change").fetchone()
    return int(last or 0)
