"""What is said of a workbook that cannot be opened; a damaged one is offered its backups."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from jsxh_desktop.app.problem import Problem

ACTION, INSPECT, BACKUPS = "复制到本机再打开", "检查数据库", "去恢复备份"
GONE = "找不到“{}”，它的备份还在"

if TYPE_CHECKING:
    from jsxh_desktop.ui.application import Application


def refuse(program: Application, path: Path, problem: Problem) -> None:
    """Say why; where nothing is open and there are backups, offer them at once."""
    from jsxh_desktop.app import copy_in  # only where something is wrong
    from jsxh_desktop.app.rescue import is_damaged, offered

    path = path.resolve()
    if not program.window and not program.lobby:
        program.welcome()
    say = program.lobby.refuse if program.lobby else program.tell
    if copy_in.refused(problem):
        say(_short(problem, path), ACTION, partial(_copy_in, program, path))
    elif is_damaged(problem) and offered(path):
        if program.window:
            said = f"“{path.name}”已损坏，没有打开"  # short, so that the way out stands beside it
            program.tell(said, "用备份恢复", partial(_offer, program, path, str(problem)))
        else:
            _offer(program, path, str(problem))
    elif not path.exists() and offered(path):
        say(GONE.format(path.name), BACKUPS, partial(_list_backups, program, path))
    elif program.lobby and is_damaged(problem):
        say(str(problem), INSPECT, partial(_inspect, program, path))
    else:
        say(str(problem))


def _short(problem: Problem, path: Path) -> str:
    """Why, with the name alone: what to do stands beside it as a press."""
    return str(problem).replace(str(path), path.name).removesuffix(f"，请{ACTION}")


def _copy_in(program: Application, path: Path) -> None:
    """Copy a workbook to where workbooks lie, in a thread, and open it there."""
    from jsxh_desktop.app.copy_in import copy_in
    from jsxh_desktop.ui.jobs import in_background_or_told

    host = program.window or program.lobby
    if host is None:
        return

    def done(here: Path) -> None:
        program.open_or_tell(here)
        program.tell(f"已复制到“{here.parent}”，从现在起改的是这一份，原来的没有动")

    program.tell("正在复制…")
    work = partial(copy_in, path, program.settings.data_folder)
    in_background_or_told(host, program.root, work, done)


def _offer(program: Application, path: Path, why: str) -> None:
    """Put away what is open, and lay the backups of the damaged workbook on the desk."""
    if program.window:
        program.welcome()
    if program.lobby:
        program.lobby.go("rescue").show(path, why)


def _list_backups(program: Application, path: Path) -> None:
    """The backups of every workbook that is known, the newest of the one that is gone chosen."""
    if host := program.window or program.lobby:
        host.go("backups").choose(path)


def _inspect(program: Application, path: Path) -> None:
    """What is wrong with a file there is no backup of."""
    if program.lobby:
        program.lobby.go("inspection").show(path)
