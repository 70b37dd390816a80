"""A screen of one's own: Xvfb with a window manager, for tests and measurements of the window."""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from ctypes import util
from pathlib import Path
from tempfile import TemporaryDirectory

NEEDED = ("Xvfb", "openbox")
SHORTLY = 0.01  # seconds


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
    with TemporaryDirectory() as place:
        manager = _managed(Path(place) / "up")
    try:
        yield display
    finally:
        os.environ.pop("DISPLAY")
        if before:
            os.environ["DISPLAY"] = before
        for process in (manager, server):
            process.terminate()
            process.wait()


@contextmanager
def connected(screen: str) -> Iterator[tuple[ctypes.CDLL, ctypes.c_void_p]]:
    """A connection of its own to a screen, and the library that speaks over it."""
    x11 = ctypes.CDLL(util.find_library("X11"))
    x11.XOpenDisplay.restype = ctypes.c_void_p
    for told in (x11.XInternAtom, x11.XGetSelectionOwner, x11.XDefaultRootWindow):
        told.restype = ctypes.c_ulong
    connection = ctypes.c_void_p(x11.XOpenDisplay(screen.encode()))
    try:
        yield x11, connection
    finally:
        x11.XCloseDisplay(connection)


def _managed(up: Path) -> subprocess.Popen[bytes]:
    """The window manager, once it does its work: a window of before would never have the focus."""
    command = [_found("openbox"), "--startup", f"touch {up}"]
    manager = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    while not up.exists() and manager.poll() is None:
        time.sleep(SHORTLY)
    return manager


def missing() -> list[str]:
    """The commands a screen needs and this machine has not got."""
    return [name for name in NEEDED if not shutil.which(name)]


def _found(command: str) -> str:
    path = shutil.which(command)
    if path is None:
        raise FileNotFoundError(command)
    return path
