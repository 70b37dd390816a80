"""Layout of the totals: ZB 收入支出决算总表 and CZ 财政拨款收入支出决算总表, two sides each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.pack import Pack, PublicTable
from jsxh_desktop.narrative.block import Cell, Table
from jsxh_desktop.narrative.numerals import numeral
from jsxh_desktop.reports.tables.amounts import Amounts
from jsxh_desktop.reports.tables.frame import framed, label
from jsxh_desktop.reports.tables.functional_tree import Cells
from jsxh_desktop.tables.figure_table import Column, FigureTable, Row
from jsxh_desktop.tables.two_sides import INCOME

Lines = Sequence[Row | None]
"""The lines of one side from the top; None is an empty one."""


@dataclass(frozen=True, slots=True)
class Side:
    """One side: its columns, its lines, and how many of them are numbered 一、 二、."""

    columns: Sequence[Column]
    lines: Lines
    numbered: int


def grand_totals(figures: FigureTable, filing: Filing, pack: Pack, table: PublicTable) -> Table:
    """ZB: the numerals of the 类 are fixed; a 类 beyond them follows with the next numeral."""
    amounts = Amounts(pack.zero)
    left, right = _sides(figures, figures.columns, figures.columns)
    grid = Table(
        widths=(55, 11, 24, 55, 11, 24),
        head=_head(left.columns, right.columns),
        body=_beside(figures, left, right, indent=2, amounts=amounts),
        size=9,
        row_height=6.6,
        closing=1,
    )
    return framed(grid, filing, pack, table, amounts.notes())


def appropriation_totals(
    figures: FigureTable, filing: Filing, pack: Pack, table: PublicTable
) -> Table:
    """CZ: upright, because 35 rows are too many for a page on its side."""
    amounts = Amounts(pack.zero)
    left, right = _sides(figures, figures.columns[:1], figures.columns[1:])
    grid = Table(
        widths=(41.5, 7.5, 16.2, 44, 7.5, 16.2, 16.2, 16.2, 16.2),
        head=_head(left.columns, right.columns),
        body=_beside(figures, left, right, indent=1, amounts=amounts),
        size=8,
        row_height=6.2,
        closing=1,
    )
    return framed(grid, filing, pack, table, amounts.notes())


def _head(left: Sequence[Column], right: Sequence[Column]) -> tuple[Cells, ...]:
    numbers = [str(number) for number in range(1, len(left) + len(right) + 1)]
    names = (
        *("项　　目", "行次", *(column.name for column in left)),
        *("项目（按功能分类）", "行次", *(column.name for column in right)),
    )
    places = (
        *("栏　　次", "", *numbers[: len(left)]),
        *("栏　　次", "", *numbers[len(left) :]),
    )
    return (
        (
            label("收　　　入", across=2 + len(left), bold=True),
            label("支　　　出", across=2 + len(right), bold=True),
        ),
        tuple(map(label, names)),
        tuple(map(label, places)),
    )


def _sides(
    figures: FigureTable, left: Sequence[Column], right: Sequence[Column]
) -> tuple[Side, Side]:
    """Both sides equally long: what is numbered, then the sums, each part filled up."""
    incomes, sums_in = _parted([row for row in figures.rows if row.key.startswith(INCOME)])
    spent, sums_out = _parted([row for row in figures.rows if not row.key.startswith(INCOME)])
    length, rest = max(len(incomes), len(spent)), max(len(sums_in), len(sums_out))
    return (
        Side(left, (*_filled(incomes, length), *_closed(sums_in, rest)), len(incomes)),
        Side(right, (*_filled(spent, length), *_closed(sums_out, rest)), len(spent)),
    )


def _parted(rows: Sequence[Row]) -> tuple[Sequence[Row], Sequence[Row]]:
    """What comes before the first total, and the rest."""
    first = next(place for place, row in enumerate(rows) if row.level == 0)
    return rows[:first], rows[first:]


def _filled(rows: Sequence[Row], length: int) -> Lines:
    return (*rows, *(None,) * (length - len(rows)))


def _closed(rows: Sequence[Row], length: int) -> Lines:
    """Empty lines stand above the last one, 总计."""
    return (*_filled(rows[:-1], length - 1), rows[-1])


def _beside(
    figures: FigureTable, left: Side, right: Side, *, indent: int, amounts: Amounts
) -> tuple[Cells, ...]:
    """行次 runs down the left side and goes on down the right one."""

    def cells(side: Side, place: int, number: int) -> Iterator[Cell]:
        row = side.lines[place]
        yield _name(row, numeral(place + 1) if place < side.numbered else "", indent)
        yield label(str(number))
        for column in side.columns:
            figure = figures.cells.get((row.key, column.key)) if row else None
            bold = row is not None and row.level == 0
            yield Cell() if figure is None else amounts.cell(figure, bold=bold)

    length = len(left.lines)
    return tuple(
        (*cells(left, place, place + 1), *cells(right, place, length + place + 1))
        for place in range(length)
    )


def _name(row: Row | None, number: str, indent: int) -> Cell:
    """A numbered name, the name of a total, or one of what makes a total up."""
    if row is None:
        return Cell()
    if row.level == 0:
        return label(row.name, bold=True)
    return Cell(f"{number}、{row.name}" if number else row.name, indent=indent * (row.level - 1))
