"""SQL put together from names of tables and columns; what is typed travels as parameters."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from itertools import chain
from sqlite3 import Connection
from typing import Any

_TOGETHER = 100  # rows of one statement

# Every name is one of our own tables' or columns': bracketed, because SQLite takes an unknown name
# in double quotes for a piece of text.


@cache
def insert(table: str, columns: tuple[str, ...], rows: int = 1) -> str:
    marks = ", ".join([f"({', '.join('?' * len(columns))})"] * rows)
    return f"INSERT INTO [{table}] ({_listed(columns)}) VALUES {marks}"  # noqa: S608 - see above


def insert_rows(
    database: Connection, table: str, columns: tuple[str, ...], rows: Sequence[tuple[Any, ...]]
) -> None:
    """Insert rows in their order, many by one statement: one by one the calls outlast the work."""
    for first in range(0, len(rows), _TOGETHER):
        some = rows[first : first + _TOGETHER]
        database.execute(insert(table, columns, len(some)), list(chain.from_iterable(some)))


@cache
def upsert(table: str, columns: tuple[str, ...]) -> str:
    """Insert a row or bring it up to date by its id; INSERT OR REPLACE would drop and remake it."""
    taken = ", ".join(f"[{name}] = excluded.[{name}]" for name in columns if name != "id")
    return f"{insert(table, columns)} ON CONFLICT (id) DO UPDATE SET {taken}"


@cache
def update(table: str, columns: tuple[str, ...], *known_by: str) -> str:
    """Set columns of the rows known by others; parameters come in this order."""
    marks = ", ".join(f"[{name}] = ?" for name in columns)
    return f"UPDATE [{table}] SET {marks} WHERE {_all(known_by)}"  # noqa: S608 - see above


@cache
def delete(table: str, *known_by: str) -> str:
    return f"DELETE FROM [{table}] WHERE {_all(known_by)}"  # noqa: S608 - see above


@cache
def select(table: str, columns: tuple[str, ...], known_by: str, order: str) -> str:
    chosen = f"SELECT {_listed(columns)} FROM [{table}]"  # noqa: S608 - see above
    return f"{chosen} WHERE [{known_by}] = ? ORDER BY {order}"


def _listed(names: Iterable[str]) -> str:
    return ", ".join(f"[{name}]" for name in names)


def _all(names: Iterable[str]) -> str:
    return " AND ".join(f"[{name}] = ?" for name in names)
