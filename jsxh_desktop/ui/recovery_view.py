"""After a bad end: what was typed and not kept, field by field, to be used or not."""

from __future__ import annotations

import tkinter as tk
from functools import partial

import ttkbootstrap as ttk

from jsxh_desktop.app import recovery
from jsxh_desktop.app.recovery import Lost
from jsxh_desktop.domain.place import Place
from jsxh_desktop.ui import pieces
from jsxh_desktop.ui.page_head import PageHead
from jsxh_desktop.ui.scrolling import scrolled
from jsxh_desktop.ui.shell import Shell, View
from jsxh_desktop.ui.wrapped_label import WrappedLabel

EMPTY = "（空）"
HEADS = ("字段", "存着的", "找回的", "")
LONGEST = 200
NEXT = "organization"


class RecoveryView:
    """Each choice is one step of undo; with the last one the work begins."""

    def __init__(self, parent: tk.Misc, shell: Shell) -> None:
        self._shell, self._theme = shell, shell.theme
        self.found: tuple[Lost, ...] = ()
        self._buttons: list[ttk.Button] = []
        theme = self._theme
        self.widget: tk.Widget = pieces.frame(theme, parent)
        self._head = PageHead(
            theme, self.widget, "上次没有正常关闭", "逐项选；选错了能撤销，现在不选下次还会问"
        )
        self._scrolled = scrolled(self.widget)
        self._scrolled.container.pack(fill="both", expand=True)
        self._list: tk.Frame | None = None
        self.refresh()

    def refresh(self) -> None:
        found = recovery.lost(self._shell.workspace)
        if found == self.found and self._list:
            return
        self.found = found
        self._head.say("逐项选；选错了能撤销，现在不选下次还会问", recovery.title(found))
        if self._list:
            self._list.destroy()
        self._list = pieces.frame(self._theme, self._scrolled)
        self._list.pack(fill="both", expand=True, padx=self._theme.px(20))
        self._buttons = []
        self._build(self._list)

    def show_place(self, place: Place) -> bool:  # noqa: ARG002 - the fields themselves are elsewhere
        return False

    def focus_first(self) -> None:
        for button in self._buttons[:1]:
            button.focus_set()

    def flush(self) -> None: ...

    def take(self, lost: Lost) -> None:
        recovery.take(self._shell.workspace, lost)
        self._after(f"{lost.label}：用了找回的")

    def drop(self, lost: Lost) -> None:
        recovery.drop(self._shell.workspace, lost)
        self._after(f"{lost.label}：没有用找回的")

    def take_all(self) -> None:
        """Those the file did not go on from; of the others the clerk has to say which holds."""
        for lost in self._plain():
            recovery.take(self._shell.workspace, lost)
        self._after("找回的都用上了")

    def _plain(self) -> list[Lost]:
        return [lost for lost in self.found if not lost.moved]

    def _after(self, said: str) -> None:
        self.refresh()
        if self.found:
            self.focus_first()
        else:
            self._shell.go(NEXT)
        self._shell.tell(said)

    def _build(self, parent: tk.Frame) -> None:
        theme, px = self._theme, self._theme.px
        for column, weight in enumerate((2, 3, 3, 0)):
            parent.columnconfigure(column, weight=weight, uniform="text" if weight == 3 else "")
        for column, head in enumerate(HEADS if self.found else ()):
            pieces.label(theme, parent, head, "text3", "small").grid(
                row=0, column=column, sticky="w", padx=(0, px(16)), pady=px(4)
            )
        for number, lost in enumerate(self.found):
            self._build_row(parent, 2 * number + 1, lost)
        foot = pieces.frame(theme, parent)
        foot.grid(row=2 * len(self.found) + 1, column=0, columnspan=4, sticky="w", pady=px(16))
        plain = len(self._plain())
        if plain > 1:
            words = (
                "全部用找回的"
                if plain == len(self.found)
                else f"没有后来改过的 {plain} 处都用找回的"
            )
            everything = pieces.button(foot, words, self.take_all, "check2-all", "primary")
            everything.pack(side="left", padx=(0, px(8)))
            self._buttons.insert(0, everything)
        go_on = pieces.button(foot, "先填别的", lambda: self._shell.go(NEXT))
        go_on.pack(side="left")
        self._buttons.append(go_on)

    def _build_row(self, parent: tk.Frame, row: int, lost: Lost) -> None:
        theme, px = self._theme, self._theme.px
        pieces.rule(theme, parent).grid(row=row, column=0, columnspan=4, sticky="ew")
        field = pieces.frame(theme, parent)
        field.grid(row=row + 1, column=0, sticky="new", pady=px(8), padx=(0, px(16)))
        pieces.label(theme, field, lost.label).pack(anchor="w")
        pieces.label(theme, field, lost.page, "text3", "small").pack(anchor="w")
        for column, text, colour in ((1, lost.stored, "text2"), (2, lost.found, "text")):
            words = WrappedLabel(theme, parent, text[:LONGEST] or EMPTY, colour)
            words.widget.grid(
                row=row + 1, column=column, sticky="new", pady=px(8), padx=(0, px(16))
            )
        if lost.moved:
            said = WrappedLabel(theme, field, f"▲ {lost.moved[:LONGEST]}", "warn", "small")
            said.widget.pack(fill="x")
        buttons = pieces.frame(theme, parent)
        buttons.grid(row=row + 1, column=3, sticky="ne", pady=px(5))
        for words_on, do in (("用找回的", self.take), ("不要", self.drop)):
            button = pieces.button(buttons, words_on, partial(do, lost))
            button.pack(side="left", padx=(0, px(8)))
            self._buttons.append(button)


def build(parent: tk.Misc, shell: Shell) -> View:
    """找回没存上的."""
    return RecoveryView(parent, shell)
