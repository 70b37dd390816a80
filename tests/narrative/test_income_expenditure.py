"""Sections 一 to 四."""

from __future__ import annotations

import dataclasses

import pytest

from jsxh_desktop.domain.carryover import Carryover
from jsxh_desktop.domain.filing import Filing, with_value
from jsxh_desktop.domain.money import Money, wan
from jsxh_desktop.domain.pack import Pack
from jsxh_desktop.domain.prior_year import PriorYear
from jsxh_desktop.domain.terms import ExpenditureKind, FundSource, IncomeSource
from jsxh_desktop.narrative.income_expenditure import appropriation, expenditure, income, totals
from tests.filings import BASIC, received, spent
from tests.narrative.reading import read


def test_totals_are_one_figure_and_compared(filing: Filing, pack: Pack) -> None:
    said = read(totals, filing, pack)
    assert said.splitlines()[:2] == [
        "2021年度收、支总计均为110.00万元。与2020年的100.00万元相比，收、支总计各增加10.00万元，增长10%。"
        "主要变动原因是收支总计变动原因之由。",
        "图1：收、支决算总计变动情况图",
    ]


def test_the_year_before_is_read_from_the_workbook_where_it_holds_it(
    filing: Filing, pack: Pack
) -> None:
    before = dataclasses.replace(filing, year=2020)
    filing = with_value(filing, PriorYear.total, wan("1.00"))
    said = read(totals, dataclasses.replace(filing, before=before), pack)
    assert "与2020年相比，收、支总计持平。" in said


def test_a_first_year_keeps_its_gap_in_the_comparison_only(filing: Filing, pack: Pack) -> None:
    said = read(totals, with_value(filing, PriorYear.total, None), pack)
    assert "收、支总计均为110.00万元。与2020年相比，收、支总计增减〔待填：上年收支总计〕。" in said


def test_sides_that_disagree_print_as_a_gap_with_both(filing: Filing, pack: Pack) -> None:
    carried = Carryover(FundSource.GENERAL_PUBLIC_BUDGET, wan("1"), Money(), Money(), Money())
    said = read(totals, dataclasses.replace(filing, carryover=(carried,)), pack)
    assert "收入总计111.00万元与支出总计110.00万元不相等" in said


def test_the_appropriation_speaks_of_its_own_totals(filing: Filing, pack: Pack) -> None:
    said = read(appropriation, filing, pack)
    assert said.startswith(
        "2021年财政拨款收、支总计均为110.00万元。与2020年的100.00万元相比，财政拨款收、支总计各增加"
    )
    assert "图4：财政拨款收、支决算总计变动情况" in said


def test_a_single_source_has_the_whole(filing: Filing, pack: Pack) -> None:
    assert read(income, filing, pack).startswith(
        "2021年本年收入合计110.00万元，其中：一般公共预算财政拨款收入110.00万元，占100%。"
    )


def test_only_sources_there_are_are_named(filing: Filing, pack: Pack) -> None:
    lines = (received("30.00"), received("10.00", IncomeSource.OTHER))
    said = read(income, dataclasses.replace(filing, income=lines), pack)
    assert (
        "40.00万元，其中：一般公共预算财政拨款收入30.00万元，占75%；其他收入10.00万元，占25%。"
        in said
    )
    assert "事业收入" not in said


def test_a_pack_may_list_the_zeros(filing: Filing, pack: Pack) -> None:
    said = read(income, filing, dataclasses.replace(pack, list_zero=True))
    assert "；事业收入0.00万元，占0%；" in said


@pytest.mark.parametrize("amount", ["0", "-0"])
def test_no_income_has_no_parts(filing: Filing, pack: Pack, amount: str) -> None:
    said = read(income, dataclasses.replace(filing, income=(received(amount),)), pack)
    assert said.startswith("2021年本年收入合计0.00万元。")


def test_a_line_without_an_amount_makes_one_gap_of_the_section(filing: Filing, pack: Pack) -> None:
    line = dataclasses.replace(received("1"), final=None)
    said = read(income, dataclasses.replace(filing, income=(*filing.income, line)), pack)
    assert said.startswith("2021年本年收入合计〔待填：收入决算数〕。\n")


def test_expenditure_is_told_by_kind(filing: Filing, pack: Pack) -> None:
    said = read(expenditure, filing, pack)
    assert said.startswith(
        "2021年本年支出合计110.00万元，其中：基本支出90.00万元，占81.8%；项目支出20.00万元，占18.2%。"
    )


def test_kinds_beside_basic_and_project_are_told_where_there_are_any(
    filing: Filing, pack: Pack
) -> None:
    lines = (
        spent("2012601", BASIC, "3.00", "3.00"),
        spent("2012601", ExpenditureKind.OPERATING, "1.00", "1.00"),
    )
    said = read(expenditure, dataclasses.replace(filing, expenditure=lines), pack)
    assert "基本支出3.00万元，占75%；经营支出1.00万元，占25%。" in said
