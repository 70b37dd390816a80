"""The next year begun from this one: what lasts is there, what was this year's is not."""

from __future__ import annotations

import dataclasses
import datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jsxh_desktop.app.carry_forward import next_year
from jsxh_desktop.app.sample import sample
from jsxh_desktop.domain import spending
from jsxh_desktop.domain.carryover import Carryover
from jsxh_desktop.domain.disclosure import Procurement
from jsxh_desktop.domain.entry import Kind, entries
from jsxh_desktop.domain.expenditure import Budget, ExpenditureLine, Variance
from jsxh_desktop.domain.filing import LISTS, SINGLES, Filing
from jsxh_desktop.domain.income import IncomeLine
from jsxh_desktop.domain.money import wan
from jsxh_desktop.domain.organization import Organization
from jsxh_desktop.domain.prior_year import PriorYear
from jsxh_desktop.domain.project import Goal, Indicator, Project
from jsxh_desktop.domain.report_text import DepartmentReport, ProjectReport, Reasons
from jsxh_desktop.domain.terms import Attainment, FundSource, IncomeSource
from jsxh_desktop.domain.three_public import HELD, ThreePublic
from jsxh_desktop.store.file import Workbook
from tests.examples import examples
from tests.store.drawn import filings

# Numbers that still hold a year later: people, and what stands at the end of the year.
LASTING = {"Staffing", "StateAssets", *(entry.name for entry in HELD)}
NUMBERS = (Kind.MONEY, Kind.WHOLE, Kind.NUMBER)


def everything(filing: Filing) -> list[Any]:
    singles = [getattr(filing, name) for name in SINGLES]
    return [*singles, *(record for name in LISTS for record in getattr(filing, name))]


@given(filing=filings())
@settings(max_examples=examples(5))
def test_no_amount_is_invented(filing: Filing) -> None:
    opened = [row.opening for row in next_year(filing).carryover]
    assert opened == [row.closing for row in filing.carryover]
    amounts = [
        (entry.label, entry.of(record))
        for record in everything(next_year(filing))
        for entry in entries(type(record))
        if entry.kind is Kind.MONEY and entry is not Carryover.opening
    ]
    assert [each for each in amounts if each[1] is not None] == []


@given(filing=filings())
@settings(max_examples=examples(5))
def test_every_other_number_lasts_or_is_a_weight(filing: Filing) -> None:
    numbers = {
        entry.name
        for record in everything(next_year(filing))
        for entry in entries(type(record))
        if entry.kind in NUMBERS
        and entry.of(record) is not None
        and not LASTING & {type(record).__name__, entry.name}
    }
    assert numbers <= {"opening", "weight"}


@given(filing=filings())
@settings(max_examples=examples(5))
def test_every_record_is_one_of_this_year(filing: Filing) -> None:
    begun = next_year(filing)
    for name in LISTS:
        ids = [record.id for record in getattr(filing, name)]
        assert [record.id for record in getattr(begun, name)] in ([], ids)


def test_the_sample_goes_on(tmp_path: Path) -> None:
    with Workbook.create(tmp_path / "科协.jsxh") as workbook:
        workbook.save(sample())
        begun = workbook.load(workbook.save(next_year(sample())))
    assert (begun.year, begun.before, begun.pack) == (2022, sample(), sample().pack)
    assert (begun.staffing, begun.duties) == (sample().staffing, sample().duties)
    assert (begun.terms, begun.local_codes) == (sample().terms, sample().local_codes)
    assert begun.state_assets == sample().state_assets
    assert [project.name for project in begun.projects] == [p.name for p in sample().projects]
    assert len(begun.indicators) == 49
    assert "2021" not in " ".join(indicator.target for indicator in begun.indicators)


def test_last_years_figures_are_those_of_the_year_before() -> None:
    assert next_year(sample()).prior_year == PriorYear()
    assert spending.prior_year(next_year(sample())) == spending.figures_of(sample())


@pytest.mark.parametrize("name", ["key_work", "receptions", "variances", "project_reports"])
def test_lists_of_the_year_are_dropped(name: str) -> None:
    filing = dataclasses.replace(
        sample(), variances=(Variance("206", "少"),), project_reports=(ProjectReport(1),)
    )
    assert getattr(filing, name)
    assert getattr(next_year(filing), name) == ()


def test_texts_of_the_year_are_dropped() -> None:
    begun = next_year(sample())
    assert (begun.reasons, begun.department_report, begun.budget) == (
        Reasons(),
        DepartmentReport(),
        Budget(),
    )


def test_the_unit_stays_but_not_the_day_it_published() -> None:
    unit = Organization("甲", published=datetime.date(2022, 9, 1), contact="乙")
    begun = next_year(Filing(2021, organization=unit))
    assert begun.organization == Organization("甲", contact="乙")


def test_lines_keep_what_they_are_about() -> None:
    source = IncomeSource.OTHER
    filing = Filing(
        2021,
        income=(IncomeLine("206", source, wan("1"), id=4),),
        expenditure=(
            ExpenditureLine(
                "206", "301", None, FundSource.UNIT, True, 3, wan("1"), wan("2"), wan("3"), id=5
            ),
        ),
    )
    begun = next_year(filing)
    assert begun.income == (IncomeLine("206", source),)
    assert begun.expenditure == (ExpenditureLine("206", "301", None, FundSource.UNIT, True, 3),)


def test_what_was_left_opens_the_next_year() -> None:
    rows = (
        Carryover(FundSource.UNIT, wan("1"), wan("2"), wan("3"), wan("4")),
        Carryover(FundSource.OTHER, wan("1")),
    )
    assert next_year(Filing(2021, carryover=rows)).carryover == (
        Carryover(FundSource.UNIT, opening=wan("4")),
        Carryover(FundSource.OTHER),
    )


def test_a_count_becomes_blank_and_no_zero() -> None:
    spent = ThreePublic(
        running=wan("1"), cars_bought=1, cars_held=2, batches=3, running_purpose="下乡"
    )
    begun = next_year(
        Filing(2021, three_public=spent, procurement=Procurement(wan("1"), purpose="电视"))
    )
    assert begun.three_public == ThreePublic(cars_held=2, running_purpose="下乡")
    assert begun.procurement == Procurement(purpose="电视")


def test_a_project_goes_on_without_its_results() -> None:
    filing = Filing(
        2021,
        projects=(Project("科普", "01", leader="甲", targeted=True, conclusion="好", id=2),),
        goals=(Goal(2, "2021年6月前办好", "办好了", id=3),),
        indicators=(
            Indicator(
                2,
                name="完成时间",
                target="2021年12月30日前",
                unit="天",
                actual="2021年12月1日",
                attainment=Attainment.REACHED,
                deviation_reason="早",
                id=4,
            ),
        ),
    )
    begun = next_year(filing)
    assert begun.projects == (Project("科普", "01", leader="甲"),)
    assert begun.goals == (Goal(2, "2022年6月前办好"),)
    assert begun.indicators == (
        Indicator(2, name="完成时间", target="2022年12月30日前", unit="天"),
    )


@pytest.mark.parametrize(
    ("this", "later"),
    [
        ("2021年12月30日", "2022年12月30日"),
        ("2021-12-30", "2022-12-30"),
        ("2021/1/5前", "2022/1/5前"),
        ("2021.12.30", "2022.12.30"),
        ("2020年9月至2021年6月", "2021年9月至2022年6月"),
        ("2021年底", "2022年底"),
        ("2024年2月29日", "2025年2月28日"),
        ("2024-02-29", "2025-02-28"),
        ("2023年2月28日", "2024年2月28日"),
        ("自2021年起", "自2021年起"),
        ("2021.12", "2021.12"),
        ("≥2021", "≥2021"),
        ("12021-12-30", "12021-12-30"),
        ("2021-12-300", "2021-12-300"),
        ("2021万元", "2021万元"),
        ("", ""),
    ],
)
def test_a_date_is_a_year_later_and_nothing_else(this: str, later: str) -> None:
    (goal,) = next_year(Filing(2021, goals=(Goal(expected=this),))).goals
    assert goal.expected == later


@given(day=st.dates(datetime.date(1949, 10, 1), datetime.date(9998, 1, 1)))
def test_a_day_a_year_later_is_a_real_day(day: datetime.date) -> None:
    target = f"{day.year}年{day.month}月{day.day}日"
    (indicator,) = next_year(Filing(2021, indicators=(Indicator(target=target),))).indicators
    later = datetime.datetime.strptime(indicator.target, "%Y年%m月%d日").astimezone()
    assert 364 <= (later.date() - day).days <= 366


def test_a_year_begun_twice_moves_on_twice() -> None:
    twice = next_year(next_year(sample()))
    assert (twice.year, twice.before) == (2023, next_year(sample()))
    assert dataclasses.replace(twice, year=2022).income == next_year(sample()).income
