"""One of several terms: side by side while they are few, in a list where they are many."""

from __future__ import annotations

import tkinter as tk
from functools import partial

import ttkbootstrap as ttk

from jsxh_desktop.ui import pieces
from jsxh_desktop.ui.reactions import Reactions, bind_walking
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
    """A few terms side by side: arrows choose, a click on the chosen one leaves it blank."""

    def __init__(
        self, theme: Theme, parent: tk.Misc, choices: tuple[str, ...], react: Reactions
    ) -> None:
        self._theme = theme
        self._react = react
        self._chosen = ""
        self._area = pieces.card(theme, parent, "line", "box")
        self._area.configure(takefocus=True, highlightcolor=theme.palette.primary)
        self._words: dict[str, tk.Label] = {}
        for place, choice in enumerate((*choices, "未填")):
            word = pieces.label(theme, self._area, choice, "text2", "small", cursor="hand2")
            word.pack(
                side="left", fill="both", expand=True, padx=(int(place > 0), 0), ipady=theme.px(5)
            )
            value = "" if choice == "未填" else choice
            pieces.on_press(word, partial(self._choose, value), keys=False)
            self._words[value] = word
        self._area.bind("<Left>", lambda _event: self._turn(-1))
        self._area.bind("<Right>", lambda _event: self._turn(1))
        bind_walking(self._area, react)
        self._paint()

    @property
    def widget(self) -> tk.Widget:
        return self._area

    @property
    def text(self) -> str:
        return self._chosen

    def show(self, text: str, *, wrong: bool) -> None:  # noqa: ARG002 - it offers what reads
        self._chosen = text if text in self._words else ""
        self._paint()

    def focus(self) -> None:
        self._area.focus_set()

    def leave(self) -> None:
        """Each choice is told at once."""

    def _turn(self, by: int) -> str:
        values = list(self._words)
        place = (values.index(self._chosen) + by) % len(values)
        self._choose(values[place])
        return "break"

    def _choose(self, value: str) -> None:
        self._area.focus_set()
        self._chosen = value
        self._paint()
        self._react.left(value)

    def _paint(self) -> None:
        colours = self._theme.palette
        for value, word in self._words.items():
            chosen = value == self._chosen
            ground = colours.primary if chosen and value else colours.tint if chosen else ""
            word.configure(
                background=ground or colours.surface,
                foreground=colours.on_primary if chosen and value else colours.text2,
            )
