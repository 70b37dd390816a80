"""Lines tagged with the name of a project before there is one of that name."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from jsxh_desktop.app.late_names import recognise
from jsxh_desktop.app.workspace import Workspace
from jsxh_desktop.domain.expenditure import ExpenditureLine
from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.project import Project
from tests.app.grids import cell, open_grid, open_sample

NAME = "科普大篷车"


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """The first line is tagged with a project that is still to come."""
    opened = open_sample(tmp_path)
    grid = open_grid(opened, "expenditure")
    grid.put({cell(grid, 0, "项目"): NAME}, "")
    yield opened
    opened.close()


def tag(workspace: Workspace) -> int | None:
    return workspace.filing.expenditure[0].project


def test_a_name_nobody_has_says_where_to_add_it(workspace: Workspace) -> None:
    said = workspace.problem(Place(ExpenditureLine.project, workspace.filing.expenditure[0].id))
    assert said == f"没有叫“{NAME}”的项目，按 F4 选，或先到“项目自评表”加"


def test_a_line_is_tagged_once_its_project_has_come(workspace: Workspace) -> None:
    key = workspace.add(Project(name=NAME))
    assert recognise(workspace)
    assert tag(workspace) == key
    assert not workspace.drafts
    assert workspace.turns()[0] == "认出 1 处项目"


def test_a_name_that_only_begins_alike_tags_nothing(workspace: Workspace) -> None:
    workspace.add(Project(name=f"{NAME}二期"))
    assert not recognise(workspace)
    assert tag(workspace) is None


def test_what_was_undone_can_still_be_done_again(workspace: Workspace) -> None:
    workspace.add(Project(name=NAME))
    workspace.add(Project(name="另一个"))
    workspace.undo()
    assert not recognise(workspace)
    assert workspace.redo()
