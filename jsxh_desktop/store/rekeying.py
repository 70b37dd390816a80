"""Amounts keyed a second time by somebody who does not see the first; kept until thrown away."""

from __future__ import annotations

from sqlite3 import Connection

from jsxh_desktop.domain.money import Money
from jsxh_desktop.store import statements
from jsxh_desktop.store.drafts import Field
from jsxh_desktop.store.records import columns_of, entity_of, table_of


def rekeyed(database: Connection, filing_id: int) -> dict[Field, Money | None]:
    """What was keyed, by field; None where the form was blank there."""
    query = statements.select("rekeyed", ("tbl", "field", "key", "amount"), "filing_id", "id")
    found: dict[Field, Money | None] = {}
    for table, name, key, amount in database.execute(query, [filing_id]):
        entity = entity_of(table)
        if entity and name in columns_of(entity):
            found[entity, name, key] = None if amount is None else Money(amount)
    return found


def keep_rekeyed(database: Connection, filing_id: int, field: Field, amount: Money | None) -> None:
    """Keep one amount in place of an earlier one; inside a transaction."""
    entity, name, key = field
    database.execute(
        "INSERT INTO rekeyed (filing_id, tbl, key, field, amount) VALUES (?, ?, ?, ?, ?) "
        "ON CONFLICT (filing_id, tbl, key, field) DO UPDATE SET amount = excluded.amount",
        (filing_id, table_of(entity), key, name, None if amount is None else amount.fen),
    )


def drop_rekeyed(database: Connection, filing_id: int) -> None:
    """Throw away what was keyed; inside a transaction."""
    database.execute(statements.delete("rekeyed", "filing_id"), [filing_id])
