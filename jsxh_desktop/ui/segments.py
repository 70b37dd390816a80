"""A few words side by side, one of them chosen and filled, drawn on one canvas."""

from __future__ import annotations

import tkinter as tk
from collections.abc import Callable, Sequence

from jsxh_desktop.ui.cut_text import CutText
from jsxh_desktop.ui.side_by_side import bind_mouse
from jsxh_desktop.ui.theme import Theme


class Segments:
    """`pressed` is told the number of the word a click was on; `aside` and `above` are logical.

    They are drawn, as each widget is a window of the system.
    """

    def __init__(
        self,
        theme: Theme,
        parent: tk.Misc,
        words: Sequence[str],
        pressed: Callable[[int], object],
        font: str = "body",
        aside: float = 0,
        above: float = 5,
        edge: str = "box",
    ) -> None:
        self.chosen = 0
        self._theme, self._words = theme, tuple(words)
        self._font, self._is_faint = theme.font(font), False
        measured, room = CutText(self._font, parent), theme.px(aside)
        self._wide = [measured.width(word) + 2 * room for word in self._words]
        self._edge = max(1, theme.px(1))
        self.widget = tk.Canvas(
            parent,
            width=sum(self._wide) + len(self._wide) - 1,
            height=measured.line + 2 * theme.px(above),
            background=theme.palette.line,
            borderwidth=0,
            highlightthickness=self._edge,
            highlightbackground=theme.palette[edge],
            highlightcolor=theme.palette.primary,
        )
        self.widget.bind("<Configure>", lambda _event: self._draw())
        bind_mouse(self.widget, self._edges, pressed)

    def select(self, number: int, *, is_faint: bool = False) -> None:
        """Mark a word without telling; faintly, where it stands for no choice."""
        if (number, is_faint) != (self.chosen, self._is_faint):
            self.chosen, self._is_faint = number, is_faint
            self._draw()

    def _edges(self) -> list[tuple[int, int]]:
        """Where each begins and ends: as wide as its word, and what room is left shared."""
        room = self.widget.winfo_width() - 2 * self._edge
        left = self._edge
        edges = []
        for number, wide in enumerate(self._wide):
            ahead = self._wide[number:]
            spare = self._edge + room - left - sum(ahead) - len(ahead) + 1
            right = left + wide + spare // len(ahead)
            edges.append((left, right))
            left = right + 1
        return edges

    def _draw(self) -> None:
        colours, strip = self._theme.palette, self.widget
        strip.delete("all")
        if strip.winfo_width() < 2:
            return  # it has no size yet, and is drawn when it gets one
        height = strip.winfo_height()
        for number, (left, right) in enumerate(self._edges()):
            chosen = number == self.chosen
            ground = "surface" if not chosen else "tint" if self._is_faint else "primary"
            strip.create_rectangle(left, 0, right, height, fill=colours[ground], width=0)
            strip.create_text(
                (left + right) // 2,
                height // 2,
                text=self._words[number],
                fill=colours.on_primary if ground == "primary" else colours.text2,
                font=self._font,
            )
