"""Scores in words: what the words work out is the score, for every nature and every scheme."""

from __future__ import annotations

import ast
import dataclasses
import datetime
import operator
import re
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from jsxh_desktop.app.score_words import number, reason_owed, score_words
from jsxh_desktop.domain.entry import show_day
from jsxh_desktop.domain.project import Indicator
from jsxh_desktop.domain.rounding import half_up
from jsxh_desktop.domain.scoring import SCHEMES, Scheme, indicator_score, owes_reason
from jsxh_desktop.domain.stated import NotStated
from jsxh_desktop.domain.terms import Attainment, IndicatorClass, IndicatorNature

PLAIN, BANDED = SCHEMES["caiyu-2020-10"], SCHEMES["caiyu-2021-101"]
STRICT = dataclasses.replace(PLAIN, name="strict", exact_or_nothing=True)
DAY = datetime.date(2021, 12, 3)
_DOES = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}


def indicator(nature: str, target: str, actual: str, **facts: Any) -> Indicator:
    facts = {"name": "指标", "weight": Decimal(10), **facts}
    return Indicator(nature=IndicatorNature(nature), target=target, actual=actual, **facts)


def worked_out(expression: str) -> Fraction:
    """The value of 10 × 60 ÷ 64, exactly."""
    plain = expression.translate(str.maketrans("×÷−", "*/-"))
    return _value(ast.parse(plain, mode="eval").body, plain)


def _value(node: ast.expr, text: str) -> Fraction:
    match node:
        case ast.BinOp(left, does, right):
            found: Fraction = _DOES[type(does)](_value(left, text), _value(right, text))
            return found
        case ast.UnaryOp(ast.USub(), operand):
            return -_value(operand, text)
        case ast.Constant():  # as written: its value is a float, and those hold 17 digits
            return Fraction(ast.get_source_segment(text, node) or "")
    raise AssertionError(ast.dump(node))


@pytest.mark.parametrize(
    ("nature", "target", "actual", "words"),
    [
        ("≤", "60", "64", "64 > 60：10 × 60 ÷ 64 = 9.38"),
        ("≤", "60", "60", "60 ≤ 60：满分 10.00"),
        ("≥", "500", "487", "487 < 500：10 × 487 ÷ 500 = 9.74"),
        ("≥", "1万", "1万", "10000 ≥ 10000：满分 10.00"),
        ("≥", "1", "-2", "−2 < 1，没有比例可算：不得分 0.00"),
        ("=", "8", "6", "6 ≠ 8，差了 2：10 × (8 − 2) ÷ 8 = 7.50"),
        ("=", "8", "20", "20 ≠ 8，差了 12：不得分 0.00"),
        ("是否", "是", "否", "“否”，指标值是“是”：不得分 0.00"),
        ("区间", "80～100", "79", "79 不在 80～100 之内：不得分 0.00"),
        (
            "日期",
            "2021年12月3日",
            "2021年12月30日",
            "晚了 27 天，满 30 天就没有分：10 × (30 − 27) ÷ 30 = 1.00",
        ),
        ("日期", "2021年12月3日", "2021年12月1日", "没有晚：满分 10.00"),
    ],
)
def test_each_nature_says_how_it_counts(nature: str, target: str, actual: str, words: str) -> None:
    assert score_words(indicator(nature, target, actual), PLAIN) == words


def test_a_judged_indicator_names_its_band_and_coefficient() -> None:
    judged = indicator("定性", "提升", "有提升", attainment=Attainment.PARTLY)
    assert score_words(judged, PLAIN) == "部分达成并具有一定效果，系数 0.7：10 × 0.7 = 7.00"


def test_a_coefficient_out_of_bounds_says_what_it_counts_as() -> None:
    judged = indicator("定性", "提升", "有提升", coefficient=Decimal("1.2"))
    assert score_words(judged, PLAIN) == "系数 1.2，按 1 算：满分 10.00"


def test_satisfaction_names_its_band_where_the_scheme_has_them() -> None:
    satisfied = indicator("≥", "90", "85", category=IndicatorClass.SATISFACTION)
    words = "满意度 85%，在 80% 和 90% 之间：10 × 0.8 = 8.00"
    assert score_words(satisfied, BANDED) == words


def test_a_score_of_the_units_own_says_so() -> None:
    own = indicator("≥", "1", "1", own_score=Decimal("8.5"))
    assert score_words(own, PLAIN) == "本单位自定：8.50"


def test_a_value_that_is_missing_has_no_words_yet() -> None:
    with pytest.raises(NotStated, match="完成值"):
        score_words(indicator("≥", "1", ""), PLAIN)


@pytest.mark.parametrize(
    ("nature", "target", "actual", "owed"),
    [
        ("≤", "60", "64", "超标准 6.7%，请写原因"),
        ("≥", "500", "487", "比指标值少 2.6%，请写原因"),
        ("≥", "100000", "99999", "比指标值少不到 0.1%，请写原因"),
        ("≥", "100", "145", "比指标值多 45.0%，请写原因"),
        ("=", "8", "6", "比指标值少 25.0%，请写原因"),
        ("日期", "2021年12月3日", "2021年12月30日", "晚了 27 天，请写原因"),
        ("≥", "500", "500", ""),
        ("≥", "500", "", ""),
    ],
)
def test_what_strays_from_its_target_owes_a_reason(
    nature: str, target: str, actual: str, owed: str
) -> None:
    assert reason_owed(indicator(nature, target, actual), PLAIN) == owed


numbers = st.decimals(-1000, 1000, places=2).map(lambda value: f"{value:f}")
days = st.integers(-5, 40).map(lambda late: show_day(DAY + datetime.timedelta(late)))
pairs = st.one_of(
    st.tuples(st.sampled_from(["≥", ">", "≤", "<", "="]), numbers, numbers),
    st.tuples(st.just("是否"), *[st.sampled_from("是否")] * 2),
    st.tuples(st.just("日期"), st.just(show_day(DAY)), days),
    st.tuples(st.just("区间"), st.just("80～100"), numbers),
    st.tuples(st.just("定性"), st.just("提升"), st.just("提升")),
)
facts = st.fixed_dictionaries(
    {
        "weight": st.decimals(0, 100, places=2),
        "category": st.sampled_from(IndicatorClass),
        "attainment": st.none() | st.sampled_from(Attainment),
        "coefficient": st.none() | st.decimals(-1, 2, places=3),
        "own_score": st.none() | st.decimals(-10, 100, places=3),
    }
)
schemes = st.sampled_from([*SCHEMES.values(), STRICT])


@given(pairs, facts, schemes)
def test_the_words_work_out_to_the_score(
    pair: tuple[str, str, str], given_facts: dict[str, Any], scheme: Scheme
) -> None:
    scored = indicator(*pair, **given_facts)
    try:
        score = indicator_score(scored, scheme)
    except NotStated:
        with pytest.raises(NotStated):
            score_words(scored, scheme)
        return
    assert scored.weight is not None
    said, _, result = score_words(scored, scheme).rpartition("：")
    assert Decimal(re.split("[ =]", result)[-1].replace("−", "-")) == score
    if "=" in result:
        assert half_up(worked_out(result.split("=")[0].strip()), scheme.places) == score
    elif said == "本单位自定":
        assert score == half_up(scored.own_score or 0, scheme.places)
    else:
        times = Fraction(result.startswith("满分"))
        assert half_up(Fraction(scored.weight) * times, scheme.places) == score


@given(pairs, facts, schemes)
def test_a_reason_is_owed_in_words_just_where_the_rules_demand_one(
    pair: tuple[str, str, str], given_facts: dict[str, Any], scheme: Scheme
) -> None:
    scored = indicator(*pair, **given_facts)
    try:
        owes = owes_reason(scored, scheme)
    except NotStated:
        owes = False
    assert bool(reason_owed(scored, scheme)) is owes


@given(st.fractions(-(10**9), 10**9, max_denominator=10**6))
@example(Fraction(4097, 1 << 19))
def test_a_number_in_words_is_the_number(value: Fraction) -> None:
    assert worked_out(number(value)) == value
