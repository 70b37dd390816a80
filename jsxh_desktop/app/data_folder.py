"""The workbooks of the data folder: whose they are, and what a new one is called."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from jsxh_desktop.app.safe_write import file_name
from jsxh_desktop.store.errors import FileError
from jsxh_desktop.store.glance import glance

SUFFIX = ".jsxh"
SAMPLE = f"示例：朝天区科协{SUFFIX}"
MOST_LOOKED_AT = 40


@dataclass(frozen=True, slots=True)
class Found:
    """A workbook that lies in the data folder: whose, and which years it holds."""

    path: Path
    name: str
    years: tuple[int, ...]


def workbooks_in(folder: Path) -> tuple[Found, ...]:
    """The workbooks of a folder, the one changed last first; what cannot be read is left out.

    Only while no workbook is open in this process.
    """
    try:
        files = sorted(folder.glob(f"*{SUFFIX}"), key=lambda path: -path.stat().st_mtime)
    except OSError:
        return ()
    return tuple(
        found for path in files[:MOST_LOOKED_AT] if path.name != SAMPLE and (found := look(path))
    )


def look(path: Path) -> Found | None:
    """Whose a workbook is; None for what holds no year, is open or cannot be read."""
    try:
        seen = glance(path)
    except FileError:
        return None
    return Found(path, seen.short_name or seen.full_name, seen.years) if seen.years else None


def proposed(folder: Path, name: str) -> Path:
    """A path for the workbook of a unit that nothing has yet."""
    stem = file_name(name.strip() or "本单位")
    path, number = folder / f"{stem}{SUFFIX}", 1
    while path.exists():
        number += 1
        path = folder / f"{stem} {number}{SUFFIX}"
    return path
