"""Copies of the open workbook elsewhere: complete, with what its own disk would not take."""

from __future__ import annotations

import datetime
from pathlib import Path

from jsxh_desktop.app.problem import Problem, of_system, told
from jsxh_desktop.app.workspace import Workspace
from jsxh_desktop.store.copying import put_in_place
from jsxh_desktop.store.file import Workbook


def name_for(workspace: Workspace, day: datetime.date) -> str:
    """What a copy is called unless the clerk says otherwise: 科协 副本 20220304.jsxh."""
    path = workspace.path
    return f"{path.stem} 副本 {day:%Y%m%d}{path.suffix}"


def save_copy(workspace: Workspace, target: Path) -> int:
    """Write a verified copy, in the place of what is there; how many waiting texts it took in.

    The old file stays until the new one is whole. Raises Problem.
    """
    if target.resolve() == workspace.path:
        raise Problem("这就是正在填的这份文件，副本换个名字或换个文件夹")
    beside = target.with_name(f".{target.name}.new")
    try:
        beside.unlink(missing_ok=True)
        workspace.copy_to(beside)
        taken = _take_in(workspace, beside)
        put_in_place(beside, target)
    except OSError as problem:
        raise of_system(problem, target) from problem
    except Problem as problem:
        raise Problem(str(problem).replace(beside.name, target.name)) from problem
    finally:
        beside.unlink(missing_ok=True)
    return taken


def _take_in(workspace: Workspace, path: Path) -> int:
    """Write into a copy what could not be written into its origin; how many texts."""
    waiting = workspace.texts.unwritten
    if not waiting:
        return 0
    copy = _opened(path, workspace.year)
    try:
        copy.unit = workspace.unit
        for place, text in waiting.items():
            copy.leave(place, text)
        copy.flush()
        if copy.trouble:
            raise Problem(copy.trouble)
    finally:
        copy.close()
    return len(waiting)


def _opened(path: Path, year: int) -> Workspace:
    """A copy wherever it lies; it is closed again at once."""
    with told():
        workbook = Workbook.open(path, anywhere=True)
    return Workspace(workbook, year, lambda _at: None, lambda _sentence: None)
