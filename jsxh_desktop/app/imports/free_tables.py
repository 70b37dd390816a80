"""A table of the clerk's own: which list it is and which column is which field, said once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from jsxh_desktop.app.imports.cell_values import read_value
from jsxh_desktop.app.imports.field_cells import Cell, field_cell, new_cell
from jsxh_desktop.app.imports.plan import Found, ImportPlan, PlanCell
from jsxh_desktop.app.imports.source import Source, plain, written
from jsxh_desktop.app.problem import Problem
from jsxh_desktop.domain.change import Added, Change, Put
from jsxh_desktop.domain.entry import Entry, Kind, entries
from jsxh_desktop.domain.filing import LISTS, Filing
from jsxh_desktop.domain.place import Place
from jsxh_desktop.reports.excel.entered import LIST_NAMES, head

TITLE = "导入表格"
OFFERED = ("receptions", "income", "expenditure", "projects", "duties", "key_work", "institutions")
"""The lists such a table may be of; the others have forms of their own."""

_MOST_HEADS = 15
_AMOUNTS = (Kind.MONEY, Kind.WHOLE, Kind.NUMBER)
_ALSO: Mapping[str, tuple[str, ...]] = {
    "functional": ("科目编码", "功能科目", "功能分类", "支出功能分类科目"),
    "economic": ("经济科目", "经济分类", "部门经济分类"),
    "final": ("金额", "决算数", "支出数", "收入数", "支出金额", "收入金额", "发生额"),
    "full_year_budget": ("全年预算", "调整后预算数", "预算数"),
    "initial_budget": ("年初预算",),
    "amount": ("金额", "接待费", "支出金额"),
    "subject": ("事由", "摘要", "接待内容", "公务内容"),
    "fund": ("资金性质", "来源"),
    "name": ("项目", "单位名称"),
}
"""Other words for a field, by the name of its entry."""


@dataclass(frozen=True, slots=True)
class FreeTable:
    """A sheet with one row of heads and rows of records below it."""

    source: Source
    row: int
    heads: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Columns:
    """Which list a table is of, which field each head means, and what its amounts are in."""

    attribute: str
    fields: Mapping[str, str]
    unit: str = "元"


def list_called(name: str | None) -> str | None:
    """The list a clerk calls so; Problem for a name there is not."""
    if name is None:
        return None
    known = {LIST_NAMES[attribute]: attribute for attribute in OFFERED}
    if name not in known:
        raise Problem(f"没有“{name}”这一类，可以写：{'、'.join(known)}")
    return known[name]


def free_table(source: Source) -> FreeTable | None:
    """The heads of a sheet: its first row of at least two texts with another row below it."""
    for row in range(min(_MOST_HEADS, len(source.rows) - 1)):
        heads = tuple(source.text(row, column) for column in range(source.width))
        said = [head_ for head_ in heads if head_ and not head_.replace(".", "").isdigit()]
        if len(said) >= 2 and len({*said}) == len(said):
            return FreeTable(source, row, heads)
    return None


def guessed(table: FreeTable, attribute: str) -> Columns:
    """The columns that can be told by their heads, if the table is of this list."""
    known = {
        plain(words): entry.name
        for entry in entries(LISTS[attribute])
        for words in (*_ALSO.get(entry.name, ()), entry.label, head(entry))
    }
    fields: dict[str, str] = {}
    for said in table.heads:
        name = known.get(said) or known.get(said.partition("(")[0])
        if name and name not in fields.values():
            fields[said] = name
    wan = any("万元" in said for said in _top(table))
    return Columns(attribute, fields, "万元" if wan else "元")


def best_guess(table: FreeTable) -> Columns | None:
    """The list most of whose fields the heads name, at least two of them."""
    found = [guessed(table, attribute) for attribute in OFFERED]
    best = max(found, key=lambda columns: len(columns.fields))
    return best if len(best.fields) >= 2 else None


def _top(table: FreeTable) -> Iterator[str]:
    for row in range(table.row + 1):
        yield from (table.source.text(row, column) for column in range(table.source.width))


def free_plan(table: FreeTable, columns: Columns, filing: Filing) -> ImportPlan:
    """Each row is a record with the same words, or a new one; none is taken out."""
    entity = LISTS[columns.attribute]
    by_name = {entry.name: entry for entry in entries(entity)}
    placed = {
        place: by_name[columns.fields[said]]
        for place, said in enumerate(table.heads)
        if columns.fields.get(said) in by_name
    }
    words = tuple(entry for entry in placed.values() if entry.kind not in _AMOUNTS)
    held = _by_words(getattr(filing, columns.attribute), words)
    cells: list[PlanCell] = []
    changes: list[Change] = []
    for row in range(table.row + 1, len(table.source.rows)):
        found = _read(table.source, row, placed, columns.unit, filing)
        if not any(cell.text for cell in found.values()) or _is_sum(table.source, row):
            continue
        alike = held.get(tuple(found[entry].value for entry in words))
        record = alike.pop() if alike else None
        cells += _cells(table.source.name, found, record)
        changes += _changes(entity, found, record)
    title = LIST_NAMES[columns.attribute]
    return ImportPlan(TITLE, (Found(table.source.name, title, tuple(cells)),), tuple(changes))


def _read(
    source: Source, row: int, placed: Mapping[int, Entry[Any]], unit: str, filing: Filing
) -> dict[Entry[Any], Cell]:
    found: dict[Entry[Any], Cell] = {}
    for column, entry in placed.items():
        value, address = source.value(row, column), source.address(row, column)
        text = written(value)
        try:
            found[entry] = Cell(address, text, read_value(filing, entry, value, unit))
        except ValueError as slip:
            found[entry] = Cell(address, text, None, str(slip))
    return found


def _is_sum(source: Source, row: int) -> bool:
    return any(source.text(row, c) in {"合计", "总计", "小计"} for c in range(source.width))


def _by_words(
    records: Sequence[Any], words: Sequence[Entry[Any]]
) -> Mapping[tuple[Any, ...], list[Any]]:
    """The records by all they say that is no amount, the last first; a row of amounts is new."""
    found: defaultdict[tuple[Any, ...], list[Any]] = defaultdict(list)
    for record in reversed(records) if words else ():
        found[tuple(entry.of(record) for entry in words)].append(record)
    return found


def _cells(sheet: str, found: Mapping[Entry[Any], Cell], record: Any | None) -> Iterator[PlanCell]:
    for entry, cell in found.items():
        if record is not None:
            place = Place(entry, record.id)
            yield field_cell(sheet, cell, entry, entry.of(record), place)
        elif cell.text:
            yield new_cell(sheet, cell, entry)


def _changes(
    entity: type[Any], found: Mapping[Entry[Any], Cell], record: Any | None
) -> Iterator[Change]:
    good = {entry: cell.value for entry, cell in found.items() if not cell.problem}
    if record is None:
        yield Added(entity(**{entry.name: value for entry, value in good.items()}))
        return
    for entry, value in good.items():
        if value != entry.of(record) and value != entry.blank:
            yield Put(entry, value, record.id)
