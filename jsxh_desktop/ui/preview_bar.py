"""The bar over a preview: what is shown, which page, how large, whether it is up to date."""

from __future__ import annotations

import tkinter as tk
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import ttkbootstrap as ttk

from jsxh_desktop.app.page_stack import Fit, Zoom
from jsxh_desktop.ui import pieces
from jsxh_desktop.ui.theme import Theme

HEIGHT = 48
WIDEST, LEAST = 26, 18  # characters of a title in the list
ROOMY, WIDE = 900, 780  # logical pixels


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the bar asks for: something else to show, a page on or back, a size, a step of size."""

    choose: Callable[[int], object]
    turn: Callable[[int], object]
    zoom: Callable[[Zoom], object]
    step: Callable[[int], object]


class PreviewBar:
    """Shows what it is told; every wish goes to the page."""

    def __init__(self, theme: Theme, parent: tk.Misc, wishes: Wishes) -> None:
        self._theme = theme
        px = theme.px
        self.widget = pieces.bar(theme, parent, "surface", HEIGHT)
        self.widget.configure(height=theme.row(HEIGHT))
        self._state = pieces.label(theme, self.widget, "", "text2", "small")
        self._state.pack(side="right", padx=(px(6), px(20)))
        self._sign = pieces.icon(theme, self.widget, "check-circle-fill", 13, "ok")
        self._sign.pack(side="right")
        self.choice = ttk.Combobox(
            self.widget, state="readonly", width=WIDEST, font=theme.font("body")
        )
        self.choice.pack(side="left", padx=(px(20), px(12)))
        self.choice.bind(
            "<<ComboboxSelected>>", lambda _event: wishes.choose(self.choice.current())
        )
        self._button("上一页", "chevron-left", lambda: wishes.turn(-1))
        self._page = pieces.label(theme, self.widget)
        self._page.pack(side="left", padx=px(8))
        self._button("下一页", "chevron-right", lambda: wishes.turn(1))
        pieces.frame(theme, self.widget, width=px(12)).pack(side="left")
        self._button("缩小", "dash", lambda: wishes.step(-1))
        self._size = pieces.label(theme, self.widget, width=5)
        self._size.pack(side="left")
        self._button("放大", "plus", lambda: wishes.step(1))
        self._fits: dict[Fit, tk.Label] = {}
        for fit in Fit:
            link = pieces.link(theme, self.widget, str(fit), lambda fit=fit: wishes.zoom(fit))  # type: ignore[misc]  # bound by its default
            self._fits[fit] = link
        self.widget.bind("<Configure>", self._fit)

    def offer(self, titles: Sequence[str], chosen: int) -> None:
        """List what can be shown."""
        self.choice.configure(values=list(titles))
        self.choice.current(chosen)

    def select(self, chosen: int) -> None:
        self.choice.current(chosen)

    def show_page(self, page: int, pages: int) -> None:
        """Which page is at hand, from 0."""
        self._page.configure(text=f"第 {page + 1} / {pages} 页" if pages else "　")

    def show_size(self, per_cent: float, zoom: Zoom) -> None:
        self._size.configure(text=f"{per_cent:.0f}%")
        for fit, link in self._fits.items():
            chosen = fit == zoom
            link.configure(
                foreground=self._theme.palette.text if chosen else self._theme.palette.primary,
                font=self._theme.font("small_strong" if chosen else "small"),
            )

    def waiting(self, said: str = "正在更新…") -> None:
        """The print is being made anew."""
        self._show_state("circle-half", "text3", said)

    def done(self) -> None:
        self._show_state("check-circle-fill", "ok", "已按最新数字更新")

    def wrong(self, said: str) -> None:
        """The print could not be made."""
        self._show_state("exclamation-triangle-fill", "danger", said)

    @property
    def said(self) -> str:
        return str(self._state["text"])

    def _fit(self, event: tk.Event[tk.Misc]) -> None:
        """In a narrow window the words of the sizes give way, then some of the titles."""
        theme = self._theme
        roomy = event.width >= theme.row(ROOMY)
        for link in self._fits.values():
            if roomy:
                link.pack(side="left", padx=(theme.px(12), 0))
            else:
                link.pack_forget()
        self.choice.configure(width=WIDEST if event.width >= theme.row(WIDE) else LEAST)

    def _show_state(self, sign: str, colour: str, said: str) -> None:
        pieces.set_icon(self._theme, self._sign, sign, 13, colour)
        self._state.configure(text=said)

    def _button(self, words: str, sign: str, do: Callable[[], object]) -> None:
        button = pieces.button(self.widget, "", do, sign)
        button.pack(side="left")
        pieces.tell_on_hover(button, lambda: words)
