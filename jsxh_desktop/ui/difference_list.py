"""A list of values that differ: where, what it was, what it is, and the way to the field."""

from __future__ import annotations

import tkinter as tk
from collections.abc import Callable, Sequence

from jsxh_desktop.app.differences import Difference
from jsxh_desktop.app.history_model import short
from jsxh_desktop.domain.place import Place
from jsxh_desktop.ui.list_table import Column, ListTable
from jsxh_desktop.ui.theme import Theme

LONGEST = 30
JUMP = "跳到此处 →"


class DifferenceList:
    """Enter on a line, or a press on its end, leads to the field where there still is one."""

    def __init__(
        self,
        theme: Theme,
        parent: tk.Misc,
        heads: tuple[str, str],
        jump: Callable[[Place], object],
    ) -> None:
        columns = (
            Column("在哪里", 330, grows=True),
            *(Column(head, 220, grows=True) for head in heads),
            Column("", 110, anchor="e"),
        )
        self._jump = jump
        self._places: list[Place | None] = []
        self._table = ListTable(theme, parent, columns, self._go)
        self.widget = self._table.widget

    def show(self, found: Sequence[Difference]) -> None:
        """List these."""
        self._table.clear()
        self._places = [each.place for each in found]
        for number, each in enumerate(found):
            texts = (short(text, LONGEST) for text in (each.what, each.before, each.after))
            self._table.line(number, (*texts, JUMP if each.place else ""))

    def focus(self) -> None:
        self._table.focus()

    def _go(self, number: int) -> None:
        place = self._places[number]
        if place:
            self._jump(place)
