"""做数据包: the year on the desk as a package for somebody else, asked for in a panel."""

from __future__ import annotations

import datetime
from functools import partial
from pathlib import Path

from jsxh_desktop.app.imports.gate import SUFFIX
from jsxh_desktop.app.problem import Problem
from jsxh_desktop.ui.save_panel import SavePanel
from jsxh_desktop.ui.shell import Shell

TITLE = "做数据包"


def make_package(shell: Shell) -> SavePanel:
    """Ask for name and folder, then write and read back; the message strip says when it is safe."""
    from jsxh_desktop.app import package  # brings what writes tables

    today = datetime.datetime.now().astimezone().date()
    workspace = shell.workspace
    path = workspace.path.with_name(package.name_for(workspace.filing, today))
    return SavePanel(shell.root, shell, TITLE, path, (SUFFIX,), partial(_write, shell))


def _write(shell: Shell, target: Path) -> None:
    from jsxh_desktop.app import package

    try:
        code = package.write_package(shell.workspace, target)
    except Problem as problem:
        shell.tell(str(problem), "换个地方", lambda: make_package(shell))
        return
    shell.tell(f"{package.SAFE}。校验码 {code}，{target}")
