"""Garbage is collected in the window's thread alone: what Tk made may not end in another.

There the end of a variable or a picture waits for the window, which may be waiting for that thread.
"""

from __future__ import annotations

import gc
import tkinter as tk

EVERY = 1_000  # ms


def collect_here(root: tk.Misc) -> None:
    """Look from now on whether a collection is due, as Python itself would in any thread."""
    gc.disable()
    root.after(EVERY, _look, root)


def _look(root: tk.Misc) -> None:
    root.after(EVERY, _look, root)
    limits = enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True))
    due = [generation for generation, (count, limit) in limits if count > limit > 0]
    if due:
        gc.collect(due[-1])
