"""The navigation at the left: the parts of the filing, each with its state and count."""

from __future__ import annotations

import tkinter as tk
from collections.abc import Callable
from typing import Literal

from ttkbootstrap import Icon

from jsxh_desktop.app.page_state import PageState, Progress, progress
from jsxh_desktop.app.pages import BY_KEY, GROUPS, PAGES, Page
from jsxh_desktop.ui import pieces
from jsxh_desktop.ui.cut_text import CutText
from jsxh_desktop.ui.navigation_foot import NavigationFoot
from jsxh_desktop.ui.theme import Theme
from jsxh_desktop.ui.topic import focused

SIGNS = {
    Progress.EMPTY: ("circle", "text3"),
    Progress.PARTLY: ("circle-half", "primary"),
    Progress.WRONG: ("exclamation-triangle-fill", "danger"),
    Progress.DONE: ("check-circle-fill", "ok"),
}
WARNS = "●"
Anchor = Literal["w", "e"]
WIDTH = 224
ROW = 26
HEAD, BAR = 24, 4  # how high its words are and its bar
ABOVE = 5  # a group: with more in either, the pages do not fit the lowest usual screen


class Navigation:
    """A row a page; the one on the desk is marked, arrows walk, Enter goes.

    The rows are drawn on one canvas, with the first `select`: it scrolls where the window is low,
    and is painted at once.
    """

    def __init__(self, theme: Theme, parent: tk.Misc, go: Callable[[str], object]) -> None:
        width = theme.row(WIDTH)
        self.widget = pieces.frame(theme, parent, "nav", width=width)
        self.widget.pack_propagate(False)
        self._theme = theme
        self._go = go
        self._selected = ""
        self._at = PAGES[0].key  # where the arrows are
        self._states: dict[str, PageState] = {}
        self._tops: dict[str, int] = {}
        self._height = 0  # of all rows
        self._images: list[object] = []  # Tk does not keep its pictures alive
        self._small, self._strong = (
            CutText(theme.font(font), parent) for font in ("small", "strong")
        )
        self._build_head()
        foot = NavigationFoot(theme, self.widget, go)
        foot.widget.pack(side="bottom", fill="x")
        self._canvas = tk.Canvas(
            self.widget,
            width=width,
            background=theme.palette.nav,
            borderwidth=0,
            highlightthickness=0,
            takefocus=True,
            cursor="hand2",
        )
        self._canvas.pack(fill="both", expand=True)
        self._bind()

    def select(self, key: str) -> None:
        """Mark the page on the desk."""
        self._selected = key
        self._at = key if key in BY_KEY else self._at
        self._draw()

    def show(self, states: dict[str, PageState]) -> None:
        """Bring signs, counts and the bar in line with the filing."""
        if states == self._states:
            return
        self._states = states
        self._draw_head()
        self._draw()

    @property
    def words(self) -> list[str]:
        """What is drawn."""
        return [
            str(drawn.itemcget(item, "text"))
            for drawn in (self._head, self._canvas)
            for item in drawn.find_all()
            if str(drawn.type(item)) == "text"
        ]

    def focus(self) -> None:
        """Put the focus on the page that is marked."""
        self._canvas.focus_set()

    def row_of(self, key: str) -> tuple[int, int]:
        """Where on the canvas a page's row begins and how high it is, in real pixels."""
        return self._tops[key], self._theme.row(ROW)

    def _build_head(self) -> None:
        theme = self._theme
        self._head = tk.Canvas(
            self.widget,
            width=theme.row(WIDTH),
            height=theme.px(10) + theme.row(HEAD) + theme.px(BAR + 4),
            background=theme.palette.nav,
            borderwidth=0,
            highlightthickness=0,
        )
        self._head.pack(fill="x")
        self._draw_head()

    def _draw_head(self) -> None:
        """How many of the pages are done, in words and as a bar."""
        theme, head = self._theme, self._head
        colours, px = theme.palette, theme.px
        left, right = px(16), theme.row(WIDTH) - px(16)
        middle, top = px(10) + theme.row(HEAD) // 2, px(10) + theme.row(HEAD)
        head.delete("all")
        head.create_text(
            left,
            middle,
            text="填报进度",
            fill=colours.text,
            font=theme.font("small_strong"),
            anchor="w",
        )
        head.create_rectangle(left, top, right, top + px(BAR), fill=colours.line, width=0)
        if self._states:
            done, pages = progress(self._states)
            head.create_text(
                right,
                middle,
                text=f"完成 {done} / {pages}",
                fill=colours.text2,
                font=theme.font("small"),
                anchor="e",
            )
            reached = left + (right - left) * done // pages
            head.create_rectangle(left, top, reached, top + px(BAR), fill=colours.ok, width=0)

    def _bind(self) -> None:
        canvas = self._canvas
        canvas.bind("<Button-1>", self._clicked)
        canvas.bind("<Up>", lambda _event: self._step(-1))
        canvas.bind("<Down>", lambda _event: self._step(1))
        for event in ("<Return>", "<Key-space>"):
            canvas.bind(event, lambda _event: self._go(self._at))
        for event in ("<FocusIn>", "<FocusOut>"):
            canvas.bind(event, lambda _event: self._draw())
        canvas.bind("<Configure>", lambda _event: self._reveal())
        canvas.bind("<MouseWheel>", lambda event: self._scroll(-1 if event.delta > 0 else 1))
        canvas.bind("<Button-4>", lambda _event: self._scroll(-1))
        canvas.bind("<Button-5>", lambda _event: self._scroll(1))
        pieces.tell_on_hover(canvas, self._said)

    def _under(self, y: int) -> str:
        """The page whose row is at this height of the window."""
        on_canvas = self._canvas.canvasy(y)
        height = self._theme.row(ROW)
        return next((k for k, top in self._tops.items() if top <= on_canvas < top + height), "")

    def _clicked(self, event: tk.Event[tk.Misc]) -> None:
        key = self._under(event.y)
        if key:
            self._go(key)

    def _said(self) -> str:
        key = self._under(self._canvas.winfo_pointery() - self._canvas.winfo_rooty())
        state = self._states.get(key)
        if state is None or state.progress is Progress.SHOWS:
            return ""
        return f"{state.progress.value}　{state.count}".strip()

    def _step(self, by: int) -> str:
        keys = list(self._tops)
        place = min(len(keys) - 1, max(0, keys.index(self._at) + by))
        self._at = keys[place]
        self._draw()
        return "break"

    def _scroll(self, by: int) -> None:
        first, last = self._canvas.yview()
        if last - first < 1:
            self._canvas.yview_scroll(by, "units")

    def _draw(self) -> None:
        theme, canvas = self._theme, self._canvas
        canvas.delete("all")
        self._images = []
        y = 0
        for group in GROUPS:
            y += theme.px(ABOVE)
            height = theme.row(18)
            self._text(theme.px(16), y + height // 2, group, "text3", "small", "w")
            y += height
            for page in PAGES:
                if page.group == group:
                    self._draw_row(page, y)
                    y += theme.row(ROW)
        step = theme.row(ROW)
        canvas.configure(scrollregion=(0, 0, theme.row(WIDTH), y), yscrollincrement=step)
        self._height = y
        self._reveal()

    def _draw_row(self, page: Page, y: int) -> None:
        theme, canvas = self._theme, self._canvas
        px, colours = theme.px, theme.palette
        width, height = theme.row(WIDTH), theme.row(ROW)
        self._tops[page.key] = y
        chosen = page.key == self._selected
        if chosen:
            canvas.create_rectangle(0, y, width, y + height, fill=colours.tint, width=0)
            canvas.create_rectangle(0, y, px(3), y + height, fill=colours.primary, width=0)
        if page.key == self._at and focused(canvas) is canvas:
            edge = (px(1), y, width - px(1), y + height - px(1))
            canvas.create_rectangle(*edge, outline=colours.primary, width=max(1, px(1)))
        state = self._states.get(page.key, PageState(Progress.EMPTY))
        sign, colour = (page.icon, "text2") if page.icon else SIGNS[state.progress]
        image = Icon(sign, 13, colours[colour])
        self._images.append(image)
        middle = y + height // 2
        canvas.create_image(px(22), middle, image=image)
        font = "strong" if chosen else "body"
        self._text(px(38), middle, page.name, "primary" if chosen else "text", font, "w")
        right = width - px(13)
        if state.count:
            self._text(
                right, middle, state.count, "danger" if state.errors else "text3", "small", "e"
            )
            right -= self._small.width(state.count) + px(8)
        if state.warnings:
            self._draw_warnings(f"{WARNS} {state.warnings}", right, middle, page.name)

    def _draw_warnings(self, said: str, right: int, middle: int, name: str) -> None:
        """A small count where it leaves the name its room."""
        left = self._theme.px(38 + 4) + self._strong.width(name)
        if right - self._small.width(said) >= left:
            self._text(right, middle, said, "warn", "small", "e")

    def _text(self, x: int, y: int, text: str, colour: str, font: str, anchor: Anchor) -> None:
        fill, name = self._theme.palette[colour], self._theme.font(font)
        self._canvas.create_text(x, y, text=text, fill=fill, font=name, anchor=anchor)

    def _reveal(self) -> None:
        """Keep the row of the arrows in sight."""
        seen, height = self._canvas.winfo_height(), self._height
        if seen < 2 or seen >= height:
            self._canvas.yview_moveto(0)
            return
        top, row = self._tops[self._at], self._theme.row(ROW)
        first = self._canvas.canvasy(0)
        if top < first or top + row > first + seen:
            self._canvas.yview_moveto(max(0, top - seen // 2) / height)
