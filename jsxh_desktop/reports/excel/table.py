"""A table block becomes a sheet: the same cells, merged as they print, and what stands around."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from jsxh_desktop.narrative.block import Align, Table
from jsxh_desktop.reports.excel.content import content, printed
from jsxh_desktop.reports.excel.heights import heights, text_height, text_width
from jsxh_desktop.reports.excel.look import HEI, Look
from jsxh_desktop.reports.excel.sheet import TALLEST, Area, Content, Line, Sheet
from jsxh_desktop.reports.grid import Placed, placed
from jsxh_desktop.reports.style import LABEL_SIZE, MM, SUBTITLE_PART

IN_YUAN = "金额单位：元"


def table_sheet(
    table: Table, name: str, above: Sequence[Content] = (), page_ends: Sequence[int] = ()
) -> Sheet:
    """The table as a sheet; `above` are lines over it, `page_ends` where the next page begins."""
    laid = _Laid(table.widths)
    for line in (*above, *_title(table)):
        laid.across(line)
    laid.unit(table)
    first = len(laid.lines)
    laid.grid(table)
    for line in _below(table):
        laid.across(line)
    head = range(first, first + len(table.head))
    beside = table.head[0][0].across if page_ends else 0
    return Sheet(
        name,
        table.widths,
        tuple(laid.lines),
        tuple(laid.merged),
        head=head,
        beside=beside,
        page_ends=tuple(page_ends),
        frozen=(head.stop, beside) if head else (0, 0),
        landscape=table.landscape,
    )


def _title(table: Table) -> Iterator[Content]:
    if table.label and table.small_label:
        yield printed(table.label, Look(size=table.size))
    elif table.label:
        yield printed(table.label, Look(face=HEI, size=LABEL_SIZE))
    if table.title:
        yield printed(table.title, Look(size=table.title_size, bold=True, side=Align.CENTRE))
    if table.subtitle:
        size = SUBTITLE_PART * table.title_size
        yield printed(table.subtitle, Look(size=size, side=Align.CENTRE))
    if table.number:
        yield printed(table.number, Look(size=table.size, side=Align.RIGHT))


def _below(table: Table) -> Iterator[Content]:
    for note in table.notes:
        yield printed(note, Look(size=table.note_size or table.size))
    if table.signature:
        yield printed(table.signature.replace("\t", "　　"), Look(size=table.size))


@dataclass
class _Laid:
    """The rows of a sheet as they are put one below the other."""

    widths: Sequence[float]
    lines: list[Line] = field(default_factory=list)
    merged: list[Area] = field(default_factory=list)

    def across(self, line: Content) -> None:
        """One text over the whole width."""
        self._row({0: line})

    def unit(self, table: Table) -> None:
        """The unit's name at the left, the unit of money at the right, where there is either."""
        if not (table.left_note or table.right_note):
            return
        look = Look(size=table.size)
        right = printed(table.right_note, look._replace(side=Align.RIGHT))
        cut = _cut(self.widths, text_width(right.text, table.size))
        self._row({0: printed(table.left_note, look), cut: right} if cut else {0: right})

    def grid(self, table: Table) -> None:
        """The ruled cells; covered ones are ruled too, as a spreadsheet draws each by itself."""
        first, rows = len(self.lines), (*table.head, *table.body)
        cells = placed(rows, len(self.widths))
        apart = table.right_note == IN_YUAN
        found: list[dict[int, Content]] = [{} for _ in rows]
        for place in cells:
            shown = content(place.cell, table.size, apart=apart)
            for row in range(place.row, place.row_end):
                columns = range(place.column, place.column_end)
                found[row].update(dict.fromkeys(columns, shown._replace(text="")))
            found[place.row][place.column] = shown
            self._merge(_moved(place, first))
        high = heights(cells, self.widths, len(rows), table.size, table.row_height * MM)
        self.lines += map(Line, found, high)

    def _row(self, cells: dict[int, Content]) -> None:
        """Texts side by side, each up to where the next begins."""
        row, starts = len(self.lines), [*cells, len(self.widths)]
        high = 0.0
        for (start, line), end in zip(cells.items(), starts[1:], strict=True):
            width = sum(self.widths[start:end])
            high = max(high, text_height(line.text, width, line.look.size))
            self._merge(Area(row, start, row + 1, end))
        self.lines.append(Line(cells, min(high, TALLEST)))

    def _merge(self, area: Area) -> None:
        if (area.row_end, area.column_end) != (area.row + 1, area.column + 1):
            self.merged.append(area)


def _moved(place: Placed, down: int) -> Area:
    return Area(place.row + down, place.column, place.row_end + down, place.column_end)


def _cut(widths: Sequence[float], least: float) -> int:
    """The last column from which on there are so many millimetres; 0 where only all have them."""
    room = 0.0
    for column in range(len(widths) - 1, 0, -1):
        room += widths[column]
        if room >= least:
            return column
    return 0
