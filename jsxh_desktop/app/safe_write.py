"""Writes a file whole or not at all: beside the target, synced, then renamed."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from jsxh_desktop.app.problem import of_system
from jsxh_desktop.store.copying import sync_folder


@contextmanager
def written_whole(path: Path) -> Iterator[BinaryIO]:
    """Yield a file that becomes `path` only when the block ends well; Problem where it cannot.

    The old file, if any, stays untouched until the new one is on the disk.
    """
    try:
        handle, name = tempfile.mkstemp(suffix=".part", prefix=".", dir=path.parent)
    except OSError as problem:
        raise of_system(problem, path) from problem
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(_usual_mode())
        Path(name).replace(path)
        sync_folder(path.parent)
    except OSError as problem:
        _drop(name)
        raise of_system(problem, path) from problem
    except BaseException:
        _drop(name)
        raise


def _drop(name: str) -> None:
    Path(name).unlink(missing_ok=True)


def _usual_mode() -> int:
    """The mode a plain new file would have; mkstemp makes private ones."""
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


_RESERVED = {"CON", "PRN", "AUX", "NUL"} | {f"{p}{n}" for p in ("COM", "LPT") for n in range(1, 10)}


def file_name(text: str) -> str:
    """`text` as a file name that every system and a FAT stick accept."""
    kept = "".join("_" if char in '\\/:*?"<>|' or ord(char) < 32 else char for char in text)
    kept = kept.strip(" .")[:60].strip(" .") or "未命名"
    return f"_{kept}" if kept.upper() in _RESERVED else kept
