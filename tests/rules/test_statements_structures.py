"""C07, C08, C10, C11: what a total is made of, each part with its share."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.money import Money
from jsxh_desktop.domain.terms import ExpenditureKind, FundSource, IncomeSource
from jsxh_desktop.rules.rule import Finding, Rule, Severity
from jsxh_desktop.rules.statements.told_structures import RULES
from jsxh_desktop.rules.subject import Subject
from tests import seed
from tests.filings import BASIC, PROJECT, archive, received, spent
from tests.rules.tampering import (
    PACK,
    composed,
    findings,
    of_archive,
    of_sample,
    rewritten,
    unjudged,
)

c07, c08, c10, c11 = RULES


def only(found: tuple[Finding, ...]) -> Finding:
    (finding,) = found
    return finding


def messages(rule: Rule, subject: Subject) -> list[str]:
    return [each.message for each in findings(rule, subject)]


def mixed() -> Filing:
    """The archive with income of two sources, and money that is no appropriation."""
    return dataclasses.replace(
        archive(),
        income=(received("110.00"), received("10.00", IncomeSource.OTHER)),
        expenditure=(
            *archive().expenditure,
            spent("2012601", BASIC, "6.00", "6.00", fund=FundSource.OTHER),
            spent("2012604", ExpenditureKind.OPERATING, "4.00", "4.00", fund=FundSource.OTHER),
        ),
    )


@pytest.mark.parametrize("rule", RULES)
def test_what_the_program_prints_of_mixed_money_is_right(rule: Rule) -> None:
    assert not findings(rule, composed(mixed()))


def test_c07_a_source_with_another_amount() -> None:
    subject = rewritten(composed(mixed()), "其他收入10.00万元", "其他收入11.00万元")
    assert messages(c07, subject) == ["其他收入写的是11.00万元，应为10.00万元"]


def test_c07_a_share_that_is_not_the_share() -> None:
    subject = rewritten(composed(mixed()), "其他收入10.00万元，占8.3%", "其他收入10.00万元，占8.4%")
    assert messages(c07, subject) == [
        "其他收入占比写的是8.4%，10.00万元除以本年收入合计120.00万元是8.3%"
    ]


def test_c07_a_source_left_out() -> None:
    subject = rewritten(composed(mixed()), "；其他收入10.00万元，占8.3%", "")
    assert messages(c07, subject) == ["构成里没有写其他收入10.00万元"]


def test_c07_a_source_that_has_no_money() -> None:
    subject = rewritten(composed(mixed()), "其他收入10.00万元", "事业收入10.00万元")
    assert set(messages(c07, subject)) == {
        "事业收入写的是10.00万元，应为0.00万元",
        "事业收入占比写的是8.3%，0.00万元除以本年收入合计120.00万元是0%",
        "构成里没有写其他收入10.00万元",
    }


def test_c07_a_blank_is_not_judged() -> None:
    blank = dataclasses.replace(archive(), income=())
    subject = Subject(blank, PACK, of_archive().parts)
    assert not findings(c07, subject)
    assert unjudged(c07, subject)


def test_c08_two_kinds_swapped() -> None:
    swapped = rewritten(
        of_archive(),
        "基本支出90.00万元，占81.8%；项目支出20.00",
        "基本支出20.00万元，占81.8%；项目支出90.00",
    )
    assert set(messages(c08, swapped)) == {
        "基本支出写的是20.00万元，应为90.00万元",
        "项目支出写的是90.00万元，应为20.00万元",
    }


def test_c08_the_basic_expenditure_of_the_general_budget_in_place_of_all() -> None:
    subject = rewritten(composed(mixed()), "其中：基本支出96.00万元", "其中：基本支出90.00万元")
    assert messages(c08, subject) == ["基本支出写的是90.00万元，应为96.00万元"]


def test_c08_a_line_left_out() -> None:
    subject = rewritten(composed(mixed()), "；经营支出4.00万元，占3.3%", "")
    assert messages(c08, subject) == ["构成里没有写经营支出4.00万元"]


def test_c08_shares_bent_to_reach_one_hundred() -> None:
    subject = rewritten(
        composed(mixed()), "项目支出20.00万元，占16.7%", "项目支出20.00万元，占16.6%"
    )
    assert len(findings(c08, subject)) == 1


def test_c08_whole_per_cents_are_right_as_well() -> None:
    subject = rewritten(of_archive(), "基本支出90.00万元，占81.8%", "基本支出90.00万元，占82％")
    assert not findings(c08, subject)


def test_c10_the_share_of_the_general_budget() -> None:
    subject = composed(mixed())
    assert messages(c10, rewritten(subject, "占本年支出合计的91.7%", "占本年支出合计的100%")) == [
        "一般公共预算财政拨款支出占比写的是100%，110.00万元除以本年支出合计120.00万元是91.7%"
    ]


def test_c10_all_expenditure_in_place_of_the_general_budget() -> None:
    wrong = rewritten(
        composed(mixed()),
        "一般公共预算财政拨款支出110.00万元，占本年",
        "一般公共预算财政拨款支出120.00万元，占本年",
    )
    assert messages(c10, wrong) == ["一般公共预算财政拨款支出写的是120.00万元，应为110.00万元"]


def test_c11_a_class_of_all_money_in_place_of_the_general_budget() -> None:
    subject = composed(mixed())
    wrong = rewritten(
        subject, "一般公共服务（类）支出100.00万元", "一般公共服务（类）支出110.00万元"
    )
    assert messages(c11, wrong) == ["一般公共服务支出写的是110.00万元，应为100.00万元"]


def test_c11_a_class_left_out() -> None:
    subject = rewritten(of_archive(), "；社会保障和就业（类）支出10.00万元，占9.1%", "")
    assert messages(c11, subject) == ["构成里没有写社会保障和就业支出10.00万元"]


def test_c11_a_class_that_is_not_spent_on() -> None:
    subject = rewritten(of_archive(), "社会保障和就业（类）支出", "卫生健康（类）支出")
    assert set(messages(c11, subject)) == {
        "构成里没有写社会保障和就业支出10.00万元",
        "构成里写了卫生健康（类）支出10.00万元，表中没有这一类",
    }


def test_c11_shares_that_are_right_and_are_no_hundred_are_a_hint() -> None:
    found = only(findings(c11, of_sample()))
    assert found.severity is Severity.INFO
    assert found.message == "4项占比相加是100.1%，每一项都算得对，相差的是四舍五入的尾差"


def test_c11_a_share_bent_to_reach_one_hundred() -> None:
    bent = rewritten(of_sample(), "141.65万元，占87.5%", "141.65万元，占87.4%")
    found = only(findings(c11, bent))
    assert found.severity is None
    assert found.computed == "87.5%"


def test_s03_87_4_per_cent() -> None:
    found = only(findings(c11, seed.printed()))
    assert (found.words, found.computed) == ("87.4%", "87.5%")


@pytest.mark.parametrize("rule", [c07, c08, c10])
def test_what_is_right_in_the_real_report_stays_right(rule: Rule) -> None:
    assert not findings(rule, seed.printed())


@given(st.lists(st.integers(10**7, 10**9), min_size=2, max_size=3), st.integers(0, 2))
@settings(max_examples=15)
def test_a_share_moved_by_one_unit_is_found(amounts: list[int], which: int) -> None:
    codes = ("2012601", "2060702", "2080505")
    lines = tuple(
        dataclasses.replace(spent(code, PROJECT, "0", "0"), final=Money(fen))
        for code, fen in zip(codes, amounts, strict=False)
    )
    subject = composed(dataclasses.replace(archive(), expenditure=lines))
    (told,) = (each for each in subject.printed if "主要用于以下方面" in each.text)
    shares = told.text.split("，占")[1:]
    share = shares[which % len(shares)].split("%")[0]
    if "." in share:
        beyond = f"{float(share) + 0.1:.1f}"
        assert any(
            each.severity is not Severity.INFO
            for each in findings(c11, rewritten(subject, f"，占{share}%", f"，占{beyond}%"))
        )
