"""F03–F06: the money the report of the unit tells."""

from __future__ import annotations

import dataclasses

import pytest

from jsxh_desktop.domain.entry import Entry
from jsxh_desktop.domain.expenditure import Budget
from jsxh_desktop.domain.filing import Filing, with_value
from jsxh_desktop.domain.prior_year import PriorYear
from jsxh_desktop.domain.report_text import DepartmentReport, ProjectReport, Term
from jsxh_desktop.rules.reports.project_report_money import (
    report_money_is_the_projects,
)
from jsxh_desktop.rules.reports.report_purposes import (
    items_are_told_alike,
    items_make_their_purpose,
    purposes_add_up,
)
from jsxh_desktop.rules.reports.report_totals import report_money_is_the_units
from jsxh_desktop.rules.rule import Rule
from jsxh_desktop.rules.subject import Subject
from tests import seed
from tests.filings import archive
from tests.rules.report_texts import said
from tests.rules.tampering import (
    PACK,
    composed,
    findings,
    of_archive,
    of_sample,
    rewritten,
    unjudged,
)

RULES = (
    report_money_is_the_units,
    purposes_add_up,
    items_make_their_purpose,
    items_are_told_alike,
    report_money_is_the_projects,
)


def typed(entry: Entry[str], text: str, filing: Filing | None = None) -> Subject:
    """The filing with one text typed, nothing printed."""
    filing = filing or of_sample().filing
    record = 1 if entry.entity in {ProjectReport, Term} else 0
    return Subject(with_value(filing, entry, text, record), PACK)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
@pytest.mark.parametrize("subject", [of_sample(), of_archive()])
def test_what_is_composed_tells_the_filings_money(rule: Rule, subject: Subject) -> None:
    assert not findings(rule, subject)


# ---- F03 -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("年初预算100.00", "年初预算110.00", "2021年年初预算写成110.00万元"),
        (
            "收入合计110.00",
            "收入合计101.00",
            "2021年本年收入合计写成101.00万元",
        ),
        ("收入总计110.00", "收入总计111.00", "2021年收入总计写成111.00万元"),
        ("支出总计110.00", "支出总计111.00", "2021年支出总计写成111.00万元"),
        ("全年预算113.00", "全年预算131.00", "2021年全年预算写成131.00万元"),
        (
            "本单位2021年本年支出",
            "本单位2022年本年支出",
            "本年支出合计写成2022年的，本年度是2021年",
        ),
    ],
)
def test_another_figure_of_the_unit_is_found(old: str, new: str, message: str) -> None:
    found = said(report_money_is_the_units, rewritten(of_archive(), old, new))
    assert any(each.startswith(message) for each in found)


def test_two_years_swapped_are_found() -> None:
    subject = rewritten(of_archive(), "与2020年的100.00万元相比", "与2020年的110.00万元相比")
    assert "上年决算数是100.00万元" in said(report_money_is_the_units, subject)[0]


def test_last_year_typed_otherwise_is_found() -> None:
    found = findings(report_money_is_the_units, seed.printed())
    assert [each.message for each in found] == [
        "2020年预算收入写成149.11万元，上年决算数是149.12万元",
        "2020年预算执行写成149.11万元，上年决算数是149.12万元",
    ]
    assert found[0].places[0].entry is DepartmentReport.management
    assert found[0].words == "149.11万元"


def test_what_was_carried_over_leaves_last_years_income_open() -> None:
    """收入 of last year may be less than its 总计, which is all that is known."""
    filing = with_value(seed.filing(), PriorYear.general_budget, None)
    assert not said(report_money_is_the_units, Subject(filing, PACK))


def test_a_budget_nobody_entered_is_unjudged() -> None:
    subject = typed(DepartmentReport.management, "2021年年初预算112.44万元。", archive())
    subject = Subject(dataclasses.replace(subject.filing, budget=Budget()), PACK)
    assert [each.reason for each in unjudged(report_money_is_the_units, subject)] == [
        "年初预算总额还没有填"
    ]


# ---- F04, F05, F06 -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("人员类经费60.00", "人员类经费61.00", "人员类经费写成61.00万元，支出决算是60.00万元"),
        (
            "日常运转类经费30.00",
            "日常运转类经费3.00",
            "日常运转类经费写成3.00万元",
        ),
        (
            "特定项目类经费20.00",
            "特定项目类经费25.00",
            "特定项目类经费写成25.00万元",
        ),
        ("2021年支出按", "2020年支出按", "各类经费写成2020年的，本年度是2021年"),
    ],
)
def test_another_amount_of_a_purpose_is_found(old: str, new: str, message: str) -> None:
    found = said(purposes_add_up, rewritten(of_archive(), old, new))
    assert any(each.startswith(message) for each in found)


def test_purposes_that_do_not_make_the_expenditure_are_found() -> None:
    subject = rewritten(of_archive(), "特定项目类经费20.00", "特定项目类经费25.00")
    assert said(purposes_add_up, subject)[-1] == (
        "各类经费60.00万元＋30.00万元＋25.00万元＝115.00万元，本年支出合计110.00万元"
    )


def test_a_purpose_left_out_is_missed() -> None:
    text = "2021年人员类经费107.37万元，特定项目类38.3万元。"
    (message,) = said(purposes_add_up, typed(DepartmentReport.management, text))
    assert message.endswith("本年支出合计161.94万元，没有写日常运转类经费")


@pytest.mark.parametrize(
    "text",
    [
        "人员类经费107.37万元、日常运转类16.27万元，特定项目类38.3万元。",
        "2020年人员类经费98万元，特定项目类30万元。",
        "公用经费比上年增加2万元，人员经费略有下降。",
    ],
)
def test_purposes_told_right_or_of_another_year_pass(text: str) -> None:
    for rule in (purposes_add_up, items_make_their_purpose, items_are_told_alike):
        assert not said(rule, typed(DepartmentReport.management, text))


def test_a_term_in_the_very_words_of_the_sentence_hides_none_of_it() -> None:
    terms = (Term("日常运转类经费", "指维持日常运转的经费。", id=1),)
    subject = composed(dataclasses.replace(archive(), terms=terms))
    assert not said(purposes_add_up, subject)


def test_items_that_do_not_make_their_purpose_are_found() -> None:
    text = "日常运转类16.27万元（其中办公费0.93万元、邮电费1.89万元）。"
    (found,) = findings(items_make_their_purpose, typed(DepartmentReport.management, text))
    assert found.message == ("日常运转类经费16.27万元，列出的2项合起来是2.82万元，差13.45万元")
    assert found.words == "日常运转类16.27万元"


def test_an_item_dropped_from_the_print_is_missed() -> None:
    subject = rewritten(of_sample(), "、办公设备购置0.43万元", "")
    assert len(said(items_make_their_purpose, subject)) == 1


def test_rounded_items_may_miss_their_purpose_by_rounding() -> None:
    text = "人员经费60.01万元（其中：基本工资50.00万元、机关事业单位基本养老保险缴费10.00万元）。"
    assert not said(items_make_their_purpose, typed(DepartmentReport.management, text, archive()))


def test_s08_one_item_has_one_amount() -> None:
    (found,) = findings(items_are_told_alike, seed.printed())
    assert found.message == (
        "办公费写成1.36万元，支出行是0.93万元，多的0.43万元正好是没有单列的办公设备购置"
    )
    assert found.words == "办公费1.36万元"
    assert found.places[0].entry is DepartmentReport.management


def test_items_of_a_term_are_the_accounts() -> None:
    terms = (Term("机关运行经费", "16.27万元：其中：办公费0.93万元；邮电费1.98万元。", id=1),)
    filing = dataclasses.replace(of_sample().filing, terms=terms)
    (found,) = findings(items_are_told_alike, Subject(filing, PACK))
    assert found.message == "邮电费写成1.98万元，支出行是1.89万元"
    assert found.places[0].entry is Term.explanation


def test_an_item_nobody_spent_on_is_found() -> None:
    text = "人员类经费60万元（其中：基本工资50万元、退休费10万元）。"
    (found,) = findings(items_are_told_alike, typed(DepartmentReport.management, text, archive()))
    assert "退休费写成10.00万元，支出行是0.00万元" in found.message
    assert "正好是没有单列的机关事业单位基本养老保险缴费" in found.message


def test_the_money_of_a_project_is_no_item_of_the_unit() -> None:
    text = "特定项目类38.3万元（其中差旅费2万元、办公费1万元）。"
    assert not said(items_are_told_alike, typed(DepartmentReport.management, text))
