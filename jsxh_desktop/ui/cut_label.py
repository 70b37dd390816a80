"""A label of one line that is cut to its room; the whole of it is told under the mouse."""

from __future__ import annotations

import tkinter as tk

from jsxh_desktop.ui import pieces
from jsxh_desktop.ui.cut_text import CutText
from jsxh_desktop.ui.theme import Theme


class CutLabel:
    """`text` is all of it, whatever there is room for."""

    def __init__(self, theme: Theme, parent: tk.Misc, colour: str, font: str) -> None:
        self.text = ""
        self.widget = pieces.label(theme, parent, "", colour, font, anchor="w")
        self._measure = CutText(theme.font(font), parent)
        pieces.tell_on_hover(self.widget, lambda: self.text if self._is_cut else "")

    def say(self, text: str) -> None:
        """Show another text, whole until it is fitted."""
        self.text = text
        self.widget.configure(text=text)

    def fit(self, room: int, shorter: str = "") -> int:
        """Cut it, or a shorter way to say it, to so many pixels; how many all of it would take."""
        self.widget.configure(text=self.text)
        wanted = self.widget.winfo_reqwidth()
        if wanted > room:
            self.widget.configure(text=self._measure.cut(shorter or self.text, room))
        return wanted

    @property
    def _is_cut(self) -> bool:
        return str(self.widget["text"]) != self.text
