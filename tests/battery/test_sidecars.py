"""T15, T16, T17: what lies beside, under or instead of a workbook is told of, or does no harm."""

from __future__ import annotations

import gzip
import os
import random
import shutil
import sqlite3
import zipfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from jsxh_desktop.store.errors import FileCannotBeWritten, FileError
from jsxh_desktop.store.file import Workbook
from jsxh_desktop.store.header import SHAPE
from tests.battery.counts import seeded, tell, times
from tests.battery.holding import is_hot, journal_of, may_be
from tests.battery.numbers import number_of
from tests.battery.small_disk import NO_ROOT, read_only, small_disk
from tests.battery.workshop import Workshop

CALLS = 100  # so many lie between opening and the end of what a workshop does


def left_hot(shop: Workshop, path: Path, chance: random.Random) -> list[dict[str, int]]:
    """End work on a file so that a journal that is needed lies beside it; what was told."""
    blank = path.read_bytes()
    while True:
        path.write_bytes(blank)
        journal_of(path).unlink(missing_ok=True)
        told = shop.start("work_until_a_call", path, chance.randint(1, CALLS), 1).finish()
        if is_hot(path):
            return told


def _gone(path: Path, _strange: bytes) -> None:
    journal_of(path).unlink()


def _alone(path: Path, _strange: bytes) -> None:
    """Only the workbook was copied, as it is done by hand."""
    copy = Path(shutil.copy(path, path.with_name("抄的.jsxh")))
    journal_of(path).unlink()
    copy.replace(path)


def _strange(path: Path, strange: bytes) -> None:
    journal_of(path).write_bytes(strange)


def _cut(path: Path, _strange: bytes) -> None:
    content = journal_of(path).read_bytes()
    journal_of(path).write_bytes(content[: len(content) // 2])


WRONG = {"gone": _gone, "alone": _alone, "of an earlier state": _strange, "cut": _cut}


@pytest.mark.parametrize("wrong", WRONG)
def test_with_the_wrong_journal_a_workbook_is_right_or_refused(
    striking_shop: Workshop, path: Path, wrong: str
) -> None:
    trials, chance = times(1, 100), seeded()
    blank = path.read_bytes()
    left_hot(striking_shop, path, chance)
    strange = journal_of(path).read_bytes()
    right = told_of = back = 0
    for _ in range(trials):
        path.write_bytes(blank)
        told = left_hot(striking_shop, path, chance)
        WRONG[wrong](path, strange)
        try:
            with Workbook.open(path) as workbook:
                altered, number = workbook.altered, number_of(workbook.load(1))
        except (FileError, ValueError):  # refused, or a number torn apart that was told of
            told_of += 1
            continue
        is_right = not altered and number in may_be(told, 0)
        told_of += bool(altered)
        right += is_right
        # A journal of this very file may take all of it back to a whole earlier state, which no
        # file can tell of itself.
        earlier = not altered and not is_right and WRONG[wrong] is _strange
        back += earlier and number in range(max(may_be(told, 0)))
        assert altered or is_right or earlier
    tell(f"T15 {wrong}", trials=trials, right=right, told=told_of, back=back)


@pytest.mark.skipif(NO_ROOT, reason="only root may make a disk that cannot be written")
@pytest.mark.parametrize("hot", [False, True], ids=["closed", "ended"])
def test_on_a_disk_that_cannot_be_written_it_is_said(
    striking_shop: Workshop, path: Path, *, hot: bool
) -> None:
    if hot:
        left_hot(striking_shop, path, seeded())
    with small_disk(path.with_name("只读盘")) as disk:
        inside = Path(shutil.copy(path, disk / "科协.jsxh"))
        if hot:
            shutil.copy(journal_of(path), journal_of(inside))
        before = {each: each.read_bytes() for each in disk.iterdir()}
        with read_only(disk):
            with pytest.raises(FileCannotBeWritten, match="不能写入"):
                Workbook.open(inside)
            assert {each: each.read_bytes() for each in disk.iterdir()} == before
    tell("T16", trials=1)


def _zipped(path: Path, name: str = "a.txt") -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(name, "收入支出决算总表")


def _executed(*statements: str) -> Callable[[Path], None]:
    def change(path: Path) -> None:
        with closing(sqlite3.connect(path)) as file:
            for statement in statements:
                file.execute(statement)
            file.commit()

    return change


def _other_program(path: Path) -> None:
    path.unlink()
    _executed("CREATE TABLE a (b)", "PRAGMA user_version = 3")(path)


def _written(content: bytes) -> Callable[[Path], object]:
    return lambda path: path.write_bytes(content)


INSTEAD: dict[str, Callable[[Path], object]] = {
    "empty": _written(b""),
    "one byte": _written(b"S"),
    "text": _written("收入支出决算总表".encode() * 99),
    "text in utf-16": _written("收入支出".encode("utf-16") * 99),
    "zeros": _written(bytes(200_000)),
    "noise": _written(random.Random(1).randbytes(200_000)),  # noqa: S311 - any bytes will do
    "header alone": _written(b"SQLite format 3\0"),
    "header and noise": _written(b"SQLite format 3\0" + random.Random(2).randbytes(90_000)),  # noqa: S311
    "archive": _zipped,
    "workbook of tables": lambda path: _zipped(path, "xl/workbook.xml"),
    "gzip": lambda path: path.write_bytes(gzip.compress(path.read_bytes())),
    "pdf": _written(b"%PDF-1.7\n" + bytes(5_000)),
    "old container": _written(bytes.fromhex("D0CF11E0A1B11AE1") + bytes(5_000)),
    "of another program": _other_program,
    "without our number": _executed("PRAGMA application_id = 0"),
    "of a newer program": _executed(f"PRAGMA user_version = {SHAPE + 1}"),
    "of a much newer program": _executed("PRAGMA user_version = 2000000000"),
    "in another mode": _executed("PRAGMA journal_mode = wal"),
    "half": lambda path: os.truncate(path, path.stat().st_size // 2),
    "a page less": lambda path: os.truncate(path, path.stat().st_size - 4096),
}


@pytest.mark.parametrize("what", INSTEAD)
def test_what_is_no_workbook_of_this_program_is_said_and_left_alone(path: Path, what: str) -> None:
    INSTEAD[what](path)
    before, at = path.read_bytes(), path.stat().st_mtime_ns
    with pytest.raises(FileError, match=r"[，。：]") as told:
        Workbook.open(path)
    assert str(told.value).startswith("“")
    assert (path.read_bytes(), path.stat().st_mtime_ns) == (before, at)
    assert [each.name for each in path.parent.iterdir()] == [path.name]
