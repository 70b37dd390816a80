"""Backups as the clerk sees them: taken, listed, turned into a new workbook."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from jsxh_desktop.app.data_folder import SAMPLE, SUFFIX, look
from jsxh_desktop.app.problem import Problem
from jsxh_desktop.app.recent import said_of
from jsxh_desktop.app.workspace import Workspace
from jsxh_desktop.store import backup as store
from jsxh_desktop.store.backup import BackupKind
from jsxh_desktop.store.errors import FileError

WHAT = {
    BackupKind.AUTOMATIC: "自动备份",
    BackupKind.MANUAL: "自己备份的",
    BackupKind.BEFORE_MIGRATION: "升级程序前",
    BackupKind.BEFORE_IMPORT: "导入表格前",
    BackupKind.BEFORE_DELETING: "一次删很多前",
    BackupKind.BEFORE_MENDING: "修复数据前",
}


@dataclass(frozen=True, slots=True)
class Kept:
    """One backup: of which workbook, when, why, how large."""

    path: Path
    workbook: Path
    at: datetime.datetime
    what: str
    size: str

    def when(self, now: datetime.datetime) -> str:
        """今天 09:41, 昨天 17:22; older ones with the day and the hour."""
        said = said_of(self.at, now)
        return said if " " in said else f"{said} {self.at:%H:%M}"


def folder_of(workbook: Path) -> Path:
    """Where the backups of a workbook lie."""
    return store.folder_beside(workbook)


def take(workspace: Workspace) -> Path:
    """Write a verified backup because it is time, and let old ones go; raises Problem.

    From any thread.
    """
    return _taken(workspace, BackupKind.AUTOMATIC)


def take_now(workspace: Workspace) -> Path:
    """The same because the clerk wishes so."""
    return _taken(workspace, BackupKind.MANUAL)


def take_before_import(workspace: Workspace) -> Path:
    """The same because tables are about to come in; kept for 90 days."""
    return _taken(workspace, BackupKind.BEFORE_IMPORT)


def _taken(workspace: Workspace, kind: BackupKind) -> Path:
    folder = folder_of(workspace.path)
    try:
        path = store.backup(workspace.workbook, folder, kind)
        store.thin_out(folder, workspace.path.stem)
    except FileError as problem:
        raise Problem(str(problem)) from problem
    return path


def is_due(workbook: Path) -> bool:
    """Whether today has no backup yet; the sample needs none."""
    if workbook.name == SAMPLE:
        return False
    today = datetime.datetime.now().astimezone().date()
    try:
        found = store.backups(folder_of(workbook), workbook.stem)
    except FileError:
        return False
    return all(each.at.date() != today for each in found)


def listed(workbooks: Iterable[Path], folder: Path) -> tuple[Kept, ...]:
    """The backups of these workbooks and of those that once lay in a folder, newest first."""
    known = {path.resolve() for path in workbooks}
    known |= {folder.resolve() / f"{stem}{SUFFIX}" for stem in _stems(folder_of(folder / "x"))}
    found = [each for workbook in known for each in of_workbook(workbook)]
    return tuple(sorted(found, key=lambda kept: kept.at, reverse=True))


def years_of(kept: Kept) -> str:
    """Which years a backup holds, as 2020、2021; reads the backup."""
    found = look(kept.path)
    return "、".join(map(str, found.years)) if found else "打不开"


def restored(kept: Kept) -> Path:
    """Turn a backup into a new workbook beside the old, which stays; raises Problem."""
    stem = f"{kept.workbook.stem} 恢复 {kept.at:%Y%m%d-%H%M}"
    target, number = kept.workbook.with_name(f"{stem}{SUFFIX}"), 1
    while target.exists():
        number += 1
        target = kept.workbook.with_name(f"{stem} {number}{SUFFIX}")
    try:
        store.restore(kept.path, target)
    except FileError as problem:
        raise Problem(str(problem)) from problem
    return target


def of_workbook(workbook: Path) -> tuple[Kept, ...]:
    """The backups of one workbook, newest first; none where the folder cannot be read."""
    try:
        found = store.backups(folder_of(workbook), workbook.stem)
    except FileError:
        return ()
    return tuple(
        Kept(each.path, workbook, each.at, WHAT[each.kind], _size(each.size)) for each in found
    )


def _stems(folder: Path) -> set[str]:
    """The names of the workbooks that have a backup here, be they there or gone."""
    try:
        names = [path.name for path in folder.glob(f"*{SUFFIX}")]
    except OSError:
        return set()
    return {found[1] for name in names if (found := re.match(r"(.+) \d{8}-\d{6} ", name))}


def _size(count: int) -> str:
    return f"{count / 1_000_000:.1f} MB" if count >= 1_000_000 else f"{max(1, count // 1000)} KB"
