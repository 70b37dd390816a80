"""A strip of tabs: the chosen one bold over a line, arrows turn, a click chooses."""

from __future__ import annotations

import tkinter as tk
from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

from jsxh_desktop.ui import pieces
from jsxh_desktop.ui.theme import Theme

HEIGHT = 34
APART = 22


class _Tab(NamedTuple):
    area: tk.Frame
    word: tk.Label
    line: tk.Frame


class Tabs:
    """Names side by side; `choose` is told the number of the one that is turned to."""

    def __init__(
        self, theme: Theme, parent: tk.Misc, names: Sequence[str], choose: Callable[[int], object]
    ) -> None:
        self.chosen = 0
        self.widget: tk.Widget = pieces.frame(theme, parent, takefocus=True)
        self._theme = theme
        self._choose = choose
        self._focused = False
        row = pieces.frame(theme, self.widget)
        row.pack(fill="x")
        self._tabs = [self._built(row, number) for number in range(len(names))]
        for number, name in enumerate(names):
            self.name(number, name)
        pieces.rule(theme, self.widget).pack(fill="x")
        self.widget.bind("<Left>", lambda _event: self._step(-1))
        self.widget.bind("<Right>", lambda _event: self._step(1))
        self.widget.bind("<FocusIn>", lambda _event: self._paint(focused=True))
        self.widget.bind("<FocusOut>", lambda _event: self._paint(focused=False))

    def name(self, number: int, name: str) -> None:
        """Name a tab; it is as wide as the bold name, so that choosing moves none of the others."""
        tab = self._tabs[number]
        tab.word.configure(text=name, font=self._theme.font("strong"))
        tab.area.configure(width=tab.word.winfo_reqwidth())
        self._paint(focused=self._focused)

    def select(self, number: int) -> None:
        """Mark a tab without telling."""
        self.chosen = number
        self._paint(focused=self._focused)

    def focus(self) -> None:
        self.widget.focus_set()

    def _built(self, row: tk.Frame, number: int) -> _Tab:
        theme = self._theme
        area = pieces.frame(theme, row, height=theme.row(HEIGHT))
        area.pack_propagate(False)
        area.pack(side="left", padx=(0, theme.px(APART)))
        line = pieces.frame(theme, area, height=theme.px(3))
        line.pack(side="bottom", fill="x")
        word = pieces.label(theme, area, cursor="hand2")
        word.pack(fill="both", expand=True)
        pieces.on_press(word, partial(self._turn_to, number), keys=False)
        return _Tab(area, word, line)

    def _turn_to(self, number: int) -> None:
        self.widget.focus_set()
        if number != self.chosen:
            self.select(number)
            self._choose(number)

    def _step(self, by: int) -> str:
        self._turn_to((self.chosen + by) % len(self._tabs))
        return "break"

    def _paint(self, *, focused: bool) -> None:
        self._focused = focused
        colours = self._theme.palette
        for number, tab in enumerate(self._tabs):
            chosen = number == self.chosen
            tab.word.configure(
                font=self._theme.font("strong" if chosen else "body"),
                foreground=colours.primary if chosen else colours.text2,
                background=colours.tint if chosen and focused else colours.surface,
            )
            tab.line.configure(background=colours.primary if chosen else colours.surface)
