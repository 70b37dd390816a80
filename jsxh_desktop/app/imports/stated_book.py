"""Everything the tables of a file state, by table, row and column."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from jsxh_desktop.app.imports.official import Key, Reading, StatedCell
from jsxh_desktop.domain.money import Money
from jsxh_desktop.domain.terms import Precision


@dataclass(frozen=True)
class Stated:
    """A stated cell with the sheet it stands on and what it is known to."""

    cell: StatedCell
    sheet: str
    precision: Precision

    @property
    def amount(self) -> Money:
        return self.cell.amount


class StatedBook:
    """The figures of all tables of a file; the first where one is stated twice.

    `tables` are those that were understood, with figures or without.
    """

    def __init__(self, readings: Sequence[Reading]) -> None:
        self.cells: dict[Key, Stated] = {}
        for reading in readings:
            for cell in reading.cells:
                stated = Stated(cell, reading.region.source.name, reading.precision)
                self.cells.setdefault(cell.key, stated)
        self._columns: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
        for table, row, column in self.cells:
            self._columns[table, row].append(column)
        self.tables = frozenset(each.region.table for each in readings if each.understood)

    def at(self, table: str, row: str, column: str) -> Stated | None:
        return self.cells.get((table, row, column))

    def amount(self, table: str, row: str, column: str) -> Money:
        """What is stated, nothing where a cell is blank."""
        found = self.at(table, row, column)
        return found.amount if found else Money()

    def rows(self, table: str) -> Iterator[str]:
        """The keys of the rows of a table with any figure, in their order."""
        return iter(dict.fromkeys(row for id_, row, _ in self.cells if id_ == table))

    def columns(self, table: str, row: str) -> tuple[str, ...]:
        """The codes among the columns that a row has figures in."""
        return tuple(column for column in self._columns.get((table, row), ()) if column.isdigit())

    def leaves(self, table: str) -> tuple[str, ...]:
        """The codes of a table that have no other below them."""
        return leaves(row for row in self.rows(table) if row.isdigit())


def leaves(codes: Iterable[str]) -> tuple[str, ...]:
    """The codes that no other one begins with."""
    held = sorted(set(codes))
    return tuple(
        code
        for place, code in enumerate(held)
        if place + 1 == len(held) or not held[place + 1].startswith(code)
    )
