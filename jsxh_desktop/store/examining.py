"""What an opening found changed behind the program's back: in words, and on record."""

from __future__ import annotations

from collections.abc import Iterable
from sqlite3 import Connection

from jsxh_desktop.store import titles
from jsxh_desktop.store.connection import transaction
from jsxh_desktop.store.digests import Altered
from jsxh_desktop.store.row_names import named
from jsxh_desktop.store.steps import Kind, write_step

MOST = 5


def recorded(database: Connection, altered: Iterable[Altered]) -> tuple[str, ...]:
    """The names of what is not as it was last written; noted among the signatures of each year."""
    names = tuple(named(database, each) for each in altered)
    if names:
        title = titles.altered(_several(names))
        known = database.execute("SELECT 1 FROM step WHERE title = ?", [title]).fetchone()
        if not known:
            with transaction(database):
                note_everywhere(database, title)
    return names


def note_everywhere(database: Connection, title: str) -> None:
    """Put something among the signatures of each year; inside a transaction."""
    for (key,) in database.execute("SELECT id FROM filing").fetchall():
        write_step(database, key, Kind.SIGN, title, (0, -1))


def _several(names: tuple[str, ...]) -> str:
    more = f"等{len(names)}处" if len(names) > MOST else ""
    return "、".join(names[:MOST]) + more
