"""The sums below the grids: those of the domain, and what they have to meet."""

from __future__ import annotations

import dataclasses

from hypothesis import given

from jsxh_desktop.app import grid_totals, last_year
from jsxh_desktop.app.carryover_rows import CARRYOVER, short_of
from jsxh_desktop.app.figures_shown import amount
from jsxh_desktop.app.grid_pages import GRIDS
from jsxh_desktop.app.initial_budget import note
from jsxh_desktop.app.variance_rows import rows as variances
from jsxh_desktop.domain import totals
from jsxh_desktop.domain.carryover import Carryover
from jsxh_desktop.domain.expenditure import Budget, ExpenditureLine, Variance
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.income import IncomeLine
from jsxh_desktop.domain.money import Money, wan
from jsxh_desktop.domain.project import Project
from jsxh_desktop.domain.stated import NotStated
from jsxh_desktop.domain.terms import APPROPRIATION, FundSource, IncomeSource
from tests.filings import agreeing, archive, gappy

UNIT = "万元"
GENERAL = FundSource.GENERAL_PUBLIC_BUDGET


@given(agreeing())
def test_sums_are_the_figures_of_the_domain(filing: Filing) -> None:
    income, _ = grid_totals.income(filing, UNIT)
    expenditure, _ = grid_totals.expenditure(filing, UNIT)
    economic, _ = grid_totals.economic(filing, UNIT)
    assert income.cells[3] == amount(totals.income(filing), UNIT)
    assert expenditure.cells[8] == amount(totals.expenditure(filing), UNIT)
    coded = [line for line in filing.expenditure if line.economic]
    if coded:
        whole = totals.total(totals.economic_lines(filing))
        personnel = totals.total(totals.personnel_lines(filing))
        operating = totals.total(totals.operating_lines(filing))
        assert economic.cells[4] == amount(whole, UNIT)
        assert economic.cells[1] == (
            f"人员经费 {amount(personnel, UNIT)}　公用经费 {amount(operating, UNIT)}"
        )


@given(agreeing())
def test_two_sides_that_agree_are_said_to(filing: Filing) -> None:
    for lines, column in (
        (grid_totals.income(filing, UNIT), 3),
        (grid_totals.expenditure(filing, UNIT), 8),
    ):
        assert lines[1].agrees[column] is True
        assert lines[1].said == ""


@given(gappy())
def test_whatever_is_blank_a_difference_is_said_only_where_there_is_one(filing: Filing) -> None:
    _, meets = grid_totals.income(filing, UNIT)
    try:
        gap = totals.income_side(filing) - totals.expenditure_side(filing)
    except NotStated:
        return
    assert meets.agrees[3] is not bool(gap)
    word = "多了" if gap > Money() else "还差"
    assert meets.said == (f"▲ {word} {amount(abs(gap), UNIT)} 万元" if gap else "")


@given(gappy())
def test_every_grid_has_its_sums_whatever_is_blank(filing: Filing) -> None:
    for layout in GRIDS.values():
        for line in layout.totals(filing, UNIT):
            assert len(line.cells) == len(layout.columns)


@given(agreeing())
def test_a_fund_that_balances_is_ticked(filing: Filing) -> None:
    for record in filing.carryover:
        if record.fund in APPROPRIATION:
            assert short_of(filing, record) == Money()
    (line,) = CARRYOVER.totals(filing, UNIT)
    assert line.cells[-1] == "✓"


def test_a_fund_that_does_not_balance_says_by_how_much() -> None:
    filing = dataclasses.replace(
        archive(),
        carryover=(Carryover(GENERAL, wan("1"), None, None, wan("0")),),
        income=(IncomeLine("2012604", IncomeSource.GENERAL_PUBLIC_BUDGET, wan("5")),),
        expenditure=(ExpenditureLine("2012604", fund=GENERAL, final=wan("4")),),
    )
    shown = [column.shown for column in CARRYOVER.columns][-1]
    assert shown is not None
    assert shown(filing, filing.carryover[0], UNIT) == "▲ 差 2.00"


def test_every_source_has_a_row_whether_or_not_it_has_a_record() -> None:
    own = Carryover(FundSource.UNIT, id=7)
    lost = Carryover(None, wan("1"), id=8)
    records = CARRYOVER.records(dataclasses.replace(archive(), carryover=(own, lost)))
    assert [record.fund for record in records] == [*FundSource, None]
    assert [record.id for record in records] == [0, 0, 0, 0, 7, 0, 8]


def test_a_blank_does_not_keep_a_sum_from_growing() -> None:
    lines = (IncomeLine("2012604", None, wan("5")), IncomeLine("2012601"))
    filing = dataclasses.replace(archive(), income=lines)
    sums, meets = grid_totals.income(filing, UNIT)
    assert sums.cells[3] == "5.00"
    assert meets.said != ""


def test_nothing_to_meet_yet_says_what_is_missing() -> None:
    filing = dataclasses.replace(archive(), carryover=())
    _, meets = grid_totals.income(filing, UNIT)
    assert meets.said == "还没填：年初、年末结转和结余"
    assert not meets.agrees


def test_the_initial_budget_of_the_lines_is_held_to_the_typed_total() -> None:
    lines = tuple(
        dataclasses.replace(line, initial_budget=wan("1")) if line.functional else line
        for line in archive().expenditure
    )
    count = sum(bool(line.functional) for line in lines)
    filing = dataclasses.replace(archive(), expenditure=lines, budget=Budget(wan(str(count))))
    _, meets = grid_totals.expenditure(filing, UNIT)
    assert meets.agrees[6] is True
    assert "不用填" in note(filing, UNIT)


def test_last_year_is_matched_by_project_where_every_line_has_its_like() -> None:
    now, before = _two_projects(), _two_projects()
    filing = dataclasses.replace(now, before=before)
    assert last_year.functional(filing) == {1: wan("3"), 2: wan("4")}


def test_last_year_is_never_counted_twice() -> None:
    before = dataclasses.replace(
        archive(), expenditure=(ExpenditureLine("2012604", fund=GENERAL, final=wan("9"), id=1),)
    )
    filing = dataclasses.replace(_two_projects(), before=before)
    assert last_year.functional(filing) == {1: wan("9")}


def test_a_line_without_a_year_before_had_nothing_then() -> None:
    before = dataclasses.replace(archive(), expenditure=())
    filing = dataclasses.replace(_two_projects(), before=before)
    assert last_year.functional(filing) == {1: Money(), 2: Money()}
    assert last_year.functional(dataclasses.replace(filing, before=None)) is None


def test_an_item_that_spent_something_else_owes_a_reason() -> None:
    lines = (
        ExpenditureLine("2012604", fund=GENERAL, full_year_budget=wan("5"), final=wan("4")),
        ExpenditureLine("2012601", fund=GENERAL, full_year_budget=wan("5"), final=wan("5")),
        ExpenditureLine("2060702", fund=FundSource.UNIT, full_year_budget=wan("5"), final=wan("4")),
    )
    filing = dataclasses.replace(archive(), expenditure=lines, variances=())
    assert [each.functional for each in variances(filing)] == ["2012604"]
    given_one = dataclasses.replace(filing, variances=(Variance("2012604", "压减开支", id=3),))
    assert [each.id for each in variances(given_one)] == [3]


def _two_projects() -> Filing:
    return dataclasses.replace(
        archive(),
        projects=(Project(name="甲", id=1), Project(name="乙", id=2)),
        expenditure=(
            ExpenditureLine("2012604", fund=GENERAL, project=1, final=wan("3"), id=1),
            ExpenditureLine("2012604", fund=GENERAL, project=2, final=wan("4"), id=2),
        ),
    )
