"""彻底清除: what goes and what stays, and the one press that does it; nothing brings it back."""

from __future__ import annotations

import tkinter as tk
from collections.abc import Sequence

import ttkbootstrap as ttk

from jsxh_desktop.app import purging
from jsxh_desktop.app.problem import Problem
from jsxh_desktop.domain.place import Place
from jsxh_desktop.ui import pieces
from jsxh_desktop.ui.page_head import PageHead
from jsxh_desktop.ui.shell import Shell, View
from jsxh_desktop.ui.wrapped_label import WrappedLabel

SAID = "删掉的身份证号、电话要从文件里也找不到时用；做了以后找不回来"
PURGE = "彻底清除"


class PurgeView:
    """The page is the question; Esc leaves everything as it is."""

    def __init__(self, parent: tk.Misc, shell: Shell) -> None:
        self._shell, self._theme = shell, shell.theme
        px = self._theme.px
        self.widget: tk.Widget = pieces.frame(self._theme, parent)
        back = ("返回 Esc", "arrow-left", shell.back)
        PageHead(self._theme, self.widget, PURGE, SAID, (back,))
        self._list("清掉的", purging.GOES)
        self._list("留着的", purging.STAYS)
        self.with_copies = tk.BooleanVar(self.widget, value=True)
        self._box = ttk.Checkbutton(self.widget, text="", variable=self.with_copies)
        self._button = pieces.button(self.widget, PURGE, self.purge, "eraser", "primary")
        self._button.pack(anchor="w", padx=px(20), pady=px(12))

    def refresh(self) -> None:
        try:
            count = purging.copies(self._shell.workspace.path)
        except Problem as problem:
            self._shell.tell(str(problem))
            count = 0
        self._box.configure(text=f"旧备份里也有：一起清掉 {count} 份，马上备份一份新的")
        self._box.pack_forget()
        if count:
            px = self._theme.px
            self._box.pack(anchor="w", padx=px(20), pady=(px(8), 0), before=self._button)

    @property
    def asked(self) -> str:
        """The words beside the box."""
        return str(self._box["text"])

    def purge(self) -> None:
        """Do it."""
        self._shell.do["purge"](old_copies=self.with_copies.get())

    def show_place(self, place: Place) -> bool:  # noqa: ARG002 - no field of a filing is here
        return False

    def focus_first(self) -> None:
        (self._box if self._box.winfo_manager() else self._button).focus_set()

    def flush(self) -> None: ...

    def _list(self, title: str, lines: Sequence[str]) -> None:
        theme, px = self._theme, self._theme.px
        pieces.label(theme, self.widget, title, font="section").pack(
            anchor="w", padx=px(20), pady=(px(8), px(4))
        )
        for line in lines:
            said = WrappedLabel(theme, self.widget, f"·　{line}", "text2")
            said.widget.pack(fill="x", padx=px(20), pady=px(2))


def build(parent: tk.Misc, shell: Shell) -> View:
    """彻底清除."""
    return PurgeView(parent, shell)
