"""Defects of the original that stay in sight, in the data or as a gap: one test a number."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from decimal import Decimal

import pytest

from jsxh_desktop.domain import totals
from jsxh_desktop.domain.attainment import reached
from jsxh_desktop.domain.filing import Filing, with_value
from jsxh_desktop.domain.money import added, wan
from jsxh_desktop.domain.project_money import by_project, fundings
from jsxh_desktop.domain.report_text import DepartmentReport
from jsxh_desktop.domain.scoring import SCHEMES, indicator_score
from jsxh_desktop.domain.stated import NotStated
from jsxh_desktop.domain.terms import ExpenditureKind, IndicatorClass
from jsxh_desktop.narrative.block import Table

Told = Callable[[Filing], str]


def words(table: Table) -> set[str]:
    return {cell.text for row in table.body for cell in row}


def test_s09_the_project_without_a_sheet_has_one_full_of_gaps(
    filing: Filing, sheets: tuple[Table, ...]
) -> None:
    spent = [money.total(totals.FINAL) for money in fundings(filing).values()]
    assert len(sheets) == len(spent)
    assert added(spent) == totals.expenditure_by_kind(filing)[ExpenditureKind.PROJECT]
    assert "〔待填：项目名称〕" in sheets[3].title
    assert {"〔待填：预期目标〕", "〔待填：绩效指标〕"} <= words(sheets[3])


def test_s12_a_rounded_unit_price_is_seen_beside_the_money_spent(filing: Filing) -> None:
    rows = by_project(filing.indicators)[2]
    printed = [row for row in rows if row.name == "印发宣传资料"]
    quantity, price = (Decimal(row.target) for row in printed)
    assert quantity * price == Decimal("10050.0")
    assert fundings(filing)[2].total(totals.FINAL) == wan("5.00")


def test_s15_staff_above_the_establishment_asks_for_an_explanation(text: str) -> None:
    assert "在职人员比编制多2人，原因是〔待填：在职超过编制的说明〕" in text


def test_s53_procurement_is_told_by_kind_and_asks_for_what_small_firms_got(text: str) -> None:
    told = "货物支出0.50万元、政府采购工程支出0.00万元、政府采购服务支出0.00万元"
    assert told in text
    assert "授予小微企业合同金额〔待填：" in text


def test_s71_points_lost_without_a_problem_named_leave_a_gap(
    text: str, told: Told, filing: Filing
) -> None:
    owed = "〔待填：存在问题（自评得分93.8分，低于100分，须写明扣分对应的问题）〕"
    assert owed in text
    assert owed in told(with_value(filing, DepartmentReport.problems, "无"))


def test_s75_the_missing_score_sheet_of_the_unit_is_asked_for(text: str) -> None:
    assert "〔待填：部门整体支出绩效自评表〕" in text


def test_s78_the_code_of_the_department_above_is_asked_for_on_every_sheet(
    sheets: tuple[Table, ...],
) -> None:
    for sheet in sheets:
        assert any("〔待填：主管部门代码〕" in word for word in words(sheet))


def test_s79_an_indicator_without_a_weight_asks_for_it_when_scored(filing: Filing) -> None:
    for row in filing.indicators:
        with pytest.raises(NotStated, match="的分值"):
            indicator_score(dataclasses.replace(row, attainment=None), SCHEMES["caiyu-2020-10"])


def test_s83_a_delay_costs_points_and_the_sample_has_none(filing: Filing) -> None:
    timely = [row for row in filing.indicators if row.category is IndicatorClass.TIMELINESS]
    assert [reached(row) for row in timely] == [1, 1, 1]
    late = dataclasses.replace(timely[0], target="2021年12月3日")
    assert reached(late) < 1


def test_s92_every_indicator_reaches_exactly_its_target(filing: Filing) -> None:
    assert [row for row in filing.indicators if row.actual != row.target] == []
