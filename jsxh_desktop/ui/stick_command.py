"""复制到U盘…: a copy on the stick that is plugged in; of several the clerk chooses one."""

from __future__ import annotations

import datetime
import tkinter as tk
from collections.abc import Callable
from functools import partial
from pathlib import Path

from jsxh_desktop.app import outside_copy, stick
from jsxh_desktop.app.stick import OnAStick
from jsxh_desktop.app.workspace import Workspace
from jsxh_desktop.ui import file_choice
from jsxh_desktop.ui.host import Host
from jsxh_desktop.ui.jobs import in_background_or_told

WORDS = "复制到U盘…"
WORKING = "正在写到U盘，写好、核对过会说一声，先不要拔…"
WHICH = "复制到哪一个U盘"


def copy_to_stick(
    host: Host, owner: tk.Misc, source: Workspace | Path, done: Callable[[], object]
) -> None:
    """Copy in a thread; what came of it is told, and noted as the last copy elsewhere."""
    found = stick.sticks()
    if not found:
        host.tell(stick.NONE)
        return
    chosen = found[0] if len(found) == 1 else file_choice.ask_folder(host.root, found[0], WHICH)
    if chosen is None:
        return
    host.tell(WORKING)
    path = source.path if isinstance(source, Workspace) else source

    def copied(made: OnAStick) -> None:
        now = datetime.datetime.now().astimezone()
        host.change_settings(copied=outside_copy.noted(host.settings, path, made.step, now))
        done()
        host.tell(made.said)

    in_background_or_told(host, owner, partial(stick.copy_to, chosen, source), copied)
