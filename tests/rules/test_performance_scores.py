"""F07, F08, F10, F11: scores, goals reached and satisfaction."""

from __future__ import annotations

import dataclasses
from decimal import Decimal

import pytest

from jsxh_desktop.domain.filing import with_value
from jsxh_desktop.domain.organization import KeyWork
from jsxh_desktop.domain.project import Indicator
from jsxh_desktop.domain.report_text import DepartmentReport, ProjectReport
from jsxh_desktop.domain.scoring import SCHEMES
from jsxh_desktop.domain.terms import IndicatorClass, IndicatorNature
from jsxh_desktop.rules.reports.report_goals import common, goals_are_reached
from jsxh_desktop.rules.reports.report_scores import (
    points_lost_have_a_problem,
    scores_come_from_a_sheet,
)
from jsxh_desktop.rules.reports.satisfaction import satisfaction_is_told_alike
from jsxh_desktop.rules.rule import Severity
from jsxh_desktop.rules.subject import Subject
from tests import seed
from tests.filings import archive
from tests.rules.report_texts import indicators, of_project, only, reported, said
from tests.rules.tampering import (
    PACK,
    findings,
    of_archive,
    of_sample,
    rewritten,
    unjudged,
)


def satisfied(actual: str, name: str = "服务对象满意度") -> Indicator:
    return Indicator(
        category=IndicatorClass.SATISFACTION,
        name=name,
        nature=IndicatorNature.AT_LEAST,
        target="90",
        unit="%",
        actual=actual,
    )


# ---- F07 -----------------------------------------------------------------------------------


def test_s71_points_lost_have_a_problem() -> None:
    first, _ = findings(points_lost_have_a_problem, seed.printed())
    assert first.message == "自评得分93.8分，存在问题却写“无”"
    assert first.severity is None
    assert first.places[0].entry is DepartmentReport.problems


@pytest.mark.parametrize(
    ("score", "problems"), [("100", "无"), ("93.8", "预算编制不够细。"), (None, "无")]
)
def test_a_full_score_or_a_problem_named_passes(score: str | None, problems: str) -> None:
    number = None if score is None else Decimal(score)
    assert not said(points_lost_have_a_problem, reported(self_score=number, problems=problems))


@pytest.mark.parametrize("problems", ["无。", "1.无", "不存在问题", "暂无问题"])
def test_no_problem_is_said_in_many_ways(problems: str) -> None:
    subject = reported(self_score=Decimal("90"), problems=problems)
    assert len(said(points_lost_have_a_problem, subject)) == 1


def test_problems_not_written_yet_are_unjudged() -> None:
    (reason,) = unjudged(points_lost_have_a_problem, of_sample())
    assert reason.reason == "存在问题还没有填"


def test_s72_a_project_that_fell_short_has_a_problem() -> None:
    _, second = findings(points_lost_have_a_problem, seed.printed())
    assert second.message.startswith("“省级科普专项经费”满意度95%")
    assert second.severity is Severity.WARNING
    assert len(said(points_lost_have_a_problem, of_sample())) == 1


def test_a_project_that_missed_its_target_has_a_problem() -> None:
    missed = Indicator(
        name="扫描档案", nature=IndicatorNature.AT_LEAST, target="500", unit="卷", actual="480"
    )
    (message,) = said(
        points_lost_have_a_problem, only(indicators(of_project(problems="无"), missed))
    )
    assert message == "“馆藏数字化”“扫描档案”未达到指标值，存在的问题却写“无”"


def test_a_project_that_reached_everything_may_have_none() -> None:
    filing = of_project(problems="无", benefit="群众满意度达到100%。")
    assert not said(points_lost_have_a_problem, only(filing))


# ---- F08 -----------------------------------------------------------------------------------


def test_s71_a_score_without_its_sheet_is_unjudged() -> None:
    (reason,) = unjudged(scores_come_from_a_sheet, of_sample())
    assert reason.reason == "自评得分93.8分没有部门整体支出绩效自评表可以核对"
    assert not unjudged(scores_come_from_a_sheet, of_archive())


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("得分为93.8分", "得分为98.3分", "自评得分写成98.3分，应为93.8分"),
        ("等级为优", "等级为良", "评价等级写成良，应为优（93.8分）"),
    ],
)
def test_another_score_or_grade_in_print_is_found(old: str, new: str, message: str) -> None:
    assert not said(scores_come_from_a_sheet, of_sample())
    assert said(scores_come_from_a_sheet, rewritten(of_sample(), old, new)) == [message]


def test_a_score_typed_otherwise_or_out_of_range_is_found() -> None:
    subject = reported(self_score=Decimal("93.8"), conclusion="经过自评，自评得分为95分。")
    assert said(scores_come_from_a_sheet, subject) == ["自评得分写成95分，应为93.8分"]
    subject = reported(self_score=Decimal("103"))
    assert said(scores_come_from_a_sheet, subject) == ["自评得分103分，不在0到100之间"]


def test_the_score_of_a_project_is_its_sheets() -> None:
    row = dataclasses.replace(satisfied("95"), weight=Decimal(90))
    filing = indicators(of_project(conclusion="自评得分98分。"), row)
    sheet = dataclasses.replace(PACK.sheet, scheme=SCHEMES["sichuan-0013zp"])
    scored = dataclasses.replace(PACK, sheet=sheet)
    assert not said(scores_come_from_a_sheet, Subject(filing, scored))
    other = with_value(filing, ProjectReport.conclusion, "自评得分89分。", 1)
    assert said(scores_come_from_a_sheet, Subject(other, scored)) == ["自评得分写成89分，应为98分"]
    assert not said(scores_come_from_a_sheet, only(other))


# ---- F10 -----------------------------------------------------------------------------------


@pytest.mark.parametrize("subject", [seed.printed(), of_sample()])
def test_s18_a_goal_missed_by_what_was_told_is_found(subject: Subject) -> None:
    (found,) = findings(goals_are_reached, subject)
    assert found.message == ("“科技工作者”目标是3000人以上，重点工作第4条写2883人，完成96.1%")
    assert [place.entry for place in found.places] == [ProjectReport.goals, KeyWork.text]
    assert found.severity is Severity.WARNING


def test_a_goal_its_own_report_contradicts_is_an_error() -> None:
    filing = of_project(goals="培训档案员达到500人次以上。", completion="培训档案员480人次。")
    (found,) = findings(goals_are_reached, only(filing))
    assert found.severity is Severity.ERROR


@pytest.mark.parametrize(
    ("goal", "done"),
    [
        ("培训档案员达到500人次以上。", "培训档案员520人次。"),
        ("培训档案员达到500人次以上。", "在镇里培训档案员80人次，全年培训档案员520人次。"),
        ("培训档案员达到500人次以上。", "扫描档案480卷。"),
        ("培训档案员500人次。", "培训档案员480人次。"),
        ("企事业单位200家以上。", "组织机构注册309个。"),
    ],
)
def test_a_goal_reached_or_without_evidence_passes(goal: str, done: str) -> None:
    assert not said(goals_are_reached, only(of_project(goals=goal, completion=done)))


def test_a_count_of_one_occasion_is_no_evidence() -> None:
    filing = of_project(goals="受益群众达到5000人次以上。")
    filing = with_value(filing, KeyWork.text, "送档案进村，受益群众300人次。", key=1)
    assert not said(goals_are_reached, only(filing))


def test_names_share_a_thing_by_four_characters() -> None:
    assert common("使全区广大科技工作者入驻平台", "其中注册科技工作者") == "科技工作者"
    assert common("培训农民", "培训干部") == ""


# ---- F11 -----------------------------------------------------------------------------------


@pytest.mark.parametrize("subject", [seed.printed(), of_sample()])
def test_s74_two_rates_want_to_be_told_apart(subject: Subject) -> None:
    (found,) = findings(satisfaction_is_told_alike, subject)
    assert found.message == "结果应用情况写干部满意度100%，自评表是全区公民满意95%"


def test_a_report_and_its_sheet_tell_one_rate() -> None:
    filing = indicators(of_project(benefit="服务对象满意度为98%。"), satisfied("95"))
    assert said(satisfaction_is_told_alike, only(filing)) == [
        "馆藏数字化　项目效益情况写服务对象满意度98%，自评表是服务对象满意度95%"
    ]
    right = with_value(filing, ProjectReport.benefit, "服务对象满意度达95%。", 1)
    assert not said(satisfaction_is_told_alike, only(right))


def test_the_same_people_have_one_rate() -> None:
    subject = reported(application="干部满意度100%。", quality="干部满意度98%。")
    assert len(said(satisfaction_is_told_alike, subject)) == 1


@pytest.mark.parametrize(("told", "agrees"), [("90%以上", True), ("98%以上", False)])
def test_a_rate_reached_at_least_agrees_with_a_higher_one(told: str, agrees: bool) -> None:
    filing = indicators(archive(), satisfied("95"))
    filing = with_value(filing, DepartmentReport.application, f"群众满意度达{told}。")
    assert bool(said(satisfaction_is_told_alike, only(filing))) is not agrees


def test_projects_may_differ_in_satisfaction() -> None:
    filing = indicators(archive(), satisfied("95"), dataclasses.replace(satisfied("98"), project=2))
    filing = with_value(filing, DepartmentReport.application, "群众满意度98%，满意度高。")
    assert not said(satisfaction_is_told_alike, only(filing))
