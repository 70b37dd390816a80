"""The way of a year as four words in a row, the one it stands at marked."""

from __future__ import annotations

import tkinter as tk

from jsxh_desktop.domain.edition import Stage
from jsxh_desktop.ui import pieces
from jsxh_desktop.ui.theme import Theme


class StageStrip:
    """草稿 → 复核 → 定稿 → 已报送."""

    def __init__(self, theme: Theme, parent: tk.Misc) -> None:
        self.widget = pieces.frame(theme, parent)
        self._theme = theme
        self._words: dict[Stage, tk.Label] = {}
        for stage in Stage:
            if self._words:
                pieces.label(theme, self.widget, "→", "text3").pack(side="left", padx=theme.px(8))
            word = pieces.label(theme, self.widget, stage.value, "text3")
            word.pack(side="left", ipadx=theme.px(12), ipady=theme.px(4))
            self._words[stage] = word

    def show(self, at: Stage) -> None:
        """Mark a stage; those behind it have a tick."""
        colours, passed = self._theme.palette, True
        for stage, word in self._words.items():
            here = stage is at
            passed = passed and not here
            word.configure(
                text=f"✓ {stage.value}" if passed else stage.value,
                font=self._theme.font("strong" if here else "body"),
                background=colours["primary" if here else "surface"],
                foreground=colours["on_primary" if here else "ok" if passed else "text3"],
            )
