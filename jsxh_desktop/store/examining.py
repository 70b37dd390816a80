"""The look at an opened workbook for what changed behind its back; found, it stays on record."""

from __future__ import annotations

from sqlite3 import Connection
from typing import Any

from jsxh_desktop.domain.entry import Entry
from jsxh_desktop.domain.entry import Kind as EntryKind
from jsxh_desktop.domain.money import Money
from jsxh_desktop.store import digests, titles
from jsxh_desktop.store.change_log import data_columns
from jsxh_desktop.store.connection import transaction
from jsxh_desktop.store.digests import LOG, Altered, How
from jsxh_desktop.store.history import entry_of, shown
from jsxh_desktop.store.records import entity_of
from jsxh_desktop.store.steps import Kind, write_step

KNOWN_BY = ("name", "functional", "economic", "subject", "code", "category", "text")
MOST, LONGEST = 5, 16
_LINES = """
    SELECT op, old, new, EXISTS (SELECT 1 FROM step WHERE seq BETWEEN first AND last)
    FROM change WHERE tbl = ? AND key = ? AND field = ? ORDER BY seq
"""


def examined(database: Connection) -> tuple[str, ...]:
    """What is not as it was last written, row by row; noted among the signatures of each year."""
    names = tuple(named(database, each) for each in digests.altered(database))
    if names:
        title = titles.altered(several(names))
        known = database.execute("SELECT 1 FROM step WHERE title = ?", [title]).fetchone()
        if not known:
            with transaction(database):
                for (key,) in database.execute("SELECT id FROM filing").fetchall():
                    write_step(database, key, Kind.SIGN, title, (0, -1))
    return names


def several(names: tuple[str, ...], most: int = MOST) -> str:
    """The first of many names."""
    more = f"等{len(names)}处" if len(names) > most else ""
    return "、".join(names[:most]) + more


def named(database: Connection, altered: Altered) -> str:
    """A row as the clerk knows it, with the value that was changed where the log tells."""
    noun = _noun(altered.table)
    if altered.how is How.OTHER:
        return noun if altered.table == LOG else f"{noun}的核对记录"
    row = _row(database, altered)
    noun = f"{_year(database, row)}{noun}"
    values = _values(database, altered, row) if altered.how is How.CHANGED else {}
    known = next(
        (f"“{_cut(row[name])}”" for name in KNOWN_BY if row.get(name) and name not in values), ""
    )
    if altered.how is not How.CHANGED:
        happened = "少了" if altered.how is How.GONE else "多了"
        return f"{noun}{happened}一行{known}"
    if not known and "position" in row:
        known = f"第{row['position']}行"
    return f"{noun}{known}{'的' if values else ''}{'，'.join(values.values())}"


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
            was, is_now = (_said(entry, cell) for cell in (before, now))
            found[name] = f"{entry.label}（记的是 {was}，现在是 {is_now}）"
    return found


def _told(database: Connection, altered: Altered, name: str) -> tuple[list[Any], list[Any]]:
    """The lines about a cell: those of our steps, and those another program's writing left."""
    found = database.execute(_LINES, (altered.table, altered.key, name)).fetchall()
    return [line for line in found if line[3]], [line for line in found if not line[3]]


def _row(database: Connection, altered: Altered) -> dict[str, Any]:
    """The cells of a row; of one that is gone those the log kept."""
    names = data_columns(database)[altered.table]
    chosen = ", ".join(f"[{name}]" for name in names)
    query = f"SELECT {chosen} FROM [{altered.table}] WHERE id = ?"  # noqa: S608 - our own names
    cells = database.execute(query, [altered.key]).fetchone()
    if cells is not None:
        return dict(zip(names, cells, strict=True))
    went = "SELECT field, old FROM change WHERE op = '-' AND tbl = ? AND key = ? ORDER BY seq"
    return dict(database.execute(went, (altered.table, altered.key)).fetchall())


def _said(entry: Entry[Any], cell: Any) -> str:
    """A cell as a clerk reads it; an amount to the fen, as a difference may be small."""
    if entry.kind is EntryKind.MONEY and isinstance(cell, int):
        return f"{Money(cell).show('元')} 元"
    return _cut(shown(entry, cell)) or "空"


def _cut(said: object) -> str:
    line = " ".join(str(said).split())
    return line if len(line) <= LONGEST else f"{line[:LONGEST]}…"


def _noun(table: str) -> str:
    entity = entity_of(table)
    return titles.noun_of(entity, table) if entity else titles.TABLES.get(table, table)
