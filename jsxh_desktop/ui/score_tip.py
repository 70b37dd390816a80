"""How a score comes about: told while the mouse rests on it, listed with its parts by Alt+↓."""

from __future__ import annotations

import tkinter as tk
from functools import partial
from typing import Any

from jsxh_desktop.app.grid_layout import Cell
from jsxh_desktop.domain.project import Indicator
from jsxh_desktop.ui import pieces
from jsxh_desktop.ui.grid_view import GridView
from jsxh_desktop.ui.theme import Theme

PARTS = (
    Indicator.weight,
    Indicator.target,
    Indicator.actual,
    Indicator.attainment,
    Indicator.coefficient,
)
"""What a score may be made of."""


class ScoreTip:
    """Stands beside the cells of 得分 in a grid; it takes neither focus nor clicks."""

    def __init__(self, theme: Theme, grid: GridView) -> None:
        self._theme, self._grid = theme, grid
        self._cell: Cell | None = None
        canvas = grid.cells.canvas
        self._root = canvas.winfo_toplevel()
        self._card = pieces.card(theme, self._root, "tint", "box")
        self._words = pieces.label(theme, self._card, "", "text", "small")
        self._words.pack(padx=theme.px(8), pady=theme.px(4))
        canvas.bind("<Motion>", self._moved, add="+")
        canvas.bind("<Leave>", lambda _event: self._hide(), add="+")
        canvas.bind("<Alt-Down>", self._list)
        canvas.bind("<Destroy>", lambda _event: self._card.destroy(), add="+")

    @property
    def told(self) -> str:
        """What stands beside the mouse now."""
        return str(self._words["text"]) if self._card.winfo_manager() else ""

    def _moved(self, event: tk.Event[Any]) -> None:
        cell = self._grid.cells.pointed(event)
        if cell == self._cell:
            return
        self._cell = cell
        words = self._explained(cell) if cell else ""
        if not words:
            self._hide()
            return
        self._words.configure(text=words)
        x = event.x_root - self._root.winfo_rootx() - self._theme.px(12)
        y = event.y_root - self._root.winfo_rooty() + self._theme.px(20)
        self._card.place(x=x, y=y, anchor="ne")
        self._card.lift()

    def _explained(self, cell: Cell) -> str:
        is_score = self._grid.source.columns[cell[1]].entry is Indicator.own_score
        return self._grid.source.hint(cell) if is_score else ""

    def _hide(self) -> None:
        self._cell = None
        self._card.place_forget()

    def _list(self, _event: object) -> str:
        """Alt+↓: on a score its parts, each a way there; elsewhere it moves the row."""
        row, column = cell = self._grid.cell
        words = self._explained(cell)
        if self._grid.source.columns[column].entry is not Indicator.own_score:
            self._grid.commands.move(1)
        elif words:
            menu = tk.Menu(self._grid.widget, tearoff=False, font=self._theme.font("body"))
            menu.add_command(label=words, state="disabled")
            menu.add_separator()
            for number, part in enumerate(self._grid.source.columns):
                if part.entry in PARTS and (text := self._grid.source.rows[row].cells[number]):
                    go = partial(self._grid.select, (row, number))
                    menu.add_command(label=f"{part.title}　{text}", command=go)
            spot = self._grid.spot()
            x, y = self._root.winfo_rootx() + spot.x, self._root.winfo_rooty() + spot.y
            menu.tk_popup(x, y + spot.height)
        return "break"
