"""Weights: what is left is said in words, and an even split gives out exactly that."""

from __future__ import annotations

import dataclasses
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jsxh_desktop.app import weights
from jsxh_desktop.app.packs import load_pack
from jsxh_desktop.domain.project import Indicator
from jsxh_desktop.domain.scoring import SCHEMES
from jsxh_desktop.domain.sheet_form import Sheet
from jsxh_desktop.domain.terms import IndicatorClass

OLD_FORM = load_pack("sichuan-2021").sheet
OUTPUT, BENEFIT, PLEASED = (
    IndicatorClass.QUANTITY,
    IndicatorClass.SOCIAL_BENEFIT,
    IndicatorClass.SATISFACTION,
)


def form(scheme: str, first: str = "产出指标") -> Sheet:
    """The form of the sample under a scheme, its first class under its name since 2020."""
    renamed = dataclasses.replace(OLD_FORM.classes[0], name=first)
    classes = (renamed, *OLD_FORM.classes[1:])
    return dataclasses.replace(OLD_FORM, scheme=SCHEMES[scheme], classes=classes)


PLAIN = form("caiyu-2020-10")


def indicators(*weighted: tuple[IndicatorClass, str]) -> list[Indicator]:
    return [
        Indicator(category=category, weight=Decimal(points) if points else None, id=key)
        for key, (category, points) in enumerate(weighted, 1)
    ]


def spread(found: list[Indicator], sheet: Sheet) -> list[tuple[int, str]]:
    return [(put.key, str(put.value)) for put in weights.spread(found, sheet)]


def test_the_scheme_fixes_the_points_of_each_class() -> None:
    points = {"产出指标": 50, "效益指标": 30, "满意度指标": 10}
    assert weights.class_points(PLAIN) == points


def test_a_single_class_the_scheme_does_not_name_has_what_the_others_leave() -> None:
    assert weights.class_points(form("caiyu-2020-10", "完成指标"))["完成指标"] == 50


def test_a_scheme_without_fixed_points_leaves_them_to_the_unit() -> None:
    assert weights.class_points(form("sichuan-0013zp")) == {}


@pytest.mark.parametrize(
    ("points", "words"), [("5", "还剩 5 分"), ("-2.5", "多了 2.5 分"), ("0", "分完了")]
)
def test_what_is_left_is_said_in_words(points: str, words: str) -> None:
    assert weights.left_in_words(Decimal(points)) == words


def test_a_class_says_its_points_and_what_is_left_of_them() -> None:
    own = indicators((OUTPUT, "45"))
    assert weights.class_in_words(PLAIN.classes[0], own, PLAIN) == "50 分，还剩 5 分"


def test_the_rest_goes_to_those_without_points_in_their_own_class() -> None:
    found = indicators((OUTPUT, "20"), (OUTPUT, ""), (OUTPUT, ""), (BENEFIT, ""), (PLEASED, "10"))
    assert spread(found, PLAIN) == [(2, "15"), (3, "15"), (4, "30")]


def test_where_all_have_points_the_rest_is_put_on_top_of_each() -> None:
    found = indicators((OUTPUT, "20"), (OUTPUT, "25"), (BENEFIT, "30"), (PLEASED, "10"))
    assert spread(found, PLAIN) == [(1, "22.5"), (2, "27.5")]


def test_without_fixed_classes_all_share_what_execution_leaves() -> None:
    found = indicators((OUTPUT, ""), (BENEFIT, ""), (PLEASED, ""), (PLEASED, ""))
    shares = [(1, "22.5"), (2, "22.5"), (3, "22.5"), (4, "22.5")]
    assert spread(found, form("sichuan-0013zp")) == shares


def test_a_form_without_scores_has_nothing_to_split() -> None:
    assert spread(indicators((OUTPUT, "")), OLD_FORM) == []


def test_thirteen_indicators_share_fifty_points_in_whole_ones() -> None:
    assert weights.split(Decimal(50), 13) == [Decimal(4)] * 11 + [Decimal(3)] * 2


@given(st.decimals("0.01", 100, places=3), st.integers(1, 60))
def test_a_split_gives_out_exactly_what_there_is_and_evenly(points: Decimal, count: int) -> None:
    parts = weights.split(points, count)
    assert sum(parts) == points
    assert max(parts) - min(parts) <= Decimal("1.01")  # a step, and what no step divides


@given(
    st.lists(
        st.tuples(
            st.sampled_from(IndicatorClass), st.none() | st.decimals(0, 20, places=1).map(str)
        ),
        max_size=12,
    ),
    st.sampled_from(["caiyu-2020-10", "caiyu-2021-101", "sichuan-0013zp"]),
)
def test_nobody_loses_points_by_a_split(
    drawn: list[tuple[IndicatorClass, str | None]], scheme: str
) -> None:
    found = indicators(*((category, points or "") for category, points in drawn))
    held = {each.id: each.weight or Decimal(0) for each in found}
    for put in weights.spread(found, form(scheme)):
        assert isinstance(put.value, Decimal)
        assert put.value >= held[put.key]
