"""What is wrong with a workbook is listed, put right behind a copy, and not found a second time."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from jsxh_desktop.domain.edition import Act
from jsxh_desktop.domain.expenditure import ExpenditureLine
from jsxh_desktop.domain.money import Money
from jsxh_desktop.domain.organization import Organization
from jsxh_desktop.store.backup import BackupKind, backup, folder_beside
from jsxh_desktop.store.connection import connect
from jsxh_desktop.store.errors import FileIsDamaged, FileIsLocked
from jsxh_desktop.store.file import Workbook
from jsxh_desktop.store.inspecting import Trouble
from jsxh_desktop.store.mending import MENDED, inspected, mend
from jsxh_desktop.store.rescue import FOLDER
from tests.store.test_rescue import spoil_table

Harm = Callable[[Path], None]


def sql(*statements: str) -> Harm:
    """What another program does to the file, minding no reference."""

    def call(path: Path) -> None:
        with closing(sqlite3.connect(path)) as file:
            for statement in statements:
                file.execute(statement)
            file.commit()

    return call


def index_without_a_row(path: Path) -> None:
    """An index that does not know a row of its table, as a lost write leaves it."""
    with closing(sqlite3.connect(path)) as file:
        name = "expenditure_line_project"
        (sql_of,) = file.execute("SELECT sql FROM sqlite_master WHERE name = ?", [name]).fetchone()
        file.execute("PRAGMA writable_schema = on")
        change = "UPDATE sqlite_master SET sql = ? WHERE name = ?"
        file.execute(change, [f"{sql_of} WHERE id > 3", name])
        file.commit()
    with closing(sqlite3.connect(path)) as file:
        file.execute("REINDEX")
        file.execute("PRAGMA writable_schema = on")
        file.execute(change, [sql_of, name])
        file.commit()


HARMS: list[tuple[Harm, Trouble, str]] = [
    (sql("DELETE FROM project WHERE id = 1"), Trouble.ORPHAN, "绩效指标“"),
    (sql("UPDATE indicator SET project = 99 WHERE id = 5"), Trouble.ORPHAN, "已经没有的项目"),
    (sql("UPDATE duty SET filing_id = 7 WHERE id = 2"), Trouble.ORPHAN, "已经没有的年度"),
    (sql("UPDATE expenditure_line SET fund = '乱写' WHERE id = 3"), Trouble.CELL, "“乱写”"),
    (sql("UPDATE indicator SET weight = 'x' WHERE id = 3"), Trouble.CELL, "“x”"),
    (
        sql(
            "INSERT INTO draft (filing_id, tbl, key, field, typed) "
            "VALUES (1, 'duty', 99, 'text', 'x')"
        ),
        Trouble.DRAFT,
        "没填完的字",
    ),
    (sql("DROP TRIGGER log_duty_text"), Trouble.TRIGGERS, "自动记修改"),
    (index_without_a_row, Trouble.INDEX, "数据本身没有坏"),
]


def test_a_workbook_at_work_has_nothing_wrong(path: Path) -> None:
    with Workbook.open(path) as workbook:
        workbook.write(1, Organization.short_name, "区协")
    assert inspected(path) == ()


@pytest.mark.parametrize(("harm", "trouble", "said"), HARMS)
def test_it_is_told_mended_and_not_found_again(
    path: Path, harm: Harm, trouble: Trouble, said: str
) -> None:
    harm(path)
    assert [each for each in inspected(path) if each.trouble is trouble and said in each.said]
    done = mend(path, set(Trouble), accept=True)
    assert done.left == inspected(path) == ()
    with Workbook.open(path) as workbook:
        workbook.load(1)
        assert workbook.altered == ()
        assert any("检查数据库" in each.title for each in workbook.sign_offs.signatures(1))


def test_the_copy_from_before_is_as_it_was(path: Path) -> None:
    sql("DELETE FROM project WHERE id = 1")(path)
    done = mend(path, MENDED)
    assert done.copy
    assert done.copy.parent == folder_beside(path)
    assert [each.trouble for each in inspected(done.copy)].count(Trouble.ORPHAN) > 1


def test_a_file_with_a_broken_index_is_kept_byte_by_byte(path: Path) -> None:
    index_without_a_row(path)
    before = path.read_bytes()
    done = mend(path, MENDED)
    assert done.copy
    assert done.copy.parent == path.with_name(FOLDER)
    assert done.copy.read_bytes() == before


def test_what_belonged_to_nothing_is_kept_aside(path: Path) -> None:
    sql("UPDATE duty SET filing_id = 7 WHERE id = 2")(path)
    mend(path, MENDED)
    with closing(connect(path)) as database:
        table, key, cells = database.execute("SELECT tbl, key, cells FROM aside").fetchone()
    assert (table, key) == ("duty", 2)
    assert json.loads(cells)["text"]


def test_money_stays_where_its_project_is_gone(path: Path) -> None:
    sql("UPDATE expenditure_line SET project = 99 WHERE id = 3")(path)
    mend(path, MENDED)
    with Workbook.open(path) as workbook:
        (line,) = [each for each in workbook.load(1).expenditure if each.id == 3]
    assert line.project is None
    assert line.final


def test_an_altered_row_waits_for_the_clerk(path: Path) -> None:
    sql("UPDATE expenditure_line SET final = final + 1 WHERE id = 3")(path)
    left = mend(path, MENDED).left
    assert [each.trouble for each in left] == [Trouble.ALTERED]
    assert mend(path, MENDED, accept=True).left == ()


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE expenditure_line SET final = final + 1 WHERE id = 3",
        "DELETE FROM term WHERE id = 1",
    ],
)
def test_an_altered_row_comes_back_out_of_a_backup_that_is_proved_to_have_it(
    path: Path, change: str
) -> None:
    with Workbook.open(path) as workbook:
        before = workbook.load(1)
        backup(workbook, folder_beside(path), BackupKind.AUTOMATIC)
    sql(change)(path)
    assert [each.trouble for each in inspected(path)] == [Trouble.FORMER]
    assert mend(path, {Trouble.FORMER}).left == ()
    with Workbook.open(path) as workbook:
        assert workbook.load(1) == before
        assert workbook.altered == ()


def test_a_backup_from_before_the_last_edit_proves_nothing(path: Path) -> None:
    with Workbook.open(path) as workbook:
        backup(workbook, folder_beside(path), BackupKind.AUTOMATIC)
        workbook.write(1, ExpenditureLine.final, Money(1), 3)
    sql("UPDATE expenditure_line SET final = final + 1 WHERE id = 3")(path)
    assert [each.trouble for each in inspected(path)] == [Trouble.ALTERED]


def test_a_row_a_backup_has_may_be_taken_as_it_is_now(path: Path) -> None:
    with Workbook.open(path) as workbook:
        backup(workbook, folder_beside(path), BackupKind.AUTOMATIC)
    sql("UPDATE expenditure_line SET final = 7 WHERE id = 3")(path)
    assert mend(path, set(), accept=True).left == ()
    with Workbook.open(path) as workbook:
        assert next(x.final for x in workbook.load(1).expenditure if x.id == 3) == Money(7)


def test_a_signed_year_is_mended_and_stays_signed(path: Path) -> None:
    with Workbook.open(path) as workbook:
        workbook.sign_offs.sign(1, Act.HAND_OVER)
        workbook.sign_offs.sign(1, Act.FINALISE)
    sql("DROP TRIGGER lock_duty_update", "UPDATE duty SET filing_id = 7 WHERE id = 2")(path)
    mend(path, MENDED)
    assert Trouble.ORPHAN not in {each.trouble for each in inspected(path)}
    with Workbook.open(path) as workbook:
        assert workbook.sign_offs.standing(1).stage.is_locked


def test_broken_pages_are_told_and_left_to_a_backup(path: Path) -> None:
    spoil_table(path, "组织学术活动")
    content = path.read_bytes()
    found = inspected(path)
    assert {each.trouble for each in found} == {Trouble.BROKEN}
    assert mend(path, MENDED).left == found
    assert path.read_bytes() == content
    with pytest.raises(FileIsDamaged):
        Workbook.open(path)


def test_nothing_is_inspected_that_is_open(path: Path) -> None:
    with Workbook.open(path), pytest.raises(FileIsLocked):
        inspected(path)
