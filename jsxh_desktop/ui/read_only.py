"""A locked year's page is read, not typed into: its inputs take the keys to walk and no other."""

from __future__ import annotations

import tkinter as tk
from typing import Any

from jsxh_desktop.ui.theme import Theme


def hold(theme: Theme, widget: tk.Misc) -> None:
    """Let nothing be typed into a widget and what is below it; they look worked out then."""
    below: list[Any] = [widget]
    while below:
        each = below.pop()
        below += each.winfo_children()
        match each.winfo_class():
            case "TEntry":
                each.state(["readonly"])
            case "TCombobox":
                each.state(["disabled"])
            case "Text" if str(each["state"]) == "normal":
                each.configure(state="disabled", background=theme.palette.band)
