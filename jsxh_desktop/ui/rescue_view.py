"""A workbook that is damaged: its backups, one to take its place, what of the rest came back."""

from __future__ import annotations

import datetime
import tkinter as tk
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from pathlib import Path

from jsxh_desktop.app import rescue
from jsxh_desktop.app.backups import Kept
from jsxh_desktop.app.problem import Problem
from jsxh_desktop.domain.place import Place
from jsxh_desktop.ui import pieces
from jsxh_desktop.ui.jobs import in_background, when_done
from jsxh_desktop.ui.list_table import Column, ListTable
from jsxh_desktop.ui.lobby import Lobby
from jsxh_desktop.ui.page_head import PageHead
from jsxh_desktop.ui.wrapped_label import WrappedLabel

OFFERED = (
    Column("备份的时间", 180),
    Column("年度", 180),
    Column("是什么", 150),
    Column("大小", 90, anchor="e"),
    Column("查过", 120, anchor="center"),
    Column("", 170, anchor="e", grows=True),
)
CAME_BACK = (
    Column("时间", 150),
    Column("谁", 120),
    Column("改了什么", 420, grows=True),
    Column("找回没有", 200),
)
YEARS, STATE = 1, 4
TAKE = "用这一份恢复 →"
HOW = (
    "选一份备份，按 Enter：坏的文件移到“损坏的文件”文件夹，不会删；"
    "备份以后还读得出来的修改会重新做上"
)
NONE = "没有找到这个文件的备份。坏的文件没有动过，可以把它和“备份”文件夹一起交给维护人员"
WORKING = "正在恢复…"
_READER = ThreadPoolExecutor(1, thread_name_prefix="rescue")


class RescueView:
    """The newest backup is chosen at once, so that Enter alone brings the work back."""

    def __init__(self, parent: tk.Misc, lobby: Lobby) -> None:
        self._lobby, self._theme = lobby, lobby.theme
        self._workbook, self._why = Path(), ""
        self._under_way: Future[rescue.Returned] | None = None
        self._found: tuple[Kept, ...] = ()
        theme, px = self._theme, self._theme.px
        self.widget: tk.Widget = pieces.frame(theme, parent)
        actions = (
            ("检查数据库", "shield-check", self.inspect),
            ("返回 Esc", "arrow-left", lobby.back),
        )
        self._head = PageHead(theme, self.widget, "文件坏了，用备份恢复", "", actions)
        self._said = WrappedLabel(theme, self.widget, HOW, "text2")
        self._said.widget.pack(fill="x", padx=px(20), pady=(0, px(8)))
        self._open = pieces.button(
            self.widget, "打开恢复好的文件", self.open, "folder2-open", "primary"
        )
        self._offered = ListTable(theme, self.widget, OFFERED, self.take)
        self._returned = ListTable(theme, self.widget, CAME_BACK, lambda _number: None)

    def show(self, workbook: Path, why: str) -> None:
        """Offer the backups of a workbook that could not be opened."""
        self._workbook, self._why = workbook, why
        self._found = rescue.offered(workbook)
        self._head.say(pieces.cut(workbook.name, 40))
        self._said.say(f"{why}。{HOW if self._found else NONE}")
        now = datetime.datetime.now().astimezone()
        self._offered.clear()
        for number, kept in enumerate(self._found):
            line = (kept.when(now), "", kept.what, kept.size, "正在查…", TAKE)
            self._offered.line(number, line)
            look, show = partial(rescue.state_of, kept), partial(self._show_state, number, kept)
            in_background(self._lobby, self.widget, look, show, _READER)  # each is a file to read
        if self._found:
            self._pack(self._offered)
            self.focus_first()

    def left(self) -> tuple[Path, str, Future[rescue.Returned] | None]:
        """What it is about, and the restoring that is under way or over."""
        return self._workbook, self._why, self._under_way

    def resume(self, left: tuple[Path, str, Future[rescue.Returned] | None]) -> None:
        workbook, why, under_way = left
        self.show(workbook, why)
        if under_way:
            self._await(under_way)

    def take(self, number: int) -> None:
        """Put this backup in the place of the damaged file."""
        if not self._under_way:
            self._await(_READER.submit(rescue.take, self._found[number]))

    def inspect(self) -> None:
        """See what is wrong with it, and whether it can be put right."""
        self._lobby.go("inspection").show(self._workbook)

    def open(self) -> None:
        """Go on working."""
        self._lobby.open(self._workbook)

    def refresh(self) -> None: ...

    def show_place(self, place: Place) -> bool:  # noqa: ARG002 - no field of a filing is here
        return False

    def focus_first(self) -> None:
        self._offered.focus()

    def flush(self) -> None: ...

    def _await(self, taking: Future[rescue.Returned]) -> None:
        self._under_way = taking
        self._said.say(WORKING)
        when_done(self._lobby, self.widget, taking, self._taken)

    def _taken(self, end: Future[rescue.Returned]) -> None:
        try:
            self._done(end.result())
        except Problem as problem:
            self._under_way = None
            self._said.say(f"▲ {problem}")
            self._offered.focus()

    def _done(self, back: rescue.Returned) -> None:
        self._head.say(pieces.cut(self._workbook.name, 40), "恢复好了")
        self._said.say(back.said)
        self._offered.widget.pack_forget()
        self._open.pack(anchor="w", padx=self._theme.px(20), pady=(0, self._theme.px(8)))
        for number, line in enumerate(back.lines):
            self._returned.line(number, line)
        if back.lines:
            self._pack(self._returned)
        self._open.focus_set()

    def _pack(self, table: ListTable) -> None:
        px = self._theme.px
        table.widget.pack(fill="both", expand=True, padx=px(20), pady=(px(4), px(16)))

    def _show_state(self, number: int, kept: Kept, end: Future[tuple[str, str]]) -> None:
        years, state = end.result()
        if kept in self._found[number : number + 1]:
            self._offered.set(number, YEARS, years)
            self._offered.set(number, STATE, state)


def build(parent: tk.Misc, lobby: Lobby) -> RescueView:
    """文件坏了，用备份恢复."""
    return RescueView(parent, lobby)
