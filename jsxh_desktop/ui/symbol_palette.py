"""Signs a keyboard does not have: a click or Alt+1 … Alt+8 puts one where the caret is."""

from __future__ import annotations

import tkinter as tk
from collections.abc import Callable
from functools import partial

from jsxh_desktop.ui import pieces
from jsxh_desktop.ui.keys import bind_while
from jsxh_desktop.ui.theme import Theme
from jsxh_desktop.ui.topic import focused

SIGNS = "≥≤＝㎡％‰〔〕"
SIZE = 26

Elsewhere = Callable[[str], bool]
"""What may take a sign before the field in focus gets it: the cell of a grid. Whether it did."""


class SymbolPalette:
    """A row of signs that never takes the focus, so that the caret stays where it is."""

    def __init__(
        self, theme: Theme, parent: tk.Misc, elsewhere: Elsewhere = lambda _sign: False
    ) -> None:
        self.widget = pieces.frame(theme, parent)
        pieces.label(theme, self.widget, "插入符号", "text2", "small").pack(side="left")
        root = self.widget.winfo_toplevel()
        for number, sign in enumerate(SIGNS, start=1):
            put = partial(put_sign, root, sign, elsewhere)
            self._draw(theme, sign, number, put)
            bind_while(self.widget, f"<Alt-Key-{number}>", partial(_answer, put))

    def _draw(self, theme: Theme, sign: str, number: int, put: Callable[[], object]) -> None:
        box = pieces.card(theme, self.widget)
        box.configure(width=theme.row(SIZE), height=theme.row(SIZE), cursor="hand2")
        box.pack_propagate(False)
        box.pack(side="left", padx=(theme.px(8 if number == 1 else 4), 0))
        word = pieces.label(theme, box, sign, "text2", cursor="hand2")
        word.pack(expand=True)
        pieces.tell_on_hover(word, lambda: f"Alt+{number}")
        for widget in (box, word):
            pieces.on_press(widget, put, keys=False)


def put_sign(root: tk.Misc, sign: str, elsewhere: Elsewhere = lambda _sign: False) -> None:
    """Put a sign at the caret, in place of what is selected."""
    if elsewhere(sign):
        return
    field = focused(root)
    if isinstance(field, tk.Text | tk.Entry):  # the entries of ttk are entries too
        write_in(field, sign)


def write_in(field: tk.Text | tk.Entry, sign: str) -> None:
    """The same in a field that may not have the focus yet."""
    if isinstance(field, tk.Text):
        if field.tag_ranges("sel"):
            field.delete("sel.first", "sel.last")
        field.insert("insert", sign)
        field.see("insert")
    else:
        if field.selection_present():
            field.delete("sel.first", "sel.last")
        field.insert("insert", sign)


def _answer(put: Callable[[], object], _event: object) -> str:
    put()
    return "break"
