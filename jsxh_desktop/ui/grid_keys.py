"""The keys and the mouse of a grid: one table while a cell is open, another while none is."""

from __future__ import annotations

import tkinter as tk
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from jsxh_desktop.ui import grid_menu

if TYPE_CHECKING:
    from jsxh_desktop.ui.grid_view import GridView

Act = Callable[[], object]
Acts = dict[str, Act]


def bind(grid: GridView) -> None:
    """Bind everything; a key in neither table is the text's own or goes on to the window."""
    box, resting, opened = grid.editor.box, _resting(grid), _open(grid)
    for event in {*resting, *opened}:
        box.bind(event, partial(_done, grid, resting.get(event), opened.get(event)))
    if box.tk.call("tk", "windowingsystem") == "x11":
        act = partial(grid.step, 0, -1)
        box.bind("<ISO_Left_Tab>", partial(_done, grid, act, partial(grid.leave, 0, -1)))
    for event in ("<Control-Prior>", "<Control-Next>"):
        box.bind(event, partial(_done, grid, None, None))  # else they were a page within the grid
    box.bind("<Control-z>", lambda _event: "break" if grid.editor.undo() else None)
    for key, rows in (("<Up>", -1), ("<Down>", 1)):
        box.bind(key, partial(_up_or_down, grid, rows, resting[key]))
    for canvas in grid.cells.canvases:
        canvas.configure(takefocus=False)
        canvas.unbind("<Key>")
        for event in ("<FocusIn>", "<ButtonRelease-1>"):
            canvas.bind(event, lambda _event: _take_keys(grid), add="+")
        canvas.bind("<Button-3>", lambda event: grid_menu.pop_up(grid, event))
    grid.cells.canvas.bind("<Double-Button-1>", lambda event: _double(grid, event))


def _resting(grid: GridView) -> Acts:
    do, go = grid.commands, grid.cells.go
    arrows = ("Up", "Down", "Left", "Right")
    return {
        **{f"<{name}>": partial(go, name) for name in (*arrows, "Prior", "Next")},
        **{f"<Shift-{name}>": partial(go, name, wider=True) for name in arrows},
        "<Return>": partial(_enter, grid),
        "<KP_Enter>": partial(_enter, grid),
        "<Shift-Return>": partial(grid.step, -1, 0),
        "<Tab>": partial(grid.step, 0, 1),
        "<Shift-Tab>": partial(grid.step, 0, -1),
        "<F2>": grid.edit,
        "<F4>": do.pick,
        "<Alt-Down>": partial(do.move, 1),
        "<Alt-Up>": partial(do.move, -1),
        "<BackSpace>": partial(grid.edit, ""),
        "<Delete>": do.clear,
        "<Escape>": lambda: None,
        "<Control-a>": grid.select_all,
        "<Control-c>": do.copy,
        "<Control-Insert>": do.copy,
        "<Control-x>": do.cut,
        "<Control-v>": do.paste,
        "<Shift-Insert>": do.paste,
        "<Control-d>": do.fill,
        "<Alt-Insert>": do.insert,
        "<Alt-Delete>": do.delete,
        "<Home>": lambda: grid.select((grid.cell[0], 0)),
        "<End>": lambda: grid.select((grid.cell[0], len(grid.source.columns))),
        "<Control-Home>": lambda: grid.select((0, 0)),
        "<Control-End>": lambda: grid.select((len(grid.source.rows), grid.cell[1])),
        "<Control-Return>": lambda: None,
    }


def _open(grid: GridView) -> Acts:
    return {
        "<Return>": partial(grid.leave, 1, 0),
        "<KP_Enter>": partial(grid.leave, 1, 0),
        "<Shift-Return>": partial(grid.leave, -1, 0),
        "<Tab>": partial(grid.leave, 0, 1),
        "<Shift-Tab>": partial(grid.leave, 0, -1),
        "<Escape>": grid.give_up,
        "<F4>": grid.pick_typed,
        "<Control-Return>": grid.editor.new_line,
        "<Alt-Return>": grid.editor.new_line,
        "<Control-v>": grid.editor.paste,
        "<Shift-Insert>": grid.editor.paste,
    }


def _done(grid: GridView, resting: Act | None, opened: Act | None, _event: Any) -> str | None:
    """What was typed a moment ago opens the cell first, however fast this key followed."""
    grid.editor.take_typed()
    act = opened if grid.editor.is_open else resting
    if act is None:
        return None
    act()
    return "break"


def _up_or_down(grid: GridView, rows: int, resting: Act, _event: Any) -> str | None:
    """In a text of several lines the arrows move within it; elsewhere they go on by a row."""
    opened = None if grid.editor.many else partial(grid.leave, rows, 0)
    return _done(grid, resting, opened, _event)


def _take_keys(grid: GridView) -> None:
    """What the mouse did on a canvas brings the keys here, unless it opened a list."""
    picker = grid.commands.picker
    if not (picker and picker.is_open):
        grid.focus()


def _enter(grid: GridView) -> None:
    """Enter folds a band, elsewhere it goes down."""
    if grid.is_band(grid.cell[0]):
        grid.commands.fold()
    else:
        grid.step(1, 0)


def _double(grid: GridView, event: tk.Event[Any]) -> str:
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
