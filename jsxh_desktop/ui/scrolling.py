"""An area that scrolls, and is let go of when it is gone; a bar for what scrolls by itself."""

from __future__ import annotations

import tkinter as tk
from collections.abc import Callable
from functools import partial
from typing import Any

import ttkbootstrap as ttk

from jsxh_desktop.ui.keys import functions_in

_WHEEL = ("<MouseWheel>", "<Button-4>", "<Button-5>")
_TOUCHPAD = "<TouchpadScroll>"  # from Tk 8.7 on


def by_wheel(root: tk.Misc) -> None:
    """Have the wheel move the area under the mouse, whichever stands there."""
    for event in _WHEEL:
        root.bind_all(event, lambda turned: _turn(turned, "_on_mousewheel"), add="+")
    if tk.TkVersion >= 8.7:
        root.bind_all(_TOUCHPAD, lambda turned: _turn(turned, "_on_touchpad_scroll"), add="+")


def _turn(event: tk.Event[tk.Misc], how: str) -> None:
    area: tk.Misc | None = event.widget if isinstance(event.widget, tk.Misc) else None
    while area is not None and not _has_more(area):
        area = area.master
    if area is not None:
        getattr(area, how)(event)


def _has_more(area: tk.Misc) -> bool:
    """Whether it is an area that does not show all of itself."""
    return isinstance(area, ttk.ScrolledFrame) and area.yview() != (0.0, 1.0)


def scrolled(parent: tk.Misc, *, auto_hide: bool = False, **options: Any) -> ttk.ScrolledFrame:
    """An area, empty yet, with a bar where there is more of it than is seen.

    The bar of one that hides it comes with the mouse.
    """
    made = ttk.ScrolledFrame(parent, padding=0, bootstyle="round", auto_hide=auto_hide, **options)
    _let_go_of_the_wheel(made)
    if auto_hide:
        made.container.bind("<Enter>", lambda _event: made.show_scrollbars())
        made.container.bind("<Leave>", lambda _event: made.hide_scrollbars())
    else:
        canvas, bar = made._canvas, made._vbar  # noqa: SLF001 - no other name
        canvas.configure(yscrollcommand=_seen_where_needed(bar, bar.grid, bar.grid_remove))
    _wait_for_room(made)
    return made


def bar_beside(view: tk.Text | ttk.Treeview) -> None:
    """A bar at the right of what scrolls by itself, seen where there is more of that."""
    bar = ttk.Scrollbar(view.master, orient="vertical", command=view.yview, bootstyle="round")
    show = partial(bar.pack, side="right", fill="y", before=view)
    view.configure(yscrollcommand=_seen_where_needed(bar, show, bar.pack_forget))


def _seen_where_needed(
    bar: ttk.Scrollbar, show: Callable[[], object], hide: Callable[[], object]
) -> Callable[[float, float], None]:
    """What sets a bar; one as long as its lane would only seem to say that there is more."""

    def moved(first: float, last: float) -> None:
        bar.set(first, last)
        is_whole = (float(first), float(last)) == (0.0, 1.0)
        if is_whole == bool(bar.winfo_manager()):
            (hide if is_whole else show)()

    return moved


def _wait_for_room(area: ttk.ScrolledFrame) -> None:
    """Let what stands in it be laid out once it is known how wide it is.

    A canvas shows its window before it is on the screen itself: all of it would be laid out for
    as little as it can do with, each text broken for that, and painted where nobody sees it.
    """
    canvas, content = area._canvas, area._window_id  # noqa: SLF001 - no other name
    canvas.itemconfigure(content, state="hidden")
    canvas.bind("<Configure>", lambda _: canvas.itemconfigure(content, state="normal"), add="+")


def _let_go_of_the_wheel(area: ttk.ScrolledFrame) -> None:
    """Take away the library's way, for which `by_wheel` stands.

    It goes through all that stands in an area each time the mouse comes or goes, and Tkinter keeps
    what it binds, and with it the area, for ever.
    """
    area.container.unbind("<Enter>")
    area.container.unbind("<Leave>")
    root, tag = area.nametowidget("."), area._wheel_tag  # noqa: SLF001 - no other name
    for event in area.bind_class(tag):
        script = str(area.bind_class(tag, event))
        area.unbind_class(tag, event)
        for name in functions_in(script):
            root.deletecommand(name)
