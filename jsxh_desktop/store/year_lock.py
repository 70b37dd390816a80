"""The triggers that keep a signed-off year as it is, whoever writes.

A print shows the figures of the year before as well; so that one is kept, too, and none can be
put before a signed-off year that had none.
"""

from __future__ import annotations

from collections.abc import Iterator

from jsxh_desktop.domain.edition import LOCKED

REFUSED = "这一年已经定稿，只能看；要改请先在“定稿与复核”页解除定稿"

_STAGES = ", ".join(f"'{stage}'" for stage in LOCKED)
_SIGNED = f"""EXISTS (
    SELECT 1 FROM sign_off JOIN filing AS signed ON signed.id = sign_off.filing_id
    WHERE sign_off.stage IN ({_STAGES}) AND signed.year - {{year}} IN (0, 1)
)"""  # noqa: S608 - our own names
_YEAR_OF = "(SELECT year FROM filing WHERE id = {row}.filing_id)"
_ROWS = {"insert": ("new",), "update": ("old", "new"), "delete": ("old",)}


def guarding(table: str, columns: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """The triggers of one table by name; none for a table that belongs to no year."""
    if table == "filing":
        year = "{row}.year"
    elif "filing_id" in columns:
        year = _YEAR_OF
    else:
        return
    for event, rows in _ROWS.items():
        name = f"lock_{table}_{event}"
        when = " OR ".join(_SIGNED.format(year=year.format(row=row)) for row in rows)
        yield (
            name,
            f"CREATE TRIGGER {name} BEFORE {event.upper()} ON [{table}] WHEN {when} "
            f"BEGIN SELECT RAISE(ABORT, '{REFUSED}'); END",
        )
