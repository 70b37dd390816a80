"""Text that does not parse in a session, and when the key log may let go of a field."""

from __future__ import annotations

import datetime
import threading

import pytest

from jsxh_desktop.app.sample import sample
from jsxh_desktop.app.session import Session
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.organization import Duty, Organization, Staffing
from jsxh_desktop.domain.project import Indicator, Project
from jsxh_desktop.store.file import Workbook


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
