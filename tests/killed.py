"""What a program that is killed leaves on the disk."""

from __future__ import annotations

import shutil
from pathlib import Path

from jsxh_desktop.app.workspace import Workspace
from jsxh_desktop.store.keylog import beside


def killed(workspace: Workspace) -> Path:
    """A copy of the workbook with its key log, as a program killed now would leave them."""
    workspace.flush()
    copy = workspace.path.with_name(f"{workspace.path.stem}，被结束.jsxh")
    workspace.copy_to(copy)
    shutil.copy(beside(workspace.path), beside(copy))
    return copy
