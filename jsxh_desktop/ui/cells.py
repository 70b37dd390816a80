"""The cells of a grid drawn by tksheet, which no other module knows: it draws, selects, scrolls.

Its editing, its clipboard, its undo and its menus stay off; the grid around it has its own.
"""

from __future__ import annotations

import tkinter as tk
from collections.abc import Callable, Sequence
from typing import Any

from tksheet import Sheet  # type: ignore[import-untyped]  # published without types

from jsxh_desktop.app.grid_layout import Align, Cell, Column
from jsxh_desktop.app.pasting import Box
from jsxh_desktop.ui import grid_colours
from jsxh_desktop.ui.grid_drawing import ROW, Drawing, Room
from jsxh_desktop.ui.picker import Spot
from jsxh_desktop.ui.theme import Theme

HEAD, INDEX = 32, 38
ALIGN = {Align.LEFT: "nw", Align.CENTRE: "n", Align.RIGHT: "ne"}
BINDINGS = (
    "single_select",
    "drag_select",
    "row_select",
    "column_select",
    "column_width_resize",
)
ZOOMS = (
    "<Control-plus>",
    "<Control-equal>",
    "<Control-minus>",
    "<Control-MouseWheel>",
    "<Control-Button-4>",
    "<Control-Button-5>",
)
"""Keys that would zoom one grid; the window zooms as a whole."""

grid_colours.share_bars(Sheet)


class Cells:
    """`moved` is called when the cursor or the selection is elsewhere, `scrolled` after scrolling.

    `resized` is told the width of a column that was drawn wider or narrower by hand.
    """

    def __init__(
        self,
        theme: Theme,
        parent: tk.Misc,
        columns: Sequence[Column],
        moved: Callable[[], object],
        scrolled: Callable[[], object],
        resized: Callable[[int, int], object],
    ) -> None:
        self._theme = theme
        self._sheet = self._make(theme, parent)
        self._table: Any = self._sheet.MT
        self.widget: tk.Widget = self._sheet
        self.canvas: tk.Canvas = self._table
        self.canvases: tuple[tk.Canvas, ...] = (
            self._table,
            self._sheet.RI,
            self._sheet.CH,
            self._sheet.TL,
        )
        # Left to itself it shows one bar, so needs the other, so hides the first, without an end.
        self._table._manage_scroll_bars = lambda **_: None  # noqa: SLF001 - there is no option
        grid_colours.draw_no_empty_grounds(self._table)
        for canvas in self.canvases[:-1]:  # the corner binds its own but once
            grid_colours.bind_no_tips(canvas)
        self._scrolled = scrolled
        self._resized = resized
        self.set_columns(columns)
        self._sheet.enable_bindings(*BINDINGS)
        for canvas in self.canvases:
            for zoom in ZOOMS:
                canvas.unbind(zoom)
        self._sheet.extra_bindings("all_select_events", lambda _event: moved())
        self._sheet.extra_bindings("column_width_resize", self._drawn)
        self._table.configure(xscrollcommand=self._across, yscrollcommand=self._down)

    @property
    def has_cursor(self) -> bool:
        return bool(self._table.selected)

    @property
    def cell(self) -> Cell:
        """Where the cursor is."""
        found = self._table.selected
        return (found.row, found.column) if found else (0, 0)

    @property
    def box(self) -> Box:
        """The selected cells, the cursor's own where there is no more."""
        found = self._table.selected
        return Box(*found.box) if found else Box(0, 0, 1, 1)

    @property
    def edges(self) -> list[int]:
        """Where columns begin, and the last one ends, from the first cell on."""
        return [int(edge) for edge in self._table.col_positions]

    @property
    def left(self) -> int:
        """The room of the numbers before the first column."""
        return self._theme.row(INDEX)

    @property
    def offset(self) -> int:
        """How far the cells are scrolled to the left."""
        return int(self._table.canvasx(0))

    @property
    def room(self) -> Room:
        """What there is for columns and rows."""
        sheet = self._sheet
        width, height = sheet.winfo_width() - self.left, sheet.winfo_height()
        return Room(width, height - self._theme.row(HEAD), sheet.yscroll.winfo_reqwidth())

    @property
    def bars(self) -> tuple[bool, bool]:
        """Whether there is a bar across and one down."""
        across, down = self._sheet.xscroll, self._sheet.yscroll
        return bool(across.winfo_manager()), bool(down.winfo_manager())

    def text(self, cell: Cell) -> str:
        """What is drawn in a cell."""
        return str(self._table.data[cell[0]][cell[1]])

    def number(self, row: int) -> str:
        """What stands before a row."""
        return str(self._table.row_index()[row])

    def set_columns(self, columns: Sequence[Column]) -> None:
        """Name the columns, align them, and grey those that are not typed."""
        colours = self._theme.palette
        pad = " "
        self._sheet.headers(
            [
                f"{column.title}{pad}" if column.align is Align.RIGHT else f"{pad}{column.title}"
                for column in columns
            ],
            redraw=False,
        )
        self._sheet.dehighlight_all(redraw=False)
        for number, column in enumerate(columns):
            self._sheet.align_columns(
                number, align=ALIGN[column.align], align_header=True, redraw=False
            )
            if column.entry is None and not column.plain:
                self._sheet.highlight_columns(
                    number, bg=colours.band, fg=colours.text3, highlight_header=False, redraw=False
                )

    def draw(self, drawing: Drawing, widths: Sequence[int]) -> None:
        """Show other rows; the selection stays as far as there are cells for it."""
        sheet, colours = self._sheet, self._theme.palette
        sheet.set_sheet_data(
            drawing.texts, reset_col_positions=False, reset_row_positions=False, redraw=False
        )
        sheet.set_column_widths(widths)
        sheet.set_row_heights(drawing.heights)
        self._show_bars(sum(widths), sum(drawing.heights))
        sheet.row_index(drawing.numbers, redraw=False)
        sheet.dehighlight_all(columns=False, header=False, redraw=False)
        if drawing.bands:
            sheet.highlight_rows(
                list(drawing.bands), bg=colours.band, fg=colours.text2, redraw=False
            )
        for (row, column), (ground, letters) in drawing.coloured.items():
            sheet.highlight_cells(row, column, bg=ground, fg=letters, redraw=False)
        for row, colour in drawing.marked.items():
            sheet.highlight_cells(row, canvas="index", fg=colours[colour], redraw=False)
        self._keep_selection(len(drawing.texts))
        self.redraw()

    def set_widths(self, widths: Sequence[int]) -> None:
        """The same rows in columns of other widths."""
        self._sheet.set_column_widths(widths)
        self._table.recreate_all_selection_boxes()
        self.redraw()

    def draw_column(self, number: int, width: int) -> None:
        """A column was made wider or narrower."""
        self._resized(number, width)

    def redraw(self) -> None:
        self._table.main_table_redraw_grid_and_text(redraw_header=True, redraw_row_index=True)

    def select(self, cell: Cell) -> None:
        """Put the cursor somewhere and scroll so far that it is seen."""
        self._sheet.select_cell(*cell, redraw=False)
        if not self.see(cell):
            self.redraw()

    def select_box(self, box: Box) -> None:
        """Select a block, its first cell with the cursor."""
        self._table.deselect("all", redraw=False)
        self._sheet.create_selection_box(box.top, box.left, box.bottom, box.right)
        self.redraw()

    def see(self, cell: Cell) -> bool:
        """Scroll so far that a cell is seen; whether that was needed, and the page is there."""
        return self._table.winfo_height() > 1 and bool(self._table.see(*cell))

    def show_focus(self, *, focused: bool) -> None:
        """The edge of the cursor tells whether the keys come here."""
        colour = self._theme.palette["primary" if focused else "box"]
        self._sheet.set_options(redraw=False, table_selected_box_cells_fg=colour)
        self._table.recreate_all_selection_boxes()

    def go(self, key: str, *, wider: bool = False) -> None:
        """Do what an arrow or a page key does; with Shift it makes the selection wider."""
        table = self._table
        if key in {"Prior", "Next"}:
            (table.page_UP if key == "Prior" else table.page_DOWN)()
        else:
            getattr(table, f"{'shift_' if wider else ''}arrowkey_{key.upper()}")()

    def bounds(self, cell: Cell) -> tuple[int, int, int, int]:
        """x, y, width, height of a cell on the screen of the canvas, with the lines around it."""
        (row, column), table = cell, self._table
        x, right = table.col_positions[column : column + 2]
        y, bottom = table.row_positions[row : row + 2]
        left, top = x - table.canvasx(0), y - table.canvasy(0)
        return int(left), int(top), int(right - x) + 1, int(bottom - y) + 1

    def spot(self, root: tk.Misc) -> Spot:
        """Where the cursor's cell is in a window, in pixels of that window."""
        x, y, _, height = self.bounds(self.cell)
        left = self._table.winfo_rootx() - root.winfo_rootx()
        return Spot(x + left, y + self._table.winfo_rooty() - root.winfo_rooty(), height)

    def pointed(self, event: tk.Event[Any]) -> Cell | None:
        """The cell under the mouse."""
        row = self._table.identify_row(y=event.y, allow_end=False)
        column = self._table.identify_col(x=event.x, allow_end=False)
        return None if row is None or column is None else (row, column)

    def _make(self, theme: Theme, parent: tk.Misc) -> Sheet:
        return Sheet(
            parent,
            data=[],
            font=(theme.family, theme.points("body"), "normal"),
            header_font=(theme.family, theme.points("small"), "normal"),
            index_font=(theme.family, theme.points("small"), "normal"),
            default_row_height=theme.row(ROW),
            default_header_height=theme.row(HEAD),
            default_row_index_width=theme.row(INDEX),
            auto_resize_row_index=False,
            empty_horizontal=0,
            empty_vertical=0,
            rounded_boxes=False,
            row_index_align="center",
            outline_thickness=0,
            show_top_left=True,
            table_wrap="",
            scrollbar_theme_inheritance="clam",
            scrollbar_show_arrows=False,
            **grid_colours.options(theme),
        )

    def _show_bars(self, width: int, height: int) -> None:
        """The bars that rows and columns of this size need; each takes room from the other."""
        room = self.room
        down = height > room.height
        across = width > room.width - room.bar * down
        down = height > room.height - room.bar * across
        for bar, needed in ((self._sheet.xscroll, across), (self._sheet.yscroll, down)):
            if needed and not bar.winfo_manager():
                bar.grid()
            elif not needed:
                bar.grid_remove()

    def _keep_selection(self, rows: int) -> None:
        selected = self._table.selected
        if selected and selected.row >= rows:
            self._table.deselect("all", redraw=False)
            if rows:
                self._sheet.select_cell(rows - 1, selected.column, redraw=False)
        elif selected:
            self._table.recreate_all_selection_boxes()

    def _across(self, first: str, last: str) -> None:
        self._sheet.xscroll.set(first, last)
        self._scrolled()

    def _down(self, first: str, last: str) -> None:
        self._sheet.yscroll.set(first, last)
        self._scrolled()

    def _drawn(self, event: Any) -> None:
        for number, change in event["resized"]["columns"].items():
            self.draw_column(number, int(change["new_size"]))
