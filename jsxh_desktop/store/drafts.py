"""Texts that do not parse yet, each kept beside its field until it does.

They are no part of the filing: not logged, not undone, and gone with the record they stand in.
"""

from __future__ import annotations

from collections.abc import Iterable
from sqlite3 import Connection
from typing import Any

from jsxh_desktop.domain.entry import Entry
from jsxh_desktop.domain.filing import LISTS
from jsxh_desktop.store import statements
from jsxh_desktop.store.records import columns_of, entity_of, table_of
from jsxh_desktop.store.values import keepable

Field = tuple[type[Any], str, int]
"""A field of a filing: entity, name of the entry, id of the record (0 for a single one)."""

_KNOWN_BY = ("filing_id", "tbl", "key", "field")


def field_of(entry: Entry[Any], key: int) -> Field:
    """The field of an entry in the record of this id."""
    return entry.entity, entry.name, key if entry.entity in LISTS.values() else 0


def read_drafts(database: Connection, filing_id: int) -> dict[Field, str]:
    """The drafts of a filing; one of a field this version has not got is left where it is."""
    query = statements.select("draft", ("tbl", "field", "key", "typed"), "filing_id", "id")
    found: dict[Field, str] = {}
    for table, name, key, typed in database.execute(query, [filing_id]):
        entity = entity_of(table)
        if entity and name in columns_of(entity):
            found[entity, name, key] = typed
    return found


def keep_draft(database: Connection, filing_id: int, field: Field, typed: str) -> None:
    """Keep a text as it was typed, but for what no column holds; inside a transaction.

    Raises LookupError where there is no such record.
    """
    entity, name, key = field
    table = table_of(entity)
    if entity in LISTS.values():
        query = statements.select(table, ("filing_id",), "id", "id")
        if database.execute(query, [key]).fetchone() != (filing_id,):
            raise LookupError(f"filing {filing_id} has no {table} {key}")
    database.execute(
        "INSERT INTO draft (filing_id, tbl, key, field, typed) VALUES (?, ?, ?, ?, ?) "
        "ON CONFLICT (filing_id, tbl, key, field) DO UPDATE SET typed = excluded.typed",
        (filing_id, table, key, name, keepable(typed)),
    )


def drop_drafts(database: Connection, filing_id: int, fields: Iterable[Field]) -> None:
    """Drop the drafts of these fields, where they have any; inside a transaction."""
    held = read_drafts(database, filing_id)
    if not held:
        return
    database.executemany(
        statements.delete("draft", *_KNOWN_BY),
        [
            (filing_id, table_of(entity), key, name)
            for entity, name, key in held.keys() & set(fields)
        ],
    )
