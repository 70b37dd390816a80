"""The sheet of the whole department on the page of its report."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from jsxh_desktop.app.repacking import use_pack
from jsxh_desktop.domain.department_indicator import DepartmentIndicator
from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.project import Goal
from jsxh_desktop.domain.report_text import DepartmentReport
from jsxh_desktop.ui.department_sheet import DepartmentSheetView
from jsxh_desktop.ui.window import Window

pytestmark = pytest.mark.page("department_report")

Press = Callable[..., None]
Write = Callable[[str], None]


def turned(window: Window) -> DepartmentSheetView:
    """The tab of the sheet, shown."""
    key = window.workspace.add(DepartmentIndicator(group="目标任务", name="相关性"))
    window.jump(Place(DepartmentIndicator.score, key or 0))
    window.root.update()
    view = window.go("department_report").tabs.view
    assert isinstance(view, DepartmentSheetView)
    return view


def test_the_way_to_an_indicator_turns_to_its_tab(window: Window) -> None:
    view = turned(window)
    assert view.grid.cell == (0, 8)


def test_a_score_is_typed_and_enter_goes_on(window: Window, press: Press, write: Write) -> None:
    view = turned(window)
    write("4.5")
    press("<Return>")
    (record,) = window.workspace.filing.department_indicators
    assert str(record.score) == "4.5"
    assert view.grid.cell == (1, 8)


def test_the_way_to_a_text_turns_back_to_the_report(window: Window) -> None:
    turned(window)
    window.jump(Place(DepartmentReport.problems))
    window.root.update()
    assert window.go("department_report").tabs.chosen == 0


@pytest.mark.parametrize(("pack", "asked"), [("sichuan-2021", False), ("national-2020", True)])
def test_goals_are_asked_for_where_the_form_has_them(
    window: Window, pack: str, asked: bool
) -> None:
    use_pack(window.workspace, pack)
    assert (turned(window).goals is not None) is asked


def test_another_pack_brings_the_goals_or_takes_them_away(window: Window) -> None:
    view = turned(window)
    use_pack(window.workspace, "national-2020")
    window.root.update()
    assert view.goals is not None
    use_pack(window.workspace, "sichuan-2021")
    window.root.update()
    assert view.goals is None


def test_a_goal_of_the_department_belongs_to_no_project(window: Window) -> None:
    use_pack(window.workspace, "national-2020")
    view = turned(window)
    assert view.goals is not None
    view.goals.add()
    *_, goal = window.workspace.filing.goals
    assert goal.project is None
    window.jump(Place(Goal.done, goal.id))
    window.root.update()
    assert window.page == "department_report"
