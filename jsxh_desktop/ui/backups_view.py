"""The backups there are; each can become a new workbook, none ever replaces one."""

from __future__ import annotations

import datetime
import tkinter as tk
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from itertools import islice
from pathlib import Path

from jsxh_desktop.app import backups
from jsxh_desktop.app.problem import Problem
from jsxh_desktop.domain.place import Place
from jsxh_desktop.ui import pieces
from jsxh_desktop.ui.host import Host
from jsxh_desktop.ui.jobs import in_background
from jsxh_desktop.ui.list_table import Column, ListTable
from jsxh_desktop.ui.page_head import PageHead

COLUMNS = (
    Column("时间", 170),
    Column("数据文件", 300, grows=True),
    Column("年度", 150),
    Column("是什么", 130),
    Column("大小", 90, anchor="e"),
    Column("", 150, anchor="e"),
)
YEARS = 2
NONE = "还没有备份。程序每天第一次打开、改过以后关闭，都会自动备份一份"
_READER = ThreadPoolExecutor(1, thread_name_prefix="backups")


class BackupsView:
    """Newest first; Enter or a press restores into a new file and opens it."""

    def __init__(self, parent: tk.Misc, host: Host) -> None:
        self._host, self._theme = host, host.theme
        self._found: tuple[backups.Kept, ...] = ()
        px = self._theme.px
        self.widget: tk.Widget = pieces.frame(self._theme, parent)
        back = ("返回 Esc", "arrow-left", host.back)
        said = "恢复成一个新文件，现在的文件不会被盖掉"
        PageHead(self._theme, self.widget, "恢复备份", said, (back,))
        self._none = pieces.label(self._theme, self.widget, NONE, "text2")
        self._table = ListTable(self._theme, self.widget, COLUMNS, self.restore)
        self._padding = {"padx": px(20), "pady": (px(4), px(16))}
        self._none.pack(fill="both", expand=True, **self._padding)  # type: ignore[arg-type]  # as pack takes it
        self.refresh()

    def refresh(self) -> None:
        settings = self._host.settings
        workbooks = map(Path, settings.recent)
        found = backups.listed(workbooks, settings.data_folder)
        if found == self._found:
            return  # drawn anew it would forget which one is chosen, and read each file again
        self._found = found
        now = datetime.datetime.now().astimezone()
        self._table.clear()
        for number, kept in enumerate(self._found):
            line = (kept.when(now), kept.workbook.stem, "", kept.what, kept.size, "恢复成新文件 →")
            self._table.line(number, line)
            read, show = partial(backups.years_of, kept), partial(self._show_years, number, kept)
            in_background(self._host, self.widget, read, show, _READER)  # each is a file to open
        shown, hidden = self._table.widget, self._none
        if not self._found:
            shown, hidden = hidden, shown  # type: ignore[assignment]  # both are widgets
        hidden.pack_forget()
        shown.pack(fill="both", expand=True, **self._padding)  # type: ignore[arg-type]  # as pack takes it

    def choose(self, workbook: Path) -> None:
        """The newest backup of this workbook."""
        numbers = (n for n, kept in enumerate(self._found) if kept.workbook == workbook)
        for number in islice(numbers, 1):
            self._table.choose(number)

    def restore(self, number: int) -> None:
        """Turn a backup into a new workbook and open it."""
        kept = self._found[number]
        try:
            path = backups.restored(kept)
        except Problem as problem:
            self._host.tell(str(problem))
            return
        self._host.open(path)

    def show_place(self, place: Place) -> bool:  # noqa: ARG002 - no field of a filing is here
        return False

    def focus_first(self) -> None:
        self._table.focus()

    def flush(self) -> None: ...

    def _show_years(self, number: int, kept: backups.Kept, end: Future[str]) -> None:
        years = end.result()
        if kept in self._found[number : number + 1]:
            self._table.set(number, YEARS, years)


def build(parent: tk.Misc, host: Host) -> BackupsView:
    return BackupsView(parent, host)
