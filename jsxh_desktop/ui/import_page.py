"""导入表格: a file is chosen, shown cell by cell, and comes in as one step of undo."""

from __future__ import annotations

import tkinter as tk
from pathlib import Path

import ttkbootstrap as ttk

from jsxh_desktop.app import import_model as model
from jsxh_desktop.app.import_model import ImportModel
from jsxh_desktop.app.imports.source import Cancelled, read_source
from jsxh_desktop.app.problem import Problem
from jsxh_desktop.domain.place import Place
from jsxh_desktop.ui import file_choice, pieces
from jsxh_desktop.ui.column_choice import ColumnChoice
from jsxh_desktop.ui.jobs import GivenUp, Job, in_background_or_told
from jsxh_desktop.ui.list_table import Column, ListTable
from jsxh_desktop.ui.page_head import PageHead
from jsxh_desktop.ui.shell import Shell, View
from jsxh_desktop.ui.wrapped_label import WrappedLabel

TABLE = Column("表和格", 330)
COLUMNS = (
    Column("是什么", 230, grows=True),
    Column("原来", 110, anchor="e"),
    Column("改成", 110, anchor="e"),
    Column("", 170, grows=True),
)
CHOOSE = "选表格文件…"
FIRST = (
    "决算公开表、项目自评表、本程序写出的填报明细和数据包、财政局的科目表，都认得出来。\n"
    "先列出哪一格从多少改成多少，看过再导入，导入以后一步就能撤销。"
)
WIDE = 620
OTHER = 2
"""The place of the button for another file."""
WAITING = "正在看会改什么…"
STOPPED = "没有再读下去，什么也没有改"


class ImportPage:
    """Nothing is written before the button is pressed; the list shows what would be."""

    def __init__(self, parent: tk.Misc, shell: Shell) -> None:
        self._shell, self._theme = shell, shell.theme
        theme, px = self._theme, self._theme.px
        self.model: ImportModel | None = None
        self.job: Job[ImportModel] | None = None
        self._shown: object = None
        self.widget: tk.Widget = pieces.frame(theme, parent)
        actions = (
            ("F1 怎么用", "question-circle", lambda: shell.help("import")),
            ("返回 Esc", "arrow-left", shell.back),
            ("换一个文件…", "folder2-open", self.choose),
        )
        self._head = PageHead(theme, self.widget, "导入表格", "", actions)
        self._head.offer(OTHER, offered=False)
        self._empty = pieces.frame(theme, self.widget)
        pieces.icon(theme, self._empty, "file-earmark-spreadsheet", 32, "text3").pack(pady=px(12))
        pieces.frame(theme, self._empty, width=px(WIDE), height=0).pack()
        WrappedLabel(theme, self._empty, FIRST).widget.pack(fill="x", pady=px(8))
        self._choose: ttk.Button = pieces.button(
            self._empty, CHOOSE, self.choose, "folder2-open", "primary"
        )
        self._choose.pack(pady=px(12))
        self._full = pieces.frame(theme, self.widget)
        self._build_bar()
        self.table = ListTable(theme, self._full, COLUMNS, lambda _number: None, TABLE)
        self._build_foot()
        self.table.widget.pack(fill="both", expand=True, padx=px(20))
        self._empty.pack(expand=True)

    def choose(self) -> None:
        """Ask for a file and read it."""
        folder = self._shell.workspace.path.parent
        chosen = file_choice.ask_tables(self._shell.root, folder)
        if chosen:
            self.read(chosen)

    def read(self, path: Path) -> None:
        """Read a file beside the window; what stood here stays until it is read."""
        workspace = self._shell.workspace

        def work(job: Job[ImportModel]) -> ImportModel:
            def given_up() -> bool:
                try:
                    job.step("读表格", 0, 1)
                except GivenUp:
                    return True
                return False

            try:
                sources = read_source(path, given_up)
            except Cancelled:
                raise GivenUp from None
            made = ImportModel(workspace, path, sources)
            job.step("看会改什么", 0, 1)
            made.work_out()
            return made

        self._shell.workspace.flush()
        self.job = Job(self._shell, self.widget, work, self._read, self._shell.tell, STOPPED)

    def confirm(self) -> None:
        """Bring in what is shown."""
        try:
            if self.model is None or not self.model.plan.changes:
                return
            said = self.model.apply()
        except Problem as problem:
            self._shell.tell(str(problem))
            return
        self.model = None
        self._show()
        self._shell.tell(said, "撤销", self._shell.do["undo"])

    def refresh(self) -> None:
        if self.model and self._shown is not self._shell.workspace.filing:
            self._work_out()

    def show_place(self, place: Place) -> bool:  # noqa: ARG002 - no field of a filing is here
        return False

    def focus_first(self) -> None:
        if self.model:
            self.table.focus()
        else:
            self._choose.focus_set()

    def flush(self) -> None: ...

    def _read(self, model: ImportModel) -> None:
        self.model = model
        self._show()
        self._shell.tell("读好了，看过再导入")
        if self.widget.winfo_viewable():  # the clerk may be elsewhere by now
            self.focus_first()

    def _work_out(self) -> None:
        """Look beside the window what would change now; as often as it changed meanwhile."""
        found = self.model
        if found is None:
            return
        if found.is_worked_out:
            self._show()
            return
        self._own(found)
        self._said.say(WAITING)
        self._button.state(["disabled"])
        in_background_or_told(
            self._shell, self.widget, found.work_out, lambda _done: self._work_out(), self._refused
        )

    def _refused(self, said: str) -> None:
        """What is on the desk now is not what the file is for."""
        self.model = None
        self._show()
        self._shell.tell(said)

    def _show(self) -> None:
        """The list of the file, or the way to one."""
        found = self.model
        self._shown = self._shell.workspace.filing
        self._head.offer(OTHER, offered=found is not None)
        self._head.say(found.path.name if found else "")
        self._full.pack_forget()
        self._empty.pack_forget()
        if found is None:
            self._empty.pack(expand=True)
            return
        self._full.pack(fill="both", expand=True)
        self._list()
        self._own(found)
        self._said.say("　".join((found.said, *found.plan.notes)))
        self._button.configure(text=f"导入 {found.count} 处")
        self._button.state(["!disabled" if found.plan.changes else "disabled"])

    def _own(self, found: ImportModel) -> None:
        """What the columns of the unit's own tables are, where the file has some."""
        if self.own.show(found):
            px = self._theme.px
            self.own.widget.pack(fill="x", padx=px(20), pady=(0, px(8)), after=self._bar)
        else:
            self.own.widget.pack_forget()

    def _list(self, _event: object = None) -> None:
        if self.model is None:
            return
        self.table.clear()
        number = 0
        for group in self.model.groups(self._filter.get()):
            inside = self.table.group(group.heading, is_open=bool(group.cells))
            for cell in group.cells:
                address, *values = model.line(cell)
                self.table.line(number, [pieces.cut(v, 40) for v in values], inside, address)
                number += 1
            if group.more:
                more = f"还有 {group.more} 处没有列在这里，一样导入"
                self.table.line(number, ("", "", "", more), inside, dim=True)
                number += 1

    def _build_bar(self) -> None:
        theme, px = self._theme, self._theme.px
        bar = pieces.frame(theme, self._full)
        bar.pack(fill="x", padx=px(20), pady=(0, px(8)))
        pieces.label(theme, bar, "只看", "text2").pack(side="left", padx=(0, px(8)))
        names = tuple(model.WANTED)
        self._filter = ttk.Combobox(bar, state="readonly", values=names, width=12)
        self._filter.set(model.CHANGES)
        self._filter.bind("<<ComboboxSelected>>", self._list)
        self._filter.pack(side="left")
        hint = "金额都是元"
        pieces.label(theme, bar, hint, "text3", "small").pack(side="left", padx=px(16))
        self._bar = bar
        self.own = ColumnChoice(theme, self._full, self._work_out)

    def _build_foot(self) -> None:
        theme, px = self._theme, self._theme.px
        foot = pieces.frame(theme, self._full)
        foot.pack(side="bottom", fill="x", padx=px(20), pady=px(10))
        self._button: ttk.Button = pieces.button(
            foot, "导入", self.confirm, "box-arrow-in-down", "primary"
        )
        self._button.pack(side="right", padx=(px(12), 0))
        self._said = WrappedLabel(theme, foot, "", "text2", "small")
        self._said.widget.pack(side="left", fill="x", expand=True)


def build(parent: tk.Misc, shell: Shell) -> View:
    """导入表格, into the year on the desk."""
    return ImportPage(parent, shell)
