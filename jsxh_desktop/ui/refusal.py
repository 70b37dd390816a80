"""What is said of a workbook that cannot be opened; a damaged one is offered its backups."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from jsxh_desktop.app.problem import Problem

if TYPE_CHECKING:
    from jsxh_desktop.ui.application import Application


def refuse(program: Application, path: Path, problem: Problem) -> None:
    """Say why; where nothing is open and there are backups, offer them at once."""
    from jsxh_desktop.app.rescue import is_damaged, offered  # only where something is wrong

    path = path.resolve()
    if not program.window and not program.lobby:
        program.welcome()
    if is_damaged(problem) and offered(path):
        if program.window:
            said = f"“{path.name}”已损坏，没有打开"  # short, so that the way out stands beside it
            program.tell(said, "用备份恢复", partial(_offer, program, path, str(problem)))
        else:
            _offer(program, path, str(problem))
    elif program.lobby:
        program.lobby.refuse(str(problem))
    else:
        program.tell(str(problem))


def _offer(program: Application, path: Path, why: str) -> None:
    """Put away what is open, and lay the backups of the damaged workbook on the desk."""
    if program.window:
        program.welcome()
    if program.lobby:
        program.lobby.go("rescue").show(path, why)
