"""项目自评表: the list of projects, opened, copied, moved, deleted, and taken back."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.project import Goal, Indicator, Project
from jsxh_desktop.ui.evaluation_view import EvaluationView
from jsxh_desktop.ui.projects_page import ProjectsPage
from jsxh_desktop.ui.window import Window

pytestmark = pytest.mark.page("projects")

Press = Callable[..., None]
Write = Callable[[str], None]


@pytest.fixture
def page(window: Window) -> ProjectsPage:
    """The list of projects with the focus in it."""
    view: ProjectsPage = window.go("projects")
    window.root.update()
    return view


def names(window: Window) -> list[str]:
    return [project.name for project in window.workspace.filing.projects]


def opened(page: ProjectsPage) -> EvaluationView:
    assert page.sheet is not None
    return page.sheet


def cells(page: ProjectsPage, key: int) -> dict[str, str]:
    return {name: str(text) for name, text in page.list.tree.set(str(key)).items()}


@pytest.mark.looks
def test_the_list_says_what_each_project_has_and_wants(page: ProjectsPage) -> None:
    shown = cells(page, 4)
    assert shown["name"] == "（还没有名称）"
    assert (shown["budget"], shown["rate"]) == ("7.00", "100.0%")
    assert shown["state"].strip() == "还没有名称"


@pytest.mark.looks
def test_a_form_without_scores_has_no_column_for_them(page: ProjectsPage) -> None:
    assert "score" not in page.list.tree["displaycolumns"]


@pytest.mark.looks
def test_enter_opens_the_sheet_that_is_chosen(page: ProjectsPage, press: Press) -> None:
    press("<Down>", "<Return>")
    assert opened(page).key == 2


def test_a_project_without_a_name_opens_where_it_is_written(
    window: Window, page: ProjectsPage, press: Press, write: Write
) -> None:
    press("<Alt-Insert>")
    write("科普大篷车")
    press("<Return>")
    assert names(window)[-1] == "科普大篷车"


def test_a_copy_brings_its_goals_and_goes_with_one_undo(window: Window, page: ProjectsPage) -> None:
    page.list.head.buttons[2].invoke()
    window.root.update()
    assert names(window)[1] == "科普经费（复制）"
    assert len(window.workspace.filing.goals) == 14
    window.undo()
    assert len(window.workspace.filing.goals) == 10


def test_a_project_is_deleted_unasked_and_comes_back(
    window: Window, page: ProjectsPage, press: Press
) -> None:
    before = window.workspace.filing
    press("<Alt-Delete>")
    assert names(window)[0] == "天府科技云服务中心工作经费"
    window.undo()
    assert window.workspace.filing == before
    assert page.sheet is None  # a step of the list stays in the list


def test_a_project_moves_with_the_focus_on_it(
    window: Window, page: ProjectsPage, press: Press
) -> None:
    press("<Alt-Down>", "<Alt-Down>")
    assert names(window)[2] == "科普经费"
    assert page.list.tree.focus() == "1"


def test_an_empty_list_says_what_belongs_there(window: Window, page: ProjectsPage) -> None:
    for key in (1, 2, 3, 4):
        window.workspace.remove(Project, key)
    window.root.update()
    page.focus_first()
    window.root.update()
    focused = window.root.focus_get()
    assert focused is not None
    assert focused["text"] == "加一个项目"


@pytest.mark.looks
def test_a_jump_from_elsewhere_opens_the_sheet(window: Window, page: ProjectsPage) -> None:
    window.go("organization")
    window.jump(Place(Indicator.actual, 20))
    window.root.update()
    assert opened(page).key == 2
    assert opened(page).grid.cell == opened(page).grid.source.cell_of(Place(Indicator.actual, 20))


@pytest.mark.looks
def test_a_name_is_jumped_to_from_the_list_as_well(window: Window, page: ProjectsPage) -> None:
    window.jump(Place(Project.name, 3))
    window.root.update()
    assert opened(page).key == 3
    assert page.topic() == "Project.name"


def test_a_name_taken_back_is_seen_in_the_list(window: Window, page: ProjectsPage) -> None:
    window.workspace.edit(Place(Project.name, 3), "科普大篷车")
    window.undo()
    assert page.sheet is None
    assert page.list.tree.focus() == "3"


def test_what_the_list_does_not_show_is_taken_back_in_the_sheet(
    window: Window, page: ProjectsPage
) -> None:
    window.workspace.edit(Place(Project.leader, 3), "王五")
    window.undo()
    window.root.update()
    assert opened(page).key == 3
    assert page.topic() == "Project.leader"


@pytest.mark.looks
def test_a_goal_is_jumped_to_with_the_caret_in_it(window: Window, page: ProjectsPage) -> None:
    window.jump(Place(Goal.done, 9))
    window.root.update()
    assert opened(page).key == 3
    assert window.root.focus_get() is opened(page).top.goals.rows[0].inputs[Goal.done].box


def test_a_sheet_whose_project_is_gone_gives_way_to_the_list(
    window: Window, page: ProjectsPage
) -> None:
    page.open(2)
    window.workspace.remove(Project, 2)
    window.root.update()
    assert page.sheet is None
