"""E10–E14 and E23: targets, actuals, dates, goals, costs and measures."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jsxh_desktop.domain.attainment import reached
from jsxh_desktop.domain.change import Put
from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.project import Goal, Indicator
from jsxh_desktop.domain.terms import Attainment, IndicatorNature
from jsxh_desktop.rules.rule import Severity
from tests.rules.sheet_filings import (
    COST,
    QUALITY,
    SCANS,
    TIME,
    changed,
    evaluated,
    findings,
    only,
    printed,
    reworded,
    scored_pack,
    verdict,
    with_goals,
)


def test_e10_points_lost_want_a_reason() -> None:
    finding = only("E10", changed(evaluated(), SCANS, actual="4500"))
    assert finding.message == (
        "“馆藏数字化”的“扫描档案”完成值4500卷，指标值5000卷，少了10.0%，没有写偏差原因"
    )
    assert finding.places[0] == Place(Indicator.deviation_reason, SCANS)


def test_e10_a_value_far_beyond_its_target_wants_a_reason() -> None:
    assert "多了40.0%" in only("E10", changed(evaluated(), SCANS, actual="7000")).message


def test_e10_a_reason_settles_it() -> None:
    filing = changed(evaluated(), SCANS, actual="4500", deviation_reason="设备故障")
    assert verdict("E10", filing).passed


def test_e10_a_judged_indicator_explains_what_was_not_reached() -> None:
    judged = {"nature": IndicatorNature.QUALITATIVE, "attainment": Attainment.PARTLY}
    assert "没有全部达成" in only("E10", changed(evaluated(), QUALITY, **judged)).message


def test_e10_a_form_without_scores_asks_for_no_judgement() -> None:
    filing = changed(evaluated(), QUALITY, nature=IndicatorNature.QUALITATIVE)
    assert verdict("E10", filing).passed
    assert verdict("E10", filing, pack=scored_pack()).unjudged


def test_e10_a_blank_is_no_deviation() -> None:
    said = verdict("E10", changed(evaluated(), SCANS, actual=""))
    assert [each.reason for each in said.unjudged] == ["“馆藏数字化”里“扫描档案”的完成值还没有填"]


def test_e10_several_blanks_are_told_together() -> None:
    filing = changed(changed(evaluated(), SCANS, actual=""), QUALITY, target="")
    (unjudged,) = verdict("E10", filing).unjudged
    assert unjudged.places == (
        Place(Indicator.actual, SCANS),
        Place(Indicator.target, QUALITY),
    )


@given(st.integers(1, 99), st.integers(0, 200))
@settings(max_examples=25)
def test_e10_owes_a_reason_for_whatever_falls_short(target: int, actual: int) -> None:
    filing = changed(evaluated(), SCANS, target=f"{target}", actual=f"{actual}")
    short = reached(filing.indicators[0]) < 1
    assert not short or findings("E10", filing)


def test_e11_a_late_day_lacking_its_sign_is_put_right() -> None:
    finding = only("E11", changed(evaluated(), TIME, actual="2021年12月30前"))
    assert finding.correction is not None
    assert finding.correction.changes == (Put(Indicator.actual, "2021年12月30日前", TIME),)


def test_e11_a_day_that_may_have_lost_a_digit_is_left_to_the_clerk() -> None:
    assert only("E11", changed(evaluated(), TIME, target="2021年12月3前")).correction is None


@pytest.mark.parametrize("day", ["2021年2月30日", "2021年13月1日", "2021年11月31日前"])
def test_e11_a_day_there_never_was_is_found(day: str) -> None:
    assert "没有这一天" in only("E11", changed(evaluated(), TIME, actual=day)).message


def test_e11_words_are_no_day() -> None:
    assert "不是日期" in only("E11", changed(evaluated(), TIME, actual="年底前")).message


def test_e11_a_day_is_printed_as_it_is_typed() -> None:
    finding = only("E11", changed(evaluated(), TIME, actual="2021-11-28"))
    assert (finding.severity, finding.to_do) == (Severity.WARNING, "改成“2021年11月28日”")


@pytest.mark.parametrize(
    "text",
    [
        "2021年11月3日完成",
        "2021年11月3—5日",
        "2021年11月3、4日",
        "2021年11月20场次",
        "2021年11月",
        "2021年9月至11月30日",
        "",
    ],
)
def test_e11_what_is_no_slip_is_left_alone(text: str) -> None:
    assert verdict("E11", with_goals(evaluated(), text or "扫描档案")).passed


def test_e12_a_value_that_is_no_number_is_found() -> None:
    finding = only("E12", changed(evaluated(), SCANS, target="约5000"))
    assert finding.message == "“馆藏数字化”的“扫描档案”的指标值写的是“约5000”，认不出数"


def test_e12_a_sign_before_the_number_is_taken_off() -> None:
    finding = only("E12", changed(evaluated(), SCANS, target="≥5000"))
    assert finding.correction is not None
    assert finding.correction.changes == (Put(Indicator.target, "5000", SCANS),)


def test_e12_two_measures_cannot_be_compared() -> None:
    finding = only("E12", changed(evaluated(), SCANS, actual="5100份"))
    assert "按卷算，完成值按份算" in finding.message


@pytest.mark.parametrize("actual", ["5100", "5100卷", "0.51万", "5100 卷以上", "5,100"])
def test_e12_the_same_measure_may_be_typed_or_not(actual: str) -> None:
    assert verdict("E12", changed(evaluated(), SCANS, actual=actual)).passed


def test_e12_without_a_nature_nobody_knows_whether_it_is_a_number() -> None:
    said = verdict("E12", changed(evaluated(), QUALITY, nature=None, target="优秀"))
    assert said.findings == ()
    assert said.unjudged[0].places == (Place(Indicator.nature, QUALITY),)


def test_e12_a_range_has_two_ends() -> None:
    ranged = {"nature": IndicatorNature.RANGE, "actual": "85"}
    assert verdict("E12", changed(evaluated(), QUALITY, target="80～100", **ranged)).passed
    assert findings("E12", changed(evaluated(), QUALITY, target="80", **ranged))


def test_e13_a_number_typed_before_a_goal_is_printed_twice() -> None:
    finding = only("E13", with_goals(evaluated(), "目标1：扫描档案", "目标2：装订档案"))
    assert finding.severity is Severity.WARNING
    assert finding.correction is not None
    assert finding.correction.changes[0] == Put(Goal.expected, "扫描档案", 1)


def test_e13_several_goals_in_one_box_are_left_to_the_clerk() -> None:
    finding = only("E13", with_goals(evaluated(), "目标1：扫描档案，目标2：装订档案"))
    assert finding.correction is None
    assert finding.to_do == "一条目标写一格，去掉自己写的编号"


def test_e13_a_goal_of_which_nobody_told_cannot_be_judged() -> None:
    filing = dataclasses.replace(evaluated(), goals=(Goal(1, "扫描档案", "", id=3),))
    (unjudged,) = verdict("E13", filing).unjudged
    assert unjudged.places == (Place(Goal.done, 3),)


def test_s84_printed_goals_begin_with_one() -> None:
    filing = with_goals(evaluated(), "打造社区", "建设中心")
    (table,) = printed(filing)
    text = "目标1：打造社区\n目标2：建设中心"
    table = reworded(table, text, "目标2：打造社区\n目标3：建设中心")
    finding = only("E13", filing, blocks=(table,))
    assert finding.message == "“馆藏数字化”的自评表里，预期目标的编号是2、3，应从1起连续编"


def test_e13_a_goal_left_out_in_print_is_found() -> None:
    filing = with_goals(evaluated(), "打造社区", "建设中心")
    (table,) = printed(filing)
    table = reworded(table, "目标1：打造社区\n目标2：建设中心", "目标1：打造社区", last=True)
    assert "填了2条" in only("E13", filing, blocks=(table,)).message


def test_e14_prices_times_outputs_are_the_budget() -> None:
    finding = only("E14", changed(evaluated(), COST, target="60"))
    assert finding.message == (
        "“馆藏数字化”的成本指标乘数量，合计300000元，比预算250000元多50000元"
    )
    assert finding.severity is None


def test_e14_a_price_that_was_rounded_is_only_told() -> None:
    filing = changed(changed(evaluated(), SCANS, target="3000"), COST, target="83.3")
    assert only("E14", filing).severity is Severity.INFO


@pytest.mark.parametrize(
    "values",
    [{"unit": "元/份"}, {"target": "不超预算", "unit": ""}, {"name": "纸张成本"}, {"unit": "%"}],
)
def test_e14_says_nothing_where_it_is_not_clear_what_costs_what(values: dict[str, str]) -> None:
    assert verdict("E14", changed(evaluated(), COST, **values)).passed


def test_e23_one_thing_counted_in_two_measures_is_told() -> None:
    finding = only("E23", with_goals(evaluated(), "扫描馆藏档案5000份"))
    assert finding.message == "“馆藏数字化”的目标1写的是5000份，指标“扫描档案”写的是5000卷"


@pytest.mark.parametrize("goal", ["扫描档案5000卷", "扫描档案3000份", "培训5000人", "扫描档案"])
def test_e23_other_numbers_and_other_things_are_left_alone(goal: str) -> None:
    assert verdict("E23", with_goals(evaluated(), goal)).passed
