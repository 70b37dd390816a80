"""Which column of a table of the unit's own is which field, as the clerk sees and says it."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass

from jsxh_desktop.app.imports.free_tables import Columns, FreeTable
from jsxh_desktop.app.imports.source import written
from jsxh_desktop.domain.entry import entries
from jsxh_desktop.domain.filing import LISTS
from jsxh_desktop.reports.excel.entered import LIST_NAMES

LEFT_OUT = "不导入"
UNITS = ("元", "万元")


@dataclass(frozen=True, slots=True)
class Column:
    """A head, what stands first below it, and the label of the field it means."""

    head: str
    example: str
    field: str


def columns_shown(table: FreeTable, columns: Columns) -> tuple[Column, ...]:
    """Every column with a head, in the order of the table."""
    labels = {entry.name: entry.label for entry in entries(LISTS[columns.attribute])}
    return tuple(
        Column(head, _first(table, place), labels.get(columns.fields.get(head, ""), LEFT_OUT))
        for place, head in enumerate(table.heads)
        if head
    )


def fields_offered(columns: Columns) -> tuple[str, ...]:
    """What a column can mean, by the labels of the list."""
    return (LEFT_OUT, *(entry.label for entry in entries(LISTS[columns.attribute])))


def with_column(columns: Columns, head: str, label: str) -> Columns:
    """The columns with this head as this field; no other has it any more."""
    names = {entry.label: entry.name for entry in entries(LISTS[columns.attribute])}
    name = names.get(label)
    kept = {h: n for h, n in columns.fields.items() if h != head and n != name}
    return dataclasses.replace(columns, fields=kept | ({head: name} if name else {}))


def with_unit(columns: Columns, unit: str) -> Columns:
    """The columns with their amounts in 元 or 万元."""
    return dataclasses.replace(columns, unit=unit)


def list_name(columns: Columns) -> str:
    """What the list is called."""
    return LIST_NAMES[columns.attribute]


def _first(table: FreeTable, column: int) -> str:
    rows: Sequence[int] = range(table.row + 1, len(table.source.rows))
    said = (written(table.source.value(row, column)).strip() for row in rows)
    return next(filter(None, said), "")
