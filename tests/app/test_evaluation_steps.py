"""A project copied, filled from the year before, or from the library; each as changes of a step."""

from __future__ import annotations

import dataclasses

from jsxh_desktop.app.evaluation_steps import (
    copied,
    first_line,
    from_last_year,
    from_library,
    last_years,
)
from jsxh_desktop.app.indicator_library import suggestions
from jsxh_desktop.app.packs import load_pack
from jsxh_desktop.app.sample import sample
from jsxh_desktop.domain.change import Added, Change
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.project import Goal, Indicator, Project
from jsxh_desktop.domain.terms import ExpenditureKind, IndicatorClass, IndicatorNature

SHEET = load_pack("sichuan-2021").sheet
NOW = Project("科普经费", id=1)
EARLIER = Filing(
    2020,
    projects=(Project("科普培训", code="R1", id=7), Project("科普经费", id=8)),
    goals=(Goal(8, "办十场", "办了十场"),),
    indicators=(
        Indicator(
            project=8,
            category=IndicatorClass.ECONOMIC_COST,
            name="场均成本",
            nature=IndicatorNature.AT_MOST,
            target="3000",
            unit="元",
            actual="2900",
        ),
        Indicator(
            project=8,
            category=IndicatorClass.TIMELINESS,
            name="完成时间",
            nature=IndicatorNature.DAY,
            target="2020年12月30日",
        ),
    ),
)


def after(before: Filing = EARLIER, *projects: Project) -> Filing:
    return Filing(2021, projects=projects or (NOW,), before=before)


def records(changes: list[Change]) -> list[object]:
    return [change.record for change in changes if isinstance(change, Added)]


def test_a_copy_stands_behind_its_project_with_all_that_belongs_to_it() -> None:
    project, *owned = copied(sample(), 1)
    assert isinstance(project, Added)
    assert (project.record.name, project.position) == ("科普经费（复制）", 1)
    assert len(owned) == 4 + 16
    assert {change.under for change in owned if isinstance(change, Added)} == {0}


def test_the_project_of_last_year_is_known_by_its_code_first() -> None:
    renamed = Project("科普经费", code="R1", id=1)
    found = last_years(after(EARLIER, renamed), renamed)
    assert found is not None
    assert found.id == 7


def test_without_a_code_it_is_known_by_its_name() -> None:
    found = last_years(after(), NOW)
    assert found is not None
    assert found.id == 8


def test_what_was_expected_comes_over_without_what_became_of_it() -> None:
    goal, cost, _ = records(from_last_year(after(), NOW, SHEET))
    assert goal == Goal(1, "办十场")
    assert isinstance(cost, Indicator)
    assert (cost.project, cost.target, cost.unit, cost.actual) == (1, "3000", "元", "")


def test_a_class_the_form_lacks_becomes_the_one_it_has_instead() -> None:
    _, cost, _ = records(from_last_year(after(), NOW, SHEET))
    assert isinstance(cost, Indicator)
    assert cost.category is IndicatorClass.COST


def test_the_day_of_last_year_has_passed() -> None:
    *_, day = records(from_last_year(after(), NOW, SHEET))
    assert isinstance(day, Indicator)
    assert day.target == ""


def test_what_is_on_the_sheet_already_does_not_come_twice() -> None:
    filing = after()
    added = records(from_last_year(filing, NOW, SHEET))
    goals = tuple(each for each in added if isinstance(each, Goal))
    indicators = tuple(each for each in added if isinstance(each, Indicator))
    filing = dataclasses.replace(filing, goals=goals, indicators=indicators)
    assert from_last_year(filing, NOW, SHEET) == []


def test_without_a_year_before_nothing_comes() -> None:
    assert from_last_year(Filing(2021, projects=(NOW,)), NOW, SHEET) == []


def test_what_is_taken_from_the_library_stands_behind_its_class() -> None:
    filing = sample()
    wanted = [each for each in suggestions(filing, None) if each.name == "引进第三方服务机构"]
    (added,) = from_library(filing, wanted, 1)
    assert isinstance(added, Added)
    assert (added.record.project, added.position) == (1, 4)  # behind the fourth 数量指标


def test_two_from_the_library_keep_their_order() -> None:
    filing = sample()
    wanted = suggestions(filing, "培训")[-2:]
    changes = from_library(filing, wanted, 1)
    for change in sorted(changes, key=lambda change: isinstance(change, Added)):
        assert isinstance(change, Added)
        held = list(filing.indicators)
        held.insert(change.position or 0, change.record)
        filing = dataclasses.replace(filing, indicators=tuple(held))
    names = [each.name for each in filing.indicators if each.project == 1 and not each.id]
    assert names == [each.name for each in wanted]


def test_a_line_for_a_project_is_project_expenditure() -> None:
    line = first_line(3)
    assert (line.project, line.kind) == (3, ExpenditureKind.PROJECT)
