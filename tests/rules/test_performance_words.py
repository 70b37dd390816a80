"""F12–F16: the words of the reports, and the equipment they name."""

from __future__ import annotations

import dataclasses

import pytest

from jsxh_desktop.domain.change import Put
from jsxh_desktop.domain.disclosure import Procurement
from jsxh_desktop.domain.filing import with_value
from jsxh_desktop.domain.money import wan
from jsxh_desktop.domain.organization import KeyWork
from jsxh_desktop.domain.project import Goal, Indicator, Project
from jsxh_desktop.domain.terms import IndicatorClass
from jsxh_desktop.rules.reports.equipment import equipment_is_procured
from jsxh_desktop.rules.reports.report_wording import (
    alike,
    conclusions_are_not_the_goals,
    nothing_of_the_template_is_left,
    reports_are_called_by_their_titles,
)
from jsxh_desktop.rules.reports.specifications import specifications_agree
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

GOAL = (
    "通过项目的实施，进一步加强社区科普阵地建设、组织网络建设、队伍建设，"
    "让科普知识走进千家万户，提升社区居民科学素质。"
)


# ---- F12 -----------------------------------------------------------------------------------


def test_s67_a_hint_in_brackets_is_taken_out() -> None:
    found = findings(nothing_of_the_template_is_left, seed.printed())
    assert found[0].message == "留有模板的填写提示“可用表格形式反映”"
    assert found[0].correction is not None
    (put,) = found[0].correction.changes
    assert isinstance(put, Put)
    assert str(put.value).startswith("该项目由省财政厅、省科协共同下达")


def test_s68_a_sentence_of_the_template_is_found() -> None:
    found = findings(nothing_of_the_template_is_left, seed.printed())
    assert "重点围绕以下内容进行分析评价" in {each.words for each in found}
    assert {each.severity for each in found} == {None}


@pytest.mark.parametrize("text", ["XX年开展XXX工作", "支出××万元", "（如持平,作持平表述）"])
def test_what_was_to_be_filled_in_is_found(text: str) -> None:
    assert len(said(nothing_of_the_template_is_left, reported(quality=text))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "针对项目自评中发现的问题，我单位制定了整改措施。",
        "根据区委编委批准的三定方案，本单位主要职能如下。",
        "安装4.26×2.02米显示屏，网址www.xxgk.gov.cn。",
    ],
)
def test_words_of_ones_own_pass(text: str) -> None:
    assert not said(nothing_of_the_template_is_left, reported(quality=text))


@pytest.mark.parametrize("subject", [of_sample(), of_archive()])
def test_the_program_leaves_nothing_of_a_template(subject: Subject) -> None:
    assert not said(nothing_of_the_template_is_left, subject)


# ---- F13 -----------------------------------------------------------------------------------


@pytest.mark.parametrize("subject", [seed.printed(), of_sample()])
def test_s73_a_conclusion_is_not_the_goal(subject: Subject) -> None:
    (found,) = findings(conclusions_are_not_the_goals, subject)
    assert found.message == "“省级科普专项经费”的自评报告的评价结论与绩效目标有100%相同"


def test_a_conclusion_changed_by_a_few_words_is_still_copied() -> None:
    other = GOAL.replace("进一步加强", "加强了")
    subject = only(of_project(goals=GOAL, conclusion=other))
    assert len(said(conclusions_are_not_the_goals, subject)) == 1


def test_a_conclusion_of_ones_own_passes() -> None:
    own = "全年建成示范社区1个，开展活动12次，居民参与3200人次，科学素质调查得分提高2.1个百分点。"
    assert not said(conclusions_are_not_the_goals, only(of_project(goals=GOAL, conclusion=own)))
    assert alike(GOAL, own) < 0.3


def test_goals_of_the_sheet_count_as_well() -> None:
    filing = dataclasses.replace(archive(), goals=(Goal(project=1, expected=GOAL, id=1),))
    filing = with_value(filing, Project.conclusion, GOAL, 1)
    assert len(said(conclusions_are_not_the_goals, only(filing))) == 1


# ---- F14 -----------------------------------------------------------------------------------


def test_s39_a_report_is_quoted_by_its_title() -> None:
    (found,) = findings(reports_are_called_by_their_titles, seed.printed())
    assert found.message == (
        "引用的是《2021年朝天区科协整体绩效评价报告》，"
        "附件题名是《2021年朝天区科协部门整体绩效评价报告》"
    )
    assert not said(reports_are_called_by_their_titles, of_sample())


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("《2021年县档案馆部门", "《2021年县档案馆"),
        ("附件2\n2021年专项", "附件2\n2020年专项"),
        ("附件1\n2021年县档案馆", "附件1\n2021年县方志馆"),
    ],
)
def test_a_title_told_otherwise_is_found(old: str, new: str) -> None:
    subject = rewritten(of_archive(), old, new)
    assert len(said(reports_are_called_by_their_titles, subject)) == 1


def test_reports_of_others_may_be_quoted() -> None:
    filing = with_value(
        of_archive().filing, KeyWork.text, "学习《2020年全省绩效评价报告》。", key=1
    )
    assert not said(reports_are_called_by_their_titles, Subject(filing, PACK, of_archive().parts))


# ---- F15, F16 ------------------------------------------------------------------------------


def test_s23_equipment_of_projects_is_procured() -> None:
    for subject in (seed.printed(), of_sample()):
        (found,) = findings(equipment_is_procured, subject)
        assert found.message.startswith("自评表里购置设备6.80万元，政府采购货物支出0.50万元")
        assert "电子显示屏6.30万元" in found.message


def test_equipment_within_procurement_passes() -> None:
    filing = with_value(of_sample().filing, Procurement.goods, wan("6.80"))
    assert not said(equipment_is_procured, only(filing))
    assert not said(equipment_is_procured, of_archive())


def test_services_are_no_equipment() -> None:
    row = Indicator(category=IndicatorClass.COST, name="采购培训服务", unit="万元/年", actual="9")
    assert not said(equipment_is_procured, only(indicators(archive(), row)))


def test_procurement_nobody_entered_is_unjudged() -> None:
    filing = with_value(of_sample().filing, Procurement.goods, None)
    (reason,) = unjudged(equipment_is_procured, only(filing))
    assert reason.reason == "政府采购货物支出还没有填"


def test_s21_a_screen_has_one_size() -> None:
    for subject in (seed.printed(), of_sample()):
        sizes, inches = [
            each.message
            for each in findings(specifications_agree, subject)
            if each.severity is None
        ]
        assert sizes.endswith("是8.6052平方米，另一处写8㎡LED大屏")
        assert inches == "同一尺寸一处写65吋，一处写65寸"


def test_s22_the_staff_of_a_place_is_pointed_out() -> None:
    (found,) = [
        each
        for each in findings(specifications_agree, seed.printed())
        if each.severity is Severity.INFO
    ]
    assert "“落实6名专兼职运维人员”" in found.message
    assert "“配备工作人员1人”" in found.message


def test_one_size_and_one_way_of_writing_it_pass() -> None:
    row = Indicator(category=IndicatorClass.QUALITY, name="室内全彩4.26×2.02米显示屏", actual="1")
    filing = indicators(of_project(method="设立9㎡LED大屏，55寸电视2台，65寸电视1台。"), row)
    assert not said(specifications_agree, only(filing))
