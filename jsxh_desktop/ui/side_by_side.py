"""Words drawn side by side on a canvas: which of them the mouse is on."""

from __future__ import annotations

import tkinter as tk
from collections.abc import Callable, Iterable

Edges = Iterable[tuple[int, int]]
"""Where each word begins and ends, in pixels from the left."""


def bind_mouse(
    strip: tk.Canvas, edges: Callable[[], Edges], pressed: Callable[[int], object]
) -> None:
    """Have `pressed` told the number of the word a click is on; over each stands a hand."""

    def under(x: int) -> int | None:
        return next((n for n, (left, right) in enumerate(edges()) if left <= x < right), None)

    def point(event: tk.Event[tk.Canvas]) -> None:
        strip.configure(cursor="" if under(event.x) is None else "hand2")

    def press(event: tk.Event[tk.Canvas]) -> str:
        number = under(event.x)
        if number is not None:
            pressed(number)
        return "break"

    strip.bind("<Motion>", point)
    strip.bind("<Button-1>", press)
