"""Texts that name a project which came into the filing after them."""

from __future__ import annotations

from collections.abc import Iterator

from jsxh_desktop.app.workspace import Workspace
from jsxh_desktop.domain.change import Put
from jsxh_desktop.domain.entry import Kind


def recognise(workspace: Workspace) -> bool:
    """Tag with projects that have come what was tagged with their names before, as one step.

    Says whether there was anything; nothing is done while a step could be done again, as a new one
    would end that.
    """
    _, undone = workspace.turns()
    if undone or workspace.trouble:
        return False
    puts = [*_named(workspace)]
    if puts:
        workspace.apply(f"认出 {len(puts)} 处项目", puts)
    return bool(puts)


def _named(workspace: Workspace) -> Iterator[Put]:
    """Only whole names: a part of one might be meant for a project that is still to come."""
    keys = {project.name: project.id for project in workspace.filing.projects if project.name}
    for place, typed in workspace.drafts.items():
        if place.entry.kind is Kind.REFERENCE and typed.strip() in keys:
            yield Put(place.entry, keys[typed.strip()], place.key)
