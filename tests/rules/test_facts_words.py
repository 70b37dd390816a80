"""C29, C30, C36, C37: reasons, explanations and names of codes."""

from __future__ import annotations

import dataclasses

import pytest

from jsxh_desktop.domain.change import Put
from jsxh_desktop.domain.code import Code, CodeTable
from jsxh_desktop.domain.expenditure import Variance
from jsxh_desktop.domain.filing import with_value
from jsxh_desktop.domain.organization import KeyWork
from jsxh_desktop.domain.report_text import DepartmentReport, Reasons, Term
from jsxh_desktop.rules.rule import Severity
from jsxh_desktop.rules.subject import Subject
from jsxh_desktop.rules.unit.old_names import names_are_of_the_year, outdated
from jsxh_desktop.rules.unit.reasons import great_changes_are_explained, reasons_differ
from jsxh_desktop.rules.unit.terms import terms_are_explained
from tests import seed
from tests.filings import archive
from tests.rules.report_texts import only, said
from tests.rules.tampering import (
    findings,
    of_archive,
    of_sample,
    rewritten,
    unjudged,
    without,
)

SAME = "本年度四级调研员交通补贴增加并补发30个月以及2020年绩效考核奖标准提高形成"
TYPED = DepartmentReport.management


def reasoned(**reasons: str) -> Subject:
    return only(dataclasses.replace(archive(), reasons=Reasons(**reasons)))


def managed(text: str, subject: Subject | None = None) -> Subject:
    """A filing with this text in its report."""
    filing = (subject or of_sample()).filing
    return only(with_value(filing, TYPED, text))


# ---- C29 -----------------------------------------------------------------------------------


def test_s41_one_reason_for_everything_is_none() -> None:
    (found,) = findings(reasons_differ, seed.printed())
    assert found.message.startswith("同一句原因用了4处：“本年度四级调研员")
    assert [place.entry for place in found.places] == [
        Reasons.total,
        Reasons.appropriation,
        Reasons.general_budget,
        Reasons.agency_running,
    ]


def test_reasons_alike_but_for_a_word_are_the_same() -> None:
    other = SAME.replace("以及", "及").replace("形成", "。")
    subject = reasoned(total=SAME, appropriation=other, agency_running=SAME)
    assert len(said(reasons_differ, subject)) == 1


def test_a_reason_may_stand_twice() -> None:
    assert not said(reasons_differ, reasoned(total=SAME, appropriation=SAME))
    assert not said(reasons_differ, of_archive())


def test_the_same_reason_for_three_items_is_found() -> None:
    items = tuple(Variance(f"201260{key}", "年中追加预算", id=key) for key in (1, 2, 3))
    (found,) = findings(reasons_differ, only(dataclasses.replace(archive(), variances=items)))
    assert [place.key for place in found.places] == [1, 2, 3]


# ---- C37 -----------------------------------------------------------------------------------


def test_a_great_change_wants_more_than_a_few_words() -> None:
    (found,) = findings(great_changes_are_explained, reasoned(agency_running="业务增加"))
    assert found.message == "机关运行经费增长50.0%，原因只写了“业务增加”"
    assert found.severity is None


@pytest.mark.parametrize(
    "reasons",
    [
        {"agency_running": "搬迁新馆，物业管理费和水电费增加"},
        {"total": "业务增加"},  # 10 per cent
        {"agency_running": ""},
    ],
)
def test_a_change_explained_or_small_passes(reasons: dict[str, str]) -> None:
    assert not said(great_changes_are_explained, reasoned(**reasons))


def test_a_change_from_what_nobody_entered_is_unjudged() -> None:
    (reason,) = unjudged(
        great_changes_are_explained,
        only(with_value(of_sample().filing, Reasons.vehicles, "车辆老化")),
    )
    assert reason.reason == "上年公务用车购置及运行维护费还没有填"


# ---- C30 -----------------------------------------------------------------------------------


def test_s51_a_list_of_amounts_explains_nothing() -> None:
    found = findings(terms_are_explained, seed.printed())
    assert found[0].message == "名词“科学技术（类）206（款）07（项）”的解释里写了金额6.41万元"
    amounts = [each for each in found if "金额" in each.message]
    assert len(amounts) == 8
    assert all(each.places[0].entry is Term.explanation for each in amounts)
    assert all(
        (each.severity or terms_are_explained.severity) is Severity.WARNING for each in found
    )


@pytest.mark.parametrize(
    "text",
    [
        "指单位用于科普活动的支出。",
        "指单价50万元以上的通用设备、单价100万元（含）以上的专用设备。",
        "指每人100元/天的补助。",
    ],
)
def test_a_definition_passes(text: str) -> None:
    filing = dataclasses.replace(archive(), terms=(Term("科普活动", text, id=1),))
    assert not said(terms_are_explained, only(filing))


@pytest.mark.parametrize("subject", [of_sample(), of_archive()])
def test_what_the_document_speaks_of_is_explained(subject: Subject) -> None:
    assert not said(terms_are_explained, subject)


def test_a_notion_left_out_is_missed() -> None:
    subject = without(of_archive(), "机关运行经费：指")
    assert said(terms_are_explained, subject) == ["名词“机关运行经费”在文中出现，名词解释里没有"]


def test_a_document_without_explanations_is_not_judged_on_them() -> None:
    assert not said(terms_are_explained, only(archive()))


# ---- C36 -----------------------------------------------------------------------------------


def test_s49_a_name_of_2018_is_out_of_use_in_2021() -> None:
    found = findings(names_are_of_the_year, seed.printed())
    (old,) = [each for each in found if each.severity is Severity.ERROR]
    assert old.message == "“医疗卫生与计划生育”不是当年的科目名称，应为“卫生健康”"
    assert old.correction is not None
    assert old.correction.changes == (Put(Term.name, "卫生健康（类）210（款）11（项）", 3),)


def test_s52_short_names_are_no_codes() -> None:
    found = findings(names_are_of_the_year, seed.printed())
    short = {each.words for each in found if each.severity is Severity.WARNING}
    assert short == {"物管费", "日常维修费", "维修费", "其他交通费", "养老保险", "医疗保险"}
    listed = [each for each in found if not each.places]
    assert [each.words for each in listed] == ["其他交通费"]


@pytest.mark.parametrize(
    "text",
    [
        "车辆保险费、维修费、过路过桥费共2万元。",
        "公务用车运行维护费2万元，其中维修费0.24万元。",
        "缴纳基本养老保险和职工基本医疗保险，其他交通费用9.04万元。",
        "行政事业单位离退休人员管理规范，脱贫攻坚与扶贫工作衔接。",
        "卫生健康（类）支出4.84万元，物业管理费0.58万元。",
    ],
)
def test_ordinary_words_and_right_names_pass(text: str) -> None:
    assert not said(names_are_of_the_year, managed(text))


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("文化体育与传媒支出3万元", "文化旅游体育与传媒支出"),
        ("行政事业单位离退休（款）", "行政事业单位养老支出"),
        ("公务用车购置及运行费", "公务用车购置及运行维护费"),
        ("其中物管费0.58万元", "物业管理费"),
    ],
)
def test_an_old_or_short_name_gets_its_standard_one(text: str, right: str) -> None:
    (found,) = findings(names_are_of_the_year, managed(text))
    assert found.computed == right
    assert found.correction is not None


def test_a_short_name_in_a_text_about_work_is_left_alone() -> None:
    filing = with_value(archive(), KeyWork.text, "代缴惠民保险，养老保险12万元惠及200户。", key=1)
    assert not said(names_are_of_the_year, only(filing))


def test_the_table_of_the_year_says_which_name_is_old() -> None:
    def named(year: int) -> dict[str, str]:
        note = "2023年及以前名称为“市场主体管理”"
        codes = {"2013804": Code("2013804", "经营主体管理", note=note)}
        filing = dataclasses.replace(
            archive(), year=year, functional_codes=CodeTable("功能分类", codes)
        )
        return outdated(filing)

    assert named(2021) == {}
    assert named(2024) == {"市场主体管理": "经营主体管理"}


@pytest.mark.parametrize("subject", [of_sample(), of_archive()])
def test_what_the_program_writes_has_the_names_of_the_year(subject: Subject) -> None:
    assert not said(names_are_of_the_year, subject)


def test_a_printed_name_of_another_year_is_found() -> None:
    subject = rewritten(of_sample(), "卫生健康（类）支出", "医疗卫生与计划生育（类）支出")
    assert said(names_are_of_the_year, subject) == [
        "“医疗卫生与计划生育”不是当年的科目名称，应为“卫生健康”"
    ]
