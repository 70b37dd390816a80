"""The sums below a grid, each under its column whatever is scrolled; they are always visible."""

from __future__ import annotations

import tkinter as tk
from collections.abc import Callable, Sequence
from tkinter import font as tkfont

from jsxh_desktop.app.grid_layout import Align, Column, TotalLine
from jsxh_desktop.app.grid_totals import MEETS
from jsxh_desktop.ui.grid_text import LINE_OF_GRID, PAD
from jsxh_desktop.ui.theme import Theme

ALONE, FURTHER = 34, 28
AGREES = "✓"
WORDS = "words"


class TotalsView:
    """Drawn on a canvas of its own; `leads` is told the page a line is to be met on."""

    def __init__(
        self,
        theme: Theme,
        parent: tk.Misc,
        columns: Sequence[Column],
        leads: Callable[[str], object],
    ) -> None:
        self._theme, self._columns, self._leads = theme, columns, leads
        self._lines: tuple[TotalLine, ...] = ()
        self._edges: list[int] = [0]
        self._left = self._scrolled = 0
        self.widget = tk.Canvas(
            parent, background=theme.palette.band, highlightthickness=0, borderwidth=0, height=0
        )
        self.widget.bind("<Double-1>", lambda event: self.lead(event.y))
        self._fonts = {
            role: tkfont.nametofont(theme.font(role), root=parent)
            for role in ("strong", "body", "small", "small_strong")
        }
        self._edge = LINE_OF_GRID + self._fonts["body"].measure(PAD)

    def show(self, lines: tuple[TotalLine, ...], columns: Sequence[Column]) -> None:
        """Other sums, maybe of other columns."""
        self._lines, self._columns = lines, columns
        height = self._theme.row(ALONE + FURTHER * (len(lines) - 1)) if lines else 0
        if height != int(self.widget.cget("height")):
            self.widget.configure(height=height)
        self._draw()

    def move(self, left: int, edges: list[int], scrolled: int) -> None:
        """Where the columns are: their edges from `left` on, less what is scrolled off."""
        if (left, edges, scrolled) != (self._left, self._edges, self._scrolled):
            self._left, self._edges, self._scrolled = left, list(edges), scrolled
            self._draw()

    @property
    def words(self) -> list[str]:
        """Every text that is drawn, in the order of its lines."""
        return [self.widget.itemcget(item, "text") for item in self.widget.find_withtag(WORDS)]

    def _draw(self) -> None:
        canvas, colours = self.widget, self._theme.palette
        canvas.delete("all")
        if not self._lines:
            return
        canvas.create_line(0, 0, 100_000, 0, fill=colours.box, width=self._theme.px(2) * 2 - 1)
        for number, line in enumerate(self._lines):
            middle = self._theme.row(ALONE / 2 + FURTHER * number)
            if line.label == MEETS:
                self._draw_meets(line, middle)
            else:
                self._draw_sum(line, middle)

    def _draw_sum(self, line: TotalLine, middle: int) -> None:
        self._text(0, middle, line.label, "strong", "text", Align.LEFT)
        for number, text in enumerate(line.cells):
            column = self._columns[number]
            quiet = column.entry is None and not column.plain
            role = "body" if quiet or column.align is not Align.RIGHT else "strong"
            colour = "text3" if quiet else "text" if role == "strong" else "text2"
            if number in line.agrees:
                role, colour = "strong", "ok" if line.agrees[number] else "danger"
            self._text(number, middle, text, role, colour, column.align)

    def _draw_meets(self, line: TotalLine, middle: int) -> None:
        self._text(0, middle, line.label, "small", "text2", Align.LEFT)
        what_from = max(self._after(0, line.label, "small"), self._at(1) + self._edge)
        self._put(what_from, middle, line.what, "small", "text2", "w")
        for number, text in enumerate(line.cells):
            agrees = line.agrees.get(number)
            colour = "ok" if agrees else "text2"
            mark = f" {AGREES}" if agrees and text else ""
            self._text(number, middle, text + mark, "small", colour, self._columns[number].align)
        if line.said:
            self._draw_said(line, middle, max(line.agrees, default=0), what_from)

    def _draw_said(self, line: TotalLine, middle: int, column: int, what_from: int) -> None:
        """In the column behind the figure; where there is no room for it, before the figure."""
        role, colour = ("small_strong", "danger") if line.agrees else ("small", "text2")
        wide, gap = self._fonts[role].measure(line.said), self._theme.px(12)
        if not line.agrees:
            behind = what_from + self._fonts["small"].measure(line.what)
            self._put(behind + gap, middle, line.said, role, colour, "w")
        elif self._at(column + 1) + gap + wide <= self._at(len(self._edges) - 1):
            self._put(self._at(column + 1) + gap, middle, line.said, role, colour, "w")
        else:
            figure = self._fonts["small"].measure(line.cells[column]) + self._edge
            right = self._at(column + 1) - figure - gap
            self._put(right, middle, line.said, role, colour, "e")

    def _text(self, number: int, y: int, text: str, role: str, colour: str, align: Align) -> None:
        if not text or number + 1 >= len(self._edges):
            return
        edge = self._edge
        if align is Align.RIGHT:
            self._put(self._at(number + 1) - edge, y, text, role, colour, "e")
        else:
            self._put(self._at(number) + edge, y, text, role, colour, "w")

    def _put(self, x: int, y: int, text: str, role: str, colour: str, anchor: str) -> None:
        self.widget.create_text(
            x,
            y,
            text=text,
            font=self._theme.font(role),
            fill=self._theme.palette[colour],
            anchor="w" if anchor == "w" else "e",
            tags=WORDS,
        )

    def _at(self, number: int) -> int:
        return self._left + self._edges[min(number, len(self._edges) - 1)] - self._scrolled

    def _after(self, number: int, text: str, role: str) -> int:
        return self._at(number) + self._edge * 4 + self._fonts[role].measure(text)

    def lead(self, y: int) -> None:
        """Go where the line at a height has to be met."""
        number = max(0, (y - self._theme.row(ALONE)) // self._theme.row(FURTHER) + 1)
        pages = [line.leads_to for line in self._lines[number:] if line.leads_to]
        if pages:
            self._leads(pages[0])
