"""Amounts keyed a second time, blind: one after the other, and the differences only on request."""

from __future__ import annotations

import tkinter as tk

import ttkbootstrap as ttk

from jsxh_desktop.app.differences import Difference
from jsxh_desktop.app.problem import Problem
from jsxh_desktop.app.rekeying import Rekeying, called
from jsxh_desktop.domain.place import Place
from jsxh_desktop.ui import pieces
from jsxh_desktop.ui.difference_list import DifferenceList
from jsxh_desktop.ui.shell import Shell
from jsxh_desktop.ui.wrapped_label import WrappedLabel

HINT = "另一个人照着原始凭证再输一遍，看不到原来的数。按 Enter 到下一个；没有数的直接按 Enter"
DONE = "全部输完了。点“对照”看哪些数和第一遍不一样"
AGREES = "输过的每个数都和第一遍一样"
WIDTH = 18


class RekeyingView:
    """The amount asked for now in large letters, one field, how far it is, and what differs."""

    def __init__(self, parent: tk.Misc, shell: Shell) -> None:
        self._shell, self._theme = shell, shell.theme
        theme, px = self._theme, self._theme.px
        self._work = Rekeying(shell.workspace)
        self._at: Place | None = None
        self.widget: tk.Widget = pieces.frame(theme, parent)
        body = pieces.frame(theme, self.widget)
        body.pack(fill="x", padx=px(20), pady=(px(8), px(8)))
        WrappedLabel(theme, body, HINT, "text3", "small").widget.pack(fill="x")
        self._what = WrappedLabel(theme, body, "", "text", "section")
        self._what.widget.pack(fill="x", pady=(px(12), px(6)))
        line = pieces.frame(theme, body)
        line.pack(fill="x")
        self.amount = ttk.Entry(line, width=WIDTH, justify="right")
        self.amount.pack(side="left")
        self.amount.bind("<Return>", lambda _event: self._keyed())
        self.amount.bind("<KP_Enter>", lambda _event: self._keyed())
        self._unit = pieces.label(theme, line, "", "text2")
        self._unit.pack(side="left", padx=px(8))
        pieces.button(line, "跳过", self._skip).pack(side="left", padx=px(8))
        self._far = pieces.label(theme, line, "", "text2", "small")
        self._far.pack(side="left", padx=px(12))
        pieces.button(line, "从头再来", self._begin_anew, "arrow-clockwise").pack(side="right")
        compare = pieces.button(line, "对照", self.compare, "check2-all")
        compare.pack(side="right", padx=px(8))
        self._problem = pieces.label(theme, body, "", "danger", "small")
        self._problem.pack(anchor="w", pady=(px(4), 0))
        self._list = DifferenceList(theme, self.widget, ("第一遍", "第二遍"), shell.jump)

    def refresh(self) -> None:
        """Ask for the next amount; one being typed stays."""
        filing, unit = self._shell.workspace.filing, self._shell.workspace.unit
        self._at = self._work.next
        self._what.say(called(filing, self._at) if self._at else DONE)
        self._unit.configure(text=unit)
        self._far.configure(text=f"输了 {self._work.count} 个，一共 {len(self._work.places)} 个")
        self.amount.state(["!disabled" if self._at else "disabled"])

    def show_place(self, place: Place) -> bool:  # noqa: ARG002 - the page of the field shows it
        return False

    def focus_first(self) -> None:
        self.amount.focus_set()

    def flush(self) -> None: ...

    def compare(self) -> None:
        """List what differs of what was keyed."""
        found = [
            Difference(each.what, "", each.first, each.second, each.place)
            for each in self._work.differing()
        ]
        self._list.show(found)
        px = self._theme.px
        if found:
            self._list.widget.pack(fill="both", expand=True, padx=px(20), pady=(0, px(12)))
            self._list.focus()
            self._say("")
        else:
            self._list.widget.pack_forget()
            self._say(AGREES, "ok")

    def _keyed(self) -> str:
        if self._at:
            try:
                self._work.key(self._at, self.amount.get())
            except Problem as problem:
                self._say(f"▲ {problem}")
                self.amount.selection_range(0, "end")
            else:
                self._turn_on()
        return "break"

    def _skip(self) -> None:
        if self._at:
            self._work.skipped.add(self._at)
            self._turn_on()

    def _turn_on(self) -> None:
        self.amount.delete(0, "end")
        self._list.widget.pack_forget()
        self._say("")
        self.refresh()
        self.amount.focus_set()

    def _begin_anew(self) -> None:
        try:
            self._work.begin_anew()
        except Problem as problem:
            self._say(f"▲ {problem}")
        else:
            self._turn_on()

    def _say(self, words: str, colour: str = "danger") -> None:
        self._problem.configure(text=words, foreground=self._theme.palette[colour])
