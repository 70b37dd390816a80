"""Texts at hand for a report: last year's and the sheet's, and the steps that take them over."""

from __future__ import annotations

import dataclasses

from jsxh_desktop.app.report_texts import (
    LAST_YEAR,
    SHEET,
    Source,
    begun,
    none_due,
    sources,
    stray,
    taken_over,
)
from jsxh_desktop.domain.change import Added, Put
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.project import Goal, Indicator
from jsxh_desktop.domain.report_text import DepartmentReport, ProjectReport
from jsxh_desktop.domain.terms import IndicatorClass, IndicatorNature, ProjectBudget
from tests.filings import archive

REPORT = ProjectReport(project=1, content="扫描档案", id=1)
UNBEGUN = ProjectReport(project=1)


def with_before(**parts: object) -> Filing:
    before = dataclasses.replace(archive(), year=2020, **parts)  # type: ignore[arg-type]
    return dataclasses.replace(archive(), before=before)


def with_sheet() -> Filing:
    scanned = Indicator(
        project=1,
        category=IndicatorClass.QUANTITY,
        name="扫描档案",
        nature=IndicatorNature.AT_LEAST,
        target="1000",
        unit="卷",
        actual="1100",
    )
    pleased = Indicator(
        project=1, category=IndicatorClass.SATISFACTION, name="查档群众满意度", actual="满意"
    )
    return dataclasses.replace(
        archive(),
        goals=(Goal(1, "扫描1000卷。", "扫描1100卷"), Goal(2, "别的项目的", "")),
        indicators=(scanned, pleased),
    )


def test_the_sheets_goals_are_offered_as_one_sentence() -> None:
    found = sources(with_sheet(), REPORT, ProjectReport.goals)
    assert found == (Source(SHEET, "扫描1000卷。"),)


def test_the_sheets_outputs_are_offered_by_class_with_their_targets() -> None:
    (found,) = sources(with_sheet(), REPORT, ProjectReport.completion)
    assert found.text == "数量：扫描档案1100卷（目标≥1000卷）。"


def test_effects_are_offered_apart_from_outputs() -> None:
    (found,) = sources(with_sheet(), REPORT, ProjectReport.benefit)
    assert found.text == "满意度：查档群众满意度：满意。"


def test_a_text_the_sheet_says_nothing_of_is_offered_nothing() -> None:
    assert sources(with_sheet(), REPORT, ProjectReport.basis) == ()


def test_last_years_report_is_that_of_the_project_of_the_same_name() -> None:
    filing = with_before(project_reports=(ProjectReport(project=1, role="负责实施", id=7),))
    assert sources(filing, UNBEGUN, ProjectReport.role) == (Source(LAST_YEAR, "负责实施"),)


def test_only_what_is_blank_is_taken_over() -> None:
    filing = with_before(
        project_reports=(ProjectReport(project=1, role="负责实施", content="旧的", id=7),)
    )
    assert taken_over(filing, REPORT) == (
        "套用上年 1 处",
        (Put(ProjectReport.role, "负责实施", 1),),
    )


def test_a_report_not_begun_is_added_with_what_is_taken_over() -> None:
    filing = with_before(project_reports=(ProjectReport(project=1, role="负责实施", id=7),))
    step = taken_over(filing, UNBEGUN)
    assert step
    assert step.changes == (Added(ProjectReport(project=1, role="负责实施")),)


def test_the_department_report_is_taken_over_field_by_field() -> None:
    filing = with_before(department_report=DepartmentReport(composition="内设三股"))
    step = taken_over(filing, filing.department_report)
    assert step == ("套用上年 1 处", (Put(DepartmentReport.composition, "内设三股", 0),))


def test_nothing_is_taken_over_without_the_year_before() -> None:
    assert taken_over(archive(), archive().department_report) is None


def test_the_first_text_brings_the_report_into_the_filing() -> None:
    step = begun(archive(), UNBEGUN, ProjectReport.role, "负责实施")
    assert step.title == "填写“馆藏数字化”自评报告的项目管理中的职能"
    assert step.changes == (Added(ProjectReport(project=1, role="负责实施")),)


def test_a_report_of_a_project_that_asks_for_none_any_more_is_stray() -> None:
    project = dataclasses.replace(archive().projects[0], budget=ProjectBudget.DEPARTMENT)
    filing = dataclasses.replace(archive(), projects=(project,))
    assert stray(filing, REPORT)
    assert not stray(archive(), REPORT)


def test_where_no_report_is_due_it_is_said_why() -> None:
    unsorted = dataclasses.replace(archive().projects[0], budget=None)
    said = none_due(dataclasses.replace(archive(), projects=(unsorted,)))
    assert said == "有 1 个项目还没有选预算类型，专项预算项目才写这份报告"
    assert none_due(Filing(2021)).startswith("还没有项目")
