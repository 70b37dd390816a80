"""Writes a file whole or not at all: beside the target, synced, then renamed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from jsxh_desktop.app.problem import of_system
from jsxh_desktop.store.copying import part_of, put_in_place


@contextmanager
def written_whole(path: Path) -> Iterator[BinaryIO]:
    """Yield a file that becomes `path` only when the block ends well; Problem where it cannot.

    The old file, if any, stays untouched until the new one is on the disk. What a run that was
    killed left beside it goes with the next one of this name.
    """
    part: Path | None = None
    try:
        part = part_of(path)
        with part.open("xb") as file:
            yield file
            file.flush()
        put_in_place(part, path)
    except OSError as problem:
        raise of_system(problem, path) from problem
    finally:
        if part:
            part.unlink(missing_ok=True)


_RESERVED = {"CON", "PRN", "AUX", "NUL"} | {f"{p}{n}" for p in ("COM", "LPT") for n in range(1, 10)}


def file_name(text: str) -> str:
    """`text` as a file name that every system and a FAT stick accept."""
    kept = "".join("_" if char in '\\/:*?"<>|' or ord(char) < 32 else char for char in text)
    kept = kept.strip(" .")[:60].strip(" .") or "未命名"
    return f"_{kept}" if kept.upper() in _RESERVED else kept
