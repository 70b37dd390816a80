"""The opening of a file of 12 MB, checked in full and as it was sealed at closing.

The ratio is to SQLite's own look at all of its pages, which finds no changed figure. The plain way
to find one, a digest of each row by itself, is measured beside them: the 0.3 s an opening may take
was set on a machine on which that took 0.22 s.
"""

from __future__ import annotations

import dataclasses
import hashlib
import tempfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import click

from jsxh_desktop.app.sample import sample
from jsxh_desktop.domain.change import Added
from jsxh_desktop.domain.money import Money
from jsxh_desktop.store.change_log import data_columns
from jsxh_desktop.store.connection import connect
from jsxh_desktop.store.file import Workbook
from jsxh_desktop.store.sealing import sealed
from tests.bench.commit import FIELDS
from tests.bench.turns import medians

SIZE = 12_000_000
EDITS = 3_000
TOGETHER = 2_500
ROUNDS = 7


def rows(folder: Path, size: int = SIZE, edits: int = EDITS) -> list[tuple[str, str, str]]:
    """What was measured, the median, and its ratio to the look at the pages."""
    path = _filled(folder / "opening.jsxh", size, edits)
    seal = sealed(path)
    turns: dict[str, Callable[[int], object]] = {
        f"{path.stat().st_size / 1e6:.1f} MB，只查页": lambda _: _pages(path),
        "　查页，再给每一行算一个校验值": lambda _: _row_by_row(path),
        "　打开，全部核对": lambda _: Workbook.open(path).close(),
        "　打开，和关闭时一字不差": lambda _: Workbook.open(path, seal=seal).close(),
    }
    found = medians(turns, ROUNDS)
    pages = next(iter(found.values()))
    return [
        (name, f"{median * 1e3:.0f} ms", f"{median / pages:.1f}") for name, median in found.items()
    ]


def _filled(path: Path, size: int, edits: int) -> Path:
    """Years of edits, and lists far longer than any unit's."""
    with Workbook.create(path) as workbook:
        key = workbook.save(sample())
        for turn in range(edits):
            workbook.write(key, FIELDS[turn % len(FIELDS)], Money(turn))
        several = workbook.load(key).indicators
        lines = [
            Added(dataclasses.replace(several[turn % len(several)], name=f"第{turn}条"))
            for turn in range(TOGETHER)
        ]
        while path.stat().st_size < size:
            workbook.apply(key, "粘贴", lines)
    return path


def _pages(path: Path) -> None:
    with closing(connect(path, "ro")) as database:
        database.execute("PRAGMA integrity_check").fetchall()


def _row_by_row(path: Path) -> None:
    with closing(connect(path, "ro")) as database:
        database.execute("PRAGMA integrity_check").fetchall()
        for table in data_columns(database):
            for row in database.execute(f"SELECT * FROM [{table}]"):  # noqa: S608 - our own names
                hashlib.sha256(repr(row).encode()).hexdigest()


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as folder:
        for row in rows(Path(folder)):
            click.echo("\t".join(row))
