"""A workbook is opened by a thread of its own while this one loads what is to show it."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from importlib import import_module
from pathlib import Path

from jsxh_desktop.app.workspace import Saved, Warned, Workspace
from jsxh_desktop.ui import desk


def opened(path: Path, year: int | None, page: str, saved: Saved, warned: Warned) -> Workspace:
    """The workbook, and the frame and this page of it loaded; raises Problem.

    Most of opening is waiting for the disk, and most of a first start is loading.
    """
    with ThreadPoolExecutor(1, "opening") as aside:
        opening = aside.submit(Workspace.open, path, year, saved, warned)
        import_module("jsxh_desktop.ui.window")
        desk.load(page)
    return opening.result()
