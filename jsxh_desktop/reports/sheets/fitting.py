"""Which size of type lets a sheet stand on one page, judged from the number of its characters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil

from jsxh_desktop.narrative.block import Cell

Row = tuple[Cell, ...]
"""The cells of one row, those covered by a merged cell left out."""

MM_A_POINT = 25.4 / 72
LEADING = 1.3
SIDES, INSETS = 2.2, 3.0
"""What a cell keeps free beside, and above and below its text, in mm."""


def size_for(
    body: Sequence[Row], widths: Sequence[float], height: float, sizes: Sequence[float]
) -> float:
    """The first size in pt at which the rows are likely to fit `height` mm; the last where none is.

    A guess on purpose: blocks know no fonts. A wrong one costs a page, never a character.
    """
    for size in sizes:
        if sum(_heights(body, widths, size * MM_A_POINT)) <= height:
            return size
    return sizes[-1]


def _heights(body: Sequence[Row], widths: Sequence[float], em: float) -> Iterator[float]:
    for row in body:
        lines = max(_lines(row, widths, em), default=1)
        yield (lines + (lines - 1) * (LEADING - 1)) * em + INSETS


def _lines(row: Row, widths: Sequence[float], em: float) -> Iterator[int]:
    """The lines of each cell that is this row's alone; the columns are counted from the right."""
    end = len(widths)
    for cell in reversed(row):
        start = end - cell.across
        if cell.down == 1 and cell.text:
            measure = int((sum(widths[start:end]) - SIDES) / em) or 1
            yield sum(ceil(_length(line) / measure) for line in cell.text.split("\n"))
        end = start


def _length(text: str) -> float:
    """In characters; a Latin letter or a digit is half of one."""
    return len(text.encode("gb18030", "replace")) / 2
