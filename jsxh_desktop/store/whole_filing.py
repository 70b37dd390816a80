"""Writes a whole filing: what is new is inserted, what changed is updated, the rest is removed."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from sqlite3 import Connection
from typing import Any

from jsxh_desktop.domain.entry import Kind, entries
from jsxh_desktop.domain.filing import FACTS, LISTS, REFERS_TO, SINGLES, Filing, attribute_of
from jsxh_desktop.store import statements
from jsxh_desktop.store.records import cells_of, columns_of, free_key, table_of
from jsxh_desktop.store.values import Cell, clean_text

_LARGEST_KEY = 2**31  # far from where SQLite runs out of ids


def key_of_year(database: Connection, year: int) -> int | None:
    """The id of the filing of a year, where the workbook holds it."""
    row = database.execute("SELECT id FROM filing WHERE year = ?", [year]).fetchone()
    return int(row[0]) if row else None


def write_filing(database: Connection, filing_id: int, filing: Filing) -> None:
    """Bring the rows of a filing in line with it, inside a step.

    Ids are kept where they are free or this filing's already, else given anew together with every
    reference to them. Raises ValueError for a value no column holds and for a reference to a
    project the filing has not got.
    """
    facts = (filing.year, clean_text("模板", filing.pack), str(filing.precision))
    database.execute(statements.upsert("filing", ("id", *FACTS)), (filing_id, *facts))
    for name, entity in SINGLES.items():
        _write_single(database, filing_id, entity, getattr(filing, name))
    keys = {entity: _keys(database, filing_id, filing, entity) for entity in LISTS.values()}
    before = {entity: _own(database, filing_id, entity) for entity in LISTS.values()}
    projects = getattr(filing, attribute_of(REFERS_TO))
    # Of two projects with one id the first keeps what refers to it.
    moved = {
        p.id: key for p, key in zip(reversed(projects), reversed(keys[REFERS_TO]), strict=True)
    }
    for entity in sorted(LISTS.values(), key=lambda entity: entity is not REFERS_TO):
        records = getattr(filing, attribute_of(entity))
        rows = [_referring(record, moved) for record in records]
        _write_list(database, filing_id, entity, dict(zip(keys[entity], rows, strict=True)))
    for entity in LISTS.values():  # last, so that no project takes along what was just moved on
        for gone in before[entity].difference(keys[entity]):
            database.execute(statements.delete(table_of(entity), "id"), [gone])


def _write_single(database: Connection, filing_id: int, entity: type[Any], record: Any) -> None:
    table, columns = table_of(entity), columns_of(entity)
    cells = cells_of(record)
    changed = database.execute(statements.update(table, columns, "filing_id"), (*cells, filing_id))
    if changed.rowcount == 0:
        statement = statements.insert(table, ("filing_id", *columns))
        database.execute(statement, (filing_id, *cells))


def _write_list(
    database: Connection, filing_id: int, entity: type[Any], rows: Mapping[int, Sequence[Cell]]
) -> None:
    columns = ("id", "filing_id", "position", *columns_of(entity))
    statement = statements.upsert(table_of(entity), columns)
    for place, (key, cells) in enumerate(rows.items(), start=1):
        database.execute(statement, (key, filing_id, place, *cells))


def _own(database: Connection, filing_id: int, entity: type[Any]) -> set[int]:
    query = statements.select(table_of(entity), ("id",), "filing_id", "id")
    return {key for (key,) in database.execute(query, [filing_id])}


def _keys(database: Connection, filing_id: int, filing: Filing, entity: type[Any]) -> list[int]:
    """An id for each record of a list: its own, unless another record has or had it."""
    own, free = _own(database, filing_id, entity), free_key(database, table_of(entity))
    kept: dict[int, None] = {}
    given: list[int | None] = []
    for record in getattr(filing, attribute_of(entity)):
        usable = record.id in own or free <= record.id < _LARGEST_KEY
        given.append(record.id if usable and record.id not in kept else None)
        kept.setdefault(record.id if usable else 0)
    new = itertools.count(max([free, *(key + 1 for key in kept)]))
    return [next(new) if key is None else key for key in given]


def _referring(record: Any, projects: Mapping[int, int]) -> list[Cell]:
    """The cells of a record, its project's id as the workbook gives it."""
    cells = list(cells_of(record))
    for place, entry in enumerate(entries(type(record))):
        if entry.kind is Kind.REFERENCE and (old := entry.of(record)) is not None:
            if old not in projects:
                raise ValueError(f"有记录所属的项目（编号 {old}）不存在，请先加入这个项目")
            cells[place] = projects[old]
    return cells
