"""The way back from a workbook that cannot be trusted: one of its backups put in its place."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from jsxh_desktop.app import backups
from jsxh_desktop.app.backups import Kept
from jsxh_desktop.app.problem import Problem, told
from jsxh_desktop.store.backup import is_sound
from jsxh_desktop.store.errors import FileIsDamaged, FileIsForeign
from jsxh_desktop.store.rescue import Redone, Rescue, rescue

SOUND, SPOILT = "✓ 完好", "▲ 也坏了"


@dataclass(frozen=True, slots=True)
class Returned:
    """What came of it: the sentence, then a line for each step made after the backup."""

    said: str
    lines: tuple[tuple[str, str, str, str], ...]


def is_damaged(problem: Problem) -> bool:
    """Whether a workbook could not be opened because of what is in it."""
    return isinstance(problem.__cause__, FileIsDamaged | FileIsForeign)


def offered(workbook: Path) -> tuple[Kept, ...]:
    """The backups of a workbook, the newest first."""
    return backups.of_workbook(workbook)


def state_of(kept: Kept) -> tuple[str, str]:
    """The years a backup holds and whether it is sound; reads the backup."""
    return (backups.years_of(kept), SOUND) if is_sound(kept.path) else ("", SPOILT)


def take(kept: Kept) -> Returned:
    """Put a backup in the place of its workbook; raises Problem, and nothing has changed then."""
    with told():
        done = rescue(kept.workbook, kept.path)
    return Returned(_said(kept, done), tuple(_lines(done.steps or ())))


def _said(kept: Kept, done: Rescue) -> str:
    start = f"已用 {kept.at:%Y-%m-%d %H:%M} 的备份恢复。坏的文件没有删，在“{done.aside}”"
    if done.steps is None:
        return f"{start}。备份以后改过什么读不出来了，请核对最后一次填的内容"
    if not done.steps:
        return f"{start}。备份以后没有改过"
    back, lost = sum(step.done for step in done.steps), sum(step.lost for step in done.steps)
    if lost:
        return f"{start}。备份以后的修改找回{back}处，有{lost}处读不出来，请照下面核对"
    return f"{start}。备份以后的{back}处修改都找回来了"


def _lines(steps: tuple[Redone, ...]) -> Iterator[tuple[str, str, str, str]]:
    for step in reversed(steps):
        back = f"▲ 有{step.lost}处没有找回" if step.lost else "✓ 找回了"
        yield _when(step.at), step.who, step.title, back


def _when(at: str) -> str:
    """The moment of a step, which may be damaged as well."""
    try:
        return f"{datetime.datetime.fromisoformat(at):%m-%d %H:%M:%S}"
    except ValueError:
        return "时间读不出来"
