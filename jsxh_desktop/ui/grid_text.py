"""How a text stands in a cell: broken, cut with a sign of it, a little off the line of the grid."""

from __future__ import annotations

import re
import tkinter as tk
from collections.abc import Callable, Sequence
from functools import lru_cache
from tkinter import font as tkfont

from jsxh_desktop.app.grid_layout import Align, Column
from jsxh_desktop.app.line_breaker import broken
from jsxh_desktop.ui.theme import Theme

KEPT = 20_000
CUT = "…"
PAD = " "
"""tksheet draws text on the very line; the space is only in what is shown, never in the data."""
LINE_OF_GRID = 2
"""What tksheet leaves between the line of the grid and a text."""
LINES_OF_GRID = 6  # px beside a text that are not for letters
_IDEOGRAPHS = re.compile("[一-龥（）、]+")  # all as wide as one


class CellText:
    """Measures in the font of the cells, and remembers what it measured."""

    def __init__(self, theme: Theme, root: tk.Misc) -> None:
        self._font = tkfont.nametofont(theme.font("body"), root=root)
        self._strong = tkfont.nametofont(theme.font("strong"), root=root)
        self.measure = lru_cache(KEPT)(self._font.measure)
        self.line = int(self._font.metrics("linespace"))
        self._pad = self.measure(PAD)
        self.padding = self._pad + LINE_OF_GRID
        self._figure, self._ideograph = self.measure("0"), self.measure("国")
        self._broken = lru_cache(KEPT)(self._break)
        self._whole = lru_cache(KEPT)(self._cut)

    def width(self, text: str) -> int:
        """The column a text needs."""
        return self.measure(text) + 2 * self._pad + LINES_OF_GRID

    def strong_width(self, text: str) -> int:
        """The column a bold text needs."""
        return self._strong.measure(text) + 2 * self._pad + LINES_OF_GRID

    def shown(self, text: str, column: Column, width: int) -> str:
        """What is drawn of a text."""
        if not text:
            return ""
        if column.align is Align.RIGHT and not column.wrapped and "\n" not in text:
            return f"{text}{PAD}"  # its column is as wide as its figures
        room = width - 2 * self._pad - LINES_OF_GRID
        if self._surely_fits(text, room):
            lines: Sequence[str] = (text,)
        elif column.wrapped:
            lines = self._broken(text, room)
        else:
            lines = (self._whole(text.replace("\n", " "), room),)
        return _off_the_line(lines, column.align)

    def drawer(self, column: Column, width: int) -> Callable[[str], str]:
        """`shown` for all texts of a column, of which many are the same."""
        return lru_cache(KEPT)(lambda text: self.shown(text, column, width))

    def is_cut(self, text: str, column: Column, width: int) -> bool:
        """Whether less than the whole text is seen."""
        return self.shown(text, column, width).strip() != text.strip() and not column.wrapped

    def _surely_fits(self, text: str, room: int) -> bool:
        """Known of codes and names by counting; to measure a thousand takes longer."""
        if text.isascii():
            return text.isdigit() and len(text) * self._figure <= room
        return bool(_IDEOGRAPHS.fullmatch(text)) and len(text) * self._ideograph <= room

    def _break(self, text: str, room: int) -> tuple[str, ...]:
        return broken(text, room, self.measure)

    def _cut(self, text: str, room: int) -> str:
        if self.measure(text) <= room:
            return text
        short = text
        while short and self._font.measure(short + CUT) > room:
            short = short[:-1]
        return short + CUT


def _off_the_line(lines: Sequence[str], align: Align) -> str:
    if align is Align.RIGHT:
        return "\n".join(f"{line}{PAD}" for line in lines)
    if align is Align.LEFT:
        return "\n".join(f"{PAD}{line}" for line in lines)
    return "\n".join(lines)
