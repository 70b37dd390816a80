"""Ctrl+K: jump to any field, code, project, page or command by a few letters."""

from __future__ import annotations

import tkinter as tk
from collections.abc import Callable, Mapping
from functools import partial
from tkinter import font as tkfont
from typing import NamedTuple

from jsxh_desktop.app.search_index import BLANK, UNUSED, Hit, find, index
from jsxh_desktop.ui import keys, pieces
from jsxh_desktop.ui.overlay import Overlay
from jsxh_desktop.ui.shell import Shell

WIDTH = 560
ROW, HEAD = 34, 44
SHOWN = 8
KEPT = 40
WARM = "z"
"""A search nobody waits for: with it the initials of all names are known before the first key."""
HINT = "↑↓ 选择　Enter 跳过去　Esc 返回"
WHERE, VALUE, BESIDES = 150, 110, 112
"""The most room of a page's name and of a value, and what else stands in a row."""


class _Row(NamedTuple):
    area: tk.Frame
    kind: tk.Label
    code: tk.Label
    name: tk.Label
    where: tk.Label
    value: tk.Label


class JumpPanel:
    """Placed under the search box; `do` are the commands, `used` is kept up by this panel."""

    def __init__(
        self,
        shell: Shell,
        box: tk.Misc,
        do: Mapping[str, Callable[..., object]],
        used: list[tuple[str, ...]],
    ) -> None:
        self._shell, self._theme = shell, shell.theme
        self._do, self._used = do, used
        self._hits = index(shell.workspace, keys.commands())
        self._found: tuple[Hit, ...] = ()
        self._current = self._top = 0
        self._widths: dict[str, int] = {}
        self._font = tkfont.nametofont(self._theme.font("body"), root=shell.root)
        root, px = shell.root, self._theme.px
        left = min(box.winfo_rootx() - root.winfo_rootx(), root.winfo_width() - px(WIDTH + 16))
        top = box.winfo_rooty() - root.winfo_rooty() + box.winfo_height() + px(4)
        self._overlay = Overlay(self._theme, root, x=max(0, left), y=top, width=px(WIDTH))
        self._build_head()
        self._body = pieces.frame(self._theme, self._overlay.widget)
        self._body.pack(fill="x")
        self._rows = [self._build_row(number) for number in range(SHOWN)]
        self._none = pieces.label(self._theme, self._body, "", "text2", anchor="w")
        self._build_foot()
        self._search()
        self._entry.focus_set()
        self._overlay.mind(self._entry)
        root.after(1, lambda: find(self._hits, WARM))

    @property
    def is_open(self) -> bool:
        return self._overlay.is_open

    def close(self) -> None:
        """Give the focus back to where it came from."""
        self._overlay.close()

    @property
    def shown(self) -> tuple[Hit, ...]:
        """The lines that are offered now."""
        return self._found

    def _build_head(self) -> None:
        theme, px = self._theme, self._theme.px
        head = pieces.bar(theme, self._overlay.widget, "surface", HEAD)
        head.configure(height=theme.row(HEAD))
        head.pack(fill="x")
        pieces.icon(theme, head, "search", 15, "primary").pack(side="left", padx=(px(14), px(8)))
        pieces.label(theme, head, "拼音首字母也行", "text3", "small").pack(
            side="right", padx=px(12)
        )
        self._text = tk.StringVar(head)
        pieces.on_each_change(head, self._text, self._search)
        colours = theme.palette
        self._entry = tk.Entry(
            head,
            textvariable=self._text,
            font=theme.font("body"),
            background=colours.surface,
            foreground=colours.text,
            insertbackground=colours.text,
            borderwidth=0,
            highlightthickness=0,
        )
        self._entry.pack(side="left", fill="both", expand=True)
        for event, act in (
            ("<Down>", partial(self._step, 1)),
            ("<Up>", partial(self._step, -1)),
            ("<Next>", partial(self._step, SHOWN)),
            ("<Prior>", partial(self._step, -SHOWN)),
            ("<Return>", self._choose),
            ("<KP_Enter>", self._choose),
            ("<Escape>", self.close),
            ("<Control-k>", self.close),
            ("<Tab>", lambda: None),
        ):
            self._entry.bind(event, partial(_done, act))
        pieces.rule(theme, self._overlay.widget).pack(fill="x")

    def _build_foot(self) -> None:
        theme, px = self._theme, self._theme.px
        pieces.rule(theme, self._overlay.widget).pack(fill="x")
        foot = pieces.frame(theme, self._overlay.widget)
        foot.pack(fill="x")
        pieces.label(theme, foot, HINT, "text3", "small").pack(side="left", padx=px(14), pady=px(7))
        self._count = pieces.label(theme, foot, "", "text3", "small")
        self._count.pack(side="right", padx=px(12))

    def _build_row(self, number: int) -> _Row:
        theme, px = self._theme, self._theme.px
        area = pieces.bar(theme, self._body, "surface", ROW)
        area.configure(height=theme.row(ROW), cursor="hand2")
        kind = pieces.label(theme, area, "", "text3", "small", anchor="w", width=4)
        kind.pack(side="left", padx=(px(14), px(4)))
        code = pieces.label(theme, area, "", "primary", "strong")
        value = pieces.label(theme, area, "", "text2", "small")
        value.pack(side="right", padx=(0, px(12)))
        where = pieces.label(theme, area, "", "text3", "small")
        where.pack(side="right", padx=(px(8), 0))
        code.pack(side="left")
        name = pieces.label(theme, area, "", anchor="w")
        name.pack(side="left")
        row = _Row(area, kind, code, name, where, value)
        for widget in row:
            pieces.on_press(widget, partial(self._pick, number), keys=False)
            widget.bind("<Button-4>", partial(_done, partial(self._step, -1)))
            widget.bind("<Button-5>", partial(_done, partial(self._step, 1)))
            widget.bind("<MouseWheel>", lambda event: self._step(-1 if event.delta > 0 else 1))
        return row

    def _search(self) -> None:
        self._found = find(self._hits, self._text.get(), self._used)[:KEPT]
        self._current = self._top = 0
        self._paint()

    def _step(self, by: int) -> None:
        if self._found:
            self._current = min(len(self._found) - 1, max(0, self._current + by))
            self._top = min(max(self._top, self._current - SHOWN + 1), self._current)
            self._paint()

    def _pick(self, number: int) -> None:
        self._current = self._top + number
        self._choose()

    def _choose(self) -> None:
        if not self._found:
            return
        hit = self._found[self._current]
        self._overlay.close(give_back=bool(hit.command))
        if hit.key in self._used:
            self._used.remove(hit.key)
        self._used.insert(0, hit.key)
        del self._used[KEPT:]
        if hit.command:
            self._do[hit.command]()
        elif hit.setting:
            self._do["setting"](hit.setting)
        else:
            self._shell.go(hit.page, hit.place)
            if hit.value == UNUSED:
                self._shell.tell(f"{hit.code} {hit.name}还没有用到，在这一页加一行就有了")

    def _paint(self) -> None:
        shown = self._found[self._top : self._top + SHOWN]
        for number, row in enumerate(self._rows):
            if number < len(shown):
                self._show(row, shown[number], chosen=self._top + number == self._current)
            if (number < len(shown)) != bool(row.area.winfo_manager()):
                if number < len(shown):
                    row.area.pack(fill="x")
                else:
                    row.area.pack_forget()
        self._none.pack_forget()
        if not shown:
            px = self._theme.px
            said = f"没有找到“{self._text.get().strip()}”，换个词，或者只打编码的前几位"
            self._none.configure(text=said)
            self._none.pack(fill="x", padx=px(14), pady=px(10))
        more = len(self._found) > SHOWN
        self._count.configure(text=f"{self._current + 1} / {len(self._found)}" if more else "")

    def _show(self, row: _Row, hit: Hit, *, chosen: bool) -> None:
        px, colours = self._theme.px, self._theme.palette
        ground = colours.tint if chosen else colours.surface
        for widget in row:
            widget.configure(background=ground)
        where, value = self._cut(hit.where, px(WHERE)), self._cut(hit.value, px(VALUE))
        room = px(WIDTH - BESIDES) - sum(map(self._measure, (where, value, hit.code)))
        row.kind.configure(text=hit.kind)
        row.code.configure(text=f"{hit.code}  " if hit.code else "")
        row.name.configure(text=self._cut(hit.name, room))
        row.where.configure(text=where)
        colour = colours.warn if hit.value == BLANK else colours.text2
        row.value.configure(text=f"　{value}" if value else "", foreground=colour)

    def _cut(self, text: str, room: int) -> str:
        """The text, or as much of it as there is room for."""
        if self._measure(text) <= room:
            return text
        short = text
        while short and self._measure(f"{short}…") > room:
            short = short[:-1]
        return f"{short}…"

    def _measure(self, text: str) -> int:
        """About how wide a text is, from its characters: asking Tk for each text takes too long."""
        for char in text:
            if char not in self._widths:
                self._widths[char] = self._font.measure(char)
        return sum(self._widths[char] for char in text)


def _done(act: Callable[[], object], _event: object) -> str:
    act()
    return "break"
