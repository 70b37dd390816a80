"""The line below a grid: what is known of a cell at left, its keys at right."""

from __future__ import annotations

import tkinter as tk
from tkinter import font as tkfont

from jsxh_desktop.app.check_model import Severity
from jsxh_desktop.ui import pieces
from jsxh_desktop.ui.severity_signs import COLOURS, ICONS
from jsxh_desktop.ui.theme import Theme

HEIGHT = 28
KEYS = "Enter 下一行　Tab 下一格　F2 修改　F4 选择　Ctrl+V 整块粘贴"


class HintLine:
    """The keys give way where the sentence needs their room."""

    def __init__(self, theme: Theme, parent: tk.Misc) -> None:
        px = theme.px
        self._theme = theme
        self.widget = pieces.bar(theme, parent, "surface", HEIGHT)
        self.widget.configure(height=theme.row(HEIGHT))
        self._measure = tkfont.nametofont(theme.font("small"), root=parent).measure
        self._sign = pieces.icon(theme, self.widget, "lightbulb", 13, "text3")
        self._sign.pack(side="left", padx=(0, px(6)))
        self._keys = pieces.label(theme, self.widget, KEYS, "text3", "small")
        self._keys.pack(side="right")
        self._said = pieces.label(theme, self.widget, "", "text2", "small", anchor="w")
        self._said.pack(side="left", fill="x", expand=True)
        self.widget.bind("<Configure>", lambda _event: self._fit())

    @property
    def text(self) -> str:
        return str(self._said.cget("text"))

    def say(self, text: str, severity: Severity | None = None) -> None:
        """Show a sentence; one about what is wrong with its sign and colour."""
        sign, colour = ("lightbulb", "text3")
        if severity:
            sign, colour = ICONS[severity], COLOURS[severity]
        pieces.set_icon(self._theme, self._sign, sign, 13, colour)
        words = self._theme.palette[colour if severity else "text2"]
        self._said.configure(text=text, foreground=words)
        self._fit()

    def _fit(self) -> None:
        room = self.widget.winfo_width() - self._theme.px(40)
        both = self._measure(self.text) + self._measure(KEYS)
        if both <= room and not self._keys.winfo_manager():
            self._keys.pack(side="right", before=self._said)
        elif both > room:
            self._keys.pack_forget()
