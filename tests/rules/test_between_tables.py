"""B01–B13, B16, B17: figures that stand in two tables, and official tables beside the entries."""

from __future__ import annotations

import dataclasses

import pytest

from jsxh_desktop.domain.carryover import Carryover
from jsxh_desktop.domain.expenditure import ExpenditureLine
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.income import IncomeLine
from jsxh_desktop.domain.money import Money, wan
from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.terms import ExpenditureKind, FundSource, IncomeSource
from jsxh_desktop.domain.three_public import ThreePublic
from jsxh_desktop.rules.rule import judge
from jsxh_desktop.rules.tables.behind import Cell, behind
from tests.filings import CAPITAL, FUNDS, GENERAL, PROJECT, cut, spent
from tests.rules.stating import (
    RULES,
    found,
    messages,
    numbered,
    small,
    spending,
    stated,
    stating,
    verdict,
)
from tests.rules.tampering import of_archive, rewritten

WRONG: dict[str, tuple[Cell, str]] = {
    "B01": (("SR", "合计", "本年收入合计"), "收入决算表“合计”的本年收入合计111.00万元"),
    "B02": (("SR", "合计", "事业收入"), "收入决算表“合计”的事业收入111.00万元"),
    "B03": (("ZC", "合计", "本年支出合计"), "支出决算表“合计”的本年支出合计111.00万元"),
    "B04": (("ZB", "支出/208", "金额"), "收入支出决算总表“208社会保障和就业支出”111.00万元"),
    "B05": (("CZ", "收入/本年收入合计", "金额"), "财政拨款收入支出决算总表“本年收入合计”111.00"),
    "B06": (("YB", "208", "合计"), "支出决算表“208社会保障和就业支出”的合计111.00万元"),
    "B07": (("JJ", "合计", "本年收入"), "收入支出决算表“合计”的本年收入111.00万元"),
    "B08": (("GZZC", "合计", "合计"), "国有资本经营预算财政拨款支出决算表“合计”的合计111.00"),
    "B09": (("YB", "合计", "基本支出"), "按功能分类的基本支出111.00万元，按经济分类的人员经费"),
    "B10": (("YBXM", "2012604", "金额"), "项目支出决算表“2012604档案馆”111.00万元"),
    "B11": (("CZ", "支出/208", "合计"), "决算总表“208社会保障和就业支出”的合计111.00万元"),
    "B12": (
        ("CZMX", "合计", "合计"),
        "财政拨款支出决算明细表“合计”的合计111.00万元，各预算明细相加110.00",
    ),
    "B16": (("YBJB", "公用经费合计", "决算数"), "机关运行经费30.00万元，基本支出决算表的公用"),
    "B17": (("ZC", "208", "基本支出"), "“208社会保障和就业支出”的基本支出表中为111.00万元"),
}
"""For each rule a cell that, stated as 111.00 among the others, breaks it, and what is said."""


def reception_of(filing: Filing) -> Filing:
    """Project expenditure cut by economic code as well: 公务接待费 and 公务用车运行维护费 in it."""
    lines = (
        *filing.expenditure,
        dataclasses.replace(cut("30217", "1.00"), kind=PROJECT),
        dataclasses.replace(cut("30231", "2.00"), kind=PROJECT),
        dataclasses.replace(cut("30201", "17.00"), kind=PROJECT),
    )
    return numbered(dataclasses.replace(filing, expenditure=lines))


@pytest.mark.parametrize("rule_id", WRONG)
def test_one_figure_in_two_tables_passes(rule_id: str) -> None:
    assert found(rule_id, stated(small())) == ()


@pytest.mark.parametrize("rule_id", WRONG)
def test_a_figure_that_differs_between_tables_is_told_with_both(rule_id: str) -> None:
    cell, message = WRONG[rule_id]
    (finding,) = found(rule_id, stating(stated(small()), cell, "111.00"))
    assert message in finding.message


def test_a_class_that_was_added_up_of_rounded_items_is_explained() -> None:
    """社保 326.71 in the one table, 326.72 in the other."""
    filing = stating(stated(small()), ("ZB", "支出/208", "金额"), "10.01")
    assert found("B04", filing) == ()
    assert found("B04", stating(filing, ("ZB", "支出/208", "金额"), "10.02")) != ()


def test_the_two_cuts_of_basic_expenditure_are_compared_as_entered() -> None:
    (finding,) = found("B09", spending(small(), 6, final=wan("26.00")))
    assert finding.message == (
        "按功能分类的基本支出90.00万元，按经济分类的人员经费加公用经费91.00万元，相差1.00万元"
    )
    assert Place(ExpenditureLine.final, 6) in finding.places


def test_project_money_without_a_project_is_not_judged() -> None:
    (reason,) = verdict("B10", spending(small(), 2, project=None)).unjudged
    assert reason.reason == "有1行项目支出还没有选项目"
    assert reason.places == (Place(ExpenditureLine.project, 2),)


def test_basic_expenditure_booked_to_a_project_is_told() -> None:
    (finding,) = found("B10", spending(small(), 1, project=1))
    assert finding.message == "2012601的80.00万元记到项目“馆藏数字化”，支出性质却是基本支出"


def test_expenditure_of_other_money_needs_money_that_came_in() -> None:
    filing = spending(small(), 3, fund=FundSource.OTHER)
    (finding,) = found("B11", filing)
    assert "208社会保障和就业支出”的合计0.00万元" in finding.message
    assert finding.places[0] == Place(ExpenditureLine.final, 3)


def test_other_money_that_came_in_may_be_spent() -> None:
    income = IncomeLine("2080505", IncomeSource.OTHER, wan("10.00"), id=2)
    filing = spending(small(), 3, fund=FundSource.OTHER)
    assert found("B11", dataclasses.replace(filing, income=(*filing.income, income))) == ()


def test_the_appropriation_is_never_more_than_all() -> None:
    income = IncomeLine("2080505", IncomeSource.OTHER, wan("10.00"), id=2)
    filing = stated(dataclasses.replace(small(), income=(*small().income, income)))
    assert found("B11", filing) == ()
    more = stating(filing, ("CZ", "支出/208", "合计"), "10.50")
    assert "相差0.50万元" in messages("B11", more)[0]


def test_a_carry_over_of_other_money_may_be_spent() -> None:
    left = Carryover(FundSource.OTHER, wan("10.00"), Money(), Money(), Money(), id=2)
    filing = spending(small(), 3, fund=FundSource.OTHER)
    carried = dataclasses.replace(filing, carryover=(*filing.carryover, left))
    assert found("B11", carried) == ()


@pytest.mark.parametrize(
    ("rule_id", "fund", "table"), [("B07", FUNDS, "JJ"), ("B08", CAPITAL, "GZ")]
)
def test_a_fund_stands_alike_in_its_own_table(rule_id: str, fund: FundSource, table: str) -> None:
    line = spent("2120801", PROJECT, "1.00", "1.00", fund=fund)
    filing = numbered(dataclasses.replace(small(), expenditure=(*small().expenditure, line)))
    held = stated(filing)
    assert found(rule_id, held) == ()
    assert len(found(rule_id, stating(held, (table, "合计", "本年支出"), "2.00"))) == 1


def test_details_by_economic_code_are_those_of_the_general_budget() -> None:
    line = dataclasses.replace(cut("30101", "110.00"), functional="2012601")
    held = stated(numbered(dataclasses.replace(small(), expenditure=(line,))))
    assert found("B12", held) == ()
    (finding,) = found("B12", stating(held, ("CZMX", "合计", "30101"), "111.00"))
    assert "“合计”的30101基本工资111.00万元" in finding.message


def test_three_public_is_what_its_codes_add_up_to() -> None:
    assert found("B13", reception_of(small())) == ()
    assert verdict("B13", reception_of(small())).unjudged == ()


def test_a_reception_that_its_code_does_not_bear_out_is_told() -> None:
    public = dataclasses.replace(small().three_public, reception_domestic=wan("1.50"))
    filing = reception_of(dataclasses.replace(small(), three_public=public))
    (finding,) = found("B13", filing)
    assert finding.message == "“三公”经费中公务接待费1.50万元，支出明细中30217合计1.00万元"
    assert finding.places[0] == Place(ThreePublic.reception_domestic)
    assert finding.places[-1] == Place(ExpenditureLine.final, 8)


def test_more_than_the_basic_lines_bear_out_is_not_judged() -> None:
    reasons = [each.reason for each in verdict("B13", small()).unjudged]
    assert reasons[-1].startswith("公务接待费比按经济分类填报的多")
    assert found("B13", small()) == ()


def test_less_than_the_basic_lines_bear_out_is_told() -> None:
    lines = (*small().expenditure, cut("30217", "1.20"))
    filing = numbered(dataclasses.replace(small(), expenditure=lines))
    assert messages("B13", filing) == [
        "“三公”经费中公务接待费1.00万元，支出明细中30217合计1.20万元"
    ]


def test_three_public_without_economic_codes_is_not_judged() -> None:
    lines = small().expenditure[:3]
    (reason,) = verdict("B13", dataclasses.replace(small(), expenditure=lines)).unjudged
    assert reason.reason == "支出决算（按经济分类）还没有填"


def test_a_printed_agency_running_that_is_not_operating_expenditure_is_told() -> None:
    subject = of_archive()
    rule = RULES["B16"]
    assert judge(rule, subject).findings == ()
    wrong = rewritten(subject, "机关运行经费支出30.00万元", "机关运行经费支出60.00万元")
    (finding, *_) = judge(rule, wrong).findings
    assert "60.00万元" in finding.message


def test_the_kinds_of_expenditure_that_are_no_project_stay_out_of_its_table() -> None:
    filing = spending(small(), 2, kind=ExpenditureKind.BASIC, project=None)
    assert [x for x in behind(filing, ("YBXM", "合计", "金额")) if x.amount] == []
    assert GENERAL in {line.fund for line in filing.expenditure}
