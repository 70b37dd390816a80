"""T14: whatever a disk made of a file, no value is another one without being told of."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from jsxh_desktop.domain.change import Put
from jsxh_desktop.domain.edition import Act
from jsxh_desktop.domain.expenditure import ExpenditureLine
from jsxh_desktop.domain.money import wan
from jsxh_desktop.domain.organization import Duty, Organization, Staffing
from jsxh_desktop.domain.project import Indicator
from jsxh_desktop.domain.three_public import ThreePublic
from jsxh_desktop.store.connection import connect
from jsxh_desktop.store.errors import FileError, FileIsLocked
from jsxh_desktop.store.file import Workbook
from jsxh_desktop.store.findings import Seen
from jsxh_desktop.store.records import ENTITIES, table_of
from tests.battery.counts import seeded, tell, times
from tests.battery.damage import KINDS

WATCHED = ("filing", *map(table_of, ENTITIES), "change")
"""The tables that hold what a unit filled in, and who changed it when."""

STEPS = "SELECT * FROM step WHERE title <> '重建修改记录' ORDER BY id"


@dataclass(frozen=True)
class Used:
    """The bytes of a workbook every table of which holds something, and those it had before."""

    now: bytes
    earlier: bytes


@pytest.fixture(scope="module")
def used(numbered_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Used:
    path = tmp_path_factory.mktemp("used") / "科协.jsxh"
    path.write_bytes(numbered_file.read_bytes())
    with Workbook.open(path) as workbook:
        workbook.keep_draft_later(1, Staffing.staff_worker, 0, "四十").result()
        workbook.keep_findings(1, [Seen("A1", "x", "错误", "不相等", "2022-03-04")])
        field = (ThreePublic, "reception_domestic", 0)
        workbook.sign_offs.keep_rekeyed_later(1, field, wan("0.5")).result()
    earlier = path.read_bytes()
    with Workbook.open(path) as workbook:
        filing = workbook.load(1)
        lines = [Put(ExpenditureLine.final, wan("77"), each.id) for each in filing.expenditure]
        rows = [Put(Indicator.actual, "88%", each.id) for each in filing.indicators]
        texts = [Put(Duty.text, each.text[::-1], each.id) for each in filing.duties]
        workbook.apply(1, "上午的活", [*lines, *rows, *texts])
        workbook.write(1, Organization.short_name, "区协")
        workbook.sign_offs.sign(1, Act.HAND_OVER)
        workbook.sign_offs.sign(1, Act.FINALISE)
    return Used(path.read_bytes(), earlier)


def content(path: Path) -> dict[str, list[Any]] | None:
    """The rows of the tables watched; None where they cannot even be read.

    Opening puts spoilt triggers right and notes that as a step, which is no change of what was.
    """
    try:
        with closing(connect(path, "ro")) as database:
            return {
                table: database.execute(f"SELECT * FROM {table} ORDER BY 1").fetchall()  # noqa: S608 - ours
                for table in WATCHED
            } | {"step": database.execute(STEPS).fetchall()}
    except (sqlite3.Error, UnicodeDecodeError):
        return None


@pytest.mark.parametrize("kind", KINDS)
def test_no_value_changes_unseen_on_a_bad_disk(used: Used, path: Path, kind: str) -> None:
    trials, chance = times(2, 2_000), seeded()
    path.write_bytes(used.now)
    before = content(path)
    refused = noticed = harmless = 0
    for _ in range(trials):
        damaged = bytearray(used.now)
        KINDS[kind](damaged, used.earlier, chance)
        path.write_bytes(damaged)
        try:
            with Workbook.open(path) as workbook:
                altered = workbook.altered
                workbook.load(1)
        except FileIsLocked:  # the one before is still held
            raise
        except FileError:
            refused += 1
            continue
        if altered:
            noticed += 1
            continue
        assert content(path) == before
        harmless += 1
    tell(f"T14 {kind}", trials=trials, refused=refused, noticed=noticed, harmless=harmless)
