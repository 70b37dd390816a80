"""What a program that runs for hours takes of the computer, read from /proc."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from jsxh_desktop.store.keylog import beside

Reading = dict[str, int]


def reading(workbook: Path) -> Reading:
    """Of this process and its helpers: kB of memory, handles; bytes of its files."""
    helpers = tuple(_below(os.getpid()))
    return {
        "window": _memory(os.getpid()),
        "helpers": sum(map(_memory, helpers)),
        "processes": len(helpers),
        "handles": _count("/proc/self/fd"),
        "threads": _count("/proc/self/task"),
        "keys": _size(beside(workbook)),
        "workbook": _size(workbook),
    }


def _below(process: int) -> Iterator[int]:
    """The processes one has started, and what these have."""
    for tasks in Path(f"/proc/{process}/task").glob("*/children"):
        for child in map(int, tasks.read_text("ascii").split()):
            yield child
            yield from _below(child)


def _memory(process: int) -> int:
    """The memory a process holds now, in kB; none where it has just ended."""
    try:
        lines = Path(f"/proc/{process}/status").read_text("utf-8").splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) for line in lines if line.startswith("VmRSS"))


def _count(folder: str) -> int:
    return sum(1 for _ in Path(folder).iterdir())


def _size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0
