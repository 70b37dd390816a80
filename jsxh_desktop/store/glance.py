"""A look at a workbook from outside: whose it is and which years it holds; nothing is written."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from jsxh_desktop.store.connection import connect
from jsxh_desktop.store.errors import foreign, told
from jsxh_desktop.store.header import absolute, look_at


@dataclass(frozen=True, slots=True)
class Glance:
    """The unit's full and short name as the latest year has them, and all years, earliest first."""

    full_name: str
    short_name: str
    years: tuple[int, ...]


def glance(path: Path) -> Glance:
    """Look into a workbook of this or an earlier version.

    Raises FileError, also for one that is open. Only while this process has it open nowhere, as
    closing any handle on a file lets go of every lock the process holds on it.
    """
    path = absolute(path)
    look_at(path)
    query = """
        SELECT year, full_name, short_name FROM filing
        LEFT JOIN organization ON filing_id = filing.id ORDER BY year
    """
    try:
        with closing(connect(path, "ro")) as database:
            rows = database.execute(query).fetchall()
    except (sqlite3.Error, UnicodeDecodeError) as problem:
        answer = told(problem, path)
        raise (foreign(path) if answer is problem else answer) from problem
    if not rows:
        return Glance("", "", ())
    _, full_name, short_name = rows[-1]
    return Glance(full_name or "", short_name or "", tuple(year for year, *_ in rows))
