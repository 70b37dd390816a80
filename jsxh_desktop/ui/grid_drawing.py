"""Turns the rows of a source into what is drawn: broken texts, heights, numbers, colours."""

from __future__ import annotations

import tkinter as tk
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from jsxh_desktop.app.check_model import SIGNS, Severity
from jsxh_desktop.app.grid_layout import Cell, Column, GridRow, GridSource, TotalLine
from jsxh_desktop.ui.column_widths import ColumnWidths
from jsxh_desktop.ui.grid_text import CellText
from jsxh_desktop.ui.severity_signs import COLOURS, GROUNDS, ORDER
from jsxh_desktop.ui.theme import Theme

ROW = 28
AGREES, ADD = "✓", "＋"
NO_NUMBER = " "
"""An empty text would make tksheet number the row itself."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """What is drawn: texts with their new lines, heights, numbers, and cells of another colour.

    `coloured` are ground and letters by cell, `bands` whole rows; `marked` has the colour of a
    row's number where there is something wrong in it.
    """

    texts: list[list[str]]
    heights: list[int]
    numbers: list[str]
    coloured: dict[Cell, tuple[str, str]] = field(default_factory=dict)
    bands: tuple[int, ...] = ()
    marked: Mapping[int, str] = field(default_factory=dict)


class Room(NamedTuple):
    """What there is for columns and rows; `bar` goes off the width where the rows are scrolled."""

    width: int
    height: int
    bar: int


class GridDrawing:
    """Draws column by column, and remembers the texts of each, of which many are the same."""

    def __init__(self, theme: Theme, root: tk.Misc) -> None:
        self.text = CellText(theme, root)
        self.column_widths = ColumnWidths(theme, self.text)
        self.widths: list[int] = []
        self._drawers: list[Callable[[str], str]] = []
        self._theme = theme
        self._has_bar = False

    def of(self, source: GridSource, totals: Sequence[TotalLine], room: Room) -> Drawing:
        """All rows, and the empty one behind them where there is one, in what room there is.

        Whether the rows need a bar is known only when they are drawn: most often it is as before.
        """
        self._has_bar |= len(source.rows) * self._theme.row(ROW) > room.height > 1
        drawing = self._drawn(source, totals, room)
        if (sum(drawing.heights) > room.height > 1) != self._has_bar:
            self._has_bar = not self._has_bar
            drawing = self._drawn(source, totals, room)
        return drawing

    def _drawn(self, source: GridSource, totals: Sequence[TotalLine], room: Room) -> Drawing:
        rows, columns = source.rows, source.columns
        width = room.width - (room.bar if self._has_bar else 0)
        texts = list(zip(*[row.cells for row in rows], strict=True)) or [()] * len(columns)
        widths = self.column_widths.fit(columns, texts, totals, width)
        if widths != self.widths:
            self.widths = widths
            self._drawers = list(map(self.text.drawer, columns, widths))
        drawn = [list(map(draw, each)) for draw, each in zip(self._drawers, texts, strict=True)]
        drawing = Drawing(
            [list(cells) for cells in zip(*drawn, strict=True)],
            self._heights(drawn, columns, len(rows)),
            _numbers(rows),
            self._coloured(rows, columns),
            tuple(n for n, row in enumerate(rows) if row.band),
            {n: COLOURS[how] for n, row in enumerate(rows) if (how := _worst(row))},
        )
        if source.grows:
            drawing.texts.append([""] * len(columns))
            drawing.heights.append(self._theme.row(ROW))
            drawing.numbers.append(ADD)
        return drawing

    def is_cut(self, row: GridRow, column: Column, number: int) -> bool:
        """Whether less than the whole text of a cell is seen."""
        width = self.widths[number]
        return not column.wrapped and self.text.is_cut(row.cells[number], column, width)

    def _heights(
        self, drawn: Sequence[Sequence[str]], columns: Sequence[Column], rows: int
    ) -> list[int]:
        """As many lines as the longest of the broken texts has."""
        one = self._theme.row(ROW)
        breaks = [0] * rows
        for texts, column in zip(drawn, columns, strict=True):
            if column.wrapped:
                breaks = [max(n, text.count("\n")) for n, text in zip(breaks, texts, strict=True)]
        return [one + count * self.text.line for count in breaks]

    def _coloured(
        self, rows: Sequence[GridRow], columns: Sequence[Column]
    ) -> dict[Cell, tuple[str, str]]:
        colours = self._theme.palette
        found: dict[Cell, tuple[str, str]] = {}
        for number, row in enumerate(rows):
            if not (row.asked or row.found or row.wrong or row.band):
                continue  # as most, of thousands
            found |= {(number, n): (colours.warn_bg, colours.warn) for n in row.asked}
            found |= {
                (number, n): (colours[GROUNDS[how]], colours[COLOURS[how]])
                for n, how in row.found.items()
                if how in GROUNDS
            }
            found |= {(number, n): (colours.danger_bg, colours.danger) for n in row.wrong}
            if row.band:
                letters = dict.fromkeys(range(len(columns)), (colours.band, colours.text2))
                found |= {(number, n): colour for n, colour in letters.items()}
        return found


def _worst(row: GridRow) -> Severity | None:
    """How bad the worst of a row is."""
    if row.wrong:
        return Severity.ERROR
    return min(row.found.values(), key=ORDER.index) if row.found else None


def _numbers(rows: Sequence[GridRow]) -> list[str]:
    """1, 2, ▲ 3 …; a band has none."""
    numbers: list[str] = []
    count = 0
    for row in rows:
        count += not row.band
        worst = _worst(row)
        number = f"{SIGNS[worst]} {count}" if worst else f"{count}"
        numbers.append(NO_NUMBER if row.band else number)
    return numbers
