"""Hatch lines cover an outline's box, evenly and no matter where it stands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jsxh_desktop.charts.hatching import lines
from jsxh_desktop.charts.surface import Outline, Verb


def box(x: float, y: float, width: float, height: float) -> Outline:
    corners = ((x, y), (x + width, y), (x + width, y + height), (x, y + height))
    first, *others = corners
    return ((Verb.MOVE, first), *((Verb.LINE, corner) for corner in others), (Verb.CLOSE, ()))


def starts(hatched: Outline) -> list[tuple[float, ...]]:
    return [numbers for verb, numbers in hatched if verb is Verb.MOVE]


@pytest.mark.parametrize(("pattern", "count"), [("-", 7), ("|", 7), ("--", 13), ("+", 14)])
def test_a_square_inch_has_the_lines_matplotlib_gives_it(pattern: str, count: int) -> None:
    assert len(starts(lines(pattern, box(0, 0, 72, 72)))) == count


@pytest.mark.parametrize("pattern", ["/", "\\", "-", "|", "x", "+"])
@given(st.floats(-200, 200), st.floats(-200, 200), st.floats(15, 99), st.floats(15, 99))
def test_lines_cover_every_box_and_stay_in_it(
    pattern: str, x: float, y: float, width: float, height: float
) -> None:
    hatched = lines(pattern, box(x, y, width, height))
    assert hatched
    assert all(
        x - 1e-6 <= at[0] <= x + width + 1e-6 and y - 1e-6 <= at[1] <= y + height + 1e-6
        for _, at in hatched
    )


@given(st.floats(-200, 200), st.floats(15, 99))
def test_slanted_lines_of_neighbours_lie_on_one_grid(x: float, width: float) -> None:
    grid = 2 * 72 / 6
    offsets = [(at[0] - at[1]) / grid for at in starts(lines("/", box(x, 3, width, 40)))]
    assert offsets == pytest.approx([round(offset) for offset in offsets], abs=1e-6)


def test_a_pattern_that_is_not_lines_is_refused() -> None:
    with pytest.raises(KeyError):
        lines("o", box(0, 0, 9, 9))
