"""The head over a list of findings: which tab, which severity, and what is searched for."""

from __future__ import annotations

import tkinter as tk
from collections.abc import Callable, Mapping, Sequence
from functools import partial

import ttkbootstrap as ttk

from jsxh_desktop.app.check_list import Tab, Wanted
from jsxh_desktop.app.check_model import SIGNS, Severity
from jsxh_desktop.ui import pieces
from jsxh_desktop.ui.severity_signs import COLOURS
from jsxh_desktop.ui.theme import Theme

SEARCH = "找字或规则号"
WIDTH = 13  # characters of the search


class FindingFilter:
    """Words one can press, and a field to search in; `changed` is called with every new choice."""

    def __init__(
        self,
        theme: Theme,
        parent: tk.Misc,
        tabs: Sequence[Tab],
        changed: Callable[[], object],
    ) -> None:
        self._theme, self._changed = theme, changed
        self.wanted = Wanted(tabs[0])
        self.widget = pieces.frame(theme, parent, "band")
        self._tabs = {tab: self._word(partial(self.turn, tab)) for tab in tabs}
        pieces.rule(theme, self.widget, upright=True).pack(
            side="left", fill="y", padx=theme.px(6), pady=theme.px(6)
        )
        self._severities = {each: self._word(partial(self.only, each)) for each in Severity}
        self._text = tk.StringVar(parent)
        self._box = self._search()

    @property
    def box(self) -> tk.Misc:
        """The field of the search."""
        return self._box

    def turn(self, tab: Tab) -> None:
        """List what stands under another tab."""
        self.wanted = Wanted(tab, self.wanted.severity, self.wanted.text)
        self._changed()

    def show(self, tabs: Mapping[Tab, int], severities: Mapping[Severity, int]) -> None:
        """Bring the counts in line, and mark what is chosen."""
        for tab, word in self._tabs.items():
            self._paint(word, f"{tab.value} {tabs[tab]}", "primary", on=tab is self.wanted.tab)
        for severity, word in self._severities.items():
            text = f"{SIGNS[severity]} {severity.value} {severities[severity]}"
            colour = COLOURS[severity] if severities[severity] else "text3"
            self._paint(word, text, colour, on=severity is self.wanted.severity)

    def _word(self, do: Callable[[], object]) -> tk.Label:
        theme = self._theme
        word = pieces.label(theme, self.widget, "", "text2", "small", cursor="hand2")
        pieces.reachable(theme, word)
        word.pack(side="left", ipadx=theme.px(6), fill="y", padx=1)
        pieces.on_press(word, do)
        return word

    def _paint(self, word: tk.Label, text: str, colour: str, *, on: bool) -> None:
        colours = self._theme.palette
        ground = colours.surface if on else colours.band
        word.configure(
            text=text,
            font=self._theme.font("small_strong" if on else "small"),
            foreground=colours[colour if on or colour != "primary" else "text2"],
            background=ground,
            highlightbackground=colours.box if on else ground,
        )

    def _search(self) -> ttk.Entry:
        theme = self._theme
        pieces.icon(theme, self.widget, "search", 12, "text3").pack(
            side="left", padx=(theme.px(10), theme.px(4))
        )
        box = ttk.Entry(
            self.widget, textvariable=self._text, width=WIDTH, font=theme.font("small"), style=STYLE
        )
        box.pack(side="left")
        box.bind("<Escape>", self._clear)
        pieces.tell_on_hover(box, lambda: f"{SEARCH}，也可以打拼音首字母")
        pieces.on_each_change(box, self._text, self._typed)
        return box

    def only(self, severity: Severity) -> None:
        """One severity; the same pressed again is all of them."""
        now = None if self.wanted.severity is severity else severity
        self.wanted = Wanted(self.wanted.tab, now, self.wanted.text)
        self._changed()

    def _typed(self) -> None:
        self.wanted = Wanted(self.wanted.tab, self.wanted.severity, self._text.get())
        self._changed()

    def _clear(self, _event: object) -> str | None:
        """Esc empties the search first, then leaves it."""
        if not self._text.get():
            return None
        self._text.set("")
        return "break"


STYLE = "Small.TEntry"
