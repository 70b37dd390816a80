"""A file that is to the byte what it was when it was checked at closing is not checked again."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from jsxh_desktop.domain.organization import Organization
from jsxh_desktop.store import sealing
from jsxh_desktop.store.errors import ContentIsDamaged, FileError, FileIsDamaged
from jsxh_desktop.store.file import Workbook
from jsxh_desktop.store.sealing import bears, seal_of, sealed
from jsxh_desktop.store.steps import Steps
from jsxh_desktop.store.writer import Writer
from tests.store.another_program import behind

RENAMED = "UPDATE organization SET short_name = '别的'"


def opened(path: Path, seal: str) -> tuple[str, ...]:
    """What the opening tells of."""
    with Workbook.open(path, seal=seal) as workbook:
        return workbook.altered


def test_opening_and_closing_leave_the_seal_whole(path: Path) -> None:
    seal = sealed(path)
    assert opened(path, seal) == ()
    assert bears(path, seal)


def test_a_step_breaks_the_seal(path: Path) -> None:
    seal = sealed(path)
    with Workbook.open(path, seal=seal) as workbook:
        workbook.write(1, Organization.short_name, "区协")
    assert not bears(path, seal)
    assert sealed(path) not in {"", seal}


def test_any_byte_breaks_it(path: Path) -> None:
    seal = sealed(path)
    content = bytearray(path.read_bytes())
    for place in range(7, len(content), len(content) // 50):
        damaged = bytearray(content)
        damaged[place] ^= 1 << place % 8
        path.write_bytes(damaged)
        assert not bears(path, seal)


def test_what_another_program_changed_after_the_sealing_is_told(path: Path) -> None:
    seal = sealed(path)
    behind(path, RENAMED)
    assert len(opened(path, seal)) == 1


@pytest.mark.parametrize(
    "statement",
    [
        RENAMED,
        "DROP TRIGGER log_organization_short_name",
        "ALTER TABLE organization ADD COLUMN more TEXT",
        "PRAGMA user_version = 3",
    ],
)
def test_what_the_opening_would_tell_of_gets_no_seal(path: Path, statement: str) -> None:
    behind(path, statement)
    assert sealed(path) == ""


def test_what_cannot_be_read_gets_none(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:10_000])
    assert sealed(path) == ""
    path.unlink()
    assert sealed(path) == ""


def test_one_that_is_open_gets_none_and_stays_locked(path: Path) -> None:
    with Workbook.open(path):
        assert sealed(path) == ""
        with closing(sqlite3.connect(path, timeout=0)) as other, pytest.raises(sqlite3.Error):
            other.execute("SELECT * FROM filing")


def test_nothing_bears_no_seal(path: Path) -> None:
    assert not bears(path, "")
    assert not bears(path.with_name("没有.jsxh"), sealed(path))


def test_a_journal_put_beside_it_is_another_file(path: Path) -> None:
    """SQLite plays it back, and what it played back was not checked."""
    seal = sealed(path)
    journal = path.with_name(f"{path.name}-journal")
    journal.write_bytes(b"what a killed program left")
    assert not bears(path, seal)
    journal.unlink()
    assert bears(path, seal)


def test_the_next_version_checks_for_itself(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seal = sealed(path)
    monkeypatch.setattr(sealing, "__version__", "9.0")
    assert not bears(path, seal)


def test_a_sealed_file_is_not_checked_a_second_time(path: Path) -> None:
    """A seal no sealing would give: only so can be seen that nothing was looked for."""
    behind(path, RENAMED)
    other = Path(shutil.copy(path, path.with_name("另.jsxh")))
    assert opened(path, seal_of(path)) == ()
    assert len(opened(other, "")) == 1


def test_a_connection_made_anew_after_a_failure_is_checked(path: Path) -> None:
    """What the disk did meanwhile nobody sealed."""
    writer = Writer(path, checked=True)
    with pytest.raises(FileError):
        writer.do(failing)
    path.write_bytes(path.read_bytes()[:-4096])
    with pytest.raises(FileIsDamaged):
        writer.do(lambda database, _: database.execute("SELECT 1").fetchone())
    writer.close()


def failing(_database: sqlite3.Connection, _steps: Steps) -> None:
    raise ContentIsDamaged("a page that could not be read")
