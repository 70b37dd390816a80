"""A list or a tree of lines in the look of the theme."""

from __future__ import annotations

import tkinter as tk
from typing import Any

import ttkbootstrap as ttk

from jsxh_desktop.ui.theme import Theme


def listing(theme: Theme, parent: tk.Misc, **options: Any) -> ttk.Treeview:
    """An empty list in which one line can be chosen; the look is made for the first that stands."""
    _style(theme)
    return ttk.Treeview(parent, selectmode="browse", **options)


def _style(theme: Theme) -> None:
    style, colours = ttk.Style(), theme.palette
    style.configure("Treeview", rowheight=theme.row(28), borderwidth=0)
    style.configure("Treeview", background=colours.surface, fieldbackground=colours.surface)
    style.map(
        "Treeview",
        background=[("selected", colours.tint)],
        foreground=[("selected", colours.text)],
    )
    style.configure(
        "Treeview.Heading", background=colours.band, foreground=colours.text2, relief="flat"
    )
    style.map("Treeview.Heading", background=[("active", colours.band)])
