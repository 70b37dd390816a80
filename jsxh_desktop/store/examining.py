"""The look at an opened workbook for what changed behind its back; found, it stays on record."""

from __future__ import annotations

from sqlite3 import Connection

from jsxh_desktop.store import digests, titles
from jsxh_desktop.store.connection import transaction
from jsxh_desktop.store.records import entity_of
from jsxh_desktop.store.steps import Kind, write_step


def examined(database: Connection) -> tuple[str, ...]:
    """What is not as it was last written, in words; noted among the signatures of each year."""
    names = tuple(_noun(table) for table in digests.altered(database))
    if names:
        title = titles.altered("、".join(names))
        known = database.execute("SELECT 1 FROM step WHERE title = ?", [title]).fetchone()
        if not known:
            with transaction(database):
                for (key,) in database.execute("SELECT id FROM filing").fetchall():
                    write_step(database, key, Kind.SIGN, title, (0, -1))
    return names


def _noun(table: str) -> str:
    entity = entity_of(table)
    return titles.noun_of(entity, table) if entity else titles.TABLES.get(table, table)
