"""附件1 and 附件2: the unit's texts around derived figures."""

from __future__ import annotations

import dataclasses
from decimal import Decimal

import pytest

from jsxh_desktop.domain.filing import Filing, with_value
from jsxh_desktop.domain.money import wan
from jsxh_desktop.domain.organization import Organization
from jsxh_desktop.domain.pack import Pack
from jsxh_desktop.domain.project import Project
from jsxh_desktop.domain.report_text import DepartmentReport, ProjectReport, Reasons
from jsxh_desktop.domain.terms import ExpenditureKind, FundSource, ProjectBudget
from jsxh_desktop.narrative.annexes import department_annex, project_annexes
from jsxh_desktop.narrative.block import Heading, Table
from jsxh_desktop.narrative.other_matters import other_matters
from jsxh_desktop.narrative.wording import Wording
from tests.filings import BASIC, cut, spent
from tests.narrative.reading import read, text_of


def test_the_report_bears_the_title_the_statements_quote(filing: Filing, pack: Pack) -> None:
    said = read(department_annex, filing, pack)
    assert said.startswith("附件1\n2021年县档案馆部门整体绩效评价报告\n一、部门（单位）概况\n")
    assert "《2021年县档案馆部门整体绩效评价报告》见附件" in read(other_matters, filing, pack)


def test_money_in_the_report_is_that_of_the_statements(filing: Filing, pack: Pack) -> None:
    said = read(department_annex, filing, pack)
    assert (
        "本单位2021年年初预算100.00万元，本年收入合计110.00万元，收入总计110.00万元。"
        "与2020年的100.00万元相比，收入总计增加10.00万元，增长10%。主要变动原因是收支总计变动原因之由。\n"
        "全年预算113.00万元，比年初预算增加13.00万元，增长13%。主要变动原因是年中预算调整原因之由。"
    ) in said
    assert (
        "本单位2021年本年支出合计110.00万元，支出总计110.00万元。与2020年的100.00万元相比，支出总计增加10.00万元，增长10%。"
        in said
    )


def test_an_unchanged_budget_owes_no_reason(filing: Filing, pack: Pack) -> None:
    budget = dataclasses.replace(filing.budget, initial_total=wan("113.00"))
    said = read(department_annex, dataclasses.replace(filing, budget=budget), pack)
    assert "全年预算113.00万元，与年初预算一致。\n" in said


def test_purposes_are_told_to_the_item_and_close(filing: Filing, pack: Pack) -> None:
    assert (
        "2021年支出按用途分：人员类经费60.00万元（其中：基本工资50.00万元、"
        "机关事业单位基本养老保险缴费10.00万元），日常运转类经费30.00万元（其中：办公费25.00万元、"
        "办公设备购置5.00万元），特定项目类经费20.00万元。"
    ) in read(department_annex, filing, pack)


def test_money_of_other_funds_and_kinds_is_told_as_well(filing: Filing, pack: Pack) -> None:
    lines = (
        spent("2012601", BASIC, "1.00", "1.00"),
        cut("30101", "1.00"),
        spent("2012601", BASIC, "2.00", "2.00", fund=FundSource.UNIT),
        spent("2012601", ExpenditureKind.OPERATING, "3.00", "3.00", fund=FundSource.UNIT),
    )
    said = read(department_annex, dataclasses.replace(filing, expenditure=lines), pack)
    assert "1.00万元），其他资金安排的基本支出2.00万元，经营支出3.00万元。" in said


def test_projects_are_counted_by_budget(filing: Filing, pack: Pack) -> None:
    more = Project(name="库房维修", budget=ProjectBudget.DEPARTMENT, id=2)
    filing = dataclasses.replace(filing, projects=(*filing.projects, more))
    assert "全年项目支出涉及2个项目，其中部门预算项目1个、专项预算项目1个。" in read(
        department_annex, filing, pack
    )


@pytest.mark.parametrize(
    ("score", "typed", "said"),
    [
        ("93.80", "", "〔待填：存在问题（自评得分93.8分，低于100分，须写明扣分对应的问题）〕"),
        (
            "93.80",
            "无。",
            "无。\n〔待填：存在问题（自评得分93.8分，低于100分，须写明扣分对应的问题）〕",
        ),
        ("93.80", "执行偏慢。", "执行偏慢。"),
        ("100", "无", "无"),
        ("100", "", "〔待填：存在问题〕"),
        (None, "", "〔待填：存在问题〕"),
    ],
)
def test_lost_points_ask_for_the_problem_behind_them(
    filing: Filing, pack: Pack, score: str | None, typed: str, said: str
) -> None:
    report = DepartmentReport(problems=typed, self_score=Decimal(score) if score else None)
    text = read(department_annex, dataclasses.replace(filing, department_report=report), pack)
    assert f"（二）存在问题\n{said}\n（三）改进建议\n" in text


def test_a_score_has_its_grade(filing: Filing, pack: Pack) -> None:
    report = DepartmentReport(self_score=Decimal("93.8"))
    said = read(department_annex, dataclasses.replace(filing, department_report=report), pack)
    assert "经自评，部门整体支出绩效自评得分为93.8分，评价等级为优。" in said


def test_the_score_sheet_that_does_not_exist_yet_is_a_gap(filing: Filing, pack: Pack) -> None:
    assert read(department_annex, filing, pack).endswith("〔待填：部门整体支出绩效自评表〕")


def test_the_project_report_has_the_money_of_its_project(filing: Filing, pack: Pack) -> None:
    said = read(project_annexes, filing, pack)
    assert said.startswith("附件2\n2021年专项预算项目支出绩效自评报告\n一、项目概况\n")
    assert "项目名称：馆藏数字化。" in said
    assert (
        "该项目按程序申报资金，批复全年预算25.00万元，支出决算20.00万元，完成全年预算的80%。"
        in said
    )


def test_the_money_stands_in_a_small_table_by_source(filing: Filing, pack: Pack) -> None:
    (table,) = [
        block for block in project_annexes(Wording(filing, pack)) if isinstance(block, Table)
    ]
    assert [[cell.text for cell in row] for row in table.body] == [
        ["财政拨款", "25.00", "20.00", "80%"],
        ["其他资金", "0.00", "0.00", "—"],
        ["合计", "25.00", "20.00", "80%"],
    ]
    assert sum(table.widths) == 156
    assert not table.own_page


def test_what_the_unit_wrote_stands_under_its_label_and_the_rest_is_a_gap(
    filing: Filing, pack: Pack
) -> None:
    said = read(project_annexes, filing, pack)
    assert (
        "1.项目主要内容：扫描档案\n2.项目应实现的具体绩效目标：〔待填：项目应实现的具体绩效目标〕"
        in said
    )
    assert "（三）项目自评步骤及方法\n〔待填：项目自评步骤及方法〕" in said


def test_every_earmarked_project_has_a_report_and_several_bear_their_name(
    filing: Filing, pack: Pack
) -> None:
    second = Project(name="库房维修", budget=ProjectBudget.EARMARKED, id=2)
    filing = dataclasses.replace(filing, projects=(*filing.projects, second))
    titles = [
        block.text
        for block in project_annexes(Wording(filing, pack))
        if isinstance(block, Heading) and block.annex
    ]
    assert titles == [
        "附件2\n2021年专项预算项目支出绩效自评报告（馆藏数字化）",
        "附件3\n2021年专项预算项目支出绩效自评报告（库房维修）",
    ]


def test_no_earmarked_project_is_said_in_a_sentence(filing: Filing, pack: Pack) -> None:
    filing = with_value(filing, Project.budget, ProjectBudget.DEPARTMENT, key=1)
    filing = dataclasses.replace(filing, project_reports=())
    assert read(project_annexes, filing, pack).endswith("\n2021年无专项预算项目。")


def test_a_project_that_does_not_say_what_it_is_leaves_a_gap(filing: Filing, pack: Pack) -> None:
    filing = dataclasses.replace(
        with_value(filing, Project.budget, None, key=1), project_reports=()
    )
    assert read(project_annexes, filing, pack).endswith("〔待填：专项预算项目支出绩效自评报告〕")


def test_a_report_about_no_project_prints_with_gaps(filing: Filing, pack: Pack) -> None:
    filing = dataclasses.replace(filing, projects=(), project_reports=(ProjectReport(id=1),))
    said = read(project_annexes, filing, pack)
    assert "批复全年预算〔待填：项目〕，支出决算〔待填：项目〕。" in said


def test_an_empty_report_has_gaps_and_no_zero(pack: Pack) -> None:
    said = text_of(department_annex(Wording(Filing(2021), pack)))
    assert "0.00" not in said
    assert "本单位2021年年初预算〔待填：年初预算总额〕" in said


def test_the_reason_of_the_change_stands_once_in_the_report(filing: Filing, pack: Pack) -> None:
    filing = dataclasses.replace(filing, reasons=Reasons(total="业务增加"))
    filing = with_value(filing, Organization.short_name, "")
    assert read(department_annex, filing, pack).count("业务增加") == 1
