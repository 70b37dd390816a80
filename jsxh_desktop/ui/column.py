"""A column of text that takes the room there is, but is never too wide to read."""

from __future__ import annotations

import tkinter as tk

from jsxh_desktop.ui import pieces
from jsxh_desktop.ui.theme import Theme

WIDEST = 720


def column(theme: Theme, parent: tk.Misc, widest: float = WIDEST) -> tk.Frame:
    """A frame at the left of its parent, which holds nothing else; `widest` is logical."""
    made = pieces.frame(theme, parent)
    made.grid(row=0, column=0, sticky="new")
    parent.columnconfigure(1, weight=1)
    most = theme.row(widest)

    def fit(event: tk.Event[tk.Misc]) -> None:
        parent.columnconfigure(0, minsize=min(most, event.width))

    parent.bind("<Configure>", fit, add="+")
    return made
