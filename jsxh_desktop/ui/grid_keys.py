"""The keys and the mouse of a grid."""

from __future__ import annotations

import tkinter as tk
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from jsxh_desktop.ui import grid_menu

if TYPE_CHECKING:
    from jsxh_desktop.ui.grid_view import GridView

CONTROL, ALT = 0x4, 0x8 | 0x20000
"""Bits of a key event's state: Control everywhere, Alt under X and under Windows."""


def bind(grid: GridView) -> None:
    """Bind everything to the canvases of a grid; what is not bound goes on to the window."""
    for canvas in grid.cells.canvases:
        for event, act in _keys(grid).items():
            canvas.bind(event, _then_stop(act))
        canvas.bind("<Key>", lambda event: _typed(grid, event))
        canvas.bind("<Button-3>", lambda event: grid_menu.pop_up(grid, event))
        canvas.bind("<Button-1>", lambda _event: grid.cells.canvas.focus_set(), add="+")
    main = grid.cells.canvas
    if main.tk.call("tk", "windowingsystem") == "x11":
        main.bind("<ISO_Left_Tab>", _then_stop(lambda: grid.step(0, -1)))
    main.bind("<Double-Button-1>", lambda event: _opened(grid, event))
    main.bind("<FocusIn>", lambda _event: grid.cells.show_focus(focused=True))
    main.bind("<FocusOut>", lambda _event: grid.cells.show_focus(focused=False))


def _keys(grid: GridView) -> dict[str, Callable[[], object]]:
    do = grid.commands
    return {
        "<Return>": lambda: _entered(grid, 1),
        "<KP_Enter>": lambda: _entered(grid, 1),
        "<Shift-Return>": lambda: grid.step(-1, 0),
        "<Tab>": lambda: grid.step(0, 1),
        "<Shift-Tab>": lambda: grid.step(0, -1),
        "<F2>": grid.edit,
        "<F4>": do.pick,
        "<Alt-Down>": lambda: do.move(1),
        "<Alt-Up>": lambda: do.move(-1),
        "<BackSpace>": lambda: grid.edit(""),
        "<Delete>": do.clear,
        "<Escape>": lambda: None,
        "<Control-c>": do.copy,
        "<Control-C>": do.copy,
        "<Control-Insert>": do.copy,
        "<Control-x>": do.cut,
        "<Control-X>": do.cut,
        "<Control-v>": do.paste,
        "<Control-V>": do.paste,
        "<Shift-Insert>": do.paste,
        "<Control-d>": do.fill,
        "<Control-D>": do.fill,
        "<Alt-Insert>": do.insert,
        "<Alt-Delete>": do.delete,
        "<Home>": lambda: grid.select((grid.cell[0], 0)),
        "<End>": lambda: grid.select((grid.cell[0], len(grid.source.columns))),
        "<Control-Home>": lambda: grid.select((0, 0)),
        "<Control-End>": lambda: grid.select((len(grid.source.rows), grid.cell[1])),
    }


def _entered(grid: GridView, by: int) -> None:
    """Enter folds a band, elsewhere it goes on."""
    if grid.is_band(grid.cell[0]):
        grid.commands.fold()
    else:
        grid.step(by, 0)


def _typed(grid: GridView, event: tk.Event[Any]) -> str | None:
    """A letter, or what an input method made of many, opens the cell and is its first text."""
    text = event.char
    if not text or not text.isprintable() or int(event.state) & (CONTROL | ALT):
        return None
    if grid.is_band(grid.cell[0]):
        if text == " ":
            grid.commands.fold()
        return "break"
    grid.edit(text)
    return "break"


def _opened(grid: GridView, event: tk.Event[Any]) -> str:
    """A double click opens the cell, or a list where there is nothing to type; a band it folds."""
    if grid.cells.pointed(event) is None:
        return "break"
    if grid.is_band(grid.cell[0]):
        grid.commands.fold()
    elif grid.source.may_type(grid.cell):
        grid.edit()
    else:
        grid.commands.pick()
    return "break"


def _then_stop(act: Callable[[], object]) -> Callable[[object], str]:
    def call(_event: object) -> str:
        act()
        return "break"

    return call
