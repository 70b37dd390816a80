"""The one thread that owns a workbook's connection and does every job in the order it came."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from sqlite3 import Connection
from typing import TypeVar

from jsxh_desktop.store.connection import let_go
from jsxh_desktop.store.digests import Altered
from jsxh_desktop.store.errors import ContentIsDamaged, YearIsLocked, of_system, told
from jsxh_desktop.store.opening import opened
from jsxh_desktop.store.steps import Steps

T = TypeVar("T")
Job = Callable[[Connection, Steps], T]


class Writer:
    """Runs jobs one after another; what SQLite reports comes back as a FileError.

    A window hands a job over and goes on: one commit is 1 ms on a good disk and 240 ms on a bad
    one. After a failure of the file the connection is closed and the next job opens it again, as
    only reading anew tells whether a commit that failed is on the disk; a full disk is no such
    failure, it leaves nothing behind and what is there can be read. `altered` is what the last
    opening found not as it was last written.
    """

    def __init__(self, path: Path, *, checked: bool = False) -> None:
        """`checked` is of the first opening alone: after a failure the content is looked at."""
        self._path = path
        self._checked = checked
        self.altered: tuple[Altered, ...] = ()
        self._desk: tuple[Connection, Steps] | None = None
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="workbook")

    def submit(self, job: Job[T]) -> Future[T]:
        """Hand a job over; the future has its result once everything it wrote is on the disk."""
        return self._thread.submit(self._run, job)

    def do(self, job: Job[T]) -> T:
        """Hand a job over and wait for it; never from the thread itself."""
        return self.submit(job).result()

    def close(self) -> None:
        """Finish the jobs handed over and let the file go; FileError where the disk fails."""
        end = self._thread.submit(self._put_down)
        self._thread.shutdown(wait=True)
        try:
            end.result()
        except sqlite3.Error as problem:
            raise told(problem, self._path) from problem
        except OSError as problem:
            raise of_system(problem, self._path) from problem

    def _run(self, job: Job[T]) -> T:
        try:
            return job(*self._take_up())
        except (sqlite3.Error, ContentIsDamaged, UnicodeDecodeError) as problem:
            answer = told(problem, self._path)
            if answer is problem:
                raise
            code = getattr(problem, "sqlite_errorname", None)
            if code != "SQLITE_FULL" and not isinstance(answer, YearIsLocked):
                self._put_down()
            raise answer from problem

    def _take_up(self) -> tuple[Connection, Steps]:
        if self._desk is None:
            checked, self._checked = self._checked, False
            database, self.altered = opened(self._path, checked=checked)
            try:
                self._desk = database, Steps(database)
            except BaseException:
                let_go(database, self._path)
                raise
        return self._desk

    def _put_down(self) -> None:
        if self._desk:
            database, _ = self._desk
            self._desk = None
            let_go(database, self._path)
