"""What is kept of rows and log in a file of shape 16 or 17, where each step is a link of the chain.

Shape 16 has a digest of each row as well, and all as `quote` has it. Read once, before such a file
is brought into today's shape, so that a row changed behind the program's back is still told of.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from sqlite3 import Connection

from jsxh_desktop.store.change_log import LOG as LOGGED
from jsxh_desktop.store.digests import Altered, altered_rows, differing
from jsxh_desktop.store.log_chain import LOG

ROWS, STEPS = 16, 17  # shapes with a digest of each row, and with a link for each step


def altered(database: Connection, shape: int) -> tuple[Altered, ...]:
    """The rows that are not what was last written, then the log; nothing of any other shape."""
    if shape == ROWS:
        rows, broken = _rows(database), _is_broken(database, _quoted, b"")
    elif shape == STEPS:
        rows, broken = altered_rows(database), _is_broken(database, _as_json, b"\n")
    else:
        return ()
    return (*rows, Altered(LOG)) if broken else rows


def _rows(database: Connection) -> tuple[Altered, ...]:
    tables = database.execute("SELECT tbl FROM digest WHERE tbl <> ?", [LOG]).fetchall()
    return tuple(each for (table,) in tables for each in _altered(database, table))


def _altered(database: Connection, table: str) -> Iterator[Altered]:
    columns = database.execute("SELECT name FROM pragma_table_info(?) ORDER BY cid", [table])
    cells = _quoted(name for (name,) in columns.fetchall())
    kept = dict(database.execute("SELECT key, sha256 FROM row_digest WHERE tbl = ?", [table]))
    query = f"SELECT id, {cells} FROM [{table}]"  # noqa: S608 - names of a file that was checked
    found = {key: hashlib.sha256(text).digest() for key, text in database.execute(query)}
    return differing(table, kept, found)


def _is_broken(database: Connection, texts: Callable[[Iterable[str]], str], between: bytes) -> bool:
    """Whether the log is another; `between` stands between a step and its lines."""
    kept, until = database.execute(
        "SELECT sha256, step FROM digest WHERE tbl = ?", [LOG]
    ).fetchone() or ("", 0)
    step, line = texts(LOGGED["step"]), texts(LOGGED["change"][1:])
    steps = f"SELECT {step}, first, last FROM step WHERE id <= ? ORDER BY id"  # noqa: S608 - ours
    lines = f"SELECT {line} FROM change WHERE seq BETWEEN ? AND ? ORDER BY seq"  # noqa: S608 - ours
    head = ""
    for text, first, last in database.execute(steps, [until]):
        said = b"\n".join(line for (line,) in database.execute(lines, [first, last]))
        link = text + between + said if said else text
        head = hashlib.sha256(head.encode() + link).hexdigest()
    return head != kept


def _quoted(names: Iterable[str]) -> str:
    cells = " || ',' || ".join(f"quote([{name}])" for name in names)
    return f"CAST({cells} AS BLOB)"


def _as_json(names: Iterable[str]) -> str:
    cells = ", ".join(f"[{name}]" for name in names)
    return f"CAST(json_array({cells}) AS BLOB)"
