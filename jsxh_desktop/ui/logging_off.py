"""The clerk logs off or shuts down with the program open: what is being typed is written first."""

from __future__ import annotations

import signal
import tkinter as tk
from collections.abc import Callable

ENDS = ("SIGTERM", "SIGHUP")
"""What a desktop of Linux ends a program with; Windows asks it by WM_SAVE_YOURSELF."""


def watch(root: tk.Tk, save: Callable[[], object], end: Callable[[], object]) -> None:
    """Have things saved where the desktop asks for it; `end` may come in the middle of anything."""
    root.protocol("WM_SAVE_YOURSELF", save)
    for name in ENDS:
        if number := getattr(signal, name, None):
            signal.signal(number, lambda *_: end())
