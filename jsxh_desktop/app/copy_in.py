"""A workbook on a stick or the network is copied into this computer before it is worked on."""

from __future__ import annotations

import shlex
import shutil
import subprocess
import sys
from pathlib import Path

from jsxh_desktop.app import user_folders
from jsxh_desktop.app.folders import free_name
from jsxh_desktop.app.packs import FOLDER
from jsxh_desktop.app.problem import Problem, of_system, told
from jsxh_desktop.store.disks import elsewhere
from jsxh_desktop.store.errors import FileIsElsewhere
from jsxh_desktop.store.fetching import fetch


def refused(problem: BaseException) -> Path | None:
    """The workbook that was refused for where it lies; None where that is not what it is about."""
    for each in (problem, problem.__cause__):
        if isinstance(each, FileIsElsewhere):
            return each.path
    return None


def copy_in(path: Path, folder: Path) -> Path:
    """Copy a workbook, what was typed in it and the unit's packs; its new place. Raises Problem.

    `folder` is where workbooks lie, unless that is no place of this computer either.
    """
    target = free_name(_here(folder) / path.name)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with told():
            fetch(path, target)
        _bring_packs(path.with_name(FOLDER), target.with_name(FOLDER))
    except OSError as problem:
        raise of_system(problem, target) from problem
    return target


def command(path: Path, folder: Path) -> str:
    """What does the same on a command line."""
    words = ["jsxh-desktop", "copy", str(path), str(free_name(_here(folder) / path.name))]
    return subprocess.list2cmdline(words) if sys.platform == "win32" else shlex.join(words)


def _here(folder: Path) -> Path:
    for each in (folder, user_folders.of_this_computer()):
        if elsewhere(each.resolve()) is None:
            return each
    raise Problem("这台电脑上的数据文件夹也在网络盘或U盘上，请先在设置里换到本机的硬盘")


def _bring_packs(source: Path, target: Path) -> None:
    """What the unit keeps beside its workbook; what is here already stays."""
    if not source.is_dir():
        return
    target.mkdir(exist_ok=True)
    for each in source.iterdir():
        if (target / each.name).exists():
            continue
        if each.is_dir():
            shutil.copytree(each, target / each.name)
        else:
            shutil.copyfile(each, target / each.name)
