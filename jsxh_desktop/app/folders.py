"""Folders to save into: the usual places of this computer, and what lies in one."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from platformdirs import user_desktop_path, user_documents_path

MOST = 200


def usual_places(data: Path) -> tuple[tuple[str, Path], ...]:
    """Names and folders that are there: where the data lies, desktop, documents, disks, sticks."""
    known = (("数据文件夹", data), ("桌面", user_desktop_path()), ("文档", user_documents_path()))
    found = [(name, folder) for name, folder in known if folder.is_dir()]
    return (*found, *((disk.name or str(disk), disk) for disk in _disks()))


def folders_in(folder: Path) -> tuple[Path, ...]:
    """The folders in a folder by name; nothing where it cannot be read."""
    try:
        with os.scandir(folder) as found:
            names = [entry.name for entry in found if _is_shown(entry)]
    except OSError:
        return ()
    return tuple(folder / name for name in sorted(names, key=str.casefold)[:MOST])


def _is_shown(entry: os.DirEntry[str]) -> bool:
    try:
        return not entry.name.startswith((".", "$")) and entry.is_dir()
    except OSError:
        return False


def _disks() -> list[Path]:
    if sys.platform == "win32":
        drives = (Path(f"{letter}:\\") for letter in "CDEFGHIJKLMNOPQRSTUVWXYZ")
        return [drive for drive in drives if drive.exists()]
    user = os.environ.get("USER") or "root"
    media = (Path("/media", user), Path("/run/media", user), Path("/mnt"))
    return [disk for place in media for disk in folders_in(place)]


def free_name(path: Path) -> Path:
    """The path, or the next one beside it that nothing has yet: 附表1（2）.pdf."""
    number, free = 1, path
    while free.exists():
        number += 1
        free = path.with_name(f"{path.stem}（{number}）{path.suffix}")
    return free
