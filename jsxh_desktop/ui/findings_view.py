"""The findings below the desk: one row each, a click or Enter jumps to where it is put right."""

from __future__ import annotations

import tkinter as tk
from collections.abc import Callable, Sequence
from functools import partial

from jsxh_desktop.app.check_model import Finding, Severity
from jsxh_desktop.app.pages import BY_KEY
from jsxh_desktop.ui import pieces
from jsxh_desktop.ui.theme import Theme

ROW = 30
SHOWN = 3
SIGNS = {
    Severity.ERROR: ("exclamation-triangle-fill", "danger"),
    Severity.WARNING: ("info-circle-fill", "warn"),
}
TABS = ("本页", "全部")


class FindingsView:
    """A head with tabs and, while open, up to three rows; more are scrolled to."""

    def __init__(self, theme: Theme, parent: tk.Misc, jump: Callable[[Finding], object]) -> None:
        self.widget = pieces.frame(theme, parent, "surface")
        self._theme = theme
        self._jump = jump
        self._findings: tuple[Finding, ...] = ()
        self._page = ""
        self._tab = "全部"
        self._open = True
        self._current = -1
        self._top = 0
        self._head = pieces.bar(theme, self.widget, "band", ROW)
        self._head.configure(height=theme.row(ROW))
        self._head.pack(fill="x")
        self._list = pieces.frame(theme, self.widget, "surface")
        self._rows: list[tk.Frame] = []
        self._build_head()

    def show(self, findings: Sequence[Finding], page: str) -> None:
        """Bring the list in line: this page first, then errors, then notes."""
        ordered = sorted(findings, key=lambda finding: finding.page != page)
        if tuple(ordered) == self._findings and page == self._page:
            return
        self._findings, self._page = tuple(ordered), page
        self._current, self._top = -1, 0
        self._paint()

    def step(self, by: int) -> Finding | None:
        """Go to the next or previous finding, round and round."""
        found = self._listed()
        if not found:
            return None
        self._current = (self._current + by) % len(found) if self._current >= 0 else max(0, by - 1)
        self._top = min(max(self._top, self._current - SHOWN + 1), self._current)
        self._paint()
        return found[self._current]

    def toggle(self) -> None:
        """Open or close the rows."""
        self._open = not self._open
        self._paint()

    def set_open(self, is_open: bool) -> None:
        if is_open != self._open:
            self.toggle()

    def focus(self) -> None:
        """Put the focus on the first row, or the head where there is none."""
        (self._rows[0] if self._rows else self._head).focus_set()

    def _listed(self) -> list[Finding]:
        if self._tab == "全部":
            return list(self._findings)
        return [finding for finding in self._findings if finding.page == self._page]

    def _build_head(self) -> None:
        theme, px = self._theme, self._theme.px
        pieces.label(theme, self._head, "检查结果", font="small_strong").pack(
            side="left", padx=(px(20), px(12))
        )
        self._tabs: dict[str, tk.Label] = {}
        for name in TABS:
            tab = pieces.label(theme, self._head, name, "text2", "small", cursor="hand2")
            tab.pack(side="left", ipadx=px(10), fill="y", padx=1)
            pieces.on_press(tab, partial(self._choose, name), keys=False)
            self._tabs[name] = tab
        self._first = pieces.label(theme, self._head, "", "text", "small")
        self._fold = pieces.link(theme, self._head, "", self.toggle)
        self._fold.configure(foreground=theme.palette.text3)
        self._fold.pack(side="right", padx=px(16))
        pieces.label(theme, self._head, "F8 下一处", "text3", "small").pack(
            side="right", padx=px(4)
        )
        self._list.bind("<MouseWheel>", self._scroll)

    def _choose(self, name: str) -> None:
        self._tab, self._current, self._top = name, -1, 0
        self._open = True
        self._paint()

    def _scroll(self, event: tk.Event[tk.Misc]) -> None:
        most = max(0, len(self._listed()) - SHOWN)
        down = getattr(event, "num", 0) == 5 or event.delta < 0
        self._top = min(most, max(0, self._top + (1 if down else -1)))
        self._paint()

    def _paint(self) -> None:
        theme = self._theme
        here = sum(finding.page == self._page for finding in self._findings)
        for name, count in (("本页", here), ("全部", len(self._findings))):
            chosen = name == self._tab and self._open
            self._tabs[name].configure(
                text=f"{name} {count}",
                font=theme.font("small_strong" if chosen else "small"),
                foreground=theme.palette["primary" if chosen else "text2"],
                background=theme.palette["surface" if chosen else "band"],
            )
        self._fold.configure(text=f"Ctrl+Shift+M {'收起 ▾' if self._open else '展开 ▴'}")
        for row in self._rows:
            row.destroy()
        self._rows = []
        found = self._listed()
        self._first.pack_forget()
        if self._open and found:
            self._list.pack(fill="x")
            for place, finding in enumerate(found[self._top : self._top + SHOWN], self._top):
                self._rows.append(self._row(finding, marked=place == self._current))
        else:
            self._list.pack_forget()
            said = found[0].sentence if found else "没有发现错误"
            self._first.configure(text=said)
            self._first.pack(side="left", padx=theme.px(16))

    def _next(self, row: tk.Frame, by: int) -> None:
        place = self._rows.index(row) + by
        if 0 <= place < len(self._rows):
            self._rows[place].focus_set()

    def _row(self, finding: Finding, *, marked: bool) -> tk.Frame:
        theme, px = self._theme, self._theme.px
        row = pieces.bar(theme, self._list, "tint" if marked else "surface", ROW)
        row.configure(
            height=theme.row(ROW),
            takefocus=True,
            cursor="hand2",
            highlightthickness=max(1, px(1)),
            highlightbackground=row["background"],
            highlightcolor=theme.palette.primary,
        )
        row.pack(fill="x")
        sign, colour = SIGNS[finding.severity]
        where = "本页" if finding.page == self._page else BY_KEY[finding.page].name
        pieces.icon(theme, row, sign, 13, colour).pack(side="left", padx=(px(19), px(6)))
        pieces.label(theme, row, finding.severity.value, colour, "small_strong").pack(side="left")
        pieces.label(theme, row, where, "text2", "small", anchor="w", width=14).pack(
            side="left", padx=(px(12), px(4))
        )
        pieces.label(theme, row, "跳到此处 →", "primary", "small").pack(
            side="right", padx=(px(12), px(20))
        )
        pieces.label(theme, row, finding.to_do, "text2", "small").pack(side="right")
        pieces.label(theme, row, finding.sentence, anchor="w").pack(side="left", fill="x")
        for widget in (row, *row.winfo_children()):
            pieces.on_press(widget, partial(self._jump, finding))
            for wheel in ("<MouseWheel>", "<Button-4>", "<Button-5>"):
                widget.bind(wheel, self._scroll)
        row.bind("<Down>", lambda _event: self._next(row, 1))
        row.bind("<Up>", lambda _event: self._next(row, -1))
        return row
