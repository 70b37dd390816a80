"""The look and the words of tksheet, which knows neither our colours nor Chinese."""

from __future__ import annotations

import sys
from itertools import product
from tkinter import ttk
from types import SimpleNamespace
from typing import Any

from jsxh_desktop.ui.theme import Theme

SORTED = ("cells", "cells_x", "row", "column", "rows", "columns")
WORDS = {
    "select_all": "全选",
    "cut": "剪切",
    "copy": "复制",
    "copy_plain": "复制文字",
    "paste": "粘贴",
    "delete": "清空",
    "clear_contents": "清空",
    "undo": "撤销",
    "redo": "重做",
    "edit_cell": "修改",
    "edit_header": "修改",
    "edit_index": "修改",
    "insert_row": "插入一行",
    "insert_rows_above": "在上面插入一行",
    "insert_rows_below": "在下面插入一行",
    "delete_rows": "删除行",
    "insert_column": "插入一列",
    "insert_columns_left": "在左边插入一列",
    "insert_columns_right": "在右边插入一列",
    "delete_columns": "删除列",
    **{f"sort_{what}": "从小到大排" for what in SORTED},
    **{f"sort_{what}_reverse": "从大到小排" for what in SORTED},
}
"""Its menus; most of them are never shown, ours stands in their place."""


def options(theme: Theme) -> dict[str, Any]:
    """Every colour, font and word of a sheet."""
    return {**_cells(theme), **_selection(theme), **_scrollbars(theme), **_words(theme)}


class _Style(ttk.Style):
    """Makes an element of the theme once, however often it is asked to."""

    def element_create(self, elementname: str, *given: Any, **options: Any) -> None:
        if elementname not in self.element_names():
            super().element_create(elementname, *given, **options)


def share_bars(sheet: Any) -> None:
    """Have all grids of this kind style their scrollbars under one name.

    Tk never lets go of an element or a style, and each grid would make six and two of its own.
    """
    sheet.unique_id = property(lambda _sheet: "", lambda _sheet, _given: None)
    sys.modules[sheet.__module__].ttk = SimpleNamespace(  # type: ignore[attr-defined]  # its import
        Scrollbar=ttk.Scrollbar, Style=_Style
    )


def draw_no_empty_grounds(table: Any) -> None:
    """Leave out the rectangle without a colour behind each cell: nearly half of all drawing.

    It is there for the tips of single cells, which are not used here.
    """
    draw = table.redraw_highlight

    def drawn(**how: Any) -> bool:
        return bool(how["fill"] or how["outline"]) and draw(**how)

    table.redraw_highlight = drawn


def bind_no_tips(canvas: Any) -> None:
    """Leave out what would open the tips of single cells: each drawing binds it anew.

    Tkinter keeps every one, six a drawing, as long as the grid.
    """
    canvas.tag_bind = lambda *_: None


def _cells(theme: Theme) -> dict[str, Any]:
    colours = theme.palette
    found: dict[str, Any] = {
        "header_border_fg": colours.line,
        "index_border_fg": colours.line,
        "top_left_bg": colours.band,
        "top_left_fg": colours.band,
        "top_left_fg_highlight": colours.line,
        "outline_color": colours.line,
        "frame_bg": colours.surface,
        "resizing_line_fg": colours.primary,
    }
    for part in ("table", "header", "index"):
        is_table = part == "table"
        found |= {
            f"{part}_bg": colours.surface if is_table else colours.band,
            f"{part}_fg": colours.text if is_table else colours.text2,
            f"{part}_grid_fg": colours.line,
            f"{part}_editor_bg": colours.surface,
            f"{part}_editor_fg": colours.text,
            f"{part}_editor_select_bg": colours.tint,
            f"{part}_editor_select_fg": colours.text,
        }
    return found


def _selection(theme: Theme) -> dict[str, Any]:
    colours = theme.palette
    found: dict[str, Any] = {}
    for part, what in product(("table", "header", "index"), ("cells", "rows", "columns")):
        found[f"{part}_selected_{what}_bg"] = colours.tint
        found[f"{part}_selected_{what}_fg"] = colours.text
    for what in ("cells", "rows", "columns"):
        found[f"table_selected_{what}_border_fg"] = colours.primary
        found[f"table_selected_box_{what}_fg"] = colours.primary
    return found


def _scrollbars(theme: Theme) -> dict[str, Any]:
    colours = theme.palette
    ground = ("background", "troughcolor", "lightcolor", "darkcolor", "bordercolor")
    found: dict[str, Any] = {}
    for way in ("vertical", "horizontal"):
        found |= {f"{way}_scroll_{part}": colours.band for part in ground}
        for state in ("not_active", "active", "pressed"):
            colour = colours.line if state == "not_active" else colours.box
            found |= {f"{way}_scroll_{state}_bg": colour, f"{way}_scroll_{state}_fg": colour}
        found[f"{way}_scroll_relief"] = found[f"{way}_scroll_troughrelief"] = "flat"
        found[f"{way}_scroll_borderwidth"] = 0
    return found


def _words(theme: Theme) -> dict[str, Any]:
    colours = theme.palette
    return {
        "popup_menu_bg": colours.surface,
        "popup_menu_fg": colours.text,
        "popup_menu_highlight_bg": colours.tint,
        "popup_menu_highlight_fg": colours.text,
        **{f"{what}_label": word for what, word in WORDS.items()},
    }
