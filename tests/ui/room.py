"""A part of the window as wide as a test wants it."""

from __future__ import annotations

import tkinter as tk


def room(parent: tk.Misc, width: int) -> tk.Frame:
    """An area that keeps its width whatever stands in it; whoever asked for it destroys it."""
    area = tk.Frame(parent, width=width, height=60)
    area.pack_propagate(False)
    area.pack(side="top", anchor="w")
    return area
