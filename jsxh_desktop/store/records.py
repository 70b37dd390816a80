"""Records to rows and back: one table an entity, one column an entry."""

from __future__ import annotations

import re
from typing import Any

from sqlite_utils import Database

from jsxh_desktop.domain.entry import Entry, Kind, entries
from jsxh_desktop.domain.filing import FACTS, LISTS, SINGLES, Filing
from jsxh_desktop.domain.terms import Precision
from jsxh_desktop.store import statements
from jsxh_desktop.store.change_log import data_columns
from jsxh_desktop.store.errors import ContentIsDamaged
from jsxh_desktop.store.values import Cell, cell_reader, write_cell

NO_SUCH_PROJECT = "所属项目不存在，请重新选择项目"
ENTITIES = (*SINGLES.values(), *LISTS.values())

_TABLES = {e: re.sub(r"(?<!^)(?=[A-Z])", "_", e.__name__).lower() for e in ENTITIES}
_COLUMNS = {e: tuple(entry.name for entry in entries(e)) for e in ENTITIES}


def table_of(entity: type[Any]) -> str:
    """The entity's name in snake case."""
    return _TABLES[entity]


def columns_of(entity: type[Any]) -> tuple[str, ...]:
    """The columns the entries of an entity call for, in their order."""
    return _COLUMNS[entity]


def check_columns(database: Database) -> None:
    """Raise ContentIsDamaged for a table we do not know, or one that lost or gained a column."""
    found = data_columns(database)
    if strange := found.keys() - {"filing", *_TABLES.values()}:
        raise ContentIsDamaged(", ".join(sorted(strange)))
    for entity in ENTITIES:
        kept = set(found.get(table_of(entity), ())) - {"filing_id", "position"}
        if kept != set(columns_of(entity)):
            raise ContentIsDamaged(table_of(entity))


def read_filing(database: Database, filing_id: int) -> Filing:
    """A whole filing, without the year before and without code tables.

    Raises LookupError where there is none, ContentIsDamaged for a cell we never write.
    """
    facts = database.execute(statements.select("filing", FACTS, "id", "id"), [filing_id]).fetchone()
    if facts is None:
        raise LookupError(f"no filing {filing_id}")
    year, pack, precision = facts
    try:
        parts: dict[str, Any] = {"precision": Precision(precision)}
        for name, entity in SINGLES.items():
            parts[name] = next(iter(_read(database, entity, filing_id, "id")), entity())
        for name, entity in LISTS.items():
            parts[name] = _read(database, entity, filing_id, "position, id")
    except (ValueError, ArithmeticError) as problem:
        raise ContentIsDamaged(str(problem)) from problem
    return Filing(year=year, pack=pack, **parts)


def _read(database: Database, entity: type[Any], filing_id: int, order: str) -> tuple[Any, ...]:
    columns = columns_of(entity)
    readers = [cell_reader(entry) for entry in entries(entity)]
    if entity in LISTS.values():
        columns, readers = (*columns, "id"), [*readers, int]
    query = statements.select(table_of(entity), columns, "filing_id", order)
    return tuple(
        entity(**{n: read(cell) for n, read, cell in zip(columns, readers, row, strict=True)})
        for row in database.execute(query, [filing_id])
    )


def write_value(
    database: Database, filing_id: int, entry: Entry[Any], value: object, key: int
) -> None:
    """Set one cell of a single record, or of the record with this id in a list.

    Raises ValueError as `clean` does, and where the project it names is not this filing's;
    LookupError where there is no such record.
    """
    table, cell = table_of(entry.entity), write_cell(entry, value)
    if entry.kind is Kind.REFERENCE and cell is not None:
        _refuse_strange_project(database, filing_id, cell)
    known_by = {"filing_id": filing_id}
    if entry.entity in LISTS.values():
        known_by["id"] = key
    statement = statements.update(table, (entry.name,), *known_by)
    done = database.execute(statement, (cell, *known_by.values()))
    if done.rowcount != 1:
        raise LookupError(f"filing {filing_id} has no {table} {key}")


def add_record(database: Database, filing_id: int, record: Any, position: int | None = None) -> int:
    """Put a record into its list where `list.insert` would, and give it an id of its own."""
    entity = type(record)
    table, cells = table_of(entity), cells_of(record)
    for entry, cell in zip(entries(entity), cells, strict=True):
        if entry.kind is Kind.REFERENCE and cell is not None:
            _refuse_strange_project(database, filing_id, cell)
    order = statements.select(table, ("position",), "filing_id", "position, id")
    taken = [place for (place,) in database.execute(order, [filing_id])]
    follower = [] if position is None else taken[position:][:1]
    place = follower[0] if follower else max(taken, default=0) + 1
    if follower:
        database.execute(
            f"UPDATE [{table}] SET position = position + 1 "  # noqa: S608 - our own table's name
            "WHERE filing_id = ? AND position >= ?",
            [filing_id, place],
        )
    columns = ("filing_id", "position", *columns_of(entity))
    added = database.execute(statements.insert(table, columns), (filing_id, place, *cells))
    return int(added.lastrowid or 0)


def remove_record(database: Database, filing_id: int, entity: type[Any], key: int) -> None:
    """Remove a record; the tables say what a removed project takes along."""
    statement = statements.delete(table_of(entity), "id", "filing_id")
    if database.execute(statement, [key, filing_id]).rowcount != 1:
        raise LookupError(f"filing {filing_id} has no {table_of(entity)} {key}")


def move_record(
    database: Database, filing_id: int, entity: type[Any], key: int, position: int
) -> None:
    """Take a record out of the order and put it back where `list.insert` would."""
    table = table_of(entity)
    query = statements.select(table, ("id", "position"), "filing_id", "position, id")
    rows = database.execute(query, [filing_id]).fetchall()
    places = dict(rows)
    order = [number for number, _ in rows if number != key]
    if len(order) == len(rows):
        raise LookupError(f"filing {filing_id} has no {table} {key}")
    order.insert(position, key)
    for number, place in zip(order, places.values(), strict=True):
        if places[number] != place:
            database.execute(statements.update(table, ("position",), "id"), [place, number])


def cells_of(record: Any) -> tuple[Cell, ...]:
    """What the columns keep of a record's values."""
    return tuple(write_cell(entry, entry.of(record)) for entry in entries(type(record)))


def _refuse_strange_project(database: Database, filing_id: int, project: Cell) -> None:
    query = "SELECT 1 FROM project WHERE id = ? AND filing_id = ?"
    if not database.execute(query, [project, filing_id]).fetchone():
        raise ValueError(NO_SUCH_PROJECT)
