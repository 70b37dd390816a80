"""Tables by functional code: the rows 合计, then 类 → 款 → 项 of every code in use.

Row keys: 合计; the code (206, 20607, 2060702); 未填科目, last, for what has no code.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import TypeVar

from jsxh_desktop.domain.code import CodeTable, ancestors
from jsxh_desktop.domain.expenditure import ExpenditureLine
from jsxh_desktop.domain.income import IncomeLine
from jsxh_desktop.domain.money import Money
from jsxh_desktop.domain.stated import NotStated, gap
from jsxh_desktop.tables.figure_table import TOTAL, UNCODED, Column, FigureTable, Row, known

Coded = IncomeLine | ExpenditureLine
"""The records that carry a functional code."""

R = TypeVar("R", bound=Coded)
Across = tuple[Column, Callable[[tuple[R, ...]], Money]]
"""A column and its figure for the records of a row; it may raise NotStated."""

WHOLE = Row(TOTAL, "合　　计")


def tree_table(
    id_: str,
    source: Callable[[], tuple[R, ...]],
    columns: Sequence[Across[R]],
    names: CodeTable,
) -> FigureTable:
    """合计 and the tree; 合计 alone, without figures, while `source` is not stated."""
    heads = tuple(column for column, _ in columns)
    records = known(source)
    if isinstance(records, NotStated):
        nothing = {(TOTAL, column.key): records for column in heads}
        return FigureTable(id_, (WHOLE,), heads, nothing)
    groups = {TOTAL: records, **branches(records)}
    return FigureTable(
        id_,
        tuple(row_of(key, names) for key in groups),
        heads,
        {
            (key, column.key): known(partial(worked_out, group))
            for key, group in groups.items()
            for column, worked_out in columns
        },
    )


def branches(records: Iterable[R]) -> Mapping[str, tuple[R, ...]]:
    """The records under every code of the tree, in the order the tree prints: 206, 20601, 2060103.

    What has no code stands last.
    """
    found: dict[str, list[R]] = {}
    for record in records:
        for code in ancestors(record.functional) or (UNCODED,):
            found.setdefault(code, []).append(record)
    order = sorted(found, key=lambda code: (code == UNCODED, code))
    return {code: tuple(found[code]) for code in order}


def row_of(key: str, names: CodeTable) -> Row:
    """The row of a key of the tree."""
    if key == TOTAL:
        return WHOLE
    if key == UNCODED:
        return Row(UNCODED, gap("功能分类科目"), level=1)
    return Row(key, name_of(key, names), len(ancestors(key)))


def name_of(code: str, names: CodeTable) -> str:
    """The name of a code, or the gap where nobody gave it one."""
    found = names.codes.get(code)
    return found.name if found and found.name else gap("科目名称")
