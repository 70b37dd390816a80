"""Views under a strip of tabs, each made when it is first turned to."""

from __future__ import annotations

import tkinter as tk
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from jsxh_desktop.domain.place import Place
from jsxh_desktop.ui import input_method, pieces
from jsxh_desktop.ui.shell import ShowsFields, View
from jsxh_desktop.ui.tabs import Tabs
from jsxh_desktop.ui.theme import Theme
from jsxh_desktop.ui.trail import left_of, resume


class Leaf(NamedTuple):
    """One tab: its name, asked for anew after every change, and what makes its view."""

    name: Callable[[], str]
    make: Callable[[tk.Misc], View]


class Tabbed:
    """A View of several; `turned` is called after another one is shown."""

    def __init__(
        self,
        theme: Theme,
        parent: tk.Misc,
        leaves: Sequence[Leaf],
        turned: Callable[[], object] = lambda: None,
    ) -> None:
        self.widget: tk.Widget = pieces.frame(theme, parent)
        self._leaves, self._turned = leaves, turned
        self._views: dict[int, View] = {}
        names = [leaf.name() for leaf in leaves]
        self._tabs = Tabs(theme, self.widget, names, lambda _number: self._turn())
        self._tabs.widget.pack(fill="x", padx=theme.px(20), pady=(0, theme.px(8)))
        self._show()

    @property
    def view(self) -> View:
        """The one that is shown."""
        return self._views[self._tabs.chosen]

    @property
    def chosen(self) -> int:
        return self._tabs.chosen

    def refresh(self) -> None:
        for number, leaf in enumerate(self._leaves):
            self._tabs.name(number, leaf.name())
        self.view.refresh()

    def show_place(self, place: Place) -> bool:
        """Turn to the view that has the field, which one that is not shown may not know yet."""
        before = self.chosen
        for number in (before, *(n for n in range(len(self._leaves)) if n != before)):
            if number != before:
                self._made(number).refresh()
            if self._made(number).show_place(place):
                if number != before:
                    self._tabs.select(number)
                    self._turn()
                    self.view.show_place(place)
                return True
        return False

    def focus_first(self) -> None:
        self.view.focus_first()

    def flush(self) -> None:
        self.view.flush()

    def topic(self) -> str:
        """The field the caret is in, where the view that is shown knows it."""
        return self.view.topic() if isinstance(self.view, ShowsFields) else ""

    def left(self) -> tuple[int, Any]:
        return self.chosen, left_of(self.view)

    def resume(self, left: tuple[int, Any]) -> None:
        number, inner = left
        self.turn(number)
        resume(self.view, inner)

    def turn(self, number: int) -> None:
        """To another view."""
        if number != self.chosen:
            self._tabs.select(number)
            self._turn()

    def _turn(self) -> None:
        with input_method.resting(self.widget):
            self._show()
            self.view.refresh()
            self._turned()
            self.widget.update_idletasks()

    def _show(self) -> None:
        for view in self._views.values():
            view.flush()
            view.widget.pack_forget()
        self._made(self.chosen).widget.pack(fill="both", expand=True)

    def _made(self, number: int) -> View:
        if number not in self._views:
            self._views[number] = self._leaves[number].make(self.widget)
        return self._views[number]


def counted(name: str, count: int, measure: str) -> str:
    """The name of a tab with how many there are, or bare where there is nothing."""
    return f"{name} {count} {measure}" if count else name
