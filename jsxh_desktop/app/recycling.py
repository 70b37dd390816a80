"""回收站: the deleted projects of a year, and putting one back."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from jsxh_desktop.app.recent import said_of
from jsxh_desktop.app.workspace import Workspace
from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.project import Project
from jsxh_desktop.store.recycling import Deleted

NAMELESS = "（没有名称）"


@dataclass(frozen=True, slots=True)
class Line:
    """One deleted project: its name, when and by whom, and what comes back with it."""

    name: str
    when: str
    who: str
    along: str
    deleted: Deleted


def lines(workspace: Workspace, now: datetime.datetime) -> tuple[Line, ...]:
    """The projects that can be put back, the one deleted last first."""
    workspace.flush()
    found = workspace.workbook.deleted_projects(workspace.filing_id)
    return tuple(_line(each, now) for each in found)


def put_back(workspace: Workspace, line: Line) -> str:
    """Bring a project back as one step of undo; a sentence where that cannot be done."""
    if workspace.lock.refusal:
        return workspace.lock.refusal
    workspace.restore(line.deleted)
    return workspace.trouble


def place_of(line: Line) -> Place:
    """Where a project that was put back is."""
    return Place(Project.name, line.deleted.key)


def _line(deleted: Deleted, now: datetime.datetime) -> Line:
    at = datetime.datetime.fromisoformat(deleted.at)
    when = said_of(at, now)
    when = when if " " in when else f"{when} {at:%H:%M}"
    along = f"目标、指标等 {deleted.rows} 行" if deleted.rows else "只有项目本身"
    return Line(deleted.name or NAMELESS, when, deleted.who, along, deleted)
