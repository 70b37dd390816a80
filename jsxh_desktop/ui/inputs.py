"""The inputs of a form, one for each kind of entry, all of one behaviour."""

from __future__ import annotations

import tkinter as tk
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any, Protocol

import ttkbootstrap as ttk

from jsxh_desktop.domain.entry import Entry, Kind
from jsxh_desktop.ui import pieces
from jsxh_desktop.ui.theme import Theme

RIGHT = {Kind.MONEY, Kind.WHOLE, Kind.NUMBER}
MOST_SEGMENTS = 4
LEAST_LINES, MOST_LINES = 3, 8


@dataclass(frozen=True, slots=True)
class Reactions:
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


def make_input(theme: Theme, parent: tk.Misc, entry: Entry[Any], react: Reactions) -> Input:
    """The input that suits an entry."""
    if entry.kind is Kind.PROSE:
        return ProseInput(theme, parent, react)
    if entry.choices and len(entry.choices) <= MOST_SEGMENTS and sum(map(len, entry.choices)) < 20:
        return SegmentInput(theme, parent, entry.choices, react)
    if entry.choices:
        return ChoiceInput(theme, parent, entry.choices, react)
    return LineInput(parent, react, right=entry.kind in RIGHT)


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
        self._variable.trace_add("write", self._changed)
        self._box.bind("<FocusIn>", self._begin)
        self._box.bind("<FocusOut>", lambda _event: self.leave())
        _bind_walking(self._box, react)
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
            self._editing = self._box.focus_get() is self._box
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

    def _changed(self, *_: object) -> None:
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


class ProseInput:
    """Running text that grows from three lines to eight; Ctrl+Enter or Enter breaks a line."""

    def __init__(self, theme: Theme, parent: tk.Misc, react: Reactions) -> None:
        self._react = react
        self._theme = theme
        self._editing = False
        self._held = ""
        self._card = pieces.card(theme, parent, "surface", "box")
        self._box = tk.Text(
            self._card,
            height=LEAST_LINES,
            width=10,
            wrap="char",
            undo=True,
            font=theme.font("body"),
            background=theme.palette.surface,
            foreground=theme.palette.text,
            insertbackground=theme.palette.text,
            selectbackground=theme.palette.tint,
            selectforeground=theme.palette.text,
            borderwidth=0,
            highlightthickness=0,
            padx=theme.px(8),
            pady=theme.px(5),
            spacing3=theme.px(2),
        )
        self._box.pack(fill="both", expand=True)
        self._box.bind("<FocusIn>", self._begin)
        self._box.bind("<FocusOut>", lambda _event: self.leave())
        self._box.bind("<<Modified>>", self._changed)
        self._box.bind("<Control-Return>", self._break_line)
        self._box.bind("<Tab>", lambda _event: _walk(react, 1))
        self._box.bind("<Shift-Tab>", lambda _event: _walk(react, -1))
        if self._box.tk.call("tk", "windowingsystem") == "x11":
            self._box.bind("<ISO_Left_Tab>", lambda _event: _walk(react, -1))
        self._box.bind("<Return>", lambda _event: _walk(react, 1))
        self._box.bind("<Shift-Return>", lambda _event: _walk(react, -1))
        self._box.bind("<Configure>", lambda _event: self._fit())

    @property
    def widget(self) -> tk.Widget:
        return self._card

    @property
    def box(self) -> tk.Text:
        """The text itself, for what inserts at its caret."""
        return self._box

    @property
    def text(self) -> str:
        return self._box.get("1.0", "end-1c")

    def show(self, text: str, *, wrong: bool) -> None:
        self._edge(wrong=wrong)
        if not self._editing or self.text == self._held:
            self._held = text
            self._put(text)

    def focus(self) -> None:
        self._box.focus_set()

    def leave(self) -> None:
        if self._editing:
            self._editing = self._box.focus_get() is self._box
            self._react.left(self.text)
            self._edge(wrong=self._wrong)

    def insert(self, text: str) -> None:
        """Put words at the caret, as if typed."""
        self._box.focus_set()
        self._box.insert("insert", text)

    def _begin(self, _event: object) -> None:
        self._editing = True
        self._held = self.text
        self._edge(wrong=self._wrong)

    def _put(self, text: str) -> None:
        if self.text != text:
            self._box.replace("1.0", "end-1c", text)
            self._box.edit_reset()
            self._box.edit_modified(False)
        self._fit()

    def _changed(self, _event: object) -> None:
        if not self._box.edit_modified():
            return
        self._box.edit_modified(False)
        self._fit()
        if self._editing:
            self._react.typed(self.text)

    def _break_line(self, _event: object) -> str:
        self._box.insert("insert", "\n")
        return "break"

    def _fit(self) -> None:
        counted = self._box.count("1.0", "end", "displaylines") or (1,)
        lines = counted if isinstance(counted, int) else counted[0]
        wanted = min(MOST_LINES, max(LEAST_LINES, lines))
        if wanted != int(self._box["height"]):
            self._box.configure(height=wanted)

    def _edge(self, *, wrong: bool) -> None:
        self._wrong = wrong
        colours = self._theme.palette
        colour = colours.danger if wrong else colours.primary if self._editing else colours.box
        self._card.configure(highlightbackground=colour, highlightcolor=colour)

    _wrong = False


class ChoiceInput:
    """One of many terms: the list narrows while something is typed."""

    def __init__(
        self, theme: Theme, parent: tk.Misc, choices: tuple[str, ...], react: Reactions
    ) -> None:
        self._choices = choices
        self._react = react
        self._box = ttk.Combobox(parent, values=choices, width=1, font=theme.font("body"))
        self._box.bind("<<ComboboxSelected>>", lambda _event: react.left(self.text))
        self._box.bind("<FocusOut>", lambda _event: react.left(self.text))
        self._box.bind("<KeyRelease>", self._narrow)
        self._box.bind("<F4>", lambda _event: self._box.event_generate("<Down>"))
        self._box.bind("<MouseWheel>", lambda _event: "break")
        for wheel in ("<Button-4>", "<Button-5>"):
            self._box.bind(wheel, lambda _event: "break")
        _bind_walking(self._box, react)

    @property
    def widget(self) -> tk.Widget:
        return self._box

    @property
    def text(self) -> str:
        return self._box.get()

    def show(self, text: str, *, wrong: bool) -> None:
        self._box.state(["invalid" if wrong else "!invalid"])
        if self._box.focus_get() is not self._box or not wrong:
            self._box.set(text)

    def focus(self) -> None:
        self._box.focus_set()

    def leave(self) -> None:
        self._react.left(self.text)

    def _narrow(self, event: tk.Event[tk.Misc]) -> None:
        if event.keysym in {"Up", "Down", "Return", "Tab", "Escape"}:
            return
        typed = self.text.strip()
        fitting = [choice for choice in self._choices if typed in choice]
        self._box.configure(values=fitting or self._choices)
        self._react.typed(self.text)


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
        _bind_walking(self._area, react)
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


def _bind_walking(widget: tk.Widget, react: Reactions) -> None:
    widget.bind("<Return>", lambda _event: _walk(react, 1))
    widget.bind("<KP_Enter>", lambda _event: _walk(react, 1))
    widget.bind("<Shift-Return>", lambda _event: _walk(react, -1))


def _walk(react: Reactions, by: int) -> str:
    react.walk(by)
    return "break"
