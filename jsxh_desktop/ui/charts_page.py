"""图表: seven tabs, the chart at left, its figures and its sentence at right."""

from __future__ import annotations

import tkinter as tk
from functools import partial
from pathlib import Path

from jsxh_desktop.app.chart_fields import field_of_part, field_of_year
from jsxh_desktop.app.chart_model import (
    ENDINGS,
    TABS,
    ShownChart,
    picture,
    save_picture,
    shown_chart,
)
from jsxh_desktop.app.pages import BY_KEY
from jsxh_desktop.app.safe_write import file_name
from jsxh_desktop.charts.chart import ChartKind
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.pack import Pack
from jsxh_desktop.domain.place import Place
from jsxh_desktop.ui import pieces
from jsxh_desktop.ui.chart_view import ChartView
from jsxh_desktop.ui.figures_table import figures_table, width_of_figures
from jsxh_desktop.ui.jobs import in_background_or_told
from jsxh_desktop.ui.page_head import PageHead
from jsxh_desktop.ui.picture_clipboard import can_copy, copy_picture
from jsxh_desktop.ui.save_panel import SavePanel
from jsxh_desktop.ui.scrolling import scrolled
from jsxh_desktop.ui.shell import Shell, View
from jsxh_desktop.ui.tabs import Tabs
from jsxh_desktop.ui.wrapped_label import WrappedLabel

SIDE, BAR = 312, 12
SAID = "数字来自已填的表，不能手改　·　双击柱或扇跳到它的数"


class ChartsPage:
    """Shows what the filing says; a figure is changed where it is filled in."""

    def __init__(self, parent: tk.Misc, shell: Shell) -> None:
        self._shell = shell
        self._theme = shell.theme
        self.shown: ShownChart | None = None
        px = self._theme.px
        self.widget: tk.Widget = pieces.frame(self._theme, parent)
        head = PageHead(
            self._theme,
            self.widget,
            BY_KEY["charts"].title,
            SAID,
            actions=(
                *((("复制图片", "copy", self._copy),) if can_copy() else ()),
                ("另存为图片", "image", self._save),
            ),
        )
        self.buttons = head.buttons
        self._tabs = Tabs(self._theme, self.widget, TABS, lambda _number: self.refresh())
        self._tabs.widget.pack(fill="x", padx=px(20))
        body = pieces.frame(self._theme, self.widget)
        body.pack(fill="both", expand=True, padx=px(20), pady=(px(12), px(12)))
        self._column = pieces.frame(self._theme, body, width=px(SIDE))
        self._column.pack(side="right", fill="y", padx=(px(16), 0))
        self._column.pack_propagate(False)
        area = scrolled(self._column, auto_hide=True)
        area.container.pack(fill="both", expand=True)
        self._side = pieces.frame(self._theme, area)
        self._side.pack(fill="both", expand=True)
        self.chart = ChartView(body, shell, self._go_to_part)
        self.chart.widget.pack(side="left", fill="both", expand=True)

    def refresh(self) -> None:
        workspace = self._shell.workspace
        shown = shown_chart(workspace.filing, workspace.pack, self._number, workspace.unit)
        if shown != self.shown:
            self.shown = shown
            self.chart.show(shown)
            self._show_side(shown)
            for button in self.buttons:
                button.state(["!disabled" if shown.chart else "disabled"])

    def show_place(self, place: Place) -> bool:  # noqa: ARG002 - nothing is filled in here
        return False

    def focus_first(self) -> None:
        self._tabs.focus()

    def flush(self) -> None:
        """Nothing is typed here."""

    def turn(self, by: int) -> None:
        """Show the next chart, or the one before."""
        self._tabs.select((self._tabs.chosen + by) % len(TABS))
        self.refresh()

    @property
    def _number(self) -> int:
        return self._tabs.chosen + 1

    def _show_side(self, shown: ShownChart) -> None:
        theme, px = self._theme, self._theme.px
        for child in self._side.winfo_children():
            child.destroy()
        if shown.rows:
            pieces.label(theme, self._side, "图里的数", font="section").pack(anchor="w")
            width = max(px(SIDE - BAR), width_of_figures(theme, shown.heads, shown.rows))
            self._column.configure(width=width + px(BAR))
            table = figures_table(theme, self._side, shown.heads, shown.rows, width)
            table.pack(fill="x", pady=(px(8), px(20)))
        pieces.label(theme, self._side, "说明里会写成", font="section").pack(anchor="w")
        box = pieces.card(theme, self._side, "band")
        box.pack(fill="x", pady=(px(8), px(12)))
        said = WrappedLabel(theme, box, shown.sentence)
        said.widget.pack(fill="x", padx=px(12), pady=px(10))
        for key, name in shown.pages:
            words = f"跳到{name} →"
            link = pieces.link(theme, self._side, words, partial(self._shell.go, key))
            link.pack(anchor="w", pady=px(2))

    def _go_to_part(self, series: int, category: int) -> None:
        """Where a bar or slice comes from."""
        chart = self.shown and self.shown.chart
        if not chart:
            return
        filing, number = self._shell.workspace.filing, self._number
        if chart.kind is ChartKind.COLUMNS:
            before = series < len(chart.series) - 1
            place = field_of_year(filing, number, category, before=before)
        else:
            place = field_of_part(filing, number, chart.categories[category])
        if place:
            self._shell.jump(place)
        else:
            self._shell.tell(f"这是 {filing.year - 1} 年度的数，在那一年里改")

    def _save(self) -> None:
        """Ask where the picture, as the print shows it, shall lie."""
        if self.shown and self.shown.chart:
            name = file_name(self.shown.caption.replace("：", " "))
            path = self._shell.workspace.path.with_name(f"{name}.png")
            SavePanel(self.widget, self._shell, "另存为图片", path, ENDINGS, self._write)

    def _write(self, path: Path) -> None:
        filing, pack, number = self._asked()
        in_background_or_told(
            self._shell,
            self.widget,
            lambda: save_picture(filing, pack, number, path),
            lambda _done: self._shell.tell(f"图片存在 {path}"),
        )

    def _copy(self) -> None:
        """Put the picture on the clipboard."""
        filing, pack, number = self._asked()
        in_background_or_told(
            self._shell,
            self.widget,
            lambda: copy_picture(picture(filing, pack, number)),
            lambda _done: self._shell.tell("图片已复制，可以粘贴到文稿里"),
        )

    def _asked(self) -> tuple[Filing, Pack, int]:
        workspace = self._shell.workspace
        return workspace.filing, workspace.pack, self._number


def build(parent: tk.Misc, shell: Shell) -> View:
    """图表."""
    return ChartsPage(parent, shell)
