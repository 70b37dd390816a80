"""What is done to the file of the workbook on the desk: it is closed, changed, opened again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from jsxh_desktop.app.problem import Problem

if TYPE_CHECKING:
    from jsxh_desktop.ui.application import Application


def mend(program: Application, how: Mapping[str, bool]) -> None:
    """Put right what can be, in the ways of `inspection.mended`; then the inspection again."""
    from jsxh_desktop.app import inspection

    def work(path: Path) -> str:
        return inspection.mended(path, **how).said

    _closed(program, "inspection", work)


def purge(program: Application, *, old_copies: bool) -> None:
    """Have what was deleted be nowhere any more; undo begins anew."""
    from jsxh_desktop.app import purging
    from jsxh_desktop.app.recent import forget

    there = tuple(each for each in program.settings.recent if Path(each).exists())
    program.keep(recent=there)

    def work(path: Path) -> str:
        forget(program.notes, path)  # its steps are counted anew
        return purging.purge(path, old_copies=old_copies)

    _closed(program, "settings", work)


def _closed(program: Application, page: str, work: Callable[[Path], str]) -> None:
    """Do something to the file, and say what came of it on a page of the window."""
    if not program.workspace:
        return
    path, year = program.workspace.path, program.workspace.year
    try:
        program.put_away()
        said = work(path)
    except Problem as problem:
        said = str(problem)
    if not program.workspace:
        program.open(path, year)
    if program.window:
        program.window.go(page)
    program.tell(said)
