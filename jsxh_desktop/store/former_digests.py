"""What is kept of rows and log in a file of shape 16: a digest of each row as `quote` has it.

Read once, before such a file is brought into today's shape, so that a row changed behind the
program's back is still told of afterwards.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from sqlite3 import Connection

from jsxh_desktop.store.change_log import LOG as LOGGED
from jsxh_desktop.store.digests import Altered, differing
from jsxh_desktop.store.log_chain import LOG

SHAPE = 16


def altered(database: Connection) -> tuple[Altered, ...]:
    """The rows that are not what was last written, then the log, of a file of that shape."""
    tables = database.execute("SELECT tbl FROM digest WHERE tbl <> ?", [LOG]).fetchall()
    rows = [each for (table,) in tables for each in _altered(database, table)]
    return (*rows, Altered(LOG)) if _is_broken(database) else tuple(rows)


def _altered(database: Connection, table: str) -> Iterator[Altered]:
    columns = database.execute("SELECT name FROM pragma_table_info(?) ORDER BY cid", [table])
    cells = _quoted(name for (name,) in columns.fetchall())
    kept = dict(database.execute("SELECT key, sha256 FROM row_digest WHERE tbl = ?", [table]))
    query = f"SELECT id, {cells} FROM [{table}]"  # noqa: S608 - names of a file that was checked
    found = {key: hashlib.sha256(text).digest() for key, text in database.execute(query)}
    return differing(table, kept, found)


def _is_broken(database: Connection) -> bool:
    kept, until = database.execute(
        "SELECT sha256, step FROM digest WHERE tbl = ?", [LOG]
    ).fetchone() or ("", 0)
    step, line = _quoted(LOGGED["step"]), _quoted(LOGGED["change"][1:])
    steps = f"SELECT {step}, first, last FROM step WHERE id <= ? ORDER BY id"  # noqa: S608 - ours
    lines = f"SELECT {line} FROM change WHERE seq BETWEEN ? AND ? ORDER BY seq"  # noqa: S608 - ours
    head = ""
    for text, first, last in database.execute(steps, [until]):
        said = b"\n".join(line for (line,) in database.execute(lines, [first, last]))
        head = hashlib.sha256(head.encode() + text + said).hexdigest()
    return head != kept


def _quoted(names: Iterable[str]) -> str:
    cells = " || ',' || ".join(f"quote([{name}])" for name in names)
    return f"CAST({cells} AS BLOB)"
