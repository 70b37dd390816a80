"""A year carried forward: which workbook, what goes on into the new year, one button."""

from __future__ import annotations

import tkinter as tk
from collections.abc import Callable
from functools import partial
from pathlib import Path

import ttkbootstrap as ttk

from jsxh_desktop.app import data_folder, new_year
from jsxh_desktop.app.data_folder import Found
from jsxh_desktop.app.problem import Problem
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.place import Place
from jsxh_desktop.ui import file_choice, pieces
from jsxh_desktop.ui.host import Host
from jsxh_desktop.ui.lobby import Lobby
from jsxh_desktop.ui.page_head import PageHead
from jsxh_desktop.ui.press_card import PressCard
from jsxh_desktop.ui.scrolling import scrolled
from jsxh_desktop.ui.shell import Shell, View

LIST = 360
NONE = "数据文件夹里还没有往年的数据。有就点“打开别的文件…”，没有就新建单位"


class NewYearView:
    """What is carried is only shown: nothing has to be decided."""

    def __init__(
        self, parent: tk.Misc, host: Host, carry: Callable[[], object], said: str = ""
    ) -> None:
        self._host, self._theme, self._carry = host, host.theme, carry
        px = self._theme.px
        self.widget: tk.Widget = pieces.frame(self._theme, parent)
        actions = (("返回 Esc", "arrow-left", host.back),)
        self._head = PageHead(self._theme, self.widget, "从上年结转", said, actions)
        self.left = pieces.frame(self._theme, self.widget)
        self._right = pieces.frame(self._theme, self.widget)
        self._right.pack(side="right", fill="both", expand=True, padx=px(20), pady=px(4))
        self.button: ttk.Button | None = None

    def show(self, filing: Filing) -> None:
        """What goes on from this year into the next."""
        theme, px = self._theme, self._theme.px
        for child in self._right.winfo_children():
            child.destroy()
        head = pieces.frame(theme, self._right)
        head.pack(fill="x", pady=(0, px(8)))
        title = f"{filing.year} 年度 → {filing.year + 1} 年度"
        pieces.label(theme, head, title, font="section").pack(side="left")
        self.button = pieces.button(
            head, f"结转到 {filing.year + 1} 年度", self._carry, "arrow-repeat", "primary"
        )
        self.button.pack(side="left", padx=px(20))
        area = scrolled(self._right)
        area.container.pack(fill="both", expand=True)
        for what, how in new_year.carried(filing):
            line = pieces.frame(theme, area)
            line.pack(fill="x", pady=px(4))
            pieces.icon(theme, line, "check-square", 14, "ok").pack(
                side="left", anchor="n", padx=(0, px(10)), pady=(px(3), 0)
            )
            words = pieces.frame(theme, line)
            words.pack(side="left", fill="x")
            pieces.label(theme, words, what).pack(anchor="w")
            pieces.label(theme, words, how, "text3", "small").pack(anchor="w")

    def refresh(self) -> None: ...

    def show_place(self, place: Place) -> bool:  # noqa: ARG002 - no field of a filing is here
        return False

    def focus_first(self) -> None:
        if self.button:
            self.button.focus_set()

    def flush(self) -> None: ...


class LobbyYearView:
    """Without a workbook: the ones that were found are chosen from."""

    def __init__(self, parent: tk.Misc, lobby: Lobby) -> None:
        self._lobby, self._theme = lobby, lobby.theme
        theme, px = self._theme, self._theme.px
        self._path: Path | None = None
        self._view = NewYearView(parent, lobby, self._carry, "选一个往年的数据，看看带过来什么")
        self.widget = self._view.widget
        left = self._view.left
        left.configure(width=px(LIST))
        left.pack(side="left", fill="y", padx=(px(20), 0), pady=px(4))
        left.pack_propagate(False)
        self._found = data_folder.workbooks_in(lobby.settings.data_folder)
        self._cards = [self._card(left, found) for found in self._found]
        for place, card in enumerate(self._cards):
            for key, to in (("<Down>", place + 1), ("<Up>", place - 1)):
                if 0 <= to < len(self._cards):
                    card.widget.bind(key, partial(self._to, to))
        if not self._found:
            pieces.label(theme, left, NONE, "text2", wraplength=px(LIST - 20), justify="left").pack(
                anchor="w", pady=px(8)
            )
            pieces.button(left, "新建单位", lambda: lobby.go("new_unit"), "building-add").pack(
                anchor="w", pady=px(8)
            )
        pieces.link(theme, left, "打开别的文件…", self._open_other).pack(anchor="w", pady=px(8))
        for found in self._found[:1]:
            self.choose(found.path)

    def focus_first(self) -> None:
        if self._view.button:
            self._view.focus_first()
        elif self._cards:
            self._cards[0].widget.focus_set()

    def left(self) -> Path | None:
        return self._path

    def resume(self, left: Path) -> None:
        self.choose(left)

    def choose(self, path: Path) -> None:
        """Show what goes on from a workbook."""
        try:
            filing = new_year.latest(path)
        except Problem as problem:
            self._lobby.refuse(str(problem))
            return
        self._lobby.hush()
        self._path = path
        for found, card in zip(self._found, self._cards, strict=True):
            card.mark(strong=found.path == path)
        self._view.show(filing)

    def _card(self, parent: tk.Misc, found: Found) -> PressCard:
        theme, px = self._theme, self._theme.px
        card = PressCard(theme, parent, partial(self.choose, found.path))
        card.widget.pack(fill="x", pady=(0, px(6)))
        words = pieces.frame(theme, card.widget)
        words.pack(fill="x", padx=px(14), pady=px(8))
        pieces.label(theme, words, found.name or found.path.stem).pack(anchor="w")
        years = "、".join(map(str, found.years))
        pieces.label(theme, words, f"有 {years} 年度", "text2", "small").pack(anchor="w")
        card.settle()
        return card

    def _to(self, place: int, _event: object) -> str:
        self._cards[place].widget.focus_set()
        return "break"

    def _open_other(self) -> None:
        lobby = self._lobby
        chosen = file_choice.ask_workbook(lobby.root, lobby.settings.data_folder)
        if chosen:
            self.choose(chosen)

    def _carry(self) -> None:
        if self._path:
            self._lobby.carry(self._path)


def build_in_lobby(parent: tk.Misc, lobby: Lobby) -> LobbyYearView:
    return LobbyYearView(parent, lobby)


def build(parent: tk.Misc, shell: Shell) -> View:
    """新的年度, in the open workbook."""
    view = NewYearView(parent, shell, shell.do["begin_year"])
    view.show(new_year.latest_in(shell.workspace))
    return view
