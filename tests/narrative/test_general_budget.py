"""Sections 五, 六, 八 and 九."""

from __future__ import annotations

import dataclasses

import pytest

from jsxh_desktop.domain.expenditure import ExpenditureLine
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.pack import Pack
from jsxh_desktop.domain.terms import FundSource, IncomeSource
from jsxh_desktop.narrative.basic_expenditure import basic_expenditure
from jsxh_desktop.narrative.fund_budgets import government_funds, state_capital
from jsxh_desktop.narrative.general_budget import general_budget
from tests.filings import BASIC, FUNDS, PROJECT, cut, received, spent
from tests.narrative.reading import read


def with_lines(filing: Filing, *lines: ExpenditureLine) -> Filing:
    return dataclasses.replace(filing, expenditure=lines)


def test_the_total_has_its_share_of_the_year_and_its_change(filing: Filing, pack: Pack) -> None:
    assert (
        "2021年一般公共预算财政拨款支出110.00万元，占本年支出合计的100%。"
        "与2020年的100.00万元相比，一般公共预算财政拨款支出增加10.00万元，增长10%。"
        "主要变动原因是一般公共预算财政拨款支出变动原因之由。"
    ) in read(general_budget, filing, pack)


def test_every_class_is_told_in_code_order_with_its_share(filing: Filing, pack: Pack) -> None:
    assert (
        "2021年一般公共预算财政拨款支出110.00万元，主要用于以下方面："
        "一般公共服务（类）支出100.00万元，占90.9%；社会保障和就业（类）支出10.00万元，占9.1%。"
    ) in read(general_budget, filing, pack)


def test_items_name_class_section_and_item_with_budget_and_reason(
    filing: Filing, pack: Pack
) -> None:
    assert read(general_budget, filing, pack).splitlines()[-4:] == [
        "2021年一般公共预算支出决算数为110.00万元，全年预算数为113.00万元，完成全年预算的97.3%。其中：",
        "1.一般公共服务（类）档案事务（款）行政运行（项）：支出决算为80.00万元，"
        "完成全年预算的100%，决算数等于预算数。",
        "2.一般公共服务（类）档案事务（款）档案馆（项）：支出决算为20.00万元，"
        "完成全年预算的80%，决算数小于预算数的主要原因是按进度支付。",
        "3.社会保障和就业（类）行政事业单位养老支出（款）机关事业单位基本养老保险缴费支出（项）："
        "支出决算为10.00万元，完成全年预算的125%，决算数大于预算数的主要原因是年中追加。",
    ]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (
            spent("2060702", PROJECT, "5.00", "0"),
            "1.科学技术（类）科学技术普及（款）科普活动（项）：支出决算为5.00万元，未安排预算，"
            "决算数大于预算数的主要原因是〔待填：科学技术（类）科学技术普及（款）科普活动（项）预决算差异原因〕。",
        ),
        (
            dataclasses.replace(spent("2060702", PROJECT, "5.00", "0"), full_year_budget=None),
            "1.科学技术（类）科学技术普及（款）科普活动（项）：支出决算为5.00万元，"
            "完成全年预算的〔待填：全年预算数〕。",
        ),
        (
            dataclasses.replace(spent("2060702", PROJECT, "5.00", "1.00"), final=None),
            "1.科学技术（类）科学技术普及（款）科普活动（项）：支出决算为〔待填：支出决算数〕。",
        ),
        (spent("206", PROJECT, "5.00", "5.00"), "1.科学技术（类）：支出决算为5.00万元，"),
        (
            spent("2069999", PROJECT, "5.00", "5.00"),
            "1.〔待填：科目20699的名称〕：支出决算为5.00万元，",
        ),
    ],
)
def test_an_item_says_what_is_known_of_it(
    filing: Filing, pack: Pack, line: ExpenditureLine, said: str
) -> None:
    assert said in read(general_budget, with_lines(filing, line), pack)


def test_an_item_neither_planned_nor_spent_is_left_out(filing: Filing, pack: Pack) -> None:
    lines = (spent("2012601", BASIC, "1.00", "1.00"), spent("2060702", PROJECT, "0", "0"))
    assert "科普活动" not in read(general_budget, with_lines(filing, *lines), pack)


def test_an_item_planned_but_not_spent_is_told(filing: Filing, pack: Pack) -> None:
    lines = (spent("2012601", BASIC, "1.00", "1.00"), spent("2060702", PROJECT, "0", "2.00"))
    said = read(general_budget, with_lines(filing, *lines), pack)
    assert "科普活动（项）：支出决算为0.00万元，完成全年预算的0%，决算数小于预算数" in said


def test_a_unit_without_any_says_so(filing: Filing, pack: Pack) -> None:
    line = spent("2012601", BASIC, "1.00", "1.00", fund=FundSource.UNIT)
    said = read(general_budget, with_lines(filing, line), pack)
    assert "2021年一般公共预算财政拨款支出0.00万元，占本年支出合计的0%。" in said
    assert said.count("2021年无一般公共预算财政拨款支出。") == 2
    assert "（本年度无此项支出，不作图）" in said


def test_basic_expenditure_names_only_items_with_money(filing: Filing, pack: Pack) -> None:
    assert read(basic_expenditure, filing, pack).splitlines() == [
        "2021年一般公共预算财政拨款基本支出90.00万元，其中：",
        "人员经费60.00万元，主要包括：基本工资、机关事业单位基本养老保险缴费。",
        "公用经费30.00万元，主要包括：办公费、办公设备购置。",
    ]


def test_a_kind_of_nothing_is_said_to_be_nothing(filing: Filing, pack: Pack) -> None:
    lines = (spent("2012601", BASIC, "1.00", "1.00"), cut("30201", "1.00"))
    said = read(basic_expenditure, with_lines(filing, *lines), pack)
    assert "无人员经费支出。\n公用经费1.00万元，主要包括：办公费。" in said


def test_two_cuts_that_disagree_are_shown_with_both_sums(filing: Filing, pack: Pack) -> None:
    lines = (spent("2012601", BASIC, "1.00", "1.00"), cut("30201", "2.00"))
    said = read(basic_expenditure, with_lines(filing, *lines), pack)
    assert "〔待填：人员经费与公用经费合计2.00万元，与基本支出1.00万元不相等，请核对〕" in said


def test_a_cut_nobody_entered_is_a_gap_beside_the_known_total(filing: Filing, pack: Pack) -> None:
    lines = (spent("2012601", BASIC, "1.00", "1.00"),)
    assert read(basic_expenditure, with_lines(filing, *lines), pack).splitlines() == [
        "2021年一般公共预算财政拨款基本支出1.00万元，其中：",
        "人员经费〔待填：基本支出决算（按经济分类）〕。",
        "公用经费〔待填：基本支出决算（按经济分类）〕。",
    ]


def test_no_basic_expenditure_is_one_sentence(filing: Filing, pack: Pack) -> None:
    lines = (spent("2012604", PROJECT, "1.00", "1.00"),)
    said = read(basic_expenditure, with_lines(filing, *lines), pack)
    assert said == "2021年无一般公共预算财政拨款基本支出。"


def test_funds_of_nothing_are_declared(filing: Filing, pack: Pack) -> None:
    assert read(government_funds, filing, pack) == (
        "2021年，县档案馆无政府性基金预算财政拨款收入和支出。"
    )
    assert read(state_capital, filing, pack) == (
        "2021年，县档案馆无国有资本经营预算财政拨款收入和支出。"
    )


def test_funds_that_were_spent_are_told_by_item(filing: Filing, pack: Pack) -> None:
    line = spent("2120801", PROJECT, "6.00", "6.00", fund=FUNDS)
    assert read(government_funds, with_lines(filing, line), pack).splitlines() == [
        "2021年政府性基金预算财政拨款支出6.00万元，其中：",
        "1.城乡社区（类）国有土地使用权出让收入安排的支出（款）征地和拆迁补偿支出（项）："
        "支出决算为6.00万元，完成全年预算的100%，决算数等于预算数。",
    ]


def test_funds_received_and_not_spent_are_not_said_to_be_absent(filing: Filing, pack: Pack) -> None:
    income = (received("5.00", IncomeSource.GOVERNMENT_FUNDS),)
    said = read(government_funds, dataclasses.replace(filing, income=income), pack)
    assert said == "2021年政府性基金预算财政拨款支出0.00万元。"


def test_nothing_entered_is_a_gap_and_no_declaration(pack: Pack) -> None:
    said = read(government_funds, Filing(2021), pack)
    assert said == "2021年政府性基金预算财政拨款支出〔待填：支出决算（按功能分类）〕。"
