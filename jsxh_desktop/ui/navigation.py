"""The navigation at the left: the parts of the filing, each with its state and count."""

from __future__ import annotations

import tkinter as tk
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from jsxh_desktop.app.page_state import PageState, Progress, progress
from jsxh_desktop.app.pages import GROUPS, PAGES, Page
from jsxh_desktop.ui import pieces
from jsxh_desktop.ui.theme import Theme

SIGNS = {
    Progress.EMPTY: ("circle", "text3"),
    Progress.PARTLY: ("circle-half", "primary"),
    Progress.WRONG: ("exclamation-triangle-fill", "danger"),
    Progress.DONE: ("check-circle-fill", "ok"),
}
WIDTH = 224
ROW = 28
FOOT = (
    ("history", "历史", "clock-history"),
    ("settings", "设置", "gear"),
    ("help", "帮助", "question-circle"),
)


@dataclass(slots=True)
class _Row:
    page: Page
    area: tk.Frame
    edge: tk.Frame
    sign: tk.Label
    name: tk.Label
    count: tk.Label
    state: PageState | None = None


class Navigation:
    """A row a page; the one on the desk is marked, arrows walk, Enter goes."""

    def __init__(self, theme: Theme, parent: tk.Misc, go: Callable[[str], object]) -> None:
        self.widget = pieces.frame(theme, parent, "nav", width=theme.px(WIDTH), takefocus=False)
        self.widget.pack_propagate(False)
        self._theme = theme
        self._go = go
        self._selected = ""
        self._rows: dict[str, _Row] = {}
        self._build_head()
        self._build_foot()
        self._build_rows()

    def select(self, key: str) -> None:
        """Mark the page on the desk."""
        before, self._selected = self._selected, key
        for each in {before, key} & self._rows.keys():
            self._paint(self._rows[each])

    def show(self, states: dict[str, PageState]) -> None:
        """Bring signs, counts and the bar in line with the filing."""
        for key, row in self._rows.items():
            if row.state != states[key]:
                row.state = states[key]
                self._paint(row)
        done, all_pages = progress(states)
        self._done.configure(text=f"完成 {done} / {all_pages}")
        self._bar.place(relwidth=done / all_pages, relheight=1)

    def focus(self) -> None:
        """Put the focus on the page that is marked."""
        row = self._rows.get(self._selected) or next(iter(self._rows.values()))
        row.area.focus_set()

    def _build_head(self) -> None:
        theme = self._theme
        head = pieces.frame(theme, self.widget, "nav")
        head.pack(fill="x", padx=theme.px(16), pady=(theme.px(10), theme.px(4)))
        pieces.label(theme, head, "填报进度", font="small_strong").pack(side="left")
        self._done = pieces.label(theme, head, "", "text2", "small")
        self._done.pack(side="right")
        track = pieces.frame(theme, self.widget, "line", height=theme.px(4))
        track.pack(fill="x", padx=theme.px(16), pady=(0, theme.px(4)))
        self._bar = pieces.frame(theme, track, "ok")

    def _build_foot(self) -> None:
        theme = self._theme
        foot = pieces.frame(theme, self.widget, "nav")
        foot.pack(side="bottom", fill="x", padx=theme.px(12), pady=theme.px(4))
        for key, name, sign in FOOT:
            cell = pieces.frame(theme, foot, "nav", takefocus=True, cursor="hand2")
            _ring(theme, cell)
            cell.pack(side="left", padx=(0, theme.px(6)))
            picture = pieces.icon(theme, cell, sign)
            picture.pack(side="left", padx=(theme.px(2), theme.px(4)), pady=theme.px(3))
            words = pieces.label(theme, cell, name, "text2", "small")
            words.pack(side="left", padx=(0, theme.px(4)))
            for widget in (cell, picture, words):
                pieces.on_press(widget, partial(self._go, key))
        pieces.rule(theme, self.widget).pack(side="bottom", fill="x")

    def _build_rows(self) -> None:
        theme = self._theme
        for group in GROUPS:
            words = pieces.label(theme, self.widget, group, "text3", "small")
            words.pack(anchor="w", padx=theme.px(16), pady=(theme.px(6), theme.px(2)))
            for page in PAGES:
                if page.group == group:
                    self._rows[page.key] = self._build_row(page)

    def _build_row(self, page: Page) -> _Row:
        theme = self._theme
        area = pieces.bar(theme, self.widget, "nav", ROW)
        area.configure(height=theme.row(ROW), takefocus=True, cursor="hand2")
        _ring(theme, area)
        area.pack(fill="x")
        edge = pieces.frame(theme, area, "nav", width=theme.px(3))
        edge.pack(side="left", fill="y")
        sign, colour = (page.icon, "text2") if page.icon else SIGNS[Progress.EMPTY]
        picture = pieces.icon(theme, area, sign, 13, colour)
        picture.pack(side="left", padx=(theme.px(12), theme.px(8)))
        name = pieces.label(theme, area, page.name)
        name.pack(side="left")
        count = pieces.label(theme, area, "", "text3", "small")
        count.pack(side="right", padx=theme.px(13))
        for widget in (area, picture, name, count):
            pieces.on_press(widget, partial(self._go, page.key))
        area.bind("<Down>", lambda _event: self._step(page.key, 1))
        area.bind("<Up>", lambda _event: self._step(page.key, -1))
        pieces.tell_on_hover(area, lambda: self._said(page.key))
        return _Row(page, area, edge, picture, name, count)

    def _said(self, key: str) -> str:
        state = self._rows[key].state
        if state is None or state.progress is Progress.SHOWS:
            return ""
        return f"{state.progress.value}　{state.count}".strip()

    def _step(self, key: str, by: int) -> None:
        keys = list(self._rows)
        place = keys.index(key) + by
        if 0 <= place < len(keys):
            self._rows[keys[place]].area.focus_set()

    def _paint(self, row: _Row) -> None:
        theme, chosen = self._theme, row.page.key == self._selected
        ground = theme.palette["tint" if chosen else "nav"]
        for widget in (row.area, row.sign, row.name, row.count):
            widget.configure(background=ground)
        row.area.configure(highlightbackground=ground)
        row.edge.configure(background=theme.palette["primary" if chosen else "nav"])
        row.name.configure(
            font=theme.font("strong" if chosen else "body"),
            foreground=theme.palette["primary" if chosen else "text"],
        )
        if row.state and not row.page.icon:
            sign, colour = SIGNS[row.state.progress]
            pieces.set_icon(theme, row.sign, sign, 13, colour)
            wrong = row.state.progress is Progress.WRONG
            row.count.configure(
                text=row.state.count, foreground=theme.palette["danger" if wrong else "text3"]
            )


def _ring(theme: Theme, area: tk.Frame) -> None:
    """A thin edge that shows where the keyboard is."""
    area.configure(
        highlightthickness=max(1, theme.px(1)),
        highlightbackground=area["background"],
        highlightcolor=theme.palette.primary,
    )
