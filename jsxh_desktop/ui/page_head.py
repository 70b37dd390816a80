"""The head of a page: its title, its printed table and unit, its buttons at the right."""

from __future__ import annotations

import tkinter as tk
from collections.abc import Callable, Sequence

from jsxh_desktop.ui import pieces
from jsxh_desktop.ui.cut_label import CutLabel
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
        self._theme, px = theme, theme.px
        self.widget = pieces.frame(theme, parent)
        self._title = pieces.label(theme, self.widget, title, font="title")
        self._title.pack(side="left")
        self._said = CutLabel(theme, self.widget, "text2", "small")
        self._said.widget.bind("<Configure>", lambda event: self._said.fit(event.width))
        self.buttons = [pieces.button(self.widget, words, do, sign) for words, sign, do in actions]
        self._offered = [True] * len(self.buttons)
        self._pack()
        self.say(said)
        self.widget.pack(fill="x", padx=px(20), pady=(px(14), px(10)))

    def say(self, said: str, title: str = "") -> None:
        """Change the words beside the title, and the title where one is given."""
        px = self._theme.px
        label = self._said.widget
        self._said.say(said)
        if said:  # an empty one is a window of the system all the same
            label.pack(side="left", padx=px(14), pady=(px(6), 0), fill="x", expand=True)
            if label.winfo_width() > 1:  # laid out before
                self._said.fit(label.winfo_width())
        else:
            label.pack_forget()
        if title:
            self._title.configure(text=title)

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
