"""Labels pushed apart: none overlaps, none leaves its room, none moves without need."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jsxh_desktop.charts.spread import spread

PLACES = st.lists(st.floats(-20, 120), max_size=8).map(sorted)


@given(PLACES, st.data())
def test_labels_stand_apart_and_in_their_room(places: list[float], data: st.DataObject) -> None:
    sizes = [data.draw(st.floats(1, 12)) for _ in places]
    middles = spread(places, sizes, 0, 100)
    ends = [(m - s / 2, m + s / 2) for m, s in zip(middles, sizes, strict=True)]
    assert all(low >= -1e-6 and high <= 100 + 1e-6 for low, high in ends)
    assert all(one[1] <= other[0] + 1e-6 for one, other in pairwise(ends))


@pytest.mark.parametrize(
    ("places", "middles"),
    [
        ([], []),
        ([30, 60], [30, 60]),
        ([50, 50], [45, 55]),
        ([-5, 99], [5, 95]),
        ([2, 4, 90], [5, 15, 90]),
    ],
)
def test_a_label_moves_only_as_far_as_it_must(places: list[float], middles: list[float]) -> None:
    assert spread(places, [10] * len(places), 0, 100) == pytest.approx(middles)


def test_labels_move_closer_where_there_is_not_enough_room() -> None:
    assert spread([1, 2, 3, 4], [50] * 4, 0, 100) == pytest.approx([12.5, 37.5, 62.5, 87.5])
