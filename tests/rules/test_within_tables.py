"""A01–A16, A19: each rule on tables that hold and on one that does not."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jsxh_desktop.domain.carryover import Carryover
from jsxh_desktop.domain.expenditure import ExpenditureLine
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.income import IncomeLine
from jsxh_desktop.domain.money import Money, wan
from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.stated_figure import StatedFigure
from jsxh_desktop.domain.terms import ExpenditureKind, Precision
from jsxh_desktop.domain.three_public import ThreePublic
from jsxh_desktop.rules.rule import Severity
from jsxh_desktop.rules.tables.behind import Cell
from tests.filings import BASIC, FUNDS, GENERAL, agreeing, cut, gappy, spent
from tests.rules.stating import (
    firing,
    found,
    kexie,
    messages,
    numbered,
    small,
    spending,
    stated,
    stating,
    verdict,
)

WRONG: dict[str, tuple[Cell, str]] = {
    "A01": (("ZB", "收入/本年收入合计", "金额"), "“本年收入合计”111.00万元，各项相加110.00万元"),
    "A02": (("ZB", "支出/本年支出合计", "金额"), "“本年支出合计”111.00万元，各类相加110.00万元"),
    "A03": (("ZB", "收入/总计", "金额"), "收入“总计”111.00万元，各项相加110.00万元"),
    "A04": (("ZB", "支出/总计", "金额"), "支出“总计”111.00万元，各项相加110.00万元"),
    "A05": (("ZB", "支出/总计", "金额"), "收入总计110.00万元，支出总计111.00万元"),
    "A06": (
        ("SR", "合计", "本年收入合计"),
        "“合计”的本年收入合计111.00万元，各项相加110.00万元",
    ),
    "A07": (("ZC", "201", "本年支出合计"), "“201一般公共服务支出”的本年支出合计111.00万元"),
    "A08": (("ZC", "合计", "本年支出合计"), "“合计”的本年支出合计111.00万元，各项相加110.00万元"),
    "A09": (("CZ", "收入/总计", "金额"), "收入“总计”111.00万元，各项相加110.00万元"),
    "A10": (("CZ", "支出/本年支出合计", "合计"), "“本年支出合计”的合计111.00万元，各项相加"),
    "A11": (("CZ", "支出/本年支出合计", str(GENERAL)), "本年收入110.00万元，本年支出加年末"),
    "A12": (("YB", "合计", "合计"), "“合计”的合计111.00万元，各项相加110.00万元"),
    "A13": (("YBJB", "人员经费合计", "决算数"), "“人员经费合计”111.00万元，各类相加60.00万元"),
    "A14": (("YBMX", "合计", "合计"), "“合计”的合计111.00万元，下级科目相加110.00万元"),
    "A15": (("SG", "金额", "决算数/合计"), "决算数的合计111.00万元，三项相加3.00万元"),
    "A16": (("JJ", "合计", "年末结转和结余"), "年末结转结余加本年支出111.00万元"),
}
"""For each rule a cell that, stated as 111.00, breaks it, and what is said then."""


def coded() -> Filing:
    """The small filing with both codes on each line."""
    line = dataclasses.replace(cut("30101", "110.00"), functional="2012601")
    return numbered(dataclasses.replace(small(), expenditure=(line,)))


def of(rule_id: str) -> Filing:
    return coded() if rule_id == "A14" else small()


@pytest.mark.parametrize("rule_id", WRONG)
def test_tables_that_add_up_pass(rule_id: str) -> None:
    assert found(rule_id, stated(of(rule_id))) == ()


@pytest.mark.parametrize("rule_id", WRONG)
def test_a_stated_figure_that_does_not_add_up_is_told_with_both_sums(rule_id: str) -> None:
    cell, message = WRONG[rule_id]
    (finding,) = found(rule_id, stating(stated(of(rule_id)), cell, "111.00"))
    assert message in finding.message
    assert finding.places[0] == Place(StatedFigure.amount, 9001)


@pytest.mark.parametrize("rule_id", WRONG)
def test_the_very_figure_is_enough(rule_id: str) -> None:
    """Nothing else is stated: the rest is worked out."""
    cell, message = WRONG[rule_id]
    assert message in messages(rule_id, stating(of(rule_id), cell, "111.00"))[0]


@pytest.mark.parametrize("filing", [small(), kexie(), stated(small()), stated(kexie())])
def test_what_agrees_has_no_error(filing: Filing) -> None:
    assert firing(filing) == set()


def test_one_wrong_part_is_told_once_and_nearest_to_it() -> None:
    filing = stating(stated(kexie()), ("ZC", "2060702", "项目支出"), "6.00")
    (finding,) = found("A07", filing)
    assert finding.message == (
        "“20607科学技术普及”的项目支出38.30万元，下级科目相加39.30万元，相差1.00万元"
    )


def test_a_wrong_figure_in_the_middle_is_not_told_again_above() -> None:
    filing = stating(stated(kexie()), ("ZC", "20607", "项目支出"), "39.30")
    assert [finding.about for finding in found("A07", filing)] == ["ZC 20607 项目支出"]


def test_a_total_that_a_changed_line_left_behind_is_told_once() -> None:
    whole = stated(kexie(), lambda cell: cell[1] == "合计")
    filing = spending(whole, 3, final=wan("6.00"))
    (finding,) = found("A07", filing)
    assert finding.message.startswith("“合计”的本年支出合计161.94万元，下级科目相加162.94万元")


def test_what_rounding_explains_is_a_hint() -> None:
    filing = stating(stated(kexie()), ("ZC", "20607", "项目支出"), "38.31")
    (hint,) = verdict("A08", filing).findings
    assert hint.severity is Severity.INFO
    assert "四舍五入" in hint.message


def test_what_is_known_to_the_fen_is_not_rounded() -> None:
    filing = stated(small(), precision=Precision.FEN)
    figures = tuple(
        dataclasses.replace(x, amount=Money(x.amount.fen + 1))
        if (x.table, x.row) == ("YBJB", "301") and x.amount
        else x
        for x in filing.stated_figures
    )
    (first, *_) = found("A13", dataclasses.replace(filing, stated_figures=figures))
    assert first.message == "“301”600000.01元，下级科目相加600000.00元，相差0.01元"


def test_income_and_expenditure_that_part_are_told_without_any_official_table() -> None:
    income = (dataclasses.replace(small().income[0], final=wan("111.00")),)
    filing = dataclasses.replace(small(), income=income)
    assert messages("A05", filing) == ["收入总计111.00万元，支出总计110.00万元，相差1.00万元"]
    (finding,) = found("A11", filing)
    assert finding.message.startswith("一般公共预算财政拨款年初结转结余加本年收入111.00万元")
    assert Place(IncomeLine.final, 1) in finding.places


def test_the_line_an_official_table_says_otherwise_comes_first() -> None:
    filing = spending(stated(small()), 2, final=wan("21.00"))
    (finding,) = found("A05", filing)
    assert finding.places[0] == Place(ExpenditureLine.final, 2)


def test_a_fund_is_balanced_by_no_other() -> None:
    line = spent("2120801", BASIC, "1.00", "1.00", fund=FUNDS)
    less = spending(small(), 1, final=wan("79.00"))
    filing = numbered(dataclasses.replace(less, expenditure=(*less.expenditure, line)))
    assert found("A05", filing) == ()
    assert len(found("A11", filing)) == 2
    assert messages("A16", filing) == [
        "年末结转结余加本年支出1.00万元，年初结转结余加本年收入0.00万元，相差1.00万元"
    ]


def test_a_carry_over_nobody_entered_is_not_judged() -> None:
    filing = dataclasses.replace(small(), carryover=())
    for rule_id in ("A03", "A05", "A11", "A16"):
        (reason, *_) = verdict(rule_id, filing).unjudged
        assert reason.reason == "年初、年末结转和结余还没有填"


def test_money_booked_at_a_class_beside_its_items_is_told() -> None:
    line = spent("201", BASIC, "3.00", "3.00")
    filing = numbered(dataclasses.replace(small(), expenditure=(*small().expenditure, line)))
    finding = next(x for x in found("A07", filing) if x.where == "支出决算表")
    assert finding.message.startswith("“201一般公共服务支出”的本年支出合计103.00万元")
    assert finding.places[0] == Place(ExpenditureLine.final, 8)


def test_a_third_kind_of_general_budget_expenditure_is_told() -> None:
    filing = spending(small(), 3, kind=ExpenditureKind.OPERATING)
    (finding, *_) = found("A12", filing)
    assert finding.places[0] == Place(ExpenditureLine.final, 3)


def test_an_economic_class_beside_its_items_is_told() -> None:
    lines = (*small().expenditure, cut("301", "1.00"))
    filing = numbered(dataclasses.replace(small(), expenditure=lines))
    assert messages("A13", filing) == ["“301”61.00万元，下级科目相加60.00万元，相差1.00万元"]


def test_details_without_economic_codes_are_not_judged() -> None:
    (reason,) = verdict("A14", small()).unjudged
    assert reason.reason == "支出的经济分类明细还没有填"


def test_rows_of_an_official_table_are_not_counted_beside_entered_ones() -> None:
    filing = spending(stated(kexie()), 3, functional="2060703")
    assert found("A07", filing) == ()
    assert found("B17", filing) != ()


def test_a_table_of_another_unit_does_not_flood() -> None:
    filing = stated(kexie())
    figures = tuple(
        dataclasses.replace(x, amount=wan(f"{x.id * x.id}")) for x in filing.stated_figures
    )
    told = found("A07", dataclasses.replace(filing, stated_figures=figures))
    assert told[-1].to_do == "先核对是不是同一单位、同一年度的表"
    assert len(told) == 21


def test_a_negative_amount_wants_a_look() -> None:
    (finding,) = found("A19", spending(small(), 2, final=wan("-20.00")))
    assert finding.message == "2012604支出决算数是-20.00万元，小于0"
    assert finding.places == (Place(ExpenditureLine.final, 2),)


def test_a_negative_amount_of_a_single_record_is_seen_too() -> None:
    public = dataclasses.replace(small().three_public, running=wan("-2.00"))
    (finding,) = found("A19", dataclasses.replace(small(), three_public=public))
    assert finding.places == (Place(ThreePublic.running),)


def test_a_deficit_may_be_carried_over() -> None:
    left = (Carryover(GENERAL, Money(), Money(), Money(), wan("-1.00"), id=1),)
    assert found("A19", dataclasses.replace(small(), carryover=left)) == ()


@given(gappy(), st.booleans())
@settings(max_examples=15)
def test_blanks_stop_no_rule(filing: Filing, official: bool) -> None:
    held = stated(numbered(filing)) if official else numbered(filing)
    firing(held)


@given(agreeing())
@settings(max_examples=10)
def test_tables_stated_as_they_are_add_nothing(filing: Filing) -> None:
    held = numbered(filing)
    assert firing(stated(held, precision=Precision.FEN)) == firing(held)
