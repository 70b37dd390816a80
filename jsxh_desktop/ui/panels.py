"""The one panel that may stand over the window, and what was jumped to before."""

from __future__ import annotations

import tkinter as tk
from typing import TYPE_CHECKING

from jsxh_desktop.ui.theme import Theme

if TYPE_CHECKING:
    from jsxh_desktop.ui.jump_panel import JumpPanel
    from jsxh_desktop.ui.keys_panel import KeysPanel
    from jsxh_desktop.ui.window import Window


class Panels:
    """Opens a panel unless one is open; what was chosen last outlives it."""

    def __init__(self) -> None:
        self.open: JumpPanel | KeysPanel | None = None
        self._jumped: list[tuple[str, ...]] = []

    def search(self, window: Window) -> None:
        """Ctrl+K, under the search box."""
        from jsxh_desktop.ui.jump_panel import JumpPanel

        if not (self.open and self.open.is_open):
            window.flush()
            self.open = JumpPanel(window, window.search_box, window.do, self._jumped)

    def keys(self, theme: Theme, root: tk.Tk) -> None:
        """Ctrl+/, in the middle."""
        from jsxh_desktop.ui.keys_panel import KeysPanel

        if not (self.open and self.open.is_open):
            self.open = KeysPanel(theme, root)
