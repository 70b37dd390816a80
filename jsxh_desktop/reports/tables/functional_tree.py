"""Tables by functional code: their heads, and their rows 合计, 类 → 款 → 项."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import TypeVar

from jsxh_desktop.domain.code import CodeTable, ancestors
from jsxh_desktop.domain.expenditure import ExpenditureLine
from jsxh_desktop.domain.income import IncomeLine
from jsxh_desktop.domain.money import Money
from jsxh_desktop.domain.stated import gap
from jsxh_desktop.narrative.block import Cell, Gap
from jsxh_desktop.narrative.wording import known
from jsxh_desktop.reports.tables.amounts import Amounts, AnyAmount
from jsxh_desktop.reports.tables.frame import label

Row = tuple[Cell, ...]
ColumnHead = tuple[str, tuple[str, ...]]
"""A column's name; where there are names under it, a group of columns."""


Coded = IncomeLine | ExpenditureLine
"""The records that carry a functional code."""

R = TypeVar("R", bound=Coded)
EMPTY_ROWS = 4
Column = Callable[[tuple[R, ...]], Money]
"""The figure of a column for the records of a row; it may raise NotStated."""


def branches(records: Iterable[R]) -> Mapping[str, tuple[R, ...]]:
    """The records under every code of the tree, in the order the tree prints: 206, 20601, 2060103.

    What has no code stands under "", last.
    """
    found: dict[str, list[R]] = {}
    for record in records:
        for code in ancestors(record.functional) or ("",):
            found.setdefault(code, []).append(record)
    order = sorted(found, key=lambda code: (not code, code))
    return {code: tuple(found[code]) for code in order}


def rows(
    source: Callable[[], tuple[R, ...]],
    columns: Sequence[Column[R]],
    names: CodeTable,
    amounts: Amounts,
) -> tuple[Row, ...]:
    """合计 and the tree; 合计 alone, with gaps, while `source` is not stated."""
    records = known(source)
    if isinstance(records, Gap):
        return (total_row(amounts, [records] * len(columns)),)
    total = total_row(amounts, (partial(column, records) for column in columns))
    return (total, *tree(records, columns, names, amounts))


def tree(
    records: Iterable[R], columns: Sequence[Column[R]], names: CodeTable, amounts: Amounts
) -> Iterator[Row]:
    """A row for each code in use and each above it; 类 rows bold."""
    for code, group in branches(records).items():
        bold = len(code) == 3
        figures = (amounts.cell(partial(column, group), bold=bold) for column in columns)
        yield (*code_cells(code, names), *figures)


def code_cells(code: str, names: CodeTable) -> Row:
    """Code and name of a row, the name one character further in at each level."""
    bold = len(code) == 3
    level = max(len(ancestors(code)) - 1, 0)
    return Cell(code, bold=bold), Cell(name_of(code, names), bold=bold, indent=level)


def name_of(code: str, names: CodeTable) -> str:
    """The name of a code, or the gap where nobody gave it one."""
    if not code:
        return gap("功能分类科目")
    return names.name(code) if code in names else gap("科目名称")


def total_row(amounts: Amounts, figures: Iterable[AnyAmount]) -> Row:
    """The row 合计 that comes before the tree."""
    cells = (amounts.cell(figure, bold=True) for figure in figures)
    return (label("合　　计", across=2, bold=True), *cells)


def no_rows(columns: int) -> tuple[Row, ...]:
    """合计 and some rows without figures: a table that is empty keeps its grid (rule A18)."""
    blank = (Cell(),) * columns
    return (
        (label("合　　计", across=2, bold=True), *blank),
        *(((Cell(), Cell(), *blank),) * EMPTY_ROWS),
    )


def head(
    columns: Sequence[ColumnHead], *, names: str = "科目名称", first: int = 1
) -> tuple[Row, ...]:
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
