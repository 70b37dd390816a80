"""The history: what was changed when, by whom, from what to what; each field can be put back."""

from __future__ import annotations

import datetime
import tkinter as tk

import ttkbootstrap as ttk

from jsxh_desktop.app import history_model as model
from jsxh_desktop.domain.place import Place
from jsxh_desktop.ui import pieces
from jsxh_desktop.ui.list_table import Column, ListTable
from jsxh_desktop.ui.page_head import PageHead
from jsxh_desktop.ui.shell import Shell, View
from jsxh_desktop.ui.wrapped_label import WrappedLabel

FIELD, WHO, PART, WHEN = range(4)
ALL = ("所有字段", "所有人", "所有页", "所有日期")
WIDTHS = (24, 12, 18, 12)
DAY = Column("时间", 150)
COLUMNS = (
    Column("谁", 70),
    Column("字段", 220),
    Column("原来", 220, grows=True),
    Column("改成", 220, grows=True),
    Column("", 110, anchor="e"),
)
RESTORE = "恢复这一处"
HOW = "恢复只改这一项，也能撤销"
NONE = "还没有改过什么。改了以后，谁在什么时候把哪一项从多少改成多少，都记在这里"
OPEN_DAYS = 2
SHORT, LONGEST = 14, 300


class HistoryPage:
    """By day, the latest on top; Enter on a line, or a press on its end, puts the field back."""

    def __init__(self, parent: tk.Misc, shell: Shell) -> None:
        self._shell, self._theme = shell, shell.theme
        theme, px = self._theme, self._theme.px
        self._all: tuple[model.Line, ...] = ()
        self.lines: list[model.Line] = []
        self._spans: dict[str, tuple[datetime.date, datetime.date]] = {}
        self._seen: object = None
        self.widget: tk.Widget = pieces.frame(theme, parent)
        self._head = PageHead(
            theme,
            self.widget,
            "历史",
            actions=(("F1 怎么用", "question-circle", lambda: shell.help("history")),),
        )
        bar = pieces.frame(theme, self.widget)
        bar.pack(fill="x", padx=px(20), pady=(0, px(8)))
        pieces.label(theme, bar, "只看", "text2").pack(side="left", padx=(0, px(8)))
        self.filters = [self._filter(bar, place) for place in range(len(ALL))]
        self._none = pieces.label(theme, self.widget, NONE, "text2")
        self._table = ListTable(theme, self.widget, COLUMNS, self.restore, DAY, self._tell_whole)
        self._whole = WrappedLabel(theme, self.widget, "", "text2", "small")

    def refresh(self) -> None:
        filing = self._shell.workspace.filing
        if self._seen is filing:
            return
        self._seen = filing
        self._all = model.lines(self._shell.workspace)
        self._spans = model.spans(self._all, _today())
        known = (model.fields, model.people, model.parts, lambda _lines: tuple(self._spans))
        for place, (box, names) in enumerate(zip(self.filters, known, strict=True)):
            values = (ALL[place], *names(self._all))
            if box.get() not in values:
                box.set(ALL[place])
            box.configure(values=values)
        self._list()

    def restore(self, number: int) -> None:
        """Put back what one line changed."""
        line = self.lines[number]
        problem = model.restore(self._shell.workspace, line)
        if problem:
            self._shell.tell(problem)
            return
        place = self._shell.workspace.last_place()
        go = (lambda: self._shell.jump(place)) if place else None
        self._shell.tell(f"{line.field}恢复成 {line.before}", "去看看" if go else "", go)

    def show_place(self, place: Place) -> bool:  # noqa: ARG002 - no field of a filing is here
        return False

    def focus_first(self) -> None:
        self._table.focus()

    def flush(self) -> None: ...

    def _list(self) -> None:
        wanted = self._wanted()
        self.lines = [line for line in self._all if wanted.has(line)]
        self._head.say(f"{len(self.lines)} 处改动　·　{HOW}" if self.lines else "")
        self._table.clear()
        number = 0
        for place, day in enumerate(model.days(self.lines, _today())):
            group = self._table.group(day.name, is_open=place < OPEN_DAYS)
            for line in day.lines:
                self._line(number, group, line)
                number += 1
        px, empty = self._theme.px, not self.lines
        for part in (self._none, self._whole.widget, self._table.widget):
            part.pack_forget()
        if empty:
            self._none.pack(expand=True)
        else:
            self._whole.widget.pack(side="bottom", fill="x", padx=px(20), pady=px(8))
            self._table.widget.pack(fill="both", expand=True, padx=px(20))
        self._whole.say("")

    def _filter(self, bar: tk.Frame, place: int) -> ttk.Combobox:
        box = ttk.Combobox(bar, state="readonly", values=(ALL[place],), width=WIDTHS[place])
        box.set(ALL[place])
        box.bind("<<ComboboxSelected>>", lambda _event: self._list())
        box.pack(side="left", padx=(0, self._theme.px(8)))
        return box

    def _wanted(self) -> model.Wanted:
        field, who, part, when = (
            "" if box.get() == every else box.get()
            for box, every in zip(self.filters, ALL, strict=True)
        )
        return model.Wanted(field, who, part, *self._spans.get(when, ()))

    def _line(self, number: int, group: str, line: model.Line) -> None:
        what = line.title if line.field == model.OF_STEPS else line.field
        what = "　".join(part for part in (what, line.row, line.turn) if part)
        before, after = model.short(line.before, SHORT), model.short(line.after, SHORT)
        values = (line.who, what, before, after, RESTORE if line.change else "")
        self._table.line(number, values, group, f"{line.at:%H:%M:%S}", dim=not line.change)

    def _tell_whole(self, number: int) -> None:
        """Below the list what is too long for it."""
        line = self.lines[number]
        long = len(line.before) > SHORT or len(line.after) > SHORT
        said = f"{line.before}　→　{line.after}" if long else ""
        self._whole.say(model.short(said, LONGEST))


def _today() -> datetime.date:
    return datetime.datetime.now().astimezone().date()


def build(parent: tk.Misc, shell: Shell) -> View:
    """历史."""
    return HistoryPage(parent, shell)
