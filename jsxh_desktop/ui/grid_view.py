"""A grid on the desk: the cells, the sums below them, the line of hints, and what typing does."""

from __future__ import annotations

import tkinter as tk
from collections.abc import Mapping

from jsxh_desktop.app import grid_steps
from jsxh_desktop.app.check_model import Severity
from jsxh_desktop.app.grid_layout import Cell, GridRow, GridSource
from jsxh_desktop.app.pasting import Box
from jsxh_desktop.domain.entry import Kind
from jsxh_desktop.domain.place import Place
from jsxh_desktop.ui import grid_keys, pieces
from jsxh_desktop.ui.cell_editor import CellEditor, EditorReactions
from jsxh_desktop.ui.cells import Cells
from jsxh_desktop.ui.grid_commands import GridCommands
from jsxh_desktop.ui.grid_drawing import GridDrawing
from jsxh_desktop.ui.hint_line import HintLine
from jsxh_desktop.ui.picker import Spot
from jsxh_desktop.ui.shell import Shell
from jsxh_desktop.ui.topic import topic_of
from jsxh_desktop.ui.totals_view import TotalsView


class GridView:
    """Shows a GridSource and tells it what is typed, pasted, inserted, moved.

    `empty` is the sentence that stands where there are no rows yet.
    """

    def __init__(self, parent: tk.Misc, shell: Shell, source: GridSource, empty: str = "") -> None:
        self.source = source
        self.theme = theme = shell.theme
        self._shell = shell
        self._rows: tuple[GridRow, ...] = ()
        self._open: Cell = (0, 0)
        self._run = -1
        self._putting = False
        self.widget: tk.Widget = pieces.frame(theme, parent)
        self._hint = HintLine(theme, self.widget)
        self._hint.widget.pack(side="bottom", fill="x", pady=(theme.px(2), theme.px(4)))
        card = pieces.card(theme, self.widget)
        card.pack(fill="both", expand=True)
        self._totals = TotalsView(theme, card, source.columns, shell.go)
        self._totals.widget.pack(side="bottom", fill="x")
        self.cells = Cells(theme, card, source.columns, self._moved, self._scrolled, self._drawn)
        self.cells.widget.pack(fill="both", expand=True)
        self._empty = pieces.label(theme, self.cells.canvas, empty, "text3")
        self._drawing = GridDrawing(theme, shell.root)
        padding = self._drawing.text.padding
        self.editor = CellEditor(theme, self.cells.canvas, padding, self._reactions())
        self.commands = GridCommands(self, shell)
        grid_keys.bind(self)
        self.cells.widget.bind("<Configure>", lambda _event: self._fit(), add="+")
        self._hint.widget.bind("<Destroy>", lambda _: self.cells.widget.unbind("<Configure>"), "+")
        self._paint()

    @property
    def cell(self) -> Cell:
        """Where the cell cursor is."""
        return self.cells.cell

    @property
    def box(self) -> Box:
        """The selected cells."""
        return self.cells.box

    @property
    def hint(self) -> str:
        """The sentence below the grid."""
        return self._hint.text

    @property
    def total_words(self) -> list[str]:
        """What stands below the columns."""
        return self._totals.words

    def shown(self, cell: Cell) -> str:
        """What is drawn in a cell."""
        return self.cells.text(cell).strip()

    def lead_from_totals(self, y: int) -> None:
        """Go where the sum at a height has to be met."""
        self._totals.lead(y)

    def is_band(self, row: int) -> bool:
        return row < len(self._rows) and self._rows[row].band

    def refresh(self) -> None:
        """Bring everything in line with the source; not while typing, not between two changes."""
        if not self.editor.is_open and not self._putting:
            self.source.refresh()
            self._paint()

    def flush(self) -> None:
        """Have what stands in the open cell count."""
        if self.editor.is_open:
            self.leave(0, 0)

    def focus(self) -> None:
        """Take the keys."""
        self.editor.box.focus_set()

    def focus_first(self) -> None:
        """Put the cursor where it was, or where work begins."""
        if not self.cells.has_cursor:
            self.select(grid_steps.first_typed(self.source))
        self.focus()

    def show_place(self, place: Place) -> bool:
        """Put the cursor on a field; whether this grid has it."""
        self.flush()
        cell = self.source.cell_of(place)
        if cell is None:
            return False
        if self.source.rows is not self._rows:
            self._paint()  # a fold was opened for it
        self.select(cell)
        self.focus()
        return True

    def spot(self) -> Spot:
        """Where the cursor's cell is in the window."""
        return self.cells.spot(self._shell.root)

    def topic(self) -> str:
        """The field of the cursor's column, as the manual knows it."""
        entry = self.source.columns[self.cell[1]].entry
        return topic_of(entry) if entry else ""

    def select(self, cell: Cell) -> None:
        """Put the cell cursor somewhere, as near as there is a cell."""
        last = grid_steps.last_row(self.source)
        if last >= 0:
            row = max(0, min(cell[0], last))
            self.cells.select((row, max(0, min(cell[1], len(self.source.columns) - 1))))

    def put(self, typed: Mapping[Cell, str], title: str = "") -> None:
        """Hand texts to the source; the cursor goes with a row that moves to another place."""
        row, column = self.cell
        key = self._rows[row].key if row < len(self._rows) else 0
        known = {each.key for each in self._rows}
        self._putting = True
        try:
            self.source.put(typed, title)
        finally:
            self._putting = False
        self.refresh()
        if not key and (row, column) in typed:
            added = [each.key for each in self._rows if each.key not in known]
            key = added[0] if len(added) == 1 else 0
        now = grid_steps.row_of(self.source, key) if key else row
        if now is not None and now != row:
            self.select((now, column))

    def select_all(self) -> None:
        """Every row there is."""
        if self._rows:
            self.cells.select_box(Box(0, 0, len(self._rows), len(self.source.columns)))

    def edit(self, typed: str | None = None) -> None:
        """Open the cell, with what it holds or with what was typed over it."""
        cell, column = self.cell, self.source.columns[self.cell[1]]
        if self.is_band(cell[0]):
            if typed == " ":
                self.commands.fold()
            return
        if not self.source.may_type(cell):
            if typed:
                self.commands.pick(typed)
            return
        if not self._shell.workspace.may_write():
            return
        self.cells.see(cell)
        self._open = cell
        held = self.source.exact(cell)
        many = column.entry is not None and column.entry.kind is Kind.PROSE
        self.editor.open(self.cells.bounds(cell), held, typed, column.align, many=many)

    def step(self, rows: int, columns: int) -> None:
        """Move the cursor: by a row in its column, or on through the typed cells.

        Going down after a run of Tabs leads back below where the run began.
        """
        cell = self.cell
        if columns:
            run = cell[1] if self._run < 0 else self._run
            found = grid_steps.next_typed(self.source, cell, columns)
            if found is None:
                self._pass_on(columns)
                return
            self.select(found)
            self._run = run
        elif rows:
            column = self._run if self._run >= 0 and rows > 0 else cell[1]
            row, _ = grid_steps.below(self.source, cell, rows)
            self.select((row, column))

    def leave(self, rows: int, columns: int) -> None:
        """The open cell is left: its text counts, the cursor goes on."""
        text, changed, run = self.editor.text, self.editor.is_changed, self._run
        self.editor.close()
        if changed:
            self.put({self._open: text})
        else:
            self.refresh()
        if rows or columns:
            self._run = run
            self.step(rows, columns)

    def give_up(self) -> None:
        """The cell keeps what it held."""
        self.editor.close()
        self.source.typing(self._open, self.source.exact(self._open))
        self.refresh()

    def pick_typed(self) -> None:
        """F4 while typing: what was typed narrows the list."""
        typed = self.editor.text if self.editor.is_changed else ""
        self.give_up()
        self.commands.pick(typed)

    def _reactions(self) -> EditorReactions:
        return EditorReactions(
            begun=self.edit,
            typed=lambda text: self.source.typing(self._open, text),
            left=lambda: self.leave(0, 0),
            focused=lambda focused: self.cells.show_focus(focused=focused),
        )

    def _pass_on(self, by: int) -> None:
        """Beyond the last cell Tab goes to what stands behind the grid, as it does everywhere."""
        box = self.editor.box
        other = box.tk_focusNext() if by > 0 else box.tk_focusPrev()
        if other is not None:
            other.focus_set()

    def _moved(self) -> None:
        self._run = -1
        if not self.editor.is_open:
            x, y, _, _ = self.cells.bounds(self.cell)
            self.editor.rest(x, y)
        self._say()

    def _say(self) -> None:
        """Say what is known of the cell."""
        cell = self.cell
        if cell[0] <= grid_steps.last_row(self.source):
            place = self.source.place(cell)
            problem = self.source.problem(cell)
            mark = self._shell.workspace.marks.get(place) if place else None
            if problem:
                self._hint.say(problem, Severity.ERROR)
            elif mark:
                self._hint.say(mark.sentence, mark.severity)
            else:
                self._hint.say(self._known(cell))

    def _known(self, cell: Cell) -> str:
        """The hint, and the whole of a text that is cut."""
        row, number = cell
        hint = self.source.hint(cell)
        if row < len(self._rows) and number < len(self._drawing.widths):
            shown, column = self._rows[row], self.source.columns[number]
            if self._drawing.is_cut(shown, column, number):
                return f"{shown.cells[number]}　{hint}".strip()
        return hint

    def _scrolled(self) -> None:
        self._totals.move(self.cells.left, self.cells.edges, self.cells.offset)
        if self.cells.has_cursor:
            x, y, _, _ = self.cells.bounds(self._open if self.editor.is_open else self.cell)
            self.editor.follow(x, y)

    def _drawn(self, column: int, width: int) -> None:
        self._drawing.column_widths.draw(column, width)
        self._paint()

    def _fit(self) -> None:
        """The room is another; not minded while it is taken down, which begins with the hint."""
        if self.cells.room != self._room and not self.editor.is_open:
            self._paint()
            if self.cells.has_cursor:
                self.cells.see(self.cell)
        else:
            self._scrolled()

    def _paint(self) -> None:
        self._rows, self._room = self.source.rows, self.cells.room
        lines = self.source.totals()
        self.cells.draw(self._drawing.of(self.source, lines, self._room), self._drawing.widths)
        self._totals.show(lines, self.source.columns)
        self._scrolled()
        if self._rows or not self._empty.cget("text"):
            self._empty.place_forget()
        else:
            self._empty.place(relx=0.5, rely=0.5, anchor="center")
        if self.cells.has_cursor:
            self._say()
