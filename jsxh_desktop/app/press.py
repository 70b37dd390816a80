"""A Composer in a process beside the window: composing there never holds up a key typed here."""

from __future__ import annotations

from typing import Any

from jsxh_desktop.app.loose import Loose
from jsxh_desktop.app.other_process import OtherProcess, Stopped, running, serve
from jsxh_desktop.app.proof import Proof, Trace
from jsxh_desktop.app.selection import Selection
from jsxh_desktop.domain.filing import Filing

COMMAND = running("jsxh_desktop.app.press")
STOPPED = "预览没有做出来，数据没有改动；详细记录在日志里，请把它发给维护人员"


class PressStopped(Exception):  # noqa: N818 - named for what happened
    """The process ended over a call; the message is for the clerk."""


class Press:
    """Starts the process with the first call and anew after it stopped; calls are of one thread.

    Where none can be started, the work is done here.
    """

    def __init__(self, command: tuple[str, ...] = COMMAND) -> None:
        self._beside = OtherProcess(command, _composer)

    @property
    def pid(self) -> int | None:
        """The id of the process while there is one."""
        return self._beside.pid

    def proof(self, filing: Filing, selection: Selection) -> Proof:
        found: Proof = self._ask("proof", filing, selection)
        return Proof(found.pdf, found.sizes_mm, found.unprintable, filing, selection)

    def trace(self, page: int, x: float, y: float) -> Trace | None:
        found: Trace | None = self._ask("trace", page, x, y)
        return found

    def loose(self, loose: Loose, suffix: str) -> bytes:
        """What is no volume of a filing, as the file of this kind."""
        made: bytes = self._ask("loose", loose, suffix)
        return made

    def close(self) -> None:
        """End the process, at once and from any thread; a call under way raises PressStopped."""
        self._beside.close()

    def _ask(self, name: str, *given: object) -> Any:
        """The Composer's answer; Problem as it raised it, PressStopped where there is none."""
        try:
            return self._beside.ask(name, *given)
        except Stopped as end:
            raise PressStopped(STOPPED) from end


def _composer() -> object:
    from jsxh_desktop.app.composer import Composer  # ReportLab loads on first use

    return Composer()


if __name__ == "__main__":
    serve(_composer())
