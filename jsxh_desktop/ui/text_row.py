"""One text of an ordered list: its number, the text that grows, and what moves and removes it."""

from __future__ import annotations

import tkinter as tk
from collections.abc import Callable

from jsxh_desktop.app.mark import Mark
from jsxh_desktop.ui import pieces
from jsxh_desktop.ui.prose_input import ProseInput
from jsxh_desktop.ui.reactions import Reactions
from jsxh_desktop.ui.severity_signs import is_wrong, note_of
from jsxh_desktop.ui.theme import Theme
from jsxh_desktop.ui.wrapped_label import WrappedLabel

NUMBER = 32


class TextRow:
    """`key` is the id of its record; the list view says what happens in it."""

    def __init__(self, theme: Theme, parent: tk.Misc, key: int, react: Reactions) -> None:
        self.key = key
        self._theme = theme
        px = theme.px
        self.area = pieces.frame(theme, parent)
        self.area.columnconfigure(0, minsize=px(NUMBER))
        self.area.columnconfigure(1, weight=1)
        self._number = pieces.label(theme, self.area, "", "text2")
        self._number.grid(row=0, column=0, sticky="ne", padx=(0, px(8)), pady=(px(7), 0))
        self.input = ProseInput(theme, self.area, react, least=1)
        self.input.widget.grid(row=0, column=1, sticky="ew")
        self._signs: dict[str, tk.Label] = {}
        self._note = WrappedLabel(theme, self.area, "", "danger", "small")

    def add_sign(self, sign: str, told: str, do: Callable[[], object]) -> None:
        """A sign at the right: pressed by mouse, told of while the mouse rests on it."""
        px = self._theme.px
        made = pieces.label(self._theme, self.area, sign, "text3", cursor="hand2")
        made.grid(row=0, column=2 + len(self._signs), sticky="n", padx=px(2), pady=px(2))
        made.configure(padx=px(6), pady=px(5))
        pieces.on_press(made, do, keys=False)
        pieces.tell_on_hover(made, lambda: told)
        self._signs[sign] = made

    def show(self, place: int, text: str, mark: Mark | None, *, idle: tuple[str, ...] = ()) -> None:
        """Bring the row in line; signs that can do nothing here are pale."""
        self._number.configure(text=str(place + 1))
        self.input.show(text, wrong=is_wrong(mark))
        for sign, made in self._signs.items():
            colour = "line" if sign in idle else "text3"
            made.configure(foreground=self._theme.palette[colour])
        said, colour = note_of(mark)
        self._note.say(said)
        self._note.widget.configure(foreground=self._theme.palette[colour])
        if said:
            self._note.widget.grid(row=1, column=1, sticky="ew", pady=(self._theme.px(2), 0))
        else:
            self._note.widget.grid_forget()
