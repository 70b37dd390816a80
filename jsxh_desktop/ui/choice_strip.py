"""A few choices side by side, the chosen one filled; arrows turn, a click chooses."""

from __future__ import annotations

import tkinter as tk
from collections.abc import Callable, Sequence

from jsxh_desktop.ui.segments import Segments
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
        self._choose = choose
        self._values = [value for value, _ in choices]
        words = [words for _, words in choices]
        self._segments = Segments(theme, parent, words, self._turn_to, aside=14)
        self.widget: tk.Widget = self._segments.widget
        self.widget.configure(takefocus=True)
        self.widget.bind("<Left>", lambda _event: self._step(-1))
        self.widget.bind("<Right>", lambda _event: self._step(1))

    @property
    def chosen(self) -> int | str:
        return self._values[self._segments.chosen]

    def select(self, value: int | str) -> None:
        """Mark a value without telling."""
        self._segments.select(self._values.index(value))

    def focus(self) -> None:
        self.widget.focus_set()

    def _turn_to(self, place: int) -> None:
        self.widget.focus_set()
        if place != self._segments.chosen:
            self._segments.select(place)
            self._choose(self._values[place])

    def _step(self, by: int) -> str:
        place = self._segments.chosen + by
        if 0 <= place < len(self._values):
            self._turn_to(place)
        return "break"
