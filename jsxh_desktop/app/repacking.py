"""A year put on another form set: what the new forms have no place for goes where it belongs."""

from __future__ import annotations

import dataclasses

from jsxh_desktop.app.evaluation_steps import on_this_form
from jsxh_desktop.app.packs import load_pack
from jsxh_desktop.app.workspace import Workspace
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.pack import Pack


def use_pack(workspace: Workspace, name: str) -> bool:
    """Put the year on the desk on another pack, as one step; whether the disk took it.

    Raises PackIsDamaged; nothing has changed then.
    """
    pack = load_pack(name, workspace.filing.folder)
    workspace.flush()
    return not workspace.trouble and workspace.begin(
        with_pack(workspace.filing, pack), f"改用模板“{pack.name}”"
    )


def with_pack(filing: Filing, pack: Pack) -> Filing:
    """The filing on this pack; an indicator of a class the form calls otherwise is in that one."""
    indicators = tuple(
        dataclasses.replace(each, category=on_this_form(each.category, pack.sheet) or each.category)
        for each in filing.indicators
    )
    return dataclasses.replace(filing, pack=pack.id, indicators=indicators)
