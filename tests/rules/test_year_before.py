"""B14, B15: the year before in the workbook, beside what is typed of it."""

from __future__ import annotations

import dataclasses

from jsxh_desktop.domain.carryover import Carryover
from jsxh_desktop.domain.change import Put
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.money import Money, wan
from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.prior_year import PriorYear
from jsxh_desktop.domain.stated_figure import StatedFigure
from jsxh_desktop.domain.terms import FundSource, Precision
from jsxh_desktop.rules.rule import Severity
from tests.filings import FUNDS, GENERAL
from tests.rules.stating import found, messages, small, stating, verdict


def carried(fund: FundSource, opening: str, closing: str, key: int = 1) -> Carryover:
    return Carryover(fund, wan(opening), Money(), Money(), wan(closing), id=key)


def after(before: Filing, *rows: Carryover) -> Filing:
    """2022 after a year, with this carry-over."""
    return dataclasses.replace(small(), year=2022, before=before, carryover=rows)


def ended(*rows: Carryover) -> Filing:
    return dataclasses.replace(small(), carryover=rows)


def told(total: str, before: Filing) -> Filing:
    """A filing whose typed figures of last year are those of `before`, but the total."""
    prior = PriorYear(*map(wan, ("110", "110", "110", "0", "2", "1", "30")))
    prior = dataclasses.replace(prior, total=wan(total))
    return dataclasses.replace(after(before, *small().carryover), prior_year=prior)


def quoting(before: Filing, cell: tuple[str, str, str], amount: str) -> Filing:
    return stating(before, cell, amount)


def test_a_year_goes_on_where_the_last_one_ended() -> None:
    filing = after(ended(carried(GENERAL, "0", "5.00")), carried(GENERAL, "5.00", "0"))
    assert found("B14", filing) == ()


def test_an_opening_that_is_no_closing_is_told_for_its_fund() -> None:
    last = ended(carried(GENERAL, "0", "5.00"), carried(FUNDS, "0", "1.00", 2))
    filing = after(last, carried(GENERAL, "5.00", "0"), carried(FUNDS, "2.00", "0", 2))
    (finding,) = found("B14", filing)
    assert finding.message == "政府性基金预算财政拨款年初结转和结余2.00万元，上年年末是1.00万元"
    assert finding.places == (Place(Carryover.opening, 2),)


def test_a_fund_that_is_left_out_this_year_is_told() -> None:
    last = ended(carried(GENERAL, "0", "0"), carried(FUNDS, "0", "1.00", 2))
    assert len(found("B14", after(last, carried(GENERAL, "0", "0")))) == 1


def test_a_rounded_closing_explains_the_opening() -> None:
    last = dataclasses.replace(
        ended(carried(GENERAL, "0", "5.00")), precision=Precision.HUNDREDTH_WAN
    )
    filing = after(last, dataclasses.replace(carried(GENERAL, "0", "0"), opening=Money(5004000)))
    assert verdict("B14", filing).findings == ()


def test_a_carry_over_last_year_left_blank_is_not_judged() -> None:
    filing = after(dataclasses.replace(small(), carryover=()), carried(GENERAL, "0", "0"))
    (reason,) = verdict("B14", filing).unjudged
    assert reason.reason == "2021年度的年末结转和结余还没有填"


def test_official_tables_of_both_years_are_compared() -> None:
    last = quoting(small(), ("ZB", "支出/年末结转和结余", "金额"), "3.00")
    filing = after(last, *small().carryover)
    filing = stating(filing, ("ZB", "收入/年初结转和结余", "金额"), "2.00")
    (finding,) = found("B14", filing)
    assert finding.message == "收入支出决算总表年初结转和结余2.00万元，上年年末是3.00万元"
    assert finding.places == (Place(StatedFigure.amount, 9001),)


def test_without_the_year_before_there_is_nothing_to_compare() -> None:
    for rule_id in ("B14", "B15"):
        assert verdict(rule_id, small()).passed


def test_figures_of_last_year_typed_as_they_were_pass() -> None:
    assert verdict("B15", told("110", small())).passed


def test_a_typed_figure_of_last_year_that_the_archive_does_not_bear_out_is_told() -> None:
    (finding,) = found("B15", told("111.50", small()))
    assert finding.message == (
        "上年收支总计有两个数：填写的上年数111.50万元，上年档案算出的数110.00万元"
    )
    assert finding.places == (Place(PriorYear.total),)
    assert finding.correction is not None
    assert finding.correction.changes == (Put(PriorYear.total, wan("110.00")),)


def test_s02_two_totals_of_the_year_before() -> None:
    """149.12 typed, 149.11 in last year's table."""
    last = dataclasses.replace(small(), income=(), expenditure=())
    for cell in (("ZB", "支出/总计", "金额"), ("CZ", "支出/总计", "合计")):
        last = quoting(last, cell, "149.11")
    filing = told("149.12", last)
    (finding, *_) = found("B15", filing)
    assert finding.message == (
        "上年收支总计有两个数：填写的上年数149.12万元，上年表中所列的数149.11万元"
    )
    assert finding.severity in {None, Severity.ERROR}


def test_a_figure_of_last_year_nobody_typed_is_held_against_last_years_table() -> None:
    last = quoting(small(), ("SG", "金额", "决算数/公务接待费"), "1.20")
    filing = dataclasses.replace(after(last, *small().carryover), prior_year=PriorYear())
    assert messages("B15", filing) == [
        "上年公务接待费有两个数：上年档案算出的数1.00万元，上年表中所列的数1.20万元"
    ]
