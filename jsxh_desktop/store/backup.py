"""Dated copies of a workbook: taken, listed, thinned out, and turned into a new workbook again."""

from __future__ import annotations

import datetime
import re
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from enum import StrEnum
from pathlib import Path
from sqlite3 import Connection
from typing import TYPE_CHECKING

from jsxh_desktop.domain.frozen import frozen
from jsxh_desktop.store.connection import connect
from jsxh_desktop.store.copying import copy_to
from jsxh_desktop.store.errors import FileError, damaged, foreign, of_system, told
from jsxh_desktop.store.header import APPLICATION_ID, refuse_no_file

if TYPE_CHECKING:
    from jsxh_desktop.store.file import Workbook


class BackupKind(StrEnum):
    """Why a backup was taken; the word is part of its name."""

    AUTOMATIC = "自动"
    MANUAL = "手动"
    BEFORE_MIGRATION = "升级前"
    BEFORE_IMPORT = "导入前"
    BEFORE_DELETING = "删除前"
    BEFORE_MENDING = "修复前"


@frozen
class Backup:
    """One backup: when it was taken, why, and its size in bytes."""

    path: Path
    at: datetime.datetime
    kind: BackupKind
    size: int


_DATED = "%Y%m%d-%H%M%S"
_SUFFIX = ".jsxh"
_NAME = rf" (\d{{8}}-\d{{6}}) ({'|'.join(BackupKind)}){re.escape(_SUFFIX)}"

_SPANS: tuple[Callable[[datetime.date], object], ...] = (
    *[lambda day: day] * 12,
    *[lambda day: day.isocalendar()[:2]] * 10,
    *[lambda day: (day.year, day.month)] * 9,
)
_BEFORE_A_RISK = set(BackupKind) - {BackupKind.AUTOMATIC, BackupKind.MANUAL}
_KEPT_BEFORE_A_RISK = datetime.timedelta(days=90)
_LAST_BEFORE_A_RISK = 3
MOST_BYTES = 500_000_000


def folder_beside(workbook: Path) -> Path:
    """Where the backups of a workbook lie unless the clerk chose another place."""
    return workbook.with_name("备份")


def backup(workbook: Workbook, folder: Path, kind: BackupKind) -> Path:
    """Write a verified backup of an open workbook; the folder is made. Raises FileError."""
    target = new_name(folder, workbook.path.stem, kind)
    workbook.copy_to(target)
    return target


def new_name(folder: Path, stem: str, kind: BackupKind) -> Path:
    """A name for a backup taken now: of the next second, where this one has a backup already.

    Makes the folder. Raises FileError.
    """
    try:
        folder.mkdir(exist_ok=True)
    except OSError as problem:
        raise of_system(problem, folder) from problem
    at = datetime.datetime.now().astimezone()
    while (path := folder / f"{stem} {at.strftime(_DATED)} {kind}{_SUFFIX}").exists():
        at += datetime.timedelta(seconds=1)
    return path


def backups(folder: Path, stem: str) -> tuple[Backup, ...]:
    """The backups of a workbook of this name, newest first; other files are passed over.

    Raises FileError where the folder cannot be read; one that is not there is empty.
    """
    try:
        found = [each for path in folder.iterdir() if (each := _backup(path, stem))]
    except FileNotFoundError:
        return ()
    except OSError as problem:
        raise of_system(problem, folder) from problem
    return tuple(sorted(found, key=lambda each: (each.at, each.path.name), reverse=True))


def thin_out(folder: Path, stem: str) -> None:
    """Remove the backups that may go by now. Raises FileError."""
    for each in thinned(backups(folder, stem), datetime.datetime.now().astimezone()):
        try:
            each.path.unlink(missing_ok=True)
        except OSError as problem:
            raise of_system(problem, each.path) from problem


def thinned(found: Iterable[Backup], now: datetime.datetime) -> tuple[Backup, ...]:
    """Which backups may go, newest first; never the newest, nor one of today or yesterday.

    Of the time before, the newest of a day stays for 12 days that have one, then the newest of a
    week for 10 weeks, then of a month for 9 months. What was taken before a migration, an import,
    many deletions or a repair stays for 90 days, the last three of each however old a clock that
    jumped makes them. Of all this no more than fits into 500 MB.
    """
    yesterday = now.date() - datetime.timedelta(days=1)
    spans = list(_SPANS)
    last = datetime.date.max
    room = MOST_BYTES
    seen = Counter[BackupKind]()
    stays, may_go = list[Backup](), list[Backup]()
    for each in sorted(found, key=lambda each: each.at, reverse=True):
        day = each.at.date()
        is_wanted = day >= yesterday
        if not is_wanted and spans and spans[0](day) != spans[0](last):
            del spans[0]
            last, is_wanted = day, True
        seen[each.kind] += 1
        is_recent = now - each.at <= _KEPT_BEFORE_A_RISK or seen[each.kind] <= _LAST_BEFORE_A_RISK
        if each.kind in _BEFORE_A_RISK and is_recent:
            is_wanted = True
        if is_wanted:
            room -= each.size  # where it is used up, what is older does not fit either
        fits = room >= 0 or day >= yesterday or not stays
        (stays if is_wanted and fits else may_go).append(each)
    return tuple(may_go)


def restore(source: Path, target: Path) -> None:
    """Turn a backup into a new workbook, verified; an existing file is refused.

    Raises FileError; the backup is only read.
    """
    with _checked(source) as database:
        copy_to(database, target.resolve())


def is_sound(source: Path) -> bool:
    """Whether a backup could be restored now."""
    try:
        with _checked(source):
            return True
    except FileError:
        return False


@contextmanager
def _checked(source: Path) -> Iterator[Connection]:
    """A backup to read from, all of it checked; raises FileError."""
    refuse_no_file(source)
    try:
        with closing(connect(source.resolve(), "ro")) as database:
            if database.execute("PRAGMA application_id").fetchone() != (APPLICATION_ID,):
                raise foreign(source)
            if database.execute("PRAGMA integrity_check(1)").fetchone() != ("ok",):
                raise damaged(source)
            yield database
    except sqlite3.Error as problem:
        raise told(problem, source) from problem


def _backup(path: Path, stem: str) -> Backup | None:
    """What a name says; None for a file that is no backup of this workbook."""
    match = re.fullmatch(re.escape(stem) + _NAME, path.name)
    if not match or not path.is_file():
        return None
    try:
        at = datetime.datetime.strptime(match[1], _DATED).astimezone()
    except ValueError:  # a date of nobody's calendar
        return None
    return Backup(path, at, BackupKind(match[2]), path.stat().st_size)
