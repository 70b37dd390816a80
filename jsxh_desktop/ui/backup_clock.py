"""When backups are taken by themselves: the first of the day, every half hour, on closing."""

from __future__ import annotations

import threading
import tkinter as tk
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from jsxh_desktop.app.problem import Problem

if TYPE_CHECKING:
    from jsxh_desktop.app.workspace import Workspace

LOOK_EVERY = 60_000  # ms
OFTEN = 30  # looks

Post = Callable[[Callable[[], object]], None]


class BackupClock:
    """Runs once it is started; `say` is told why a backup could not be taken.

    It is taken beside the window's thread, through the workbook's own connection.
    """

    def __init__(self, root: tk.Tk, post: Post, say: Callable[[str], object]) -> None:
        self._root = root
        self._post = post
        self._say = say
        self._workspace: Callable[[], Workspace | None] | None = None
        self._changed = False
        self._looks = 0
        self._running: threading.Thread | None = None
        self._timer = ""

    def start(self, workspace: Callable[[], Workspace | None]) -> None:
        """Look from now on whether a backup is due of what is on the desk."""
        self._workspace = workspace
        self._timer = self._root.after(LOOK_EVERY // 20, self._tick)

    def stop(self) -> None:
        """Look no more; what is running is waited for."""
        if self._timer:
            self._root.after_cancel(self._timer)
        if self._running:
            self._running.join()

    def changed(self) -> None:
        """Something was written."""
        self._changed = True

    def closing(self, workspace: Workspace) -> None:
        """The last moment: what changed gets a backup; waits for one that is running."""
        if self._running:
            self._running.join()
        if self._workspace and self._changed and not workspace.trouble:
            self._take(workspace)
        self._changed, self._looks = False, 0

    def look(self) -> None:
        """Take a backup, in a thread, if one is due now."""
        workspace = self._workspace() if self._workspace else None
        if workspace is None or workspace.trouble or (self._running and self._running.is_alive()):
            return
        from jsxh_desktop.app import backups  # the window need not wait for it

        self._looks += 1
        if backups.is_due(workspace.path) or (self._changed and self._looks >= OFTEN):
            self._changed, self._looks = False, 0
            self._running = threading.Thread(target=self._take, args=(workspace,))
            self._running.start()

    def _tick(self) -> None:
        self._timer = self._root.after(LOOK_EVERY, self._tick)
        self.look()

    def _take(self, workspace: Workspace) -> None:
        from jsxh_desktop.app import backups

        try:
            backups.take(workspace)
        except Problem as problem:
            self._post(partial(self._say, f"这次备份没有做成：{problem}"))
