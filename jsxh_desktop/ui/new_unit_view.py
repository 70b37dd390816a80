"""A new unit on one page: its name, its code, the year, and where the file will lie."""

from __future__ import annotations

import datetime
import tkinter as tk
from collections.abc import Callable
from pathlib import Path

import ttkbootstrap as ttk

from jsxh_desktop.app import begin, data_folder
from jsxh_desktop.app.problem import Problem
from jsxh_desktop.ui import file_choice, pieces
from jsxh_desktop.ui.lobby import Lobby
from jsxh_desktop.ui.page_head import PageHead

LABEL, WIDE, NARROW = 132, 420, 140


class NewUnitView:
    """Enter goes on, in the last field it begins; a slip is told above and the field keeps it."""

    def __init__(self, parent: tk.Misc, lobby: Lobby) -> None:
        self._lobby, self._theme = lobby, lobby.theme
        self._folder = lobby.settings.data_folder
        px = self._theme.px
        self.widget: tk.Widget = pieces.frame(self._theme, parent)
        back = ("返回 Esc", "arrow-left", lobby.back)
        PageHead(self._theme, self.widget, "新建单位", "填好就开始，以后都能改", (back,))
        self._grid = pieces.frame(self._theme, self.widget)
        self._grid.pack(fill="x", padx=px(20), pady=px(8))
        self._grid.columnconfigure(0, minsize=px(LABEL))
        self._grid.columnconfigure(2, weight=1)
        self.name = self._field(0, "单位全称", WIDE, "照公章写，一个字也不省")
        self.code = self._field(1, "单位代码", WIDE, "财政预算单位编码，可以以后再填")
        self.year = self._field(2, "决算年度", NARROW, "今年填的是上一年的决算")
        self._fields = (self.name, self.code, self.year)
        today = datetime.datetime.now().astimezone().date()
        self.year.insert(0, str(begin.year_due(today)))
        self._build_place()
        self.name.bind("<KeyRelease>", lambda _event: self._show_place())
        for field, after in ((self.name, self.code), (self.code, self.year)):
            field.bind("<Return>", _focusing(after))
        self.year.bind("<Return>", lambda _event: self.begin())
        buttons = pieces.frame(self._theme, self.widget)
        buttons.pack(anchor="w", padx=px(20 + LABEL), pady=px(20))
        pieces.button(buttons, "建好，开始填", self.begin, "check2", "primary").pack(side="left")

    def focus_first(self) -> None:
        self.name.focus_set()

    def left(self) -> tuple[str, ...]:
        return tuple(field.get() for field in self._fields)

    def resume(self, left: tuple[str, ...]) -> None:
        for field, text in zip(self._fields, left, strict=True):
            field.delete(0, "end")
            field.insert(0, text)
        self._show_place()

    @property
    def path(self) -> Path:
        """Where the file will lie."""
        return data_folder.proposed(self._folder, self.name.get())

    def begin(self) -> None:
        """Write the workbook and open it at its first page."""
        lobby = self._lobby
        lobby.hush()
        try:
            year = begin.read_year(self.year.get())
        except Problem as problem:
            self._refuse(self.year, problem)
            return
        path = self.path
        try:
            begin.new_unit(path, self.name.get(), self.code.get(), year)
        except Problem as problem:
            self._refuse(self.name, problem)
        else:
            lobby.open(path)

    def _refuse(self, field: ttk.Entry, problem: Problem) -> None:
        field.state(["invalid"])
        field.bind("<Key>", lambda _event: field.state(["!invalid"]), add="+")
        field.focus_set()
        self._lobby.refuse(str(problem))

    def _field(self, row: int, label: str, width: float, hint: str) -> ttk.Entry:
        theme, px = self._theme, self._theme.px
        pieces.label(theme, self._grid, label).grid(
            row=row, column=0, sticky="e", padx=(0, px(12)), pady=(px(5), 0)
        )
        holder = pieces.frame(theme, self._grid, width=px(width))
        holder.grid(row=row, column=1, sticky="w", pady=(px(5), 0))
        field = ttk.Entry(holder, width=1)
        pieces.frame(theme, holder, width=px(width)).pack()
        field.pack(fill="x")
        pieces.label(theme, self._grid, hint, "text3", "small").grid(
            row=row, column=2, sticky="w", padx=px(16), pady=(px(5), 0)
        )
        return field

    def _build_place(self) -> None:
        theme, px = self._theme, self._theme.px
        pieces.label(theme, self._grid, "存成").grid(
            row=3, column=0, sticky="ne", padx=(0, px(12)), pady=(px(14), 0)
        )
        words = pieces.frame(theme, self._grid)
        words.grid(row=3, column=1, columnspan=2, sticky="w", pady=(px(14), 0))
        self._file = pieces.label(theme, words, font="strong")
        self._file.pack(anchor="w")
        line = pieces.frame(theme, words)
        line.pack(anchor="w", pady=(px(2), 0))
        self._where = pieces.label(theme, line, "", "text2", "small")
        self._where.pack(side="left", padx=(0, px(12)))
        pieces.link(theme, line, "换个位置", self._choose_folder).pack(side="left")
        self._show_place()

    def _show_place(self) -> None:
        self._file.configure(text=self.path.name)
        self._where.configure(text=f"放在 {self._folder}")

    def _choose_folder(self) -> None:
        chosen = file_choice.ask_folder(self._lobby.root, self._folder, "放在哪里")
        if chosen:
            self._folder = chosen
            self._show_place()
            self._lobby.change_settings(folder=str(chosen))


def _focusing(field: ttk.Entry) -> Callable[[object], str]:
    def focus(_event: object) -> str:
        field.focus_set()
        return "break"

    return focus


def build(parent: tk.Misc, lobby: Lobby) -> NewUnitView:
    return NewUnitView(parent, lobby)
