"""Has the newest filing examined beside the window; an older one that still waits is dropped."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

from jsxh_desktop.app.examined import Examined
from jsxh_desktop.app.filing_changes import changes
from jsxh_desktop.app.lasting_thread import LastingThread
from jsxh_desktop.app.other_process import OtherProcess, Stopped, running
from jsxh_desktop.app.problem import PackIsDamaged
from jsxh_desktop.domain.filing import Filing

COMMAND = running("jsxh_desktop.app.examiner")
MOST = 2_000
"""Filings one process examines: what it keeps of all that was typed grows as long as it stands."""

Ready = Callable[[Filing, Examined], None]
Wish = tuple[Filing, Ready]


class Examination:
    """Examines what was wanted last and calls `ready` from a thread of its own.

    The thread and the process begin with the first wish. A process that was ended from outside is
    started anew for the same one, and one that has examined `most` with the next. A wish that
    cannot be examined, by a defect that is then in the log, is never ready; the next one is.
    """

    def __init__(self, command: tuple[str, ...] = COMMAND, most: int = MOST) -> None:
        self._beside = OtherProcess(command, _examiner)
        self._wish: Wish | None = None
        self._last: Filing | None = None
        self._most, self._answered = most, 0
        self._closed = False
        self._news = threading.Condition()
        self._thread: LastingThread[Wish] | None = None

    @property
    def pid(self) -> int | None:
        """The id of the process while there is one."""
        return self._beside.pid

    def want(self, filing: Filing, ready: Ready) -> None:
        """Have this examined next; returns at once."""
        with self._news:
            self._wish = filing, ready
            self._news.notify()
            if self._thread is None:
                self._thread = LastingThread("checks", self._next, self._do)

    def close(self) -> None:
        """Nothing is called any more when this returns."""
        with self._news:
            self._closed = True
            self._news.notify()
        self._beside.close()
        if self._thread:
            self._thread.join()

    def _do(self, wish: Wish) -> None:
        filing, ready = wish
        try:
            examined = self._examined(filing)
        except (Stopped, PackIsDamaged):
            return
        if not self._closed:
            ready(filing, examined)
        if self._answered >= self._most:
            self._beside.let_go()
            self._last, self._answered = None, 0

    def _examined(self, filing: Filing) -> Examined:
        try:
            return self._asked(filing)
        except Stopped:
            return self._asked(filing)

    def _asked(self, filing: Filing) -> Examined:
        last, self._last = self._last, None  # of one that is not answered nothing is known
        found: Examined = self._beside.ask("examine", changes(last, filing), last is not None)
        self._last = filing
        self._answered += 1
        return found

    def _next(self) -> Wish | None:
        """The newest wish; None at the end."""
        with self._news:
            self._news.wait_for(lambda: self._closed or self._wish)
            wish, self._wish = self._wish, None
            return None if self._closed else wish


def _examiner() -> Any:
    from jsxh_desktop.app.examiner import Examiner  # brings every rule

    return Examiner()
