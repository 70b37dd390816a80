"""Copies and full disks: complete or not there, and the workbook is none the worse."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from jsxh_desktop.app.session import Session
from jsxh_desktop.domain.organization import Organization
from jsxh_desktop.store import connection
from jsxh_desktop.store.errors import FileCannotBeWritten, FileIsMissing
from jsxh_desktop.store.file import Workbook

ROOT = Path(__file__).parents[2]


def test_a_copy_holds_everything_even_what_can_be_undone(
    workbook: Workbook, tmp_path: Path
) -> None:
    workbook.write(1, Organization.full_name, "甲")
    copy = tmp_path / "副本 100%.jsxh"
    workbook.copy_to(copy)
    with Workbook.open(copy) as copied:
        assert copied.load(1) == workbook.load(1)
        assert copied.undo(1) == "修改单位全称"


def test_copying_does_not_let_another_program_in(workbook: Workbook, tmp_path: Path) -> None:
    workbook.copy_to(tmp_path / "copy.jsxh")
    probe = (
        "import sqlite3, sys; sqlite3.connect(sys.argv[1], timeout=0).execute('delete from duty')"
    )
    done = subprocess.run(
        [sys.executable, "-c", probe, str(workbook.path)], capture_output=True, text=True
    )
    assert "database is locked" in done.stderr


def test_a_copy_never_overwrites(workbook: Workbook, tmp_path: Path) -> None:
    other = tmp_path / "other.jsxh"
    other.write_text("mine")
    with pytest.raises(FileCannotBeWritten, match="已经存在"):
        workbook.copy_to(other)
    assert other.read_text() == "mine"


def test_a_copy_needs_its_folder(workbook: Workbook, tmp_path: Path) -> None:
    with pytest.raises(FileIsMissing, match="找不到文件夹"):
        workbook.copy_to(tmp_path / "no" / "copy.jsxh")


def test_a_full_disk_takes_back_the_edit_and_lets_go_on(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages = path.stat().st_size // 4096 + 4
    full = ("max_page_count", str(pages), pages)
    monkeypatch.setattr(connection, "SETTINGS", (*connection.SETTINGS, full))
    with Workbook.open(path) as workbook:
        session = Session(workbook, 1)
        before = session.filing
        session.edit(Organization.full_name, "字" * 100_000)
        with pytest.raises(FileCannotBeWritten, match="磁盘已满"):
            session.flush()
        assert session.filing == before == workbook.load(1)
        session.edit(Organization.full_name, "甲")
        session.flush()
        assert workbook.load(1).organization.full_name == "甲"


# No file may grow beyond what it is, a new one not beyond 50,000 bytes: what a full disk does.
CRAMPED = """
import resource, sys
from pathlib import Path
from jsxh_desktop.app.session import Session
from jsxh_desktop.domain.organization import Organization
from jsxh_desktop.store.errors import FileCannotBeWritten
from jsxh_desktop.store.file import Workbook
path = Path(sys.argv[1])
with Workbook.open(path) as workbook:
    session = Session(workbook, 1)
    before = session.filing
    free = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (path.stat().st_size, free[1]))
    session.edit(Organization.full_name, "字" * 100_000)
    try:
        session.flush()
    except FileCannotBeWritten as problem:
        print("refused:", problem)
    resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, free[1]))
    try:
        workbook.copy_to(path.with_name("copy.jsxh"))
    except FileCannotBeWritten as problem:
        print("refused:", problem)
    resource.setrlimit(resource.RLIMIT_FSIZE, free)
    print(session.filing == before == workbook.load(1))
    session.edit(Organization.full_name, "字" * 100_000)
    session.flush()
    print(session.filing == workbook.load(1) != before)
print([each.name for each in path.parent.iterdir()] == [path.name])
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows has no limit on the size of a file")
def test_a_full_disk_loses_nothing_and_works_again_when_there_is_room(path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", CRAMPED, str(path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
    )
    lines = done.stdout.splitlines()
    assert [line.split(":")[0] for line in lines] == ["refused", "refused", *["True"] * 3], done
    assert "磁盘" in lines[0]
