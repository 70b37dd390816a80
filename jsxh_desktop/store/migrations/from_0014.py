"""Sign-off: how far a year is, its editions, who may do what, amounts keyed a second time."""

from __future__ import annotations

from jsxh_desktop.store.migrations.registry import migrations
from jsxh_desktop.store.sqlite_tools import Database


@migrations()
def m0014_sign_off(db: Database) -> None:
    """草稿 to 已报送, and every edition with the data it was made of; a hash is of scrypt."""
    db.execute("""CREATE TABLE sign_off (
        id INTEGER PRIMARY KEY,
        filing_id INTEGER NOT NULL UNIQUE REFERENCES filing ON DELETE CASCADE,
        stage TEXT NOT NULL, edition INTEGER NOT NULL
    ) STRICT""")
    db.execute("""CREATE TABLE edition (
        id INTEGER PRIMARY KEY,
        filing_id INTEGER NOT NULL REFERENCES filing,
        number INTEGER NOT NULL, digest TEXT NOT NULL, at TEXT NOT NULL, who TEXT NOT NULL,
        data BLOB NOT NULL,
        UNIQUE (filing_id, number)
    ) STRICT""")
    db.execute("""CREATE TABLE person (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL UNIQUE, role TEXT NOT NULL, salt BLOB NOT NULL, hash BLOB NOT NULL
    ) STRICT""")
    db.execute("""CREATE TABLE rekeyed (
        id INTEGER PRIMARY KEY,
        filing_id INTEGER NOT NULL REFERENCES filing ON DELETE CASCADE,
        tbl TEXT NOT NULL, key INTEGER NOT NULL, field TEXT NOT NULL, amount INTEGER,
        UNIQUE (filing_id, tbl, key, field)
    ) STRICT""")


@migrations()
def m0015_digest(db: Database) -> None:
    """What each table held when it was last written, up to which step."""
    db.execute("""CREATE TABLE digest (
        id INTEGER PRIMARY KEY,
        tbl TEXT NOT NULL UNIQUE, sha256 TEXT NOT NULL, step INTEGER NOT NULL
    ) STRICT""")


@migrations()
def m0016_rows(db: Database) -> None:
    """What each row held when it was last written; the log by SM3, too; rows taken out of use."""
    db.execute("""CREATE TABLE row_digest (
        tbl TEXT NOT NULL, key INTEGER NOT NULL, sha256 BLOB NOT NULL,
        PRIMARY KEY (tbl, key)
    ) STRICT, WITHOUT ROWID""")
    db.execute("ALTER TABLE digest ADD COLUMN sm3 TEXT")
    db.execute("""CREATE TABLE aside (
        id INTEGER PRIMARY KEY,
        at TEXT NOT NULL, tbl TEXT NOT NULL, key INTEGER NOT NULL,
        why TEXT NOT NULL, cells TEXT NOT NULL
    ) STRICT""")


@migrations()
def m0017_blocks(db: Database) -> None:
    """Instead of a digest of each row one of many together, with shorter ones of these beside."""
    db.execute("DROP TABLE row_digest")
    db.execute("""CREATE TABLE block_digest (
        id INTEGER PRIMARY KEY,
        tbl TEXT NOT NULL, block INTEGER NOT NULL, rows BLOB NOT NULL, sha256 BLOB NOT NULL,
        UNIQUE (tbl, block)
    ) STRICT""")


@migrations()
def m0018_links(db: Database) -> None:
    """The log is chained some steps at a time; after any of these its chain is made anew."""
