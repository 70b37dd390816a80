"""Work done in a process beside the window, so that it never holds up a key typed here.

The process ends when the window's does, however that ends: it then reads the end of its input.
"""

from __future__ import annotations

import gc
import itertools
import pickle
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Any

from jsxh_desktop.app.interpreter import python
from jsxh_desktop.app.log import log_defect
from jsxh_desktop.app.problem import PackIsDamaged, Problem

# A console of its own would flash up on Windows.
NO_WINDOW = getattr(subprocess, "CREATE_NO_WINDOW", 0)
READY = "ready"
# How talking to a process shows that it is gone.
ENDS = (OSError, EOFError, pickle.UnpicklingError)


class Stopped(Exception):  # noqa: N818 - named for what happened
    """The process ended over a call: by a defect, which it wrote into the log, or from outside."""


class OtherProcess:
    """Starts a process with the first call and anew after it stopped.

    `command` runs a module that calls `serve`; where it cannot be started, what `here` makes does
    the work in this process.
    """

    def __init__(self, command: tuple[str, ...], here: Callable[[], Any]) -> None:
        self._command, self._make_here = command, here
        self._process: subprocess.Popen[bytes] | None = None
        self._here: Any = None
        self._closed = False
        self._talking = threading.Lock()

    @property
    def pid(self) -> int | None:
        """The id of the process while there is one."""
        return self._process.pid if self._process else None

    def ask(self, name: str, *given: object) -> Any:
        """What a method of the worker answers; Problem as it raised it, Stopped without answer."""
        with self._talking:
            return self._asked(name, given)

    def let_go(self) -> None:
        """End the process; the next call starts it anew."""
        with self._talking:
            self._clear_away()

    def close(self) -> None:
        """End the process, at once and from any thread; a call under way raises Stopped."""
        self._closed = True
        process = self._process
        if process:
            process.kill()
        with self._talking:
            self._clear_away()

    def _asked(self, name: str, given: tuple[object, ...]) -> Any:
        if not (self._process or self._here or self._starts()):
            self._here = self._make_here()
        if self._here:
            return getattr(self._here, name)(*given)
        try:
            if self._closed:
                raise EOFError
            self._send((name, given))
            worked, answer = self._receive()
        except ENDS as end:
            self._clear_away()
            raise Stopped from end
        if not worked:
            raise answer
        return answer

    def _starts(self) -> bool:
        """Whether the process could be started, and says that it is ready."""
        if self._closed:
            raise Stopped
        try:
            self._process = subprocess.Popen(  # noqa: S603 - our own program, without a shell
                self._command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                cwd=Path(__file__).parents[2],
                creationflags=NO_WINDOW,
            )
            if self._closed:
                raise EOFError
            ready: bool = self._receive() == READY
        except ENDS as end:
            self._clear_away()
            if self._closed:
                raise Stopped from end
            return False
        return ready

    def _send(self, call: object) -> None:
        if self._process and self._process.stdin:
            self._process.stdin.write(pickle.dumps(call))  # whole, or nothing where that fails
            self._process.stdin.flush()

    def _receive(self) -> Any:
        if self._process and self._process.stdout:
            return pickle.load(self._process.stdout)  # noqa: S301 - our own process
        raise EOFError

    def _clear_away(self) -> None:
        process, self._process = self._process, None
        if process:
            process.kill()
            process.communicate()


def running(module: str) -> tuple[str, ...]:
    """The command that runs one of our modules."""
    return *python(), "-m", module


def serve(worker: object) -> None:
    """Say that it is ready, then have the worker answer one call after another until the end."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is the window's affair
    asked, answers = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr  # whatever is printed by mistake is no answer
    sys.excepthook = _log
    answer: object = READY
    for calls in itertools.count():
        pickle.dump(answer, answers)
        answers.flush()
        if calls == 1:
            gc.freeze()  # what the first call brought stays, and is not looked through any more
        try:
            name, given = pickle.load(asked)  # noqa: S301 - from the window only
        except EOFError:
            return
        try:
            answer = True, getattr(worker, name)(*given)
        except (Problem, PackIsDamaged) as problem:
            answer = False, problem


def _log(_kind: type[BaseException], defect: BaseException, _trace: TracebackType | None) -> None:
    log_defect(defect)
