"""Turns the rows of a source into what is drawn: broken texts, heights, numbers, colours."""

from __future__ import annotations

import tkinter as tk
from collections.abc import Sequence
from dataclasses import dataclass, field

from jsxh_desktop.app.grid_layout import Cell, Column, GridRow
from jsxh_desktop.ui.grid_text import CellText
from jsxh_desktop.ui.theme import Theme

ROW = 28
MARK, ADD = "▲", "＋"
NO_NUMBER = " "
"""An empty text would make tksheet number the row itself."""

Drawn = tuple[list[str], int]


@dataclass(frozen=True, slots=True)
class Drawing:
    """What is drawn: texts with their new lines, heights, numbers, and cells of another colour.

    `coloured` are ground and letters by cell, `bands` whole rows.
    """

    texts: list[list[str]]
    heights: list[int]
    numbers: list[str]
    coloured: dict[Cell, tuple[str, str]] = field(default_factory=dict)
    bands: tuple[int, ...] = ()
    marked: tuple[int, ...] = ()


class GridDrawing:
    """Remembers the rows drawn last, so that a change draws no more than what changed."""

    def __init__(self, theme: Theme, root: tk.Misc) -> None:
        self.text = CellText(theme, root)
        self.widths: list[int] = []
        self._theme = theme
        self._kept: dict[tuple[str, ...], Drawn] = {}

    def fit(self, widths: list[int]) -> None:
        """Draw for columns of these widths from now on."""
        if widths != self.widths:
            self.widths, self._kept = widths, {}

    def of(self, rows: Sequence[GridRow], columns: Sequence[Column], *, grows: bool) -> Drawing:
        """All rows, and the empty one behind them where there is one."""
        kept = self._kept
        self._kept = {row.cells: kept.get(row.cells) or self._row(row, columns) for row in rows}
        drawing = Drawing(
            [self._kept[row.cells][0] for row in rows],
            [self._kept[row.cells][1] for row in rows],
            _numbers(rows),
            self._coloured(rows, columns),
            tuple(n for n, row in enumerate(rows) if row.band),
            tuple(n for n, row in enumerate(rows) if row.wrong),
        )
        if grows:
            drawing.texts.append([""] * len(columns))
            drawing.heights.append(self._theme.row(ROW))
            drawing.numbers.append(ADD)
        return drawing

    def is_cut(self, row: GridRow, column: Column, number: int) -> bool:
        """Whether less than the whole text of a cell is seen."""
        width = self.widths[number]
        return not column.wrapped and self.text.is_cut(row.cells[number], column, width)

    def _row(self, row: GridRow, columns: Sequence[Column]) -> Drawn:
        drawn = [
            self.text.shown(text, column, width)
            for text, column, width in zip(row.cells, columns, self.widths, strict=True)
        ]
        lines = max((count for _, count in drawn), default=1)
        height = self._theme.row(ROW) + (lines - 1) * self.text.line
        return [text for text, _ in drawn], height

    def _coloured(
        self, rows: Sequence[GridRow], columns: Sequence[Column]
    ) -> dict[Cell, tuple[str, str]]:
        colours = self._theme.palette
        found: dict[Cell, tuple[str, str]] = {}
        for number, row in enumerate(rows):
            found |= {(number, n): (colours.warn_bg, colours.warn) for n in row.asked}
            found |= {(number, n): (colours.danger_bg, colours.danger) for n in row.wrong}
            if row.band:
                letters = dict.fromkeys(range(len(columns)), (colours.band, colours.text2))
                found |= {(number, n): colour for n, colour in letters.items()}
        return found


def _numbers(rows: Sequence[GridRow]) -> list[str]:
    """1, 2, ▲ 3 …; a band has none."""
    numbers: list[str] = []
    count = 0
    for row in rows:
        count += not row.band
        number = f"{MARK} {count}" if row.wrong else f"{count}"
        numbers.append(NO_NUMBER if row.band else number)
    return numbers
