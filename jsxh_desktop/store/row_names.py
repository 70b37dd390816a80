"""What a row is called to the clerk: its list, what tells it apart, what was done to it."""

from __future__ import annotations

from collections.abc import Collection
from sqlite3 import Connection
from typing import Any

from jsxh_desktop.domain.entry import Entry, Kind
from jsxh_desktop.domain.money import Money
from jsxh_desktop.store import titles
from jsxh_desktop.store.change_log import data_columns
from jsxh_desktop.store.digests import Altered, How
from jsxh_desktop.store.history import entry_of, shown
from jsxh_desktop.store.log_chain import LOG
from jsxh_desktop.store.records import entity_of

KNOWN_BY = ("name", "functional", "economic", "subject", "code", "category", "text")
LONGEST = 16
_LINES = """
    SELECT op, old, new, EXISTS (SELECT 1 FROM step WHERE seq BETWEEN first AND last)
    FROM change WHERE tbl = ? AND key = ? AND field = ? ORDER BY seq
"""


def named(database: Connection, altered: Altered) -> str:
    """A row as the clerk knows it, with the value that was changed where the log tells."""
    noun = _noun(altered.table)
    if altered.how is How.OTHER:
        return noun if altered.table == LOG else f"{noun}的核对记录"
    row = _row(database, altered.table, altered.key)
    if altered.how is not How.CHANGED:
        happened = "少了" if altered.how is How.GONE else "多了"
        return f"{_year(database, row)}{noun}{happened}一行{_known(row)}"
    values = _values(database, altered, row)
    said = f"的{'，'.join(values.values())}" if values else ""
    return f"{called(database, altered.table, altered.key, values)}{said}"


def called(database: Connection, table: str, key: int, besides: Collection[str] = ()) -> str:
    """A row by its list and what tells it apart, `besides` these cells; else by its place."""
    row = _row(database, table, key)
    known = _known(row, besides)
    if not known and "position" in row:
        known = f"第{row['position']}行"
    return f"{_year(database, row)}{_noun(table)}{known}"


def _known(row: dict[str, Any], besides: Collection[str] = ()) -> str:
    names = (name for name in KNOWN_BY if row.get(name) and name not in besides)
    return next((f"“{_cut(row[name])}”" for name in names), "")


def _year(database: Connection, row: dict[str, Any]) -> str:
    """Whose row it is, where a workbook holds several years."""
    years = dict(database.execute("SELECT id, year FROM filing").fetchall())
    year = years.get(row.get("filing_id", 0))
    return f"{year}年度的" if year and len(years) > 1 else ""


def _values(database: Connection, altered: Altered, row: dict[str, Any]) -> dict[str, str]:
    """Each cell that is not what a step set it to last; what came with a new row is in no log."""
    found = {}
    for name, now in row.items():
        entry = entry_of(altered.table, name)
        steps, strange = _told(database, altered, name)
        before = steps[-1][2] if steps else strange[0][1] if strange else now
        if entry and before != now:
            was, is_now = (_said(database, entry, cell) for cell in (before, now))
            found[name] = f"{entry.label}（记的是 {was}，现在是 {is_now}）"
    return found


def _told(database: Connection, altered: Altered, name: str) -> tuple[list[Any], list[Any]]:
    """The lines about a cell: those of our steps, and those another program's writing left."""
    found = database.execute(_LINES, (altered.table, altered.key, name)).fetchall()
    return [line for line in found if line[3]], [line for line in found if not line[3]]


def _row(database: Connection, table: str, key: int) -> dict[str, Any]:
    """The cells of a row; of one that is gone those the log kept."""
    names = data_columns(database)[table]
    chosen = ", ".join(f"[{name}]" for name in names)
    query = f"SELECT {chosen} FROM [{table}] WHERE id = ?"  # noqa: S608 - our own names
    cells = database.execute(query, [key]).fetchone()
    if cells is not None:
        return dict(zip(names, cells, strict=True))
    went = "SELECT field, old FROM change WHERE op = '-' AND tbl = ? AND key = ? ORDER BY seq"
    return dict(database.execute(went, (table, key)).fetchall())


def _said(database: Connection, entry: Entry[Any], cell: Any) -> str:
    """A cell as a clerk reads it; an amount to the fen, as a difference may be small."""
    if entry.kind is Kind.REFERENCE and cell:
        return _known(_row(database, "project", cell)) or "没有名称的"
    if entry.kind is Kind.MONEY and isinstance(cell, int):
        return f"{Money(cell).show('元')} 元"
    return _cut(shown(entry, cell)) or "空"


def _cut(said: object) -> str:
    line = " ".join(str(said).split())
    return line if len(line) <= LONGEST else f"{line[:LONGEST]}…"


def _noun(table: str) -> str:
    entity = entity_of(table)
    return titles.noun_of(entity, table) if entity else titles.TABLES.get(table, table)
