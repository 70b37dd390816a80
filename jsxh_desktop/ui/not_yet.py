"""A page still to come."""

from __future__ import annotations

import tkinter as tk

from jsxh_desktop.app.place import Place
from jsxh_desktop.ui import pieces
from jsxh_desktop.ui.shell import Shell, View


class NotYet:
    def __init__(self, parent: tk.Misc, shell: Shell) -> None:
        self.widget: tk.Widget = pieces.frame(shell.theme, parent)

    def refresh(self) -> None: ...
    def show_place(self, place: Place) -> bool:
        return False

    def focus_first(self) -> None: ...
    def flush(self) -> None: ...


def build(parent: tk.Misc, shell: Shell) -> View:
    return NotYet(parent, shell)
