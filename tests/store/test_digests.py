"""What changed behind the program's back is told at the next opening, and nothing else is."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from jsxh_desktop.domain.organization import Duty, Organization
from jsxh_desktop.store.connection import connect
from jsxh_desktop.store.digests import altered
from jsxh_desktop.store.file import Workbook

QUIET = "DROP TRIGGER log_three_public_reception_domestic"


def behind(path: Path, *statements: str) -> None:
    """What another program does to the file."""
    with closing(sqlite3.connect(path)) as file:
        for statement in statements:
            file.execute(statement)
        file.commit()


def told(path: Path) -> tuple[str, ...]:
    with Workbook.open(path) as workbook:
        return workbook.altered


def test_our_own_work_is_never_told_of(path: Path) -> None:
    with Workbook.open(path) as workbook:
        workbook.write(1, Organization.short_name, "区协")
        workbook.remove(1, Duty, workbook.add(1, Duty("新的一条"), 0))
        workbook.undo(1)
        workbook.redo(1)
    assert told(path) == ()


@pytest.mark.parametrize(
    ("statements", "name"),
    [
        ((QUIET, "UPDATE three_public SET reception_domestic = 1"), "三公经费"),
        (("UPDATE three_public SET reception_domestic = 1",), "三公经费"),
        (("DELETE FROM duty WHERE id = 1",), "主要职能"),
        (("INSERT INTO duty (filing_id, position, text) VALUES (1, 99, '多的')",), "主要职能"),
        (("UPDATE expenditure_line SET final = final + 1 WHERE id = 3",), "支出"),
        (
            ("DROP TRIGGER seal_change_update", "UPDATE change SET tbl = 'term' WHERE seq = 5"),
            "修改记录",
        ),
        (("DROP TRIGGER seal_step_update", "UPDATE step SET who = '别人'"), "修改记录"),
        (("DROP TRIGGER seal_change_delete", "DELETE FROM change WHERE seq = 5"), "修改记录"),
    ],
)
def test_what_another_program_changed_is_told_of(
    path: Path, statements: tuple[str, ...], name: str
) -> None:
    behind(path, *statements)
    assert name in told(path)


def test_it_is_told_until_it_is_written_again_and_stays_on_record(path: Path) -> None:
    behind(path, "UPDATE organization SET short_name = '别的'")
    assert told(path) == told(path) == ("单位概况",)
    with Workbook.open(path) as workbook:
        workbook.write(1, Organization.short_name, "区协")
        records = [each.title for each in workbook.sign_offs.signatures(1)]
    assert told(path) == ()
    assert records == ["打开时发现：单位概况和最后一次保存的不一样"]


def test_a_value_lost_on_a_bad_disk_is_told_of(path: Path) -> None:
    content = path.read_bytes()
    text = "组织学术活动".encode()
    assert content.count(text) == 1
    path.write_bytes(content.replace(text, "组织学木活动".encode()))
    with closing(connect(path)) as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert told(path) == ("主要职能",)


def test_a_backup_is_as_sound_as_its_workbook(path: Path) -> None:
    copy = path.with_name("副本.jsxh")
    with Workbook.open(path) as workbook:
        workbook.write(1, Organization.short_name, "区协")
        workbook.copy_to(copy)
    with closing(connect(copy)) as database:
        assert altered(database) == ()
