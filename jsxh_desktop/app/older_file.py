"""A file that is older than it was left: an earlier copy, or what a disk rolled back."""

from __future__ import annotations

import datetime
import json
from pathlib import Path

from jsxh_desktop.store.file import Workbook


def older(notes: Path, workbook: Workbook) -> str:
    """What to say where steps are gone that were there when it was closed here; else nothing.

    `notes` is the file of `app.recent`. A file can be put back to an earlier state so that all of
    it agrees, by its own old journal as well; only somebody outside can know of it.
    """
    last, at = workbook.last_step()
    if last >= _left_at(notes, workbook.path):
        return ""
    said = f"停在{_moment(at)}" if at else "一次修改也没有"
    return f"这个文件比上次在这台电脑上关闭时旧，{said}，后来改的不在里面"


def _left_at(notes: Path, path: Path) -> int:
    """The number of the last step a workbook had; 0 where nothing is known, which is no fault."""
    try:
        return int(json.loads(notes.read_text("utf-8"))[str(path)]["step"])
    except (OSError, ValueError, KeyError, TypeError):
        return 0


def _moment(at: str) -> str:
    return f"{datetime.datetime.fromisoformat(at).astimezone():%Y-%m-%d %H:%M}"
