"""The sheet of single records against what is filled in: a row a field."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from jsxh_desktop.app.imports.cell_values import read_value
from jsxh_desktop.app.imports.field_cells import Cell, field_cell
from jsxh_desktop.app.imports.plan import Found, PlanCell, State
from jsxh_desktop.app.imports.source import Source, plain, written
from jsxh_desktop.domain.change import Put
from jsxh_desktop.domain.entry import Entry, entries
from jsxh_desktop.domain.filing import SINGLES, Filing
from jsxh_desktop.domain.place import Place, value_at
from jsxh_desktop.reports.excel.entered import GROUPS, SINGLE_RECORDS

GROUP, NAME, VALUE = range(3)


def single_plan(source: Source, filing: Filing) -> tuple[Found, list[Put]]:
    """Every field there is a row of, and what has to be put where."""
    cells: list[PlanCell] = []
    puts: list[Put] = []
    for row, entry in _rows(source):
        place = Place(entry)
        cell = _cell(source, row, entry, filing)
        cells.append(field_cell(source.name, cell, entry, value_at(filing, place), place))
        if cells[-1].state in {State.ADDED, State.CHANGED}:
            puts.append(Put(entry, cell.value))
    return Found(source.name, SINGLE_RECORDS, tuple(cells)), puts


def _cell(source: Source, row: int, entry: Entry[Any], filing: Filing) -> Cell:
    address, value = source.address(row, VALUE), source.value(row, VALUE)
    try:
        return Cell(address, written(value), read_value(filing, entry, value))
    except ValueError as slip:
        return Cell(address, written(value), None, str(slip))


def _rows(source: Source) -> Iterator[tuple[int, Entry[Any]]]:
    known: Mapping[tuple[str, str], Entry[Any]] = {
        (plain(group), plain(entry.label)): entry
        for attribute, group in GROUPS.items()
        for entry in entries(SINGLES[attribute])
    }
    for row in range(1, len(source.rows)):
        entry = known.get((source.text(row, GROUP), source.text(row, NAME)))
        if entry is not None:
            yield row, entry
