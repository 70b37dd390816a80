"""A field committed with its log and undo rows, beside a bare one-row commit, in one run.

Bare is an UPDATE of one row through plain sqlite3 under the workbook's settings; both commit in
turn, on the same disk, so that what else the machine does hits both alike.
"""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Callable
from pathlib import Path

import click

from jsxh_desktop.app.sample import sample
from jsxh_desktop.domain.entry import Entry, Kind, entries
from jsxh_desktop.domain.money import Money
from jsxh_desktop.domain.three_public import ThreePublic
from jsxh_desktop.store.connection import SETTINGS
from jsxh_desktop.store.file import Workbook
from tests.bench.turns import medians

ROUNDS = 1500
FIELDS: list[Entry[Money | None]] = [
    entry for entry in entries(ThreePublic) if entry.kind is Kind.MONEY
]


def rows(folder: Path, rounds: int = ROUNDS) -> list[tuple[str, str, str]]:
    """What was measured, the median, and its ratio to the bare commit."""
    path = folder / "commit.jsxh"
    with Workbook.create(path) as workbook:
        key = workbook.save(sample())
    bare = _bare(path, folder / "bare.db")
    with Workbook.open(path) as workbook:
        turns: dict[str, Callable[[int], object]] = {
            "裸提交（一行）": lambda turn: _commit_bare(bare, turn),
            "字段提交（含记录与撤销）": lambda turn: workbook.write(
                key, FIELDS[turn % len(FIELDS)], Money(turn)
            ),
        }
        found = medians(turns, rounds)
    bare.close()
    least = min(found.values())
    return [
        (name, f"{median * 1e6:.0f} µs", f"{median / least:.2f}") for name, median in found.items()
    ]


def _bare(workbook: Path, path: Path) -> sqlite3.Connection:
    """The same rows without log and triggers, under the same settings."""
    connection = sqlite3.connect(path, isolation_level=None)
    for name, value, _ in SETTINGS:
        connection.execute(f"pragma {name} = {value}")
    connection.execute("attach ? as source", [str(workbook)])
    connection.execute("create table three_public as select * from source.three_public")
    connection.execute("detach source")
    return connection


def _commit_bare(connection: sqlite3.Connection, turn: int) -> None:
    field = FIELDS[turn % len(FIELDS)].name
    connection.execute("begin immediate")
    connection.execute(f"update three_public set {field} = ?", [turn])  # noqa: S608 - our own name
    connection.execute("commit")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as folder:
        for row in rows(Path(folder)):
            click.echo("\t".join(row))
