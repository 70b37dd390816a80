"""The pages of a print small, one below the other; the one at hand is marked, a click turns."""

from __future__ import annotations

import tkinter as tk
from bisect import bisect_right
from collections.abc import Callable, Sequence
from itertools import accumulate

from jsxh_desktop.app.page_stack import Size
from jsxh_desktop.ui.page_images import PageImages
from jsxh_desktop.ui.shell import Shell

WIDTH, PAGE_WIDTH, PAGE_HEIGHT = 132, 90, 127
ABOVE, NAME = 10, 26
VIEW = "thumbnails"


class Thumbnails:
    """Only the pages in view get a picture."""

    def __init__(
        self, parent: tk.Misc, shell: Shell, images: PageImages, go: Callable[[int], object]
    ) -> None:
        self._theme = shell.theme
        self._images = images
        self._go = go
        self._sizes: Sequence[Size] = ()
        self._current = 0
        self._items: dict[int, int] = {}
        px = self._theme.px
        self._tops: list[int] = [0]
        self.widget = tk.Canvas(
            parent,
            width=px(WIDTH),
            background=self._theme.palette.surface,
            borderwidth=0,
            highlightthickness=0,
            yscrollincrement=1,
        )
        self.widget.bind("<Configure>", lambda _event: self._draw())
        self.widget.bind("<Button-1>", self._clicked)
        self.widget.bind("<MouseWheel>", lambda event: self._scroll(-event.delta * px(48) // 60))
        self.widget.bind("<Button-4>", lambda _event: self._scroll(-px(96)))
        self.widget.bind("<Button-5>", lambda _event: self._scroll(px(96)))

    def show(self, sizes: Sequence[Size]) -> None:
        """Show a print with pages of these sizes, in points."""
        self._sizes = sizes
        around = self._theme.px(ABOVE) + self._theme.row(NAME)
        heights = (round(size[1] * self._scale(page)) for page, size in enumerate(sizes))
        self._tops = list(accumulate((around + height for height in heights), initial=0))
        self._clear()
        self.widget.configure(scrollregion=(0, 0, 1, self._height))
        self._draw()

    def mark(self, page: int) -> None:
        """Mark the page at hand and have it in view."""
        if page == self._current or page >= len(self._sizes):
            return
        self._current = page
        top, height = self.widget.canvasy(0), self.widget.winfo_height()
        above, below = self._tops[page], self._tops[page + 1]
        if above < top:
            self._scroll_to(above)
        elif below > top + height:
            self._scroll_to(below - height)
        self._clear()
        self._draw()

    def _clear(self) -> None:
        self.widget.delete("all")
        self._items.clear()

    def _draw(self) -> None:
        """Put the rows in view on the canvas; rows that left it are taken away."""
        top, height = self.widget.canvasy(0), self.widget.winfo_height()
        if height < self._theme.px(PAGE_HEIGHT) or not self._sizes:
            return
        rows = range(self._page_at(top), min(len(self._sizes), self._page_at(top + height) + 1))
        for page in self._items.keys() - set(rows):
            self.widget.delete(f"page-{page}")
            del self._items[page]
        for page in rows:
            if page not in self._items:
                self._put(page)
        self._images.want(VIEW, [(page, self._scale(page)) for page in rows], self._arrived)

    def _put(self, page: int) -> None:
        px, colours = self._theme.px, self._theme.palette
        width, height = (round(length * self._scale(page)) for length in self._sizes[page])
        left, top = (px(WIDTH) - width) // 2, self._tops[page] + px(ABOVE)
        at_hand, tags = page == self._current, (f"page-{page}",)
        edge = max(1, px(2 if at_hand else 1))
        right, bottom = left + width, top + height
        self.widget.create_rectangle(left, top, right, bottom, fill="white", width=0, tags=tags)
        image = self._images.image(VIEW, page)
        self._items[page] = self.widget.create_image(
            left, top, anchor="nw", image=image or "", tags=tags
        )
        self.widget.create_rectangle(
            left - edge,
            top - edge,
            right + edge // 2,
            bottom + edge // 2,
            width=edge,
            outline=colours.primary if at_hand else colours.line,
            tags=tags,
        )
        self.widget.create_text(
            px(WIDTH) // 2,
            top + height + px(4),
            anchor="n",
            text=f"{page + 1}　当前" if at_hand else page + 1,
            font=self._theme.font("small"),
            fill=colours.primary if at_hand else colours.text2,
            tags=tags,
        )

    def _scale(self, page: int) -> float:
        width, height = self._sizes[page]
        return min(self._theme.px(PAGE_WIDTH) / width, self._theme.px(PAGE_HEIGHT) / height)

    def _arrived(self, page: int, image: tk.PhotoImage) -> None:
        if page in self._items:
            self.widget.itemconfigure(self._items[page], image=image)

    def _scroll(self, pixels: int) -> str:
        self.widget.yview_scroll(pixels, "units")
        self._draw()
        return "break"

    def _scroll_to(self, top: float) -> None:
        self.widget.yview_moveto(top / self._height)

    @property
    def _height(self) -> int:
        return self._tops[-1] + self._theme.px(ABOVE)

    def _page_at(self, y: float) -> int:
        return max(0, bisect_right(self._tops, y) - 1)

    def _clicked(self, event: tk.Event[tk.Misc]) -> None:
        page = self._page_at(self.widget.canvasy(event.y))
        if page < len(self._sizes):
            self._go(page)
