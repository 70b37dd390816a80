"""Scrolls an area so far that a part of it can be seen whole."""

from __future__ import annotations

import tkinter as tk

import ttkbootstrap as ttk

MARGIN = 40


def reveal(scrolled: ttk.ScrolledFrame, part: tk.Misc, margin: int = MARGIN) -> None:
    """Bring a part of a scrolled frame into view; nothing moves where it is seen already."""
    scrolled.update_idletasks()
    top = part.winfo_rooty() - scrolled.winfo_rooty()
    height, view = scrolled.winfo_height(), scrolled.container.winfo_height()
    first, last = scrolled.yview() or (0.0, 1.0)
    hidden = top - margin < first * height or top + part.winfo_height() + margin > last * height
    if hidden and height > view:
        scrolled.yview_moveto(max(0.0, (top - view / 3) / max(1, height)))
