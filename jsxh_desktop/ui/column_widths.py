"""How wide the columns of a grid are: as laid out, as its figures need, as drawn by hand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from jsxh_desktop.app.grid_layout import Align, Column, TotalLine
from jsxh_desktop.ui.grid_text import CellText
from jsxh_desktop.ui.theme import Theme

NARROWEST = 150
"""What the column of texts keeps while the figures take its room."""


class ColumnWidths:
    """Remembers what was drawn by hand.

    What the desk has to spare goes to columns whose texts are cut, then to the stretching one.
    """

    def __init__(self, theme: Theme, text: CellText) -> None:
        self._theme, self._text = theme, text
        self._by_hand: dict[int, int] = {}

    def draw(self, column: int, width: int) -> None:
        """A column was made wider or narrower by hand."""
        self._by_hand[column] = width

    def fit(
        self,
        columns: Sequence[Column],
        texts: Sequence[Sequence[str]],
        totals: Sequence[TotalLine],
        room: int,
    ) -> list[int]:
        """The widths in pixels for columns of these texts."""
        widths = [
            self._by_hand.get(n) or self._least(column, n, texts[n], totals)
            for n, column in enumerate(columns)
        ]
        for number, column in enumerate(columns):
            spare = room - sum(widths)
            if spare > 0 and number not in self._by_hand and _may_be_cut(column):
                wanted = self._text.width(_longest(texts[number]))
                widths[number] += max(0, min(wanted - widths[number], spare))
        for number, column in enumerate(columns):
            if column.stretch and number not in self._by_hand:
                least = min(widths[number], self._theme.row(NARROWEST))
                widths[number] = max(room - sum(widths) + widths[number], least)
        return widths

    def _least(
        self,
        column: Column,
        number: int,
        texts: Sequence[str],
        totals: Sequence[TotalLine],
    ) -> int:
        """A figure is never cut; of many the longest text is the widest, near enough."""
        laid_out = self._theme.row(column.width)
        if column.align is not Align.RIGHT:
            return laid_out
        figure = self._text.width(_longest(texts))
        total = self._text.strong_width(_longest(line.cells[number] for line in totals))
        return max(laid_out, figure, total)


def _may_be_cut(column: Column) -> bool:
    return not column.wrapped and not column.stretch and column.align is Align.LEFT


def _longest(texts: Iterable[str]) -> str:
    return max(texts, key=len, default="")
