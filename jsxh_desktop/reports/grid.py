"""A table's grid: cells find their columns, rows their heights, text and rules their places.

The same for every table and sheet: nothing here knows what a table is about.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from jsxh_desktop.narrative.block import Align, Cell
from jsxh_desktop.reports.fonts import Face
from jsxh_desktop.reports.page import Rule, Words
from jsxh_desktop.reports.style import ASCENT, LEADING, MM, height_of, insets
from jsxh_desktop.reports.typesetter import Lines, Typesetter

EMPTY = Cell()

Rows = Sequence[Sequence[Cell]]


class Placed(NamedTuple):
    """A cell with the row and column it starts in and those it ends before."""

    row: int
    column: int
    row_end: int
    column_end: int
    cell: Cell


class Looks(NamedTuple):
    """What a grid looks like, in points: column widths, size of the text, least height of a row.

    `white` is left above and below the text of a row together; `unit` is a millimetre of a height
    that a row declares, less where the table is set closer.
    """

    widths: tuple[float, ...]
    size: float
    row_height: float
    white: float
    unit: float = MM


class Grid(NamedTuple):
    """Cells with their lines, and the heights of the rows that hold them, in points."""

    looks: Looks
    cells: tuple[tuple[Placed, Lines], ...]
    heights: tuple[float, ...]

    @property
    def height(self) -> float:
        return sum(self.heights)


def placed(rows: Rows, columns: int) -> list[Placed]:
    """Each cell's place, as in HTML; what no cell covers is filled with empty ones.

    A span that reaches over the edge or into a cell from above ends there.

    Raises:
        ValueError: a row has more cells than columns left, so text would be lost.
    """
    found: list[Placed] = []
    covered = [0] * columns
    for row, cells in enumerate(rows):
        column = 0
        for cell in cells:
            while column < columns and covered[column] > row:
                column += 1
            if column == columns:
                raise ValueError(f"row {row} has more cells than columns: {cell.text!r}")
            column = _place(found, covered, row, column, cell, len(rows))
        for column, end in enumerate(covered):
            if end <= row:
                _place(found, covered, row, column, EMPTY, len(rows))
    return found


def _place(
    found: list[Placed], covered: list[int], row: int, column: int, cell: Cell, rows: int
) -> int:
    row_end = min(row + max(cell.down, 1), rows)
    end = column + 1
    covered[column] = row_end
    while end < column + cell.across and end < len(covered) and covered[end] <= row:
        covered[end] = row_end
        end += 1
    found.append(Placed(row, column, row_end, end, cell))
    return end


def grid(rows: Rows, looks: Looks, setter: Typesetter) -> Grid:
    """The rows laid out: each as high as its text needs; a span shares what it needs on top."""
    edges = (0.0, *accumulate(looks.widths))
    cells = tuple(
        (place, cell_lines(place, edges[place.column_end] - edges[place.column], looks, setter))
        for place in placed(rows, len(looks.widths))
    )
    white = looks.white
    heights = [max(looks.row_height, looks.size + white)] * len(rows)
    spans = []
    for place, lines in cells:
        if place.row_end > place.row + 1:
            spans.append((place, len(lines)))
        else:
            needed = height_of(len(lines), looks.size) + white if len(lines) > 1 else 0.0
            declared = place.cell.height * looks.unit
            heights[place.row] = max(heights[place.row], needed, declared)
    for place, count in spans:
        rows_of_span = range(place.row, place.row_end)
        lacking = height_of(count, looks.size) + white - sum(heights[r] for r in rows_of_span)
        if lacking > 0:
            for row in rows_of_span:
                heights[row] += lacking / len(rows_of_span)
    return Grid(looks, cells, tuple(heights))


def cell_lines(place: Placed, width: float, looks: Looks, setter: Typesetter) -> Lines:
    """A cell's text as it breaks in the cell; the narrowest cell still holds a character a line."""
    cell = place.cell
    if not cell.text:
        return ()
    size = looks.size
    measure = width - 2 * insets(size)[0] - cell.indent * size
    text = "\n".join(cell.text) if cell.upright else cell.text
    broken = setter.balanced if cell.align is Align.CENTRE else setter.lines
    return broken(text, face_of(cell), size, max(measure, size))


def face_of(cell: Cell) -> Face:
    return Face.BOLD if cell.bold else Face.SONG


def words(table: Grid, left: float, top: float) -> list[Words]:
    """The text of the grid whose top left corner is given; every cell's lines centred in height."""
    xs, ys = corners(table, left, top)
    size = table.looks.size
    inset = insets(size)[0]
    step = LEADING * size
    found: list[Words] = []
    for (row, column, row_end, column_end, cell), lines in table.cells:
        if not lines:
            continue
        start, end = xs[column] + inset + cell.indent * size, xs[column_end] - inset
        y = (ys[row] + ys[row_end] - height_of(len(lines), size)) / 2 + ASCENT * size
        face = face_of(cell)
        for line in lines:
            x = _start(cell, line.width, start, end)
            found.append(Words(x, y, line, face, size, cell))
            y += step
    return found


def _start(cell: Cell, width: float, start: float, end: float) -> float:
    if cell.upright or cell.align is Align.CENTRE:
        return (start + end - width) / 2
    return end - width if cell.align is Align.RIGHT else start


def rules(table: Grid, left: float, top: float) -> list[Rule]:
    """Every line of the grid once: neighbours that continue one another are one line."""
    xs, ys = corners(table, left, top)
    across: list[Rule] = []
    down: dict[int, list[Rule]] = {}
    for (row, column, row_end, column_end, _), _ in table.cells:
        _extend(across, Rule(xs[column], ys[row], xs[column_end], ys[row]))
        _extend(down.setdefault(column, []), Rule(xs[column], ys[row], xs[column], ys[row_end]))
    right, bottom = xs[-1], ys[-1]
    across.append(Rule(left, bottom, right, bottom))
    across.append(Rule(right, top, right, bottom))
    return across + [rule for column in sorted(down) for rule in down[column]]


def _extend(drawn: list[Rule], rule: Rule) -> None:
    """Add the rule, or lengthen the last one when it goes on from there."""
    if drawn and drawn[-1][2:] == rule[:2]:
        rule = Rule(*drawn.pop()[:2], *rule[2:])
    drawn.append(rule)


def corners(table: Grid, left: float, top: float) -> tuple[list[float], list[float]]:
    """Where the columns and the rows begin, and where the last one ends."""
    xs = list(accumulate(table.looks.widths, initial=left))
    return xs, list(accumulate(table.heights, initial=top))
