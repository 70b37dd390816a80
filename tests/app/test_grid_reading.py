"""What is typed or pasted into a grid, as this year's codes and projects have it."""

from __future__ import annotations

import dataclasses

import pytest

from jsxh_desktop.app.grid_reading import exact, project_name, read
from jsxh_desktop.app.sample import sample
from jsxh_desktop.domain.expenditure import ExpenditureLine
from jsxh_desktop.domain.money import Money

FILING = sample()
NAMELESS = FILING.projects[3]


@pytest.mark.parametrize("typed", [" -   ", "¥-", " ￥ -"])
def test_the_zero_of_a_spreadsheets_accounting_format_is_zero(typed: str) -> None:
    assert read(FILING, ExpenditureLine.final, typed, "元") == Money()


def test_a_project_without_a_name_is_called_by_its_place() -> None:
    assert exact(FILING, ExpenditureLine.project, NAMELESS.id, "万元") == "第 4 个项目"
    assert read(FILING, ExpenditureLine.project, "第 4 个项目", "万元") == NAMELESS.id


def test_of_two_projects_with_one_name_each_shows_it() -> None:
    first, second, *others = FILING.projects
    alike = dataclasses.replace(second, name=first.name)
    filing = dataclasses.replace(FILING, projects=(first, alike, *others))
    assert project_name(filing, first.id) == project_name(filing, second.id) == first.name
