"""F07, F08 and E26 over the sheet of the whole department."""

from __future__ import annotations

import dataclasses
from decimal import Decimal

from jsxh_desktop.app.packs import load_pack
from jsxh_desktop.domain.department_indicator import DepartmentIndicator
from jsxh_desktop.domain.filing import Filing, with_value
from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.report_text import DepartmentReport
from jsxh_desktop.rules.reports import report_scores
from jsxh_desktop.rules.rule import Rule, Verdict, judge
from jsxh_desktop.rules.sheets import sheet_rules
from jsxh_desktop.rules.subject import Subject
from tests.department import SCANS, changed, whole

RULES: dict[str, Rule] = {rule.id: rule for rule in (*report_scores.RULES, *sheet_rules.RULES)}
PACK = load_pack("sichuan-2021")


def verdict(rule: str, filing: Filing) -> Verdict:
    return judge(RULES[rule], Subject(filing, PACK))


def reported(filing: Filing, **texts: object) -> Filing:
    report = dataclasses.replace(filing.department_report, **texts)  # type: ignore[arg-type]  # any of its facts
    return dataclasses.replace(filing, department_report=report)


def test_f08_a_stated_score_is_the_sum_of_its_sheet() -> None:
    assert verdict("F08", reported(whole(), self_score=Decimal("98.8"))).passed
    (finding,) = verdict("F08", reported(whole(), self_score=Decimal(95))).findings
    assert finding.message == "自评得分写的是95分，部门整体支出绩效自评表合计98.8分"
    assert finding.places == (Place(DepartmentReport.self_score),)


def test_f08_without_a_stated_score_the_sum_is_what_texts_are_held_to() -> None:
    assert verdict("F08", reported(whole(), conclusion="得分98.8分，等级为优。")).passed
    (finding,) = verdict("F08", reported(whole(), conclusion="得分97分。")).findings
    assert "应为98.8分" in finding.message


def test_f08_a_sheet_that_is_not_complete_cannot_be_compared() -> None:
    filing = reported(changed(whole(), 1, score=None), self_score=Decimal(95))
    assert [each.reason for each in verdict("F08", filing).unjudged] == [
        "部门整体支出绩效自评表还没有填全，自评得分没法核对"
    ]


def test_f08_the_points_of_the_sheet_are_a_hundred() -> None:
    (finding,) = verdict("F08", changed(whole(), SCANS, weight=Decimal(10))).findings
    assert finding.message == "部门整体支出绩效自评表的分值合计98分，应为100分"


def test_f08_no_indicator_has_more_than_its_points() -> None:
    (finding,) = verdict("F08", changed(whole(), 1, score=Decimal(6))).findings
    assert finding.message == "“相关性”得分6分，分值是5分"
    assert finding.places == (Place(DepartmentIndicator.score, 1),)


def test_f07_points_lost_on_the_sheet_have_a_problem_too() -> None:
    (finding,) = verdict("F07", reported(whole(), problems="无")).findings
    assert finding.message == "自评得分98.8分，存在问题却写“无”"
    assert verdict("F07", reported(whole(), problems="设备交货晚。")).passed


def test_e26_the_grade_told_is_that_of_the_sum() -> None:
    filing = reported(whole(), conclusion="评价等级为良。")
    assert "应为“优”" in verdict("E26", filing).findings[0].message


def test_a_score_that_agrees_in_value_is_the_same_however_it_is_written() -> None:
    filing = with_value(whole(), DepartmentReport.self_score, Decimal("98.80"))
    assert verdict("F08", filing).passed
