"""Records to rows and back: one table an entity, one column an entry."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from sqlite3 import Connection
from typing import Any

from jsxh_desktop.domain.entry import entries
from jsxh_desktop.domain.filing import FACTS, LISTS, SINGLES, Filing
from jsxh_desktop.domain.terms import Precision
from jsxh_desktop.store import statements
from jsxh_desktop.store.change_log import APART, STATE, data_columns
from jsxh_desktop.store.errors import ContentIsDamaged
from jsxh_desktop.store.values import Cell, cell_reader, cell_writer

NO_SUCH_PROJECT = "所属项目不存在，请重新选择项目"
ENTITIES = (*SINGLES.values(), *LISTS.values())

_TABLES = {e: re.sub(r"(?<!^)(?=[A-Z])", "_", e.__name__).lower() for e in ENTITIES}
_ENTITIES = {table: entity for entity, table in _TABLES.items()}
_ENTRIES = {entity: entries(entity) for entity in ENTITIES}
_COLUMNS = {e: tuple(entry.name for entry in _ENTRIES[e]) for e in ENTITIES}


def table_of(entity: type[Any]) -> str:
    """The entity's name in snake case."""
    return _TABLES[entity]


def entity_of(table: str) -> type[Any] | None:
    """The entity a table holds; None for a table that is none of ours."""
    return _ENTITIES.get(table)


def columns_of(entity: type[Any]) -> tuple[str, ...]:
    """The columns the entries of an entity call for, in their order."""
    return _COLUMNS[entity]


def check_content(database: Connection) -> None:
    """Structure and references, at every open: 2 ms for a usual file, 0.2 s for one of 90 MB.

    Raises ContentIsDamaged.
    """
    (answer,) = database.execute("PRAGMA integrity_check(1)").fetchone()
    if answer != "ok":
        raise ContentIsDamaged(answer)
    if astray := database.execute("PRAGMA foreign_key_check").fetchone():
        raise ContentIsDamaged(f"row {astray[1]} of {astray[0]} points at nothing")


def check_columns(database: Connection) -> None:
    """Raise ContentIsDamaged for a table we do not know, or one that lost or gained a column."""
    for table, columns in {**APART, **STATE}.items():
        query = "SELECT name FROM pragma_table_info(?) ORDER BY cid"
        if tuple(name for (name,) in database.execute(query, [table])) != columns:
            raise ContentIsDamaged(table)
    found = data_columns(database)
    if strange := found.keys() - {"filing", *STATE, *_TABLES.values()}:
        raise ContentIsDamaged(", ".join(sorted(strange)))
    for entity in ENTITIES:
        kept = set(found.get(table_of(entity), ())) - {"filing_id", "position"}
        if kept != set(columns_of(entity)):
            raise ContentIsDamaged(table_of(entity))


def read_filing(database: Connection, filing_id: int) -> Filing:
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


def _read(database: Connection, entity: type[Any], filing_id: int, order: str) -> tuple[Any, ...]:
    """The records of an entity, read column by column: a fifth of the time of row by row."""
    columns = columns_of(entity)
    readers = [cell_reader(entry) for entry in entries(entity)]
    if entity in LISTS.values():
        columns, readers = (*columns, "id"), [*readers, int]
    query = statements.select(table_of(entity), columns, "filing_id", order)
    rows = database.execute(query, [filing_id]).fetchall()
    if not rows:
        return ()
    cells = zip(readers, zip(*rows, strict=True), strict=True)
    return tuple(map(entity, *(map(read, column) for read, column in cells)))


def free_key(database: Connection, table: str) -> int:
    """The id after the highest this table ever gave."""
    query = "SELECT seq FROM sqlite_sequence WHERE name = ?"
    row = database.execute(query, [table]).fetchone()
    return int(row[0]) + 1 if row else 1


def cells_of(record: Any) -> tuple[Cell, ...]:
    """What the columns keep of a record's values."""
    values = vars(record)
    writers = _writers(type(record))  # type: ignore[arg-type]  # a class has a hash
    return tuple([write(values[name]) for name, write in writers])


@cache
def _writers(entity: type[Any]) -> tuple[tuple[str, Callable[[Any], Cell]], ...]:
    return tuple((entry.name, cell_writer(entry)) for entry in _ENTRIES[entity])
