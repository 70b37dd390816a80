"""A lock the system keeps: on a file held open, let go of by whatever ends the process."""

from __future__ import annotations

import errno
import os
import stat
import sys
from pathlib import Path

_FOLLOW_NO_LINK = getattr(os, "O_NOFOLLOW", 0)  # else a link could have another file written to

if sys.platform == "win32":
    import msvcrt

    _HELD = (errno.EACCES, 0)  # wine gives no reason

    def _take(handle: int) -> None:
        """Lock the first byte, which then nobody else can read."""
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError as problem:
            if problem.errno not in _HELD:
                raise
            raise BlockingIOError(problem.errno, problem.strerror) from problem
else:
    import fcntl

    def _take(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


def taken(path: Path) -> int:
    """The handle of a lock file that is ours until it is closed; the file is made where needed.

    Raises BlockingIOError where somebody holds it, OSError where there can be none.
    """
    while True:
        handle = os.open(path, os.O_RDWR | os.O_CREAT | _FOLLOW_NO_LINK, 0o644)
        try:
            _take(handle)
            if _is_the_one(handle, path):
                return handle
        except BaseException:
            os.close(handle)
            raise
        os.close(handle)


def _is_the_one(handle: int, path: Path) -> bool:
    """Whether the file still has its name: its holder may have taken it away as it let go.

    Raises OSError for a link, where the system could not be told to follow none.
    """
    try:
        named = path.lstat()
    except FileNotFoundError:
        return False
    if stat.S_ISLNK(named.st_mode):
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))
    return os.path.samestat(os.fstat(handle), named)
