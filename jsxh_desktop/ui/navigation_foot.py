"""Below the pages: what one looks into now and then; arrows walk, Enter or a click goes."""

from __future__ import annotations

import tkinter as tk
from collections.abc import Callable

from ttkbootstrap import Icon

from jsxh_desktop.ui.cut_text import CutText
from jsxh_desktop.ui.side_by_side import bind_mouse
from jsxh_desktop.ui.theme import Theme
from jsxh_desktop.ui.topic import focused

LINKS = (
    ("history", "历史", "clock-history"),
    ("settings", "设置", "gear"),
    ("help", "帮助", "question-circle"),
)
SIGN, BEHIND = 13, 5
ASIDE, INSIDE, APART = 12, 3, 6
FONT = "small"


class NavigationFoot:
    """Three links on one canvas, as each widget is a window of the system."""

    def __init__(self, theme: Theme, parent: tk.Misc, go: Callable[[str], object]) -> None:
        self._theme, self._go, self._at = theme, go, 0
        px, measured = theme.px, CutText(theme.font(FONT), parent)
        self._signs = [Icon(sign, SIGN, theme.palette.text2) for _, _, sign in LINKS]
        self._edges: list[tuple[int, int]] = []
        left = px(ASIDE)
        for _, name, _ in LINKS:
            right = left + measured.width(name) + px(SIGN + BEHIND + 2 * INSIDE)
            self._edges.append((left, right))
            left = right + px(APART)
        self._rule = max(1, px(1))
        self._line = measured.line
        self.widget = tk.Canvas(
            parent,
            width=1,
            height=self._rule + self._line + px(10),
            background=theme.palette.nav,
            borderwidth=0,
            highlightthickness=0,
            takefocus=True,
        )
        self._bind()

    def _bind(self) -> None:
        foot = self.widget
        bind_mouse(foot, lambda: self._edges, self._turn_to)
        foot.bind("<Left>", lambda _event: self._step(-1))
        foot.bind("<Right>", lambda _event: self._step(1))
        for event in ("<Return>", "<Key-space>"):
            foot.bind(event, lambda _event: self._turn_to(self._at))
        for event in ("<Configure>", "<FocusIn>", "<FocusOut>"):
            foot.bind(event, lambda _event: self._draw())

    def _turn_to(self, number: int) -> str:
        self._at = number
        key, _, _ = LINKS[number]
        self._go(key)
        return "break"

    def _step(self, by: int) -> str:
        self._at = (self._at + by) % len(LINKS)
        self._draw()
        return "break"

    def _draw(self) -> None:
        theme, foot = self._theme, self.widget
        colours, px = theme.palette, theme.px
        foot.delete("all")
        foot.create_rectangle(0, 0, foot.winfo_width(), self._rule, fill=colours.line, width=0)
        middle = self._rule + (self._line + px(10)) // 2
        for (left, _), sign, (_, name, _) in zip(self._edges, self._signs, LINKS, strict=True):
            foot.create_image(left + px(INSIDE), middle, image=sign, anchor="w")
            at = left + px(INSIDE + SIGN + BEHIND)
            foot.create_text(
                at, middle, text=name, fill=colours.text2, font=theme.font(FONT), anchor="w"
            )
        if focused(foot) is foot:
            left, right = self._edges[self._at]
            half = self._line // 2 + px(2)
            edge = (left, middle - half, right, middle + half)
            foot.create_rectangle(*edge, outline=colours.primary, width=self._rule)
