"""The columns of a section of a form: name, inputs, unit, the year before, the change, a note."""

from __future__ import annotations

import tkinter as tk

from jsxh_desktop.app.form_layout import Section, is_text
from jsxh_desktop.ui import pieces
from jsxh_desktop.ui.theme import Theme

LABEL, UNIT, LAST, CHANGE = 212, 44, 90, 142
ONE_INPUT, TWO_INPUTS, TEXT_INPUT = 176, 118, 340
WIDEST_TEXT = 720
CHANGE_HEAD = "增减"
HEAD_HEIGHT, LINE_HEIGHT, TEXT_HEIGHT = 49, 40, 130


def inputs_of(section: Section) -> int:
    """How many inputs a line has side by side."""
    return max(1, len(section.columns))


def height_of(section: Section) -> int:
    """About how high it will be, in px at 100 %, before anything of it is laid out."""
    texts = sum(is_text(line.fields[-1]) for line in section.lines)
    lines = len(section.lines) - texts
    return HEAD_HEIGHT + LINE_HEIGHT * lines + TEXT_HEIGHT * texts


def lay_columns(theme: Theme, grid: tk.Frame, section: Section, year: int) -> None:
    """Give the columns their widths and, where they have them, their heads."""
    px, inputs = theme.px, inputs_of(section)
    grid.columnconfigure(0, minsize=px(LABEL))
    width = TWO_INPUTS if inputs > 1 else ONE_INPUT if section.compared else TEXT_INPUT
    for column in range(1, inputs + 1):
        grid.columnconfigure(column, minsize=px(width))
    for offset, width in ((1, UNIT), (2, LAST), (3, CHANGE)):
        grid.columnconfigure(inputs + offset, minsize=px(width))
    grid.columnconfigure(inputs + 4, weight=1)
    heads = dict(enumerate(section.columns, start=1))
    if section.compared:
        heads[inputs + 2] = f"{year - 1} 年度"
        heads[inputs + 3] = CHANGE_HEAD
    for column, name in heads.items():
        pieces.label(theme, grid, name, "text3", "small").grid(
            row=0, column=column, sticky="e", padx=(px(8), px(16 if name == CHANGE_HEAD else 0))
        )
