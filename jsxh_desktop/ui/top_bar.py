"""The bar at the top: whose filing, which year, search, unit of view, undo, check, print."""

from __future__ import annotations

import tkinter as tk
from collections.abc import Callable, Mapping, Sequence
from functools import partial

import ttkbootstrap as ttk

from jsxh_desktop.app.figures_shown import UNITS
from jsxh_desktop.ui import pieces
from jsxh_desktop.ui.search_box import SearchBox
from jsxh_desktop.ui.segments import Segments
from jsxh_desktop.ui.theme import Theme

HEIGHT = 48
NARROW = 1300
LONGEST_NAME = 14
Command = Callable[[], object]


class TopBar:
    """`do` names its commands: home, year, sign_off, search, unit, undo, redo, check, print."""

    def __init__(
        self, theme: Theme, parent: tk.Misc, do: Mapping[str, Callable[..., object]]
    ) -> None:
        self.widget = pieces.bar(theme, parent, "surface", HEIGHT)
        self.widget.configure(height=theme.row(HEIGHT))
        self._theme = theme
        self._do = do
        self._full_name = self._shown_year = ""
        self._narrow = False
        self._build_unit()
        self._build_commands()
        self._build_view_units()
        self._build_search()
        self.widget.bind("<Configure>", self._fit)

    def show(self, name: str, short: str, year: int, years: Sequence[int]) -> None:
        """Whose filing and which year is on the desk."""
        self._full_name = name
        shown = name if len(name) <= LONGEST_NAME else short or name
        self._name.configure(text=pieces.cut(shown, LONGEST_NAME))
        self._year.configure(values=[*(f"{each}年度" for each in reversed(years)), "新的年度…"])
        self._shown_year = f"{year}年度"
        self._year.set(self._shown_year)

    def show_stage(self, said: str) -> None:
        """How far the year is signed off, beside it."""
        self._stage.configure(text=said)

    def show_unit(self, unit: str) -> None:
        """Mark the unit amounts are looked at in."""
        self._units.select(UNITS.index(unit))

    def show_turns(self, undo: str, redo: str) -> None:
        """What undo and redo would do; a button with nothing to do is dim."""
        self._titles = {"undo": undo, "redo": redo}
        for key, title in self._titles.items():
            self._turns[key].state(["!disabled" if title else "disabled"])

    def focus(self) -> None:
        self._year.focus_set()

    @property
    def search_box(self) -> tk.Widget:
        """What the panel of the search opens under."""
        return self._search.widget

    def _build_unit(self) -> None:
        theme, px = self._theme, self._theme.px
        home = pieces.icon(theme, self.widget, "building", 18, "primary")
        home.configure(cursor="hand2")
        home.pack(side="left", padx=(px(16), px(8)))
        pieces.reachable(theme, home)
        pieces.on_press(home, self._do["home"])
        pieces.tell_on_hover(home, lambda: "关上这个单位，回到首页")
        self._name = pieces.label(theme, self.widget, "", font="strong")
        self._name.pack(side="left")
        pieces.tell_on_hover(self._name, lambda: self._full_name)
        self._year = ttk.Combobox(self.widget, width=9, state="readonly")
        self._year.pack(side="left", padx=(px(12), px(8)))
        self._year.bind("<<ComboboxSelected>>", self._choose_year)
        self._stage = pieces.label(theme, self.widget, "", "text2", "small", cursor="hand2")
        self._stage.configure(background=theme.palette.tint)
        self._stage.pack(side="left", padx=(0, px(12)), ipadx=px(8), ipady=px(2))
        pieces.on_press(self._stage, self._do["sign_off"], keys=False)
        pieces.tell_on_hover(self._stage, lambda: "定稿与复核")

    def _choose_year(self, _event: object) -> None:
        chosen = self._year.get()
        self._year.selection_clear()
        self._year.set(self._shown_year)  # until that year is on the desk
        if chosen != self._shown_year:
            self._do["year"](chosen)

    def _build_commands(self) -> None:
        px = self._theme.px
        commands = (
            ("print", "预览打印", "printer", "outline"),
            ("check", "检查", "clipboard-check", "outline"),
            ("redo", "重做", "arrow-clockwise", "ghost"),
            ("undo", "撤销", "arrow-counterclockwise", "ghost"),
        )
        self._turns: dict[str, ttk.Button] = {}
        self._titles = {"undo": "", "redo": ""}
        for key, word, sign, style in commands:
            made = pieces.button(self.widget, word, self._do[key], sign, style)
            made.pack(side="right", padx=(0, px(16 if key == "print" else 8)))
            if key in self._titles:
                self._turns[key] = made
                pieces.tell_on_hover(made, partial(self._said, key, word))

    def _said(self, key: str, word: str) -> str:
        short = {"undo": "Ctrl+Z", "redo": "Ctrl+Y"}[key]
        return f"{word} {self._titles[key]}　{short}" if self._titles[key] else f"没有可以{word}的"

    def _build_view_units(self) -> None:
        def choose(number: int) -> None:
            self._do["unit"](UNITS[number])

        self._units = Segments(
            self._theme, self.widget, UNITS, choose, "small", aside=10, above=3, edge="line"
        )
        self._units.widget.pack(side="right", padx=self._theme.px(12))

    def _build_search(self) -> None:
        self._search = SearchBox(self._theme, self.widget, self._do["search"])
        room = self._theme.px(12)
        self._search.widget.pack(side="left", fill="x", expand=True, padx=room)

    def _fit(self, event: tk.Event[tk.Misc]) -> None:
        """In a narrow window the search is a sign and undo has no words."""
        narrow = event.width < self._theme.px(NARROW)
        if narrow == self._narrow:
            return
        self._narrow = narrow
        self._search.fit(narrow=narrow)
        for key, word in (("undo", "撤销"), ("redo", "重做")):
            self._turns[key].configure(text="" if narrow else word)
