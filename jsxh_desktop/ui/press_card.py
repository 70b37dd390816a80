"""An area that is pressed as a whole: a card of the first page, a line of a list."""

from __future__ import annotations

import tkinter as tk
from collections.abc import Callable

from jsxh_desktop.ui import pieces
from jsxh_desktop.ui.theme import Theme


class PressCard:
    """Pressed by mouse, Enter and Space; its edge and ground show hover and focus.

    `strong` gives it the edge of what is likeliest. What stands on it is registered by `settle`.
    """

    def __init__(
        self, theme: Theme, parent: tk.Misc, do: Callable[[], object], *, strong: bool = False
    ) -> None:
        self.widget = pieces.card(theme, parent, "surface", "primary" if strong else "line")
        self.widget.configure(takefocus=True, cursor="hand2")
        self._theme = theme
        self._strong = strong
        self._do = do
        self._over = self._focused = False
        self._ground: list[tk.Misc] = []
        self._paint()

    def settle(self) -> None:
        """Everything stands on the card now: all of it presses and changes its ground."""
        keep = self._theme.palette.tint
        for each in _below(self.widget):
            if each["background"] != keep:
                self._ground.append(each)
            pieces.on_press(each, self._do, keys=False)
        pieces.on_press(self.widget, self._do)
        for event, over in (("<Enter>", True), ("<Leave>", False)):
            self.widget.bind(event, lambda _event, over=over: self._hover(over=over))  # type: ignore[misc]  # Tk passes the event only
        for event, focused in (("<FocusIn>", True), ("<FocusOut>", False)):
            self.widget.bind(event, lambda _event, on=focused: self._focus(on=on))  # type: ignore[misc]  # as above
        self._paint()

    def press(self) -> None:
        self._do()

    def mark(self, *, strong: bool) -> None:
        """Give it the edge of what is chosen, or take that away."""
        self._strong = strong
        self._paint()

    def _hover(self, *, over: bool) -> None:
        self._over = over
        self._paint()

    def _focus(self, *, on: bool) -> None:
        self._focused = on
        self._paint()

    def _paint(self) -> None:
        theme, colours = self._theme, self._theme.palette
        thick = 2 if self._strong or self._focused else 1
        edge = colours.primary if self._strong or self._focused else colours.line
        ground = colours.band if self._over or self._focused else colours.surface
        self.widget.configure(
            highlightthickness=max(1, theme.px(thick)),
            highlightbackground=edge,
            highlightcolor=edge,
            background=ground,
        )
        for each in self._ground:
            each.configure(background=ground)  # type: ignore[call-arg]  # frames and labels


def _below(widget: tk.Misc) -> list[tk.Misc]:
    found: list[tk.Misc] = []
    for child in widget.winfo_children():
        found += [child, *_below(child)]
    return found
