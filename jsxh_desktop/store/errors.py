"""Why a workbook cannot be used, each as one Chinese sentence that says what to do."""

from __future__ import annotations

import errno
import sqlite3
from pathlib import Path

from jsxh_desktop.store.year_lock import REFUSED


class FileError(Exception):
    """A file we must not touch, or could not; nothing in it was changed."""


class FileIsMissing(FileError):
    """There is no such file."""


class FileIsForeign(FileError):
    """Not a workbook of this program."""


class FileIsNewer(FileError):
    """Written by a newer version of this program."""


class FileIsDamaged(FileError):
    """A workbook or code table whose content cannot be trusted."""


class FileIsLocked(FileError):
    """Open in another window, program or machine."""


class FileIsElsewhere(FileError):
    """On a disk of the network, or one that may be pulled out; `path` is to be copied from there.

    Without a path there is nothing to copy.
    """

    def __init__(self, said: str, path: Path | None = None) -> None:
        super().__init__(said)
        self.path = path


class FileCannotBeWritten(FileError):
    """A full disk, a read-only place, a failing drive."""


class YearIsLocked(FileError):
    """The year is signed off; what was to be written was not."""


class ContentIsDamaged(Exception):
    """A row no version of this program writes; `told` makes the sentence of it."""


_DAMAGED = "“{path}”已损坏，原文件没有改动，请改用“备份”文件夹里最近的一份"
_READ_ONLY = "“{path}”或它所在的文件夹不能写入，请换到可以写入的位置再打开"
_BY_CODE: dict[str, tuple[type[FileError], str]] = {
    "SQLITE_FULL": (
        FileCannotBeWritten,
        "磁盘已满，刚才这一步没有写入“{path}”，请清理磁盘后再试",
    ),
    "SQLITE_IOERR": (
        FileCannotBeWritten,
        "读写“{path}”时磁盘出错或已满，请检查磁盘，重新打开后核对最后一步",
    ),
    "SQLITE_READONLY": (FileCannotBeWritten, _READ_ONLY),
    "SQLITE_CANTOPEN": (FileCannotBeWritten, _READ_ONLY),
    "SQLITE_PERM": (FileCannotBeWritten, _READ_ONLY),
    "SQLITE_BUSY": (FileIsLocked, "“{path}”正被另一个程序使用，请先关闭它再试"),
    "SQLITE_CORRUPT": (FileIsDamaged, _DAMAGED),
    "SQLITE_NOTADB": (
        FileIsForeign,
        "“{path}”不是本程序的数据文件，请选择扩展名为 .jsxh 的文件",
    ),
}


def told(problem: sqlite3.Error | ContentIsDamaged | UnicodeDecodeError, path: Path) -> Exception:
    """The FileError that says what was met; the problem itself where it is our defect.

    Decides on the error's code, never on a text of SQLite's: an extended code such as
    SQLITE_IOERR_WRITE belongs to the family before its second underscore.
    """
    if isinstance(problem, ContentIsDamaged | UnicodeDecodeError):
        return damaged(path)
    code = getattr(problem, "sqlite_errorname", None) or ""
    if code == "SQLITE_CONSTRAINT_TRIGGER" and str(problem) == REFUSED:  # no trigger has its own
        return YearIsLocked(REFUSED)
    family = "_".join(code.split("_")[:2])
    if family not in _BY_CODE:
        return problem
    kind, sentence = _BY_CODE[family]
    return kind(sentence.format(path=path))


def newer(path: Path) -> FileIsNewer:
    """The answer to a file a later version of this program has changed."""
    return FileIsNewer(f"“{path}”由更新版本的程序保存，请先升级本程序再打开")


def damaged(path: Path) -> FileIsDamaged:
    """The answer to content no version of this program writes."""
    return FileIsDamaged(_DAMAGED.format(path=path))


def foreign(path: Path) -> FileIsForeign:
    """The answer to a file that never was a workbook."""
    return FileIsForeign(_BY_CODE["SQLITE_NOTADB"][1].format(path=path))


def of_system(problem: OSError, path: Path) -> FileError:
    """The sentence for a file operation the system refused."""
    if problem.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}:
        return FileCannotBeWritten(_BY_CODE["SQLITE_FULL"][1].format(path=path))
    if problem.errno == errno.ENAMETOOLONG:
        return FileCannotBeWritten(f"“{path.name[:20]}…”的文件名太长，请缩短")
    if problem.errno in {errno.ENOENT, errno.ENOTDIR, errno.ELOOP}:
        return FileIsMissing(f"找不到“{path}”，请检查文件名和所在文件夹")
    return FileCannotBeWritten(_READ_ONLY.format(path=path))
