"""The head of a page: its title, its printed table and unit, its buttons at the right."""

from __future__ import annotations

import tkinter as tk
from collections.abc import Callable, Sequence

from jsxh_desktop.ui import pieces
from jsxh_desktop.ui.cut_text import CutText
from jsxh_desktop.ui.theme import Theme

Action = tuple[str, str, Callable[[], object]]
"""Words of a button, its sign, what it does."""


class PageHead:
    """Title and sub-title can change while the page stands.

    The buttons have their room first; of a sub-title without any the beginning is left, the whole
    of it under the mouse.
    """

    def __init__(
        self,
        theme: Theme,
        parent: tk.Misc,
        title: str,
        said: str = "",
        actions: Sequence[Action] = (),
    ) -> None:
        self._theme, self._words, px = theme, "", theme.px
        self.widget = pieces.frame(theme, parent)
        self._title = pieces.label(theme, self.widget, title, font="title")
        self._title.pack(side="left")
        self._said = pieces.label(theme, self.widget, "", "text2", "small", anchor="w")
        self._said.bind("<Configure>", lambda event: self._fit(event.width))
        pieces.tell_on_hover(self._said, lambda: self._words if self._is_cut else "")
        self.buttons = [pieces.button(self.widget, words, do, sign) for words, sign, do in actions]
        self._offered = [True] * len(self.buttons)
        self._pack()
        self.say(said)
        self.widget.pack(fill="x", padx=px(20), pady=(px(14), px(10)))

    def say(self, said: str, title: str = "") -> None:
        """Change the words beside the title, and the title where one is given."""
        px = self._theme.px
        self._words = said
        self._said.configure(text=said)
        if said:  # an empty one is a window of the system all the same
            self._said.pack(side="left", padx=px(14), pady=(px(6), 0), fill="x", expand=True)
            self._fit(self._said.winfo_width())
        else:
            self._said.pack_forget()
        if title:
            self._title.configure(text=title)

    @property
    def _is_cut(self) -> bool:
        return str(self._said["text"]) != self._words

    def _fit(self, room: int) -> None:
        """Cut the words beside the title to their room, once it is known."""
        self._said.configure(text=self._words)
        if 1 < room < self._said.winfo_reqwidth():
            measure = CutText(self._theme.font("small"), self._said)
            self._said.configure(text=measure.cut(self._words, room))

    def offer(self, place: int, *, offered: bool) -> None:
        """Show a button only while it can do something."""
        if offered != self._offered[place]:
            self._offered[place] = offered
            self._pack()

    def _pack(self) -> None:
        for button in self.buttons:
            button.pack_forget()
        for button, offered in zip(self.buttons, self._offered, strict=True):
            if offered:
                button.pack(side="right", padx=(self._theme.px(8), 0), after=self._title)
