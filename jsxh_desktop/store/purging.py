"""彻底清除: what was deleted or overwritten in a workbook is nowhere in its files any more.

The change log goes, too, as it holds every value there ever was; so does undo. Signatures and
editions stay: they are records.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from sqlite3 import Connection

from jsxh_desktop.store import change_log
from jsxh_desktop.store.backup import BackupKind, backups, folder_beside, new_name
from jsxh_desktop.store.connection import connect, let_go, transaction
from jsxh_desktop.store.copying import copy_to, part_of, sync_folder
from jsxh_desktop.store.digests import Altered, doubt, keep_all
from jsxh_desktop.store.examining import note_everywhere
from jsxh_desktop.store.header import absolute, look_at
from jsxh_desktop.store.keylog import beside
from jsxh_desktop.store.lock import held
from jsxh_desktop.store.log_chain import LOG
from jsxh_desktop.store.opening import opened
from jsxh_desktop.store.records import check_content
from jsxh_desktop.store.rescue import FOLDER
from jsxh_desktop.store.steps import Kind, bar_undo

TITLE = "彻底清除删掉的内容"
BLOCK = 1 << 20


def purge(path: Path, *, old_copies: bool) -> int:
    """Rewrite a workbook nobody has open without what was deleted; how many copies went.

    `old_copies` are its backups and what lies in 损坏的文件: they hold it, too, and one backup of
    the new file takes their place. What was typed and not kept goes in any case. Raises FileError;
    until the new file is whole nothing has changed.
    """
    path = absolute(path)
    with held(path):
        look_at(path)
        _overwrite([_old(path)])  # of a time before that was cut short
        with _opened(path) as (database, altered):
            part = part_of(path)
            copy_to(database, part)
        try:
            _purge(part, altered)
            _swap(part, path)
        finally:
            part.unlink(missing_ok=True)
        _overwrite([beside(path)])
        return _drop_copies(path) if old_copies else 0


@contextmanager
def _opened(path: Path) -> Iterator[tuple[Connection, tuple[Altered, ...]]]:
    database, altered = opened(path)
    try:
        yield database, altered
    finally:
        let_go(database, path)


def copies_of(path: Path) -> tuple[Path, ...]:
    """Every copy beside a workbook that holds what was deleted in it; raises FileError."""
    kept = [each.path for each in backups(folder_beside(path), path.stem)]
    aside = path.with_name(FOLDER)
    damaged = sorted(aside.glob("*")) if aside.is_dir() else []
    return (*kept, *(each for each in damaged if each.name.startswith(f"{path.stem} ")))


def _purge(part: Path, altered: Iterable[Altered]) -> None:
    """A copy that is thrown away if this does not come to its end keeps its journal in memory.

    Of what was altered behind the program is told afterwards as before; the log is another.
    """
    database = connect(part)
    try:
        database.execute("PRAGMA journal_mode = memory")
        database.execute("PRAGMA temp_store = memory")
        with transaction(database):
            change_log.drop_triggers(database)
            _empty(database)
            change_log.build_triggers(database)
            bar_undo(database, TITLE)
            note_everywhere(database, TITLE)
            keep_all(database)
            doubt(database, [each for each in altered if each.table != LOG])
            check_content(database)
        database.execute("VACUUM")
    finally:
        let_go(database, part)


def _empty(database: Connection) -> None:
    database.execute("DELETE FROM change")
    database.execute("DELETE FROM step WHERE kind <> ?", [Kind.SIGN])
    database.execute("UPDATE step SET first = 0, last = -1")
    database.execute("DELETE FROM finding WHERE gone <> ''")
    database.execute("DELETE FROM aside")


def _swap(part: Path, path: Path) -> None:
    """The new file gets the name at once; only then the old one is written over."""
    with part.open("rb+") as file:
        os.fsync(file.fileno())
    old = _old(path)
    try:
        old.hardlink_to(path)  # so that the name never stands for nothing
    except OSError:  # a stick knows no second names
        path.replace(old)
    part.replace(path)
    sync_folder(path.parent)
    _overwrite([old])


def _old(path: Path) -> Path:
    return path.with_name(f".{path.name}.old")


def _drop_copies(path: Path) -> int:
    """One backup of the new file first, so that there is never none."""
    copies = copies_of(path)
    with _opened(path) as (database, _):
        copy_to(database, new_name(folder_beside(path), path.stem, BackupKind.MANUAL))
    _overwrite(copies)
    return len(copies)


def _overwrite(files: Iterable[Path]) -> None:
    """Write over what a file holds before it goes; the disk alone knows whether that is the end."""
    for each in files:
        if not each.is_file():
            continue
        with each.open("rb+") as file:
            left = each.stat().st_size
            while left > 0:
                left -= file.write(bytes(min(left, BLOCK)))
            file.flush()
            os.fsync(file.fileno())
        each.unlink()
