"""The first page: five ways to begin, the workbooks opened before, where the data lies."""

from __future__ import annotations

import datetime
import tkinter as tk
from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from jsxh_desktop.app import begin, data_folder, recent
from jsxh_desktop.app.folder_shown import show_folder
from jsxh_desktop.app.problem import Problem
from jsxh_desktop.ui import copy_reminder, file_choice, pieces
from jsxh_desktop.ui.lobby import Lobby
from jsxh_desktop.ui.press_card import PressCard
from jsxh_desktop.ui.reveal import reveal
from jsxh_desktop.ui.scrolling import scrolled
from jsxh_desktop.ui.wrapped_label import WrappedLabel

WIDTH, RIGHT, NARROWEST = 1130, 392, 840
CARD, TILE = 68, 44
TITLE = "决算公开与绩效自评"
SAID = (
    "录一次数，出全套表、说明、图和绩效自评。从下面选一项开始，中途随时可以停下，内容会一直保存。"
)
LIES = (
    "一个单位各年度都在一个文件里，可以拷到 U 盘带走。",
    "每天第一次打开、改过以后关闭，都自动备份一份。",
)


class _Way(NamedTuple):
    """One way to begin: its key, sign, words, and what it does."""

    key: str
    sign: str
    title: str
    said: str
    do: Callable[[], object]


class WelcomeView:
    """Keys 1 to 5, arrows and Enter choose; the likeliest way has a strong edge."""

    def __init__(self, parent: tk.Misc, lobby: Lobby) -> None:
        self._lobby, self._theme = lobby, lobby.theme
        self._found = data_folder.workbooks_in(lobby.settings.data_folder)
        self._year = begin.year_due(datetime.datetime.now().astimezone().date())
        self._due = begin.to_carry(self._found, self._year)
        now = datetime.datetime.now().astimezone()
        self.recents = recent.recents(lobby.notes, lobby.settings.recent, now)
        self._cards: list[PressCard] = []
        self._lines: list[PressCard] = []
        self.widget: tk.Widget = pieces.frame(self._theme, parent, "shell")
        self._build()

    def focus_first(self) -> None:
        """The likeliest: a card, else the workbook opened last."""
        likely = self._likely()
        first = self._cards[likely] if likely is not None else (self._lines or self._cards)[0]
        first.widget.focus_set()

    def press(self, number: int) -> None:
        """What the key of this number does."""
        self._ways()[number - 1].do()

    def _ways(self) -> tuple[_Way, ...]:
        go = self._lobby.go
        return (
            _Way(
                "1",
                "building-add",
                "新建单位",
                "第一次使用，从单位名称填起",
                partial(go, "new_unit"),
            ),
            _Way(
                "2",
                "arrow-repeat",
                "从上年结转",
                "带出上年数、人员、项目，只改今年的",
                partial(go, "new_year"),
            ),
            _Way(
                "3",
                "file-earmark-spreadsheet",
                "导入表格",
                "从一体化、久其导出的 Excel 或 WPS 表里取数",
                partial(go, "import"),
            ),
            _Way(
                "4", "book", "打开示例", "看一份填好的 2021 年度决算，可以随便改", self._open_sample
            ),
            _Way(
                "5",
                "clock-history",
                "恢复备份",
                "换电脑、改错了，从备份找回",
                partial(go, "backups"),
            ),
        )

    def _likely(self) -> int | None:
        """Which way is the likeliest: carry on last year's book, else begin; None: open again."""
        if self._due:
            return 1
        return None if self._found or self.recents else 0

    def _pill(self, place: int) -> str:
        if place != self._likely():
            return ""
        return f"找到 {self._year - 1} 年度，建议选这项" if self._due else "还没有数据，从这里开始"

    def _build(self) -> None:
        theme, px = self._theme, self._theme.px
        self._scrolled = scrolled(self.widget)
        self._scrolled.container.pack(fill="both", expand=True)
        self._scrolled.container.grid_columnconfigure(1, minsize=0)
        self._holder = pieces.frame(theme, self._scrolled, "shell")
        self._holder.pack(fill="both", expand=True)
        self._holder.pack_propagate(False)
        self._body = body = pieces.frame(theme, self._holder, "shell")
        body.pack(expand=True, padx=px(20), pady=px(12))
        pieces.label(theme, body, TITLE, font="hero").grid(
            row=0, column=0, sticky="w", columnspan=2
        )
        said = WrappedLabel(theme, body, SAID, "text2")
        said.widget.grid(row=1, column=0, columnspan=2, sticky="ew", pady=(px(4), px(16)))
        left = pieces.frame(theme, body, "shell")
        left.grid(row=2, column=0, sticky="new")
        self._right = right = pieces.frame(theme, body, "shell")
        for place, way in enumerate(self._ways()):
            self._cards.append(self._build_card(left, way, self._pill(place)))
        self._build_recents(right)
        self._build_folder(right)
        for each in (*self._cards, *self._lines):
            each.widget.bind("<FocusIn>", partial(self._reveal, each.widget), add="+")
        for place, card in enumerate(self._cards):
            self._walk(card, self._cards, place)
        for place, line in enumerate(self._lines):
            self._walk(line, self._lines, place)
        self._scrolled.container.bind("<Configure>", self._fit)
        body.bind("<Configure>", lambda _event: self._stretch())

    def _reveal(self, part: tk.Misc, _event: object) -> None:
        reveal(self._scrolled, part)

    def _fit(self, event: tk.Event[tk.Misc]) -> None:
        """Beside each other where there is room, else below; in the middle where it all fits."""
        px, row = self._theme.px, self._theme.row
        room = min(px(WIDTH), event.width - px(52))
        beside = room >= row(NARROWEST)
        self._right.grid(
            row=2 if beside else 3,
            column=1 if beside else 0,
            sticky="new",
            padx=(px(28) if beside else 0, 0),
        )
        right = row(RIGHT) if beside else 0
        self._body.columnconfigure(0, minsize=room - right - (px(28) if beside else 0))
        self._body.columnconfigure(1, minsize=right)
        self._stretch()

    def _stretch(self) -> None:
        """As high as the window, or as all of it needs and then scrolled."""
        needed = self._body.winfo_reqheight() + self._theme.px(24)
        height = self._scrolled.container.winfo_height()
        self._holder.configure(height=max(height, needed))
        if needed > height:
            self._scrolled.show_scrollbars()
        else:
            self._scrolled.hide_scrollbars()

    def _build_card(self, parent: tk.Misc, way: _Way, pill: str) -> PressCard:
        theme, px = self._theme, self._theme.px
        card = PressCard(theme, parent, way.do, strong=bool(pill))
        card.widget.pack(fill="x", pady=(0, px(10)))
        card.widget.configure(height=theme.row(CARD))
        card.widget.pack_propagate(False)
        tile = pieces.frame(theme, card.widget, "tint", width=px(TILE), height=px(TILE))
        tile.pack_propagate(False)
        tile.pack(side="left", padx=px(14))
        pieces.icon(theme, tile, way.sign, 20, "primary").pack(expand=True)
        pieces.label(theme, card.widget, way.key, "text3").pack(side="right", padx=px(16))
        words = pieces.frame(theme, card.widget)
        words.pack(side="left", fill="x", expand=True)
        head = pieces.frame(theme, words)
        head.pack(fill="x")
        pieces.label(theme, head, way.title, font="section").pack(side="left")
        if pill:
            pieces.pill(theme, head, pill, "primary", "tint").pack(side="left", padx=px(12))
        pieces.label(theme, words, way.said, "text2", "small").pack(anchor="w", pady=(px(2), 0))
        card.settle()
        return card

    def _build_recents(self, parent: tk.Misc) -> None:
        theme, px = self._theme, self._theme.px
        head = pieces.frame(theme, parent, "shell")
        head.pack(fill="x", pady=(0, px(8)))
        pieces.label(theme, head, "最近打开", font="section").pack(side="left")
        pieces.link(theme, head, "打开别的文件…", self.open_other).pack(side="right")
        if not self.recents:
            box = pieces.card(theme, parent)
            box.pack(fill="x")
            said = "还没有打开过。从左边选一项开始"
            pieces.label(theme, box, said, "text3").pack(anchor="w", padx=px(14), pady=px(16))
        for each in self.recents[:4]:
            self._lines.append(self._build_line(parent, each))

    def _build_line(self, parent: tk.Misc, each: recent.Recent) -> PressCard:
        theme, px = self._theme, self._theme.px
        line = PressCard(theme, parent, partial(self._lobby.open, each.path))
        line.widget.pack(fill="x", pady=(0, px(4)))
        gone = each.state == recent.GONE
        sign = "file-earmark-x" if gone else "file-earmark-text"
        pieces.icon(theme, line.widget, sign, 18, "text2").pack(side="left", padx=px(14))
        pieces.label(theme, line.widget, each.when, "text3", "small").pack(
            side="right", padx=px(14)
        )
        words = pieces.frame(theme, line.widget)
        words.pack(side="left", fill="x", expand=True, pady=px(7))
        pieces.label(theme, words, each.title, "text2" if gone else "text").pack(anchor="w")
        said = each.state or str(each.path.parent)
        pieces.label(theme, words, said, "text2", "small").pack(anchor="w")
        pieces.tell_on_hover(line.widget, lambda: str(each.path))
        line.settle()
        return line

    def _build_folder(self, parent: tk.Misc) -> None:
        theme, px = self._theme, self._theme.px
        pieces.label(theme, parent, "数据放在哪里", font="section").pack(
            anchor="w", pady=(px(16), px(8))
        )
        box = pieces.card(theme, parent)
        box.pack(fill="x")
        folder = WrappedLabel(theme, box, str(self._lobby.settings.data_folder))
        folder.widget.pack(fill="x", padx=px(14), pady=(px(12), px(4)))
        for sentence in LIES:
            said = WrappedLabel(theme, box, sentence, "text2", "small")
            said.widget.pack(fill="x", padx=px(14))
        buttons = pieces.frame(theme, box)
        buttons.pack(anchor="w", padx=px(14), pady=(px(10), px(12)))
        pieces.button(buttons, "打开文件夹", self._show_folder, "folder2-open").pack(side="left")
        pieces.button(buttons, "换个位置", self._choose_folder).pack(side="left", padx=px(8))
        copy_reminder.build(box, self._lobby, self.recents)

    def _walk(self, card: PressCard, column: list[PressCard], place: int) -> None:
        """Arrows go up and down a column, and over to the other."""
        other = self._lines if column is self._cards else self._cards
        for key, to in (("<Down>", place + 1), ("<Up>", place - 1)):
            if 0 <= to < len(column):
                card.widget.bind(key, partial(_to, column[to]))
        if other:
            card.widget.bind(
                "<Right>" if column is self._cards else "<Left>", partial(_to, other[0])
            )

    def _open_sample(self) -> None:
        try:
            self._lobby.open(begin.sample_in(self._lobby.settings.data_folder))
        except Problem as problem:
            self._lobby.refuse(str(problem))

    def open_other(self) -> None:
        lobby = self._lobby
        chosen = file_choice.ask_workbook(lobby.root, lobby.settings.data_folder)
        if chosen:
            lobby.open(chosen)

    def _show_folder(self) -> None:
        try:
            show_folder(self._lobby.settings.data_folder)
        except Problem as problem:
            self._lobby.refuse(str(problem))

    def _choose_folder(self) -> None:
        lobby = self._lobby
        title = "数据放在哪里"
        chosen = file_choice.ask_folder(lobby.root, lobby.settings.data_folder, title)
        if chosen:
            lobby.change_settings(folder=str(chosen))
            lobby.go("welcome")


def _to(card: PressCard, _event: object) -> str:
    card.widget.focus_set()
    return "break"


def build(parent: tk.Misc, lobby: Lobby) -> WelcomeView:
    return WelcomeView(parent, lobby)
