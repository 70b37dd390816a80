"""C17–C20, C22: the sentences on “三公”经费."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest

from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.money import wan
from jsxh_desktop.domain.prior_year import PriorYear
from jsxh_desktop.rules.rule import Severity
from jsxh_desktop.rules.statements.three_public_items import (
    domestic_and_foreign_make_reception,
    every_item_is_told,
)
from jsxh_desktop.rules.statements.three_public_rates import (
    completion_is_of_the_budget,
    everything_is_compared_with_last_year,
    shares_are_of_the_whole,
)
from tests import seed
from tests.filings import archive
from tests.rules.tampering import (
    composed,
    findings,
    of_archive,
    rewritten,
    unjudged,
    without,
)


def with_three_public(**facts: Any) -> Filing:
    filing = archive()
    spent = dataclasses.replace(filing.three_public, **facts)
    return dataclasses.replace(filing, three_public=spent)


# ---- C17 ------------------------------------------------------------------------------------


def test_s05_a_completion_told_as_a_share() -> None:
    (found,) = findings(shares_are_of_the_whole, seed.printed())
    assert found.message == ("公务接待费占比写的是75%，按填报的数应为100%（75%是完成预算的比率）")


def test_c17_a_share_rounded_wrong() -> None:
    subject = rewritten(of_archive(), "占66.7%", "占66.6%")
    (found,) = findings(shares_are_of_the_whole, subject)
    assert found.computed == "66.67%"


def test_c17_no_share_of_nothing() -> None:
    nothing = wan("0")
    filing = with_three_public(running=nothing, reception_domestic=nothing)
    assert not findings(shares_are_of_the_whole, composed(filing))
    subject = rewritten(
        composed(filing), "费支出决算0.00万元；公务", "费支出决算0.00万元，占0%；公务"
    )
    assert "作分母的数是0" in findings(shares_are_of_the_whole, subject)[0].message


# ---- C18 ------------------------------------------------------------------------------------


def test_s06_a_completion_without_its_budget() -> None:
    (found,) = findings(completion_is_of_the_budget, seed.printed())
    assert found.message == "“三公”经费只写完成预算75%，没有写预算数，倒推约0.64万元"
    assert found.severity is Severity.WARNING


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("全年预算数为3.50万元", "全年预算数为3.60万元", "应为3.50万元"),
        ("支出决算为3.00万元", "支出决算为3.10万元", "应为3.00万元"),
        ("完成全年预算的85.7%", "完成全年预算的85.8%", "应为85.71%"),
        ("完成全年预算的80%", "完成全年预算的85.7%", "应为80%"),
        ("决算数小于预算数", "决算数等于预算数", "应为小于"),
        ("费支出2.00万元，完成全年预算的80%", "费支出2.00万元，未安排预算", "全年预算是2.50万元"),
    ],
    ids=["budget", "final", "rate", "rate_of_another", "word", "unplanned"],
)
def test_c18_budget_final_and_completion(old: str, new: str, said: str) -> None:
    (found,) = findings(completion_is_of_the_budget, rewritten(of_archive(), old, new))
    assert said in found.message


def test_c18_a_completion_of_no_budget() -> None:
    subject = rewritten(of_archive(), "支出0.00万元，未安排预算", "支出0.00万元，完成全年预算的0%")
    assert "作分母的数是0" in findings(completion_is_of_the_budget, subject)[0].message


def test_c18_a_blank_budget_is_no_finding() -> None:
    subject = composed(with_three_public(reception_budget=None))
    assert not findings(completion_is_of_the_budget, subject)


# ---- C19 ------------------------------------------------------------------------------------


def test_s48_the_whole_is_not_compared() -> None:
    (found,) = findings(everything_is_compared_with_last_year, seed.printed())
    assert found.message == "“三公”经费支出决算没有与上年比较"


@pytest.mark.parametrize(
    ("name", "compared"),
    [
        ("因公出国（境）费", "支出决算与2020年持平。"),
        ("公务用车购置及运行维护费", "支出决算比2020年减少0.50万元，下降20%。"),
        ("公务接待费", "支出决算与2020年持平。"),
    ],
    ids=["overseas", "vehicles", "reception"],
)
def test_c19_a_part_that_is_not_compared(name: str, compared: str) -> None:
    subject = rewritten(of_archive(), f"{name}{compared}", "")
    (found,) = findings(everything_is_compared_with_last_year, subject)
    assert found.message == f"{name}没有与上年比较"


def test_c19_a_first_year_is_compared_with_a_gap() -> None:
    filing = dataclasses.replace(archive(), prior_year=PriorYear())
    assert not findings(everything_is_compared_with_last_year, composed(filing))


# ---- C20, C22 -------------------------------------------------------------------------------


def test_s48_items_that_are_not_told() -> None:
    said = [each.message for each in findings(every_item_is_told, seed.printed())]
    assert said == [
        "没有写因公出国（境）费",
        "没有写公务用车购置",
        "没有写公务用车运行维护费",
        "没有写公务用车保有量",
        "没有写外事接待",
    ]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("单位共有公务用车", "没有写公务用车保有量"),
        ("外事接待支出", "没有写外事接待"),
        ("国内公务接待支出", "没有写国内公务接待"),
    ],
)
def test_c20_a_paragraph_left_out(words: str, said: str) -> None:
    assert said in {
        each.message for each in findings(every_item_is_told, without(of_archive(), words))
    }


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("团组0次", "团组1次", "因公出国（境）团组数写的是1，按填报的数应为0"),
        ("出国（境）0人", "出国（境）2人", "因公出国（境）人数写的是2，按填报的数应为0"),
        ("共有公务用车1辆", "共有公务用车2辆", "保有公务用车写的是2，按填报的数应为1"),
        ("轿车1辆、越野车0辆", "轿车0辆、越野车1辆", "年末轿车保有量写的是0，按填报的数应为1"),
        ("截至2021年12月底", "截至2021年11月底", "写着“截至2021年11月”，应为12月"),
        ("截至2021年12月底", "截至2020年12月底", "“三公”经费里写着2020年，应为2021年"),
    ],
)
def test_c20_counts_and_dates(old: str, new: str, said: str) -> None:
    found = findings(every_item_is_told, rewritten(of_archive(), old, new))
    assert said in {each.message for each in found}


def test_c20_cars_bought_are_not_cars_held() -> None:
    filing = with_three_public(
        purchase=wan("10.00"), cars_bought=1, off_roads_bought=0, coaches_bought=0, cars_held=2
    )
    assert not findings(every_item_is_told, composed(filing))
    subject = rewritten(composed(filing), "购置公务用车1辆", "购置公务用车2辆")
    assert findings(every_item_is_told, subject)[0].message.startswith("购置公务用车写的是2")


def test_c20_money_without_a_journey_wants_a_look() -> None:
    (found, _) = findings(every_item_is_told, composed(with_three_public(overseas=wan("1.00"))))
    assert found.message == "因公出国（境）费决算有支出，因公出国（境）团组数填的是0"
    assert found.severity is Severity.WARNING


def test_c20_a_blank_count_cannot_be_judged() -> None:
    filing = with_three_public(overseas=wan("1.00"), overseas_groups=None)
    assert unjudged(every_item_is_told, composed(filing))


def test_c20_a_missing_section_is_found() -> None:
    found = findings(every_item_is_told, rewritten(of_archive(), "“三公”经费财政拨款支出决算", ""))
    assert [each.message for each in found] == ["没有“三公”经费这一节"]


def test_c22_domestic_and_foreign_make_reception() -> None:
    subject = rewritten(of_archive(), "外事接待支出0.00万元", "外事接待支出0.20万元")
    (found,) = findings(domestic_and_foreign_make_reception, subject)
    assert "合计1.20万元，公务接待费写的是1.00万元" in found.message


def test_c22_what_rounding_explains_is_a_hint() -> None:
    filing = with_three_public(
        reception_domestic=wan("1.005"),
        reception_foreign=wan("0.005"),
        foreign_batches=1,
        foreign_persons=2,
        foreign_purpose="访问",
    )
    (found,) = findings(domestic_and_foreign_make_reception, composed(filing))
    assert found.severity is Severity.INFO
    assert "尾差" in found.message
