"""What the rows held when they were last written: a digest for each block of them.

SQLite's own checks find broken pages; an amount that changed on a bad disk, or by another program,
passes all of them. Kept by the step that wrote, compared at every opening.

A block is the rows of 64 ids. Its digest is of the text of all of them, which SQLite puts together;
a shorter one of each row tells which it was that changed, and is looked at only then.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from enum import Enum
from sqlite3 import Connection, DatabaseError, OperationalError

from jsxh_desktop.domain.frozen import frozen
from jsxh_desktop.store import log_chain
from jsxh_desktop.store.change_log import data_columns
from jsxh_desktop.store.errors import ContentIsDamaged
from jsxh_desktop.store.log_chain import LOG

BITS = 6  # the last of an id, its place in a block; more would make a step slower
BLOCK = 1 << BITS
SHORT = 16  # bytes of the digest of one row
UNSURE = b""  # in the place of a block's digest: one of its rows is not as it was last written
_LOST = bytes(SHORT)  # no row has this digest
_LINE = "json_array([id], {columns})"
_BLOCKS = f"""
    WITH RECURSIVE at (block) AS (
        SELECT min(id) >> {BITS} FROM [{{table}}]
        UNION ALL
        SELECT (SELECT min(id) >> {BITS} FROM [{{table}}] WHERE id >= (block + 1) * {BLOCK})
        FROM at WHERE block IS NOT NULL
    )
    SELECT block, (SELECT CAST(group_concat(line, char(10)) AS BLOB) FROM (
        SELECT {{line}} AS line FROM [{{table}}]
        WHERE id BETWEEN block * {BLOCK} AND block * {BLOCK} + {BLOCK - 1} ORDER BY id
    )) FROM at WHERE block IS NOT NULL
"""  # noqa: S608 - numbers of ours
_TOUCHED = "SELECT DISTINCT tbl, key FROM change WHERE seq BETWEEN ? AND ?"
_KEPT = "SELECT block, rows, sha256 FROM block_digest WHERE tbl = ?"
_KEEP = (
    "INSERT INTO block_digest (tbl, block, rows, sha256) VALUES (?, ?, ?, ?) "
    "ON CONFLICT (tbl, block) DO UPDATE SET rows = excluded.rows, sha256 = excluded.sha256"
)
_KEEP_TABLE = (
    "INSERT INTO digest (tbl, sha256, step) VALUES (?, ?, ?) "
    "ON CONFLICT (tbl) DO UPDATE SET sha256 = excluded.sha256, step = excluded.step"
)
_WHOLE = """
    SELECT group_concat(block || hex(sha256)) FROM
    (SELECT block, sha256 FROM block_digest WHERE tbl = ? ORDER BY block)
"""


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
    touched: defaultdict[str, defaultdict[int, set[int]]] = defaultdict(lambda: defaultdict(set))
    for table, key in database.execute(_TOUCHED, span):
        touched[table][key >> BITS].add(key)
    columns = data_columns(database)
    for table, blocks in touched.items():
        for block, keys in blocks.items():
            found, text = _block(database, table, columns[table], block)
            kept = _kept(database, table, block)
            untouched = {key: kept[key] for key in kept.keys() - keys}
            written = {key: found[key] for key in keys & found.keys()}
            _keep(database, table, block, untouched | written, found, text)
        database.execute(_KEEP_TABLE, (table, _table(database, table), number))
    log_chain.keep(database, number)


def keep_all(database: Connection) -> None:
    """Take every row and the whole log for what they ought to be; inside a transaction."""
    database.execute("DELETE FROM block_digest")
    database.execute("DELETE FROM digest")
    (last,) = database.execute("SELECT max(id) FROM step").fetchone()
    for table, columns in data_columns(database).items():
        blocks = f"SELECT DISTINCT id >> {BITS} FROM [{table}]"  # noqa: S608 - our own names
        for (block,) in database.execute(blocks).fetchall():
            found, text = _block(database, table, columns, block)
            _keep(database, table, block, found, found, text)
        database.execute(_KEEP_TABLE, (table, _table(database, table), last or 0))
    log_chain.keep(database, last or 0)


def doubt(database: Connection, told: Iterable[Altered]) -> None:
    """Have the next look tell of these again, after `keep_all` vouched for them.

    What is brought into a new shape must not come out of it as if a step had written it.
    """
    columns = data_columns(database)
    for each in told:
        if each.table not in (*columns, LOG):
            continue  # its table went with the old shape
        whole = ""
        if each.how is not How.OTHER:
            block = each.key >> BITS
            found, text = _block(database, each.table, columns[each.table], block)
            kept = _kept(database, each.table, block)
            kept[each.key] = _LOST
            if each.how is How.NEW:
                del kept[each.key]
            _keep(database, each.table, block, kept, found, text)
            whole = _table(database, each.table)
        database.execute("UPDATE digest SET sha256 = ? WHERE tbl = ?", (whole, each.table))


def altered(database: Connection) -> tuple[Altered, ...]:
    """The rows that are not what was last written, then tables, then the log.

    Raises ContentIsDamaged for a cell no column of ours holds.
    """
    try:
        found = altered_rows(database)
        return (*found, Altered(LOG)) if log_chain.is_broken(database) else found
    except OperationalError as problem:
        if problem.sqlite_errorname != "SQLITE_ERROR":
            raise
        raise ContentIsDamaged(str(problem)) from problem


def altered_rows(database: Connection) -> tuple[Altered, ...]:
    """The rows that are not what was last written, then tables of which what is kept is not."""
    whole = dict(database.execute("SELECT tbl, sha256 FROM digest").fetchall())
    rows: list[Altered] = []
    others: list[Altered] = []
    for table, columns in data_columns(database).items():
        rows += sorted(_altered(database, table, columns), key=lambda each: each.key)
        if whole.get(table) != _table(database, table):
            others.append(Altered(table))
    return (*rows, *others)


def kept_of(database: Connection, table: str, key: int) -> bytes | None:
    """The digest of a row as it was last written; None where none was."""
    return _kept(database, table, key >> BITS).get(key)


def row_digest(
    database: Connection, table: str, key: int, columns: tuple[str, ...]
) -> bytes | None:
    """The digest of a row as it stands; None where there is none, or not with these columns."""
    try:
        found, _ = _block(database, table, columns, key >> BITS)
    except (DatabaseError, UnicodeDecodeError):
        return None
    return found.get(key)


def differing(
    table: str, kept: Mapping[int, bytes], found: Mapping[int, bytes]
) -> Iterator[Altered]:
    """How the rows found differ from those kept, by the digests of their ids."""
    for key in kept.keys() | found.keys():
        if key not in found:
            yield Altered(table, key, How.GONE)
        elif key not in kept:
            yield Altered(table, key, How.NEW)
        elif kept[key] != found[key]:
            yield Altered(table, key, How.CHANGED)


def _altered(database: Connection, table: str, columns: tuple[str, ...]) -> Iterator[Altered]:
    kept = {block: (rows, sha256) for block, rows, sha256 in database.execute(_KEPT, [table])}
    for block, text in _texts(database, table, columns):
        rows, sha256 = kept.pop(block, (b"", UNSURE))
        if hashlib.sha256(text + rows).digest() != sha256:
            found, _ = _block(database, table, columns, block)
            yield from differing(table, _parsed(block, rows), found)
    for block, (rows, _) in kept.items():
        yield from differing(table, _parsed(block, rows), {})


def _texts(
    database: Connection, table: str, columns: tuple[str, ...]
) -> Iterator[tuple[int, bytes]]:
    """The blocks that have rows, and the text of all of these."""
    return database.execute(_BLOCKS.format(table=table, line=_line(columns)))


def _block(
    database: Connection, table: str, columns: tuple[str, ...], block: int
) -> tuple[dict[int, bytes], bytes]:
    """The digest of each row of a block by its id, and the text of all of them."""
    query = (
        f"SELECT id, CAST({_line(columns)} AS BLOB) FROM [{table}] "  # noqa: S608 - our own names
        "WHERE id BETWEEN ? AND ? ORDER BY id"
    )
    lines = dict(database.execute(query, (block * BLOCK, block * BLOCK + BLOCK - 1)).fetchall())
    found = {key: hashlib.sha256(line).digest()[:SHORT] for key, line in lines.items()}
    return found, b"\n".join(lines.values())


def _line(columns: tuple[str, ...]) -> str:
    return _LINE.format(columns=", ".join(f"[{name}]" for name in columns))


def _kept(database: Connection, table: str, block: int) -> dict[int, bytes]:
    found = database.execute(f"{_KEPT} AND block = ?", (table, block)).fetchone()
    return _parsed(block, found[1]) if found else {}


def _parsed(block: int, rows: bytes) -> dict[int, bytes]:
    """The digests by id; each lies behind its place in the block, a byte."""
    starts = range(0, len(rows), 1 + SHORT)
    return {block * BLOCK + rows[at]: rows[at + 1 : at + 1 + SHORT] for at in starts}


def _keep(
    database: Connection,
    table: str,
    block: int,
    kept: Mapping[int, bytes],
    found: Mapping[int, bytes],
    text: bytes,
) -> None:
    """Keep the digests of rows; that of their block only where these are all there is in it."""
    if not kept:
        database.execute("DELETE FROM block_digest WHERE tbl = ? AND block = ?", (table, block))
        return
    rows = b"".join(bytes([key % BLOCK]) + short for key, short in sorted(kept.items()))
    whole = hashlib.sha256(text + rows).digest() if kept == found else UNSURE
    database.execute(_KEEP, (table, block, rows, whole))


def _table(database: Connection, table: str) -> str:
    """The digest of what is kept of a table's blocks, in the order of their ids."""
    (text,) = database.execute(_WHOLE, [table]).fetchone()
    return hashlib.sha256((text or "").encode()).hexdigest()
