"""The seal of a closed file: bytes that were checked in full need not be checked again."""

from __future__ import annotations

import hashlib
import sqlite3
from contextlib import closing
from pathlib import Path

from jsxh_desktop import __version__
from jsxh_desktop.store import change_log, digests
from jsxh_desktop.store.connection import connect
from jsxh_desktop.store.errors import ContentIsDamaged, FileError
from jsxh_desktop.store.header import SHAPE
from jsxh_desktop.store.lock import held
from jsxh_desktop.store.records import check_columns, check_content


def sealed(path: Path) -> str:
    """Check a closed workbook as its opening would; its seal, or nothing where that must tell."""
    try:
        with held(path):
            seal = seal_of(path)
            with closing(connect(path, "ro")) as database:
                return seal if _is_whole(database) else ""
    except (FileError, OSError, sqlite3.Error, ContentIsDamaged, UnicodeDecodeError):
        return ""  # the next opening finds what is wrong, and says it


def bears(path: Path, seal: str) -> bool:
    """Whether the file is byte by byte the one that was sealed, and SQLite will leave it so.

    Reads the file itself: only right after its lock was taken, as `header.look_at`.
    """
    journal = path.with_name(f"{path.name}-journal")  # a hot one makes another file of it
    try:
        return bool(seal) and not journal.exists() and seal_of(path) == seal
    except OSError:
        return False


def seal_of(path: Path) -> str:
    """What the seal of a file as it lies there would be: its bytes, and the version.

    Another version may look for more.
    """
    with path.open("rb") as file:
        return f"{__version__} {SHAPE} {hashlib.file_digest(file, 'sha256').hexdigest()}"


def _is_whole(database: sqlite3.Connection) -> bool:
    if database.execute("PRAGMA user_version").fetchone() != (SHAPE,):
        return False
    check_content(database)
    check_columns(database)
    triggers = change_log.triggers_found(database)
    return triggers == change_log.triggers_called_for(database) and not digests.altered(database)
