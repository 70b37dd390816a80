"""核对纸质件: a code typed or scanned, a PDF or a folder, compared with what the workbook holds."""

from __future__ import annotations

import tkinter as tk
from functools import partial

import ttkbootstrap as ttk

from jsxh_desktop.app.verify import Verdict, verify
from jsxh_desktop.domain.place import Place
from jsxh_desktop.ui import file_choice, pieces
from jsxh_desktop.ui.difference_list import DifferenceList
from jsxh_desktop.ui.jobs import in_background_or_told
from jsxh_desktop.ui.shell import Shell
from jsxh_desktop.ui.wrapped_label import WrappedLabel

HINT = (
    "输入纸上每一面下边的 20 位校验码（大小写、空格都可以），或者选一份 PDF、一个报送文件夹。"
    "校验码一致，说明纸是用这些数据打的；纸上的字有没有被涂改，要对着屏幕看。"
)


class VerifyView:
    """Enter compares; the sentence says whether it matches, the list which values do not."""

    def __init__(self, parent: tk.Misc, shell: Shell) -> None:
        self._shell, self._theme = shell, shell.theme
        theme, px = self._theme, self._theme.px
        self.widget: tk.Widget = pieces.frame(theme, parent)
        body = pieces.frame(theme, self.widget)
        body.pack(fill="x", padx=px(20), pady=px(8))
        WrappedLabel(theme, body, HINT, "text3", "small").widget.pack(fill="x")
        line = pieces.frame(theme, body)
        line.pack(fill="x", pady=(px(12), 0))
        self.given = ttk.Entry(line, width=1)
        self.given.pack(side="left", fill="x", expand=True)
        self.given.bind("<Return>", lambda _event: self._compare())
        self.given.bind("<KP_Enter>", lambda _event: self._compare())
        pieces.button(line, "核对", self._compare, "check2-square", "primary").pack(
            side="left", padx=px(8)
        )
        pieces.button(line, "选 PDF", self._choose_print, "filetype-pdf").pack(side="left")
        pieces.button(line, "选文件夹", self._choose_folder, "folder2-open").pack(
            side="left", padx=(px(8), 0)
        )
        self._said = WrappedLabel(theme, body, "", "text", "strong")
        self._said.widget.pack(fill="x", pady=(px(12), 0))
        self._list = DifferenceList(theme, self.widget, ("印的是", "现在是"), shell.jump)

    def refresh(self) -> None: ...

    def show_place(self, place: Place) -> bool:  # noqa: ARG002 - no field of a filing is here
        return False

    def focus_first(self) -> None:
        self.given.focus_set()

    def flush(self) -> None: ...

    def left(self) -> str:
        return self.given.get()

    def resume(self, left: str) -> None:
        self.given.insert(0, left)
        self._compare()

    def _compare(self) -> str:
        workspace, given = self._shell.workspace, self.given.get().strip()
        if given:
            work = partial(verify, workspace.workbook, given, workspace.unit)
            in_background_or_told(self._shell, self.widget, work, self._show, self._refuse)
        return "break"

    def _show(self, found: Verdict) -> None:
        sign, colour = ("✓", "ok") if found.matches else ("▲", "danger")
        self._say(f"{sign} {'。'.join(found.said)}", colour)
        px = self._theme.px
        self._list.show(found.differences)
        if found.differences:
            self._list.widget.pack(fill="both", expand=True, padx=px(20), pady=(0, px(12)))
        else:
            self._list.widget.pack_forget()

    def _refuse(self, sentence: str) -> None:
        self._list.widget.pack_forget()
        self._say(f"▲ {sentence}", "danger")

    def _say(self, words: str, colour: str) -> None:
        self._said.widget.configure(foreground=self._theme.palette[colour])
        self._said.say(words)

    def _choose_print(self) -> None:
        folder = self._shell.workspace.path.parent
        self._take(file_choice.ask_print(self._shell.root, folder))

    def _choose_folder(self) -> None:
        folder = self._shell.workspace.path.parent
        self._take(file_choice.ask_folder(self._shell.root, folder, "选报送材料的文件夹"))

    def _take(self, chosen: object) -> None:
        if chosen:
            self.given.delete(0, "end")
            self.given.insert(0, str(chosen))
            self._compare()
