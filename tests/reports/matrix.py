"""A table as the full matrix of its cells, and the figures in it; spans must fill it exactly."""

from __future__ import annotations

from collections.abc import Sequence

from jsxh_desktop.domain.money import Money, added
from jsxh_desktop.narrative.block import Cell, Table
from jsxh_desktop.reports.tables.amounts import MARK

Matrix = list[list[str]]


def matrix(rows: Sequence[Sequence[Cell]], columns: int) -> Matrix:
    """Every place with the text of the cell that covers it; fails where spans leave or overlap."""
    found: list[list[str | None]] = [[None] * columns for _ in rows]
    for number, row in enumerate(rows):
        for cell in row:
            assert None in found[number], f"row {number} is full before {cell.text!r}"
            start = found[number].index(None)
            for line in range(number, number + cell.down):
                for column in range(start, start + cell.across):
                    assert found[line][column] is None, f"{cell.text!r} overlaps in row {line}"
                    found[line][column] = cell.text
    assert not any(None in line for line in found), "a place is covered by no cell"
    return [[text or "" for text in line] for line in found]


def head(table: Table) -> Matrix:
    return matrix(table.head, len(table.widths))


def body(table: Table) -> Matrix:
    return matrix(table.body, len(table.widths))


def amount(text: str) -> Money:
    """A printed amount; an empty cell is a zero, a gap is none at all."""
    assert MARK not in text, "a gap is not an amount"
    return Money.parse(text) if text else Money()


def amounts(row: Sequence[str], first: int) -> list[Money]:
    """The figures of a row from a column on."""
    return [amount(text) for text in row[first:]]


def total(texts: Sequence[str]) -> Money:
    return added(map(amount, texts))
