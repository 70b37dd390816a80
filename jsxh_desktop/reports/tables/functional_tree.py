"""Tables by functional code: their heads, and their rows 合计, 类 → 款 → 项."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from jsxh_desktop.narrative.block import Cell
from jsxh_desktop.reports.tables.amounts import Amounts
from jsxh_desktop.reports.tables.frame import label
from jsxh_desktop.tables.figure_table import TOTAL, UNCODED, Column, FigureTable, Row

Cells = tuple[Cell, ...]
ColumnHead = tuple[str, tuple[str, ...]]
"""A column's name; where there are names under it, a group of columns."""

EMPTY_ROWS = 4
ITEM = 3


def rows(
    table: FigureTable, amounts: Amounts, columns: Sequence[Column] | None = None
) -> tuple[Cells, ...]:
    """合计 and the tree, with these columns or all of them; 类 rows are bold."""
    return tuple(_rows(table, amounts, table.columns if columns is None else columns))


def _rows(table: FigureTable, amounts: Amounts, columns: Sequence[Column]) -> Iterator[Cells]:
    for row in table.rows:
        bold = row.key == TOTAL or _is_class(row)
        figures = (table.cells[row.key, column.key] for column in columns)
        yield (*_named(row), *[amounts.cell(figure, bold=bold) for figure in figures])


def _named(row: Row) -> Cells:
    """Code and name of a row, the name one character further in at each level."""
    if row.key == TOTAL:
        return (label(row.name, across=2, bold=True),)
    code = "" if row.key == UNCODED or row.level > ITEM else row.key
    bold = _is_class(row)
    return Cell(code, bold=bold), Cell(row.name, bold=bold, indent=row.level - 1)


def _is_class(row: Row) -> bool:
    return row.level == 1 and row.key != UNCODED


def no_rows(table: FigureTable) -> tuple[Cells, ...]:
    """合计 and some rows without figures: a table that is empty keeps its grid (rule A18)."""
    blank = (Cell(),) * len(table.columns)
    return (
        (label(table.rows[0].name, across=2, bold=True), *blank),
        *(((Cell(), Cell(), *blank),) * EMPTY_ROWS),
    )


def plain(columns: Iterable[Column]) -> list[ColumnHead]:
    """Columns without groups."""
    return [(column.name, ()) for column in columns]


def head(
    columns: Sequence[ColumnHead], *, names: str = "科目名称", first: int = 1
) -> tuple[Cells, ...]:
    """项目 and the columns with their groups, and 栏次 counted from `first`."""
    over: list[Cell] = [label("项　　目", across=2, bold=True)]
    under: list[Cell] = [label("科目编码"), label(names)]
    count = 0
    for name, members in columns:
        span = len(members) or 1
        over.append(label(name, across=span, down=1 if members else 2, bold=bool(members)))
        under.extend(map(label, members))
        count += span
    numbers = (label(str(number)) for number in range(first, first + count))
    return tuple(over), tuple(under), (label("栏　　次", across=2), *numbers)
