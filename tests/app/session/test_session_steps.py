"""Undo and redo of a session: their names, where they lead, and one field set back."""

from __future__ import annotations

import dataclasses
import datetime
from decimal import Decimal
from typing import Any

import pytest

from jsxh_desktop.app.sample import sample
from jsxh_desktop.app.session import Session
from jsxh_desktop.domain.change import Put
from jsxh_desktop.domain.entry import Entry
from jsxh_desktop.domain.expenditure import ExpenditureLine
from jsxh_desktop.domain.filing import with_value
from jsxh_desktop.domain.money import wan
from jsxh_desktop.domain.organization import Duty, Organization, Staffing
from jsxh_desktop.domain.project import Indicator, Project
from jsxh_desktop.domain.terms import UnitNature
from jsxh_desktop.store.file import Workbook
from jsxh_desktop.store.history import Change


def test_steps_are_named_for_the_clerk(session: Session) -> None:
    session.edit(Staffing.staff_worker, 9)
    session.remove(Duty, session.add(Duty("甲")))
    session.move(Duty, 2, 0)
    assert [session.undo() for _ in range(5)] == [
        "移动主要职能",
        "删除主要职能",
        "增加主要职能",
        "修改在职工勤人员",
        None,
    ]
    assert session.filing == sample()


def test_redo_does_again_what_undo_took_back(session: Session) -> None:
    session.edit(Indicator.weight, Decimal("12.50"), 1)
    after = session.filing
    session.undo()
    assert (session.redo(), session.redo()) == ("修改分值", None)
    assert session.filing == after


def test_what_undo_and_redo_would_turn_is_known(session: Session, workbook: Workbook) -> None:
    told = [session.turns()]
    session.edit(Staffing.staff_worker, 9)
    told.append(session.turns())
    session.add(Duty("甲"))
    session.undo()
    told.append(session.turns())
    session.undo()
    told.append(session.turns())
    assert told == [
        ("", ""),
        ("修改在职工勤人员", ""),
        ("修改在职工勤人员", "增加主要职能"),
        ("", "修改在职工勤人员"),
    ]
    assert Session(workbook, 1).turns() == told[-1]


def test_a_lost_edit_is_not_offered_for_undo(session: Session, workbook: Workbook) -> None:
    workbook.remove(1, Duty, 1)
    session.edit(Duty.text, "甲", key=1)
    with pytest.raises(LookupError):
        session.flush()
    assert session.turns() == ("删除主要职能", "")


def test_the_last_place_is_where_a_step_undo_or_redo_changed_something(session: Session) -> None:
    assert session.last_place() is None
    session.edit(Duty.text, "甲", key=3)
    session.edit(Staffing.staff_worker, 9)
    places = [session.last_place()]
    for turn in (session.undo, session.undo, session.redo):
        turn()
        places.append(session.last_place())
    single = (Staffing, 0, "staff_worker")
    assert places == [single, single, (Duty, 3, "text"), (Duty, 3, "text")]


def test_the_last_place_of_a_batch_is_its_first_change(session: Session) -> None:
    lines: list[Entry[Any]] = [ExpenditureLine.functional, ExpenditureLine.final]
    session.apply("粘贴", [Put(entry, entry.blank, key) for key in (4, 3, 5) for entry in lines])
    places = [session.last_place()]
    for turn in (session.undo, session.redo):
        turn()
        places.append(session.last_place())
    assert places == [(ExpenditureLine, 4, "functional")] * 3


def test_the_last_place_of_a_removed_or_returned_project_is_the_project(session: Session) -> None:
    session.remove(Project, 2)
    places = [session.last_place()]
    for turn in (session.undo, session.redo):
        turn()
        places.append(session.last_place())
    assert places == [(Project, 2, None)] * 3


def test_the_last_place_of_a_moved_record_is_the_record(session: Session) -> None:
    session.move(Duty, 9, 1)
    places = [session.last_place()]
    for turn in (session.undo, session.redo):
        turn()
        places.append(session.last_place())
    assert places == [(Duty, 9, None)] * 3


def logged(workbook: Workbook, title: str) -> Change:
    """The first line of the latest step of this title."""
    return [line for line in workbook.history(1, 1000) if line.title == title][-1]


@pytest.mark.parametrize(
    ("entry", "value", "key"),
    [
        (Staffing.staff_worker, 9, 0),
        (Organization.nature, UnitNature.INSTITUTION, 0),
        (Organization.published, datetime.date(2022, 9, 1), 0),
        (Indicator.weight, Decimal("12.50"), 3),
        (Indicator.project, None, 3),
        (ExpenditureLine.final, wan("1"), 2),
        (ExpenditureLine.carried_over, True, 2),
        (ExpenditureLine.functional, "", 2),
    ],
)
def test_one_field_is_set_back_as_a_step_of_its_own(
    session: Session, workbook: Workbook, entry: Entry[Any], value: object, key: int
) -> None:
    session.edit(entry, value, key)
    session.edit(Organization.short_name, "区协")
    after = session.filing
    session.restore(logged(workbook, f"修改{entry.label}"))
    assert session.filing == with_value(sample(), Organization.short_name, "区协")
    assert session.undo() == f"恢复{entry.label}"
    assert session.filing == after


def test_a_field_of_a_record_that_is_gone_is_not_set_back(
    session: Session, workbook: Workbook
) -> None:
    session.edit(Duty.text, "甲", key=1)
    session.remove(Duty, 1)
    session.flush()
    before = session.filing
    for title in ("修改主要职能", "删除主要职能"):
        (line,) = [x for x in workbook.history(1) if x.title == title and x.field == "text"]
        with pytest.raises(ValueError, match="已经删除"):
            session.restore(line)
    assert session.filing == before


def test_what_is_no_value_is_left_to_undo(session: Session, workbook: Workbook) -> None:
    session.add(Duty("甲"), 0)
    lines = [line for line in workbook.history(1, 100) if line.title == "增加主要职能"]
    assert {line.field for line in lines} == {None, "position"}
    for line in lines:
        with pytest.raises(ValueError, match="请用撤销恢复"):
            session.restore(line)


def test_what_an_older_version_kept_otherwise_is_not_set_back(
    session: Session, workbook: Workbook
) -> None:
    session.edit(Organization.nature, None)
    session.flush()
    line = dataclasses.replace(logged(workbook, "修改单位性质"), old="公司")
    with pytest.raises(ValueError, match="单位性质原来的内容"):
        session.restore(line)
