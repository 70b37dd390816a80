"""What the program does to mend the workbook on the desk: closes it, mends it, opens it again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jsxh_desktop.app.problem import Problem

if TYPE_CHECKING:
    from jsxh_desktop.ui.application import Application


def mend(program: Application, *, accept: bool) -> None:
    """Put right what can be, or take altered rows as they are; then the inspection again."""
    from jsxh_desktop.app import inspection

    if not program.workspace:
        return
    path, year = program.workspace.path, program.workspace.year
    try:
        program.put_away()
        said = inspection.mended(path, repair=not accept, accept=accept).said
    except Problem as problem:
        said = str(problem)
    if not program.workspace:
        program.open(path, year)
    if program.window:
        program.window.go("inspection")
    program.tell(said)
