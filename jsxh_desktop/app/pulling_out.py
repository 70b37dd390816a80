"""What to keep in mind of a workbook that lies on a stick, beside the program that opened it."""

from __future__ import annotations

from pathlib import Path

from jsxh_desktop.store.disks import is_on_a_stick

REMINDER = "在U盘上，关了程序再拔"


def to_keep_in_mind(path: Path) -> str:
    """A standing reminder; nothing for a workbook of this computer."""
    return REMINDER if is_on_a_stick(path) else ""
