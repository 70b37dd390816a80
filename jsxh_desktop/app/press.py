"""A Composer in a process beside the window: composing there never holds up a key typed here.

The process ends when the window's does, however that ends: it then reads the end of its input.
"""

from __future__ import annotations

import pickle
import signal
import subprocess
import sys
import threading
from pathlib import Path
from types import TracebackType
from typing import Any

from jsxh_desktop.app.log import log_defect
from jsxh_desktop.app.packs import PackIsDamaged
from jsxh_desktop.app.problem import Problem
from jsxh_desktop.app.proof import Composing, Proof, Trace
from jsxh_desktop.app.selection import Selection
from jsxh_desktop.domain.filing import Filing

COMMAND = (sys.executable, "-m", "jsxh_desktop.app.press")
# A console of its own would flash up on Windows.
NO_WINDOW = getattr(subprocess, "CREATE_NO_WINDOW", 0)
READY = "ready"
STOPPED = "预览没有做出来，数据没有改动；详细记录在日志里，请把它发给维护人员"
# How talking to a process shows that it is gone.
ENDS = (OSError, EOFError, pickle.UnpicklingError)


class PressStopped(Exception):  # noqa: N818 - named for what happened
    """The process ended over a call: by a defect, which it wrote into the log, or from outside."""


class Press:
    """Starts the process with the first call and anew after it stopped; calls are of one thread.

    Where none can be started, the work is done here.
    """

    def __init__(self, command: tuple[str, ...] = COMMAND) -> None:
        self._command = command
        self._process: subprocess.Popen[bytes] | None = None
        self._here: Composing | None = None
        self._closed = False
        self._talking = threading.Lock()

    def proof(self, filing: Filing, selection: Selection) -> Proof:
        found: Proof = self._ask("proof", filing, selection)
        return Proof(found.pdf, found.sizes_mm, found.unprintable, filing, selection)

    def trace(self, page: int, x: float, y: float) -> Trace | None:
        found: Trace | None = self._ask("trace", page, x, y)
        return found

    def close(self) -> None:
        """End the process, at once and from any thread; a call under way raises PressStopped."""
        self._closed = True
        process = self._process
        if process:
            process.kill()
        with self._talking:
            self._clear_away()

    def _ask(self, name: str, *given: object) -> Any:
        """The Composer's answer; Problem as it raised it, PressStopped where there is none."""
        with self._talking:
            return self._asked(name, given)

    def _asked(self, name: str, given: tuple[object, ...]) -> Any:
        if not (self._process or self._here or self._starts()):
            from jsxh_desktop.app.composer import Composer  # ReportLab loads on first use

            self._here = Composer()
        if self._here:
            return getattr(self._here, name)(*given)
        try:
            if self._closed:
                raise EOFError
            self._send((name, given))
            worked, answer = self._receive()
        except ENDS as end:
            self._clear_away()
            raise PressStopped(STOPPED) from end
        if not worked:
            raise answer
        return answer

    def _starts(self) -> bool:
        """Whether the process could be started, and says that it is ready."""
        if self._closed:
            raise PressStopped(STOPPED)
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
                raise PressStopped(STOPPED) from end
            return False
        return ready

    def _send(self, call: object) -> None:
        if self._process and self._process.stdin:
            pickle.dump(call, self._process.stdin)
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


def main() -> None:
    """Say that it is ready, then answer one call after another until the input ends."""
    from jsxh_desktop.app.composer import Composer

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is the window's affair
    asked, answers = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr  # whatever is printed by mistake is no answer
    sys.excepthook = _log
    composer = Composer()
    answer: object = READY
    while True:
        pickle.dump(answer, answers)
        answers.flush()
        try:
            name, given = pickle.load(asked)  # noqa: S301 - from the window only
        except EOFError:
            return
        try:
            answer = True, getattr(composer, name)(*given)
        except (Problem, PackIsDamaged) as problem:
            answer = False, problem


def _log(_kind: type[BaseException], defect: BaseException, _trace: TracebackType | None) -> None:
    log_defect(defect)


if __name__ == "__main__":
    main()
