"""What a file is, told from its place and its first bytes before SQLite touches it."""

from __future__ import annotations

import os
from pathlib import Path

from jsxh_desktop.store.errors import FileIsDamaged, FileIsForeign, damaged, foreign, of_system

APPLICATION_ID = 0x4A535848  # "JSXH"
SHAPE = 18  # the migrations a workbook of this version has been through; its user_version
_MAGIC = b"SQLite format 3\0"
_SCHEMA_FORMATS = {number.to_bytes(4, "big") for number in (1, 2, 3, 4)}


def absolute(path: Path) -> Path:
    """The file itself, links followed; a link that leads back to itself stays one."""
    return Path(os.path.realpath(path))


def refuse_no_file(path: Path) -> None:
    """Raise FileError where there is nothing to open."""
    try:
        path.stat()
    except OSError as problem:
        raise of_system(problem, path) from problem
    if path.is_dir():
        raise FileIsForeign(f"“{path}”是一个文件夹，请选择其中的 .jsxh 文件")
    if not path.is_file():  # a pipe would be waited for without end
        raise foreign(path)


def look_at(path: Path) -> None:
    """Refuse by its first 100 bytes what never was a workbook, before SQLite touches it.

    Reads the file itself: only right after its lock was taken, while no connection of this process
    has it open. Raises FileError.
    """
    try:
        with path.open("rb") as file:
            header = file.read(100)
    except OSError as problem:
        raise of_system(problem, path) from problem
    if not header:
        raise FileIsDamaged(f"“{path}”是空文件，请改用“备份”文件夹里最近的一份")
    if header[:16] != _MAGIC or header[68:72] != APPLICATION_ID.to_bytes(4, "big"):
        raise foreign(path)
    if header[44:48] not in _SCHEMA_FORMATS:
        raise damaged(path)
    if header[18:20] != b"\1\1":
        raise FileIsDamaged(
            f"“{path}”被其他程序改成了本程序不用的存储方式（WAL），请改用没有被改过的副本"
        )
