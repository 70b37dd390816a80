"""A screen of one's own: Xvfb with a window manager, for tests and measurements of the window."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

NEEDED = ("Xvfb", "openbox")


@contextmanager
def own_display(size: str = "1366x768") -> Iterator[str]:
    """Start a screen nobody else draws on and point DISPLAY at it; it goes at the end.

    Xvfb chooses a free number itself, as one somebody else has taken would be shared unseen.
    """
    reading, writing = os.pipe()
    screen = [_found("Xvfb"), "-displayfd", str(writing), "-screen", "0", f"{size}x24", "-noreset"]
    server = subprocess.Popen(screen, pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    with os.fdopen(reading) as told:
        display = f":{told.readline().strip()}"
    before = os.environ.get("DISPLAY")
    os.environ["DISPLAY"] = display
    manager = subprocess.Popen([_found("openbox")], stderr=subprocess.DEVNULL)
    try:
        yield display
    finally:
        os.environ.pop("DISPLAY")
        if before:
            os.environ["DISPLAY"] = before
        for process in (manager, server):
            process.terminate()
            process.wait()


def missing() -> list[str]:
    """The commands a screen needs and this machine has not got."""
    return [name for name in NEEDED if not shutil.which(name)]


def _found(command: str) -> str:
    path = shutil.which(command)
    if path is None:
        raise FileNotFoundError(command)
    return path
