"""The packs of a year, one below the other: which it is on, and another to be put on."""

from __future__ import annotations

import tkinter as tk
from collections.abc import Callable
from functools import partial

import ttkbootstrap as ttk

from jsxh_desktop.app.folder_shown import show_folder
from jsxh_desktop.app.pack_choice import Choice, pack_choices, take_copy
from jsxh_desktop.app.packs import PackIsDamaged
from jsxh_desktop.app.problem import Problem
from jsxh_desktop.app.repacking import use_pack
from jsxh_desktop.app.workspace import Workspace
from jsxh_desktop.ui import pieces
from jsxh_desktop.ui.cut_label import CutLabel
from jsxh_desktop.ui.host import Host
from jsxh_desktop.ui.wrapped_label import WrappedLabel

SAID = "表样、计分、公开表的张数和说法都跟着换；填的内容不变，可以撤销"


class PackList:
    """`buttons` are the ways to each pack the year is not on, by its name."""

    def __init__(self, host: Host, parent: tk.Misc, workspace: Workspace) -> None:
        self._host, self._theme, self._workspace = host, host.theme, workspace
        self.widget = pieces.frame(host.theme, parent)
        self._rows = pieces.frame(host.theme, self.widget)
        self._rows.pack(fill="x")
        self.buttons: dict[str, ttk.Button] = {}
        pieces.label(host.theme, self.widget, SAID, "text3", "small").pack(anchor="w")
        copy = pieces.button(self.widget, "复制这一套来改", self.take_copy, "copy")
        copy.pack(anchor="w", pady=host.theme.px(8))
        self.refresh()

    def refresh(self) -> None:
        """Look for packs again: one may have been put there or changed meanwhile."""
        for row in self._rows.winfo_children():
            row.destroy()
        self.buttons.clear()
        for choice in pack_choices(self._workspace.filing):
            self._build(choice)

    def use(self, name: str) -> None:
        """Put the year on another pack."""
        try:
            done = use_pack(self._workspace, name)
        except PackIsDamaged as problem:
            self._host.tell(str(problem))
            return
        if done:
            self._host.tell(f"已改用“{self._workspace.pack.name}”")
        self.refresh()

    def take_copy(self) -> None:
        """Copy the pack of the year beside the workbook and show it."""
        try:
            target = take_copy(self._workspace.filing)
        except Problem as problem:
            self._host.tell(str(problem))
            return
        self.refresh()
        show: Callable[[], object] = partial(show_folder, target)
        self._host.tell(f"已复制到 {target}，改好后在这里选它", "打开文件夹", show)

    def _build(self, choice: Choice) -> None:
        theme, px = self._theme, self._theme.px
        row = pieces.frame(theme, self._rows)
        row.pack(fill="x", pady=(0, px(6)))
        sign, colour = ("check-circle-fill", "ok") if choice.chosen else ("circle", "text3")
        if choice.problem:
            sign, colour = "exclamation-circle-fill", "danger"
        pieces.icon(theme, row, sign, 14, colour).pack(side="left", padx=(0, px(8)))
        words = pieces.frame(theme, row)
        words.pack(side="left", fill="x", expand=True)
        head = pieces.frame(theme, words)
        head.pack(fill="x")
        font = "strong" if choice.chosen else "body"
        title = CutLabel(theme, head, "text", font)
        title.say(choice.title)
        title.widget.pack(side="left")
        taken = 0
        if not (choice.chosen or choice.problem):
            use = pieces.button(head, "改用", partial(self.use, choice.id))
            use.pack(side="left", padx=px(10))
            self.buttons[choice.id] = use
            taken = use.winfo_reqwidth() + 2 * px(10)
        head.bind("<Configure>", lambda event: title.fit(event.width - taken))
        said = WrappedLabel(theme, head, choice.said, "text3", "small").widget
        said.pack(side="left", fill="x", expand=True, padx=px(10))
        if choice.problem:
            WrappedLabel(theme, words, choice.problem, "danger", "small").widget.pack(fill="x")
