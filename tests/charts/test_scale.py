"""The value axis: zero is on it, everything is inside it, its marks are round."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jsxh_desktop.charts import scale
from jsxh_desktop.domain.money import LARGEST

AMOUNTS = st.lists(st.integers(-LARGEST, LARGEST), min_size=1, max_size=4)


@pytest.mark.parametrize(
    ("fen", "printed"),
    [
        ([161_940_000, 149_120_000], ["0", "50", "100", "150", "200"]),
        ([200_000_000], ["0", "50", "100", "150", "200"]),
        ([480_000], ["0.0", "0.1", "0.2", "0.3", "0.4", "0.5"]),
        ([50], ["0.00", "0.01"]),
        ([0, 0], ["0"]),
        ([], ["0"]),
        ([-80_000_000, 161_940_000], ["-100", "0", "100", "200"]),
        ([-80_000_000], ["-80", "-60", "-40", "-20", "0"]),
    ],
)
def test_marks_are_round(fen: list[int], printed: list[str]) -> None:
    marks = scale.marks(fen, "万元")
    assert [scale.printed(mark, marks, "万元") for mark in marks] == printed


@given(AMOUNTS)
def test_the_axis_holds_zero_and_every_amount(fen: list[int]) -> None:
    marks = scale.marks(fen, "万元")
    assert 0 in marks
    assert marks[0] <= min(fen)
    assert max(fen) <= marks[-1]


@given(AMOUNTS)
def test_marks_are_few_and_evenly_spaced(fen: list[int]) -> None:
    marks = scale.marks(fen, "万元")
    assert len(marks) <= scale.INTERVALS + 1
    assert len({b - a for a, b in pairwise(marks)}) <= 1


@given(AMOUNTS)
def test_no_two_marks_read_the_same(fen: list[int]) -> None:
    marks = scale.marks(fen, "万元")
    assert len({scale.printed(mark, marks, "万元") for mark in marks}) == len(marks)
