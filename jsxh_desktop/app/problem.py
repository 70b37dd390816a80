"""What went wrong, as one sentence that says what to do."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from jsxh_desktop.store.errors import FileError


class Problem(Exception):  # noqa: N818 - shown to the clerk as it stands
    """Something the clerk can put right; the message is the whole answer."""


class PackIsDamaged(Exception):  # noqa: N818 - named for what it tells the clerk
    """A pack that cannot be used; the message says which, where it is wrong and what to do."""


@contextmanager
def told() -> Iterator[None]:
    """What a file could not do is told to the clerk as it stands: FileError becomes Problem."""
    try:
        yield
    except FileError as problem:
        raise Problem(str(problem)) from problem


_SENTENCES = {
    errno.ENOSPC: "磁盘空间已满，请清理磁盘或换一个位置再试",
    errno.EDQUOT: "磁盘空间已满，请清理磁盘或换一个位置再试",
    errno.EFBIG: "磁盘空间已满，请清理磁盘或换一个位置再试",
    errno.EACCES: "没有写入权限，请换一个文件夹",
    errno.EPERM: "没有写入权限，请换一个文件夹",
    errno.EROFS: "这个位置只能读不能写，请换一个文件夹",
    errno.EISDIR: "这是一个文件夹，请给出文件名",
    errno.ENOTDIR: "路径中有一段不是文件夹，请检查路径",
    errno.EEXIST: "这里已经有一个同名文件，请换一个名字",
    errno.ENOENT: "找不到这个位置，请检查路径",
    errno.ENAMETOOLONG: "文件名太长，请缩短",
}


def of_system(problem: OSError, path: Path) -> Problem:
    """The sentence for a failed file operation on `path`."""
    sentence = _SENTENCES.get(problem.errno or 0, f"系统报告“{problem.strerror}”，请换一个位置再试")
    return Problem(f"无法写入“{path}”：{sentence}")
