"""Section 十."""

from __future__ import annotations

import dataclasses

from jsxh_desktop.domain.disclosure import Procurement, StateAssets
from jsxh_desktop.domain.filing import Filing, with_value
from jsxh_desktop.domain.money import Money, wan
from jsxh_desktop.domain.organization import Organization
from jsxh_desktop.domain.pack import Pack
from jsxh_desktop.domain.prior_year import PriorYear
from jsxh_desktop.domain.project import Project
from jsxh_desktop.domain.terms import UnitNature
from jsxh_desktop.narrative.other_matters import other_matters
from tests.filings import BASIC, cut, spent
from tests.narrative.reading import read


def test_agency_running_is_the_operating_expenditure_and_compared(
    filing: Filing, pack: Pack
) -> None:
    assert (
        "2021年，县档案馆机关运行经费支出30.00万元。机关运行经费支出比2020年增加10.00万元，增长50%。"
        "主要变动原因是机关运行经费变动原因之由。"
    ) in read(other_matters, filing, pack)


def test_an_institution_has_no_agency_running(filing: Filing, pack: Pack) -> None:
    filing = with_value(filing, Organization.nature, UnitNature.INSTITUTION)
    assert (
        "县档案馆为事业单位，按规定未使用机关运行的相关科目，无机关运行经费支出。\n（二）"
    ) in read(other_matters, filing, pack)


def test_agency_running_of_nothing_is_told_with_its_zero(filing: Filing, pack: Pack) -> None:
    lines = (spent("2012601", BASIC, "1.00", "1.00"), cut("30101", "1.00"))
    filing = dataclasses.replace(filing, expenditure=lines)
    said = read(other_matters, with_value(filing, PriorYear.agency_running, Money()), pack)
    assert "县档案馆机关运行经费支出0.00万元。机关运行经费支出与2020年持平。" in said


def test_procurement_is_told_by_kind_with_its_shares(filing: Filing, pack: Pack) -> None:
    assert (
        "2021年，县档案馆政府采购支出总额5.00万元，其中：政府采购货物支出4.00万元、政府采购工程支出"
        "0.00万元、政府采购服务支出1.00万元。主要用于购置密集架。授予中小企业合同金额4.00万元，"
        "占政府采购支出总额的80%，其中：授予小微企业合同金额1.00万元，占政府采购支出总额的20%。"
    ) in read(other_matters, filing, pack)


def test_no_procurement_has_no_shares(filing: Filing, pack: Pack) -> None:
    filing = dataclasses.replace(filing, procurement=Procurement(Money(), Money(), Money()))
    said = read(other_matters, filing, pack)
    assert "县档案馆政府采购支出总额0.00万元。\n（三）" in said


def test_contracts_nobody_stated_are_a_gap_without_a_share(filing: Filing, pack: Pack) -> None:
    said = read(other_matters, with_value(filing, Procurement.to_small_and_micro, None), pack)
    assert "授予小微企业合同金额〔待填：授予小微企业合同金额〕。" in said


def test_vehicles_are_told_by_class_and_equipment_counted(filing: Filing, pack: Pack) -> None:
    assert (
        "截至2021年12月31日，县档案馆共有车辆1辆，其中：主要领导干部用车0辆、机要通信用车1辆、"
        "应急保障用车0辆、执法执勤用车0辆、特种专业技术用车0辆、离退休干部用车0辆、其他用车0辆。"
        "单价50万元以上通用设备1台（套），单价100万元以上专用设备0台（套）。"
    ) in read(other_matters, filing, pack)


def test_other_vehicles_say_what_they_are_for(filing: Filing, pack: Pack) -> None:
    filing = with_value(filing, StateAssets.other_vehicles, 2)
    said = read(other_matters, filing, pack)
    assert "共有车辆3辆，" in said
    assert "其他用车主要是用于〔待填：其他用车主要用途〕。" in said


def test_no_vehicles_have_no_classes(filing: Filing, pack: Pack) -> None:
    filing = with_value(filing, StateAssets.confidential_vehicles, 0)
    assert "县档案馆共有车辆0辆。单价50万元" in read(other_matters, filing, pack)


def test_projects_are_counted_by_what_was_done_for_them(filing: Filing, pack: Pack) -> None:
    second = Project(name="库房维修", targeted=True, monitored=False, evaluated=False, id=2)
    filing = dataclasses.replace(filing, projects=(*filing.projects, second))
    said = read(other_matters, filing, pack)
    assert "组织对2个项目编制了绩效目标" in said
    assert "选取1个项目开展绩效监控" in said
    assert "对1个项目开展了绩效自评。" in said
    assert "尚有1个项目未开展绩效自评：库房维修。" in said


def test_a_project_that_does_not_say_is_a_gap_in_its_count(filing: Filing, pack: Pack) -> None:
    filing = with_value(filing, Project.monitored, None, key=1)
    said = read(other_matters, filing, pack)
    assert "选取〔待填：馆藏数字化是否开展了绩效监控〕个项目" in said
    assert "对1个项目编制了绩效目标" in said


def test_a_unit_without_project_money_needs_no_projects(filing: Filing, pack: Pack) -> None:
    lines = (spent("2012601", BASIC, "1.00", "1.00"), cut("30101", "1.00"))
    filing = dataclasses.replace(filing, projects=(), expenditure=lines)
    assert "2021年，本部门无项目支出，未开展项目绩效管理。" in read(other_matters, filing, pack)


def test_project_money_without_projects_asks_for_them(filing: Filing, pack: Pack) -> None:
    said = read(other_matters, dataclasses.replace(filing, projects=()), pack)
    assert "组织对〔待填：项目〕个项目编制了绩效目标" in said


def test_a_year_before_without_the_figure_never_shows_a_rate(filing: Filing, pack: Pack) -> None:
    said = read(other_matters, with_value(filing, PriorYear.agency_running, wan("0")), pack)
    assert "比2020年增加30.00万元（上年无此项支出）。" in said
