"""The findings below the desk: a head, a few rows, or up to 40 % of the desk with a detail."""

from __future__ import annotations

import tkinter as tk
from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from jsxh_desktop.app.check_list import Tab, listed, tab_counts
from jsxh_desktop.app.check_model import Row, Severity, State
from jsxh_desktop.ui import pieces
from jsxh_desktop.ui.cut_text import CutText
from jsxh_desktop.ui.finding_filter import FindingFilter
from jsxh_desktop.ui.finding_list import ROW, FindingList
from jsxh_desktop.ui.shell import Shell

if TYPE_CHECKING:
    from jsxh_desktop.ui.finding_detail import FindingDetail

SHOWN = 3
LOW, TALL = 0.15, 0.4  # of the desk
DETAIL, SHARE = 400, 0.4  # of the window at most
TABS = (Tab.ALL, Tab.HERE, Tab.REVIEWED, Tab.CORRECTED)
ROOM_FOR_KEY, ROOM_FOR_NAME = 1060, 740
NOTHING = {
    Tab.ALL: "没有发现错误",
    Tab.HERE: "这一页没有要看的",
    Tab.REVIEWED: "还没有核实过的",
    Tab.CORRECTED: "还没有改正过的，按 F9 检查时记下找到了什么",
}
LOOKING = "正在检查……"


class FindingsView:
    """A zone of the window; `go` is called for a row that is to be jumped to."""

    def __init__(self, shell: Shell, parent: tk.Misc, go: Callable[[Row], object]) -> None:
        theme = shell.theme
        self.widget = pieces.frame(theme, parent, "line")  # seen above the head
        self._shell, self._theme, self._parent = shell, theme, parent
        self._rows: Sequence[Row] = ()
        self._page, self._is_known = "", False
        self._height = SHOWN * theme.row(ROW)  # of the rows; 0 is closed
        self._build_head()
        self._body = pieces.frame(theme, self.widget)
        self._body.pack_propagate(False)
        self._edge = pieces.rule(theme, self._body, upright=True)
        self.list = FindingList(theme, self._body, go, self._chosen)
        self.list.widget.pack(side="left", fill="both", expand=True)
        self.list.canvas.bind("<Escape>", lambda _event: self._leave())
        self.list.canvas.bind("<Button-3>", lambda _event: self._explain(), add="+")
        self.widget.bind("<Configure>", lambda event: self._fit(event.width))
        self._narrow, self._fitted = False, SHOWN

    def show(self, rows: Sequence[Row], page: str, *, is_known: bool) -> None:
        """Bring the list in line: this page first, then errors, then notes.

        Until it `is_known` what the rules say, nothing found does not mean that nothing is wrong.
        """
        self._rows, self._page, self._is_known = rows, page, is_known
        self._paint()

    def step(self, by: int) -> Row | None:
        """Go to the next or previous row, round and round."""
        return self.list.step(by)

    def toggle(self) -> None:
        """Open or close the rows."""
        self._resize(0 if self._height else SHOWN * self._theme.row(ROW))

    @property
    def is_open(self) -> bool:
        """Whether there are rows to be seen."""
        return bool(self._height)

    def set_open(self, is_open: bool) -> None:
        if is_open != self.is_open:
            self.toggle()

    def grow(self) -> None:
        """As tall as it gets, or back to three rows."""
        self._resize(SHOWN * self._theme.row(ROW) if self.is_tall else self._most())

    @property
    def is_tall(self) -> bool:
        """Whether there is room for groups and the detail."""
        return self._height > (SHOWN + 1) * self._theme.row(ROW)

    def focus(self) -> None:
        """Put the focus on the row that is marked, or the search where there is none."""
        if self._height and self.list.rows:
            self.list.focus()
        else:
            self.filter.box.focus_set()

    @cached_property
    def detail(self) -> FindingDetail:
        """What is told of the row that is marked; made when there is first room for it."""
        from jsxh_desktop.ui.finding_detail import FindingDetail

        made = FindingDetail(self._body, self._shell)
        made.widget.configure(width=self._beside(self.widget.winfo_width()))
        made.widget.pack_propagate(False)
        return made

    def _beside(self, width: int) -> int:
        """How wide the detail is; large letters leave the list its room."""
        return min(self._theme.row(DETAIL), int(width * SHARE))

    def _most(self) -> int:
        return int(self._parent.winfo_height() * TALL)

    def _build_head(self) -> None:
        theme, px = self._theme, self._theme.px
        head = self._head = pieces.bar(theme, self.widget, "band", ROW)
        head.configure(height=theme.row(ROW), cursor="sb_v_double_arrow")
        head.pack(fill="x", pady=(max(1, px(1)), 0))
        head.bind("<B1-Motion>", self._dragged)
        head.bind("<Double-Button-1>", lambda _event: self.grow())
        self._name = pieces.label(theme, head, "检查结果", font="small_strong")
        self._name.configure(cursor="")
        self._name.pack(side="left", padx=(px(20), px(8)))
        self._first = pieces.label(theme, head, "", "text2", "small", anchor="w", width=1)
        self._cut = CutText(theme.font("small"), head)
        self._first.bind("<Configure>", lambda event: self._say_first(event.width))
        self._said = pieces.label(theme, self.widget, "", "text3", "small", anchor="w")
        self._said.configure(background=theme.palette.surface, padx=px(20), pady=px(5))

    @cached_property
    def filter(self) -> FindingFilter:
        """What one chooses by, and the links; there is nothing to choose from in a new window."""
        theme, px, head = self._theme, self._theme.px, self._head
        made = FindingFilter(theme, head, TABS, self._narrowed)
        self._fold = pieces.link(theme, head, "", self.toggle)
        self._fold.pack(side="right", padx=(px(4), px(12)))
        self._grow = pieces.link(theme, head, "", self.grow)
        self._grow.pack(side="right", padx=px(4))
        for link in (self._fold, self._grow):
            link.configure(foreground=theme.palette.text3)
        pieces.tell_on_hover(self._fold, lambda: "Ctrl+Shift+M")
        self._keys = pieces.label(theme, head, "F8 下一处", "text3", "small")
        if not self._narrow:
            self._keys.pack(side="right", padx=px(4))
        made.widget.pack(side="left", fill="y")  # last, as its search can do with less room
        return made

    def _narrowed(self) -> None:
        if not self._height:
            self._resize(SHOWN * self._theme.row(ROW))
        self._paint()

    def _dragged(self, event: tk.Event[tk.Misc]) -> None:
        bottom = self.widget.winfo_rooty() + self.widget.winfo_height()
        wanted = bottom - event.y_root - self._theme.row(ROW)
        row = self._theme.row(ROW)
        self._resize(0 if wanted < row else min(self._most(), wanted))

    def _resize(self, height: int) -> None:
        self._height = height
        self._paint()

    @property
    def _is_waiting(self) -> bool:
        """Whether nothing is known yet, so that any count would be made up."""
        return not (self._rows or self._is_known or "filter" in vars(self))

    def _paint(self) -> None:
        if self._is_waiting:
            self._place(())
            return
        wanted, tall = self.filter.wanted, self.is_tall
        found = listed(self._rows, wanted, self._page)
        severities = {
            each: sum(row.severity is each and row.state is State.OPEN for row in self._rows)
            for each in Severity
        }
        self.filter.show(tab_counts(self._rows, self._page), severities)
        self.list.show(found, self._page, grouped=tall)
        self._fold.configure(text="收起 ∨" if self._height else "展开 ∧")
        self._grow.configure(text="缩小 ↙" if tall else "放大 ↗")
        self._place(found)
        if tall:
            self.detail.show(self.list.current)

    @property
    def _few(self) -> int:
        """Three rows; a low desk keeps its room for the form."""
        least = int(LOW * self._parent.winfo_height() / self._theme.row(ROW))
        return max(1, min(SHOWN, least))

    def _place(self, found: Sequence[Row]) -> None:
        """The rows as high as they are; where there are none, a sentence in their place."""
        row, height = self._theme.row(ROW), self._height
        self._fitted = self._few
        if height and not self.is_tall:
            height = self._fitted * row if height == SHOWN * row else height
            height = min(height, len(found) * row)
        self._show_first()
        if height:
            self._body.configure(height=height)
            self._body.pack(fill="x")
        else:
            self._body.pack_forget()
        if self._height and not found and not self.is_tall:
            self._said.configure(text=self._nothing())
            self._said.pack(fill="x")
        else:
            self._said.pack_forget()
        if self.is_tall and not self._edge.winfo_manager():
            self.detail.widget.pack(side="right", fill="y", before=self.list.widget)
            self._edge.pack(side="right", fill="y", before=self.list.widget)
        elif not self.is_tall and self._edge.winfo_manager():
            self.detail.widget.pack_forget()
            self._edge.pack_forget()

    def _show_first(self) -> None:
        """Closed, the list is one line with its first sentence."""
        if self._height or self._is_waiting:
            self._first.pack_forget()
        elif not self._first.winfo_manager():
            self._first.pack(side="left", fill="x", expand=True, padx=self._theme.px(12))
        self._say_first(self._first.winfo_width())

    def _say_first(self, room: int) -> None:
        first = self.list.rows[0].sentence if self.list.rows else ""
        self._first.configure(text=self._cut.cut(first, room))

    def _nothing(self) -> str:
        if self._is_waiting:
            return LOOKING
        wanted = self.filter.wanted
        if wanted.text or wanted.severity:
            return "没有符合的；清空搜索、放开级别就看到全部"
        return NOTHING[wanted.tab] if self._is_known else LOOKING

    def _fit(self, width: int) -> None:
        """In a narrow window the hint of the key gives way, then the name; in a low one rows."""
        if self.is_tall:
            self.detail.widget.configure(width=self._beside(width))
        if self._fitted != self._few and not self._is_waiting:
            self._paint()
        px, row = self._theme.px, self._theme.row
        if width < row(ROOM_FOR_NAME):
            self._name.pack_forget()
        elif not self._name.winfo_manager():
            beside = self._head.pack_slaves()[0]
            self._name.pack(side="left", padx=(px(20), px(8)), before=beside)
        narrow = width < row(ROOM_FOR_KEY)
        if narrow != self._narrow:
            self._narrow = narrow
            if self._is_waiting:
                return
            if narrow:
                self._keys.pack_forget()
            else:
                self._keys.pack(side="right", padx=px(4))

    def _chosen(self) -> None:
        if self.is_tall:
            self.detail.show(self.list.current)

    def _explain(self) -> None:
        """Tell all there is to know of the row that is marked."""
        if not self.is_tall:
            self.grow()

    def _leave(self) -> str:
        """Esc goes back to the desk."""
        self._shell.do["desk"]()
        return "break"
