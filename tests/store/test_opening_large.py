"""Of a large file the rows are read while SQLite looks at the pages; what is told is the same."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from jsxh_desktop.domain.organization import Organization
from jsxh_desktop.store import digests, opening
from jsxh_desktop.store.digests import Altered
from jsxh_desktop.store.errors import FileIsDamaged, FileIsLocked
from jsxh_desktop.store.file import Workbook
from tests.store.another_program import behind, told

PAGE = 4096
ENDLESS = """
    WITH RECURSIVE again (x) AS (SELECT 1 UNION ALL SELECT x FROM again) SELECT count(*) FROM again
"""


@pytest.fixture(autouse=True)
def _every_file_is_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "LARGE", 0)


def test_a_sound_file_is_opened_and_stays_locked(path: Path) -> None:
    with Workbook.open(path) as workbook:
        assert workbook.altered == ()
        workbook.write(1, Organization.short_name, "区协")
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            sqlite3.connect(path, timeout=0).execute("SELECT * FROM step")
        with pytest.raises(FileIsLocked):
            Workbook.open(path)
    assert told(path) == ()


def test_a_changed_row_is_told_of(path: Path) -> None:
    behind(path, "UPDATE duty SET text = '别的' WHERE id = 1")
    (name,) = told(path)
    assert name.endswith("现在是 别的）")


def test_a_commit_that_was_cut_short_is_rolled_back_before_anything_is_read(
    path: Path, tmp_path: Path
) -> None:
    torn = tmp_path / "断电.jsxh"
    with Workbook.open(path) as workbook:
        before = workbook.load(1)
    writer = sqlite3.connect(path, isolation_level=None)
    writer.execute("PRAGMA cache_size = 1")
    writer.execute("BEGIN")
    writer.execute("UPDATE duty SET text = text || '。别的'")
    writer.execute("CREATE TABLE wide AS SELECT zeroblob(100000)")  # out of the cache into the file
    for suffix in ("", "-journal"):
        torn.with_name(torn.name + suffix).write_bytes(
            path.with_name(path.name + suffix).read_bytes()
        )
    writer.execute("ROLLBACK")
    writer.close()
    assert torn.read_bytes() != path.read_bytes()
    with Workbook.open(torn) as workbook:
        assert workbook.altered == ()
        assert workbook.load(1).duties == before.duties


def test_a_damaged_page_comes_before_whatever_was_made_of_it(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def searched(database: sqlite3.Connection) -> tuple[Altered, ...]:
        database.execute(ENDLESS).fetchall()
        return ()

    monkeypatch.setattr(digests, "altered", searched)
    behind(path, "UPDATE duty SET filing_id = 99 WHERE id = 1")
    with pytest.raises(FileIsDamaged):
        Workbook.open(path)


def test_pages_written_over_are_told_of_as_damage(path: Path) -> None:
    pages = path.stat().st_size // PAGE
    with path.open("r+b") as file:
        for page in range(20, pages, 9):
            file.seek(page * PAGE)
            file.write(b"\xff" * PAGE)
    with pytest.raises(FileIsDamaged):
        Workbook.open(path)
