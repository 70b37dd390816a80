"""The history: from what to what as the clerk reads it, and one field put back."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest

from jsxh_desktop.app import history_model
from jsxh_desktop.app.history_model import Line, Wanted
from jsxh_desktop.app.workspace import Workspace
from jsxh_desktop.domain.change import Put, Removed
from jsxh_desktop.domain.expenditure import ExpenditureLine
from jsxh_desktop.domain.organization import Duty, Staffing
from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.project import Project
from jsxh_desktop.domain.three_public import ThreePublic

PLACE = Place(Staffing.staff_worker)


@pytest.fixture
def workspace(workbook: Path) -> Iterator[Workspace]:
    opened = Workspace.open(workbook)
    yield opened
    opened.close()


def test_a_field_says_from_what_to_what(workspace: Workspace) -> None:
    workspace.leave(PLACE, "9")
    line, begun = history_model.lines(workspace)
    assert (line.field, line.before, line.after) == ("在职工勤人员", "2", "9")
    assert line.change is not None
    assert begun.title == "写入2021年度"


def test_an_amount_is_told_in_the_unit_looked_at(workspace: Workspace) -> None:
    key = workspace.filing.expenditure[0].id
    workspace.leave(Place(ExpenditureLine.final, key), "4.84")
    workspace.look_in("元")
    line = history_model.lines(workspace)[0]
    assert (line.row, line.after) == (workspace.filing.expenditure[0].functional, "48400.00")


def test_a_project_is_told_by_its_name(workspace: Workspace) -> None:
    project = workspace.filing.projects[0]
    line = next(each for each in workspace.filing.expenditure if each.project == project.id)
    workspace.leave(Place(ExpenditureLine.project, line.id), "")
    assert history_model.lines(workspace)[0].before == project.name
    workspace.apply("删除", [Removed(Project, project.id)])
    before = [each.before for each in history_model.lines(workspace) if each.field == "项目"]
    assert "已删去的项目" in before


def test_a_blank_is_told_as_one(workspace: Workspace) -> None:
    workspace.leave(Place(ThreePublic.batches), "")
    assert history_model.lines(workspace)[0].after == "（空）"


def test_every_field_of_one_step_is_a_line(workspace: Workspace) -> None:
    changes = [Put(Staffing.staff_worker, 9), Put(Staffing.staff_institution, 8)]
    workspace.apply("粘贴 2 格", changes)
    first, second, _ = history_model.lines(workspace)
    assert {first.field, second.field} == {"在职工勤人员", "在职事业人员"}
    assert {first.title, second.title} == {"粘贴 2 格"}


def test_what_came_and_went_is_one_line_each(workspace: Workspace) -> None:
    key = workspace.add(Duty("新的职能"))
    assert key is not None
    workspace.remove(Duty, key)
    went, came, _ = history_model.lines(workspace)
    assert (went.field, went.before, went.after) == ("主要职能", "新的职能", "删去了")
    assert (came.after, came.change) == ("加了一条", None)


def test_an_order_that_changed_is_told_as_the_step(workspace: Workspace) -> None:
    workspace.move(Duty, 2, 0)
    assert history_model.lines(workspace)[0].title == "移动主要职能"


def test_an_undo_says_so(workspace: Workspace) -> None:
    workspace.leave(PLACE, "9")
    workspace.undo()
    line = history_model.lines(workspace)[0]
    assert (line.turn, line.before, line.after) == ("撤销", "9", "2")


def test_one_field_is_put_back_as_one_step(workspace: Workspace) -> None:
    workspace.leave(PLACE, "9")
    workspace.leave(Place(ThreePublic.batches), "10")
    older = history_model.lines(workspace)[1]
    assert history_model.restore(workspace, older) == ""
    assert workspace.filing.staffing.staff_worker == 2
    assert workspace.filing.three_public.batches == 10
    assert workspace.undo() == "恢复在职工勤人员"


def test_what_is_no_field_is_put_back_by_undo(workspace: Workspace) -> None:
    workspace.add(Duty("甲"))
    assert "撤销" in history_model.restore(workspace, history_model.lines(workspace)[0])


def test_a_field_of_a_row_that_went_says_why_not(workspace: Workspace) -> None:
    key = workspace.add(Duty("甲"))
    assert key is not None
    workspace.leave(Place(Duty.text, key), "乙")
    edited = history_model.lines(workspace)[0]
    workspace.remove(Duty, key)
    assert "已经删除" in history_model.restore(workspace, edited)


def test_days_are_named_as_people_say_them() -> None:
    noon = datetime.datetime.fromisoformat("2022-03-04T12:00+08:00")
    found = [
        Line(noon - datetime.timedelta(days=days), "", "", str(days)) for days in (0, 0, 1, 40)
    ]
    days = history_model.days(found, noon.date())
    assert [(day.name, len(day.lines)) for day in days] == [
        ("今天　3月4日", 2),
        ("昨天　3月3日", 1),
        ("2022年1月23日", 1),
    ]


def test_fields_are_offered_the_most_changed_first(workspace: Workspace) -> None:
    workspace.leave(Place(ThreePublic.batches), "10")
    workspace.leave(PLACE, "9")
    workspace.leave(PLACE, "8")
    assert history_model.fields(history_model.lines(workspace)) == (
        "在职工勤人员",
        "国内公务接待批次",
    )


def looked_for(workspace: Workspace, wanted: Wanted) -> list[str]:
    return [line.field for line in history_model.lines(workspace) if wanted.has(line)]


def test_lines_are_told_apart_by_their_page(workspace: Workspace) -> None:
    workspace.leave(PLACE, "9")
    workspace.leave(Place(ThreePublic.batches), "7")
    assert history_model.parts(history_model.lines(workspace)) == ("单位概况", "三公经费与接待")
    assert looked_for(workspace, Wanted(part="单位概况")) == ["在职工勤人员"]


def test_lines_are_told_apart_by_who_made_them(workspace: Workspace) -> None:
    workspace.leave(PLACE, "9")
    (who,) = history_model.people(history_model.lines(workspace))
    assert "在职工勤人员" in looked_for(workspace, Wanted(who=who))
    assert looked_for(workspace, Wanted(who="别人")) == []


def test_lines_are_told_apart_by_the_day(workspace: Workspace) -> None:
    workspace.leave(PLACE, "9")
    today = history_model.lines(workspace)[0].at.date()
    later = today + datetime.timedelta(days=3)
    spans = history_model.spans(history_model.lines(workspace), later)
    assert [*spans] == ["最近 7 天", "最近 30 天", f"{today.year}年{today.month}月"]
    for since, until in spans.values():
        assert "在职工勤人员" in looked_for(workspace, Wanted(since=since, until=until))
    assert looked_for(workspace, Wanted(since=later)) == []


def test_a_month_ends_with_its_last_day(workspace: Workspace) -> None:
    workspace.leave(PLACE, "9")
    line = dataclasses.replace(
        history_model.lines(workspace)[0], at=datetime.datetime(2024, 2, 5, tzinfo=datetime.UTC)
    )
    spans = history_model.spans([line], datetime.date(2026, 1, 1))
    assert spans == {"2024年2月": (datetime.date(2024, 2, 1), datetime.date(2024, 2, 29))}
