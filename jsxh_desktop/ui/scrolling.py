"""An area that scrolls, and is let go of when it is gone."""

from __future__ import annotations

import tkinter as tk
from typing import Any

import ttkbootstrap as ttk

from jsxh_desktop.ui.keys import functions_in

WIDTH = 1100
"""Logical pixels of what stands in it until it is shown and has its room."""


def scrolled(parent: tk.Misc, **options: Any) -> ttk.ScrolledFrame:
    """An area with a bar, empty yet.

    What the wheel calls in it Tkinter would keep, and with it all the area stood in.
    """
    made = ttk.ScrolledFrame(parent, padding=0, bootstyle="round", **options)
    # Else it is laid out for as little as it can do with, and each text broken for that first.
    width = round(made.winfo_fpixels("1i") / 96 * WIDTH)
    made._canvas.itemconfigure(made._window_id, width=width)  # noqa: SLF001 - no other name
    wheel = made._wheel_tag  # noqa: SLF001 - no other name
    scripts = [made.bind_class(wheel, event) for event in made.bind_class(wheel)]
    functions = [name for script in scripts for name in functions_in(str(script))]
    root = made.nametowidget(".")

    def gone(event: tk.Event[tk.Misc]) -> None:
        if event.widget is made:
            for name in functions:
                root.deletecommand(name)

    made.bind("<Destroy>", gone, add="+")
    return made
