"""When a workbook was last copied to another disk, and the reminder that it is time again."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from pathlib import Path

from jsxh_desktop.app.data_folder import SAMPLE
from jsxh_desktop.app.recent import Recent
from jsxh_desktop.app.settings import Settings
from jsxh_desktop.app.workspace import Workspace

DAYS, MOST = 7, 20
NEVER = "还没有复制到别的盘上。电脑坏了，只有别处的一份能救回来"


@dataclass(frozen=True, slots=True)
class Copied:
    """The last copy on another disk: up to which step, and when it was made."""

    step: int = 0
    at: datetime.datetime | None = None


def last_copy(settings: Settings, workbook: Path) -> Copied:
    """The last copy there is of a workbook on another disk, as far as this computer knows."""
    for line in settings.copied:
        step, at, path = line.split("\t", 2) if line.count("\t") > 1 else ("", "", "")
        if path == str(workbook) and step.isdecimal():
            return Copied(int(step), datetime.datetime.fromisoformat(at))
    return Copied()


def noted(settings: Settings, workbook: Path, step: int, now: datetime.datetime) -> tuple[str, ...]:
    """What the settings keep once a copy was made."""
    others = tuple(each for each in settings.copied if not each.endswith(f"\t{workbook}"))
    return (f"{step}\t{now.isoformat(timespec='seconds')}\t{workbook}", *others)[:MOST]


def noted_of(settings: Settings, workspace: Workspace, now: datetime.datetime) -> tuple[str, ...]:
    """The same for a copy of all there is now in the workbook on the desk."""
    step, _ = workspace.workbook.last_step()
    return noted(settings, workspace.path, step, now)


def is_on_another_disk(target: Path, workbook: Path) -> bool:
    """Whether a copy survives the disk of its workbook."""
    try:
        return target.stat().st_dev != workbook.stat().st_dev
    except OSError:
        return False


def days_waiting(since: str, now: datetime.datetime) -> int:
    """How many days the oldest change waits that is in no copy; 0 where it is not time yet."""
    days = (now - datetime.datetime.fromisoformat(since)).days if since else 0
    return days if days >= DAYS else 0


def to_remind_of(
    settings: Settings, recents: tuple[Recent, ...], now: datetime.datetime
) -> tuple[Recent, str] | None:
    """The workbook of the first page that has waited longest, and the line that says so."""
    waiting = [
        (days_waiting(each.uncopied, now), each)
        for each in recents
        if each.path.name != SAMPLE and last_copy(settings, each.path).step < each.step
    ]
    days, longest = max(waiting, key=lambda pair: pair[0], default=(0, None))
    if not days or longest is None:
        return None
    return longest, f"“{longest.title}”改过的 {days} 天没有复制到别的盘上了"


def said_of(settings: Settings, workspace: Workspace, now: datetime.datetime) -> str:
    """What the settings page says of the copy on another disk."""
    copied = last_copy(settings, workspace.path)
    days = days_waiting(workspace.workbook.edited_after(copied.step), now)
    if copied.at is None:
        return NEVER
    said = f"上次复制到别的盘是 {copied.at.year}年{copied.at.month}月{copied.at.day}日"
    return f"{said}，后来改过的 {days} 天没有复制了" if days else said
