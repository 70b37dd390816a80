"""A few choices side by side, the chosen one filled; arrows turn, a click chooses."""

from __future__ import annotations

import tkinter as tk
from collections.abc import Callable, Sequence
from functools import partial

from jsxh_desktop.ui import pieces
from jsxh_desktop.ui.theme import Theme


class ChoiceStrip:
    """`choices` are values and their words; `choose` is told the value turned to."""

    def __init__(
        self,
        theme: Theme,
        parent: tk.Misc,
        choices: Sequence[tuple[int | str, str]],
        choose: Callable[[int | str], object],
    ) -> None:
        self._theme = theme
        self._choose = choose
        self._values = [value for value, _ in choices]
        self.chosen = self._values[0]
        self.widget = pieces.card(theme, parent, "line", "box")
        self.widget.configure(takefocus=True, highlightcolor=theme.palette.primary)
        self._words: list[tk.Label] = []
        for place, (value, words) in enumerate(choices):
            word = pieces.label(theme, self.widget, words, "text2", cursor="hand2")
            word.pack(
                side="left",
                fill="both",
                padx=(int(place > 0), 0),
                ipadx=theme.px(14),
                ipady=theme.px(5),
            )
            pieces.on_press(word, partial(self._turn_to, value), keys=False)
            self._words.append(word)
        self.widget.bind("<Left>", lambda _event: self._step(-1))
        self.widget.bind("<Right>", lambda _event: self._step(1))
        self._paint()

    def select(self, value: int | str) -> None:
        """Mark a value without telling."""
        self.chosen = value
        self._paint()

    def focus(self) -> None:
        self.widget.focus_set()

    def _turn_to(self, value: int | str) -> None:
        self.widget.focus_set()
        if value != self.chosen:
            self.select(value)
            self._choose(value)

    def _step(self, by: int) -> str:
        place = self._values.index(self.chosen) + by
        if 0 <= place < len(self._values):
            self._turn_to(self._values[place])
        return "break"

    def _paint(self) -> None:
        colours = self._theme.palette
        for value, word in zip(self._values, self._words, strict=True):
            chosen = value == self.chosen
            word.configure(
                background=colours.primary if chosen else colours.surface,
                foreground=colours.on_primary if chosen else colours.text2,
            )
