"""年度总体目标 pasted as a list: a line is a goal, or what was done for one below."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from jsxh_desktop.app.step import Step
from jsxh_desktop.domain.change import Added, Change, Put
from jsxh_desktop.domain.entry import Entry
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.project import Goal


def pasted(filing: Filing, side: Entry[str], key: int, lines: Sequence[str]) -> Step:
    """The first line where one stood, the others on this side of the goals below.

    Where that is taken, and behind the last goal of the project, each line is a goal of its own.
    """
    keys = [goal.id for goal in filing.goals]
    at = keys.index(key)
    project = filing.goals[at].project
    changes: list[Change] = [Put(side, lines[0], key)]
    below = [goal for goal in filing.goals[at + 1 :] if goal.project == project]
    taken = 0
    for line, goal in zip(lines[1:], below, strict=False):
        if side.of(goal):
            break
        changes.append(Put(side, line, goal.id))
        at, taken = keys.index(goal.id), taken + 1
    for more, line in enumerate(lines[1 + taken :], start=1):
        said: dict[str, Any] = {side.name: line}
        changes.append(Added(Goal(project=project, **said), at + more))
    return Step(f"粘贴 {len(lines)} 条年度总体目标", tuple(changes))
