"""Where tables come in without a workbook open: which unit they are for is chosen first."""

from __future__ import annotations

import tkinter as tk
from functools import partial

import ttkbootstrap as ttk

from jsxh_desktop.app import data_folder
from jsxh_desktop.app.data_folder import Found
from jsxh_desktop.ui import file_choice, pieces
from jsxh_desktop.ui.lobby import Lobby
from jsxh_desktop.ui.page_head import PageHead
from jsxh_desktop.ui.press_card import PressCard

LIST = 420
SAID = "先选导入到哪个单位，打开以后选表格文件，看过再导入"
NONE = "数据文件夹里还没有单位。先新建单位，写上名称和年度，再导入表格"


class ImportView:
    """The units that were found, one below the other; a press opens one where tables come in."""

    def __init__(self, parent: tk.Misc, lobby: Lobby) -> None:
        self._lobby, self._theme = lobby, lobby.theme
        theme, px = self._theme, self._theme.px
        self.widget: tk.Widget = pieces.frame(theme, parent)
        back = ("返回 Esc", "arrow-left", lobby.back)
        PageHead(theme, self.widget, "导入表格", SAID, (back,))
        box = pieces.frame(theme, self.widget, width=px(LIST))
        box.pack(anchor="w", padx=px(20), pady=px(4))
        self.cards = [
            self._card(box, found) for found in data_folder.workbooks_in(lobby.settings.data_folder)
        ]
        if not self.cards:
            pieces.label(theme, box, NONE, "text2", wraplength=px(LIST), justify="left").pack(
                anchor="w", pady=px(8)
            )
        self._new: ttk.Button = pieces.button(
            box, "新建单位", lambda: lobby.go("new_unit"), "building-add"
        )
        self._new.pack(anchor="w", pady=px(8))
        pieces.link(theme, box, "打开别的文件…", self._open_other).pack(anchor="w", pady=px(8))

    def focus_first(self) -> None:
        (self.cards[0].widget if self.cards else self._new).focus_set()

    def _card(self, parent: tk.Misc, found: Found) -> PressCard:
        theme, px = self._theme, self._theme.px
        card = PressCard(theme, parent, partial(self._lobby.import_into, found.path))
        card.widget.pack(fill="x", pady=(0, px(6)))
        words = pieces.frame(theme, card.widget)
        words.pack(fill="x", padx=px(14), pady=px(8))
        pieces.label(theme, words, found.name or found.path.stem).pack(anchor="w")
        years = "、".join(map(str, found.years))
        said = f"导入到 {found.years[-1]} 年度（有 {years} 年度）"
        pieces.label(theme, words, said, "text2", "small").pack(anchor="w")
        card.settle()
        return card

    def _open_other(self) -> None:
        lobby = self._lobby
        chosen = file_choice.ask_workbook(lobby.root, lobby.settings.data_folder)
        if chosen:
            lobby.import_into(chosen)


def build(parent: tk.Misc, lobby: Lobby) -> ImportView:
    return ImportView(parent, lobby)
