"""C15, C16: 人员经费 and 公用经费 in the text."""

from __future__ import annotations

import dataclasses

from jsxh_desktop.rules.statements.basic_expenditure import (
    only_what_there_is_is_listed,
    personnel_and_operating_make_basic,
)
from tests import seed
from tests.filings import archive, cut
from tests.rules.tampering import (
    composed,
    findings,
    of_archive,
    of_sample,
    rewritten,
    without,
)

# ---- C15 ------------------------------------------------------------------------------------


def test_c15_parts_that_do_not_make_the_whole() -> None:
    subject = rewritten(of_archive(), "人员经费60.00万元", "人员经费61.00万元")
    (found,) = findings(personnel_and_operating_make_basic, subject)
    assert found.message == (
        "人员经费61.00万元加公用经费30.00万元，合计91.00万元，基本支出写的是90.00万元"
    )
    assert [operand.shown for operand in found.operands] == ["91.00万元", "90.00万元"]


def test_c15_two_cuts_entered_differently() -> None:
    filing = archive()
    filing = dataclasses.replace(filing, expenditure=filing.expenditure[:-1])
    (found,) = findings(personnel_and_operating_make_basic, composed(filing))
    assert "合计85.00万元，基本支出写的是90.00万元" in found.message
    assert found.places


def test_c15_a_part_left_out() -> None:
    (found,) = findings(personnel_and_operating_make_basic, without(of_archive(), "公用经费30"))
    assert found.message == "没有写公用经费"


def test_c15_a_part_there_is_none_of() -> None:
    functional, personnel = archive().expenditure[:3], cut("30101", "90.00")
    filing = dataclasses.replace(archive(), expenditure=(*functional, personnel))
    assert not findings(personnel_and_operating_make_basic, composed(filing))


def test_c15_is_right_in_the_real_report() -> None:
    assert not findings(personnel_and_operating_make_basic, seed.printed())


# ---- C16 ------------------------------------------------------------------------------------


def test_c16_a_name_left_out_and_a_name_too_many() -> None:
    subject = rewritten(of_archive(), "办公费、办公设备购置", "办公费、会议费")
    more, less = findings(only_what_there_is_is_listed, subject)
    assert more.message == "公用经费列了会议费，本年没有这项支出"
    assert less.message == "公用经费没有列办公设备购置，本年有这项支出"


def test_c16_a_short_name_is_another_rules_business() -> None:
    assert not findings(
        only_what_there_is_is_listed,
        rewritten(of_sample(), "物业管理费、差旅费", "物管费、差旅费"),
    )


def test_s46_the_list_of_the_template_instead_of_what_there_is() -> None:
    more, less, _ = findings(only_what_there_is_is_listed, seed.printed())
    assert "离休费" in more.message
    assert "职业年金缴费" in more.message
    assert less.message == "人员经费没有列职工基本医疗保险缴费，本年有这项支出"


def test_s47_operating_items_nothing_was_spent_on() -> None:
    *_, more = findings(only_what_there_is_is_listed, seed.printed())
    assert "因公出国（境）费用" in more.message
    assert "会议费" in more.message
    assert "其他交通费" not in more.message
