"""A strip of tabs: the chosen one bold over a line, arrows turn, a click chooses."""

from __future__ import annotations

import tkinter as tk
from collections.abc import Callable, Sequence

from jsxh_desktop.ui.cut_text import CutText
from jsxh_desktop.ui.side_by_side import bind_mouse
from jsxh_desktop.ui.theme import Theme
from jsxh_desktop.ui.topic import focused

HEIGHT = 34
APART, CLOSEST = 22, 8
LINE = 3


class Tabs:
    """Names side by side; `choose` is told the number of the one that is turned to.

    They are drawn on one canvas, as each widget is a window of the system.
    """

    def __init__(
        self, theme: Theme, parent: tk.Misc, names: Sequence[str], choose: Callable[[int], object]
    ) -> None:
        self.chosen = 0
        self._theme, self._choose = theme, choose
        self._names = list(names)
        self._wide = {size: CutText(theme.font(f"{size}strong"), parent) for size in ("", "small_")}
        self._edges: list[tuple[int, int]] = []
        self._rule = max(1, theme.px(1))
        self.widget = tk.Canvas(
            parent,
            height=theme.row(HEIGHT) + self._rule,
            background=theme.palette.surface,
            borderwidth=0,
            highlightthickness=0,
            takefocus=True,
        )
        self._bind()

    def name(self, number: int, name: str) -> None:
        """Name a tab; it is as wide as the bold name, so that choosing moves none of the others."""
        if self._names[number] != name:
            self._names[number] = name
            self._draw()

    def select(self, number: int) -> None:
        """Mark a tab without telling."""
        self.chosen = number
        self._draw()

    def focus(self) -> None:
        self.widget.focus_set()

    def _bind(self) -> None:
        strip = self.widget
        strip.bind("<Left>", lambda _event: self._step(-1))
        strip.bind("<Right>", lambda _event: self._step(1))
        bind_mouse(strip, lambda: self._edges, self._turn_to)
        for event in ("<Configure>", "<FocusIn>", "<FocusOut>"):
            strip.bind(event, lambda _event: self._draw())

    def _turn_to(self, number: int) -> None:
        self.focus()
        if number != self.chosen:
            self.select(number)
            self._choose(number)

    def _step(self, by: int) -> str:
        self._turn_to((self.chosen + by) % len(self._names))
        return "break"

    def _fitted(self, width: int) -> tuple[str, list[int], int]:
        """The letters, how wide each tab is, and how far apart they stand.

        Where there is not room enough they move closer, then their letters are smaller.
        """
        px = self._theme.px
        for size in ("", "small_"):
            wide = [self._wide[size].width(name) for name in self._names]
            if sum(wide) + px(CLOSEST) * len(wide) <= width:
                break
        room = (width - sum(wide)) // len(wide)
        return size, wide, min(px(APART), max(px(CLOSEST), room))

    def _draw(self) -> None:
        theme, strip = self._theme, self.widget
        strip.delete("all")
        width, height = strip.winfo_width(), theme.row(HEIGHT)
        if width < 2:
            return  # it has no size yet, and is drawn when it gets one
        size, wide, apart = self._fitted(width)
        foot = (0, height, width, height + self._rule)
        strip.create_rectangle(*foot, fill=theme.palette.line, width=0)
        has_keys = focused(strip) is strip
        self._edges, left = [], 0
        for number, name in enumerate(self._names):
            self._edges.append((left, left + wide[number]))
            self._draw_one(number, name, size, has_keys=has_keys)
            left += wide[number] + apart

    def _draw_one(self, number: int, name: str, size: str, *, has_keys: bool) -> None:
        theme, strip = self._theme, self.widget
        colours, (left, right), height = theme.palette, self._edges[number], theme.row(HEIGHT)
        line = height - theme.px(LINE)
        chosen = number == self.chosen
        if chosen:
            ground = colours.tint if has_keys else colours.surface
            strip.create_rectangle(left, 0, right, line, fill=ground, width=0)
            strip.create_rectangle(left, line, right, height, fill=colours.primary, width=0)
        strip.create_text(
            (left + right) // 2,
            line // 2,
            text=name,
            fill=colours.primary if chosen else colours.text2,
            font=theme.font(f"{size}strong" if chosen else size.rstrip("_") or "body"),
        )
