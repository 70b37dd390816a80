"""A list to choose from, narrowed by what is typed above it; placed at the field it is for."""

from __future__ import annotations

import tkinter as tk
from collections.abc import Callable, Sequence
from functools import partial
from tkinter import font as tkfont
from typing import NamedTuple

from jsxh_desktop.app.offer import Offer, Search
from jsxh_desktop.ui import pieces
from jsxh_desktop.ui.overlay import Overlay
from jsxh_desktop.ui.theme import Theme
from jsxh_desktop.ui.topic import focused

WIDTH = 520
ROW, HEAD, FOOT = 30, 38, 30
SHOWN, FEWEST = 9, 3
WIDEST_FIRST = 0.5
HINT = "↑↓ 选择　Enter 选定　Esc 返回"
USUAL = "用过"


class Spot(NamedTuple):
    """A field on the screen, in pixels of the root window."""

    x: int
    y: int
    height: int


class _Row(NamedTuple):
    area: tk.Frame
    code: tk.Label
    name: tk.Label
    beside: tk.Label
    usual: tk.Label


class Picker:
    """Enter takes, Esc gives the focus back; `take` is told the text of what was chosen.

    `typed` narrows from the start, `held` is what the field has now.
    """

    def __init__(
        self,
        theme: Theme,
        root: tk.Tk,
        spot: Spot,
        search: Search,
        take: Callable[[str], object],
        typed: str = "",
        held: str = "",
    ) -> None:
        self._theme, self._search_in, self._take = theme, search, take
        self._offers: Sequence[Offer] = ()
        self._current = self._top = 0
        self._font = tkfont.nametofont(theme.font("body"), root=root)
        px, row = theme.px, theme.row
        width = min(px(WIDTH), root.winfo_width())
        self._shown = max(FEWEST, min(SHOWN, len(search(""))))
        height = row(HEAD) + self._shown * row(ROW) + row(FOOT) + px(6)
        self._overlay = Overlay(
            theme, root, x=_fit(spot.x, width, root.winfo_width()), y=0, width=width, height=height
        )
        self._overlay.widget.place_configure(y=_beside(spot, height, root.winfo_height()))
        self._width = width
        self._build_head(typed)
        self._body = pieces.frame(theme, self._overlay.widget)
        self._body.pack(fill="both", expand=True)
        self._rows = [self._build_row(number) for number in range(self._shown)]
        self._none = pieces.label(theme, self._body, "", "text2", anchor="w")
        self._build_foot()
        self._search()
        self._go_to(held)
        self.entry.focus_set()
        self.entry.icursor("end")

    @property
    def is_open(self) -> bool:
        return self._overlay.is_open

    @property
    def offers(self) -> Sequence[Offer]:
        """What is offered now."""
        return self._offers

    @property
    def chosen(self) -> str:
        """What Enter would take."""
        return self._offers[self._current].text if self._offers else ""

    def close(self) -> None:
        """Give the focus back to where it came from."""
        self._overlay.close()

    def _build_head(self, typed: str) -> None:
        theme, px, colours = self._theme, self._theme.px, self._theme.palette
        head = pieces.bar(theme, self._overlay.widget, "surface", HEAD)
        head.configure(height=theme.row(HEAD))
        head.pack(fill="x")
        pieces.icon(theme, head, "search", 14, "primary").pack(side="left", padx=(px(12), px(8)))
        pieces.label(theme, head, "拼音首字母也行", "text3", "small").pack(
            side="right", padx=px(12)
        )
        self._text = tk.StringVar(head, typed)
        pieces.on_each_change(head, self._text, self._search)
        self.entry = tk.Entry(
            head,
            textvariable=self._text,
            font=theme.font("body"),
            background=colours.surface,
            foreground=colours.text,
            insertbackground=colours.text,
            selectbackground=colours.tint,
            selectforeground=colours.text,
            borderwidth=0,
            highlightthickness=0,
        )
        self.entry.pack(side="left", fill="both", expand=True)
        for event, act in (
            ("<Down>", partial(self._step, 1)),
            ("<Up>", partial(self._step, -1)),
            ("<Next>", partial(self._step, self._shown)),
            ("<Prior>", partial(self._step, -self._shown)),
            ("<Return>", self._choose),
            ("<KP_Enter>", self._choose),
            ("<Escape>", self.close),
            ("<F4>", self.close),
            ("<Tab>", self._choose),
        ):
            self.entry.bind(event, partial(_done, act))
        for event in ("<Control-Prior>", "<Control-Next>"):
            self.entry.bind(event, lambda _event: None)  # else they were a page within the list
        self.entry.bind("<FocusOut>", lambda _event: self._focus_gone())
        pieces.rule(theme, self._overlay.widget).pack(fill="x")

    def _build_foot(self) -> None:
        theme, px = self._theme, self._theme.px
        pieces.rule(theme, self._overlay.widget).pack(fill="x")
        foot = pieces.bar(theme, self._overlay.widget, "surface", FOOT)
        foot.configure(height=theme.row(FOOT))
        foot.pack(fill="x")
        pieces.label(theme, foot, HINT, "text3", "small").pack(side="left", padx=px(12))
        self._count = pieces.label(theme, foot, "", "text3", "small")
        self._count.pack(side="right", padx=px(12))

    def _build_row(self, number: int) -> _Row:
        theme, px = self._theme, self._theme.px
        area = pieces.bar(theme, self._body, "surface", ROW)
        area.configure(height=theme.row(ROW), cursor="hand2")
        code = pieces.label(theme, area, "", "primary", anchor="w")
        name = pieces.label(theme, area, "", anchor="w")
        usual = pieces.label(theme, area, "", "ok", "small", width=4, anchor="e")
        usual.pack(side="right", padx=(px(8), px(12)))
        beside = pieces.label(theme, area, "", "text3", "small")
        beside.pack(side="right")
        row = _Row(area, code, name, beside, usual)
        for widget in row:
            pieces.on_press(widget, partial(self._pick, number), keys=False)
            widget.bind("<Button-4>", partial(_done, partial(self._step, -1)))
            widget.bind("<Button-5>", partial(_done, partial(self._step, 1)))
            widget.bind("<MouseWheel>", lambda event: self._step(-1 if event.delta > 0 else 1))
        return row

    def _focus_gone(self) -> None:
        """Another page was gone to, by a key: the list is not for that."""
        if focused(self.entry) not in (None, self.entry):
            self._overlay.close(give_back=False)

    def _search(self) -> None:
        self._offers = self._search_in(self._text.get())
        self._current = self._top = 0
        firsts = {offer.cells[0] for offer in self._offers if any(offer.cells[1:])}
        widest = max(map(self._font.measure, firsts), default=0)
        self._first = min(widest + self._theme.px(16), round(self._width * WIDEST_FIRST))
        self._paint()

    def _go_to(self, held: str) -> None:
        """Begin where the field is now."""
        texts = [offer.text for offer in self._offers]
        self._step(texts.index(held) if held in texts else 0)

    def _step(self, by: int) -> None:
        if self._offers:
            self._current = min(len(self._offers) - 1, max(0, self._current + by))
            self._top = min(max(self._top, self._current - self._shown + 1), self._current)
            self._paint()

    def _pick(self, number: int) -> None:
        self._current = self._top + number
        self._choose()

    def _choose(self) -> None:
        if self._offers:
            chosen = self.chosen
            self._overlay.close()
            self._take(chosen)

    def _paint(self) -> None:
        shown = self._offers[self._top : self._top + self._shown]
        for number, row in enumerate(self._rows):
            row.area.pack_forget()
            if number < len(shown):
                self._show(row, shown[number], chosen=self._top + number == self._current)
                row.area.pack(fill="x")
        self._none.pack_forget()
        if not shown:
            px = self._theme.px
            self._none.configure(text=f"没有找到“{self._text.get().strip()}”，换个词试试")
            self._none.pack(fill="x", padx=px(12), pady=px(10))
        more = len(self._offers) > self._shown
        self._count.configure(text=f"{self._current + 1} / {len(self._offers)}" if more else "")

    def _show(self, row: _Row, offer: Offer, *, chosen: bool) -> None:
        px, colours = self._theme.px, self._theme.palette
        for widget in row:
            widget.configure(background=colours.tint if chosen else colours.surface)
        first, second, third = (*offer.cells, "", "")[:3]
        left = px(12)
        row.usual.configure(text=USUAL if offer.usual else "")
        row.code.place_forget()
        if second or third:
            row.code.configure(text=self._cut(first, self._first - px(8)))
            row.code.place(x=left, rely=0.5, anchor="w")
            left += self._first
        name = second if second or third else first
        room = self._width - left - row.usual.winfo_reqwidth() - px(24)
        row.name.configure(text=self._cut(name, room))
        row.name.place(x=left, rely=0.5, anchor="w")
        room -= self._font.measure(name) + px(12)
        row.beside.configure(text=self._cut(third, room) if room > px(40) else "")

    def _cut(self, text: str, room: int) -> str:
        """The text, or as much of it as there is room for."""
        if self._font.measure(text) <= room:
            return text
        short = text
        while short and self._font.measure(f"{short}…") > room:
            short = short[:-1]
        return f"{short}…" if short else ""


def _fit(at: int, length: int, room: int) -> int:
    return max(0, min(at, room - length))


def _beside(spot: Spot, height: int, room: int) -> int:
    """Below the field where it fits, else above it, else as low as there is room."""
    below = spot.y + spot.height
    if below + height <= room:
        return below
    return spot.y - height if spot.y >= height else max(0, room - height)


def _done(act: Callable[[], object], _event: object) -> str:
    act()
    return "break"
