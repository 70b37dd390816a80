"""A public table as figures: rows and columns by key, an amount or what is missing in each cell.

Keys are kept in workbooks (StatedFigure), written to spreadsheets and looked up by importers, so
they are the words of the form and never change: a code, an official name without its numeral, a
head in one line. `合计` is the row of the total and, where it has that head, its column; money
whose code nobody typed stands under `未填科目`. Each module of this room says its keys.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from jsxh_desktop.domain.money import Money
from jsxh_desktop.domain.stated import NotStated

T = TypeVar("T")

TOTAL, UNCODED = "合计", "未填科目"

Ask = Callable[[], Money]
"""Works out an amount; it may raise NotStated."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its key is what a file or a stated figure finds it by, its name is printed.

    A row of a code has the code for its key; an official row its name without numeral. In a table
    of two sides the key begins with the side, 收入/ or 支出/. `level` is 0 for totals, 1 类, 2 款,
    3 项, 4 what stands below an 项.
    """

    key: str
    name: str
    level: int = 0


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its key is the head in one line, unique within the table; `name` is printed."""

    key: str
    name: str


@dataclass(frozen=True)
class FigureTable:
    """One table of one filing; a cell the table does not have is in no mapping.

    What nobody typed is kept as the NotStated that reading it raised, and raised again by `at`.
    """

    id: str
    rows: tuple[Row, ...]
    columns: tuple[Column, ...]
    cells: Mapping[tuple[str, str], Money | NotStated]

    def at(self, row: str, column: str) -> Money:
        """The amount of a cell; NotStated where it is missing, KeyError where there is none."""
        amount = self.cells[row, column]
        if isinstance(amount, NotStated):
            raise NotStated(amount.label)
        return amount

    def has(self, row: str, column: str) -> bool:
        """Whether the table has this cell at all."""
        return (row, column) in self.cells

    @property
    def empty(self) -> bool:
        """Whether it is known that there is nothing to show: no row but the total, all zero."""
        nothing = all(amount == Money() for amount in self.cells.values())
        return len(self.rows) == 1 and nothing


def known(ask: Callable[[], T]) -> T | NotStated:
    """The figure, or what is missing in its place; nothing else in this room meets NotStated."""
    try:
        return ask()
    except NotStated as missing:
        return NotStated(missing.label)
