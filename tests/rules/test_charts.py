"""D02, D03, and all rules of charts together: what is right passes, any change is found."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.money import Money
from jsxh_desktop.domain.prior_year import PriorYear
from jsxh_desktop.domain.terms import FundSource
from jsxh_desktop.rules.charts.chart_rules import RULES
from jsxh_desktop.rules.charts.values import (
    charts_show_the_figures,
    years_show_their_own_figures,
)
from jsxh_desktop.rules.rule import Severity, judge
from jsxh_desktop.rules.subject import Subject
from tests.examples import examples
from tests.filings import FEN_AMOUNTS, PROJECT, agreeing, archive, gappy, spent
from tests.rules.tampering import (
    HARMLESS_CHARTS,
    PACK,
    chart,
    composed,
    findings,
    found_by,
    of_archive,
    of_sample,
    only_charts_say,
    series,
    share_pie,
    unjudged,
    with_chart,
    with_figure,
)


@pytest.mark.parametrize("subject", [of_archive(), of_sample()], ids=["archive", "sample"])
def test_what_the_program_draws_is_right(subject: Subject) -> None:
    assert {*found_by(RULES, subject)} <= HARMLESS_CHARTS


@given(agreeing(FEN_AMOUNTS))
@settings(max_examples=examples(6))
def test_whatever_is_entered_is_drawn_right(filing: Filing) -> None:
    assert {*found_by(RULES, composed(filing))} <= HARMLESS_CHARTS


@given(gappy())
@settings(max_examples=examples(6))
def test_gaps_are_no_faults_of_charts(filing: Filing) -> None:
    assert {*found_by(RULES, composed(filing))} <= HARMLESS_CHARTS


def test_without_a_document_charts_are_not_spoken_of() -> None:
    assert not found_by(RULES, Subject(archive(), PACK))


def test_a_wrong_column_is_found() -> None:
    subject = with_chart(of_archive(), 5, series=series(5, "100.00", "111.00"))
    (said,) = only_charts_say("D02", subject)
    assert said == "图5“一般公共预算财政拨款支出”2021年是111.00万元，按填报的数应为110.00万元"


def test_a_wrong_slice_is_found() -> None:
    subject = with_chart(of_archive(), 3, series=series(3, "90.01", "20.00"))
    found = found_by([charts_show_the_figures], subject)
    assert found["D02"] == ("图3“基本支出”是90.01万元，按填报的数应为90.00万元",)


@pytest.mark.parametrize(
    ("labels", "said"),
    [
        (("90.00万元，81.9%", "20.00万元，18.2%"), "“基本支出”占比是81.9%，按填报的数应为81.82%"),
        (("90.10万元，81.8%", "20.00万元，18.2%"), "“基本支出”标签是90.10万元"),
        (("18.2%", "81.8%"), "“基本支出”占比是18.2%"),
    ],
)
def test_a_wrong_label_is_found(labels: tuple[str, ...], said: str) -> None:
    found = findings(charts_show_the_figures, with_chart(of_archive(), 3, labels=labels))
    assert said in found[0].message


def test_s29_the_share_bent_to_reach_100_is_impossible() -> None:
    names = ("科学技术类占比", "社会保障和就业类占比", "卫生健康类占比", "住房保障类占比")
    subject = share_pie(6, names, "0.874", "0.056", "0.03", "0.04")
    (found,) = findings(charts_show_the_figures, subject)
    assert found.message == "图6“科学技术类占比”占比是87.4%，按填报的数应为87.47%"
    assert found.severity is Severity.ERROR


def test_a_chart_not_drawn_although_there_are_figures_is_found() -> None:
    note = "（本年度无此项支出，不作图）"
    (found,) = findings(
        charts_show_the_figures, with_figure(of_archive(), 7, chart=None, note=note)
    )
    assert "没有画" in found.message


def test_a_year_left_out_is_found() -> None:
    own = chart(of_archive(), 1).series
    cut = tuple(dataclasses.replace(each, values=each.values[1:]) for each in own)
    subject = with_chart(of_archive(), 1, categories=("2021年",), series=cut)
    assert only_charts_say("D02", subject) == ("图1缺2020年的数",)


def test_a_side_left_out_is_found() -> None:
    subject = with_chart(of_archive(), 1, series=chart(of_archive(), 1).series[:1])
    assert only_charts_say("D02", subject) == ("图1应有收入、支出两组数，只画了一组",)


def test_a_figure_of_another_scope_is_found() -> None:
    other = spent("2012604", PROJECT, "5.00", "5.00", fund=FundSource.OTHER)
    own = composed(dataclasses.replace(archive(), expenditure=(*archive().expenditure, other)))
    subject = with_chart(own, 5, series=series(5, "100.00", "115.00"))
    assert "2021年是115.00万元，按填报的数应为110.00万元" in only_charts_say("D02", subject)[0]


def test_a_year_before_nobody_typed_cannot_be_judged() -> None:
    blank = dataclasses.replace(archive(), prior_year=PriorYear())
    subject = Subject(blank, PACK, of_archive().parts)
    assert unjudged(charts_show_the_figures, subject)
    assert not findings(charts_show_the_figures, subject)


@pytest.mark.parametrize("number", [1, 4], ids=["test_s24", "test_s25"])
def test_s24_s25_years_and_values_the_wrong_way_round(number: int) -> None:
    subject = of_sample()
    swapped = series(number, "161.94", "149.12", subject=subject)
    found = findings(years_show_their_own_figures, with_chart(subject, number, series=swapped))
    assert len(found) == 4
    assert "2020年画的是161.94万元，那是2021年的数，2020年应为149.12万元" in found[0].message


def test_swapped_years_are_said_once() -> None:
    swapped = series(4, "161.94", "149.12", subject=of_sample())
    only_charts_say("D03", with_chart(of_sample(), 4, series=swapped))


def test_another_year_is_found() -> None:
    subject = with_chart(of_archive(), 5, categories=("2019年", "2021年"))
    assert "标着2019年" in found_by(RULES, subject)["D03"][0]


@given(
    st.sampled_from(range(1, 8)),
    st.integers(0, 5),
    st.integers(0, 5),
    st.integers(-1000, 1000),
)
@settings(max_examples=40)
def test_whichever_value_is_changed_is_found(number: int, row: int, column: int, by: int) -> None:
    own = chart(of_archive(), number)
    rows = [list(each.values) for each in own.series]
    values = rows[row % len(rows)]
    at = column % len(values)
    values[at] = abs((values[at] or Money()) + Money(by * 10_000)) + Money(10_000)
    drawn = tuple(
        dataclasses.replace(each, values=tuple(row))
        for each, row in zip(own.series, rows, strict=True)
    )
    if drawn == own.series:
        return
    found = found_by(RULES, with_chart(of_archive(), number, series=drawn))
    assert {"D02", "D03"} & {*found}


def test_no_rule_of_charts_raises_on_figures_without_charts() -> None:
    subject = of_archive()
    for number in range(1, 8):
        subject = with_figure(subject, number, chart=None)
    assert [judge(rule, subject) for rule in RULES]
