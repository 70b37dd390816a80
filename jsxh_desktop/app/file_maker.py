"""Word, Excel and the folder for the bureau, made in a process beside the window.

Made here they would hold up every key typed meanwhile.
"""

from __future__ import annotations

import datetime
from collections.abc import Generator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from jsxh_desktop.app.other_process import OtherProcess, Stopped, running, serve
from jsxh_desktop.app.problem import PackIsDamaged, Problem
from jsxh_desktop.app.selection import Selection
from jsxh_desktop.domain.filing import Filing

if TYPE_CHECKING:
    from jsxh_desktop.app.check_report import Corrected
    from jsxh_desktop.app.deliver import Delivery, Step

COMMAND = running("jsxh_desktop.app.file_maker")
STOPPED = "文件没有做出来，数据没有改动；详细记录在日志里，请把它发给维护人员"


class Making(Protocol):
    """What makes files of a filing, here or in another process; for one thread at a time."""

    def write(self, filing: Filing, selection: Selection, suffix: str, path: Path) -> None:
        """What is selected as the file of this kind; raises Problem."""

    def deliver(
        self,
        filing: Filing,
        folder: Path,
        day: datetime.date,
        step: Step,
        corrected: Sequence[Corrected] = (),
    ) -> int:
        """The folder for the bureau, and how many files are in it.

        Raises Problem, and whatever `step` raises to give it up: then nothing is left behind.
        """


class FileMaker:
    """Starts a process for one piece of work and ends it after."""

    def __init__(self, command: tuple[str, ...] = COMMAND) -> None:
        self._command = command

    def write(self, filing: Filing, selection: Selection, suffix: str, path: Path) -> None:
        beside = OtherProcess(self._command, Worker)
        try:
            _ask(beside, "write", filing, selection, suffix, path)
        finally:
            beside.close()

    def deliver(
        self,
        filing: Filing,
        folder: Path,
        day: datetime.date,
        step: Step,
        corrected: Sequence[Corrected] = (),
    ) -> int:
        beside = OtherProcess(self._command, Worker)
        try:
            _ask(beside, "begin", filing, folder, day, tuple(corrected))
            try:
                while not isinstance(done := _ask(beside, "go_on"), int):
                    step(*done)
            except BaseException:
                _ask(beside, "stop")
                raise
            return done
        finally:
            beside.close()


def _ask(beside: OtherProcess, name: str, *given: object) -> Any:
    try:
        return beside.ask(name, *given)
    except Stopped as end:
        raise Problem(STOPPED) from end
    except PackIsDamaged as damaged:
        raise Problem(str(damaged)) from damaged


class Worker:
    """Makes in the other process what is asked for, one folder at a time."""

    def __init__(self) -> None:
        self._making: Generator[tuple[str, int, int], None, Delivery] | None = None

    def write(self, filing: Filing, selection: Selection, suffix: str, path: Path) -> None:
        from jsxh_desktop.app.one_file import write_file  # ReportLab loads on first use

        write_file(filing, selection, suffix, path)

    def begin(
        self, filing: Filing, folder: Path, day: datetime.date, corrected: Sequence[Corrected]
    ) -> None:
        """A folder is wanted; it is made while `go_on` is asked."""
        from jsxh_desktop.app.deliver import delivering
        from jsxh_desktop.app.packs import pack_of
        from jsxh_desktop.app.printing import faces

        typeset = faces(own=True)
        self._making = delivering(filing, pack_of(filing), folder, day, typeset, corrected)

    def go_on(self) -> tuple[str, int, int] | int:
        """The next file that is done, how many are and will be; at the end the number of files."""
        if self._making is None:
            raise Problem(STOPPED)
        try:
            return next(self._making)
        except StopIteration as end:
            made: Delivery = end.value
            return len(made.files)

    def stop(self) -> None:
        """Clear away what was begun."""
        if self._making:
            self._making.close()


if __name__ == "__main__":
    serve(Worker())
