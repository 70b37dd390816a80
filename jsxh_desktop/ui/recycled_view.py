"""回收站: the projects that were deleted; Enter or a press puts one back."""

from __future__ import annotations

import datetime
import tkinter as tk

from jsxh_desktop.app import recycling
from jsxh_desktop.domain.place import Place
from jsxh_desktop.ui import pieces
from jsxh_desktop.ui.list_table import Column, ListTable
from jsxh_desktop.ui.page_head import PageHead
from jsxh_desktop.ui.shell import Shell, View

COLUMNS = (
    Column("项目名称", 320, grows=True),
    Column("什么时候删的", 170),
    Column("谁删的", 120),
    Column("一起找回的", 190),
    Column("", 110, anchor="e"),
)
NONE = "回收站是空的。删掉的项目都在这里，关了程序再打开也在"
SAID = "找回的连同目标、指标、自评报告和支出里写的所属项目，一步撤销"


class RecycledView:
    """The one deleted last on top."""

    def __init__(self, parent: tk.Misc, shell: Shell) -> None:
        self._shell, self._theme = shell, shell.theme
        self._lines: tuple[recycling.Line, ...] = ()
        px = self._theme.px
        self.widget: tk.Widget = pieces.frame(self._theme, parent)
        back = ("返回 Esc", "arrow-left", shell.back)
        PageHead(self._theme, self.widget, "回收站", SAID, (back,))
        self._none = pieces.label(self._theme, self.widget, NONE, "text2")
        self._none.pack(expand=True)
        self._table = ListTable(self._theme, self.widget, COLUMNS, self.put_back)
        self._padding = {"padx": px(20), "pady": (px(4), px(16))}

    def refresh(self) -> None:
        now = datetime.datetime.now().astimezone()
        lines = recycling.lines(self._shell.workspace, now)
        if lines == self._lines:
            return  # drawn anew it would forget which one is chosen
        self._lines = lines
        self._table.clear()
        for number, line in enumerate(self._lines):
            self._table.line(number, (line.name, line.when, line.who, line.along, "找回 →"))
        self._none.pack_forget()
        self._table.widget.pack_forget()
        if self._lines:
            self._table.widget.pack(fill="both", expand=True, **self._padding)  # type: ignore[arg-type]  # as pack takes it
        else:
            self._none.pack(expand=True)

    def put_back(self, number: int) -> None:
        """Bring the project of a line back."""
        line = self._lines[number]
        problem = recycling.put_back(self._shell.workspace, line)
        if problem:
            self._shell.tell(problem)
            return
        go = recycling.place_of(line)
        self._shell.tell(f"已找回“{line.name}”", "去看看", lambda: self._shell.jump(go))

    def show_place(self, place: Place) -> bool:  # noqa: ARG002 - no field of a filing is here
        return False

    def focus_first(self) -> None:
        self._table.focus()

    def flush(self) -> None: ...


def build(parent: tk.Misc, shell: Shell) -> View:
    """回收站."""
    return RecycledView(parent, shell)
