"""One of several terms: side by side while they are few, in a list where they are many."""

from __future__ import annotations

import tkinter as tk

import ttkbootstrap as ttk

from jsxh_desktop.ui import pieces
from jsxh_desktop.ui.reactions import Reactions, bind_walking
from jsxh_desktop.ui.segments import Segments
from jsxh_desktop.ui.theme import Theme


class ChoiceInput:
    """One of many terms: the list narrows while something is typed."""

    def __init__(
        self, theme: Theme, parent: tk.Misc, choices: tuple[str, ...], react: Reactions
    ) -> None:
        self._choices = choices
        self._react = react
        self._variable = tk.StringVar(parent)
        self._editing = False
        self._showing = False
        self._held = ""
        self._box = ttk.Combobox(
            parent,
            textvariable=self._variable,
            values=choices,
            width=1,
            font=theme.font("body"),
        )
        pieces.on_each_change(self._box, self._variable, self._changed)
        self._box.bind("<<ComboboxSelected>>", self._chosen)
        self._box.bind("<FocusIn>", self._begin)
        self._box.bind("<FocusOut>", lambda _event: self.leave())
        self._box.bind("<F4>", lambda _event: self._box.event_generate("<Down>"))
        self._box.bind("<MouseWheel>", lambda _event: "break")
        for wheel in ("<Button-4>", "<Button-5>"):
            self._box.bind(wheel, lambda _event: "break")
        bind_walking(self._box, react)

    @property
    def widget(self) -> tk.Widget:
        return self._box

    @property
    def text(self) -> str:
        return self._variable.get()

    def show(self, text: str, *, wrong: bool) -> None:
        self._box.state(["invalid" if wrong else "!invalid"])
        if not self._editing or self.text == self._held:
            self._held = text
            self._put(text)

    def focus(self) -> None:
        self._box.focus_set()

    def leave(self) -> None:
        if self._editing:
            focused = self._box.tk.call("focus")  # by name: its list is unknown to tkinter
            self._editing = str(focused) == str(self._box)
            self._held = self.text
            self._react.left(self.text)

    def _begin(self, _event: object) -> None:
        self._editing = True
        self._held = self.text

    def _put(self, text: str) -> None:
        if self.text != text:
            self._showing = True
            self._variable.set(text)
            self._showing = False

    def _changed(self) -> None:
        """Whatever wrote it, a key or an input method: it is told before it is painted."""
        if self._showing:
            return
        typed = self.text
        self._react.typed(typed)
        fitting = [choice for choice in self._choices if typed.strip() in choice]
        self._box.configure(values=fitting or self._choices)

    def _chosen(self, _event: object) -> None:
        self._box.configure(values=self._choices)
        self._held = self.text
        self._react.left(self.text)


class SegmentInput:
    """A few terms side by side: arrows and clicks choose, 未填 among them."""

    def __init__(
        self, theme: Theme, parent: tk.Misc, choices: tuple[str, ...], react: Reactions
    ) -> None:
        self._react = react
        self._values = (*choices, "")
        self._segments = Segments(theme, parent, (*choices, "未填"), self._choose, "small")
        area = self._segments.widget
        area.configure(takefocus=True)
        area.bind("<Left>", lambda _event: self._turn(-1))
        area.bind("<Right>", lambda _event: self._turn(1))
        bind_walking(area, react)
        self.show("", wrong=False)

    @property
    def widget(self) -> tk.Widget:
        return self._segments.widget

    @property
    def text(self) -> str:
        return self._values[self._segments.chosen]

    def show(self, text: str, *, wrong: bool) -> None:  # noqa: ARG002 - it offers what reads
        self._mark(self._values.index(text if text in self._values else ""))

    def focus(self) -> None:
        self.widget.focus_set()

    def leave(self) -> None:
        """Each choice is told at once."""

    def _turn(self, by: int) -> str:
        self._choose((self._segments.chosen + by) % len(self._values))
        return "break"

    def _choose(self, place: int) -> None:
        self.widget.focus_set()
        self._mark(place)
        self._react.left(self.text)

    def _mark(self, place: int) -> None:
        self._segments.select(place, is_faint=not self._values[place])
