"""One line of text, an amount, a count, a date."""

from __future__ import annotations

import tkinter as tk

import ttkbootstrap as ttk

from jsxh_desktop.ui import pieces
from jsxh_desktop.ui.reactions import Reactions, bind_walking
from jsxh_desktop.ui.topic import focused


class LineInput:
    """One line of text; while it is edited it holds every digit, at rest what is shown."""

    def __init__(self, parent: tk.Misc, react: Reactions, *, right: bool) -> None:
        self._react = react
        self._variable = tk.StringVar(parent)
        self._editing = False
        self._showing = False
        self._box = ttk.Entry(
            parent, textvariable=self._variable, width=1, justify="right" if right else "left"
        )
        pieces.on_each_change(self._box, self._variable, self._changed)
        self._box.bind("<FocusIn>", self._begin)
        self._box.bind("<FocusOut>", lambda _event: self.leave())
        bind_walking(self._box, react)
        self._box.bind("<Escape>", self._give_up)
        self._box.bind("<Control-z>", self._undo)

    @property
    def widget(self) -> tk.Widget:
        return self._box

    @property
    def text(self) -> str:
        return self._variable.get()

    def show(self, text: str, *, wrong: bool) -> None:
        self._box.state(["invalid" if wrong else "!invalid"])
        if not self._editing:
            self._put(text)
        elif self.text == self._held:
            self._hold()

    def focus(self) -> None:
        self._box.focus_set()

    def leave(self) -> None:
        if self._editing:
            self._editing = focused(self._box) is self._box
            self._react.left(self.text)

    def _begin(self, _event: object) -> None:
        self._editing = True
        self._hold()
        self._box.selection_range(0, "end")

    def _hold(self) -> None:
        self._held = self._react.entered()
        if self.text != self._held:
            self._put(self._held)

    def _put(self, text: str) -> None:
        if self.text != text:
            self._showing = True
            self._variable.set(text)
            self._showing = False
            self._box.icursor("end")

    def _changed(self) -> None:
        if self._editing and not self._showing:
            self._react.typed(self.text)

    def _give_up(self, _event: object) -> str:
        self._hold()
        self._box.selection_range(0, "end")
        return "break"

    def _undo(self, _event: object) -> str | None:
        """Undo takes back what is being typed first; only then a step of the program."""
        if self.text == self._held:
            return None
        return self._give_up(None)
