"""What one clicks to search: it looks like an input and opens the panel of the search."""

from __future__ import annotations

import tkinter as tk
from collections.abc import Callable

from ttkbootstrap import Icon

from jsxh_desktop.ui import pieces
from jsxh_desktop.ui.cut_text import CutText
from jsxh_desktop.ui.theme import Theme

HINT, SHORTLY, KEY = "找字段、科目、项目或命令", "找", "Ctrl+K"
AROUND, ABOVE = 8, 4
SIGN = 13
FONT = "small"


class SearchBox:
    """Its words are drawn, as each widget is a window of the system."""

    def __init__(self, theme: Theme, parent: tk.Misc, search: Callable[[], object]) -> None:
        self._theme, self._hint = theme, HINT
        self._measured = CutText(theme.font(FONT), parent)
        self._sign = Icon("search", SIGN, theme.palette.text3)
        self.widget = tk.Canvas(
            parent,
            width=1,
            height=self._measured.line + 2 * theme.px(ABOVE),
            background=theme.palette.surface,
            borderwidth=0,
            highlightthickness=max(1, theme.px(1)),
            highlightbackground=theme.palette.box,
            highlightcolor=theme.palette.primary,
            cursor="xterm",
            takefocus=True,
        )
        pieces.on_press(self.widget, search)
        self.widget.bind("<Configure>", lambda _event: self._draw())

    def fit(self, *, narrow: bool) -> None:
        """Say less where there is little room."""
        self._hint = SHORTLY if narrow else HINT
        self._draw()

    def _draw(self) -> None:
        theme, box = self._theme, self.widget
        px, width, middle = theme.px, box.winfo_width(), box.winfo_height() // 2
        box.delete("all")
        box.create_image(px(AROUND), middle, image=self._sign, anchor="w")
        colour, font = theme.palette.text3, theme.font(FONT)
        left, right = px(2 * AROUND + SIGN), width - px(AROUND)
        box.create_text(left, middle, text=self._hint, fill=colour, font=font, anchor="w")
        if left + self._measured.width(f"{self._hint} {KEY}") <= right:
            box.create_text(right, middle, text=KEY, fill=colour, font=font, anchor="e")
