"""One program at a time; a killed one leaves nothing that stands in the way."""

from __future__ import annotations

import re
import signal
import socket
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from jsxh_desktop.domain.organization import Staffing
from jsxh_desktop.store import system_lock
from jsxh_desktop.store.errors import FileError, FileIsLocked
from jsxh_desktop.store.file import Workbook
from jsxh_desktop.store.lock import Lock
from tests.battery.counts import times

ROOT = Path(__file__).parents[2]
HOLDS = """
import sys, time
from pathlib import Path
from jsxh_desktop.store.file import Workbook
with Workbook.open(Path(sys.argv[1])):
    print("open", flush=True)
    sys.stdin.read()
"""


@contextmanager
def holder(path: Path) -> Iterator[subprocess.Popen[str]]:
    """Another process that has the workbook open."""
    with subprocess.Popen(
        [sys.executable, "-c", HOLDS, str(path)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout
        assert process.stdout.readline() == "open\n"
        yield process
        process.kill()


def test_a_workbook_open_elsewhere_says_where(path: Path) -> None:
    with holder(path) as process:
        with pytest.raises(FileIsLocked, match=f"进程 {process.pid}") as told:
            Workbook.open(path)
        assert socket.gethostname() in str(told.value)


def test_a_workbook_is_not_opened_twice_in_one_program(workbook: Workbook) -> None:
    with pytest.raises(FileIsLocked, match="请先在那里关闭"):
        Workbook.open(workbook.path)
    workbook.write(1, Staffing.staff_worker, 9)


def test_another_name_for_the_file_is_the_same_file(workbook: Workbook, tmp_path: Path) -> None:
    link = tmp_path / "link.jsxh"
    link.symlink_to(workbook.path)
    with pytest.raises(FileIsLocked):
        Workbook.open(link)


def test_a_lock_whose_file_was_just_taken_away_is_taken_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who lets go takes the file away, and another may have opened it just before."""
    path = tmp_path / "科协.jsxh"
    take = system_lock._take  # noqa: SLF001 - between opening and taking nobody else can step in

    def late(handle: int) -> None:
        monkeypatch.setattr(system_lock, "_take", take)
        path.with_name("科协.jsxh.lock").unlink()
        take(handle)

    monkeypatch.setattr(system_lock, "_take", late)
    lock = Lock(path)
    with pytest.raises(FileIsLocked):
        Lock(path)
    lock.release()


@pytest.mark.parametrize("flag", [system_lock._FOLLOW_NO_LINK, 0])  # noqa: SLF001 - Windows has none
def test_a_link_in_place_of_the_lock_is_not_followed(
    path: Path, monkeypatch: pytest.MonkeyPatch, flag: int
) -> None:
    monkeypatch.setattr(system_lock, "_FOLLOW_NO_LINK", flag)
    precious = path.with_name("名单.txt")
    precious.write_text("别的文件", "utf-8")
    path.with_name(f"{path.name}.lock").symlink_to(precious)
    with pytest.raises(FileError):
        Workbook.open(path)
    assert precious.read_text("utf-8") == "别的文件"


def test_a_lock_let_go_of_twice_is_let_go_of(tmp_path: Path) -> None:
    lock = Lock(tmp_path / "科协.jsxh")
    lock.release()
    other = Lock(tmp_path / "科协.jsxh")
    lock.release()
    with pytest.raises(FileIsLocked):
        Lock(tmp_path / "科协.jsxh")
    other.release()


def test_sqlite_itself_lets_no_one_in(workbook: Workbook) -> None:
    with (
        closing(sqlite3.connect(workbook.path, timeout=0)) as other,
        pytest.raises(sqlite3.OperationalError) as told,
    ):
        other.execute("SELECT * FROM duty")
    assert told.value.sqlite_errorname == "SQLITE_BUSY"


def test_another_program_inside_the_file_is_told_of(path: Path) -> None:
    with closing(sqlite3.connect(path)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(FileIsLocked, match="另一个程序"):
            Workbook.open(path)


def test_what_a_killed_program_leaves_blocks_no_one(path: Path) -> None:
    with holder(path) as process:
        process.send_signal(signal.SIGKILL)
        process.wait()
    assert path.with_name(f"{path.name}.lock").exists()
    with Workbook.open(path) as workbook:
        assert workbook.filings() == ((1, 2021),)
    assert list(path.parent.iterdir()) == [path]


WRITES = """
import sys
from pathlib import Path
from jsxh_desktop.domain.money import Money
from jsxh_desktop.domain.organization import Staffing
from jsxh_desktop.domain.project import Project
from jsxh_desktop.store.file import Workbook
with Workbook.open(Path(sys.argv[1])) as workbook:
    turn = workbook.load(1).staffing.staff_worker or 0
    while True:
        turn += 1
        workbook.write(1, Staffing.staff_worker, turn)
        print(turn, flush=True)
        workbook.remove(1, Project, workbook.add(1, Project("甲")))
"""


def test_a_kill_loses_nothing_that_was_said_to_be_kept(path: Path) -> None:
    for length in range(times(2, 10)):
        with subprocess.Popen(
            [sys.executable, "-c", WRITES, str(path)], cwd=ROOT, stdout=subprocess.PIPE, text=True
        ) as process:
            assert process.stdout
            told = [process.stdout.readline() for _ in range(1 + length * 9)]
            process.kill()
            told += process.stdout.readlines()
        last = max(int(line) for line in told if re.fullmatch(r"\d+\n", line))
        with Workbook.open(path) as workbook:
            filing = workbook.load(1)
            assert filing.staffing.staff_worker in {last, last + 1}
            assert len(filing.projects) in {4, 5}
            if len(filing.projects) == 5:
                workbook.undo(1)
