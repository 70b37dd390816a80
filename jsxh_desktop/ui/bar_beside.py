"""A bar for what scrolls by itself: a list, a text."""

from __future__ import annotations

import tkinter as tk

import ttkbootstrap as ttk

from jsxh_desktop.ui import pieces
from jsxh_desktop.ui.scrolling import seen_where_needed
from jsxh_desktop.ui.theme import Theme


def bar_beside(theme: Theme, view: tk.Text | ttk.Treeview) -> None:
    """A bar at the right of what is packed after it, seen where there is more of that."""
    lane = pieces.frame(theme, view.master)
    bar = ttk.Scrollbar(lane, orient="vertical", command=view.yview, bootstyle="round")
    bar.grid(row=0, column=0, sticky="ns")
    lane.grid_rowconfigure(0, weight=1)
    lane.grid_columnconfigure(0, minsize=bar.winfo_reqwidth())
    lane.pack(side="right", fill="y")
    view.configure(yscrollcommand=seen_where_needed(bar))
