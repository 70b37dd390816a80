"""A small table of figures to read: names at left, amounts right aligned under their heads."""

from __future__ import annotations

import tkinter as tk
from collections.abc import Sequence
from tkinter import font as tkfont

from jsxh_desktop.app.chart_model import Row
from jsxh_desktop.ui import pieces
from jsxh_desktop.ui.theme import Theme

PAD = 8


def figures_table(
    theme: Theme, parent: tk.Misc, heads: Sequence[str], rows: Sequence[Row], width: int
) -> tk.Frame:
    """The table in so many pixels; a name that leaves the figures no room stands above them."""
    table = pieces.card(theme, parent)
    table.columnconfigure(0, weight=1)
    room = width - width_of_figures(theme, heads, rows)
    longest = max((_measure(theme, "body", row.name) for row in rows), default=0)
    above = longest + 2 * theme.px(PAD) > room
    _put(theme, table, 0, heads, "band", ("text2", "text3", "small"))
    for number, row in enumerate(rows, 1):
        ground = "band" if row.total else "surface"
        font = "strong" if row.total else "body"
        if above:
            name = _cell(theme, table, row.name, ground, "text", font, "w")
            name.grid(row=2 * number - 1, column=0, columnspan=len(heads), sticky="nsew")
            _put(theme, table, 2 * number, ("", *row.cells), ground, ("text", "text3", font))
        else:
            _put(theme, table, number, (row.name, *row.cells), ground, ("text", "text3", font))
    return table


def _put(
    theme: Theme,
    table: tk.Frame,
    number: int,
    texts: Sequence[str],
    ground: str,
    look: tuple[str, str, str],
) -> None:
    """One line; of four columns the second is the year before, which stands back."""
    colour, back, font = look
    for column, text in enumerate(texts):
        stands_back = len(texts) > 3 and column == 1
        cell = _cell(
            theme,
            table,
            text,
            ground,
            back if stands_back else colour,
            font,
            "e" if column else "w",
        )
        cell.grid(row=number, column=column, sticky="nsew")


def _cell(
    theme: Theme, table: tk.Frame, text: str, ground: str, colour: str, font: str, anchor: str
) -> tk.Label:
    cell = pieces.label(
        theme, table, text, colour, font, anchor=anchor, background=theme.palette[ground]
    )
    cell.configure(padx=theme.px(PAD), pady=theme.px(5))
    return cell


def width_of_figures(theme: Theme, heads: Sequence[str], rows: Sequence[Row]) -> int:
    """The pixels the figures take, the names left aside."""
    columns = zip(heads[1:], *(row.cells for row in rows), strict=True)
    widest = (max(_measure(theme, "strong", text) for text in column) for column in columns)
    return sum(width + 2 * theme.px(PAD) for width in widest)


def _measure(theme: Theme, role: str, text: str) -> int:
    return tkfont.nametofont(theme.font(role)).measure(text)
