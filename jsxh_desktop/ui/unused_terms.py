"""The terms of the library the document does not speak of, folded under one line."""

from __future__ import annotations

import tkinter as tk
from collections.abc import Callable, Sequence
from functools import partial

from jsxh_desktop.app.terms_model import Explained
from jsxh_desktop.ui import pieces
from jsxh_desktop.ui.theme import Theme
from jsxh_desktop.ui.wrapped_label import WrappedLabel


class UnusedTerms:
    """`take` is told the name of one that shall print all the same."""

    def __init__(self, theme: Theme, parent: tk.Misc, take: Callable[[str], object]) -> None:
        self._theme, self._take = theme, take
        self._terms: Sequence[Explained] = ()
        self._open = False
        self.widget = pieces.frame(theme, parent)
        self._fold = pieces.link(theme, self.widget, "", self._toggle, "body")
        self._fold.pack(anchor="w")
        self._list = pieces.frame(theme, self.widget)

    def show(self, terms: Sequence[Explained]) -> None:
        """Bring the list in line."""
        if terms != self._terms:
            self._terms = terms
            self._paint()

    def focus(self) -> None:
        self._fold.focus_set()

    def _toggle(self) -> None:
        self._open = not self._open
        self._paint()

    def _paint(self) -> None:
        self._fold.configure(text=f"没有用到的 {len(self._terms)} 个 {'∨' if self._open else '›'}")
        for child in self._list.winfo_children():
            child.destroy()
        if not self._open:
            self._list.pack_forget()
            return
        for term in self._terms:
            self._row(term)
        self._list.pack(fill="x")

    def _row(self, term: Explained) -> None:
        theme, px = self._theme, self._theme.px
        row = pieces.frame(theme, self._list)
        row.pack(fill="x", pady=(px(8), 0))
        head = pieces.frame(theme, row)
        head.pack(fill="x")
        pieces.label(theme, head, term.name, "text2").pack(side="left")
        link = pieces.link(theme, head, "也印出来", partial(self._take, term.name))
        link.pack(side="left", padx=px(12))
        WrappedLabel(theme, row, term.text, "text3", "small").widget.pack(fill="x")
