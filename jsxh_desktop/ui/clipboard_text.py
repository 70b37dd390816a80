"""The clipboard as the window reads it."""

from __future__ import annotations

import tkinter as tk

from jsxh_desktop.app.clipboard import mended


def clipboard_text(widget: tk.Misc) -> str:
    """The text on the clipboard, whole; nothing where it holds none."""
    try:
        return mended(widget.clipboard_get())
    except tk.TclError:  # empty, or a picture
        return ""
