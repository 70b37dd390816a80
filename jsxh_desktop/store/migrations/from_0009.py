"""Drafts, who made a step, and what checks found and were answered."""

from __future__ import annotations

from jsxh_desktop.store.migrations.registry import migrations
from jsxh_desktop.store.sqlite_tools import Database


@migrations()
def m0009_draft(db: Database) -> None:
    """Texts that do not parse, by the table, id and column of the field they were typed in."""
    db.execute("""CREATE TABLE draft (
        id INTEGER PRIMARY KEY,
        filing_id INTEGER NOT NULL REFERENCES filing ON DELETE CASCADE,
        tbl TEXT NOT NULL, key INTEGER NOT NULL, field TEXT NOT NULL, typed TEXT NOT NULL,
        UNIQUE (filing_id, tbl, key, field)
    ) STRICT""")


@migrations()
def m0010_who(db: Database) -> None:
    """Who made a step."""
    db.execute("ALTER TABLE step ADD COLUMN who TEXT NOT NULL DEFAULT ''")


@migrations()
def m0011_checked(db: Database) -> None:
    """Figures of official tables to compare with, and the accounts given of findings."""
    db.execute("""CREATE TABLE stated_figure (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        filing_id INTEGER NOT NULL REFERENCES filing ON DELETE CASCADE,
        position INTEGER NOT NULL,
        [table] TEXT NOT NULL, [row] TEXT NOT NULL, [column] TEXT NOT NULL, amount INTEGER,
        precision TEXT, source TEXT NOT NULL
    ) STRICT""")
    db.execute("""CREATE TABLE review (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        filing_id INTEGER NOT NULL REFERENCES filing ON DELETE CASCADE,
        position INTEGER NOT NULL,
        rule TEXT NOT NULL, about TEXT NOT NULL, figures TEXT NOT NULL, finding TEXT NOT NULL,
        reason TEXT NOT NULL, who TEXT NOT NULL, at TEXT NOT NULL
    ) STRICT""")


@migrations()
def m0012_department_indicator(db: Database) -> None:
    """What the unit says of each indicator of its 部门整体支出绩效自评表."""
    db.execute("""CREATE TABLE department_indicator (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        filing_id INTEGER NOT NULL REFERENCES filing ON DELETE CASCADE,
        position INTEGER NOT NULL,
        [group] TEXT NOT NULL, name TEXT NOT NULL, nature TEXT, target TEXT NOT NULL,
        unit TEXT NOT NULL, actual TEXT NOT NULL, weight TEXT, score TEXT, reason TEXT NOT NULL
    ) STRICT""")


@migrations()
def m0013_finding(db: Database) -> None:
    """What checks have found, when, and since when it no longer holds ("" while it does)."""
    db.execute("""CREATE TABLE finding (
        id INTEGER PRIMARY KEY,
        filing_id INTEGER NOT NULL REFERENCES filing ON DELETE CASCADE,
        rule TEXT NOT NULL, about TEXT NOT NULL, severity TEXT NOT NULL, message TEXT NOT NULL,
        found TEXT NOT NULL, gone TEXT NOT NULL,
        UNIQUE (filing_id, rule, about)
    ) STRICT""")
