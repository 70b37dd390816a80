"""What every input of a form has in common: what it tells, how it is walked on from."""

from __future__ import annotations

import tkinter as tk
from collections.abc import Callable
from typing import NamedTuple, Protocol


class Reactions(NamedTuple):
    """What an input tells and asks.

    `typed`: the text after each key; `left`: the text when the focus goes; `entered`: what to hold
    while edited; `walk`: on to the next field (1) or back (-1).
    """

    typed: Callable[[str], object]
    left: Callable[[str], object]
    entered: Callable[[], str]
    walk: Callable[[int], object]


class Input(Protocol):
    """One field on the screen."""

    @property
    def widget(self) -> tk.Widget: ...

    @property
    def text(self) -> str: ...

    def show(self, text: str, *, wrong: bool) -> None:
        """Bring the field in line; one that is being edited keeps what stands in it."""

    def focus(self) -> None: ...

    def leave(self) -> None:
        """Tell what stands in the field, as if it had lost the focus."""


def bind_walking(widget: tk.Widget, react: Reactions) -> None:
    """Enter goes on to the next field, Shift+Enter back."""
    widget.bind("<Return>", lambda _event: walk(react, 1))
    widget.bind("<KP_Enter>", lambda _event: walk(react, 1))
    widget.bind("<Shift-Return>", lambda _event: walk(react, -1))


def walk(react: Reactions, by: int) -> str:
    """Go on or back, and let nothing else answer the key."""
    react.walk(by)
    return "break"
