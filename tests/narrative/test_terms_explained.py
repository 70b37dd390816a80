"""名词解释: what occurs is defined, without amounts."""

from __future__ import annotations

import dataclasses
import re

from jsxh_desktop.domain.carryover import Carryover
from jsxh_desktop.domain.code import Code, CodeTable
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.money import Money, wan
from jsxh_desktop.domain.pack import Pack
from jsxh_desktop.domain.report_text import Term
from jsxh_desktop.domain.terms import FundSource, IncomeSource
from jsxh_desktop.narrative.terms_explained import terms_explained
from tests.filings import PROJECT, received, spent
from tests.narrative.reading import read


def names(filing: Filing, pack: Pack) -> list[str]:
    return re.findall(r"^\d+\.(.+?)：", read(terms_explained, filing, pack), re.MULTILINE)


def test_only_what_occurs_is_explained(filing: Filing, pack: Pack) -> None:
    assert names(filing, pack) == [
        "一般公共预算财政拨款收入",
        "一般公共服务（类）档案事务（款）行政运行（项）",
        "一般公共服务（类）档案事务（款）档案馆（项）",
        "社会保障和就业（类）行政事业单位养老支出（款）机关事业单位基本养老保险缴费支出（项）",
        "基本支出",
        "项目支出",
        "“三公”经费",
        "机关运行经费",
    ]


def test_sources_and_carry_overs_are_explained_where_they_occur(filing: Filing, pack: Pack) -> None:
    filing = dataclasses.replace(
        filing,
        income=(*filing.income, received("1.00", IncomeSource.OTHER)),
        carryover=(Carryover(FundSource.OTHER, Money(), Money(), Money(), wan("1.00")),),
    )
    assert names(filing, pack)[1:3] == ["其他收入", "年末结转和结余"]


def test_a_functional_item_is_known_by_its_own_name(filing: Filing, pack: Pack) -> None:
    assert "行政运行（项）：指行政单位（含参照公务员法管理的事业单位）的基本支出。" in read(
        terms_explained, filing, pack
    )


def test_an_item_no_library_knows_is_explained_by_its_name(filing: Filing, pack: Pack) -> None:
    assert "档案馆（项）：指档案事务方面用于档案馆的支出。" in read(terms_explained, filing, pack)


def test_the_words_of_the_unit_go_first(filing: Filing, pack: Pack) -> None:
    own = Term("一般公共服务（类）档案事务（款）档案馆（项）", "指馆藏整理", id=1)
    said = read(terms_explained, dataclasses.replace(filing, terms=(own,)), pack)
    assert "档案馆（项）：指馆藏整理。" in said
    assert said.count("档案馆（项）") == 1


def test_further_terms_of_the_unit_follow(filing: Filing, pack: Pack) -> None:
    filing = dataclasses.replace(
        filing, terms=(Term("密集架", "指一种架", id=1), Term("馆藏", id=2))
    )
    assert read(terms_explained, filing, pack).splitlines()[-2:] == [
        "9.密集架：指一种架。",
        "10.馆藏：〔待填：“馆藏”的解释〕。",
    ]


def test_a_blank_explanation_leaves_the_standard_one(filing: Filing, pack: Pack) -> None:
    said = read(terms_explained, dataclasses.replace(filing, terms=(Term("基本支出", id=1),)), pack)
    assert "基本支出：指为保障机构正常运转" in said


def test_items_of_every_fund_are_explained(filing: Filing, pack: Pack) -> None:
    line = spent("2120801", PROJECT, "1.00", "1.00", fund=FundSource.GOVERNMENT_FUNDS)
    filing = dataclasses.replace(filing, expenditure=(*filing.expenditure, line))
    assert any(name.endswith("征地和拆迁补偿支出（项）") for name in names(filing, pack))


def test_expenditure_nobody_entered_is_a_gap_before_the_rest(pack: Pack) -> None:
    said = read(terms_explained, Filing(2021), pack).splitlines()
    assert said[0] == "〔待填：支出决算（按功能分类）〕"
    assert said[1].startswith("1.基本支出：")


def test_no_definition_of_the_pack_holds_an_amount(pack: Pack) -> None:
    assert not [text for text in pack.terms.values() if re.search(r"\d+\.\d\d|万元", text)]


def test_an_item_of_arranged_money_is_explained_without_saying_for_twice(
    filing: Filing, pack: Pack
) -> None:
    codes = {
        "229": "其他支出",
        "22960": "彩票公益金安排的支出",
        "2296099": "用于村史编修的彩票公益金支出",
    }
    table = CodeTable("功能分类", {code: Code(code, name) for code, name in codes.items()})
    filing = dataclasses.replace(
        filing,
        expenditure=(spent("2296099", PROJECT, "1.00", "1.00"),),
        functional_codes=table,
    )
    said = read(terms_explained, filing, pack)
    assert "：指彩票公益金安排的用于村史编修的彩票公益金的支出。" in said
