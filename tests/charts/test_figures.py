"""图1–图7: each shows the filing's own figures, or says why there is nothing to show."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jsxh_desktop.charts.chart import Chart, ChartKind
from jsxh_desktop.charts.figures import (
    NumberedChart,
    appropriation_change,
    expenditure_structure,
    figures,
    general_budget_change,
    general_budget_structure,
    income_structure,
    three_public_structure,
    totals_change,
)
from jsxh_desktop.domain import totals
from jsxh_desktop.domain.carryover import Carryover
from jsxh_desktop.domain.code import Code, CodeTable
from jsxh_desktop.domain.expenditure import ExpenditureLine
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.income import IncomeLine
from jsxh_desktop.domain.local_code import Classification, LocalCode
from jsxh_desktop.domain.money import Money, added, wan
from jsxh_desktop.domain.prior_year import PriorYear
from jsxh_desktop.domain.share import percent
from jsxh_desktop.domain.terms import ExpenditureKind, FundSource, IncomeSource
from jsxh_desktop.domain.three_public import ThreePublic

GENERAL = FundSource.GENERAL_PUBLIC_BUDGET
NAMES = {
    **{str(code): f"第{code}号支出" for code in range(201, 222)},
    "206": "科学技术支出", "208": "社会保障和就业支出",
    "210": "卫生健康支出", "221": "住房保障支出",
}  # fmt: skip
CODES = CodeTable("功能分类", {code: Code(code, name) for code, name in NAMES.items()})
NIL = Money()


def spent(functional: str, final: Money, kind: ExpenditureKind) -> ExpenditureLine:
    return ExpenditureLine(functional=functional, kind=kind, fund=GENERAL, final=final)


def filing(lines: tuple[ExpenditureLine, ...], *income: tuple[IncomeSource, Money]) -> Filing:
    return Filing(
        2021,
        income=tuple(IncomeLine("2060701", source, final) for source, final in income),
        expenditure=lines,
        carryover=(Carryover(GENERAL, NIL, NIL, NIL, NIL),),
        three_public=ThreePublic(
            overseas=NIL, purchase=NIL, running=NIL,
            reception_domestic=wan("0.48"), reception_foreign=NIL,
        ),
        prior_year=PriorYear(
            total=wan("149.12"), appropriation_total=wan("149.12"), general_budget=wan("149.12")
        ),
        functional_codes=CODES,
    )  # fmt: skip


SAMPLE = filing(
    (
        spent("2060103", wan("6.41"), ExpenditureKind.BASIC),
        spent("2060701", wan("96.94"), ExpenditureKind.BASIC),
        spent("2060702", wan("5.00"), ExpenditureKind.PROJECT),
        spent("2060799", wan("33.30"), ExpenditureKind.PROJECT),
        spent("2080505", wan("8.99"), ExpenditureKind.BASIC),
        spent("2101101", wan("4.84"), ExpenditureKind.BASIC),
        spent("2210201", wan("6.46"), ExpenditureKind.BASIC),
    ),
    (IncomeSource.GENERAL_PUBLIC_BUDGET, wan("161.94")),
)

FIGURES: tuple[Callable[[Filing], NumberedChart], ...] = (
    totals_change, income_structure, expenditure_structure, appropriation_change,
    general_budget_change, general_budget_structure, three_public_structure,
)  # fmt: skip
CHANGES = (totals_change, appropriation_change, general_budget_change)
each = pytest.mark.parametrize("figure", FIGURES, ids=lambda figure: figure.__name__)
each_change = pytest.mark.parametrize("figure", CHANGES, ids=lambda figure: figure.__name__)


def drawn(figure: NumberedChart) -> Chart:
    assert figure.chart, figure.note
    return figure.chart


def slices(figure: NumberedChart) -> dict[str, str]:
    chart = drawn(figure)
    return dict(zip(chart.categories, chart.labels, strict=True))


def test_the_seven_are_numbered_and_captioned() -> None:
    assert [figure.caption for figure in figures(SAMPLE).values()] == [
        "图1：收、支决算总计变动情况图",
        "图2：收入决算结构图",
        "图3：支出决算结构图",
        "图4：财政拨款收、支决算总计变动情况",
        "图5：一般公共预算财政拨款支出决算变动情况",
        "图6：一般公共预算财政拨款支出决算结构",
        "图7：“三公”经费财政拨款支出结构",
    ]
    assert list(figures(SAMPLE)) == [1, 2, 3, 4, 5, 6, 7]


@each_change
def test_each_year_has_its_own_figure(figure: Callable[[Filing], NumberedChart]) -> None:
    chart = drawn(figure(SAMPLE))
    assert chart.categories == ("2020年", "2021年")
    assert {row.values for row in chart.series} == {(wan("149.12"), wan("161.94"))}


def test_the_columns_are_named_after_what_they_show() -> None:
    names = [tuple(row.name for row in drawn(figure(SAMPLE)).series) for figure in CHANGES]
    assert names == [
        ("收入总计", "支出总计"),
        ("财政拨款收入总计", "财政拨款支出总计"),
        ("一般公共预算财政拨款支出",),
    ]


def test_the_sample_has_one_source_of_income() -> None:
    assert slices(income_structure(SAMPLE)) == {"一般公共预算财政拨款收入": "161.94万元，100%"}


def test_expenditure_falls_into_basic_and_project() -> None:
    assert slices(expenditure_structure(SAMPLE)) == {
        "基本支出": "123.64万元，76.3%",
        "项目支出": "38.30万元，23.7%",
    }


def test_classes_are_named_as_in_the_sentences() -> None:
    assert slices(general_budget_structure(SAMPLE)) == {
        "科学技术（类）": "141.65万元，87.5%",
        "社会保障和就业（类）": "8.99万元，5.6%",
        "卫生健康（类）": "4.84万元，3.0%",
        "住房保障（类）": "6.46万元，4.0%",
    }


def test_three_public_shows_parts_and_no_rate_of_completion() -> None:
    assert slices(three_public_structure(SAMPLE)) == {"公务接待费": "0.48万元，100%"}


def test_shares_take_the_places_of_the_pack() -> None:
    assert slices(expenditure_structure(SAMPLE, 2))["基本支出"] == "123.64万元，76.35%"


@each
def test_a_blank_filing_waits_to_be_filled_in(figure: Callable[[Filing], NumberedChart]) -> None:
    found = figure(Filing(2021))
    assert found.chart is None
    assert found.note.startswith("〔待填：")


@each_change
def test_a_first_year_stands_alone(figure: Callable[[Filing], NumberedChart]) -> None:
    first = dataclasses.replace(SAMPLE, prior_year=PriorYear())
    assert drawn(figure(first)).categories == ("2021年",)


@each_change
def test_a_year_before_that_does_not_add_up_yet_keeps_its_place(
    figure: Callable[[Filing], NumberedChart],
) -> None:
    chart = drawn(figure(dataclasses.replace(SAMPLE, before=Filing(2020))))
    assert chart.categories == ("2020年", "2021年")
    assert {row.values[0] for row in chart.series} == {None}


@pytest.mark.parametrize(
    ("figure", "subject"),
    [(income_structure, "收入"), (expenditure_structure, "支出"), (totals_change, "收支")],
)
def test_where_there_is_nothing_a_note_says_so(
    figure: Callable[[Filing], NumberedChart], subject: str
) -> None:
    nothing = filing((spent("2060701", NIL, ExpenditureKind.BASIC),), (IncomeSource.OTHER, NIL))
    found = figure(dataclasses.replace(nothing, prior_year=PriorYear(total=NIL)))
    assert (found.chart, found.note) == (None, f"（本年度无此项{subject}，不作图）")


def test_what_ended_this_year_is_still_drawn_against_last_year() -> None:
    ended = filing((spent("2060701", NIL, ExpenditureKind.BASIC),))
    (series,) = drawn(general_budget_change(ended)).series
    assert series.values == (wan("149.12"), NIL)


def test_totals_that_disagree_are_not_drawn() -> None:
    lines = (spent("2060701", wan("1.00"), ExpenditureKind.BASIC),)
    found = totals_change(filing(lines, (IncomeSource.OTHER, wan("2.00"))))
    assert found.chart is None
    assert "不相等" in found.note


def test_a_class_without_a_name_is_not_drawn() -> None:
    lines = (spent("2990101", wan("1.00"), ExpenditureKind.BASIC),)
    found = general_budget_structure(filing(lines))
    assert (found.chart, found.note) == (None, "〔待填：科目299的名称〕")


def test_two_classes_of_one_name_stay_two() -> None:
    lines = tuple(
        spent(code, wan("1.00"), ExpenditureKind.BASIC) for code in ("2990101", "2980101")
    )
    local = tuple(LocalCode(Classification.FUNCTIONAL, code, "其他支出") for code in ("299", "298"))
    found = general_budget_structure(dataclasses.replace(filing(lines), local_codes=local))
    assert drawn(found).categories == ("其他（类）", "其他（类）")


def test_seven_parts_lie_as_bars() -> None:
    lines = tuple(
        spent(f"{code}0101", wan("1.00"), ExpenditureKind.BASIC) for code in range(201, 208)
    )
    chart = drawn(general_budget_structure(filing(lines)))
    assert chart.kind is ChartKind.BARS
    assert set(chart.labels) == {"1.00万元，14.3%"}


def test_a_part_below_zero_lies_as_a_bar() -> None:
    lines = (
        spent("2060701", wan("3.00"), ExpenditureKind.BASIC),
        spent("2060702", wan("-1.00"), ExpenditureKind.PROJECT),
    )
    assert drawn(expenditure_structure(filing(lines))).kind is ChartKind.BARS


def test_a_share_of_nothing_is_left_out() -> None:
    lines = (
        spent("2060701", wan("1.00"), ExpenditureKind.BASIC),
        spent("2060702", wan("-1.00"), ExpenditureKind.PROJECT),
    )
    found = expenditure_structure(filing(lines))
    assert slices(found) == {"基本支出": "1.00万元", "项目支出": "-1.00万元"}


AMOUNTS = st.builds(Money, st.integers(0, 10**12) | st.integers(0, 300))
LINES = st.lists(
    st.builds(
        spent,
        st.sampled_from(("2060701", "2080505", "2101101", "2210201", "2120801")),
        AMOUNTS,
        st.sampled_from(ExpenditureKind),
    ),
    min_size=1,
    max_size=12,
).map(tuple)
INCOME = st.lists(st.tuples(st.sampled_from(IncomeSource), AMOUNTS), min_size=1, max_size=10)


@st.composite
def filings(draw: st.DrawFn) -> Filing:
    return filing(draw(LINES), *draw(INCOME))


WHOLES: dict[int, Callable[[Filing], Money]] = {
    2: totals.income, 3: totals.expenditure, 6: totals.general_budget,
}  # fmt: skip


@given(filings(), st.sampled_from(sorted(WHOLES)))
@settings(max_examples=30)
def test_the_parts_add_up_to_the_whole(drawn_from: Filing, number: int) -> None:
    figure = figures(drawn_from)[number]
    values = figure.chart.series[0].values if figure.chart else ()
    assert added(value for value in values if value) == WHOLES[number](drawn_from)


@given(filings(), st.sampled_from(sorted(WHOLES)), st.integers(0, 2))
@settings(max_examples=30)
def test_the_labels_are_the_shares_of_the_sentences(
    drawn_from: Filing, number: int, places: int
) -> None:
    chart = figures(drawn_from, places)[number].chart
    whole = WHOLES[number](drawn_from)
    assert chart is None or all(
        label == f"{value.show()}万元，{percent(value, whole, places)}"
        for value, label in zip(chart.series[0].values, chart.labels, strict=True)
        if value
    )


@given(filings())
@settings(max_examples=30)
def test_a_chart_shows_only_what_there_is(drawn_from: Filing) -> None:
    structures = [figures(drawn_from)[number].chart for number in (2, 3, 6, 7)]
    assert all(all(chart.series[0].values) for chart in structures if chart)
