"""The chain over the log: each step's digest is of its lines and of the digest before it."""

from __future__ import annotations

import hashlib
from sqlite3 import Connection

from jsxh_desktop.store.change_log import LOG as LOGGED

LOG = "change"
BOTH = ("sha256", "sm3")
_STEP, _LINE = ", ".join(LOGGED["step"]), ", ".join(LOGGED["change"][1:])
_STEPS = f"""
    SELECT CAST(json_array({_STEP}) || coalesce(char(10) || (
        SELECT group_concat(line, char(10)) FROM (
            SELECT json_array({_LINE}) AS line FROM change
            WHERE seq BETWEEN first AND last ORDER BY seq
        )), '') AS BLOB) FROM step WHERE id > ? AND id <= ? ORDER BY id
"""  # noqa: S608 - our own names
_KEEP = (
    "INSERT INTO digest (tbl, sha256, step, sm3) VALUES (?, ?, ?, ?) ON CONFLICT (tbl) "
    "DO UPDATE SET sha256 = excluded.sha256, step = excluded.step, sm3 = excluded.sm3"
)


def head(database: Connection) -> str:
    """The SHA-256 all of the log comes down to; nothing where no step was made yet."""
    heads, _ = _heads(database)
    return heads.get("sha256", "")


def keep(database: Connection, step: int) -> None:
    """Go on from what is kept to a step, inside its transaction."""
    heads, before = _heads(database)
    heads = _chained(database, heads, before, step)
    if not heads.keys() >= _known():  # written by a Python that had not all of them
        heads |= _chained(database, dict.fromkeys(_known() - heads.keys(), ""), 0, step)
    database.execute(_KEEP, (LOG, heads["sha256"], step, heads.get("sm3")))


def is_broken(database: Connection) -> bool:
    """Whether the log is another than the one that was kept."""
    heads, step = _heads(database)
    return step > 0 and _chained(database, dict.fromkeys(heads, ""), 0, step) != heads


def _heads(database: Connection) -> tuple[dict[str, str], int]:
    """The ends of the chain this Python can go on from, and the step they reach to."""
    query = "SELECT sha256, sm3, step FROM digest WHERE tbl = ?"
    *kept, step = database.execute(query, [LOG]).fetchone() or ("", "", 0)
    heads = dict(zip(BOTH, kept, strict=True))
    return {name: heads[name] for name in _known() if heads[name] is not None}, step


def _known() -> set[str]:
    """SM3 is OpenSSL's; where it is left out there, so it is here."""
    return {name for name in BOTH if name in hashlib.algorithms_available}


def _chained(database: Connection, heads: dict[str, str], after: int, until: int) -> dict[str, str]:
    """The digests on from one step to another."""
    heads = dict(heads)
    begun = {name: hashlib.new(name) for name in heads}  # copied, as to look a name up takes longer
    for (link,) in database.execute(_STEPS, [after, until]):
        for name, before in heads.items():
            digest = begun[name].copy()
            digest.update(before.encode() + link)
            heads[name] = digest.hexdigest()
    return heads
