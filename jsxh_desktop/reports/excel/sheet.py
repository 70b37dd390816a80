"""What a workbook is made of: sheets with rows of cells, and how each sheet prints."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from jsxh_desktop.reports.excel.look import Look

LONGEST_NAME = 31
LONGEST_TEXT = 32_767
"""So many characters a spreadsheet keeps of the name of a sheet and of the text in a cell."""

TALLEST = 409.0
"""The highest row there can be, in points."""

_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\\0-\x1f\x7f]")


class Content(NamedTuple):
    """What stands in a cell: a text or, by its look, the digits of a number, and how it looks."""

    text: str
    look: Look


class Line(NamedTuple):
    """A row: its cells by column from 0 on, its height in points, 0 as it comes."""

    cells: Mapping[int, Content]
    height: float = 0.0


class Area(NamedTuple):
    """Cells from the first row and column up to, without, the last."""

    row: int
    column: int
    row_end: int
    column_end: int


@dataclass(frozen=True)
class Sheet:
    """One sheet; `widths` are millimetres, rows and columns count from 0.

    The rows of `head` are repeated on each page, as are the first `beside` columns where pages end
    before the columns of `page_ends`; without any, the sheet is printed as wide as a page. Rows
    above `frozen[0]` and columns left of `frozen[1]` stay in sight.
    """

    name: str
    widths: tuple[float, ...]
    lines: tuple[Line, ...]
    merged: tuple[Area, ...] = ()
    head: range = field(default=range(0))
    beside: int = 0
    page_ends: tuple[int, ...] = ()
    frozen: tuple[int, int] = (0, 0)
    landscape: bool = False
    hidden: bool = False


def sheet_name(wanted: str, taken: Iterable[str]) -> str:
    """A name a sheet may have, like the one wanted and like none that is taken."""
    plain = _NOT_IN_NAMES.sub("_", " ".join(wanted.split())).strip("'") or "未命名"
    used = {name.casefold() for name in taken}
    return next(name for name in _tried(plain) if name.casefold() not in used)


def _tried(plain: str) -> Iterator[str]:
    yield plain[:LONGEST_NAME]
    for count in range(2, 10_000):
        again = f"（{count}）"
        yield plain[: LONGEST_NAME - len(again)] + again
