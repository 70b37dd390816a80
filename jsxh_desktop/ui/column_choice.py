"""A table of the unit's own: which list it is, and which of its columns is which field."""

from __future__ import annotations

import tkinter as tk
from collections.abc import Callable
from functools import partial

import ttkbootstrap as ttk

from jsxh_desktop.app import import_columns
from jsxh_desktop.app.import_columns import Column
from jsxh_desktop.app.import_model import LISTS, ImportModel
from jsxh_desktop.app.imports.free_tables import FreeTable
from jsxh_desktop.ui import pieces
from jsxh_desktop.ui.scrolling import scrolled
from jsxh_desktop.ui.theme import Theme

ACROSS, MOST, HIGH = 3, 12, 200
"""So many beside each other; with more than so many in all, so many pixels of them are seen."""
STRANGE = "是自己的表，当作"
HINT = "每一栏是什么，选一次就记住；选好以后下面列出会改什么"
LONGEST = 14


class ColumnChoice:
    """Shown where a file has such a table; `changed` is called with every new choice."""

    def __init__(self, theme: Theme, parent: tk.Misc, changed: Callable[[], object]) -> None:
        self._theme, self._changed = theme, changed
        self._model: ImportModel | None = None
        self._chosen = ""
        px = theme.px
        self.widget = pieces.frame(theme, parent)
        bar = pieces.frame(theme, self.widget)
        bar.pack(fill="x", pady=(0, px(4)))
        self.sheet = self._list(bar, 18, self._other)
        pieces.label(theme, bar, STRANGE, "text2").pack(side="left", padx=px(8))
        self.kind = self._list(bar, 16, self._said)
        self.kind.configure(values=LISTS)
        self._unit = pieces.frame(theme, bar)
        pieces.label(theme, self._unit, "金额是", "text2").pack(side="left", padx=(px(16), px(8)))
        self.unit = self._list(self._unit, 5, self._counted)
        self.unit.configure(values=import_columns.UNITS)
        pieces.label(theme, bar, HINT, "text3", "small").pack(side="right")
        self._columns = pieces.frame(theme, self.widget)
        self.fields: dict[str, ttk.Combobox] = {}

    def show(self, model: ImportModel) -> bool:
        """The tables of a file; whether there are any."""
        self._model = model
        names = [table.source.name for table in model.free]
        self.sheet.configure(values=names)
        if self._chosen not in names:
            waiting = (t.source.name for t in model.free if model.columns(t) is None)
            self._chosen = next(waiting, names[0] if names else "")
        self.sheet.set(self._chosen)
        self._show_columns()
        return bool(names)

    @property
    def _table(self) -> FreeTable | None:
        free = self._model.free if self._model else ()
        return next((table for table in free if table.source.name == self._chosen), None)

    def _show_columns(self) -> None:
        table, model = self._table, self._model
        columns = model.columns(table) if model and table else None
        for child in self._columns.winfo_children():
            child.destroy()
        self.fields = {}
        self._columns.pack_forget()
        self._unit.pack_forget()
        self.kind.set(import_columns.list_name(columns) if columns else "")
        if table is None or columns is None:
            return
        self.unit.set(columns.unit)
        self._unit.pack(side="left")
        offered = import_columns.fields_offered(columns)
        shown = import_columns.columns_shown(table, columns)
        parent = self._room(len(shown))
        for place, column in enumerate(shown):
            self._put(parent, place, column, offered)
        self._columns.pack(fill="x")

    def _room(self, count: int) -> tk.Misc:
        """Where the columns stand; of very many some are scrolled to."""
        if count <= MOST:
            return self._columns
        area = scrolled(self._columns, auto_hide=True, height=self._theme.px(HIGH))
        area.container.pack(fill="x")
        inside = pieces.frame(self._theme, area)
        inside.pack(fill="both", expand=True)
        return inside

    def _put(self, parent: tk.Misc, place: int, column: Column, offered: tuple[str, ...]) -> None:
        theme, px = self._theme, self._theme.px
        row, across = divmod(place, ACROSS)
        box = pieces.frame(theme, parent)
        box.grid(row=row, column=across, sticky="ew", padx=(0, px(20)), pady=px(3))
        parent.columnconfigure(across, weight=1, uniform="columns")
        words = pieces.frame(theme, box)
        words.pack(side="left", fill="x", expand=True)
        head = pieces.label(theme, words, pieces.cut(column.head, LONGEST))
        head.pack(anchor="w")
        example = f"如 {pieces.cut(column.example, LONGEST)}" if column.example else "空的"
        pieces.label(theme, words, example, "text3", "small").pack(anchor="w")
        choice = self._list(box, 15, partial(self._means, column.head))
        choice.configure(values=offered)
        choice.set(column.field)
        self.fields[column.head] = choice

    def _list(self, parent: tk.Misc, width: int, chosen: Callable[[], object]) -> ttk.Combobox:
        made = ttk.Combobox(parent, state="readonly", width=width, font=self._theme.font("body"))
        made.bind("<<ComboboxSelected>>", lambda _event: chosen())
        made.pack(side="left")
        return made

    def _other(self) -> None:
        self._chosen = self.sheet.get()
        self._show_columns()

    def _said(self) -> None:
        if self._model and (table := self._table):
            self._model.say(table, self.kind.get())
            self._changed()

    def _counted(self) -> None:
        if self._model and (table := self._table) and (columns := self._model.columns(table)):
            self._model.correct(table, import_columns.with_unit(columns, self.unit.get()))
            self._changed()

    def _means(self, head: str) -> None:
        if self._model and (table := self._table) and (columns := self._model.columns(table)):
            label = self.fields[head].get()
            self._model.correct(table, import_columns.with_column(columns, head, label))
            self._changed()
