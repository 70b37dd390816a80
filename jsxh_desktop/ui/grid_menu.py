"""The menu of the right button in a grid: every command with its key."""

from __future__ import annotations

import tkinter as tk
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jsxh_desktop.ui.grid_view import GridView

APART = ""


def pop_up(grid: GridView, event: tk.Event[Any]) -> str:
    """Show the menu where the mouse is, for the cell below it unless that is selected."""
    grid.flush()
    grid.focus()
    cell = grid.cells.pointed(event) if event.widget is grid.cells.canvas else grid.cell
    if cell is not None:
        box = grid.box
        if not (box.top <= cell[0] < box.bottom and box.left <= cell[1] < box.right):
            grid.select(cell)
        build(grid).tk_popup(event.x_root, event.y_root)
    return "break"


def build(grid: GridView) -> tk.Menu:
    """The menu for the selected cells; what cannot be done there is grey."""
    colours, do, source = grid.theme.palette, grid.commands, grid.source
    menu = tk.Menu(
        grid.cells.canvas,
        tearoff=False,
        font=grid.theme.font("body"),
        background=colours.surface,
        foreground=colours.text,
        activebackground=colours.tint,
        activeforeground=colours.text,
        disabledforeground=colours.text3,
        borderwidth=1,
        activeborderwidth=grid.theme.px(4),
        relief="solid",
    )
    typed, rows = source.may_type(grid.cell), source.grows
    known = grid.cell[0] < len(source.rows)
    for words, keys, act, possible in (
        ("修改", "F2", grid.edit, typed),
        ("选择…", "F4", do.pick, bool(source.offers(grid.cell, ""))),
        (APART, "", None, True),
        ("剪切", "Ctrl+X", do.cut, typed),
        ("复制", "Ctrl+C", do.copy, known),
        ("粘贴", "Ctrl+V", do.paste, True),
        ("清空", "Delete", do.clear, typed),
        ("照上一格填", "Ctrl+D", do.fill, typed),
        (APART, "", None, True),
        ("插入一行", "Alt+Insert", do.insert, rows),
        ("删除这一行", "Alt+Delete", do.delete, rows and known),
        ("上移", "Alt+↑", lambda: do.move(-1), rows and known),
        ("下移", "Alt+↓", lambda: do.move(1), rows and known),
    ):
        if act is None:
            menu.add_separator()
        else:
            menu.add_command(
                label=words,
                accelerator=keys,
                command=act,
                state="normal" if possible else "disabled",
            )
    return menu
