"""A copy of a workbook on a stick: whole, read back from it, so that it may be pulled out."""

from __future__ import annotations

import datetime
import hashlib
import os
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

from jsxh_desktop.app.problem import Problem, of_system, told
from jsxh_desktop.app.safe_write import file_name
from jsxh_desktop.app.workspace import Workspace
from jsxh_desktop.store import disks
from jsxh_desktop.store.copying import part_of, put_in_place
from jsxh_desktop.store.fetching import fetch, last_step

FOLDER = "决算资料副本"
NONE = "没有找到U盘，插上再点一次；要存到别处，打开文件后按 Ctrl+Shift+S"


@dataclass(frozen=True, slots=True)
class OnAStick:
    """Where the copy is, and the last step in it."""

    path: Path
    step: int

    @property
    def said(self) -> str:
        return f"已写到“{self.path}”，读回来核对过，可以安全弹出"


def sticks() -> tuple[Path, ...]:
    """The sticks plugged in now."""
    return disks.sticks()


def copy_to(stick: Path, source: Workspace | Path) -> OnAStick:
    """Copy an open workbook, or one nobody has open, into a folder of a stick; raises Problem.

    It is made here first, so that what is read back can be compared byte by byte.
    """
    path = source.path if isinstance(source, Workspace) else source
    today = datetime.datetime.now().astimezone()
    target = stick / FOLDER / file_name(f"{path.stem} 副本 {today:%Y%m%d}")
    target = target.with_name(f"{target.name}{path.suffix}")
    with tempfile.TemporaryDirectory(prefix="jsxh-") as folder:
        made = Path(folder) / target.name
        with told():
            if isinstance(source, Workspace):
                source.copy_to(made)
            else:
                fetch(source, made)
            step = last_step(made)
        try:
            target.parent.mkdir(exist_ok=True)
            _carry(made, target)
        except OSError as problem:
            raise of_system(problem, target) from problem
    return OnAStick(target, step)


def _carry(made: Path, target: Path) -> None:
    """Beside its name, synced, renamed, synced; then read back from the stick itself."""
    part = part_of(target)
    try:
        shutil.copyfile(made, part)
        put_in_place(part, target)
    finally:
        part.unlink(missing_ok=True)
    if _digest(made) != _digest(target):
        raise Problem(f"写到“{target.parent}”的和原来的不一样，这个U盘可能坏了，请换一个")


def _digest(path: Path) -> str:
    """What the medium holds; where it can be, what the system remembers is let go of first."""
    with path.open("rb") as file:
        if hasattr(os, "posix_fadvise"):
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
        return hashlib.file_digest(file, "sha256").hexdigest()
