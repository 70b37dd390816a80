"""Small pieces every view is put together from, in the colours and type of the theme."""

from __future__ import annotations

import tkinter as tk
from collections.abc import Callable
from typing import Any

import ttkbootstrap as ttk
from ttkbootstrap import Icon

from jsxh_desktop.ui.theme import Theme


def frame(theme: Theme, parent: tk.Misc, background: str = "surface", **options: Any) -> tk.Frame:
    """A plain area in one of the background colours."""
    return tk.Frame(
        parent, background=theme.palette[background], borderwidth=0, highlightthickness=0, **options
    )


def bar(theme: Theme, parent: tk.Misc, background: str, height: float) -> tk.Frame:
    """An area of a fixed logical height, whatever stands in it."""
    made = frame(theme, parent, background, height=theme.px(height))
    made.pack_propagate(False)
    return made


def label(
    theme: Theme,
    parent: tk.Misc,
    text: str = "",
    colour: str = "text",
    font: str = "body",
    **options: Any,
) -> tk.Label:
    """Words on the background of their parent."""
    options.setdefault("background", parent["background"])
    return tk.Label(
        parent,
        text=text,
        foreground=theme.palette[colour],
        font=theme.font(font),
        borderwidth=0,
        padx=0,
        pady=0,
        **options,
    )


def icon(
    theme: Theme, parent: tk.Misc, name: str, size: int = 13, colour: str = "text2"
) -> tk.Label:
    """A drawn sign on the background of its parent; `size` in logical pixels."""
    image = Icon(name, size, theme.palette[colour])
    made = tk.Label(parent, image=image, background=parent["background"], borderwidth=0)
    made.image = image  # type: ignore[attr-defined]  # Tk does not keep its pictures alive
    return made


def set_icon(theme: Theme, shown: tk.Label, name: str, size: int, colour: str) -> None:
    """Draw another sign on a label."""
    image = Icon(name, size, theme.palette[colour])
    shown.configure(image=image)
    shown.image = image  # type: ignore[attr-defined]  # Tk does not keep its pictures alive


def rule(theme: Theme, parent: tk.Misc, colour: str = "line", *, upright: bool = False) -> tk.Frame:
    """A line of one pixel."""
    size = {"width" if upright else "height": max(1, theme.px(1))}
    return frame(theme, parent, colour, **size)


def card(
    theme: Theme, parent: tk.Misc, background: str = "surface", edge: str = "line"
) -> tk.Frame:
    """An area with a thin edge; its focus colour is set too, else Tk turns it black."""
    return tk.Frame(
        parent,
        background=theme.palette[background],
        borderwidth=0,
        highlightthickness=max(1, theme.px(1)),
        highlightbackground=theme.palette[edge],
        highlightcolor=theme.palette[edge],
    )


def worked_out(theme: Theme, parent: tk.Misc) -> tk.Label:
    """A figure nobody types, on a tinted ground; Tab reaches it as it does an input."""
    made = label(theme, parent, "", font="strong", anchor="e")
    made.configure(
        background=theme.palette.band,
        padx=theme.px(9),
        pady=theme.px(5),
        takefocus=True,
        highlightthickness=max(1, theme.px(1)),
        highlightbackground=theme.palette.line,
        highlightcolor=theme.palette.primary,
    )
    return made


def pill(
    theme: Theme, parent: tk.Misc, text: str, colour: str, background: str, sign: str = ""
) -> tk.Frame:
    """A short word on a tinted ground, a sign before it."""
    made = frame(theme, parent, background)
    if sign:
        icon(theme, made, sign, 12, colour).pack(side="left", padx=(theme.px(8), 0))
    words = label(theme, made, text, colour, "small")
    words.pack(side="left", padx=(theme.px(4 if sign else 8), theme.px(8)), pady=theme.px(2))
    return made


def button(
    parent: tk.Misc, text: str, do: Callable[[], object], sign: str = "", style: str = "outline"
) -> ttk.Button:
    """A button with a verb; Space presses it as well as Enter."""
    options: dict[str, Any] = {"text": text, "command": do, "bootstyle": style}
    if sign:
        options["icon"] = sign
    made = ttk.Button(parent, **options)
    made.bind("<Key-space>", lambda _event: made.invoke())
    return made


def link(
    theme: Theme, parent: tk.Misc, text: str, do: Callable[[], object], font: str = "small"
) -> tk.Label:
    """Words that lead somewhere: pressed by mouse, Enter and Space, reached by Tab."""
    made = label(theme, parent, text, "primary", font, cursor="hand2")
    reachable(theme, made)
    on_press(made, do)
    return made


def reachable(theme: Theme, widget: tk.Label | tk.Frame) -> None:
    """Let Tab reach what is no input; a thin edge shows that the keyboard is there."""
    widget.configure(
        takefocus=True,
        highlightthickness=max(1, theme.px(1)),
        highlightbackground=widget["background"],
        highlightcolor=theme.palette.primary,
    )


def cut(text: str, longest: int) -> str:
    """A text of at most so many characters, the rest as a sign; never more than one line."""
    line = " ".join(text.split())
    return line if len(line) <= longest else f"{line[:longest]}…"


def on_press(widget: tk.Misc, do: Callable[[], object], *, keys: bool = True) -> None:
    """Have something done on a click and, unless told otherwise, on Enter and Space."""

    def call(_event: object) -> str:
        do()
        return "break"

    for event in ("<Button-1>", "<Return>", "<Key-space>") if keys else ("<Button-1>",):
        widget.bind(event, call)


class _Tip(ttk.ToolTip):
    """Asks for its words as it opens and as the mouse moves; without any it stays away."""

    def __init__(self, widget: tk.Misc, words: Callable[[], str]) -> None:
        super().__init__(widget, text="", delay=400)
        self._words = words

    def show_tip(self, *given: Any) -> None:
        self.text = self._words()
        if self.text:
            super().show_tip(*given)

    def move_tip(self, *given: Any) -> None:
        if self._words() == self.text:
            super().move_tip(*given)
        else:
            self.hide_tip()
            self.schedule()


def tell_on_hover(widget: tk.Misc, words: Callable[[], str]) -> None:
    """Show words beside a widget while the mouse rests on it; what they are may change there."""
    _Tip(widget, words)


def on_each_change(owner: tk.Misc, variable: tk.Variable, call: Callable[[], object]) -> None:
    """Call after each change of a variable, as long as its owner stands.

    What is called, and the whole window it is of, would be kept as long as the root otherwise.
    """
    trace = variable.trace_add("write", lambda *_: call())

    def gone(event: tk.Event[tk.Misc]) -> None:
        if event.widget is owner:
            variable.trace_remove("write", trace)

    owner.bind("<Destroy>", gone, add="+")
