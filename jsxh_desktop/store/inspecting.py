"""The inspection of a workbook: everything wrong with it, each in one sentence."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from enum import Enum
from pathlib import Path
from sqlite3 import Connection

from jsxh_desktop.domain.entry import entries
from jsxh_desktop.domain.frozen import frozen
from jsxh_desktop.store import change_log, digests
from jsxh_desktop.store.errors import ContentIsDamaged
from jsxh_desktop.store.former_rows import former
from jsxh_desktop.store.header import SHAPE
from jsxh_desktop.store.records import ENTITIES, check_columns, table_of
from jsxh_desktop.store.row_names import called, named
from jsxh_desktop.store.values import cell_reader

MOST = 200
_INDEX = ("missing from index", "entries in index", "non-unique entry in index")


class Trouble(Enum):
    """What kind of thing is wrong: pages, an index, the log's triggers, rows, cells, drafts.

    FORMER is an altered row a backup still has as it was last written.
    """

    BROKEN, INDEX, TRIGGERS, ORPHAN, CELL, DRAFT, ALTERED, FORMER = range(8)


@frozen
class Fault:
    """One thing that is wrong: the sentence, and where, as far as it is in one place.

    `copy` is the backup that has the row as it was.
    """

    trouble: Trouble
    said: str
    table: str = ""
    key: int = 0
    field: str = ""
    copy: Path | None = None


def inspect(database: Connection, copies: Sequence[Path] = ()) -> tuple[Fault, ...]:
    """Everything wrong with an open file; where pages are broken, nothing else can be told.

    `copies` are its backups, the newest first.
    """
    try:
        broken = tuple(_structure(database))
        if any(each.trouble is Trouble.BROKEN for each in broken):
            return broken
        return (*broken, *_content(database, copies))
    except (sqlite3.DatabaseError, ContentIsDamaged, UnicodeDecodeError):
        return (Fault(Trouble.BROKEN, "数据文件有一部分读不出来"),)


def _structure(database: Connection) -> Iterator[Fault]:
    """What SQLite's own check says, put plainly; then the tables there must be."""
    said = [line for (line,) in database.execute(f"PRAGMA integrity_check({MOST})")]
    wrong = [line for line in said if line != "ok"]
    index = [line for line in wrong if any(sign in line for sign in _INDEX)]
    if len(wrong) > len(index):
        yield Fault(Trouble.BROKEN, f"数据文件有 {len(wrong) - len(index)} 处坏了")
    if index:
        yield Fault(Trouble.INDEX, f"索引和数据有 {len(index)} 处对不上，数据本身没有坏")
    if database.execute("PRAGMA user_version").fetchone() == (SHAPE,):
        try:
            check_columns(database)
        except ContentIsDamaged:
            yield Fault(Trouble.BROKEN, "数据文件里少了或多了一类数据，不是本程序写的")


def _content(database: Connection, copies: Sequence[Path]) -> Iterator[Fault]:
    """What is in the tables of a file of today's shape; an older one is migrated at opening."""
    yield from _orphans(database)
    if database.execute("PRAGMA user_version").fetchone() != (SHAPE,):
        return
    found, wanted = (
        change_log.triggers_found(database),
        change_log.triggers_called_for(database),
    )
    if found != wanted:
        count = len(dict(found.items() ^ wanted.items()))
        yield Fault(Trouble.TRIGGERS, f"自动记修改、锁定稿的设置被改过 {count} 处")
    yield from _cells(database)
    yield from _drafts(database)
    for each in digests.altered(database):
        said = f"{named(database, each)}，和保存的不一样"
        source = former(database, each, copies)
        kind = Trouble.FORMER if source else Trouble.ALTERED
        yield Fault(kind, said, each.table, each.key, copy=source)


def _orphans(database: Connection) -> Iterator[Fault]:
    """Rows that belong to what is not there."""
    for table, key, parent, number in database.execute("PRAGMA foreign_key_check").fetchall():
        known = database.execute("SELECT id, [from] FROM pragma_foreign_key_list(?)", [table])
        fields = dict(known.fetchall())
        lacks = "项目" if parent == "project" else "年度"
        if table in change_log.data_columns(database):
            said = f"{called(database, table, key)}属于一个已经没有的{lacks}"
        elif table == "edition":  # sealed, and of a year somebody took away
            yield Fault(Trouble.BROKEN, "有一版定稿属于一个已经没有的年度")
            continue
        else:
            said = f"有一条附带的记录属于一个已经没有的{lacks}"
        yield Fault(Trouble.ORPHAN, said, table, key, fields[number])


def _cells(database: Connection) -> Iterator[Fault]:
    """Cells that hold what no field can hold."""
    for entity in ENTITIES:
        table = table_of(entity)
        for entry in entries(entity):
            read = cell_reader(entry)
            query = f"SELECT id, [{entry.name}] FROM [{table}]"  # noqa: S608 - our own names
            for key, cell in database.execute(query).fetchall():
                try:
                    read(cell)
                except (ValueError, ArithmeticError):
                    said = (
                        f"{called(database, table, key)}的{entry.label}是“{cell}”，不是能填的内容"
                    )
                    yield Fault(Trouble.CELL, said, table, key, entry.name)


def _drafts(database: Connection) -> Iterator[Fault]:
    """Texts that were typed in rows there are no more."""
    for key, table, row in database.execute("SELECT id, tbl, key FROM draft").fetchall():
        known = table in change_log.data_columns(database)
        query = f"SELECT 1 FROM [{table}] WHERE id = ? OR ? = 0"  # noqa: S608 - a name we know
        if not known or not database.execute(query, (row, row)).fetchone():
            said = "有一处没填完的字，它那一行已经没有了"
            yield Fault(Trouble.DRAFT, said, "draft", key)
