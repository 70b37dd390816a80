"""检查数据库: what is wrong with the file, line by line, and the presses that put it right."""

from __future__ import annotations

import tkinter as tk
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from pathlib import Path

import ttkbootstrap as ttk

from jsxh_desktop.app import inspection
from jsxh_desktop.app.inspection import Inspection
from jsxh_desktop.app.problem import Problem
from jsxh_desktop.domain.place import Place
from jsxh_desktop.ui import pieces
from jsxh_desktop.ui.host import Host
from jsxh_desktop.ui.jobs import in_background
from jsxh_desktop.ui.list_table import Column, ListTable
from jsxh_desktop.ui.lobby import Lobby
from jsxh_desktop.ui.page_head import PageHead
from jsxh_desktop.ui.shell import Shell, View
from jsxh_desktop.ui.wrapped_label import WrappedLabel

COLUMNS = (Column("查到什么", 620, grows=True), Column("怎么处理", 260))
WORKING = "正在检查…"
PRESSES = (
    ("修好能修的 {} 处", "repair", "wrench", "primary"),
    ("照备份改回 {} 处", "restore", "arrow-counterclockwise", "outline"),
    ("{} 处核对过了，按现在的记下", "accept", "check2-all", "outline"),
)
How = dict[str, bool]
HOW = "。处理前先备份一份；移出来、清空的内容都另外留着，不会删掉"
CHANGED = (
    "。不一样的是硬盘出错或者别的程序改的，对着原件核一遍：不对的改好或用备份恢复，对的按现在的记下"
)
LONGEST = 300
_READER = ThreadPoolExecutor(1, thread_name_prefix="inspection")


class InspectionView:
    """`look` reads the file anew, from any thread; `mend` is told how, as `inspection.mended`."""

    def __init__(
        self,
        parent: tk.Misc,
        host: Host,
        look: Callable[[], Inspection],
        mend: Callable[[How], object],
        restore: Callable[[], object],
    ) -> None:
        self._host, self._theme = host, host.theme
        self._look, self._mend = look, mend
        self._found = Inspection("")
        theme, px = self._theme, self._theme.px
        self.widget: tk.Widget = pieces.frame(theme, parent)
        actions = (
            ("再查一遍", "arrow-repeat", self.refresh),
            ("返回 Esc", "arrow-left", host.back),
        )
        self._head = PageHead(theme, self.widget, "检查数据库", "", actions)
        self._said = WrappedLabel(theme, self.widget, WORKING, "text2")
        self._said.widget.pack(fill="x", padx=px(20), pady=(0, px(8)))
        self._buttons = pieces.frame(theme, self.widget)
        self._buttons.pack(fill="x", padx=px(20), pady=(0, px(8)))
        self._presses = [
            pieces.button(self._buttons, words, partial(mend, {how: True}), sign, style)
            for words, how, sign, style in PRESSES
        ]
        self._restore = pieces.button(self._buttons, "用备份恢复", restore, "clock-history")
        self._whole = WrappedLabel(theme, self.widget, "", "text2", "small")
        self._table = ListTable(
            theme, self.widget, COLUMNS, lambda _number: None, chosen=self._tell_whole
        )

    def refresh(self) -> None:
        """Look at the file once more."""
        self._said.say(WORKING)
        in_background(self._host, self.widget, self._read, self._take, _READER)

    def show_place(self, place: Place) -> bool:  # noqa: ARG002 - no field of a filing is here
        return False

    def focus_first(self) -> None:
        shown = [each for each in (*self._presses, self._restore) if each.winfo_manager()]
        (shown[0] if shown else self._head.buttons[0]).focus_set()

    def flush(self) -> None: ...

    def _read(self) -> Inspection:
        """In the thread."""
        try:
            return self._look()
        except Problem as problem:
            return Inspection(f"▲ {problem}")

    def _take(self, end: Future[Inspection]) -> None:
        found = self._found = end.result()
        sign = "" if found.lines or found.said.startswith("▲") else "✓ "
        how = (HOW if found.mendable else "") + (CHANGED if found.altered else "")
        self._said.say(f"{sign}{found.said}{how}")
        counts = (found.mendable, found.former, found.altered)
        for press, (words, *_), count in zip(self._presses, PRESSES, counts, strict=True):
            self._offer(press, words.format(count), count)
        self._offer(self._restore, "用备份恢复", found.altered or found.is_broken)
        self._table.clear()
        for number, line in enumerate(found.lines):
            self._table.line(number, line)
        self._whole.widget.pack_forget()
        self._table.widget.pack_forget()
        if found.lines:
            px = self._theme.px
            self._whole.widget.pack(side="bottom", fill="x", padx=px(20), pady=px(8))
            self._table.widget.pack(fill="both", expand=True, padx=px(20))
        self._whole.say("")
        if self.widget.winfo_viewable():  # the clerk may be elsewhere by now
            self.focus_first()

    def _offer(self, button: ttk.Button, words: str, wanted: object) -> None:
        button.pack_forget()
        button.configure(text=words)
        if wanted:
            button.pack(side="left", padx=(0, self._theme.px(8)))

    def _tell_whole(self, number: int) -> None:
        """Below the list, as a line may be too long for it."""
        self._whole.say(pieces.cut(self._found.lines[number][0], LONGEST))


class ClosedInspection:
    """The same for a file that cannot be opened; `show` says which."""

    def __init__(self, parent: tk.Misc, lobby: Lobby) -> None:
        self._lobby = lobby
        self._path = Path()
        self._view = InspectionView(parent, lobby, self._look, self._mend, lobby.back)
        self.widget = self._view.widget

    def show(self, path: Path) -> None:
        self._path = path
        self._view.refresh()

    def left(self) -> Path:
        return self._path

    def resume(self, left: Path) -> None:
        self.show(left)

    def focus_first(self) -> None:
        self._view.focus_first()

    def _look(self) -> Inspection:
        return inspection.of_file(self._path)

    def _mend(self, how: How) -> None:
        """Put right what can be; what opens then is opened."""
        try:
            left = inspection.mended(self._path, **how)
        except Problem as problem:
            self._lobby.refuse(str(problem))
            return
        if left.is_broken:
            self._lobby.tell(left.said)
            self._view.refresh()
        else:
            self._lobby.open(self._path)


def build(parent: tk.Misc, shell: Shell) -> View:
    """检查数据库."""
    look = partial(inspection.of_open, shell.workspace)
    return InspectionView(parent, shell, look, shell.do["mend"], partial(shell.go, "backups"))


def build_in_lobby(parent: tk.Misc, lobby: Lobby) -> ClosedInspection:
    """The same for a file that cannot be opened."""
    return ClosedInspection(parent, lobby)
