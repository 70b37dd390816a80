"""The lock beside a workbook: one program at a time, and who holds it.

Independent of SQLite's own lock, which some network folders do not keep and which any close() of
the file within our process would silently drop. A killed program leaves the file but not the lock.
"""

from __future__ import annotations

import datetime
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path

from jsxh_desktop.store.errors import FileIsLocked, of_system, told
from jsxh_desktop.store.system_lock import taken

_HOLDER_AT = 1  # Windows lets no one read the locked first byte


class Lock:
    """Held from construction to `release`; raises FileIsLocked with the holder's name."""

    def __init__(self, workbook: Path) -> None:
        self._path = workbook.with_name(f"{workbook.name}.lock")
        self._handle: int | None = None
        try:
            self._handle = taken(self._path)
            _sign(self._handle)
        except BlockingIOError:
            raise FileIsLocked(_sentence(workbook, _holder(self._path))) from None
        except OSError as problem:
            self.release()
            raise of_system(problem, workbook) from problem

    def release(self) -> None:
        """Give the workbook free and leave nothing behind; FileError where the disk is gone."""
        if self._handle is None:
            return
        handle, self._handle = self._handle, None
        try:
            if os.name != "nt":  # unlinked while still held, so that no one else's is unlinked
                self._path.unlink(missing_ok=True)
        except OSError as problem:
            raise of_system(problem, self._path) from problem
        finally:
            os.close(handle)
        if os.name == "nt":
            with suppress(PermissionError):  # the next program has it open by now
                self._path.unlink(missing_ok=True)


@contextmanager
def held(workbook: Path) -> Iterator[None]:
    """Keep everybody else out of a workbook meanwhile.

    What SQLite or the system refuses within is raised as the FileError that says so.
    """
    lock = Lock(workbook)
    try:
        yield
    except sqlite3.Error as problem:
        raise told(problem, workbook) from problem
    except OSError as problem:
        raise of_system(problem, workbook) from problem
    finally:
        lock.release()


def _sign(handle: int) -> None:
    """Say who holds the lock; what cannot be found out stays empty."""
    since = datetime.datetime.now().astimezone().strftime("%m月%d日%H:%M")
    line = "\t".join((account_name(), _host(), str(os.getpid()), since))
    os.ftruncate(handle, _HOLDER_AT)
    os.lseek(handle, _HOLDER_AT, os.SEEK_SET)
    os.write(handle, line.encode())


@cache
def account_name() -> str:
    """Who works at this machine, as far as it knows."""
    try:
        name = os.getlogin() if os.name == "nt" else _user()
    except (KeyError, OSError):  # no name for this account
        return ""
    return name.encode(errors="replace").decode()


def _user() -> str:
    import getpass  # looks for what Windows has not, which takes time there

    return getpass.getuser()


def _host() -> str:
    """What this machine is called; to ask by `socket` brings four libraries."""
    return os.environ.get("COMPUTERNAME", "") if os.name == "nt" else os.uname().nodename


def _holder(path: Path) -> list[str]:
    try:
        with path.open("rb", buffering=0) as file:
            file.seek(_HOLDER_AT)
            return file.read(500).decode(errors="replace").split("\t")
    except OSError:
        return []


def _sentence(workbook: Path, holder: list[str]) -> str:
    if len(holder) != 4:
        return f"“{workbook}”正被另一个窗口或程序打开，请先在那里关闭再试"
    user, host, process, since = holder
    return (
        f"“{workbook}”已由{user or '另一用户'}在电脑 {host} 上打开"
        f"（{since}起，进程 {process}），请先在那里关闭再试"
    )
