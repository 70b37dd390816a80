"""A chart on the screen: drawn in a thread in the colours of the window, shown as one picture."""

from __future__ import annotations

import tkinter as tk
from collections.abc import Callable
from concurrent.futures import Future
from typing import TYPE_CHECKING, NamedTuple

from PIL import Image, ImageTk

from jsxh_desktop.app.chart_model import SCREEN_FONTS, ShownChart
from jsxh_desktop.charts.chart import Chart, ChartKind
from jsxh_desktop.charts.palette import Fill, Inks
from jsxh_desktop.ui import pieces
from jsxh_desktop.ui.jobs import in_background
from jsxh_desktop.ui.palette import Palette
from jsxh_desktop.ui.shell import Shell
from jsxh_desktop.ui.theme import TYPE, TYPE_FACTORS

if TYPE_CHECKING:
    from matplotlib.backends.backend_agg import FigureCanvasAgg

LETTERING = 9.0  # pt a chart is lettered in; on the screen it is as large as the text beside it
SETTLE = 60  # ms a window stands still before its chart is drawn to the new size
LEAST = 80  # pixels


class _Wish(NamedTuple):
    """What is to be drawn: the chart, pixels, dots per inch, inks."""

    chart: Chart
    size: tuple[int, int]
    dpi: float
    inks: Inks


class _Drawn(NamedTuple):
    """A wish fulfilled; the canvas is always the same one."""

    wish: _Wish
    canvas: FigureCanvasAgg
    image: Image.Image


class ChartView:
    """One picture, redrawn where the chart or the room has changed; the old one stays till then.

    `choose` is told the series and category of a bar or slice that is clicked twice.
    """

    def __init__(self, parent: tk.Misc, shell: Shell, choose: Callable[[int, int], object]) -> None:
        self._shell = shell
        self._theme = shell.theme
        self._choose = choose
        self._canvas: FigureCanvasAgg | None = None
        self._picture: ImageTk.PhotoImage | None = None
        self._chart: Chart | None = None
        self._drawn: _Wish | None = None
        self._drawing = False
        self._timer = ""
        px = self._theme.px
        self.widget = pieces.card(self._theme, parent)
        self._caption = pieces.label(self._theme, self.widget, font="strong")
        self._caption.pack(side="bottom", pady=(px(4), px(14)))
        self.area = pieces.label(self._theme, self.widget, "正在画图…", "text3")
        self.area.pack(fill="both", expand=True, padx=px(16), pady=(px(14), 0))
        self.area.bind("<Configure>", lambda _event: self._draw_soon())
        self.area.bind("<Double-1>", self._pressed)
        self.area.bind("<Destroy>", self._let_go)

    def show(self, shown: ShownChart) -> None:
        """Bring the picture in line; where there is nothing to draw, its sentence stands there."""
        self._caption.configure(text=shown.caption)
        self._chart = shown.chart
        if shown.chart is None:
            self._drawn = None
            self.area.configure(image="", text=shown.note)
        else:
            self._draw()

    @property
    def is_drawn(self) -> bool:
        """Whether the picture is the one that is wanted now."""
        wish = self._wish()
        return wish is not None and wish == self._drawn

    def _draw_soon(self) -> None:
        if self._timer:
            self.area.after_cancel(self._timer)
        self._timer = self.area.after(SETTLE, self._draw)

    def _draw(self) -> None:
        """Have what is wanted now drawn, once nothing else is being drawn."""
        if self._timer:
            self.area.after_cancel(self._timer)
            self._timer = ""
        wish = self._wish()
        if wish is None or wish == self._drawn or self._drawing:
            return
        self._drawing = True
        in_background(self._shell, self.area, lambda: _drawn(wish, self._canvas), self._show)

    def _wish(self) -> _Wish | None:
        size = self.area.winfo_width(), self.area.winfo_height()
        if self._chart is None or min(size) < LEAST:
            return None
        points, _ = TYPE["small"]
        theme = self._theme
        dpi = 96 * theme.scale * TYPE_FACTORS[theme.type_size] * points / LETTERING
        return _Wish(self._chart, size, dpi, inks(theme.palette, self._chart))

    def _show(self, end: Future[_Drawn]) -> None:
        self._drawing = False
        drawn = end.result()
        self._canvas = drawn.canvas
        if self._chart is not None:
            self._drawn = drawn.wish
            self._picture = ImageTk.PhotoImage(drawn.image, master=self.area)
            self.area.configure(image=self._picture, text="")
            self._draw()

    def _pressed(self, event: tk.Event[tk.Misc]) -> None:
        if self._canvas is None or self._drawn is None or self._drawing:
            return
        from jsxh_desktop.charts.sheet import part_at

        width, height = self._drawn.size
        left, top = (self.area.winfo_width() - width) / 2, (self.area.winfo_height() - height) / 2
        part = part_at(self._canvas.figure, event.x - left, height - (event.y - top))
        if part:
            self._choose(*part)

    def _let_go(self, _event: object) -> None:
        """A picture is to go with its widget, not when its last reference is found."""
        self._picture = None


def _drawn(wish: _Wish, canvas: FigureCanvasAgg | None) -> _Drawn:
    from jsxh_desktop.charts.draw import pixels

    canvas = pixels(wish.chart, wish.size, wish.dpi, wish.inks, SCREEN_FONTS, canvas)
    dots = Image.frombytes("RGBA", canvas.get_width_height(), canvas.buffer_rgba())
    return _Drawn(wish, canvas, dots.convert("RGB"))


def inks(colours: Palette, chart: Chart) -> Inks:
    """The colours of the window: this year solid, the year before grey and hatched."""
    this_year = Fill(colours.primary, colours.primary)
    last_year = Fill(colours.last_year_bar, colours.surface, "//")
    if chart.kind is ChartKind.COLUMNS:
        fills = (last_year, this_year)[-len(chart.series) :]
    else:
        fills = (
            Fill(colours.primary, colours.surface),
            last_year,
            Fill(colours.tint, colours.primary),
            Fill(colours.surface, colours.text3, "\\\\\\"),
            Fill(colours.text3, colours.surface),
            Fill(colours.band, colours.primary, "xx"),
        )
    return Inks(
        text=colours.text,
        axis=colours.box,
        grid=colours.line,
        leader=colours.text3,
        paper=colours.surface,
        fills=fills,
    )
