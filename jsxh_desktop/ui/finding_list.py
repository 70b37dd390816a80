"""The rows of findings on one canvas: only those in sight are drawn, however many there are."""

from __future__ import annotations

import tkinter as tk
from collections.abc import Callable, Sequence
from typing import Literal, NamedTuple

import ttkbootstrap as ttk
from ttkbootstrap import Icon

from jsxh_desktop.app.check_list import groups, name_of
from jsxh_desktop.app.check_model import SIGNS, Row, Severity, State, count
from jsxh_desktop.ui import pieces
from jsxh_desktop.ui.cut_text import CutText
from jsxh_desktop.ui.severity_signs import COLOURS, ICONS
from jsxh_desktop.ui.theme import Theme
from jsxh_desktop.ui.topic import focused

ROW = 30
LEFT, WHERE, GAP = 19, 128, 12
GO = "跳到此处 →"


class _Head(NamedTuple):
    """The name of a page over its rows, and how many of each severity there are."""

    text: str


class FindingList:
    """`go` is called for a row that is clicked or entered, `chosen` when another one is marked."""

    def __init__(
        self,
        theme: Theme,
        parent: tk.Misc,
        go: Callable[[Row], object],
        chosen: Callable[[], object] = lambda: None,
    ) -> None:
        self.widget = pieces.frame(theme, parent)
        self._theme, self._go, self._chosen = theme, go, chosen
        self._lines: list[Row | _Head] = []
        self._page = ""
        self._grouped = False
        self._at = -1
        self._top = 0
        self._icons: dict[tuple[str, str], object] = {}
        self._words = CutText(theme.font("body"), parent)
        self._small = CutText(theme.font("small"), parent)
        self._bar = ttk.Scrollbar(self.widget, orient="vertical", command=self._scrolled)
        self.canvas = tk.Canvas(
            self.widget,
            background=theme.palette.surface,
            borderwidth=0,
            highlightthickness=0,
            takefocus=True,
            cursor="hand2",
            height=1,
        )
        self.canvas.pack(side="left", fill="both", expand=True)
        self._bind()

    @property
    def rows(self) -> list[Row]:
        """What is listed, in its order."""
        return [line for line in self._lines if isinstance(line, Row)]

    @property
    def current(self) -> Row | None:
        """The row that is marked."""
        line = self._lines[self._at] if 0 <= self._at < len(self._lines) else None
        return line if isinstance(line, Row) else None

    def show(self, rows: Sequence[Row], page: str, *, grouped: bool) -> None:
        """List other rows; the one that was marked stays so while it is listed."""
        lines: list[Row | _Head] = []
        for name, members in groups(rows) if grouped else (("", rows),):
            lines += [_Head(f"{name}　{_counted(members)}")] if grouped else []
            lines += members
        if (lines, page, grouped) == (self._lines, self._page, self._grouped):
            return
        held = self.current
        self._lines, self._page, self._grouped = lines, page, grouped
        keys = [line.key if isinstance(line, Row) else None for line in lines]
        self._at = keys.index(held.key) if held and held.key in keys else -1
        self._top = min(self._top, max(0, len(lines) - 1))
        self.draw()

    def step(self, by: int) -> Row | None:
        """Mark the next or previous row, round and round."""
        spots = [n for n, line in enumerate(self._lines) if isinstance(line, Row)]
        if not spots:
            return None
        if self._at in spots:
            place = (spots.index(self._at) + by) % len(spots)
        else:
            place = 0 if by > 0 else len(spots) - 1
        self._mark(spots[place])
        return self.current

    def focus(self) -> None:
        """Take the keys, with a row marked."""
        if self.current is None:
            self.step(1)
        self.canvas.focus_set()
        self.draw()

    def draw(self) -> None:
        """Draw what is in sight."""
        canvas, height = self.canvas, self._theme.row(ROW)
        canvas.delete("all")
        seen = max(1, canvas.winfo_height() // height)
        self._top = max(0, min(self._top, len(self._lines) - seen))
        for place, line in enumerate(self._lines[self._top : self._top + seen + 1]):
            if isinstance(line, Row):
                self._draw_row(line, place * height, marked=self._top + place == self._at)
            else:
                self._draw_head(line, place * height)
        self._show_bar(seen)

    def _bind(self) -> None:
        canvas = self.canvas
        canvas.bind("<Button-1>", self._clicked)
        canvas.bind("<Button-3>", self._pointed)
        canvas.bind("<Up>", lambda _event: self._walk(-1))
        canvas.bind("<Down>", lambda _event: self._walk(1))
        for key in ("<Return>", "<KP_Enter>", "<Key-space>"):
            canvas.bind(key, lambda _event: self._enter())
        for event in ("<FocusIn>", "<FocusOut>"):
            canvas.bind(event, lambda _event: self.draw())
        canvas.bind("<Configure>", lambda _event: self._sized())
        canvas.bind("<MouseWheel>", lambda event: self._scroll(-1 if event.delta > 0 else 1))
        canvas.bind("<Button-4>", lambda _event: self._scroll(-1))
        canvas.bind("<Button-5>", lambda _event: self._scroll(1))

    def _under(self, y: int) -> int:
        return self._top + y // self._theme.row(ROW)

    def _clicked(self, event: tk.Event[tk.Misc]) -> None:
        if self._choose(event):
            self._enter()

    def _pointed(self, event: tk.Event[tk.Misc]) -> None:
        """The other button marks a row and goes nowhere."""
        if self._choose(event):
            self.focus()

    def _choose(self, event: tk.Event[tk.Misc]) -> bool:
        place = self._under(event.y)
        row = place < len(self._lines) and isinstance(self._lines[place], Row)
        if row:
            self._mark(place)
        return row

    def _walk(self, by: int) -> str:
        self.step(by)
        return "break"

    def _enter(self) -> str:
        row = self.current
        if row:
            self._go(row)
        return "break"

    def _mark(self, place: int) -> None:
        self._at = place
        self._reveal(place)
        self.draw()
        self._chosen()

    def _sized(self) -> None:
        if self._at >= 0:
            self._reveal(self._at)
        self.draw()

    def _reveal(self, place: int) -> None:
        """Scroll so far that a line is seen, the head of its group with it where there is room."""
        seen = max(1, self.canvas.winfo_height() // self._theme.row(ROW))
        under_head = seen > 1 and place > 0 and isinstance(self._lines[place - 1], _Head)
        self._top = min(max(self._top, place - seen + 1), place - under_head)

    def _scroll(self, by: int) -> str:
        self._top = max(0, self._top + by)
        self.draw()
        return "break"

    def _scrolled(self, what: str, much: str, unit: str = "") -> None:
        if what == "moveto":
            self._top = round(float(much) * len(self._lines))
        else:
            page = max(1, self.canvas.winfo_height() // self._theme.row(ROW) - 1)
            self._top += int(much) * (page if unit == "pages" else 1)
        self.draw()

    def _show_bar(self, seen: int) -> None:
        total = len(self._lines)
        if total > seen:
            self._bar.set(self._top / total, (self._top + seen) / total)
            if not self._bar.winfo_manager():
                self._bar.pack(side="right", fill="y", before=self.canvas)
        elif self._bar.winfo_manager():
            self._bar.pack_forget()

    def _draw_head(self, head: _Head, y: int) -> None:
        theme, middle = self._theme, y + self._theme.row(ROW) // 2
        width, bottom = self.canvas.winfo_width(), y + theme.row(ROW)
        self.canvas.create_rectangle(0, y, width, bottom, fill=theme.palette.band, width=0)
        self._text(theme.px(LEFT), middle, head.text, "text2", "small_strong")

    def _draw_row(self, row: Row, y: int, *, marked: bool) -> None:
        theme, px, canvas = self._theme, self._theme.px, self.canvas
        width, height = canvas.winfo_width(), theme.row(ROW)
        middle = y + height // 2
        if marked:
            canvas.create_rectangle(0, y, width, y + height, fill=theme.palette.tint, width=0)
            if focused(canvas) is canvas:
                edge = (px(1), y, width - px(1), y + height - px(1))
                canvas.create_rectangle(*edge, outline=theme.palette.primary, width=max(1, px(1)))
        icon, colour = _look(row)
        canvas.create_image(px(LEFT) + px(6), middle, image=self._icon(icon, colour))
        x = px(LEFT + 19)
        self._text(x, middle, row.severity.value, colour, "small_strong")
        x += theme.row(28) + px(GAP)
        self._text(x, middle, self._small.cut(self._where(row), theme.row(WHERE)), "text2", "small")
        x += theme.row(WHERE) + px(GAP)
        right = width - px(20)
        if row.page:
            self._text(right, middle, GO, "primary", "small", "e")
            right -= self._small.width(GO) + px(GAP)
        sentence = self._words.cut(row.sentence, right - x)
        self._text(x, middle, sentence, "text", "body")
        x += self._words.width(sentence) + px(2 * GAP)
        if self._small.width(row.to_do) <= right - x:
            self._text(right, middle, row.to_do, "text2", "small", "e")

    def _where(self, row: Row) -> str:
        """In a list of pages the rule, in a list of rules the page."""
        if self._grouped and row.checked:
            return f"{row.checked.rule.id} {row.checked.rule.name}"
        if not row.page:
            return str(row.state.value)
        return "本页" if row.page == self._page else name_of(row.page)

    def _icon(self, name: str, colour: str) -> object:
        if (name, colour) not in self._icons:
            self._icons[name, colour] = Icon(name, 13, self._theme.palette[colour])
        return self._icons[name, colour]

    def _text(
        self, x: int, y: int, text: str, colour: str, font: str, anchor: Literal["w", "e"] = "w"
    ) -> None:
        fill, name = self._theme.palette[colour], self._theme.font(font)
        self.canvas.create_text(x, y, text=text, fill=fill, font=name, anchor=anchor)


def _look(row: Row) -> tuple[str, str]:
    """The sign and colour of a row: how bad it is, or what became of it."""
    if row.state is State.OPEN:
        return ICONS[row.severity], COLOURS[row.severity]
    return ("question-circle", "text3") if row.state is State.UNJUDGED else ("check2", "ok")


def _counted(rows: Sequence[Row]) -> str:
    """▲ 2　● 1: of each severity there is."""
    counts = ((SIGNS[severity], count(rows, severity)) for severity in Severity)
    return "　".join(f"{sign} {number}" for sign, number in counts if number)
