"""A disk of a few megabytes of one's own, and one that cannot be written; for root only."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

NO_ROOT = not hasattr(os, "geteuid") or os.geteuid() != 0


def run(command: str, *words: str | Path) -> str:
    """Run a tool of the system and return what it says; raises where it is not there or fails."""
    found = shutil.which(command) or command
    done = subprocess.run([found, *words], check=True, capture_output=True, text=True)
    return done.stdout.strip()


@contextmanager
def small_disk(place: Path) -> Iterator[Path]:
    """A disk of a few pages more than a workbook and its copy need."""
    place.mkdir()
    run("mount", "-t", "tmpfs", "-o", "size=3m", "none", place)
    try:
        yield place
    finally:
        run("umount", place)


@contextmanager
def read_only(disk: Path) -> Iterator[None]:
    """Nothing can be written on it meanwhile."""
    run("mount", "-o", "remount,ro", disk)
    try:
        yield
    finally:
        run("mount", "-o", "remount,rw", disk)
