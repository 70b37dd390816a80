"""C23–C28: 机关运行经费, 政府采购, 国有资产, 绩效管理 and the two funds."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest

from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.money import wan
from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.project import Project
from jsxh_desktop.domain.report_text import Reasons
from jsxh_desktop.domain.terms import IncomeSource, UnitNature
from jsxh_desktop.rules.rule import Severity
from jsxh_desktop.rules.statements.agency_running import (
    reasons_are_of_operating,
    the_rate_follows_from_the_change,
)
from jsxh_desktop.rules.statements.fund_sections import both_funds_are_declared
from jsxh_desktop.rules.statements.procurement import procurement_adds_up
from jsxh_desktop.rules.statements.project_counts import projects_are_counted_alike
from jsxh_desktop.rules.statements.state_assets import state_assets_are_told
from jsxh_desktop.rules.subject import Subject
from tests import seed
from tests.filings import FUNDS, PROJECT, archive, received, spent
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


def having(name: str, **facts: Any) -> Filing:
    """The archive with facts of one of its single records replaced."""
    record = dataclasses.replace(getattr(archive(), name), **facts)
    return dataclasses.replace(archive(), **{name: record})


# ---- C23, C24 -------------------------------------------------------------------------------


def test_c23_a_rate_that_does_not_follow() -> None:
    (found,) = findings(
        the_rate_follows_from_the_change, rewritten(of_archive(), "增长50%", "增长55%")
    )
    assert found.message == "机关运行经费增减的比率写的是55%，按填报的数应为50%"


def test_c23_the_rate_of_the_real_report_follows() -> None:
    assert not findings(the_rate_follows_from_the_change, seed.printed())


def test_c23_an_institution_has_none() -> None:
    filing = having("organization", nature=UnitNature.INSTITUTION)
    assert not findings(the_rate_follows_from_the_change, composed(filing))
    (found,) = findings(the_rate_follows_from_the_change, Subject(filing, PACK, of_archive().parts))
    assert found.message == "事业单位没有机关运行经费，文中写了30.00万元"


def test_s42_a_reason_of_personnel() -> None:
    (found,) = findings(reasons_are_of_operating, seed.printed())
    assert found.message == "机关运行经费的变动原因写了绩效考核奖，这属于人员经费"
    assert found.places == (Place(Reasons.agency_running),)


@pytest.mark.parametrize(
    "reason", ["公务交通补贴增加", "办公设备更新、差旅费增加", "物业管理费和水电费上涨"]
)
def test_c24_a_reason_of_operating_is_right(reason: str) -> None:
    filing = having("reasons", agency_running=reason)
    assert not findings(reasons_are_of_operating, composed(filing))


def test_c24_a_printed_reason_that_is_not_the_typed_one() -> None:
    subject = rewritten(of_archive(), "机关运行经费变动原因之由", "津贴标准提高")
    assert "津贴" in findings(reasons_are_of_operating, subject)[0].message


# ---- C25 ------------------------------------------------------------------------------------


def test_s53_kinds_and_small_firms_that_are_not_told() -> None:
    said = [each.message for each in findings(procurement_adds_up, seed.printed())]
    assert said == ["政府采购支出没有写货物、工程支出", "没有写授予小微企业的合同金额"]


@pytest.mark.parametrize(
    ("facts", "message"),
    [
        (
            {"to_small_and_medium": wan("5.50")},
            "授予中小企业合同金额5.50万元，大于政府采购支出总额5.00万元",
        ),
        (
            {"to_small_and_micro": wan("4.50")},
            "授予小微企业合同金额4.50万元，大于授予中小企业合同金额4.00万元",
        ),
    ],
    ids=["medium", "micro"],
)
def test_c25_no_more_than_the_whole(facts: dict[str, Any], message: str) -> None:
    (found,) = findings(procurement_adds_up, Subject(having("procurement", **facts), PACK))
    assert found.message == message


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("货物支出4.00", "货物支出4.50", "合计5.50万元，政府采购支出总额写的是5.00万元"),
        ("总额的80%", "总额的20%", "授予中小企业合同金额占比写的是20%，按填报的数应为80%"),
        ("2021年，县档案馆政府", "2020年，县档案馆政府", "政府采购里写着2020年，应为2021年"),
    ],
    ids=["sum", "share", "year"],
)
def test_c25_the_text_tells_what_is_entered(old: str, new: str, said: str) -> None:
    (found,) = findings(procurement_adds_up, rewritten(of_archive(), old, new))
    assert said in found.message


def test_c25_nothing_bought_needs_no_kinds() -> None:
    nothing = dict.fromkeys(("goods", "works", "services"), wan("0"))
    filing = having(
        "procurement", **nothing, to_small_and_medium=wan("0"), to_small_and_micro=wan("0")
    )
    assert not findings(procurement_adds_up, composed(filing))


def test_c25_what_micro_firms_got_is_not_taken_for_nothing() -> None:
    reasons = {each.reason for each in unjudged(procurement_adds_up, of_sample())}
    assert reasons == {"授予小微企业合同金额还没有填"}


# ---- C26 ------------------------------------------------------------------------------------


def test_s36_the_section_on_state_assets_is_missing() -> None:
    (found,) = findings(state_assets_are_told, seed.printed())
    assert found.message == "没有“国有资产占有使用情况”这一小节"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("共有车辆1辆", "共有车辆2辆", "共有车辆写的是2，按填报的数应为1"),
        ("机要通信用车1辆", "机要通信用车2辆", "机要通信用车写的是2辆，按填报的数应为1辆"),
        ("、机要通信用车1辆", "", "没有写机要通信用车1辆"),
        ("通用设备1台", "通用设备10台", "单价50万元以上通用设备写的是10，按填报的数应为1"),
        ("单价50万元", "单价100万元", "通用设备写的是单价100万元以上，范本是50万元以上"),
        ("12月31日", "12月30日", "写着“截至2021年12月30日”，应为12月31日"),
        ("截至2021年12月31", "截至2022年12月31", "国有资产里写着2022年，应为2021年"),
    ],
    ids=["total", "class", "dropped", "equipment", "threshold", "day", "year"],
)
def test_c26_the_text_tells_what_is_entered(old: str, new: str, said: str) -> None:
    found = findings(state_assets_are_told, rewritten(of_archive(), old, new))
    assert said in {each.message for each in found}


def test_c26_classes_that_do_not_make_the_total() -> None:
    subject = rewritten(of_archive(), "机要通信用车1辆", "机要通信用车3辆")
    said = {each.message for each in findings(state_assets_are_told, subject)}
    assert "各类车辆合起来是3辆，总数写的是1辆" in said


def test_c26_more_cars_held_than_there_are_vehicles() -> None:
    filing = having("three_public", cars_held=3)
    (found,) = findings(state_assets_are_told, Subject(filing, PACK))
    assert found.message == "公务用车保有量3辆，多于单位共有的车辆1辆"
    assert found.severity is Severity.WARNING


# ---- C27 ------------------------------------------------------------------------------------


def with_projects(*flags: tuple[bool | None, bool | None, bool | None]) -> Filing:
    projects = tuple(
        Project(name=f"项目{key}", targeted=one, monitored=two, evaluated=three, id=key)
        for key, (one, two, three) in enumerate(flags, 1)
    )
    return dataclasses.replace(archive(), projects=projects)


def test_s10_three_numbers_of_projects_without_a_word_on_it() -> None:
    error = findings(projects_are_counted_alike, seed.printed())[-1]
    assert error.severity is None
    assert error.message == (
        "绩效管理的项目数不一致：编制绩效目标4个，开展绩效监控3个，开展绩效自评3个，没有说明"
    )


def test_c27_a_project_that_was_not_evaluated() -> None:
    filing = with_projects((True, True, True), (True, True, False))
    (found,) = findings(projects_are_counted_alike, composed(filing))
    assert found.message == "2个项目中1个开展绩效自评，项目2没有"
    assert found.places == (Place(Project.evaluated, 2),)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("对1个项目编制", "对2个项目编制", "编制绩效目标的项目数写的是2，按填报的数应为1"),
        ("选取1个项目", "选取3个项目", "开展绩效监控的项目数写的是3，按填报的数应为1"),
        ("在2021年度预算", "在2020年度预算", "绩效管理里写着2020年，应为2021年"),
    ],
    ids=["targeted", "monitored", "year"],
)
def test_c27_the_text_tells_what_is_counted(old: str, new: str, said: str) -> None:
    found = findings(projects_are_counted_alike, rewritten(of_archive(), old, new))
    assert said in {each.message for each in found}


def test_c27_how_many_are_left_is_counted_too() -> None:
    subject = composed(with_projects((True, True, True), (True, True, False)))
    changed = rewritten(subject, "尚有1个项目", "尚有2个项目")
    said = {each.message for each in findings(projects_are_counted_alike, changed)}
    assert "未自评的项目数写的是2，按填报的数应为1" in said


def test_c27_a_project_nobody_answered_for_cannot_be_judged() -> None:
    (blank,) = unjudged(projects_are_counted_alike, composed(with_projects((True, None, True))))
    assert blank.reason == "项目1是否开展了绩效监控还没有填"


# ---- C28 ------------------------------------------------------------------------------------


def with_fund(final: str = "5.00", planned: str = "8.00") -> Filing:
    line = spent("2120801", PROJECT, final, planned, fund=FUNDS)
    return dataclasses.replace(archive(), expenditure=(*archive().expenditure, line))


def test_s35_both_sections_are_missing() -> None:
    said = [each.message for each in findings(both_funds_are_declared, seed.printed())]
    assert said == [
        "没有“政府性基金预算支出决算情况说明”这一节",
        "没有“国有资本经营预算支出决算情况说明”这一节",
    ]


def test_c28_a_section_without_its_declaration() -> None:
    subject = rewritten(of_archive(), "无政府性基金预算财政拨款收入和支出", "情况见附表")
    (found,) = findings(both_funds_are_declared, subject)
    assert found.message == "政府性基金预算这一节没有写支出数，也没有写明没有收支"


def test_c28_nothing_declared_where_there_is_something() -> None:
    subject = Subject(with_fund(), PACK, of_archive().parts)
    (found, *_) = findings(both_funds_are_declared, subject)
    assert "填报的收入0.00万元、支出5.00万元" in found.message


def test_c28_nothing_declared_where_something_was_received() -> None:
    income = (*archive().income, received("3.00", IncomeSource.GOVERNMENT_FUNDS))
    filing = dataclasses.replace(archive(), income=income)
    (found,) = findings(both_funds_are_declared, Subject(filing, PACK, of_archive().parts))
    assert "填报的收入3.00万元" in found.message


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("拨款支出5.00万元", "拨款支出6.00万元", "政府性基金预算支出写的是6.00万元"),
        ("支出决算为5.00", "支出决算为5.10", "征地和拆迁补偿支出写的是5.10万元"),
        ("完成全年预算的62.5%", "完成全年预算的65%", "征地和拆迁补偿支出完成预算的比率写的是65%"),
        ("5.00万元，完成全年预算的62.5%，决算数小于", "5.00万元，决算数大于", "应为小于"),
        ("征地和拆迁补偿支出（项）", "城市建设支出（项）", "不是政府性基金预算的支出科目"),
        ("2021年政府性基金", "2020年政府性基金", "政府性基金预算里写着2020年"),
    ],
    ids=["total", "final", "rate", "word", "name", "year"],
)
def test_c28_the_items_are_told_as_entered(old: str, new: str, said: str) -> None:
    subject = composed(with_fund())
    assert not findings(both_funds_are_declared, subject)
    found = findings(both_funds_are_declared, rewritten(subject, old, new))
    assert any(said in each.message for each in found)


def test_c28_an_item_left_out() -> None:
    subject = without(composed(with_fund()), "国有土地使用权")
    (found,) = findings(both_funds_are_declared, subject)
    assert found.message == "政府性基金预算支出没有列“征地和拆迁补偿支出”"
