"""What checks have found of a filing and when: kept beside it, not logged and not undone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import astuple
from sqlite3 import Connection

from jsxh_desktop.domain.frozen import frozen
from jsxh_desktop.store import statements
from jsxh_desktop.store.values import keepable

_COLUMNS = ("rule", "about", "severity", "message", "found", "gone")


@frozen
class Seen:
    """A finding of one check: `found` is when it was first told of, `gone` when it no longer held.

    `rule` and `about` tell it from the others; `gone` is empty while it holds.
    """

    rule: str
    about: str
    severity: str
    message: str
    found: str
    gone: str = ""


def read_findings(database: Connection, filing_id: int) -> tuple[Seen, ...]:
    """Every finding kept of a filing, in the order they came."""
    query = statements.select("finding", _COLUMNS, "filing_id", "id")
    return tuple(Seen(*row) for row in database.execute(query, [filing_id]))


def keep_findings(database: Connection, filing_id: int, seen: Iterable[Seen]) -> None:
    """Keep these, each in place of what was kept of the same one; inside a transaction."""
    taken = ", ".join(f"{name} = excluded.{name}" for name in _COLUMNS[2:])
    database.executemany(
        f"{statements.insert('finding', ('filing_id', *_COLUMNS))} "
        f"ON CONFLICT (filing_id, rule, about) DO UPDATE SET {taken}",
        [(filing_id, *map(keepable, astuple(each))) for each in seen],
    )
