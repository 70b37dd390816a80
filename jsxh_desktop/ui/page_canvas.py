"""The pages of a print, scrolled through: wheel and keys, sizes, what stands under the pointer."""

from __future__ import annotations

import tkinter as tk
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

import ttkbootstrap as ttk

from jsxh_desktop.app.page_stack import Fit, Place, Size, Zoom, stacked, step
from jsxh_desktop.ui import pieces
from jsxh_desktop.ui.page_images import PageImages
from jsxh_desktop.ui.shell import Shell

POINT_AT_96_DPI = 96 / 72
MARGIN = 20
LINE = 48  # logical pixels an arrow or a notch of the wheel scrolls
KEPT = 0.9  # of the view that PgDn scrolls
VIEW = "pages"
LOWEST = 10**9
BESIDE = 1  # pages above and below the view that are drawn before they are reached


@dataclass(frozen=True, slots=True)
class Pointer:
    """What a canvas tells: the page and size now, the point under the pointer, a click on it."""

    moved: Callable[[], object]
    over: Callable[[Place | None], object]
    pressed: Callable[[Place], object]


class PageCanvas:
    """Keeps the point of the document at its upper edge, whatever is shown anew or resized."""

    def __init__(self, parent: tk.Misc, shell: Shell, images: PageImages, pointer: Pointer) -> None:
        self._theme = shell.theme
        self._images = images
        self._pointer = pointer
        self._sizes: Sequence[Size] = ()
        self._stack = stacked((), Fit.WIDTH, (1, 1), 0, 1)
        self._items: dict[int, int] = {}
        self.zoom: Zoom = Fit.WIDTH
        self._ring = max(1, self._theme.px(1))
        colours = self._theme.palette
        self.widget = pieces.frame(self._theme, parent, "shell")
        self.canvas = tk.Canvas(
            self.widget,
            background=colours.shell,
            borderwidth=0,
            highlightthickness=self._ring,
            highlightbackground=colours.shell,
            highlightcolor=colours.primary,
            takefocus=True,
            yscrollincrement=1,
            xscrollincrement=1,
        )
        bar = ttk.Scrollbar(self.widget, command=self._by_bar, bootstyle="round")
        bar.pack(side="right", fill="y")
        self.canvas.pack(side="left", fill="both", expand=True)
        self.canvas.configure(yscrollcommand=bar.set)
        self._waiting = pieces.label(self._theme, self.canvas, "正在排版…", "text3")
        self._waiting.place(relx=0.5, rely=0.45, anchor="center")
        self._bind()

    # What is shown.

    def show(self, sizes: Sequence[Size]) -> None:
        """Show a print with pages of these sizes, in points, at the place that is shown now."""
        self._sizes = sizes
        self._waiting.place_forget()
        self._lay_out()

    def set_zoom(self, zoom: Zoom) -> None:
        """Show the pages in another size, the same place at the upper edge."""
        self.zoom = zoom
        self._lay_out()

    def step_zoom(self, by: int) -> None:
        """The next larger or smaller of the usual sizes."""
        self.set_zoom(step(self.per_cent, by))

    @property
    def per_cent(self) -> float:
        """The size of the page at hand, against the paper."""
        if not self._stack.sheets:
            return 100.0
        full = POINT_AT_96_DPI * self._theme.scale
        return 100 * self._stack.sheets[self.page].scale / full

    # Where it is.

    @property
    def page(self) -> int:
        """The page at hand, from 0."""
        return self._stack.current(self._top)

    def go_to(self, place: Place) -> None:
        """Scroll so that a point is at the upper edge, a page with the margin above it."""
        if self._stack.sheets:
            margin = self._stack.margin if not place.y else 0
            self._scroll_to(self._stack.top_of(place) - margin)

    def turn(self, by: int) -> None:
        """To the top of the next page, or the one before."""
        last = len(self._stack.sheets) - 1
        self.go_to(Place(max(0, min(last, self.page + by)), 0, 0))

    def focus(self) -> None:
        self.canvas.focus_set()

    def outline(self, place: Place, width: float, height: float) -> tuple[int, int, int, int]:
        """The pixels of a box in points on the canvas."""
        sheet = self._stack.sheets[place.page]
        left, top = sheet.left + place.x * sheet.scale, sheet.top + place.y * sheet.scale
        right, bottom = left + width * sheet.scale, top + height * sheet.scale
        return int(left) - 2, int(top) - 2, int(right) + 3, int(bottom) + 3

    # The rest.

    @property
    def _top(self) -> float:
        return float(self.canvas.canvasy(0))

    def _lay_out(self) -> None:
        """Place every page anew; only those in view are drawn."""
        view = self.canvas.winfo_width(), self.canvas.winfo_height()
        if not self._sizes or min(view) < 2 * self._theme.px(MARGIN):
            return
        before = self._stack.anchor(self._top) if self._stack.sheets else None
        full = POINT_AT_96_DPI * self._theme.scale
        self._stack = stacked(self._sizes, self.zoom, view, self._theme.px(MARGIN), full)
        self.canvas.delete("page")
        self._items.clear()
        self.canvas.configure(scrollregion=(0, 0, self._stack.width, self._stack.height))
        self.canvas.xview_moveto((1 - view[0] / self._stack.width) / 2)
        self._scroll_to(self._stack.top_of(before) if before else 0)

    def _scroll_to(self, top: float) -> None:
        # Tk counts from the upper edge of its focus ring.
        self.canvas.yview_moveto((max(0.0, top) + self._ring) / max(1, self._stack.height))
        self._draw()

    def _scroll_by(self, pixels: float) -> None:
        self.canvas.yview_scroll(round(pixels), "units")
        self._draw()

    def _scroll_screens(self, by: int) -> None:
        self._scroll_by(by * KEPT * self._stack.view[1])

    def _by_bar(self, *how: str) -> None:
        if how[0] == "scroll":
            by = int(how[1])
            if how[2] == "units":
                self._scroll_by(by * self._theme.px(LINE))
            else:
                self._scroll_screens(by)
        else:
            self.canvas.yview(*how)
            self._draw()

    def _draw(self) -> None:
        """Put the pages in view on the canvas, and take away those that left it."""
        shown = self._stack.visible(self._top)
        around = range(
            max(0, shown.start - BESIDE), min(len(self._stack.sheets), shown.stop + BESIDE)
        )
        for page in self._items.keys() - set(around):
            self.canvas.delete(f"page-{page}")
            del self._items[page]
        for page in around:
            if page not in self._items:
                self._put(page)
        order = sorted(around, key=lambda page: page not in shown)
        wishes = [(page, self._stack.sheets[page].scale) for page in order]
        self._images.want(VIEW, wishes, self._arrived)
        self._pointer.moved()

    def _put(self, page: int) -> None:
        sheet, colours = self._stack.sheets[page], self._theme.palette
        tags = ("page", f"page-{page}")
        edges = sheet.left, sheet.top, sheet.left + sheet.width, sheet.bottom
        self.canvas.create_rectangle(*edges, fill="white", width=0, tags=tags)
        image = self._images.image(VIEW, page)
        fits = image is not None and abs(image.width() - sheet.width) <= 1
        self._items[page] = self.canvas.create_image(
            sheet.left, sheet.top, anchor="nw", image=image if fits and image else "", tags=tags
        )
        around = edges[0] - 1, edges[1] - 1, *edges[2:]
        self.canvas.create_rectangle(*around, outline=colours.line, tags=tags)
        self.canvas.tag_lower("page")

    def _arrived(self, page: int, image: tk.PhotoImage) -> None:
        if page in self._items:
            self.canvas.itemconfigure(self._items[page], image=image)

    def _bind(self) -> None:
        canvas = self.canvas
        canvas.bind("<Configure>", lambda _event: self._lay_out())
        canvas.bind("<Motion>", self._hovered)
        canvas.bind("<Leave>", lambda _event: self._pointer.over(None))
        canvas.bind("<Button-1>", self._clicked)
        line = self._theme.px(LINE)
        for event, do, by in (
            ("<Up>", self._scroll_by, -line),
            ("<Down>", self._scroll_by, line),
            ("<Button-4>", self._scroll_by, -2 * line),
            ("<Button-5>", self._scroll_by, 2 * line),
            ("<Prior>", self._scroll_screens, -1),
            ("<Next>", self._scroll_screens, 1),
            ("<Home>", self._scroll_to, 0),
            ("<End>", self._scroll_to, LOWEST),
            ("<Control-Button-4>", self.step_zoom, 1),
            ("<Control-Button-5>", self.step_zoom, -1),
        ):
            canvas.bind(event, partial(_do, do, by))
        canvas.bind("<MouseWheel>", lambda event: self._scroll_by(-event.delta * line // 60))
        canvas.bind("<Control-MouseWheel>", lambda event: self.step_zoom(event.delta))
        for event in ("<Control-Prior>", "<Control-Next>"):
            canvas.bind(event, lambda _event: None)  # pages of the filing, not of the print

    def _place(self, event: tk.Event[tk.Misc]) -> Place | None:
        x, y = self.canvas.canvasx(event.x), self.canvas.canvasy(event.y)
        return self._stack.place(x, y)

    def _hovered(self, event: tk.Event[tk.Misc]) -> None:
        self._pointer.over(self._place(event))

    def _clicked(self, event: tk.Event[tk.Misc]) -> None:
        self.canvas.focus_set()
        place = self._place(event)
        if place:
            self._pointer.pressed(place)


def _do(do: Callable[[int], object], by: int, _event: object) -> str:
    do(by)
    return "break"
