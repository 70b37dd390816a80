"""C01, C05, C06, C09: one figure has one value, wherever it is told."""

from __future__ import annotations

import dataclasses

import pytest

from jsxh_desktop.domain.change import Put
from jsxh_desktop.domain.expenditure import ExpenditureLine
from jsxh_desktop.domain.filing import Filing, with_value
from jsxh_desktop.domain.organization import KeyWork
from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.prior_year import PriorYear
from jsxh_desktop.domain.report_text import DepartmentReport, ProjectReport, Term
from jsxh_desktop.domain.terms import FundSource, IncomeSource
from jsxh_desktop.domain.three_public import ThreePublic
from jsxh_desktop.rules.rule import Finding, Severity
from jsxh_desktop.rules.statements.told_totals import (
    appropriation_is_told_in_its_scope as c09,
)
from jsxh_desktop.rules.statements.told_totals import (
    last_year_is_told_once as c05,
)
from jsxh_desktop.rules.statements.told_totals import (
    one_figure_is_told_once as c06,
)
from jsxh_desktop.rules.statements.told_totals import (
    totals_are_told_right as c01,
)
from jsxh_desktop.rules.subject import Subject
from tests import seed
from tests.filings import PROJECT, archive, received, spent
from tests.rules.tampering import (
    PACK,
    composed,
    findings,
    of_archive,
    of_sample,
    rewritten,
    unjudged,
)

MANAGEMENT = DepartmentReport.management


def typed(text: str, filing: Filing | None = None) -> Subject:
    """A filing whose department report says so, not printed."""
    return Subject(with_value(filing or archive(), MANAGEMENT, text), PACK)


def only(found: tuple[Finding, ...]) -> Finding:
    (finding,) = found
    return finding


def test_c01_a_total_that_is_not_the_total_of_the_table() -> None:
    found = only(
        findings(c01, rewritten(of_archive(), "收、支总计均为110.00", "收、支总计均为110.01"))
    )
    assert found.message == "收、支总计写的是110.01万元，应为110.00万元"
    assert found.computed == "110.00万元"
    assert found.correction is None


def test_c01_reads_full_width_and_other_decimals_alike() -> None:
    subject = rewritten(
        of_archive(), "度收、支总计均为110.00万元", "度收、支总计均为１１０．０万元"
    )
    assert not findings(c01, subject)


def test_c01_a_total_of_another_year() -> None:
    subject = rewritten(of_archive(), "2021年度收、支总计", "2012年度收、支总计")
    assert only(findings(c01, subject)).message == "收、支总计写成了2012年的，本年度是2021年"


def test_c01_the_old_wording_may_mean_the_total_or_the_sum_of_the_year() -> None:
    old = rewritten(of_archive(), "2021年度收、支总计均为", "县档案馆2021年部门决算收入共计")
    assert not findings(c01, old)
    assert findings(c01, rewritten(old, "收入共计110.00", "收入共计101.00"))


def test_c01_a_blank_is_not_judged() -> None:
    blank = dataclasses.replace(of_archive().filing, carryover=())
    subject = Subject(blank, PACK, of_archive().parts)
    assert not findings(c01, subject)
    assert unjudged(c01, subject)


def test_c05_last_year_told_with_another_value() -> None:
    subject = rewritten(of_archive(), "的100.00万元相比，收、", "的100.10万元相比，收、")
    found = only(findings(c05, subject))
    assert found.message == "2020年收、支总计写的是100.10万元，应为100.00万元"
    assert found.places == (Place(PriorYear.total),)


def test_c05_the_years_of_a_statement_swapped() -> None:
    swapped = rewritten(of_archive(), "2021年度收、支总计", "2020年度收、支总计")
    swapped = rewritten(swapped, "与2020年的100.00万元相比，收", "与2021年的100.00万元相比，收")
    messages = {found.message for found in findings(c05, swapped)}
    assert messages == {
        "2020年收、支总计写的是110.00万元，应为100.00万元",
        "收、支总计写的是与2021年相比，上年是2020年",
    }


def test_c05_this_years_amount_told_of_a_year_nothing_is_known_of() -> None:
    subject = rewritten(of_archive(), "2021年本年收入合计", "2020年本年收入合计")
    assert "本年度是2021年" in only(findings(c05, subject)).message


def test_c05_a_typed_text_is_corrected_in_one_step() -> None:
    text = "2020年收入总计99.11万元，2021年收入总计110.00万元。"
    found = only(findings(c05, typed(text)))
    assert found.correction is not None
    assert found.correction.changes == (Put(MANAGEMENT, text.replace("99.11", "100.00")),)


@pytest.mark.parametrize(
    "text",
    [
        "2020年收入总计100.00万元。",
        "2020年收入总计100万元。",
        "2020年收入总计约99万元。",
        "2019年收入总计90.00万元。",
        "2020年，乡镇收入总计99.11万元。",
        "比2019年的收入总计90.00万元增加10.00万元。",
    ],
)
def test_c05_says_nothing_of_what_is_right_or_of_another_thing(text: str) -> None:
    assert not findings(c05, typed(text))


def test_c05_two_values_of_a_figure_nobody_entered() -> None:
    blank = with_value(archive(), PriorYear.total, None)
    text = "2020年收入总计99.11万元。2020年收入总计99.12万元。"
    found = only(findings(c05, typed(text, blank)))
    assert found.message == "2020年收入总计一处写99.11万元，一处写99.12万元"
    assert unjudged(c05, typed(text, blank))


def test_c05_last_year_is_that_of_the_workbook_where_it_holds_it() -> None:
    before = dataclasses.replace(archive(), year=2020)
    filing = dataclasses.replace(archive(), before=before)
    assert not findings(c05, composed(filing))
    found = findings(c05, typed("2020年本年支出合计100.00万元。", filing))
    assert only(found).message == "2020年本年支出合计写的是100.00万元，应为110.00万元"


def test_s02_149_11_beside_149_12() -> None:
    found = findings(c05, seed.printed())
    assert [each.message for each in found] == [
        "2020年预算收入写的是149.11万元，应为149.12万元",
        "2020年预算执行写的是149.11万元，应为149.12万元",
    ]
    assert all(each.correction for each in found)


def test_c06_an_economic_item_told_with_another_value() -> None:
    subject = typed("日常运转类30.00万元（其中办公费1.36万元、办公设备购置5.00万元）。")
    found = only(findings(c06, subject))
    assert found.message == "办公费写的是1.36万元，应为25.00万元"
    assert found.places[0] == Place(MANAGEMENT)


@pytest.mark.parametrize(
    "text",
    [
        "日常运转类30.00万元（其中办公费25.00万元）。",
        "馆藏数字化项目中办公费1.36万元。",
        "办公费增加1.36万元。",
        "办公费1.36万元左右。",
        "2019年办公费1.36万元。",
    ],
)
def test_c06_says_nothing_of_what_is_right_or_of_another_thing(text: str) -> None:
    assert not findings(c06, typed(text))


def test_c06_the_text_of_a_project_is_of_the_project() -> None:
    filing = with_value(archive(), ProjectReport.content, "办公费1.36万元，公用经费3.00万元。", 1)
    assert not findings(c06, composed(filing))


def test_c06_key_work_may_name_only_what_has_one_meaning() -> None:
    common = with_value(archive(), KeyWork.text, "2021年公务接待费3.00万元。", 1)
    assert not findings(c06, Subject(common, PACK))
    own = with_value(archive(), KeyWork.text, "2021年收入总计3.00万元。", 1)
    assert findings(c06, Subject(own, PACK))


def test_c06_a_figure_of_the_annex_that_is_not_the_tables() -> None:
    subject = rewritten(
        of_archive(), "本年支出合计110.00万元，支出总计", "本年支出合计111.00万元，支出总计"
    )
    assert only(findings(c06, subject)).message == "本年支出合计写的是111.00万元，应为110.00万元"


def test_c06_a_figure_of_three_public_spending() -> None:
    subject = rewritten(of_archive(), "3.公务接待费支出1.00", "3.公务接待费支出1.10")
    assert only(findings(c06, subject)).message == "公务接待费写的是1.10万元，应为1.00万元"


def test_c06_a_blank_is_not_judged() -> None:
    blank = with_value(archive(), ThreePublic.reception_foreign, None)
    subject = typed("公务接待费支出1.00万元。", blank)
    assert not findings(c06, subject)
    assert unjudged(c06, subject)


def test_c06_known_to_0_01_there_is_no_tolerance_either() -> None:
    subject = rewritten(of_sample(), "收入总计161.94万元。与", "收入总计161.95万元。与")
    assert findings(c06, subject)


def test_s08_office_expenses_0_93_and_1_36() -> None:
    messages = [each.message for each in findings(c06, seed.printed())]
    assert "办公费写的是1.36万元，应为0.93万元" in messages


def test_s50_one_sum_under_two_names() -> None:
    (found,) = (each for each in findings(c06, seed.printed()) if each.severity is Severity.WARNING)
    assert found.message == (
        "4.84万元的同一笔支出，一处写成“行政事业单位医疗”，一处写成“行政单位医疗”"
    )
    assert found.places[0].entry is Term.explanation


def test_c09_the_totals_of_all_money_in_place_of_the_appropriation() -> None:
    subject = rewritten(of_archive(), "2021年财政拨款收、支总计均为", "2021年度收、支总计均为")
    subject = rewritten(subject, "财政拨款收、支总计各增加", "收、支总计各增加")
    found = only(findings(c09, subject))
    assert found.message.startswith("这一节写的是“收、支总计”")
    assert found.to_do == "改写成财政拨款收、支总计"


def test_c09_the_amount_of_all_money_in_the_right_words() -> None:
    filing = archive()
    filing = dataclasses.replace(
        filing,
        income=(*filing.income, received("5.00", IncomeSource.OTHER)),
        expenditure=(
            *filing.expenditure,
            spent("2012604", PROJECT, "5.00", "5.00", fund=FundSource.OTHER),
        ),
    )
    subject = composed(filing)
    assert not findings(c09, subject)
    wrong = rewritten(subject, "财政拨款收、支总计均为110.00", "财政拨款收、支总计均为115.00")
    assert findings(c09, wrong)


def test_c09_an_amount_that_is_not_the_appropriations() -> None:
    subject = rewritten(
        of_archive(), "财政拨款收、支总计均为110.00", "财政拨款收、支总计均为119.00"
    )
    found = only(findings(c09, subject))
    assert found.severity is Severity.ERROR
    assert found.message == "财政拨款收、支总计写的是119.00万元，应为110.00万元"


def test_c09_other_words_for_the_appropriation_are_right() -> None:
    subject = rewritten(of_archive(), "财政拨款收、支总计均为", "财政拨款收入、支出总计均为")
    assert not findings(c09, subject)


def test_s40_section_four_copied_from_section_one() -> None:
    found = only(findings(c09, seed.printed()))
    assert "与第一节几乎一字不差" in found.message


def test_the_lines_of_spending_are_where_a_finding_leads() -> None:
    found = only(findings(c06, typed("公用经费3.00万元。")))
    assert [place.entry for place in found.places] == [MANAGEMENT, ExpenditureLine.final]
