"""F01, F02: every project has its sheet, and everybody counts the same projects."""

from __future__ import annotations

import dataclasses

import pytest

from jsxh_desktop.domain.filing import Filing, with_added, with_value
from jsxh_desktop.domain.project import Indicator, Project
from jsxh_desktop.domain.report_text import DepartmentReport
from jsxh_desktop.domain.terms import ProjectBudget
from jsxh_desktop.narrative.document import compose
from jsxh_desktop.reports.evaluation_form import evaluation_sheets
from jsxh_desktop.rules.reports.project_coverage import every_project_is_evaluated
from jsxh_desktop.rules.reports.project_numbers import projects_are_counted_alike
from jsxh_desktop.rules.rule import Severity
from jsxh_desktop.rules.subject import Subject
from tests import seed
from tests.filings import BASIC, PROJECT, archive, spent
from tests.rules.report_texts import only, said
from tests.rules.tampering import (
    PACK,
    composed,
    findings,
    of_archive,
    of_sample,
    rewritten,
    unjudged,
    without,
)


def evaluated(filing: Filing) -> Filing:
    """Its first project with an indicator on its sheet."""
    return with_added(filing, Indicator(project=1, name="扫描档案", id=1))


# ---- F01 -----------------------------------------------------------------------------------


def test_projects_with_sheets_of_all_the_money_pass() -> None:
    subject = only(evaluated(archive()))
    assert not findings(every_project_is_evaluated, subject)
    assert not unjudged(every_project_is_evaluated, subject)


def test_s09_money_of_projects_in_no_sheet_is_found() -> None:
    filing = evaluated(archive())
    filing = with_added(filing, spent("2012604", PROJECT, "7.00", "7.00", id=90))
    (found,) = findings(every_project_is_evaluated, only(filing))
    assert found.message == "2012604档案馆有项目支出7.00万元没有归到项目，自评表里少这一笔"
    assert found.severity is None
    assert [place.key for place in found.places] == [90]


def test_s09_a_project_not_evaluated_leaves_its_money_uncovered() -> None:
    (found,) = findings(every_project_is_evaluated, seed.printed())
    assert found.message == (
        "第4个项目7.00万元没有开展绩效自评，已自评31.30万元，占项目支出38.30万元的81.7%"
    )
    assert found.severity is Severity.WARNING


def test_a_line_of_a_project_that_is_gone_is_in_no_sheet() -> None:
    lines = tuple(
        dataclasses.replace(line, project=9) if line.project else line
        for line in archive().expenditure
    )
    filing = dataclasses.replace(archive(), expenditure=lines)
    (found,) = findings(every_project_is_evaluated, only(filing))
    assert "没有归到项目" in found.message


def test_basic_money_on_a_sheet_is_found() -> None:
    filing = evaluated(archive())
    filing = with_added(filing, spent("2012601", BASIC, "3.00", "3.00", project=1, id=91))
    assert said(every_project_is_evaluated, only(filing)) == [
        "“馆藏数字化”的自评表里有3.00万元基本支出，自评表只列项目支出"
    ]


def test_a_project_without_indicators_is_unjudged() -> None:
    assert [each.reason for each in unjudged(every_project_is_evaluated, only(archive()))] == [
        "“馆藏数字化”的自评表还没有指标"
    ]


def test_a_project_that_may_or_may_not_be_evaluated_is_unjudged() -> None:
    filing = with_value(evaluated(archive()), Project.evaluated, None, key=1)
    (reason,) = unjudged(every_project_is_evaluated, only(filing))
    assert reason.reason == "“馆藏数字化”有没有开展绩效自评还没有填"


def test_without_any_expenditure_nothing_is_said() -> None:
    subject = only(dataclasses.replace(archive(), expenditure=()))
    assert not findings(every_project_is_evaluated, subject)


# ---- F02 -----------------------------------------------------------------------------------


@pytest.mark.parametrize("subject", [of_sample(), of_archive()])
def test_what_is_composed_counts_its_projects(subject: Subject) -> None:
    assert not said(projects_are_counted_alike, subject)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("涉及4个项目", "涉及5个项目", "项目支出的项目写成5个，实有4个"),
        ("部门预算项目3个", "部门预算项目2个", "部门预算项目写成2个，实有3个"),
        ("、专项预算项目1个", "", "专项预算项目写成0个，实有1个"),
        ("对3个项目开展了绩效自评", "对4个项目开展了绩效自评", ""),
    ],
)
def test_another_number_of_projects_is_found(old: str, new: str, message: str) -> None:
    found = said(projects_are_counted_alike, rewritten(of_sample(), old, new))
    assert (message in found) if message else not found


def test_s10_fewer_evaluated_than_there_are_wants_a_word() -> None:
    (found,) = findings(projects_are_counted_alike, seed.printed())
    assert found.message == "写“对3个项目开展了绩效自评”，项目共有4个，其余的没有说明"
    assert found.severity is None


def test_s10_a_sheet_left_out_is_missed() -> None:
    filing = of_sample().filing
    sheets = evaluation_sheets(filing, PACK)
    whole = Subject(filing, PACK, compose(filing, PACK, sheets=sheets))
    short = Subject(filing, PACK, compose(filing, PACK, sheets=sheets[:3]))
    assert not said(projects_are_counted_alike, whole)
    assert said(projects_are_counted_alike, short) == ["打印了3张自评表，项目有4个"]


def test_a_report_left_out_is_missed() -> None:
    filing = with_added(archive(), Project(name="库房改造", budget=ProjectBudget.EARMARKED, id=2))
    subject = without(composed(filing), "附件3")
    assert said(projects_are_counted_alike, subject) == [
        "专项预算项目支出绩效自评报告有1份，应有2份"
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("全年预算项目支出4个，其中部门预算项目支出3个，专项预算支出1个。", []),
        ("全年预算项目支出3个。", ["项目支出的项目写成3个，实有4个"]),
        ("其中部门预算项目支出3个。", []),
        ("全区18家企业18个项目参展。", []),
    ],
)
def test_projects_counted_in_the_report_are_the_filings(text: str, found: list[str]) -> None:
    filing = with_value(of_sample().filing, DepartmentReport.management, text)
    assert said(projects_are_counted_alike, only(filing)) == found
