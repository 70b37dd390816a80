"""A form on the desk: sections, lines, the year before in grey, the sentence beside a slip."""

from __future__ import annotations

import tkinter as tk
from dataclasses import dataclass
from functools import partial
from math import inf
from typing import Any, NamedTuple, cast

from jsxh_desktop.app.field_help import field_help
from jsxh_desktop.app.form_layout import Derived, Field, Line, Section, is_text
from jsxh_desktop.app.form_model import Shown, shown, unit_of
from jsxh_desktop.domain.entry import Entry, Kind
from jsxh_desktop.domain.place import Place
from jsxh_desktop.ui import input_method, pieces
from jsxh_desktop.ui.form_columns import (
    FIRST_LINE,
    WIDEST_TEXT,
    height_of,
    inputs_of,
    lay_columns,
    write_title,
)
from jsxh_desktop.ui.inputs import make_input
from jsxh_desktop.ui.pause import Pause
from jsxh_desktop.ui.prose_input import ProseInput
from jsxh_desktop.ui.reactions import Input, Reactions
from jsxh_desktop.ui.read_only import hold
from jsxh_desktop.ui.reveal import MARGIN, reveal
from jsxh_desktop.ui.scrolling import scrolled
from jsxh_desktop.ui.severity_signs import COLOURS, ORDER, is_wrong
from jsxh_desktop.ui.shell import Shell
from jsxh_desktop.ui.topic import focused, is_within, topic_in
from jsxh_desktop.ui.wrapped_label import WrappedLabel
from jsxh_desktop.ui.written_grid import Cell, Words, WrittenGrid

AROUND_THE_DESK = 300  # of the height of a screen
LATER = 150  # ms
COMPARED = {Kind.MONEY, Kind.WHOLE}


class _Cell(NamedTuple):
    """One field: an input, or the label of a figure that is worked out."""

    field: Field
    input: Input | None = None
    value: tk.Label | None = None

    @property
    def widget(self) -> tk.Widget:
        if self.input:
            return self.input.widget
        assert self.value is not None  # noqa: S101 - a cell is one or the other
        return self.value


@dataclass(eq=False, repr=False)
class _Row:
    """A line on the screen; its last field is the one compared with the year before."""

    cells: tuple[_Cell, ...]
    line_unit: str
    note: Words | WrappedLabel
    unit: Words | None = None
    last: Words | None = None
    change: Words | None = None
    count: tk.Label | None = None


class FormView:
    """Sections of one record, blank until `refresh`; it decides widgets and colours, no rule.

    What begins below the screen is built once the rest has been painted, or as the keys go there.
    """

    def __init__(
        self, parent: tk.Misc, shell: Shell, sections: tuple[Section, ...], key: int = 0
    ) -> None:
        self._shell = shell
        self._theme = shell.theme
        self._key = key
        self._rows: list[_Row] = []
        self._scrolled = scrolled(parent)
        self._below = list(sections)
        self._build_as_far_as(parent.winfo_screenheight() - shell.theme.px(AROUND_THE_DESK))
        if self._below:
            painted = Pause(self._scrolled, self._build_below)
            self._scrolled.bind("<Expose>", lambda _event: painted.begin(LATER))

    @property
    def widget(self) -> tk.Widget:
        return cast("tk.Widget", self._scrolled.container)

    def show_place(self, place: Place) -> bool:
        self._build_below()
        for cell in self._inputs():
            if cell.field is place.entry and place.key == self._key:
                self._focus(cell)
                reveal(self._scrolled, cell.widget, self._theme.px(MARGIN))
                return True
        return False

    def refresh(self) -> None:
        for row in self._rows:
            self._show(row)

    def focus_first(self) -> None:
        for cell in self._inputs()[:1]:
            self._focus(cell)

    def topic(self) -> str:
        return topic_in(self._scrolled, ((cell.field, cell.widget) for cell in self._inputs()))

    def left(self) -> Place | None:
        at = focused(self._scrolled)
        within = (each.field for each in self._inputs() if is_within(at, each.widget))
        return next((Place(each, self._key) for each in within if isinstance(each, Entry)), None)

    def resume(self, left: Place) -> None:
        self.show_place(left)

    def flush(self) -> None:
        for cell in self._inputs():
            if cell.input:
                cell.input.leave()

    def _build_as_far_as(self, bottom: float) -> None:
        top = 0
        while self._below and top < bottom:
            section = self._below.pop(0)
            self._build_section(section)
            top += self._theme.px(height_of(section))

    def _build_below(self) -> None:
        if not self._below:
            return
        self._scrolled.unbind("<Expose>")
        known = len(self._rows)
        with input_method.resting(self._scrolled):
            self._build_as_far_as(inf)
            for row in self._rows[known:]:
                self._show(row)
            if self._shell.workspace.lock.refusal:
                hold(self._theme, self._scrolled)
            self._scrolled.update_idletasks()  # the keys go only where something is on the screen

    def _build_section(self, section: Section) -> None:
        theme, px = self._theme, self._theme.px
        grid = WrittenGrid(theme, self._scrolled)
        grid.widget.pack(fill="x", padx=px(20), pady=(px(14 if self._rows else 4), 0))
        write_title(grid, section)
        lay_columns(grid, section, self._shell.workspace.year)
        for number, line in enumerate(section.lines, start=FIRST_LINE):
            self._build_line(grid, number, line, inputs_of(section), compared=section.compared)

    def _build_line(
        self, grid: WrittenGrid, number: int, line: Line, inputs: int, *, compared: bool
    ) -> None:
        (*_, last) = line.fields
        if is_text(last):
            self._build_text(grid.widget, number, line, inputs)
            return
        px = self._theme.px
        top, gap = px(5), px(8)
        grid.write(Cell(number, 0, right=px(12), top=top), line.label, is_at_right=True)
        cells = []
        for column, field in enumerate(line.fields, start=1):
            if field is not None:
                cell = self._build_field(grid.widget, field)
                span = inputs if len(line.fields) == 1 else 1
                cell.widget.grid(
                    row=number,
                    column=column,
                    columnspan=span,
                    sticky="ew",
                    pady=(top, 0),
                    padx=(gap if column > 1 else 0, 0),
                )
                cells.append(cell)
        place = Cell(number, inputs + (4 if compared else 2), span=3, left=gap, top=top)
        row = _Row(tuple(cells), line.unit, grid.write(place, "", "text3", "small", wraps=True))
        if unit_of(cells[-1].field, line.unit, self._shell.workspace.unit):
            row.unit = grid.write(Cell(number, inputs + 1, left=gap, top=top), "", "text2")
        if compared and (isinstance(last, Derived) or (last and last.kind in COMPARED)):
            before = Cell(number, inputs + 2, left=px(16), top=top)
            row.last = grid.write(before, "", "text3", is_at_right=True)
            change = Cell(number, inputs + 3, left=px(16), right=px(16), top=top)
            row.change = grid.write(change, "", "text3", is_at_right=True)
        self._rows.append(row)

    def _build_field(self, parent: tk.Misc, field: Field) -> _Cell:
        if not isinstance(field, Derived):
            return _Cell(field, make_input(self._theme, parent, field, self._reactions(field)))
        value = pieces.worked_out(self._theme, parent)
        for event in ("<Alt-Down>", "<Double-1>"):
            value.bind(event, lambda _event: self._jump_to_part(field))
        return _Cell(field, value=value)

    def _build_text(self, grid: tk.Misc, number: int, line: Line, inputs: int) -> None:
        theme, px = self._theme, self._theme.px
        area = pieces.frame(theme, grid)
        area.grid(row=number, column=0, columnspan=inputs + 5, sticky="w", pady=(px(8), px(2)))
        head = pieces.frame(theme, area)
        head.pack(fill="x")
        pieces.label(theme, head, line.label).pack(side="left")
        pieces.frame(theme, area, width=px(WIDEST_TEXT), height=0).pack()
        (field,) = line.fields
        assert isinstance(field, Entry)  # noqa: S101 - `is_text` said so
        cell = self._build_field(area, field)
        cell.widget.pack(fill="x", pady=(px(4), 0))
        note = WrappedLabel(theme, head, "", "text3", "small")
        row = _Row((cell,), "", note)
        row.count = pieces.label(theme, head, "", "text3", "small")
        row.count.pack(side="right")
        if examples := field_help(field).examples:
            offer = pieces.link(theme, head, "例句 ∨", lambda: self._offer(cell, examples))
            offer.pack(side="right", padx=px(12))
        note.widget.pack(side="left", fill="x", expand=True, padx=px(12))
        self._rows.append(row)

    def _offer(self, cell: _Cell, examples: tuple[str, ...]) -> None:
        """A list of sentences to take over at the caret."""
        menu = tk.Menu(self._scrolled, tearoff=False, font=self._theme.font("body"))
        for sentence in examples:
            menu.add_command(label=sentence, command=partial(_take, cell, sentence))
        menu.tk_popup(self._scrolled.winfo_pointerx(), self._scrolled.winfo_pointery())

    def _reactions(self, field: Entry[Any]) -> Reactions:
        place, workspace = Place(field, self._key), self._shell.workspace
        return Reactions(
            typed=lambda text: self._typed(place, text),
            left=lambda text: workspace.leave(place, text),
            entered=lambda: workspace.exact_text(place),
            walk=lambda by: self._walk(field, by),
        )

    def _typed(self, place: Place, text: str) -> None:
        self._shell.workspace.typing(place, text)
        for row in self._rows:
            if row.count and row.cells[0].field is place.entry:
                row.count.configure(text=f"{len(text)} 字")

    def _walk(self, field: Field, by: int) -> None:
        """Enter skips what is worked out and goes round at the ends."""
        self._build_below()
        cells = self._inputs()
        here = next(number for number, cell in enumerate(cells) if cell.field is field)
        self._focus(cells[(here + by) % len(cells)])

    def _inputs(self) -> list[_Cell]:
        return [cell for row in self._rows for cell in row.cells if cell.input]

    def _focus(self, cell: _Cell) -> None:
        if cell.input:
            cell.input.focus()
            if self.widget.winfo_ismapped():
                reveal(self._scrolled, cell.input.widget, self._theme.px(MARGIN))

    def _jump_to_part(self, field: Derived) -> None:
        if field.parts:
            self._shell.jump(Place(field.parts[0], self._key))

    def _show(self, row: _Row) -> None:
        workspace = self._shell.workspace
        found = [shown(workspace, cell.field, self._key) for cell in row.cells]
        for cell, now in zip(row.cells, found, strict=True):
            if cell.input:
                cell.input.show(now.text, wrong=is_wrong(now.mark))
            elif cell.value:
                cell.value.configure(text=now.text or "—")
        if row.unit:
            row.unit.say(unit_of(row.cells[-1].field, row.line_unit, workspace.unit))
        if row.last and row.change:
            row.last.say(found[-1].last_year)
            row.change.say(found[-1].change)
        if row.count:
            row.count.configure(text=f"{len(found[-1].text)} 字")
        text, colour = self._note(row, found)
        row.note.say(text)
        row.note.paint(colour)

    def _note(self, row: _Row, found: list[Shown]) -> tuple[str, str]:
        """The sentence beside a line: what is wrong, how it is worked out, or a hint."""
        told = [now.mark for now in found if now.mark]
        if told:
            worst = min(told, key=lambda mark: ORDER.index(mark.severity))
            return worst.words, COLOURS[worst.severity]
        field = row.cells[-1].field
        if isinstance(field, Derived):
            waits = f"　还差：{found[-1].missing}" if found[-1].missing else ""
            return f"＝ {field.formula}{waits}", "text2"
        return field_help(field).hint, "text3"


def _take(cell: _Cell, words: str) -> None:
    if isinstance(cell.input, ProseInput):
        cell.input.insert(words)
