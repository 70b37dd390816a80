"""Where the last step changed something, so that a window can go there."""

from __future__ import annotations

from sqlite3 import Connection
from typing import Any

from jsxh_desktop.domain.change import Added, Change, Put
from jsxh_desktop.domain.filing import LISTS
from jsxh_desktop.store.records import columns_of, entity_of

Place = tuple[type[Any], int, str | None]
"""Entity, id of the record (0 for a single one), name of the entry where one value is meant."""


def place_of(change: Change, *added: int) -> Place:
    """Where a change stands; `added` begins with the id of the first record the step added."""
    match change:
        case Put(entry, _, key):
            return entry.entity, key if entry.entity in LISTS.values() else 0, entry.name
        case Added(record):
            return type(record), added[0], None
        case _:
            return change.entity, change.key, None


def last_place(database: Connection, filing_id: int) -> Place | None:
    """The first thing the last step of a filing changed, as the step was done at first.

    A project stands for what came or went with it, the record that went furthest for those it
    passed.
    """
    query = "SELECT kind, first, last FROM step WHERE filing_id = ? ORDER BY id DESC LIMIT 1"
    step = database.execute(query, [filing_id]).fetchone()
    if step is None:
        return None
    kind, *span = step
    order = "DESC" if kind == "undo" else "ASC"  # an undo goes backwards through the step
    lines = f"""
        SELECT op, tbl, key FROM change WHERE seq BETWEEN ? AND ? AND tbl <> 'filing'
        ORDER BY op <> '=' AND tbl = 'project' DESC, op = '=' AND field = 'position',
        iif(op = '=' AND field = 'position', -abs(new - old), 0), seq {order} LIMIT 1
    """  # noqa: S608 - one of two words of our own
    found = database.execute(lines, span).fetchone()
    entity = entity_of(found[1]) if found else None
    if entity is None:
        return None
    op, table, key = found
    name = _first_field(database, span, table, key) if op == "=" else None
    return entity, key if entity in LISTS.values() else 0, name


def _first_field(database: Connection, span: list[int], table: str, key: int) -> str | None:
    """The changed entry that comes first in its form; None where only the order changed."""
    query = """
        SELECT field FROM change
        WHERE seq BETWEEN ? AND ? AND op = '=' AND tbl = ? AND key = ?
    """
    changed = {field for (field,) in database.execute(query, [*span, table, key])}
    entity = entity_of(table)
    return next((name for name in columns_of(entity) if name in changed), None) if entity else None
