"""A strip of tabs: the chosen one bold over a line, arrows turn, a click chooses."""

from __future__ import annotations

import tkinter as tk
from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

from jsxh_desktop.ui import pieces
from jsxh_desktop.ui.theme import Theme

HEIGHT = 34
APART, CLOSEST = 22, 8


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
        self._size = ""
        row = pieces.frame(theme, self.widget)
        row.pack(fill="x")
        row.bind("<Configure>", lambda event: self._fit(event.width))
        self._tabs = [self._built(row, number, name) for number, name in enumerate(names)]
        pieces.rule(theme, self.widget).pack(fill="x")
        self.widget.bind("<Left>", lambda _event: self._step(-1))
        self.widget.bind("<Right>", lambda _event: self._step(1))
        self.widget.bind("<FocusIn>", lambda _event: self._paint(focused=True))
        self.widget.bind("<FocusOut>", lambda _event: self._paint(focused=False))

    def name(self, number: int, name: str) -> None:
        """Name a tab; it is as wide as the bold name, so that choosing moves none of the others."""
        word = self._tabs[number].word
        if word["text"] != name:
            word.configure(text=name)
            self._fit(self.widget.winfo_width())

    def select(self, number: int) -> None:
        """Mark a tab without telling."""
        self.chosen = number
        self._paint(focused=self._focused)

    def focus(self) -> None:
        self.widget.focus_set()

    def _built(self, row: tk.Frame, number: int, name: str) -> _Tab:
        theme = self._theme
        area = pieces.frame(theme, row, height=theme.row(HEIGHT))
        area.pack_propagate(False)
        area.pack(side="left")
        line = pieces.frame(theme, area, height=theme.px(3))
        line.pack(side="bottom", fill="x")
        word = pieces.label(theme, area, name, cursor="hand2")
        word.pack(fill="both", expand=True)
        pieces.on_press(word, partial(self._turn_to, number), keys=False)
        return _Tab(area, word, line)

    def _fit(self, width: int) -> None:
        """Where there is not room enough the tabs move closer, then their letters are smaller."""
        px = self._theme.px
        for self._size in ("", "small_"):
            wide = [self._measure(tab) for tab in self._tabs]
            if sum(wide) + px(CLOSEST) * len(wide) <= width:
                break
        room = (width - sum(wide)) // len(wide)
        apart = min(px(APART), max(px(CLOSEST), room))
        for tab, each in zip(self._tabs, wide, strict=True):
            tab.area.configure(width=each)
            tab.area.pack_configure(padx=(0, apart))
        self._paint(focused=self._focused)

    def _measure(self, tab: _Tab) -> int:
        """The room of the bold name."""
        tab.word.configure(font=self._theme.font(f"{self._size}strong"))
        return tab.word.winfo_reqwidth()

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
                font=self._theme.font(
                    f"{self._size}strong" if chosen else self._size.rstrip("_") or "body"
                ),
                foreground=colours.primary if chosen else colours.text2,
                background=colours.tint if chosen and focused else colours.surface,
            )
            tab.line.configure(background=colours.primary if chosen else colours.surface)
