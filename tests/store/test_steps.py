"""Undo and redo: any step, any time later, in its own filing."""

from __future__ import annotations

import dataclasses
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from jsxh_desktop.app.sample import sample
from jsxh_desktop.domain.expenditure import ExpenditureLine
from jsxh_desktop.domain.filing import without
from jsxh_desktop.domain.money import wan
from jsxh_desktop.domain.organization import Duty, Organization, Staffing
from jsxh_desktop.domain.project import Goal, Indicator, Project
from jsxh_desktop.store.errors import FileIsDamaged
from jsxh_desktop.store.file import Workbook


def test_a_removed_project_comes_back_with_all_it_took_along(workbook: Workbook) -> None:
    workbook.remove(1, Project, 3)
    assert workbook.load(1) == without(sample(), Project, 3)
    workbook.undo(1)
    assert workbook.load(1) == sample()


def test_steps_are_undone_and_redone_after_a_restart(path: Path) -> None:
    with Workbook.open(path) as workbook:
        workbook.write(1, Staffing.staff_worker, 7)
        workbook.add(1, Duty("新职能"))
        after = workbook.load(1)
    with Workbook.open(path) as workbook:
        assert [workbook.undo(1) for _ in range(3)] == ["增加主要职能", "修改在职工勤人员", None]
        assert workbook.load(1) == sample()
    with Workbook.open(path) as workbook:
        assert [workbook.redo(1) for _ in range(3)] == ["修改在职工勤人员", "增加主要职能", None]
        assert workbook.load(1) == after


def test_a_new_edit_leaves_nothing_to_redo(workbook: Workbook) -> None:
    workbook.write(1, Staffing.staff_worker, 7)
    workbook.undo(1)
    workbook.write(1, Staffing.staff_worker, 8)
    assert workbook.redo(1) is None


def test_undo_stops_where_the_filing_began(workbook: Workbook) -> None:
    assert workbook.undo(1) is None


def test_undo_of_one_year_leaves_the_others_alone(workbook: Workbook) -> None:
    key = workbook.save(dataclasses.replace(sample(), year=2022))
    workbook.write(1, Organization.full_name, "甲")
    workbook.write(key, Organization.full_name, "乙")
    workbook.undo(1)
    assert workbook.load(1) == sample()
    assert workbook.load(key).organization.full_name == "乙"


def test_the_id_of_a_removed_record_is_never_another_records(workbook: Workbook) -> None:
    key = workbook.add(1, Duty("甲"))
    workbook.remove(1, Duty, key)
    assert workbook.add(1, Duty("乙")) != key


def test_five_thousand_rows_are_one_step(workbook: Workbook) -> None:
    lines = tuple(ExpenditureLine(functional="2060702", final=wan("1")) for _ in range(5000))
    workbook.save(dataclasses.replace(sample(), expenditure=lines))
    assert workbook.undo(1) == "更新2021年度"
    assert workbook.load(1) == sample()


def test_a_step_that_fails_leaves_nothing(workbook: Workbook) -> None:
    before = workbook.history(1)
    with pytest.raises(ValueError, match="所属项目不存在"):
        workbook.add(1, Goal(project=99, expected="好"), position=0)
    assert (workbook.load(1), workbook.history(1)) == (sample(), before)


def test_a_project_of_another_year_is_refused(workbook: Workbook) -> None:
    key = workbook.save(dataclasses.replace(sample(), year=2022))
    with pytest.raises(ValueError, match="所属项目不存在"):
        workbook.write(key, Indicator.project, 1, workbook.load(key).indicators[0].id)


@pytest.mark.parametrize("key", [0, 99])
def test_a_record_that_is_not_there_is_a_lookup_error(workbook: Workbook, key: int) -> None:
    with pytest.raises(LookupError):
        workbook.write(1, Duty.text, "甲", key)
    with pytest.raises(LookupError):
        workbook.remove(1, Duty, key)
    with pytest.raises(LookupError):
        workbook.move(1, Duty, key, 0)


def test_a_log_that_tells_of_no_such_column_is_damage(path: Path) -> None:
    with Workbook.open(path) as workbook:
        workbook.write(1, Staffing.staff_worker, 7)
    with closing(sqlite3.connect(path)) as file:
        file.execute("INSERT INTO change VALUES (NULL, '=', 'duty', 1, 'x] = 1; --', NULL, NULL)")
        file.execute(
            "INSERT INTO step SELECT 99, 1, 'edit', '', '', max(seq), max(seq), '' FROM change"
        )
        file.commit()
    with Workbook.open(path) as workbook:
        with pytest.raises(FileIsDamaged):
            workbook.undo(1)
        assert workbook.load(1).staffing.staff_worker == 7
