"""What the rows held when they were last written: a digest each, and one chain over the log.

SQLite's own checks find broken pages; an amount that changed on a bad disk, or by another program,
passes all of them. Kept by the step that wrote, compared at every opening.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from enum import Enum
from sqlite3 import Connection, DatabaseError

from jsxh_desktop.domain.frozen import frozen
from jsxh_desktop.store import statements
from jsxh_desktop.store.change_log import LOG as LOGGED
from jsxh_desktop.store.change_log import data_columns

LOG = "change"
BOTH = ("sha256", "sm3")
_BY_TYPE = {"INTEGER": ("%s", "ifnull({name}, 'NULL')"), "TEXT": ("%Q", "{name}")}
_ASKED = ("%s", "quote({name})")
_STEPS = """
    SELECT CAST({step} || coalesce((SELECT group_concat(line, char(10)) FROM (
        SELECT {line} AS line FROM change WHERE seq BETWEEN first AND last ORDER BY seq
    )), '') AS BLOB) FROM step WHERE id > ? AND id <= ? ORDER BY id
"""
_STEP, (_, *_LINE) = LOGGED["step"], LOGGED["change"]
_KEEP = (
    "INSERT INTO digest (tbl, sha256, step, sm3) VALUES (?, ?, ?, ?) ON CONFLICT (tbl) "
    "DO UPDATE SET sha256 = excluded.sha256, step = excluded.step, sm3 = excluded.sm3"
)
_WHOLE = """
    SELECT group_concat(key || hex(sha256)) FROM
    (SELECT key, sha256 FROM row_digest WHERE tbl = ? ORDER BY key)
"""
_SPAN = "SELECT key FROM change WHERE seq BETWEEN ? AND ? AND tbl = ?"
_FORGET = f"DELETE FROM row_digest WHERE tbl = ? AND key IN ({_SPAN})"  # noqa: S608 - as above


class How(Enum):
    """What happened to a row behind the program's back; OTHER is to what is kept of a table."""

    CHANGED, GONE, NEW, OTHER = range(4)


@frozen
class Altered:
    """A row that is not as it was last written; without a key it is a table or the log."""

    table: str
    key: int = 0
    how: How = How.OTHER


def keep_step(database: Connection, number: int, span: tuple[int, int]) -> None:
    """Keep the rows a step touched and the log up to it, inside its transaction."""
    touched = database.execute("SELECT DISTINCT tbl FROM change WHERE seq BETWEEN ? AND ?", span)
    columns = data_columns(database)
    for (table,) in touched.fetchall():
        only = (*span, table)
        database.execute(_FORGET, (table, *only))
        _keep_rows(
            database, table, _rows(database, table, columns[table], f"id IN ({_SPAN})", only)
        )
        _keep_table(database, table, number)
    _keep_log(database, number)


def keep_all(database: Connection) -> None:
    """Take every row and the whole log for what they ought to be; inside a transaction."""
    database.execute("DELETE FROM digest")
    database.execute("DELETE FROM row_digest")
    (last,) = database.execute("SELECT max(id) FROM step").fetchone()
    for table, columns in data_columns(database).items():
        _keep_rows(database, table, _rows(database, table, columns))
        _keep_table(database, table, last or 0)
    _keep_log(database, last or 0)


def altered(database: Connection) -> tuple[Altered, ...]:
    """The rows that are not what was last written, then tables, then the log."""
    rows: list[Altered] = []
    others: list[Altered] = []
    whole = dict(database.execute("SELECT tbl, sha256 FROM digest").fetchall())
    for table, columns in data_columns(database).items():
        if table not in whole:
            continue
        query = "SELECT key, sha256 FROM row_digest WHERE tbl = ?"
        kept = dict(database.execute(query, [table]))
        rows += _differing(table, kept, _rows(database, table, columns))
        if whole[table] != _table(database, table):
            others.append(Altered(table))
    heads, step = _head(database)
    found = _chain(database, dict.fromkeys(heads, ""), 0, step)
    if step and found != heads:
        others.append(Altered(LOG))
    return (*rows, *others)


def row_digest(
    database: Connection, table: str, key: int, columns: tuple[str, ...]
) -> bytes | None:
    """The digest of one row; None where there is none, or not with these columns."""
    try:
        found = _rows(database, table, columns, "id = ?", (key,))
    except (DatabaseError, UnicodeDecodeError):
        return None
    return found.get(key)


def digest_of(cells: bytes) -> bytes:
    """The digest of one row's cells as SQLite quotes them."""
    return hashlib.sha256(cells).digest()


def _differing(table: str, kept: dict[int, bytes], found: dict[int, bytes]) -> list[Altered]:
    if kept == found:
        return []
    gone = [Altered(table, key, How.GONE) for key in kept.keys() - found.keys()]
    new = [Altered(table, key, How.NEW) for key in found.keys() - kept.keys()]
    changed = [
        Altered(table, key, How.CHANGED)
        for key in kept.keys() & found.keys()
        if kept[key] != found[key]
    ]
    return sorted(gone + new + changed, key=lambda each: each.key)


def _rows(
    database: Connection,
    table: str,
    columns: tuple[str, ...],
    which: str = "true",
    given: tuple[object, ...] = (),
) -> dict[int, bytes]:
    """The ids and digests of rows; SQLite puts the text together, faster than it can be handed."""
    text = _text(database, table, ("id", *columns))
    query = f"SELECT id, CAST({text} AS BLOB) FROM [{table}] WHERE {which}"  # noqa: S608 - as above
    begin = hashlib.sha256  # called here for each of 70,000, not through `digest_of`
    return {key: begin(text).digest() for key, text in database.execute(query, given)}


def _text(database: Connection, table: str, columns: Sequence[str]) -> str:
    """What puts the cells of a row together as `quote` has them, by the types of strict tables."""
    types = dict(database.execute("SELECT name, type FROM pragma_table_info(?)", [table]))
    ways = [_BY_TYPE.get(types.get(name, ""), _ASKED) for name in columns]
    signs = ",".join(sign for sign, _ in ways)
    cells = ", ".join(
        cell.format(name=f"[{name}]") for name, (_, cell) in zip(columns, ways, strict=True)
    )
    return f"printf('{signs}', {cells})"


def _keep_rows(database: Connection, table: str, rows: dict[int, bytes]) -> None:
    columns = ("tbl", "key", "sha256")
    statements.insert_rows(database, "row_digest", columns, [(table, *row) for row in rows.items()])


def log_head(database: Connection) -> str:
    """The SHA-256 all of the log comes down to; nothing where no step was made yet."""
    heads, _ = _head(database)
    return heads.get("sha256", "")


def _keep_table(database: Connection, table: str, step: int) -> None:
    database.execute(_KEEP, (table, _table(database, table), step, None))


def _keep_log(database: Connection, step: int) -> None:
    heads, before = _head(database)
    heads = _chain(database, heads, before, step)
    if not heads.keys() >= _known():  # written by a Python that had not all of them
        heads |= _chain(database, dict.fromkeys(_known() - heads.keys(), ""), 0, step)
    database.execute(_KEEP, (LOG, heads["sha256"], step, heads.get("sm3")))


def _head(database: Connection) -> tuple[dict[str, str], int]:
    """The ends of the chain this Python can go on from, and the step they reach to."""
    query = "SELECT sha256, sm3, step FROM digest WHERE tbl = ?"
    *kept, step = database.execute(query, [LOG]).fetchone() or ("", "", 0)
    heads = dict(zip(BOTH, kept, strict=True))
    return {name: heads[name] for name in _known() if heads[name] is not None}, step


def _known() -> set[str]:
    """SM3 is OpenSSL's; where it is left out there, so it is here."""
    return {name for name in BOTH if name in hashlib.algorithms_available}


def _table(database: Connection, table: str) -> str:
    """The digest of what is kept of a table's rows, in the order of their ids."""
    (text,) = database.execute(_WHOLE, [table]).fetchone()
    return hashlib.sha256((text or "").encode()).hexdigest()


def _chain(database: Connection, heads: dict[str, str], after: int, until: int) -> dict[str, str]:
    """The digests of each step, its lines and the digest before it, on from one step to another."""
    heads = dict(heads)
    begun = {name: hashlib.new(name) for name in heads}  # copied, as to look a name up takes longer
    step, line = _text(database, "step", _STEP), _text(database, "change", _LINE)
    for (link,) in database.execute(_STEPS.format(step=step, line=line), [after, until]):
        for name, head in heads.items():
            digest = begun[name].copy()
            digest.update(head.encode() + link)
            heads[name] = digest.hexdigest()
    return heads
