"""A workbook brought here from a stick or the network, with what was typed and not yet kept."""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from jsxh_desktop.store import history
from jsxh_desktop.store.connection import connect
from jsxh_desktop.store.copying import copy_to, refuse_existing
from jsxh_desktop.store.errors import ContentIsDamaged, FileCannotBeWritten, of_system, told
from jsxh_desktop.store.header import absolute, look_at, refuse_no_file
from jsxh_desktop.store.keylog import beside
from jsxh_desktop.store.lock import Lock
from jsxh_desktop.store.records import check_content


def fetch(source: Path, target: Path) -> None:
    """Write a verified copy of a workbook nobody has open; an existing file is refused.

    What another program left half done is settled in the copy; the source stays as it is. Raises
    FileError.
    """
    source = absolute(source)
    refuse_no_file(source)
    refuse_existing(target)
    try:
        with _held(source), tempfile.TemporaryDirectory(prefix=".", dir=target.parent) as folder:
            look_at(source)
            copy = _copied(source, Path(folder))
            with closing(connect(copy)) as database:
                check_content(database)
                copy_to(database, target.resolve())
            if beside(source).is_file():
                shutil.copyfile(beside(source), beside(target))
    except (sqlite3.Error, ContentIsDamaged, UnicodeDecodeError) as problem:
        raise told(problem, source) from problem
    except OSError as problem:
        raise of_system(problem, target) from problem


def last_step(path: Path) -> int:
    """The number of the last step in a copy nobody has open; raises FileError."""
    try:
        with closing(connect(absolute(path), "ro")) as database:
            return history.last_step(database)[0]
    except sqlite3.Error as problem:
        raise told(problem, path) from problem


def _copied(source: Path, folder: Path) -> Path:
    """The bytes of it, and of the journal it cannot be read without."""
    copy = folder / source.name
    shutil.copyfile(source, copy)
    journal = source.with_name(f"{source.name}-journal")
    if journal.is_file():
        shutil.copyfile(journal, folder / journal.name)
    return copy


@contextmanager
def _held(source: Path) -> Iterator[None]:
    """Nobody writes it meanwhile; where no lock can be put down, nobody can write either."""
    try:
        lock = Lock(source)
    except FileCannotBeWritten:
        yield
        return
    try:
        yield
    finally:
        lock.release()
