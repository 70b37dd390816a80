"""A workspace: what is typed is in the log at once, and never lost by a disk that refuses."""

from __future__ import annotations

import dataclasses
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from jsxh_desktop.app import recovery
from jsxh_desktop.app.field_texts import NOT_WRITTEN
from jsxh_desktop.app.problem import Problem
from jsxh_desktop.app.workspace import Workspace
from jsxh_desktop.domain.change import Added
from jsxh_desktop.domain.income import IncomeLine
from jsxh_desktop.domain.money import wan
from jsxh_desktop.domain.organization import Duty, Organization, Staffing
from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.three_public import ThreePublic
from jsxh_desktop.store import batch, drafts
from jsxh_desktop.store.errors import FileCannotBeWritten
from jsxh_desktop.store.file import Workbook
from jsxh_desktop.store.keylog import beside, recovered

FULL = "磁盘已满"
Refuse = Callable[[bool], None]


@pytest.fixture
def workspace(workbook: Path) -> Iterator[Workspace]:
    opened = Workspace.open(workbook)
    yield opened
    opened.close()


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Refuse:
    """A disk that can be told to take nothing more."""
    full = [False]
    apply_changes, keep_draft = batch.apply_changes, drafts.keep_draft

    def guarded(real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*given: Any) -> Any:
            if full[0]:
                raise FileCannotBeWritten(FULL)
            return real(*given)

        return call

    monkeypatch.setattr(batch, "apply_changes", guarded(apply_changes))
    monkeypatch.setattr(drafts, "keep_draft", guarded(keep_draft))
    return lambda refuse: full.__setitem__(0, refuse)


def crashed(workspace: Workspace, tmp_path: Path) -> Path:
    """The files as a program leaves them that is killed now."""
    workspace.flush()
    lying = tmp_path / "后来"
    lying.mkdir()
    copy = Path(shutil.copy(workspace.path, lying))
    shutil.copy(beside(workspace.path), beside(copy))
    return copy


def test_a_text_that_does_not_read_is_there_the_next_day(workbook: Path) -> None:
    place = Place(ThreePublic.running)
    first = Workspace.open(workbook)
    assert not first.leave(place, "零点八")
    first.close()
    second = Workspace.open(workbook)
    said = second.text(place), second.problem(place)
    second.leave(place, "0.8")
    left = second.drafts
    second.close()
    assert said == ("零点八", "“零点八”认不出来，请写数字，如 0.80")
    assert left == {}


def test_what_is_typed_is_in_the_log_until_it_is_on_the_disk(workbook: Path) -> None:
    workspace = Workspace.open(workbook)
    workspace.typing(Place(Organization.short_name), "县科协")
    (pending,) = recovered(beside(workbook))
    workspace.leave(Place(Organization.short_name), "县科协")
    workspace.close()
    assert pending.text == "县科协"
    assert not beside(workbook).exists()


@pytest.mark.parametrize(
    ("place", "held"),
    [(Place(Organization.short_name), "县档案馆"), (Place(Duty.text, 0), "")],
    ids=["a field", "a row to come"],
)
def test_a_text_that_is_again_what_the_file_holds_is_logged_no_longer(
    workspace: Workspace, place: Place, held: str
) -> None:
    workspace.leave(Place(Organization.short_name), "县档案馆")
    workspace.flush()
    workspace.typing(place, "甲")
    workspace.typing(place, held)
    assert beside(workspace.path).stat().st_size == 0


def test_a_text_the_disk_did_not_take_is_logged_though_it_is_typed_again(
    workspace: Workspace, disk: Refuse
) -> None:
    place = Place(Organization.short_name)
    disk(True)
    workspace.leave(place, "县科协")
    workspace.flush()
    workspace.typing(place, "县科")
    workspace.typing(place, "县科协")
    (pending,) = recovered(beside(workspace.path))
    assert pending.text == "县科协"
    disk(False)


def test_what_was_typed_in_a_row_that_went_is_logged_no_longer(workspace: Workspace) -> None:
    first = workspace.filing.income[0].id
    place = Place(IncomeLine.final, first)
    workspace.typing(place, "12")
    workspace.remove(IncomeLine, first)
    workspace.leave(place, "12")
    assert recovered(beside(workspace.path)) == ()


def test_an_amount_is_logged_with_the_unit_it_is_typed_in(workspace: Workspace) -> None:
    workspace.look_in("元")
    workspace.typing(Place(ThreePublic.running), "12.50")
    (pending,) = recovered(beside(workspace.path))
    assert pending.text == "12.50元"


def test_after_a_crash_what_was_typed_is_found(workspace: Workspace, tmp_path: Path) -> None:
    workspace.typing(Place(Staffing.staff_worker), "19")
    again = Workspace.open(crashed(workspace, tmp_path))
    (found,) = recovery.lost(again)
    again.close()
    assert (found.label, found.page, found.stored, found.found) == (
        "在职工勤人员",
        "单位概况",
        "2",
        "19",
    )


def test_where_the_file_went_on_meanwhile_both_values_and_the_first_are_told(
    workspace: Workspace, tmp_path: Path
) -> None:
    workspace.typing(Place(Staffing.staff_worker), "19")
    path = crashed(workspace, tmp_path)
    log = beside(path).read_bytes()
    with Workbook.open(path) as elsewhere:
        elsewhere.write(1, Staffing.staff_worker, 5)
    assert beside(path).read_bytes() == log
    again = Workspace.open(path)
    (found,) = recovery.lost(again)
    again.close()
    assert (found.stored, found.found) == ("5", "19")
    assert found.moved == "打字以前是“2”，存着的后来又改过"


def test_where_the_file_stands_still_nothing_of_it_is_told(
    workspace: Workspace, tmp_path: Path
) -> None:
    workspace.look_in("元")
    workspace.typing(Place(ThreePublic.running), "12.50")
    again = Workspace.open(crashed(workspace, tmp_path))
    (found,) = recovery.lost(again)
    again.close()
    assert found.moved == ""


def test_using_what_was_found_is_one_step(workspace: Workspace, tmp_path: Path) -> None:
    workspace.typing(Place(Staffing.staff_worker), "19")
    again = Workspace.open(crashed(workspace, tmp_path))
    recovery.take(again, recovery.lost(again)[0])
    assert again.filing.staffing.staff_worker == 19
    assert recovery.lost(again) == ()
    assert again.undo() == "找回在职工勤人员"
    again.close()
    assert not beside(again.path).exists()


def test_what_was_found_is_asked_for_again_until_it_is_decided(
    workspace: Workspace, tmp_path: Path
) -> None:
    workspace.typing(Place(Staffing.staff_worker), "19")
    path = crashed(workspace, tmp_path)
    again = Workspace.open(path)
    again.leave(Place(Staffing.staff_worker), "2")  # only looked at
    again.close()
    third = Workspace.open(path)
    (found,) = recovery.lost(third)
    recovery.drop(third, found)
    third.close()
    fourth = Workspace.open(path)
    left = recovery.lost(fourth)
    fourth.close()
    assert left == ()


def test_what_the_file_holds_anyway_is_not_asked_for(workspace: Workspace, tmp_path: Path) -> None:
    workspace.typing(Place(ThreePublic.overseas), "0.00")
    again = Workspace.open(crashed(workspace, tmp_path))
    found = recovery.lost(again)
    again.close()
    assert found == ()


def test_what_the_disk_refused_waits_in_its_field(workspace: Workspace, disk: Refuse) -> None:
    disk(True)
    workspace.leave(Place(Staffing.staff_worker), "9")
    workspace.leave(Place(ThreePublic.running), "0.8")
    workspace.flush()
    assert workspace.trouble == FULL
    assert workspace.text(Place(Staffing.staff_worker)) == "9"
    assert workspace.text(Place(ThreePublic.running)) == "0.8万元"
    assert workspace.problem(Place(ThreePublic.running)) == NOT_WRITTEN
    assert not workspace.is_saved()
    disk(False)


def test_when_the_disk_takes_again_everything_is_written(
    workspace: Workspace, disk: Refuse
) -> None:
    disk(True)
    workspace.leave(Place(Staffing.staff_worker), "9")
    workspace.leave(Place(ThreePublic.running), "零点八")
    workspace.flush()
    disk(False)
    workspace.leave(Place(Organization.short_name), "县科协")
    workspace.flush()
    assert workspace.trouble == ""
    assert workspace.filing.staffing.staff_worker == 9
    assert workspace.drafts == {Place(ThreePublic.running): "零点八"}
    assert workspace.is_saved()


def test_an_amount_that_waits_keeps_the_unit_it_was_typed_in(
    workspace: Workspace, disk: Refuse
) -> None:
    disk(True)
    workspace.leave(Place(ThreePublic.running), "0.8")
    workspace.flush()
    disk(False)
    workspace.look_in("元")
    workspace.flush()
    assert workspace.filing.three_public.running == wan("0.8")


def test_a_failure_is_noticed_without_another_edit(workspace: Workspace, disk: Refuse) -> None:
    disk(True)
    workspace.leave(Place(Staffing.staff_worker), "9")
    while not workspace.trouble:
        assert not workspace.is_saved()
    disk(False)
    assert workspace.text(Place(Staffing.staff_worker)) == "9"


def test_a_year_is_not_put_away_while_something_waits(workspace: Workspace, disk: Refuse) -> None:
    disk(True)
    workspace.leave(Place(Staffing.staff_worker), "9")
    workspace.switch(2021)
    assert workspace.text(Place(Staffing.staff_worker)) == "9"
    disk(False)


def test_a_row_that_went_takes_its_text_along(workspace: Workspace) -> None:
    (key,) = workspace.apply("增加", [Added(Duty("甲"))])
    workspace.remove(Duty, key)
    assert workspace.leave(Place(Duty.text, key), "乙")


def test_a_workbook_without_a_year_is_told_in_one_sentence(tmp_path: Path) -> None:
    Workbook.create(tmp_path / "a.jsxh").close()
    with pytest.raises(Problem, match="还没有任何年度"):
        Workspace.open(tmp_path / "a.jsxh")
    Workbook.open(tmp_path / "a.jsxh").close()


def test_a_year_begun_is_on_the_desk(workspace: Workspace) -> None:
    assert workspace.begin(dataclasses.replace(workspace.filing, year=2022))
    assert (workspace.year, workspace.years) == (2022, (2021, 2022))
    assert workspace.filing.before is not None
