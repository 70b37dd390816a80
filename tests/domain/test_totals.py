"""Totals: every sum foots, a blank is never zero, a part nobody has is."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jsxh_desktop.domain import totals
from jsxh_desktop.domain.carryover import Carryover
from jsxh_desktop.domain.expenditure import Budget, ExpenditureLine
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.income import IncomeLine
from jsxh_desktop.domain.money import Money, added, wan
from jsxh_desktop.domain.organization import Organization
from jsxh_desktop.domain.stated import NotStated
from jsxh_desktop.domain.terms import ExpenditureKind, FundSource, IncomeSource, UnitNature

BASIC, PROJECT = ExpenditureKind.BASIC, ExpenditureKind.PROJECT
GENERAL, FUNDS = FundSource.GENERAL_PUBLIC_BUDGET, FundSource.GOVERNMENT_FUNDS
OTHER = FundSource.OTHER


def spent(
    functional: str, final: str, kind: ExpenditureKind = BASIC, fund: FundSource = GENERAL
) -> ExpenditureLine:
    return ExpenditureLine(functional=functional, kind=kind, fund=fund, final=wan(final))


def booked(economic: str, final: str) -> ExpenditureLine:
    return ExpenditureLine(economic=economic, kind=BASIC, fund=GENERAL, final=wan(final))


def got(source: IncomeSource, final: str) -> IncomeLine:
    return IncomeLine(functional="2060701", source=source, final=wan(final))


FILING = Filing(
    2021,
    organization=Organization(nature=UnitNature.CIVIL_SERVICE_MANAGED),
    income=(
        got(IncomeSource.GENERAL_PUBLIC_BUDGET, "100.00"),
        got(IncomeSource.GOVERNMENT_FUNDS, "20.00"),
        got(IncomeSource.OTHER, "3.00"),
    ),
    expenditure=(
        spent("2080505", "10.00"),
        spent("2060701", "50.00"),
        spent("2060702", "35.00", PROJECT),
        spent("2120801", "18.00", PROJECT, FUNDS),
        spent("2060799", "2.00", PROJECT, OTHER),
        booked("30101", "40.00"),
        booked("30305", "5.00"),
        booked("30201", "12.00"),
        booked("31002", "3.00"),
    ),
    carryover=(
        Carryover(GENERAL, wan("1.00"), wan("0.00"), wan("0.00"), wan("6.00")),
        Carryover(FUNDS, wan("0.00"), wan("0.00"), wan("0.00"), wan("2.00")),
        Carryover(OTHER, wan("2.00"), wan("0.50"), wan("0.25"), wan("3.25")),
    ),
)


def with_lines(*lines: ExpenditureLine) -> Filing:
    return dataclasses.replace(FILING, expenditure=lines)


def test_expenditure_is_added_over_one_cut_only() -> None:
    assert totals.expenditure(FILING) == wan("115.00")


def test_every_kind_of_expenditure_is_listed_even_when_nothing_was_spent() -> None:
    by_kind = totals.expenditure_by_kind(FILING)
    assert list(by_kind) == list(ExpenditureKind)
    assert by_kind[ExpenditureKind.OPERATING] == Money()
    assert added(by_kind.values()) == totals.expenditure(FILING)


def test_codes_are_grouped_and_sorted_at_each_level() -> None:
    lines = totals.general_budget_lines(FILING)
    assert totals.by_code(lines, 3) == {"206": wan("85.00"), "208": wan("10.00")}
    assert list(totals.by_code(lines, 7)) == ["2060701", "2060702", "2080505"]


def test_the_general_budget_holds_only_its_own_fund() -> None:
    assert totals.general_budget(FILING) == wan("95.00")
    assert totals.basic_expenditure(FILING) == wan("60.00")


def test_personnel_and_operating_money_are_told_apart_by_class() -> None:
    assert totals.total(totals.personnel_lines(FILING)) == wan("45.00")
    assert totals.total(totals.operating_lines(FILING)) == wan("15.00")


def test_an_institution_has_no_agency_running_money() -> None:
    plain = dataclasses.replace(FILING, organization=Organization(nature=UnitNature.INSTITUTION))
    assert totals.agency_running(FILING) == wan("15.00")
    assert totals.agency_running(plain) == Money()


def test_income_is_listed_by_all_eight_sources() -> None:
    sums = totals.income_by_source(FILING)
    assert list(sums) == list(IncomeSource)
    assert totals.income(FILING) == wan("123.00")
    assert totals.appropriation_income(FILING) == wan("120.00")


def test_both_sides_meet_in_one_grand_total() -> None:
    assert totals.grand_total(FILING) == wan("126.50")
    assert totals.appropriation_total(FILING) == wan("121.00")


def test_carry_over_of_no_fund_is_asked_about_where_funds_are_told_apart() -> None:
    stray = Carryover(opening=wan("9.00"), closing=wan("9.00"))
    filing = dataclasses.replace(FILING, carryover=(*FILING.carryover, stray))
    with pytest.raises(NotStated, match="结转和结余的资金来源"):
        totals.appropriation_total(filing)


def test_sides_that_disagree_are_told_with_both_figures() -> None:
    more = dataclasses.replace(FILING, income=(*FILING.income, got(IncomeSource.OTHER, "1.00")))
    with pytest.raises(NotStated, match=r"收入总计127\.50万元与支出总计126\.50万元不相等"):
        totals.grand_total(more)


def test_one_blank_amount_makes_the_sum_unknown_not_smaller() -> None:
    blank = ExpenditureLine(functional="2060703", kind=BASIC, fund=GENERAL)
    with pytest.raises(NotStated, match="支出决算数"):
        totals.expenditure(with_lines(*FILING.expenditure, blank))


@pytest.mark.parametrize(
    ("line", "missing"),
    [
        (ExpenditureLine(functional="2060703", kind=BASIC, final=wan("1")), "资金来源"),
        (ExpenditureLine(functional="2060703", fund=GENERAL, final=wan("1")), "支出性质"),
        (ExpenditureLine(economic="30202", kind=BASIC, final=wan("1")), "资金来源"),
        (ExpenditureLine(economic="30202", fund=GENERAL, final=wan("1")), "支出性质"),
    ],
)
def test_a_line_that_says_too_little_is_asked_about_not_skipped(
    line: ExpenditureLine, missing: str
) -> None:
    cut = totals.economic_lines if line.economic else totals.basic_expenditure
    with pytest.raises(NotStated, match=missing):
        cut(with_lines(*FILING.expenditure, line))


@pytest.mark.parametrize(
    ("figure", "missing"),
    [
        (totals.expenditure, "支出决算"),
        (totals.income, "收入决算"),
        (totals.grand_total, "收入决算"),
        (totals.initial_budget, "年初预算总额"),
    ],
)
def test_nothing_entered_is_not_nothing_spent(
    figure: Callable[[Filing], Money], missing: str
) -> None:
    with pytest.raises(NotStated, match=missing):
        figure(Filing(2021))


def test_basic_money_without_its_economic_cut_is_asked_for() -> None:
    with pytest.raises(NotStated, match="按经济分类"):
        totals.personnel_lines(with_lines(spent("2060701", "50.00")))


def test_a_unit_without_basic_money_needs_no_economic_cut() -> None:
    assert totals.personnel_lines(with_lines(spent("2060702", "5.00", PROJECT))) == ()


def test_the_initial_budget_is_added_where_every_line_carries_it() -> None:
    lines = tuple(
        dataclasses.replace(line, initial_budget=wan("1.00"))
        for line in FILING.expenditure
        if line.functional
    )
    entered = dataclasses.replace(with_lines(*lines), budget=Budget(initial_total=wan("99.00")))
    assert totals.initial_budget(entered) == wan("5.00")


def test_the_initial_budget_is_the_units_figure_while_a_line_lacks_its_own() -> None:
    entered = dataclasses.replace(FILING, budget=Budget(initial_total=wan("99.00")))
    assert totals.initial_budget(entered) == wan("99.00")


LINES = st.lists(
    st.builds(
        ExpenditureLine,
        functional=st.sampled_from(["2060103", "2060701", "2080505", "2120801", "2210201"]),
        kind=st.sampled_from(ExpenditureKind),
        fund=st.sampled_from(FundSource),
        final=st.integers(0, 10**12).map(Money),
    ),
    min_size=1,
    max_size=20,
).map(tuple)


@given(LINES)
def test_every_way_to_divide_expenditure_adds_up_to_the_same(
    lines: tuple[ExpenditureLine, ...],
) -> None:
    filing = with_lines(*lines)
    whole = added(line.final for line in lines if line.final)
    assert totals.expenditure(filing) == whole
    assert added(totals.expenditure_by_kind(filing).values()) == whole
    assert added(totals.fund_expenditure(filing, fund) for fund in FundSource) == whole
    for digits in (3, 5, 7):
        assert added(totals.by_code(lines, digits).values()) == whole
