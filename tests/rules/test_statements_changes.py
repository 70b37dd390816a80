"""C02–C04: by how much, at which rate and in which direction a figure moved."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jsxh_desktop.domain.filing import Filing, with_value
from jsxh_desktop.domain.money import Money, wan
from jsxh_desktop.domain.prior_year import PriorYear
from jsxh_desktop.domain.report_text import DepartmentReport
from jsxh_desktop.domain.terms import Precision
from jsxh_desktop.rules.rule import Finding, Severity
from jsxh_desktop.rules.statements.told_changes import changes_are_told_right as c02
from jsxh_desktop.rules.statements.told_changes import directions_are_told_right as c04
from jsxh_desktop.rules.statements.told_changes import rates_are_told_right as c03
from jsxh_desktop.rules.subject import Subject
from tests import seed
from tests.filings import archive
from tests.rules.tampering import PACK, composed, findings, of_archive, of_sample, rewritten

TOTALS = "收、支总计各增加10.00万元，增长10%"
GENERAL = "一般公共预算财政拨款支出增加10.00万元，增长10%"
OF_SAMPLE = "一般公共预算财政拨款支出增加12.82万元，增长8.6%"


def only(found: tuple[Finding, ...]) -> Finding:
    (finding,) = found
    return finding


def typed(text: str) -> Subject:
    return Subject(with_value(archive(), DepartmentReport.management, text), PACK)


def told(new: str, old: str = GENERAL) -> Subject:
    return rewritten(of_archive(), old, new)


def test_c02_an_amount_that_is_not_the_difference() -> None:
    found = only(findings(c02, told("一般公共预算财政拨款支出增加10.01万元，增长10%")))
    assert found.message == (
        "一般公共预算财政拨款支出增加写的是10.01万元，110.00万元与100.00万元相差10.00万元"
    )
    assert found.severity is None


@pytest.mark.parametrize(
    ("amount", "severity"),
    [("12.83", Severity.INFO), ("12.81", Severity.INFO), ("12.84", None), ("12.80", None)],
)
def test_c02_what_rounding_explains_is_a_hint(amount: str, severity: Severity | None) -> None:
    new = OF_SAMPLE.replace("12.82", amount)
    found = only(findings(c02, rewritten(of_sample(), OF_SAMPLE, new)))
    assert found.severity is severity


def test_c02_the_exact_difference_may_not_be_the_difference_of_what_prints() -> None:
    prior = with_value(archive(), PriorYear.general_budget, Money(99_994_900))
    subject = composed(prior)
    assert "99.99万元相比，一般公共预算财政拨款支出增加10.01万元" in "".join(
        each.text for each in subject.printed
    )
    assert not findings(c02, subject)


def test_c02_figures_that_are_possible_two_by_two_only() -> None:
    filing = with_value(seed.filing(), PriorYear.reception, wan("0.25"))
    text = "公务接待费支出决算比2020年增加0.22万元，增长97%"
    subject = rewritten(composed(filing), "公务接待费支出决算比2020年增加0.23万元，增长92%", text)
    messages = [each.message for each in findings(c02, subject)]
    assert any("不能同时成立" in message for message in messages)


def test_c02_a_typed_text_is_held_to_its_own_figures() -> None:
    text = "2021年收入总计110.00万元，比2020年收入总计{}万元增加{}万元。"
    assert not findings(c02, typed(text.format("99.00", "11.00")))
    assert findings(c02, typed(text.format("99.00", "10.00")))


@pytest.mark.parametrize(
    "text",
    [
        "下乡指导经费增加3.00万元。",
        "2021年收入总计110.00万元，公务用车费用减少5.00万元。",
        "2021年收入总计110.00万元，比2019年增加50.00万元，增长83%。",
        "2021年收入总计110.00万元，比2020年增加约9万元。",
    ],
)
def test_c02_and_c03_say_nothing_where_it_is_not_known_what_moved(text: str) -> None:
    assert not findings(c02, typed(text))
    assert not [each for each in findings(c03, typed(text)) if "2019" not in text]


def test_s01_12_83_between_149_12_and_161_94() -> None:
    found = findings(c02, seed.printed())
    assert len(found) == 5
    assert {each.severity for each in found} == {Severity.INFO}
    assert {each.computed for each in found} == {"12.82万元"}


@pytest.mark.parametrize("rate", ["11%", "1%", "100%", "10.1%"])
def test_c03_a_rate_that_is_not_the_rate(rate: str) -> None:
    found = only(findings(c03, told(f"一般公共预算财政拨款支出增加10.00万元，增长{rate}")))
    assert found.computed == "10%"


@pytest.mark.parametrize("rate", ["8.5%", "8.7%", "9.6%", "86%"])
def test_c03_a_rate_no_rounding_explains(rate: str) -> None:
    new = OF_SAMPLE.replace("8.6%", rate)
    assert only(findings(c03, rewritten(of_sample(), OF_SAMPLE, new))).severity is None


@pytest.mark.parametrize("rate", ["8.60%", "9%", "８．６％"])
def test_c03_other_decimals_are_right_as_well(rate: str) -> None:
    new = OF_SAMPLE.replace("8.6%", rate)
    assert not findings(c03, rewritten(of_sample(), OF_SAMPLE, new))


def test_c03_nothing_grows_by_a_rate() -> None:
    subject = composed(with_value(archive(), PriorYear.overseas, wan("0")))
    none = rewritten(
        subject,
        "因公出国（境）费支出决算与2020年持平",
        "因公出国（境）费支出决算比2020年增加1.00万元，增长100%",
    )
    assert "不能写增长100%" in only(findings(c03, none)).message


def test_c03_a_rate_is_held_to_the_amount_where_last_year_is_not_told() -> None:
    text = "2021年下乡指导经费16.27万元，比2020年下乡指导经费9.29万元增加6.98万元，增长{}%。"
    assert not findings(c03, typed(text.format(75)))
    assert findings(c03, typed(text.format(57)))
    text = "下乡指导经费16.27万元，下乡指导经费比2020年增加6.98万元，增长{}%。"
    assert not findings(c03, typed(text.format(75)))
    assert findings(c03, typed(text.format(57)))


def test_s04_93_per_cent_for_0_23_of_0_25() -> None:
    found = only(findings(c03, seed.printed()))
    assert found.severity is Severity.WARNING
    assert (found.words, found.computed) == ("93%", "92%")


def test_what_is_right_in_the_real_report_stays_right() -> None:
    words = {each.words for each in findings(c03, seed.printed())}
    assert words.isdisjoint({"8.6％", "8.6%", "75%"})


@pytest.mark.parametrize(
    ("new", "right"),
    [
        ("收、支总计各减少10.00万元，下降10%", "增加"),
        ("收、支总计持平", "增加"),
        ("收、支总计基本持平", "增加"),
    ],
)
def test_c04_a_direction_turned_round(new: str, right: str) -> None:
    found = findings(c04, told(new, TOTALS))
    assert {each.computed for each in found} >= {right}


def test_c04_two_verbs_of_two_directions() -> None:
    found = findings(c04, told("一般公共预算财政拨款支出增加10.00万元，下降10%"))
    assert only(found).message == "一般公共预算财政拨款支出前后写了增加、下降，方向相反"


@pytest.mark.parametrize("rate", ["增加-10.00万元", "增加10.00万元，增长-10%"])
def test_c04_a_sign_before_the_figure(rate: str) -> None:
    found = findings(c04, told(f"一般公共预算财政拨款支出{rate}"))
    assert any("带了负号" in each.message for each in found)


def test_c04_growth_told_where_nothing_moved() -> None:
    subject = rewritten(
        of_archive(),
        "公务接待费支出决算与2020年持平",
        "公务接待费支出决算比2020年增加0.00万元，增长0%",
    )
    assert "应写持平" in only(findings(c04, subject)).message


def test_c04_a_rate_alone_has_a_direction_too() -> None:
    assert findings(c04, told("一般公共预算财政拨款支出下降10%"))
    assert not findings(c04, told("一般公共预算财政拨款支出增长10%"))


@given(st.integers(0, 10**9), st.integers(1, 10**9))
@settings(max_examples=25)
def test_every_movement_of_owned_figures_is_told_right(now: int, last: int) -> None:
    filing = with_value(archive(), PriorYear.general_budget, Money(last))
    line = dataclasses.replace(filing.expenditure[0], final=Money(now))
    filing = dataclasses.replace(filing, expenditure=(line, *filing.expenditure[1:]))
    assert quiet(filing)


@given(st.integers(0, 10**5), st.integers(1, 10**5))
@settings(max_examples=25)
def test_every_movement_of_printed_figures_is_told_right(now: int, last: int) -> None:
    filing = with_value(archive(), PriorYear.general_budget, Money(last * 10_000))
    line = dataclasses.replace(filing.expenditure[0], final=Money(now * 10_000))
    known = dataclasses.replace(
        filing,
        expenditure=(line, *filing.expenditure[1:]),
        precision=Precision.HUNDREDTH_WAN,
    )
    assert quiet(known)


def quiet(filing: Filing) -> bool:
    subject = composed(filing)
    return not any(findings(rule, subject) for rule in (c02, c03, c04))
