"""Copies of a workbook, taken through its own connection: whole, checked and on the disk."""

from __future__ import annotations

import os
import sqlite3
import stat
from pathlib import Path
from sqlite3 import Connection

from jsxh_desktop.store.connection import connect
from jsxh_desktop.store.errors import (
    FileCannotBeWritten,
    FileIsDamaged,
    FileIsMissing,
    of_system,
    told,
)


def copy_to(database: Connection, target: Path) -> None:
    """Write a copy that is complete or not there; an existing file is refused.

    Never a plain file copy: reading the live file drops its lock. Raises FileError.
    """
    refuse_existing(target)
    part = part_of(target)
    try:
        database.execute("VACUUM INTO ?", [str(part)])
        _verify(part)
        put_in_place(part, target)
    except sqlite3.Error as problem:
        raise told(problem, target) from problem
    except OSError as problem:
        raise of_system(problem, target) from problem
    finally:
        part.unlink(missing_ok=True)


def refuse_existing(target: Path) -> None:
    """Raise FileError where something has this name already, or the folder is not there."""
    try:
        there = target.lstat()
    except FileNotFoundError:
        if not target.parent.is_dir():
            raise FileIsMissing(f"找不到文件夹“{target.parent}”，请先建立或换一个") from None
        return
    except OSError as problem:
        raise of_system(problem, target) from problem
    if stat.S_ISDIR(there.st_mode):
        raise FileCannotBeWritten(f"“{target}”是一个文件夹，请给出文件名")
    raise FileCannotBeWritten(f"“{target}”已经存在，不会覆盖，请换一个文件名")


def part_of(target: Path) -> Path:
    """Where a file is written before it gets its name; nothing is left there from before."""
    part = target.with_name(f".{target.name}.part")
    part.unlink(missing_ok=True)
    return part


def put_in_place(part: Path, target: Path) -> None:
    """Sync a finished file, give it its name, and sync the name. Raises OSError."""
    with part.open("rb+") as file:
        os.fsync(file.fileno())
    part.replace(target)
    sync_folder(target.parent)


def sync_folder(folder: Path) -> None:
    """Make a rename in it durable; Windows has no handle for a folder. Raises OSError."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _verify(part: Path) -> None:
    copy = connect(part, "ro")
    try:
        (answer,) = copy.execute("PRAGMA quick_check(1)").fetchone()
    finally:
        copy.close()
    if answer != "ok":
        raise FileIsDamaged(f"副本没有写好（{part.name}），请换一个位置再试")
