"""What is known of a file from when it was closed on this computer: its last step, its seal."""

from __future__ import annotations

import datetime
import json
from pathlib import Path
from typing import NamedTuple

from jsxh_desktop.store.file import Workbook
from jsxh_desktop.store.header import absolute


class _Left(NamedTuple):
    step: int
    seal: str


def older(notes: Path, workbook: Workbook) -> str:
    """What to say where steps are gone that were there when it was closed here; else nothing.

    `notes` is the file of `app.recent`. A file can be put back to an earlier state so that all of
    it agrees, by its own old journal as well; only somebody outside can know of it.
    """
    last, at = workbook.last_step()
    if last >= _left(notes, workbook.path).step:
        return ""
    said = f"停在{_moment(at)}" if at else "一次修改也没有"
    return f"这个文件比上次在这台电脑上关闭时旧，{said}，后来改的不在里面"


def seal(notes: Path, path: Path) -> str:
    """The seal of a file that was whole when it was closed here; else nothing."""
    return _left(notes, absolute(path)).seal


def _left(notes: Path, path: Path) -> _Left:
    """What was noted of a workbook; nothing is known of one that never was here, no fault."""
    try:
        note = json.loads(notes.read_text("utf-8"))[str(path)]
        return _Left(int(note["step"]), str(note.get("seal", "")))
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return _Left(0, "")


def _moment(at: str) -> str:
    return f"{datetime.datetime.fromisoformat(at).astimezone():%Y-%m-%d %H:%M}"
