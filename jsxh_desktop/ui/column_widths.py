"""How wide the columns of a grid are: as laid out, as its figures need, as drawn by hand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from jsxh_desktop.app.grid_layout import Align, Column, TotalLine
from jsxh_desktop.ui.grid_text import CellText
from jsxh_desktop.ui.theme import Theme

NARROWEST = 150
"""What the column of texts keeps while the figures take its room."""


class ColumnWidths:
    """Remembers what was drawn by hand; the one stretching column takes what is left."""

    def __init__(self, theme: Theme, text: CellText) -> None:
        self._theme, self._text = theme, text
        self._by_hand: dict[int, int] = {}

    def draw(self, column: int, width: int) -> None:
        """A column was made wider or narrower by hand."""
        self._by_hand[column] = width

    def fit(
        self,
        columns: Sequence[Column],
        rows: Sequence[Sequence[str]],
        totals: Sequence[TotalLine],
        room: int,
    ) -> list[int]:
        """The widths in pixels."""
        lines = [*rows, *(line.cells for line in totals)]
        widths = [
            self._by_hand.get(n) or self._least(column, (line[n] for line in lines))
            for n, column in enumerate(columns)
        ]
        for number, column in enumerate(columns):
            if column.stretch and number not in self._by_hand:
                left = room - sum(widths) + widths[number]
                least = min(widths[number], self._theme.row(NARROWEST))
                widths[number] = max(left, least)
        return widths

    def _least(self, column: Column, texts: Iterable[str]) -> int:
        """A figure is never cut; of many the longest text is the widest, near enough."""
        laid_out = self._theme.row(column.width)
        if column.align is not Align.RIGHT:
            return laid_out
        longest = max(texts, key=len, default="")
        return max(laid_out, self._text.width(longest) + self._theme.px(2))
