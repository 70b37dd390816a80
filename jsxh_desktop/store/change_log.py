"""The permanent log of every changed cell, written by triggers generated from the tables.

One line of `change` is a row that came (`+`), one cell of a row that went (`-`), or one cell that
changed (`=`), so the lines read backwards undo what they tell. See
docs/decisions/0502-undo-from-the-change-log.md.
"""

from __future__ import annotations

from collections.abc import Iterator
from sqlite3 import Connection

from jsxh_desktop.store import year_lock
from jsxh_desktop.store.errors import ContentIsDamaged

LOG = {
    "change": ("seq", "op", "tbl", "key", "field", "old", "new"),
    "step": ("id", "filing_id", "kind", "title", "at", "first", "last", "who"),
}
STATE = {"sign_off": ("id", "filing_id", "stage", "edition")}
"""What is logged and is no data of the unit: it stays free to change while the data is locked."""

APART = {
    **LOG,
    "draft": ("id", "filing_id", "tbl", "key", "field", "typed"),
    "finding": ("id", "filing_id", "rule", "about", "severity", "message", "found", "gone"),
    "edition": ("id", "filing_id", "number", "digest", "at", "who", "data"),
    "person": ("id", "name", "role", "salt", "hash"),
    "digest": ("id", "tbl", "sha256", "step", "sm3"),
    "block_digest": ("id", "tbl", "block", "rows", "sha256"),
    "aside": ("id", "at", "tbl", "key", "why", "cells"),
    "rekeyed": ("id", "filing_id", "tbl", "key", "field", "amount"),
}
"""The tables that hold nothing a unit fills in, each with all its columns: these are not logged."""

_LINE = "INSERT INTO change (op, tbl, key, field, old, new)"
_SEALED = "修改记录只能追加"
_SEALED_TABLES = (*LOG, "edition")


def data_columns(database: Connection) -> dict[str, tuple[str, ...]]:
    """The tables that hold what a unit fills in, each with its columns but `id`."""
    tables = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%sqlite_%'"
    names = [name for (name,) in database.execute(tables) if name not in APART]
    columns = "SELECT name FROM pragma_table_info(?) WHERE name <> 'id' ORDER BY cid"
    return {name: tuple(c for (c,) in database.execute(columns, [name])) for name in names}


def triggers_called_for(database: Connection) -> dict[str, str]:
    """The triggers that log every data table, drop its drafts, lock its years and seal the log."""
    found: dict[str, str] = {}
    for table, columns in data_columns(database).items():
        found.update(_watching(table, columns))
        if "position" in columns:
            found.update(_letting_go(table))
        if table not in STATE:
            found.update(year_lock.guarding(table, columns))
    for table in _SEALED_TABLES:
        for event in ("UPDATE", "DELETE"):
            name = f"seal_{table}_{event.lower()}"
            found[name] = (
                f"CREATE TRIGGER {name} BEFORE {event} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{_SEALED}'); END"
            )
    return found


def _watching(table: str, columns: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """A trigger for each column keeps the cost of a changed cell apart from the row's width."""
    came, went = f"log_{table}_insert", f"log_{table}_delete"
    yield (
        came,
        f"CREATE TRIGGER {came} AFTER INSERT ON [{table}] BEGIN "  # noqa: S608 - our own names
        f"{_LINE} VALUES ('+', '{table}', new.id, NULL, NULL, NULL); END",
    )
    cells = ", ".join(f"('-', '{table}', old.id, '{c}', old.[{c}], NULL)" for c in columns)
    yield (
        went,
        f"CREATE TRIGGER {went} AFTER DELETE ON [{table}] BEGIN {_LINE} VALUES {cells}; END",
    )
    for column in columns:
        name = f"log_{table}_{column}"
        yield (
            name,
            f"CREATE TRIGGER {name} AFTER UPDATE OF [{column}] ON [{table}] "
            f"WHEN old.[{column}] IS NOT new.[{column}] BEGIN {_LINE} VALUES "
            f"('=', '{table}', old.id, '{column}', old.[{column}], new.[{column}]); END",
        )


def _letting_go(table: str) -> Iterator[tuple[str, str]]:
    """A record of a list takes along what was typed in it and did not parse."""
    name = f"drop_draft_{table}"
    yield (
        name,
        f"CREATE TRIGGER {name} AFTER DELETE ON [{table}] BEGIN "  # noqa: S608 - our own names
        f"DELETE FROM draft WHERE filing_id = old.filing_id AND tbl = '{table}' "
        "AND key = old.id; END",
    )


def triggers_found(database: Connection) -> dict[str, str]:
    """The triggers a file has, by name."""
    return dict(database.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"))


def drop_triggers(database: Connection) -> None:
    """Take every trigger away, before tables change; only inside a transaction that rebuilds."""
    for name in triggers_found(database):
        if not isinstance(name, str):
            raise ContentIsDamaged("a trigger has no name")
        quoted = name.replace('"', '""')  # the one name that may be a stranger's
        database.execute(f'DROP TRIGGER "{quoted}"')


def build_triggers(database: Connection) -> None:
    """Put up the triggers the tables call for; there must be none."""
    for statement in triggers_called_for(database).values():
        database.execute(statement)
