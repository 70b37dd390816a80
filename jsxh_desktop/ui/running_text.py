"""What the program writes, as it will print: read only, its figures lead where they come from."""

from __future__ import annotations

import tkinter as tk
from collections.abc import Callable, Iterator, Sequence
from tkinter import font as tkfont

from jsxh_desktop.app.line_breaker import broken
from jsxh_desktop.app.live_figures import Live
from jsxh_desktop.app.report_model import Said
from jsxh_desktop.ui import pieces
from jsxh_desktop.ui.theme import Theme

INDENT = "　　"
PAD = 12
LEADS = "leads"
"""The tag of whatever can be clicked."""


class RunningText:
    """Paragraphs broken anew as often as the width changes.

    A figure is gone to by a click; with the keyboard ← and → choose one, Enter goes.
    """

    def __init__(self, theme: Theme, parent: tk.Misc, go: Callable[[Live], object]) -> None:
        self._theme = theme
        self._go = go
        self._paragraphs: Sequence[Said] = ()
        self._width = 0
        self._chosen = -1
        self._figures: list[tuple[str, Live]] = []
        colours = theme.palette
        self.widget = pieces.card(theme, parent, "band", "line")
        self.widget.configure(highlightcolor=colours.primary)
        self._box = tk.Text(
            self.widget,
            height=1,
            width=1,
            wrap="none",
            state="disabled",
            cursor="arrow",
            takefocus=True,
            font=theme.font("body"),
            background=colours.band,
            foreground=colours.text,
            selectbackground=colours.tint,
            selectforeground=colours.text,
            borderwidth=0,
            highlightthickness=0,
            padx=theme.px(PAD),
            pady=theme.px(7),
            spacing1=theme.px(2),
            spacing3=theme.px(2),
        )
        self._box.pack(fill="both", expand=True)
        self._box.tag_configure("figure", background=colours.tint, foreground=colours.primary)
        self._box.tag_configure("gap", background=colours.warn_bg, foreground=colours.warn)
        self._box.tag_configure("chosen", background=colours.primary, foreground=colours.on_primary)
        self._measure = _Measure(theme.font("body"), parent)
        self._bind()

    def show(self, paragraphs: Sequence[Said]) -> None:
        """Bring the text in line."""
        if paragraphs != self._paragraphs:
            self._paragraphs = paragraphs
            self._lay_out()

    def _bind(self) -> None:
        box = self._box
        box.bind("<Configure>", self._fit)
        box.bind("<FocusIn>", lambda _event: self._edge(focused=True))
        box.bind("<FocusOut>", lambda _event: self._edge(focused=False))
        for key, by in (("<Left>", -1), ("<Right>", 1), ("<Up>", -1), ("<Down>", 1)):
            box.bind(key, lambda _event, by=by: self._choose(by))  # type: ignore[misc]  # a default binds it
        for key in ("<Return>", "<KP_Enter>", "<Key-space>"):
            box.bind(key, self._go_to_chosen)
        for wheel in ("<MouseWheel>", "<Button-4>", "<Button-5>"):
            box.bind(wheel, lambda _event: None)
        # For all figures at once: what is bound to one is kept when its tag is deleted.
        box.tag_bind(LEADS, "<Button-1>", self._clicked)
        box.tag_bind(LEADS, "<Enter>", lambda _event: self._point(over=True))
        box.tag_bind(LEADS, "<Leave>", lambda _event: self._point(over=False))

    def _fit(self, event: tk.Event[tk.Misc]) -> None:
        if event.width != self._width:
            self._width = event.width
            self._lay_out()

    def _lay_out(self) -> None:
        room = self._width - 2 * self._theme.px(PAD)
        if room <= 0:
            return
        box = self._box
        box.configure(state="normal")
        box.delete("1.0", "end")
        for tag in (name for name, _ in self._figures):
            box.tag_delete(tag)
        self._figures, self._chosen = [], -1
        lines = 0
        for said in self._paragraphs:
            for start, line in _lines(said.text, room, self._measure):
                if lines:
                    box.insert("end", "\n")
                self._insert(said, start, line)
                lines += 1
        box.configure(state="disabled", height=max(1, lines))

    def _insert(self, said: Said, start: int, line: str) -> None:
        """One line with what is live in it; what began in the line before goes on."""
        place = 0
        for live in said.live:
            first, last = max(live.start - start, place), min(live.end - start, len(line))
            if first < last and live.end > start:
                self._box.insert("end", line[place:first])
                self._box.insert("end", line[first:last], self._tags(live))
                place = last
        self._box.insert("end", line[place:])

    def _tags(self, live: Live) -> tuple[str, ...]:
        look = "gap" if live.is_gap else "figure"
        if not live.page:
            return (look,) if live.is_gap else ()
        if not self._figures or self._figures[-1][1] is not live:
            name = f"live{len(self._figures)}"
            self._figures.append((name, live))
        return look, LEADS, self._figures[-1][0]

    def _clicked(self, event: tk.Event[tk.Text]) -> str:
        tags = self._box.tag_names(f"@{event.x},{event.y}")
        self._go(next(live for name, live in self._figures if name in tags))
        return "break"

    def _choose(self, by: int) -> str:
        if self._figures:
            start = 0 if by > 0 and self._chosen < 0 else self._chosen + by
            self._chosen = start % len(self._figures)
            self._mark()
        return "break"

    def _go_to_chosen(self, _event: object) -> str:
        if 0 <= self._chosen < len(self._figures):
            self._go(self._figures[self._chosen][1])
        return "break"

    def _edge(self, *, focused: bool) -> None:
        if not focused:
            self._chosen = -1
        colours = self._theme.palette
        edge = colours.primary if focused else colours.line
        self.widget.configure(highlightbackground=edge, highlightcolor=edge)
        self._mark()

    def _mark(self) -> None:
        self._box.tag_remove("chosen", "1.0", "end")
        if self._chosen >= 0:
            ranges = self._box.tag_ranges(self._figures[self._chosen][0])
            for first, last in zip(ranges[::2], ranges[1::2], strict=True):
                self._box.tag_add("chosen", first, last)
            self._box.tag_raise("chosen")

    def _point(self, *, over: bool) -> None:
        self._box.configure(cursor="hand2" if over else "arrow")


class _Measure:
    """The width of a text in a font, from the width of each of its characters."""

    def __init__(self, font: str, root: tk.Misc) -> None:
        self._font = tkfont.nametofont(font, root=root)
        self._widths: dict[str, int] = {}

    def __call__(self, text: str) -> int:
        widths = self._widths
        for char in text:
            if char not in widths:
                widths[char] = self._font.measure(char)
        return sum(widths[char] for char in text)


def _lines(text: str, room: int, measure: _Measure) -> Iterator[tuple[int, str]]:
    """The lines of a paragraph, indented as in print, each with where in the text it begins."""
    at = 0
    for line in broken(INDENT + text, room, measure):
        own = line.removeprefix(INDENT) if not at else line
        at = text.index(own, at) if own else at
        yield at - (len(line) - len(own)), line
        at += len(own)
