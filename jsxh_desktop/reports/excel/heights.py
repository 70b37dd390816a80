"""How high rows have to be, for a spreadsheet finds that out only where no cell is merged."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from math import ceil

from jsxh_desktop.reports.excel.sheet import TALLEST
from jsxh_desktop.reports.grid import Placed
from jsxh_desktop.reports.style import MM, height_of, insets

# What a spreadsheet leaves at both sides of a text together, in points.
_BESIDE = 5.0
# A line is broken before it is quite full.
_FULL = 0.95


def heights(
    cells: Sequence[Placed], widths: Sequence[float], rows: int, size: float, least: float
) -> list[float]:
    """The rows of a grid in points; widths are millimetres, a span shares what it needs on top."""
    found = [max(least, size + _over(size))] * rows
    spans = []
    for place in cells:
        last = place.row_end - 1
        found[last] = max(found[last], place.cell.height * MM)
        needed = _needed(place, widths, size)
        if place.row_end > place.row + 1:
            spans.append((place, needed))
        else:
            found[place.row] = max(found[place.row], needed, place.cell.height * MM)
    for place, needed in spans:
        lacking = needed - sum(found[place.row : place.row_end])
        for row in range(place.row, place.row_end):
            found[row] += max(lacking, 0.0) / (place.row_end - place.row)
    return [min(height, TALLEST) for height in found]


def text_height(text: str, width: float, size: float) -> float:
    """How high a text is in a cell so many millimetres wide, with the white of the print's."""
    return height_of(_lines(text, width, size), size) + _over(size)


def text_width(text: str, size: float) -> float:
    """How many millimetres wide a cell has to be for a text in one line."""
    return (_ems(text) * size / _FULL + _BESIDE) / MM


def _needed(place: Placed, widths: Sequence[float], size: float) -> float:
    cell = place.cell
    if not cell.text:
        return 0.0
    if cell.upright:
        return height_of(len(cell.text), size) + _over(size)
    width = sum(widths[place.column : place.column_end]) - cell.indent * size / MM
    return text_height(cell.text, width, size)


def _over(size: float) -> float:
    return 2 * insets(size)[1]


def _lines(text: str, width: float, size: float) -> int:
    room = max((width * MM - _BESIDE) * _FULL / size, 1.0)
    return sum(max(ceil(_ems(line) / room), 1) for line in text.split("\n"))


@lru_cache(4096)
def _ems(line: str) -> float:
    """How wide a line is in widths of a Chinese character; 宋体 has figures half as wide."""
    return sum(0.5 if unicodedata.east_asian_width(char) in "NaH" else 1.0 for char in line)
