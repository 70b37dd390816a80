"""Ctrl+Shift+S: a copy of the workbook elsewhere, asked for in a panel."""

from __future__ import annotations

import datetime
from functools import partial
from pathlib import Path

from jsxh_desktop.app import copies, outside_copy
from jsxh_desktop.app.data_folder import SUFFIX
from jsxh_desktop.app.problem import Problem
from jsxh_desktop.ui.save_panel import SavePanel
from jsxh_desktop.ui.shell import Shell

TITLE = "另存副本"


def save_copy(shell: Shell) -> SavePanel:
    """Ask for name and folder, then write; what happened stands in the message strip."""
    workspace = shell.workspace
    today = datetime.datetime.now().astimezone().date()
    path = workspace.path.with_name(copies.name_for(workspace, today))
    return SavePanel(shell.root, shell, TITLE, path, (SUFFIX,), partial(_save, shell))


def _save(shell: Shell, target: Path) -> None:
    try:
        taken = copies.save_copy(shell.workspace, target)
    except Problem as problem:
        shell.tell(str(problem), "换个地方", lambda: save_copy(shell))
        return
    if outside_copy.is_on_another_disk(target, shell.workspace.path):
        now = datetime.datetime.now().astimezone()
        copied = outside_copy.noted_of(shell.settings, shell.workspace, now)
        shell.change_settings(copied=copied)
    said = f"副本已存到 {target}"
    if taken:
        said = f"没存进去的 {taken} 处也在副本里了：{target}。接着在副本里填"
    shell.tell(said, "打开副本" if taken else "", partial(shell.open, target))
