"""What can be done with figures of other programs while tables are not read in whole yet."""

from __future__ import annotations

import tkinter as tk

import ttkbootstrap as ttk

from jsxh_desktop.ui import pieces
from jsxh_desktop.ui.lobby import Lobby
from jsxh_desktop.ui.page_head import PageHead

SAID = "这个版本还不能整张表导入。先新建单位，再从 WPS、Excel 里一块一块复制，粘贴到每张表里。"


class ImportView:
    """One sentence and the way on."""

    def __init__(self, parent: tk.Misc, lobby: Lobby) -> None:
        theme, px = lobby.theme, lobby.theme.px
        self.widget: tk.Widget = pieces.frame(theme, parent)
        back = ("返回 Esc", "arrow-left", lobby.back)
        PageHead(theme, self.widget, "导入表格", "", (back,))
        box = pieces.frame(theme, self.widget)
        box.pack(expand=True)
        pieces.icon(theme, box, "file-earmark-spreadsheet", 32, "text3").pack(pady=px(12))
        pieces.label(theme, box, SAID, wraplength=px(420), justify="left").pack(pady=px(8))
        self._button: ttk.Button = pieces.button(
            box, "新建单位", lambda: lobby.go("new_unit"), "building-add"
        )
        self._button.pack(pady=px(12))

    def focus_first(self) -> None:
        self._button.focus_set()


def build(parent: tk.Misc, lobby: Lobby) -> ImportView:
    return ImportView(parent, lobby)
