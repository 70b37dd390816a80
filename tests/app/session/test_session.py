"""A session: at once in memory, then on the disk; what is refused changes neither."""

from __future__ import annotations

import datetime
import threading
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from jsxh_desktop.app.sample import sample
from jsxh_desktop.app.session import Session
from jsxh_desktop.domain.change import Added, Put, Removed
from jsxh_desktop.domain.entry import Entry
from jsxh_desktop.domain.expenditure import ExpenditureLine
from jsxh_desktop.domain.filing import Filing, with_value, without
from jsxh_desktop.domain.organization import Duty, Organization, Staffing
from jsxh_desktop.domain.project import Goal, Indicator, Project
from jsxh_desktop.store.file import Workbook


@pytest.fixture
def workbook(tmp_path: Path) -> Iterator[Workbook]:
    with Workbook.create(tmp_path / "科协.jsxh") as created:
        created.save(sample())
        yield created


@pytest.fixture
def session(workbook: Workbook) -> Session:
    return Session(workbook, 1)


def test_an_edit_is_in_memory_at_once_and_in_the_file_after_a_flush(
    session: Session, workbook: Workbook
) -> None:
    session.edit(Staffing.staff_worker, 9)
    assert session.filing == with_value(sample(), Staffing.staff_worker, 9)
    session.flush()
    assert workbook.load(1) == session.filing


def test_text_in_memory_is_as_the_file_gives_it_back(session: Session) -> None:
    session.edit(Organization.full_name, "e\u0301")
    assert session.filing.organization.full_name == "\u00e9"


def test_saved_is_told_once_the_edit_is_on_the_disk(workbook: Workbook) -> None:
    told = threading.Event()
    held: list[Filing] = []

    def saved(at: datetime.datetime) -> None:
        assert at.tzinfo
        told.set()

    session = Session(workbook, 1, saved)
    session.listen(held.append)
    session.edit(Staffing.staff_worker, 9)
    assert told.wait(10)
    assert held == [workbook.load(1)]


def test_a_value_that_is_there_already_is_no_step(session: Session) -> None:
    session.edit(Staffing.staff_worker, sample().staffing.staff_worker)
    assert session.undo() is None


@pytest.mark.parametrize("text", ["甲\0", "\ud800"])
def test_a_value_no_file_holds_changes_nothing(session: Session, text: str) -> None:
    with pytest.raises(ValueError, match="单位全称"):
        session.edit(Organization.full_name, text)
    assert session.filing == sample()


def test_a_record_that_is_not_there_changes_nothing(session: Session) -> None:
    with pytest.raises(LookupError):
        session.edit(Duty.text, "甲", key=99)
    assert session.filing == sample()


def test_a_project_that_is_not_there_changes_nothing(session: Session) -> None:
    with pytest.raises(ValueError, match="所属项目不存在"):
        session.edit(Indicator.project, 99, sample().indicators[0].id)
    with pytest.raises(ValueError, match="所属项目不存在"):
        session.add(Goal(99, "好"))
    assert session.filing == sample()


def test_an_indicator_goes_to_another_project_and_back(session: Session) -> None:
    key = sample().indicators[0].id
    session.edit(Indicator.project, 2, key)
    session.edit(Indicator.project, None, key)
    assert [session.undo(), session.undo()] == ["修改项目"] * 2
    assert session.filing == sample()


def test_a_record_is_added_under_an_id_of_its_own(session: Session, workbook: Workbook) -> None:
    key = session.add(Duty("新职能"), position=1)
    assert session.filing.duties[1] == Duty("新职能")
    assert session.filing.duties[1].id == key
    assert workbook.load(1) == session.filing


def test_a_removed_project_is_as_the_domain_says(session: Session, workbook: Workbook) -> None:
    session.remove(Project, 2)
    assert session.filing == without(sample(), Project, 2) == workbook.load(1)


def test_records_move_within_their_list(session: Session, workbook: Workbook) -> None:
    session.move(Duty, 10, 0)
    assert [duty.id for duty in session.filing.duties] == [10, *range(1, 10)]
    assert workbook.load(1) == session.filing


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


def test_listeners_hear_of_every_change(session: Session) -> None:
    heard: list[int | None] = []
    session.listen(lambda filing: heard.append(filing.staffing.staff_worker))
    before = sample().staffing.staff_worker
    session.edit(Staffing.staff_worker, 9)
    session.undo()
    session.redo()
    assert heard == [9, before, 9]


def test_an_edit_that_cannot_be_kept_is_told_of_by_the_next_call_and_taken_back(
    session: Session, workbook: Workbook
) -> None:
    workbook.remove(1, Duty, 1)  # behind the session's back, as a failing disk would
    session.edit(Duty.text, "甲", key=1)
    with pytest.raises(LookupError):
        session.flush()
    assert session.filing == workbook.load(1) == without(sample(), Duty, 1)


def test_a_batch_is_told_of_once_and_in_the_file_at_once(
    session: Session, workbook: Workbook
) -> None:
    heard: list[Filing] = []
    session.listen(heard.append)
    session.edit(Staffing.staff_worker, 9)
    first, second = session.apply(
        "粘贴", [Added(Duty("甲")), Put(Staffing.staff_worker, 8), Added(Duty("乙"), 0)]
    )
    assert [len(heard), heard[-1]] == [2, workbook.load(1)]
    assert [session.filing.duties[0].id, session.filing.duties[-1].id] == [second, first]
    assert [session.undo(), session.undo()] == ["粘贴", "修改在职工勤人员"]


def test_a_batch_that_cannot_be_kept_changes_nothing(session: Session) -> None:
    session.edit(Staffing.staff_worker, 9)
    after = session.filing
    with pytest.raises(LookupError):
        session.apply("粘贴", [Put(Staffing.staff_worker, 8), Removed(Duty, 99)])
    assert session.filing == after
    assert session.turns() == ("修改在职工勤人员", "")


def test_an_edit_may_have_a_title_of_its_own(session: Session) -> None:
    session.edit(Staffing.staff_worker, 9, title="照抄上年")
    assert session.turns() == ("照抄上年", "")
    assert session.undo() == "照抄上年"


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


def test_a_draft_is_held_at_once_and_after_a_restart(session: Session, workbook: Workbook) -> None:
    heard: list[Filing] = []
    session.listen(heard.append)
    session.keep_draft(Staffing.staff_worker, 0, "八")
    assert session.drafts() == {(Staffing, "staff_worker", 0): "八"}
    session.flush()
    assert Session(workbook, 1).drafts() == session.drafts()
    assert (heard, session.turns()) == ([], ("", ""))


@pytest.mark.parametrize("value", [9, sample().staffing.staff_worker])
def test_a_value_lets_go_of_the_draft_even_where_it_was_there_already(
    session: Session, workbook: Workbook, value: int | None
) -> None:
    session.keep_draft(Staffing.staff_worker, 0, "八")
    session.edit(Staffing.staff_worker, value)
    assert session.drafts() == {}
    session.flush()
    assert workbook.drafts(1) == {}


def test_a_draft_is_dropped_when_told(session: Session, workbook: Workbook) -> None:
    session.keep_draft(Duty.text, 1, "")
    session.drop_draft(Duty.text, 1)
    session.drop_draft(Duty.text, 2)
    session.flush()
    assert session.drafts() == workbook.drafts(1) == {}


def test_drafts_go_with_their_record(session: Session) -> None:
    session.keep_draft(Indicator.weight, 1, "十")
    session.keep_draft(Indicator.weight, sample().indicators[-1].id, "百")
    session.remove(Project, sample().indicators[0].project or 0)
    assert list(session.drafts().values()) == ["百"]


def test_a_draft_of_no_record_is_refused(session: Session) -> None:
    with pytest.raises(LookupError):
        session.keep_draft(Duty.text, 99, "甲")
    assert session.drafts() == {}


def test_a_draft_that_cannot_be_kept_is_told_of_by_the_next_call(
    session: Session, workbook: Workbook
) -> None:
    workbook.remove(1, Duty, 1)
    session.keep_draft(Duty.text, 1, "甲")
    with pytest.raises(LookupError):
        session.flush()
    assert session.drafts() == {}


def test_each_field_is_told_of_once_what_it_holds_is_on_the_disk(workbook: Workbook) -> None:
    told: list[tuple[str, int]] = []
    session = Session(workbook, 1, kept=lambda field: told.append(field[1:]))
    session.edit(Staffing.staff_worker, 9)
    session.keep_draft(Duty.text, 2, "")
    session.flush()
    workbook.filings()  # behind all that was to be told
    session.edit(Staffing.staff_worker, 9)
    session.keep_draft(Duty.text, 2, "")
    session.drop_draft(Duty.text, 3)
    assert told == [(name, key) for name, key in [("staff_worker", 0), ("text", 2)] * 2] + [
        ("text", 3)
    ]


def test_a_field_is_not_told_of_while_its_value_is_on_its_way(workbook: Workbook) -> None:
    told: list[str] = []
    arrived, let_go = threading.Event(), threading.Event()

    def hold(_at: datetime.datetime) -> None:
        arrived.set()
        let_go.wait(10)

    session = Session(workbook, 1, saved=hold, kept=lambda field: told.append(field[1]))
    session.edit(Organization.short_name, "甲")
    arrived.wait(10)  # the writer's thread is held from here on
    session.edit(Staffing.staff_worker, 9)
    session.edit(Staffing.staff_worker, 9)
    assert told == ["short_name"]
    let_go.set()
    session.flush()
    workbook.filings()  # behind all that was to be told
    assert told == ["short_name", "staff_worker"]


def test_a_field_whose_value_is_lost_is_not_told_of(workbook: Workbook) -> None:
    told: list[str] = []
    session = Session(workbook, 1, kept=lambda field: told.append(field[1]))
    workbook.remove(1, Duty, 1)
    session.edit(Duty.text, "甲", key=1)
    with pytest.raises(LookupError):
        session.flush()
    workbook.filings()
    assert told == []
