"""Cuts a table into the grids of its pages: between rows; inside a row only if no page holds it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from jsxh_desktop.narrative.block import Cell, Table
from jsxh_desktop.reports.grid import Grid, Looks, Placed, Rows, cell_lines, grid, placed
from jsxh_desktop.reports.style import LEADING, MM, insets
from jsxh_desktop.reports.typesetter import Typesetter

# A page that has no room for so many lines of a row too high for any page is left to the next.
LEAST_LINES = 3


@dataclass(frozen=True, slots=True)
class Rooms:
    """Points for a grid on its first page and on each further one; `tail` stands below the last."""

    first: float
    further: float
    tail: float = 0.0


def looks(table: Table, closeness: float = 1.0) -> Looks:
    """As the table asks; a smaller `closeness` takes from the white of its rows."""
    widths = tuple(max(width, 0.0) * MM for width in table.widths)
    white = 2 * insets(table.size)[1] * closeness
    unit = MM * closeness
    return Looks(widths, table.size, table.row_height * unit, white, unit)


def parts(table: Table, setter: Typesetter, rooms: Rooms) -> Iterator[Grid]:
    """The grids of the table, page by page; one without rows if nothing fits the first page.

    Each begins with the head rows. Closing rows and the tail stay with the row before them; a
    merged cell that a page cuts in two is on both pages with its text.
    """
    look = looks(table)
    whole = grid((*table.head, *table.body), look, setter)
    if whole.height + rooms.tail <= rooms.first or not table.body:
        yield whole
    else:
        yield from _Cutter(table, look, setter, rooms).grids(whole.heights)


class _Cutter:
    """Takes a table apart from the top: how far it has come, and what is left of the cells."""

    def __init__(self, table: Table, look: Looks, setter: Typesetter, rooms: Rooms) -> None:
        self._head = table.head
        self._closing = table.closing
        self._look = look
        self._setter = setter
        self._rooms = rooms
        self._left = placed(table.body, len(look.widths))
        self._end = len(table.body)
        self._row = 0

    def grids(self, heights: Sequence[float]) -> Iterator[Grid]:
        """`heights` are those of the rows in one piece, head rows first."""
        rows = list(heights[len(self._head) :])
        head = sum(heights) - sum(rows)
        room = self._rooms.first
        while self._row < self._end:
            part = self._part(rows, room, head)
            if (
                part is None
                and room < self._rooms.further
                and self._lines(room - head) < LEAST_LINES
            ):
                part = Grid(self._look, (), ())
            elif part is None:
                part = self._torn(max(self._lines(room - head), LEAST_LINES))
                rows[self._row :] = self._heights()
            yield part
            room = self._rooms.further

    def _part(self, rows: Sequence[float], room: float, head: float) -> Grid | None:
        """As many of the rows left as stand on a page, which are then done; None: not one does.

        `rows` are a first guess: a cut span needs its height in fewer rows.
        """
        sums = accumulate(rows[self._row :], initial=head)
        count = sum(height <= room for height in sums) - 1
        part = self._grid(count) if count > 0 else None
        while part and part.height > room:
            count -= 1
            part = self._grid(count) if count else None
        if part is None:
            return None
        if self._parts_the_end(count, part.height, room):
            count = max(self._end - self._row - self._closing - 1, 0) or count
            part = self._grid(count)
        self._row += count
        return part

    def _parts_the_end(self, count: int, height: float, room: float) -> bool:
        """Whether a page ends, after so many rows, among the closing rows or before the tail."""
        left = self._end - self._row - count
        return left <= self._closing if left else height + self._rooms.tail > room

    def _grid(self, count: int) -> Grid:
        rows = [*self._head, *sliced(self._left, self._row, self._row + count)]
        return grid(rows, self._look, self._setter)

    def _heights(self) -> tuple[float, ...]:
        return self._grid(self._end - self._row).heights[len(self._head) :]

    def _lines(self, room: float) -> int:
        """How many lines a row of such height holds."""
        size = self._look.size
        free = room - self._look.white - size
        return int(free // (LEADING * size)) + 1

    def _torn(self, count: int) -> Grid:
        """The first row left with at most `count` lines a cell; for what is over, the row stays.

        A merged cell that fits is a label and is said again; a cell of this row only is not.
        """
        front, left = [], []
        starts = list(accumulate(self._look.widths, initial=0.0))
        over = False
        for place in self._left:
            if not place.row <= self._row < place.row_end:
                left.append(place)
                continue
            width = starts[place.column_end] - starts[place.column]
            texts = [line.text for line in cell_lines(place, width, self._look, self._setter)]
            first, rest = _saying(place.cell, texts[:count]), _saying(place.cell, texts[count:])
            ends = place.row_end == self._row + 1
            over = over or bool(ends and rest.text)
            front.append(place._replace(row=0, row_end=1, cell=first))
            left.append(place._replace(cell=rest if ends or rest.text else place.cell))
        self._left = left
        self._row += not over
        return grid([*self._head, *sliced(front, 0, 1)], self._look, self._setter)


def _saying(cell: Cell, texts: list[str]) -> Cell:
    return cell._replace(text="".join(texts) if cell.upright else "\n".join(texts))


def sliced(places: list[Placed], first: int, end: int) -> Rows:
    """The rows from `first` up to `end`; a span cut off by either goes on in its part."""
    rows: list[list[tuple[int, Cell]]] = [[] for _ in range(first, end)]
    for place in places:
        if place.row < end and place.row_end > first:
            row = max(place.row, first)
            down = min(place.row_end, end) - row
            cell = place.cell if place.cell.down == down else place.cell._replace(down=down)
            rows[row - first].append((place.column, cell))
    return [[cell for _, cell in sorted(row, key=_column)] for row in rows]


def _column(item: tuple[int, Cell]) -> int:
    return item[0]
