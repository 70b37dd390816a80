"""A session: at once in memory, then on the disk; what is refused changes neither."""

from __future__ import annotations

import datetime
import threading
from collections.abc import Callable

import pytest

from jsxh_desktop.app.sample import sample
from jsxh_desktop.app.session import Session
from jsxh_desktop.domain.change import Added, Put, Removed
from jsxh_desktop.domain.expenditure import ExpenditureLine
from jsxh_desktop.domain.filing import Filing, with_value, without
from jsxh_desktop.domain.money import Money
from jsxh_desktop.domain.organization import Duty, Organization, Staffing
from jsxh_desktop.domain.project import Goal, Indicator, Project
from jsxh_desktop.store.errors import FileCannotBeWritten
from jsxh_desktop.store.file import Workbook


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


def test_added_records_are_shown_as_the_file_keeps_them(
    session: Session, workbook: Workbook
) -> None:
    line = ExpenditureLine(functional="2060702", final=Money(1))
    session.apply("粘贴", [Added(Duty(text="e\u0301")), *[Added(line)] * 2, Added(Duty(text="乙"))])
    assert session.filing == workbook.load(1)
    assert [duty.text for duty in session.filing.duties[-2:]] == ["\u00e9", "乙"]


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


PROBLEM = FileCannotBeWritten("磁盘出错")


def failing(works: Callable[..., object], *, after: bool) -> Callable[..., object]:
    """The same call on a disk that fails, before or after the commit has reached it."""

    def call(*arguments: object) -> object:
        if after:
            works(*arguments)
        raise PROBLEM

    return call


@pytest.mark.parametrize("after", [False, True])
@pytest.mark.parametrize("name", ["apply", "remove", "undo"])
def test_after_a_failing_disk_the_session_shows_what_the_file_holds(
    session: Session, workbook: Workbook, monkeypatch: pytest.MonkeyPatch, name: str, after: bool
) -> None:
    session.edit(Staffing.staff_worker, 9)
    session.flush()
    calls: dict[str, Callable[[], object]] = {
        "apply": lambda: session.apply("粘贴", [Put(Staffing.staff_worker, 8)]),
        "remove": lambda: session.remove(Duty, 1),
        "undo": session.undo,
    }
    with monkeypatch.context() as broken:
        broken.setattr(workbook, name, failing(getattr(workbook, name), after=after))
        with pytest.raises(FileCannotBeWritten):
            calls[name]()
    assert session.filing == workbook.load(1)
    assert session.turns() == workbook.turns(1)


def test_a_file_that_cannot_even_be_read_is_read_by_the_next_call(
    session: Session, workbook: Workbook, monkeypatch: pytest.MonkeyPatch
) -> None:
    workbook.remove(1, Duty, 1)
    session.edit(Duty.text, "甲", key=1)
    with monkeypatch.context() as broken:
        broken.setattr(workbook, "load", failing(workbook.load, after=False))
        with pytest.raises(FileCannotBeWritten):
            session.flush()
    session.edit(Staffing.staff_worker, 9)
    assert session.filing == with_value(without(sample(), Duty, 1), Staffing.staff_worker, 9)
