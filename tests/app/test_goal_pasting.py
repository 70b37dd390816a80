"""A list of goals pasted into one of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from jsxh_desktop.app.goal_pasting import pasted
from jsxh_desktop.app.workspace import Workspace
from jsxh_desktop.domain.change import Added
from jsxh_desktop.domain.entry import Entry
from jsxh_desktop.domain.project import Goal
from tests.app.grids import open_sample

LINES = ("开展科普活动12场", "培训农技人员300人次", "建成科普长廊1处")


def sides(workspace: Workspace, side: Entry[str], project: int) -> list[str]:
    return [side.of(goal) for goal in workspace.filing.goals if goal.project == project]


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    opened = open_sample(tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def goal(workspace: Workspace) -> Goal:
    """One among those of its project; other projects have theirs before and behind."""
    return workspace.filing.goals[4]


def paste(workspace: Workspace, side: Entry[str], goal: Goal) -> None:
    step = pasted(workspace.filing, side, goal.id, LINES)
    workspace.apply(step.title, step.changes)


def test_each_line_is_a_goal_behind_the_one_it_was_pasted_into(
    workspace: Workspace, goal: Goal
) -> None:
    assert goal.project is not None
    before = sides(workspace, Goal.expected, goal.project)
    place = [each.id for each in workspace.filing.goals if each.project == goal.project].index(
        goal.id
    )
    paste(workspace, Goal.expected, goal)
    after = sides(workspace, Goal.expected, goal.project)
    assert after == [*before[:place], *LINES, *before[place + 1 :]]


def test_what_was_done_goes_to_the_goals_below_that_say_nothing_of_it(
    workspace: Workspace, goal: Goal
) -> None:
    assert goal.project is not None
    blank = Added(Goal(project=goal.project, expected="建成科普长廊"))
    workspace.apply("", [blank, blank])
    first = workspace.filing.goals[-2]
    paste(workspace, Goal.done, first)
    assert sides(workspace, Goal.done, goal.project)[-3:] == [*LINES]
    assert sides(workspace, Goal.expected, goal.project)[-3:] == ["建成科普长廊"] * 2 + [""]


def test_it_is_one_step_and_other_projects_keep_theirs(workspace: Workspace, goal: Goal) -> None:
    held = workspace.filing.goals
    paste(workspace, Goal.expected, goal)
    others = [each for each in workspace.filing.goals if each.project != goal.project]
    assert others == [each for each in held if each.project != goal.project]
    assert workspace.undo() == "粘贴 3 条年度总体目标"
    assert workspace.filing.goals == held
