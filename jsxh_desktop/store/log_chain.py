"""The chain over the log: each link's digest is of some steps, their lines and the link before.

A link ends with every 64th step, and with one of more lines than that: to read step by step takes a
long log twice the time, and the link that is still open is read again at every step.
"""

from __future__ import annotations

import hashlib
from sqlite3 import Connection

from jsxh_desktop.store.change_log import LOG as LOGGED

LOG = "change"  # under this name the end of the chain is kept,
CLOSED = "step"  # under this one the last link to which no step comes any more
LINK = 64
BOTH = ("sha256", "sm3")
_DOUBTED = "?"  # what no chain begins with
_STEP = ", ".join(f"step.[{name}]" for name in LOGGED["step"])
_LINE = ", ".join(LOGGED["change"][1:])
_TEXT = f"""
    SELECT CAST(coalesce((
        SELECT group_concat(line, char(10)) FROM (
            SELECT json_array({_STEP}) AS line FROM step WHERE id > ?1 AND id <= ?2 ORDER BY id
        )), '') || coalesce(char(10) || (
        SELECT group_concat(line, char(10)) FROM (
            SELECT json_array({_LINE}) AS line FROM step JOIN change ON seq BETWEEN first AND last
            WHERE step.id > ?1 AND step.id <= ?2 ORDER BY step.id, seq
        )), '') AS BLOB)
"""  # noqa: S608 - our own names
_ENDS = f"""
    SELECT id FROM step
    WHERE id > ? AND id <= ? AND (id % {LINK} = 0 OR last - first >= {LINK}) ORDER BY id
"""  # noqa: S608 - a number of ours
_KEEP = (
    "INSERT INTO digest (tbl, sha256, step, sm3) VALUES (?, ?, ?, ?) ON CONFLICT (tbl) "
    "DO UPDATE SET sha256 = excluded.sha256, step = excluded.step, sm3 = excluded.sm3"
)

Heads = dict[str, str]
"""The digest by each of the algorithms, in hex; nothing before the first step."""


def head(database: Connection) -> str:
    """The SHA-256 all of the log comes down to; nothing where no step was made yet."""
    heads, _ = _kept(database, LOG)
    return heads.get("sha256", "")


def keep(database: Connection, step: int) -> None:
    """Go on from what is kept to a step, inside its transaction."""
    closed, at = _kept(database, CLOSED)
    end, before = _kept(database, LOG)
    if _linked(database, closed, at, before) != end:  # else this step would vouch for it
        closed = dict.fromkeys(closed, _DOUBTED)
    closed, reached, end = _chained(database, closed, at, step)
    if unknown := _known() - closed.keys():  # written by a Python that had not all of them
        first, _, last = _chained(database, dict.fromkeys(unknown, ""), 0, step)
        closed, end = closed | first, end | last
    database.execute(_KEEP, (CLOSED, closed["sha256"], reached, closed.get("sm3")))
    database.execute(_KEEP, (LOG, end["sha256"], step, end.get("sm3")))


def is_broken(database: Connection) -> bool:
    """Whether the log is another than the one that was kept."""
    closed, at = _kept(database, CLOSED)
    end, step = _kept(database, LOG)
    (last,) = database.execute("SELECT coalesce(max(id), 0) FROM step").fetchone()
    return last != step or _chained(database, dict.fromkeys(end, ""), 0, step) != (closed, at, end)


def _kept(database: Connection, which: str) -> tuple[Heads, int]:
    """One of the two ends, as far as this Python can go on from it, and the step it reaches to."""
    query = "SELECT sha256, sm3, step FROM digest WHERE tbl = ?"
    *kept, step = database.execute(query, [which]).fetchone() or ("", "", 0)
    heads = dict(zip(BOTH, kept, strict=True))
    return {name: heads[name] for name in _known() if heads[name] is not None}, step


def _known() -> set[str]:
    """SM3 is OpenSSL's; where it is left out there, so it is here."""
    return {name for name in BOTH if name in hashlib.algorithms_available}


def _chained(
    database: Connection, heads: Heads, after: int, until: int
) -> tuple[Heads, int, Heads]:
    """On from the end of a link to a step: the last closed link, the step it ends with, the end."""
    for (end,) in database.execute(_ENDS, [after, until]).fetchall():
        heads, after = _linked(database, heads, after, end), end
    return heads, after, _linked(database, heads, after, until)


def _linked(database: Connection, heads: Heads, after: int, until: int) -> Heads:
    if after == until:
        return heads
    (text,) = database.execute(_TEXT, [after, until]).fetchone()
    return {
        name: hashlib.new(name, before.encode() + text).hexdigest()
        for name, before in heads.items()
    }
