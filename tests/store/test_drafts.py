"""Text that does not parse: kept through a restart, gone with its record or a value."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from jsxh_desktop.app.sample import sample
from jsxh_desktop.domain.change import Put
from jsxh_desktop.domain.expenditure import ExpenditureLine
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.money import wan
from jsxh_desktop.domain.organization import Duty, Organization, Staffing
from jsxh_desktop.domain.project import Goal, Indicator, Project
from jsxh_desktop.store.file import Workbook

STAFF = (Staffing, "staff_worker", 0)
WEIGHT = (Indicator, "weight", 3)


def keep(workbook: Workbook) -> None:
    workbook.keep_draft_later(1, Staffing.staff_worker, 0, "八").result()
    workbook.keep_draft_later(1, Indicator.weight, 3, "十").result()


def test_a_draft_is_there_after_a_restart(path: Path) -> None:
    with Workbook.open(path) as workbook:
        keep(workbook)
    with Workbook.open(path) as workbook:
        assert workbook.drafts(1) == {STAFF: "八", WEIGHT: "十"}
        assert workbook.load(1) == sample()


def test_a_field_has_one_draft(workbook: Workbook) -> None:
    keep(workbook)
    workbook.keep_draft_later(1, Staffing.staff_worker, 0, "八个\n").result()
    assert workbook.drafts(1) == {STAFF: "八个\n", WEIGHT: "十"}


def test_a_draft_is_neither_logged_nor_undone(workbook: Workbook) -> None:
    workbook.write(1, Organization.short_name, "区协")
    before = workbook.history(1)
    keep(workbook)
    assert workbook.history(1) == before
    workbook.undo(1)
    assert workbook.drafts(1) == {STAFF: "八", WEIGHT: "十"}


def test_a_value_takes_the_place_of_a_draft(workbook: Workbook) -> None:
    keep(workbook)
    workbook.apply(1, "粘贴", [Put(Staffing.staff_worker, 8), Put(Indicator.name, "甲", 3)])
    assert workbook.drafts(1) == {WEIGHT: "十"}


def test_a_value_that_is_refused_leaves_the_draft(workbook: Workbook) -> None:
    keep(workbook)
    with pytest.raises(LookupError):
        workbook.apply(1, "粘贴", [Put(Staffing.staff_worker, 8), Put(Duty.text, "甲", 99)])
    assert workbook.drafts(1) == {STAFF: "八", WEIGHT: "十"}


def test_a_draft_is_dropped(workbook: Workbook) -> None:
    keep(workbook)
    workbook.drop_draft_later(1, Staffing.staff_worker, 0).result()
    workbook.drop_draft_later(1, Duty.text, 1).result()
    assert workbook.drafts(1) == {WEIGHT: "十"}


def test_a_removed_record_takes_its_drafts_along(workbook: Workbook) -> None:
    keep(workbook)
    workbook.remove(1, Indicator, 3)
    workbook.undo(1)
    assert workbook.drafts(1) == {STAFF: "八"}


def test_a_removed_project_takes_along_the_drafts_of_what_it_owns(workbook: Workbook) -> None:
    goal = next(goal for goal in sample().goals if goal.project == 1)
    workbook.keep_draft_later(1, Goal.expected, goal.id, "").result()
    workbook.keep_draft_later(1, Project.targeted, 1, "也许").result()
    keep(workbook)
    workbook.remove(1, Project, 1)
    assert STAFF in workbook.drafts(1)
    assert not {Goal, Project} & {entity for entity, *_ in workbook.drafts(1)}


def test_undoing_what_added_a_record_takes_its_drafts_along(workbook: Workbook) -> None:
    key = workbook.add(1, ExpenditureLine(final=wan("1")))
    workbook.keep_draft_later(1, ExpenditureLine.final, key, "一").result()
    workbook.undo(1)
    assert workbook.drafts(1) == {}


def test_a_record_of_the_same_id_in_a_single_table_has_its_own_drafts(workbook: Workbook) -> None:
    workbook.keep_draft_later(1, Staffing.staff_worker, 7, "八").result()
    workbook.remove(1, Duty, 1)
    assert workbook.drafts(1) == {STAFF: "八"}


def test_a_record_that_is_not_there_has_no_draft(workbook: Workbook) -> None:
    with pytest.raises(LookupError):
        workbook.keep_draft_later(1, Duty.text, 99, "甲").result()
    with pytest.raises(LookupError):
        workbook.keep_draft_later(2, Duty.text, 1, "甲").result()
    assert workbook.drafts(1) == {}


def test_of_a_character_no_column_holds_its_place_is_kept(workbook: Workbook) -> None:
    workbook.keep_draft_later(1, Organization.full_name, 0, "甲\0乙\ud800").result()
    assert workbook.drafts(1) == {(Organization, "full_name", 0): "甲\ufffd乙\ufffd"}


def test_a_draft_of_a_field_that_is_no_more_is_left_alone(path: Path) -> None:
    with closing(sqlite3.connect(path)) as file:
        for table, field in (("duty", "rank"), ("nobody", "text")):
            file.execute("INSERT INTO draft VALUES (NULL, 1, ?, 1, ?, '甲')", [table, field])
        file.commit()
    with Workbook.open(path) as workbook:
        assert workbook.drafts(1) == {}
        workbook.write(1, Duty.text, "乙", 1)


def test_years_have_their_own_drafts(workbook: Workbook) -> None:
    key = workbook.save(Filing(2022))
    workbook.keep_draft_later(key, Staffing.staff_worker, 0, "九").result()
    keep(workbook)
    assert workbook.drafts(key) == {STAFF: "九"}
