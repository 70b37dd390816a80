"""The public tables a document prints, read back: which cell says what.

A table is read where its heads are those of its figures; of another layout nothing is read.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from jsxh_desktop.narrative.block import Cell, Table
from jsxh_desktop.rules.per_subject import per_subject
from jsxh_desktop.rules.remembered import TEXTS
from jsxh_desktop.rules.subject import Subject
from jsxh_desktop.tables.figure_table import TOTAL, FigureTable, Row
from jsxh_desktop.tables.titles import TITLES, title_of
from jsxh_desktop.tables.two_sides import EXPENDITURE, INCOME

PART = "tables"
LINE_NUMBER = "行次"
_ORDINAL = re.compile(r"^[一二三四五六七八九十]+、")
_CONTINUED = re.compile(r"（续.*）$")

Grid = list[list[str]]


@dataclass
class PrintedTable:
    """One table of the document: its figures, its blocks, and the text of each cell.

    `codes` are all codes with their names as they stand there, once for every page. `unread` where
    a block of it has heads of another layout.
    """

    figures: FigureTable
    title: str
    blocks: list[Table] = field(default_factory=list)
    cells: dict[tuple[str, str], str] = field(default_factory=dict)
    codes: dict[tuple[str, str], None] = field(default_factory=dict)
    unread: bool = False

    @property
    def id(self) -> str:
        return self.figures.id


def blocks_of(subject: Subject) -> tuple[Table, ...]:
    """Every table of the part that holds them."""
    return tuple(
        block
        for part in subject.parts
        if part.key == PART
        for block in part.blocks
        if isinstance(block, Table)
    )


_last: dict[str, PrintedTable] = {}
"""As they were read last, by their ids."""


@per_subject
def printed_tables(subject: Subject) -> tuple[PrintedTable, ...]:
    """The tables known by their titles, in their order; one printed again as it was, the same."""
    ids = {named(title_of(id_, subject.pack)): id_ for id_ in TITLES}
    found: dict[str, PrintedTable] = {}
    for block in blocks_of(subject):
        title = _CONTINUED.sub("", block.title)
        if id_ := ids.get(named(title)):
            printed = found.setdefault(id_, PrintedTable(subject.tables[id_], title))
            printed.blocks.append(block)
    return tuple(map(_read_again, found.values()))


def _read_again(printed: PrintedTable) -> PrintedTable:
    last = _last.get(printed.id)
    if last and last.figures is printed.figures and last.blocks == printed.blocks:
        return last
    _read(printed)
    _last[printed.id] = printed
    return printed


@lru_cache(maxsize=TEXTS)
def named(text: str) -> str:
    """A name without spaces and breaks, in one width."""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))


def _read(printed: PrintedTable) -> None:
    figures = printed.figures
    match printed.id:
        case "ZB" | "CZ":
            _read_sides(printed, figures)
        case "YBJB":
            _read_blocks(printed, figures)
        case "SG" | "JJSG":
            _read_tree(printed, figures, names=0)
        case _:
            _read_tree(printed, figures, names=2)


def _read_tree(printed: PrintedTable, figures: FigureTable, *, names: int) -> None:
    """Code, name, then the figures; a table of several pages goes on with further columns."""
    heads = [named(column.name) for column in figures.columns]
    first = 0
    for block in printed.blocks:
        shown = _heads(block)[names:]
        places = range(first, len(heads) - len(shown) + 1)
        start = next((x for x in places if heads[x : x + len(shown)] == shown), None)
        if start is None:
            printed.unread = True
            return
        first = start + len(shown)
        columns = figures.columns[start:first]
        grid = _grid(block.body, len(block.widths))
        above = ""
        for line in grid:
            key = _key(line, above) if names else figures.rows[0].key
            above = key if key.isdigit() else above
            if key.isdigit():
                printed.codes[key, line[1]] = None
            for column, text in zip(columns, line[names:], strict=True):
                if key:
                    printed.cells.setdefault((key, column.key), text)


def _key(line: Sequence[str], above: str) -> str:
    """The key of a row by its code; below an 项, a project by its name."""
    code, name = named(line[0]), named(line[1])
    if code == TOTAL or code.isdigit():
        return code
    return f"{above}/{name}" if name and above and "待填" not in name else ""


def _read_sides(printed: PrintedTable, figures: FigureTable) -> None:
    """Two sides, each a name, 行次 and figures; a name that comes twice counts in its order."""
    (block, *_) = printed.blocks
    heads = _heads(block)
    places = [place for place, head in enumerate(heads) if head == LINE_NUMBER]
    if len(places) != 2:
        return
    left, right = places[0] + 1, places[1] + 1
    grid = _grid(block.body, len(block.widths))
    count = right - 2 - left
    for side, start, columns in (
        (INCOME, left, figures.columns[:count]),
        (EXPENDITURE, right, figures.columns[-(len(heads) - right) :]),
    ):
        waiting: dict[str, list[Row]] = {}
        for row in figures.rows:
            if row.key.startswith(side):
                waiting.setdefault(named(row.name), []).append(row)
        for line in grid:
            if rows := waiting.get(_ORDINAL.sub("", named(line[start - 2]))):
                row = rows.pop(0)
                for column, text in zip(columns, line[start:], strict=False):
                    printed.cells[row.key, column.key] = text


def _read_blocks(printed: PrintedTable, figures: FigureTable) -> None:
    """Blocks side by side, each a code, a name and a figure."""
    (column, *_) = figures.columns
    (block, *_) = printed.blocks
    if len(block.widths) % 3:
        return
    for line in _grid(block.body, len(block.widths)):
        for place in range(0, len(line), 3):
            code, name, text = line[place : place + 3]
            key = named(code)
            if key and named(text) != key:
                printed.codes[key, name] = None
                printed.cells[key, column.key] = text


def _heads(block: Table) -> list[str]:
    """The lowest name over each column; the row of 栏次 is none."""
    grid = _grid(block.head, len(block.widths))
    named_rows = [row for row in grid if not named("".join(row)).isdigit()]
    rows = [row for row in named_rows if named(row[0]) != "栏次"] or grid
    return [named(text) for text in rows[-1]]


def _grid(rows: Sequence[Sequence[Cell]], width: int) -> Grid:
    """Every place with the text of the cell that covers it."""
    covered: dict[int, tuple[str, int]] = {}
    return [_line(row, width, covered) for row in rows]


def _line(row: Sequence[Cell], width: int, covered: dict[int, tuple[str, int]]) -> list[str]:
    """One row; `covered` holds what reaches down into it, and from it into the next."""
    if len(row) == width and not covered and {cell.down for cell in row} == {1}:
        return [cell.text for cell in row]
    cells = iter(row)
    line: list[str] = []
    while len(line) < width:
        if found := covered.pop(len(line), None):
            text, left = found
            across = 1
        else:
            cell = next(cells, Cell())
            text, left, across = cell.text, cell.down, min(cell.across, width - len(line))
        for _ in range(across):
            if left > 1:
                covered[len(line)] = text, left - 1
            line.append(text)
    return line
