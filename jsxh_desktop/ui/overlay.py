"""A frame over the window: it takes the focus, Esc or a click beside it gives it back."""

from __future__ import annotations

import tkinter as tk
from typing import Any

from jsxh_desktop.ui import pieces
from jsxh_desktop.ui.theme import Theme
from jsxh_desktop.ui.topic import focused, is_within


class Overlay:
    """Placed over a root, no window of its own: nothing steals the focus or flickers.

    What stands in `widget` is the owner's; `place` are options of Tk's placer.
    """

    def __init__(self, theme: Theme, root: tk.Tk, **place: Any) -> None:
        self.widget = pieces.card(theme, root, "surface", "box")
        self._root = root
        self._before = focused(root)
        self._binding = root.bind("<Button-1>", self._clicked, add="+")
        self.widget.place(**place)
        self.widget.lift()
        self.widget.bind("<Destroy>", self._gone)

    def mind(self, part: tk.Misc) -> None:
        """Close when the focus goes from this part of it to somewhere else in the window."""
        part.bind("<FocusOut>", lambda _event: self._root.after_idle(self._look), add="+")

    def close(self, *, give_back: bool = True) -> None:
        """Take it away; the focus goes to the very field it came from unless told otherwise."""
        if not self.is_open:
            return
        before = self._before
        self.widget.destroy()
        if give_back and before is not None and before.winfo_exists():
            before.focus_set()

    @property
    def is_open(self) -> bool:
        return bool(self.widget.winfo_exists())

    def _look(self) -> None:
        now = focused(self._root)
        if now is not None and self.is_open and not is_within(now, self.widget):
            self.close(give_back=False)

    def _clicked(self, event: tk.Event[tk.Misc]) -> None:
        if self.is_open and not is_within(event.widget, self.widget):
            self.close(give_back=False)

    def _gone(self, event: tk.Event[tk.Misc]) -> None:
        """Take our binding away and leave those of others, which `unbind` would not."""
        if event.widget is self.widget:
            lines = str(self._root.bind("<Button-1>")).split("\n")
            others = "\n".join(line for line in lines if self._binding not in line)
            self._root.bind("<Button-1>", others)
            self._root.deletecommand(self._binding)
