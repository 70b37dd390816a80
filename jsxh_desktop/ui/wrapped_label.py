"""A label whose text is broken as the print breaks it, anew for each width it gets."""

from __future__ import annotations

import tkinter as tk
from tkinter import font as tkfont
from typing import Any

from jsxh_desktop.app.line_breaker import broken
from jsxh_desktop.ui import pieces
from jsxh_desktop.ui.theme import Theme


class WrappedLabel:
    """Running text; give its `widget` a width by packing it with fill.

    It asks for none of its own: its lines follow from its width, and were the width to follow from
    its lines as well, the two could chase each other for ever.
    """

    def __init__(
        self,
        theme: Theme,
        parent: tk.Misc,
        text: str = "",
        colour: str = "text",
        font: str = "body",
        **options: Any,
    ) -> None:
        self.widget = pieces.label(
            theme, parent, "", colour, font, justify="left", anchor="w", width=1, **options
        )
        self._palette = theme.palette
        self._measure = tkfont.nametofont(theme.font(font), root=parent).measure
        self._text = text
        self._fitted = ("", 0)
        self.widget.bind("<Configure>", lambda _event: self._fit())

    def say(self, text: str) -> None:
        """Show another text."""
        self._text = text
        self._fit()

    def paint(self, colour: str) -> None:
        self.widget.configure(foreground=self._palette[colour])

    def _fit(self) -> None:
        width = self.widget.winfo_width()
        fitting = self._text, width
        if width > 1 and fitting != self._fitted:
            self._fitted = fitting
            self.widget.configure(text="\n".join(broken(self._text, width, self._measure)))
