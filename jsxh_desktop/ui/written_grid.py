"""A grid of inputs that draws the words around them on its own ground.

A label is a window of the system, under wine of 3 ms until it is painted, and a form has four of
them beside every input.
"""

from __future__ import annotations

import tkinter as tk
from tkinter import font as tkfont
from typing import NamedTuple

from jsxh_desktop.app.line_breaker import broken
from jsxh_desktop.ui.theme import Theme

RULE_ROOM, BELOW_RULE = 7, 2
"""Logical pixels a rule and the room around it take at the foot of its row."""

NOWHERE = (0, 0, 0, 0)
Extent = tuple[int, int]
"""Where a column or a row begins, and its size, in pixels."""


class Cell(NamedTuple):
    """Where words stand: a cell or several side by side, and the room around them in pixels."""

    row: int
    column: int
    span: int = 1
    left: int = 0
    right: int = 0
    top: int = 0
    bottom: int = 0


class Words:
    """A text in the middle of its cell's height, made by `WrittenGrid.write`."""

    def __init__(
        self,
        grid: WrittenGrid,
        cell: Cell,
        font: str,
        *,
        is_at_right: bool,
        wraps: bool,
    ) -> None:
        self.cell, self.wraps = cell, wraps
        self.text = ""
        self._grid, self._is_at_right = grid, is_at_right
        self._font, self._line = grid.font(font)
        self._item = grid.widget.create_text(
            0, 0, anchor="e" if is_at_right else "w", font=grid.theme.font(font)
        )
        self._fitted = ("", 0)
        self._lines = 1
        self._widest = 0

    def say(self, text: str) -> None:
        """Show another text."""
        if text != self.text:
            self.text = text
            self._grid.lay_soon()

    def paint(self, colour: str) -> None:
        self._grid.widget.itemconfigure(self._item, fill=self._grid.theme.palette[colour])

    def fit(self, width: int) -> None:
        """Break what wraps into lines for this width."""
        room = width - self.cell.left - self.cell.right if self.wraps else 0
        if (self.text, room) == self._fitted or room < 0:  # as it is before anything has a place
            return
        self._fitted = self.text, room
        measure = self._font.measure
        lines = broken(self.text, room, measure) if self.wraps else (self.text,)
        self._lines = len(lines)
        self._widest = 0 if self.wraps else measure(self.text)
        self._grid.widget.itemconfigure(self._item, text="\n".join(lines))

    def least(self) -> tuple[int, int]:
        """The width and height its cell has to have; what wraps is content with any width."""
        _, _, _, left, right, top, bottom = self.cell
        return left + self._widest + right, top + self._lines * self._line + bottom

    def stand(self, across: Extent, down: Extent) -> None:
        """Take its place where its column and its row are."""
        (x, width), (y, height) = across, down
        _, _, _, left, right, top, bottom = self.cell
        at = x + width - right if self._is_at_right else x + left
        self._grid.widget.coords(self._item, at, y + (top + height - bottom) // 2)


class WrittenGrid:
    """Inputs are put on its `widget` by `grid`; words and rules are items of that canvas."""

    def __init__(self, theme: Theme, parent: tk.Misc) -> None:
        self.theme = theme
        ground = theme.palette.surface
        self.widget = tk.Canvas(
            parent, background=ground, borderwidth=0, highlightthickness=0, takefocus=False
        )
        self._fonts: dict[str, tuple[tkfont.Font, int]] = {}
        self._words: list[Words] = []
        self._rules: dict[int, int] = {}
        self._columns: dict[int, int] = {}
        self._narrowed: dict[int, int] = {}
        self._rows: dict[int, int] = {}
        self._waiting = ""
        self._laid = (0, 0)
        self.widget.bind("<Configure>", lambda _event: self._resized())
        self.widget.bind("<Destroy>", lambda _event: self._stop())

    def font(self, role: str) -> tuple[tkfont.Font, int]:
        """A font of the theme and the height of its lines."""
        if role not in self._fonts:
            font = tkfont.nametofont(self.theme.font(role), root=self.widget)
            self._fonts[role] = font, font.metrics("linespace")
        return self._fonts[role]

    def column(self, number: int, least: int = 0, *, weight: int = 0) -> None:
        """Give a column its least width and its share of what is left over."""
        self._columns[number] = self._narrowed[number] = least
        self.widget.columnconfigure(number, minsize=least, weight=weight)

    def narrow(self, number: int, least: int) -> None:
        """Give a column another least width; what stands in it keeps the room it needs."""
        if self._narrowed.get(number) != least:
            self._narrowed[number] = self._columns[number] = least
            self.widget.columnconfigure(number, minsize=least)
            self.lay_soon()

    def write(
        self,
        cell: Cell,
        text: str = "",
        colour: str = "text",
        font: str = "body",
        *,
        is_at_right: bool = False,
        wraps: bool = False,
    ) -> Words:
        """Set words into a cell; what wraps goes on to the right edge of the grid.

        A column becomes as wide as what stands in it alone and does not wrap.
        """
        words = Words(self, cell, font, is_at_right=is_at_right, wraps=wraps)
        words.paint(colour)
        words.say(text)
        self._words.append(words)
        return words

    def rule(self, row: int) -> None:
        """Draw a line across at the foot of a row."""
        item = self.widget.create_rectangle(0, 0, 0, 0, width=0, fill=self.theme.palette.line)
        self._rules[item] = row

    def lay_soon(self) -> None:
        """Make room for the words and put them in their places, once what is done is done."""
        if not self._waiting:
            self._waiting = self.widget.after_idle(self._lay)

    def _stop(self) -> None:
        if self._waiting:
            self.widget.after_cancel(self._waiting)
            self._waiting = ""

    def _resized(self) -> None:
        if self._laid != (self.widget.winfo_width(), self.widget.winfo_height()):
            self._lay()

    def _lay(self) -> None:
        self._stop()
        width = self.widget.winfo_width()
        if self._make_room(width):
            self.lay_soon()  # the inputs move first
        elif width > 1:  # as it is before it has a place itself
            self._laid = width, self.widget.winfo_height()
            self._place(width)

    def _make_room(self, across: int) -> bool:
        """Whether a column or a row was given another size."""
        columns, rows = dict(self._columns), dict.fromkeys(self._rows, 0)
        # Where they begin: how wide one is it does not know until the grid was laid out anew.
        begins = {n: self._column(n)[0] for n in {w.cell.column for w in self._words if w.wraps}}
        for words in self._words:
            cell = words.cell
            words.fit(across - begins.get(cell.column, 0))
            width, height = words.least()
            if cell.span == 1:
                columns[cell.column] = max(columns.get(cell.column, 0), width)
            rows[cell.row] = max(rows.get(cell.row, 0), height)
        wider = columns.items() - self._columns.items()
        higher = rows.items() - self._rows.items()
        for number, least in wider:
            self.widget.columnconfigure(number, minsize=least)
        for number, least in higher:
            self.widget.rowconfigure(number, minsize=least)
        self._columns, self._rows = columns, rows
        return bool(wider or higher)

    def _place(self, width: int) -> None:
        columns = {n: self._column(n) for n in {words.cell.column for words in self._words}}
        rows = {n: self._row(n) for n in {*self._rows, *self._rules.values()}}
        for words in self._words:
            words.stand(columns[words.cell.column], rows[words.cell.row])
        for item, row in self._rules.items():
            foot = sum(rows[row]) - self.theme.px(BELOW_RULE)
            self.widget.coords(item, 0, foot - max(1, self.theme.px(1)), width, foot)

    def _column(self, number: int) -> Extent:
        x, _, width, _ = self.widget.grid_bbox(number, 0) or NOWHERE
        return x, width

    def _row(self, number: int) -> Extent:
        _, y, _, height = self.widget.grid_bbox(0, number) or NOWHERE
        return y, height
