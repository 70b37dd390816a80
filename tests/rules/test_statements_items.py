"""C12–C14: items by their names, completion of the budget, and why the two differ."""

from __future__ import annotations

import dataclasses

import pytest

from jsxh_desktop.domain.change import Put
from jsxh_desktop.domain.expenditure import ExpenditureLine, Variance
from jsxh_desktop.domain.filing import Filing, with_added, with_value
from jsxh_desktop.domain.money import wan
from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.report_text import Reasons, Term
from jsxh_desktop.domain.terms import FundSource
from jsxh_desktop.rules.rule import Finding, Rule, Severity
from jsxh_desktop.rules.statements.told_completion import completion_is_told_right as c13
from jsxh_desktop.rules.statements.told_items import items_are_told_right as c12
from jsxh_desktop.rules.statements.told_reasons import variances_are_told as c14
from jsxh_desktop.rules.subject import Subject
from tests import seed
from tests.filings import PROJECT, archive, spent
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

RUNNING = "一般公共服务（类）档案事务（款）行政运行（项）"
HALL = "一般公共服务（类）档案事务（款）档案馆（项）"
PENSION = "社会保障和就业（类）行政事业单位养老支出（款）机关事业单位基本养老保险缴费支出（项）"


def only(found: tuple[Finding, ...]) -> Finding:
    (finding,) = found
    return finding


def messages(rule: Rule, subject: Subject) -> list[str]:
    return [each.message for each in findings(rule, subject)]


def with_funds() -> Filing:
    """The archive with money of 政府性基金, which its own section lists."""
    fund = FundSource.GOVERNMENT_FUNDS
    line = spent("2120801", PROJECT, "6.00", "8.00", fund=fund)
    filing = dataclasses.replace(archive(), expenditure=(*archive().expenditure, line))
    return with_added(filing, Variance("2120801", "工程延期", id=3))


def test_c12_an_item_with_another_amount() -> None:
    subject = rewritten(of_archive(), f"{HALL}：支出决算为20.00", f"{HALL}：支出决算为21.00")
    assert messages(c12, subject) == [f"{HALL}支出决算写的是21.00万元，应为20.00万元"]


def test_c12_the_total_of_the_items() -> None:
    subject = rewritten(of_archive(), "支出决算数为110.00", "支出决算数为119.00")
    assert messages(c12, subject) == ["一般公共预算财政拨款支出写的是119.00万元，应为110.00万元"]


def test_c12_an_item_left_out() -> None:
    subject = without(of_archive(), f"2.{HALL}：")
    assert messages(c12, subject) == [f"明细里没有写{HALL}，支出决算20.00万元"]


def test_c12_an_item_told_twice() -> None:
    subject = rewritten(of_archive(), f"2.{HALL}：", f"2.{RUNNING}：")
    assert f"{RUNNING}写了两条" in messages(c12, subject)
    assert f"明细里没有写{HALL}，支出决算20.00万元" in messages(c12, subject)


def test_c12_two_names_swapped() -> None:
    swapped = rewritten(of_archive(), f"1.{RUNNING}：", "1.甲：")
    swapped = rewritten(swapped, f"2.{HALL}：", f"2.{RUNNING}：")
    swapped = rewritten(swapped, "1.甲：", f"1.{HALL}：")
    assert len(findings(c12, swapped)) == 2


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("1.一般公共服务（类）", "1.一般公共事务（类）"),
        ("1.一般公共服务（类）档案事务（款）", "1.一般公共服务（类）档案管理（款）"),
        (f"1.{RUNNING}", "1.一般公共服务（类）档案事务（款）机关运行（项）"),
    ],
)
def test_c12_a_name_that_is_not_the_name(old: str, new: str) -> None:
    assert any(
        "不是一般公共预算财政拨款支出里的项" in each
        for each in messages(c12, rewritten(of_archive(), old, new))
    )


def test_c12_a_line_that_stops_above_the_item() -> None:
    subject = rewritten(of_archive(), f"1.{RUNNING}", "1.一般公共服务（类）档案事务（款）")
    assert "“一般公共服务（类）档案事务（款）”没有写到项" in messages(c12, subject)


def test_c12_the_word_expenditure_behind_the_class_is_right() -> None:
    subject = rewritten(of_archive(), "1.一般公共服务（类）", "1.一般公共服务支出（类）")
    assert not findings(c12, subject)


def test_c12_the_items_of_another_fund_in_their_own_section() -> None:
    subject = composed(with_funds())
    assert not findings(c12, subject)
    wrong = rewritten(subject, "支出决算为6.00", "支出决算为6.10")
    assert len(findings(c12, wrong)) == 1


def test_c12_a_number_before_the_first_item() -> None:
    subject = rewritten(of_archive(), f"1.{RUNNING}", f"2.{RUNNING}")
    assert messages(c12, subject) == ["明细第一条的序号写的是2"]


def test_c12_a_term_by_a_name_no_table_has() -> None:
    term = Term("一般公共服务（类）档案事务（款）档案大厅（项）", "指档案大厅的支出。", id=7)
    found = only(findings(c12, Subject(with_added(archive(), term), PACK)))
    assert found.places == (Place(Term.name, 7),)
    assert "2021年的科目表里没有" in found.message


def test_c12_a_term_of_the_table_that_is_not_spent_on_is_right() -> None:
    term = Term("科学技术（类）科学技术普及（款）科普活动（项）", "指科普活动的支出。", id=7)
    assert not findings(c12, Subject(with_added(archive(), term), PACK))


def test_c12_numbers_for_names_are_put_right_in_one_step() -> None:
    term = Term("社会保障和就业（类）208（款）05（项）", "指养老保险缴费。", id=7)
    found = only(findings(c12, Subject(with_added(archive(), term), PACK)))
    assert found.correction is not None
    assert found.correction.changes == (Put(Term.name, PENSION, 7),)


def test_c12_a_blank_is_not_judged() -> None:
    blank = with_value(archive(), ExpenditureLine.fund, None, 0)
    subject = Subject(blank, PACK, of_archive().parts)
    assert not findings(c12, subject)
    assert unjudged(c12, subject)


def test_s43_206_in_place_of_the_section_and_07_in_place_of_the_item() -> None:
    numbered = [
        each for each in findings(c12, seed.printed()) if "把编码写进了款和项" in each.message
    ]
    assert len(numbered) == 8
    assert sum(each.correction is not None for each in numbered) == 3


def test_s44_141_65_in_one_line() -> None:
    found = messages(c12, seed.printed())
    assert "141.65万元是4个项的合计，没有分列到项" in found


@pytest.mark.parametrize("rate", ["98.3%", "97.2%", "79.3%", "100%"])
def test_c13_a_rate_that_is_not_final_by_budget(rate: str) -> None:
    subject = rewritten(of_archive(), "完成全年预算的97.3%。其中", f"完成全年预算的{rate}。其中")
    found = only(findings(c13, subject))
    assert found.computed == "97.3%"


def test_c13_a_budget_that_is_not_the_budget() -> None:
    subject = rewritten(of_archive(), "全年预算数为113.00", "全年预算数为112.00")
    assert messages(c13, subject) == [
        "一般公共预算财政拨款支出全年预算写的是112.00万元，应为113.00万元"
    ]


def test_c13_the_rate_of_an_item() -> None:
    subject = rewritten(
        of_archive(), "完成全年预算的80%，决算数小于", "完成全年预算的81%，决算数小于"
    )
    assert only(findings(c13, subject)).computed == "80%"


def test_c13_a_base_that_is_not_said() -> None:
    subject = rewritten(of_archive(), "完成全年预算的97.3%。其中", "完成预算的97.3%。其中")
    assert messages(c13, subject) == [
        "一般公共预算财政拨款支出写完成预算97.3%，没有写明是年初预算还是全年预算："
        "按年初预算100.00万元是110%，按全年预算113.00万元是97.3%"
    ]


def test_c13_the_budget_of_the_first_of_january() -> None:
    subject = rewritten(of_archive(), "完成全年预算的97.3%。其中", "完成年初预算的110%。其中")
    assert not findings(c13, subject)
    subject = rewritten(of_archive(), "完成全年预算的97.3%。其中", "完成年初预算的97.3%。其中")
    assert findings(c13, subject)


def test_c13_an_initial_budget_of_nothing_has_no_rate() -> None:
    line = dataclasses.replace(archive().expenditure[1], initial_budget=wan("0"))
    filing = dataclasses.replace(
        archive(), expenditure=(archive().expenditure[0], line, *archive().expenditure[2:])
    )
    subject = rewritten(composed(filing), "完成全年预算的80%，决算", "完成年初预算的80%，决算")
    assert any("不能写完成年初预算的80%" in each for each in messages(c13, subject))


def test_c13_an_initial_budget_nobody_entered_is_not_judged() -> None:
    subject = rewritten(of_archive(), "完成全年预算的80%，决算", "完成年初预算的80%，决算")
    assert not findings(c13, subject)
    assert unjudged(c13, subject)


def test_c13_no_budget_in_the_whole_section() -> None:
    subject = rewritten(of_archive(), "，全年预算数为113.00万元", "")
    assert messages(c13, subject) == ["一般公共预算财政拨款支出写了完成预算的比率，没有写出预算数"]


def test_c13_known_to_0_01_what_rounding_explains_is_a_warning() -> None:
    subject = rewritten(
        of_sample(), "6.41万元，完成全年预算的100%", "6.41万元，完成全年预算的100.1%"
    )
    assert only(findings(c13, subject)).severity is Severity.WARNING
    subject = rewritten(of_sample(), "6.41万元，完成全年预算的100%", "6.41万元，完成全年预算的101%")
    assert only(findings(c13, subject)).severity is None


def test_s07_100_per_cent_of_which_budget() -> None:
    found = messages(c13, seed.printed())
    assert sum("没有写明是年初预算还是全年预算" in each for each in found) == 5
    assert "按年初预算112.44万元是144.0%，按全年预算161.94万元是100%" in found[0]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("决算数小于预算数的主要原因是按进度支付", "决算数大于预算数的主要原因是按进度支付"),
        ("决算数小于预算数的主要原因是按进度支付", "决算数等于预算数"),
        ("100%，决算数等于预算数", "100%，决算数小于预算数的主要原因是按进度支付"),
        ("大于预算数的主要原因是年中追加", "小于预算数的主要原因是年中追加"),
        ("决算数小于预算数的主要原因是“三公”", "决算数大于预算数的主要原因是“三公”"),
    ],
)
def test_c14_the_verb_turned_round(old: str, new: str) -> None:
    assert only(findings(c14, rewritten(of_archive(), old, new))).severity is Severity.ERROR


def test_c14_equal_amounts_are_said_to_be_equal() -> None:
    subject = rewritten(of_archive(), "100%，决算数等于预算数", "100%")
    assert messages(c14, subject) == [
        f"{RUNNING}支出决算80.00万元，预算80.00万元，没有写决算数等于预算数"
    ]


def test_c14_a_difference_without_a_word() -> None:
    subject = rewritten(of_archive(), "，决算数小于预算数的主要原因是按进度支付", "")
    assert "没有写决算数小于预算数的主要原因" in only(findings(c14, subject)).message


def test_c14_a_difference_without_a_reason() -> None:
    subject = rewritten(of_archive(), "的主要原因是按进度支付", "")
    assert messages(c14, subject) == [f"{HALL}预决算差异没有写原因"]
    subject = rewritten(of_archive(), "主要原因是按进度支付", "主要原因是")
    assert messages(c14, subject) == [f"{HALL}预决算差异没有写原因"]


def test_c14_a_gap_is_no_missing_reason() -> None:
    filing = with_value(archive(), Variance.reason, "", 1)
    assert not findings(c14, composed(filing))


def test_c14_a_reason_that_is_not_the_one_typed() -> None:
    subject = rewritten(of_archive(), "主要原因是按进度支付", "主要原因是资金到位晚")
    found = only(findings(c14, subject))
    assert found.message == f"{HALL}预决算差异写的原因与填写的不一样"
    assert found.places == (Place(Variance.reason, 1),)


def test_c14_a_reason_of_a_movement_that_is_not_the_one_typed() -> None:
    subject = rewritten(
        of_archive(), "主要变动原因是收支总计变动原因之由。", "主要变动原因是收支总计变动原因之外。"
    )
    assert {each.places for each in findings(c14, subject)} == {(Place(Reasons.total),)}


def test_s45_a_line_that_does_not_say_final_and_budget_are_equal() -> None:
    found = only(findings(c14, seed.printed()))
    assert "没有写决算数等于预算数" in found.message
    assert "141.65万元" in found.message
