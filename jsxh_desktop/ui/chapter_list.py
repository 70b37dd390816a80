"""The chapters of a report at its left, each with how far it is written; arrows walk."""

from __future__ import annotations

import tkinter as tk
from collections.abc import Callable, Sequence
from functools import partial

from jsxh_desktop.app.report_model import Chapter, State
from jsxh_desktop.ui import pieces
from jsxh_desktop.ui.theme import Theme
from jsxh_desktop.ui.topic import focused
from jsxh_desktop.ui.wrapped_label import WrappedLabel

WIDTH = 236
SIGNS = {
    State.EMPTY: ("circle", "text3"),
    State.PARTLY: ("circle-half", "primary"),
    State.DONE: ("check-circle-fill", "ok"),
}


class ChapterList:
    """`choose` is told the number of the chapter that is wanted, and selects it."""

    def __init__(self, theme: Theme, parent: tk.Misc, choose: Callable[[int], object]) -> None:
        self.widget = pieces.frame(theme, parent, width=theme.row(WIDTH))
        self.widget.pack_propagate(False)
        self.widget.configure(takefocus=True)
        self.chosen = 0
        self._theme = theme
        self._choose = choose
        self._chapters: Sequence[Chapter] = ()
        self._rows: list[tuple[tk.Frame, tk.Frame, tk.Label, tk.Label]] = []
        for event in ("<FocusIn>", "<FocusOut>"):
            self.widget.bind(event, lambda _event: self._paint())
        for key, by in (("<Up>", -1), ("<Down>", 1)):
            self.widget.bind(key, lambda _event, by=by: self._step(by))  # type: ignore[misc]  # a default binds it

    def show(self, chapters: Sequence[Chapter]) -> None:
        """Bring the rows in line."""
        if [each.title for each in chapters] != [each.title for each in self._chapters]:
            self._build(chapters)
        self._chapters = chapters
        self._paint()

    def select(self, number: int) -> None:
        """Mark a chapter."""
        self.chosen = number
        self._paint()

    def focus(self) -> None:
        self.widget.focus_set()

    def _build(self, chapters: Sequence[Chapter]) -> None:
        theme, px = self._theme, self._theme.px
        for area, *_ in self._rows:
            area.destroy()
        self._rows = []
        for number, chapter in enumerate(chapters):
            area = pieces.frame(theme, self.widget, cursor="hand2")
            area.configure(highlightthickness=max(1, px(1)))
            area.pack(fill="x", pady=(0, px(4)))
            edge = pieces.frame(theme, area, width=px(3))
            edge.pack(side="left", fill="y")
            sign = pieces.icon(theme, area, "circle")
            sign.pack(side="left", anchor="n", padx=(px(10), px(8)), pady=px(9))
            words = WrappedLabel(theme, area, chapter.title, font="strong").widget
            words.pack(side="left", fill="x", expand=True, pady=px(6), padx=(0, px(8)))
            for part in (area, sign, words):
                pieces.on_press(part, partial(self._choose, number), keys=False)
            self._rows.append((area, edge, sign, words))

    def _step(self, by: int) -> str:
        if self._rows:
            self._choose((self.chosen + by) % len(self._rows))
        return "break"

    def _paint(self) -> None:
        theme = self._theme
        has_keys = focused(self.widget) is self.widget
        for number, (area, edge, sign, words) in enumerate(self._rows):
            chosen = number == self.chosen
            ground = theme.palette["tint" if chosen else "surface"]
            for part in (area, sign, words):
                part.configure(background=ground)
            area.configure(
                highlightbackground=theme.palette.primary if chosen and has_keys else ground
            )
            edge.configure(background=theme.palette["primary" if chosen else "surface"])
            words.configure(
                font=theme.font("strong" if chosen else "body"),
                foreground=theme.palette["primary" if chosen else "text"],
            )
            icon, colour = SIGNS[self._chapters[number].state]
            pieces.set_icon(theme, sign, icon, 13, colour)
