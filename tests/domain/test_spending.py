"""“三公”经费, 政府采购, counts, project money, and what last year hands on."""

from __future__ import annotations

import dataclasses

import pytest

from jsxh_desktop.domain import spending
from jsxh_desktop.domain.disclosure import Procurement, StateAssets
from jsxh_desktop.domain.entry import Entry
from jsxh_desktop.domain.expenditure import ExpenditureLine
from jsxh_desktop.domain.filing import Filing, with_value
from jsxh_desktop.domain.money import Money, wan
from jsxh_desktop.domain.organization import Organization, Staffing
from jsxh_desktop.domain.prior_year import PriorYear
from jsxh_desktop.domain.project import Project
from jsxh_desktop.domain.project_money import fundings
from jsxh_desktop.domain.stated import NotStated
from jsxh_desktop.domain.terms import ExpenditureKind, FundSource, UnitNature
from jsxh_desktop.domain.three_public import ThreePublic

SPENT = ThreePublic(
    overseas_budget=wan("5.00"),
    overseas=wan("4.00"),
    purchase_budget=wan("20.00"),
    purchase=wan("18.00"),
    running_budget=wan("3.00"),
    running=wan("2.50"),
    reception_budget=wan("1.00"),
    reception_domestic=wan("0.60"),
    reception_foreign=wan("0.20"),
    cars_bought=1,
    off_roads_bought=0,
    coaches_bought=0,
    cars_held=2,
    off_roads_held=1,
    coaches_held=0,
)


def test_the_three_public_total_is_the_sum_of_its_parts() -> None:
    assert spending.vehicles(SPENT) == wan("20.50")
    assert spending.reception(SPENT) == wan("0.80")
    assert spending.three_public(SPENT) == wan("25.30")
    assert spending.three_public_budget(SPENT) == wan("29.00")


def test_vehicles_are_counted_by_type() -> None:
    assert spending.vehicles_bought(SPENT) == 1
    assert spending.vehicles_held(SPENT) == 3


@pytest.mark.parametrize(
    ("blank", "label"),
    [
        (ThreePublic.overseas, "因公出国（境）费决算"),
        (ThreePublic.running, "公务用车运行维护费决算"),
        (ThreePublic.reception_foreign, "外事接待费决算"),
    ],
)
def test_a_blank_part_is_asked_for_by_its_own_label(blank: Entry[Money | None], label: str) -> None:
    filing = with_value(Filing(2021, three_public=SPENT), blank, None)
    with pytest.raises(NotStated) as asked:
        spending.three_public(filing.three_public)
    assert asked.value.label == label


def test_procurement_is_goods_works_and_services() -> None:
    bought = Procurement(goods=wan("0.50"), works=wan("0.00"), services=wan("1.25"))
    assert spending.procurement(bought) == wan("1.75")


def test_posts_and_staff_are_counted_by_kind() -> None:
    staffing = Staffing(
        posts_administrative=4,
        posts_institution=1,
        posts_worker=0,
        staff_administrative=4,
        staff_institution=1,
        staff_worker=2,
    )
    assert (spending.posts(staffing), spending.staff(staffing)) == (5, 7)


def test_a_blank_count_is_not_zero() -> None:
    with pytest.raises(NotStated, match="副部"):
        spending.vehicles_kept(StateAssets(leader_vehicles=1))


def test_last_year_is_worked_out_where_the_workbook_holds_it() -> None:
    before = Filing(
        2020, three_public=SPENT, organization=Organization(nature=UnitNature.ADMINISTRATIVE)
    )
    now = Filing(2021, before=before, prior_year=PriorYear(reception=wan("9.99")))
    assert spending.prior_year(now).reception == wan("0.80")
    assert spending.prior_three_public(now) == wan("25.30")


def test_what_last_year_does_not_state_stays_blank() -> None:
    now = Filing(2021, before=Filing(2020))
    assert spending.prior_year(now) == PriorYear()


def test_last_year_is_as_typed_while_the_workbook_does_not_hold_it() -> None:
    typed = PriorYear(total=wan("149.12"))
    assert spending.prior_year(Filing(2021, prior_year=typed)) == typed


def line(final: str, fund: FundSource, *, carried: bool | None = None) -> ExpenditureLine:
    return ExpenditureLine(
        functional="2060702",
        kind=ExpenditureKind.PROJECT,
        fund=fund,
        carried_over=carried,
        project=1,
        final=wan(final),
    )


PROJECTS = Filing(
    2021,
    projects=(Project(name="甲", id=1), Project(name="乙", id=2)),
    expenditure=(
        line("10.00", FundSource.GENERAL_PUBLIC_BUDGET),
        line("4.00", FundSource.GENERAL_PUBLIC_BUDGET, carried=True),
        line("2.00", FundSource.GOVERNMENT_FUNDS, carried=False),
        line("1.00", FundSource.UNIT),
    ),
)


def test_the_money_of_a_project_is_divided_by_where_it_comes_from() -> None:
    funding = fundings(PROJECTS)[1]
    final = ExpenditureLine.final
    assert funding.total(final) == wan("17.00")
    assert funding.appropriation(final) == wan("16.00")
    assert funding.current_appropriation(final) == wan("12.00")
    assert funding.carried_appropriation(final) == wan("4.00")
    assert funding.other(final) == wan("1.00")


def test_money_a_project_does_not_have_is_zero_not_blank() -> None:
    only = dataclasses.replace(PROJECTS, expenditure=PROJECTS.expenditure[:1])
    assert fundings(only)[1].other(ExpenditureLine.final) == Money()


def test_a_project_without_a_line_has_no_amount_at_all() -> None:
    with pytest.raises(NotStated, match="项目支出"):
        fundings(PROJECTS)[2].total(ExpenditureLine.final)


def test_a_count_with_blanks_names_the_first_and_how_many() -> None:
    with pytest.raises(NotStated, match=r"^年末越野车保有量等2项$"):
        spending.vehicles_held(ThreePublic(cars_held=1))
