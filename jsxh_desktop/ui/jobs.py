"""Long work beside the window: in a thread, told of in the message strip, given up on request."""

from __future__ import annotations

import threading
import time
import tkinter as tk
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from typing import Generic, TypeVar

from jsxh_desktop.app.problem import Problem
from jsxh_desktop.ui.host import Host
from jsxh_desktop.ui.shell import Shell

T = TypeVar("T")

LONG = 5  # s after which the time that is left is told
WIDTH = 10
_THREADS = ThreadPoolExecutor(8, thread_name_prefix="job")


class GivenUp(Exception):  # noqa: N818 - what the clerk wanted, not an error
    """Raised inside work that is no longer wanted."""


def in_background(
    host: Host,
    owner: tk.Misc,
    work: Callable[[], T],
    then: Callable[[Future[T]], object],
    threads: ThreadPoolExecutor = _THREADS,
) -> None:
    """Have something done in a thread; `then` gets its end in the window's, if the owner stands."""
    when_done(host, owner, threads.submit(work), then)


def when_done(
    host: Host, owner: tk.Misc, work: Future[T], then: Callable[[Future[T]], object]
) -> None:
    """The same for work that is under way, or over."""

    def hand_on(end: Future[T]) -> None:
        if owner.winfo_exists():
            then(end)

    work.add_done_callback(lambda end: host.post(partial(hand_on, end)))


def in_background_or_told(
    host: Host,
    owner: tk.Misc,
    work: Callable[[], T],
    done: Callable[[T], object],
    failed: Callable[[str], object] | None = None,
) -> None:
    """As `in_background`; `done` gets the result, `failed` the sentence of a Problem.

    Without `failed` it becomes a message.
    """

    def ended(end: Future[T]) -> None:
        try:
            result = end.result()
        except Problem as problem:
            (failed or host.tell)(str(problem))
        else:
            done(result)

    in_background(host, owner, work, ended)


class Job(Generic[T]):
    """One piece of long work; the window can be used meanwhile.

    `work` gets the job and calls its `step`; `done` gets its result, `failed` the sentence of a
    Problem. `stopped` is said where it was given up; the work has left nothing behind then.
    """

    def __init__(
        self,
        shell: Shell,
        owner: tk.Misc,
        work: Callable[[Job[T]], T],
        done: Callable[[T], object],
        failed: Callable[[str], object],
        stopped: str,
    ) -> None:
        self._shell = shell
        self._done = done
        self._failed = failed
        self._stopped = stopped
        self._given_up = threading.Event()
        self._began = time.monotonic()
        self._owner = owner
        self.running = True
        in_background(shell, owner, partial(work, self), self._ended)

    def step(self, words: str, done: int, of: int) -> None:
        """Tell how far the work is, from its thread; GivenUp where it is no longer wanted."""
        if self._given_up.is_set():
            raise GivenUp
        filled = WIDTH * done // max(of, 1)
        bar = "■" * filled + "□" * (WIDTH - filled)
        left = _time_left(time.monotonic() - self._began, done, of)
        self._shell.post(partial(self._tell, f"正在{words}　{bar} {done} / {of}{left}"))

    def cancel(self) -> None:
        """Give the work up at its next step."""
        self._given_up.set()
        self._shell.tell("正在停下…")

    def _tell(self, said: str) -> None:
        if self.running and not self._given_up.is_set() and self._owner.winfo_exists():
            self._shell.tell(said, "取消", self.cancel)

    def _ended(self, end: Future[T]) -> None:
        self.running = False
        try:
            result = end.result()
        except GivenUp:
            self._shell.tell(self._stopped)
        except Problem as problem:
            self._failed(str(problem))
        else:
            self._done(result)


def _time_left(spent: float, done: int, of: int) -> str:
    if spent < LONG or not done:
        return ""
    return f"，还要约 {max(1, round(spent / done * (of - done)))} 秒"
