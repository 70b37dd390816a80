"""Pages below one another: each has its place, and a pixel leads back to its very point."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from jsxh_desktop.app.page_stack import STEPS, Fit, Place, stacked, step

A4 = (595.0, 842.0)
LYING = (842.0, 595.0)
VIEW = (740, 560)
SIZES = st.lists(st.sampled_from([A4, LYING]), min_size=1, max_size=30)
ZOOMS = st.sampled_from([Fit.WIDTH, Fit.PAGE, 50, 100, 200])


def test_pages_fill_the_width_whichever_way_they_lie() -> None:
    stack = stacked([A4, LYING], Fit.WIDTH, VIEW, 20, 96 / 72)
    assert [sheet.width for sheet in stack.sheets] == [700, 700]


def test_a_whole_page_fits_into_the_view() -> None:
    stack = stacked([A4, LYING], Fit.PAGE, VIEW, 20, 96 / 72)
    assert all(sheet.height <= 520 and sheet.width <= 700 for sheet in stack.sheets)


@given(SIZES, ZOOMS)
def test_pages_never_overlap(sizes: list[tuple[float, float]], zoom: Fit | int) -> None:
    sheets = stacked(sizes, zoom, VIEW, 20, 96 / 72).sheets
    assert all(a.bottom < b.top for a, b in pairwise(sheets))


@given(SIZES, ZOOMS, st.integers(0, 29), st.floats(0.1, 0.9))
def test_a_pixel_leads_back_to_its_point(
    sizes: list[tuple[float, float]], zoom: Fit | int, number: int, part: float
) -> None:
    stack = stacked(sizes, zoom, VIEW, 20, 96 / 72)
    page = number % len(sizes)
    sheet = stack.sheets[page]
    x, y = sizes[page][0] * part, sizes[page][1] * part
    found = stack.place(sheet.left + x * sheet.scale, sheet.top + y * sheet.scale)
    assert found
    assert found.page == page
    assert abs(found.x - x) + abs(found.y - y) < 1e-6


@given(SIZES, ZOOMS, ZOOMS, st.floats(0, 1))
def test_another_size_keeps_the_place(
    sizes: list[tuple[float, float]], zoom: Fit | int, other: Fit | int, part: float
) -> None:
    before, after = (stacked(sizes, each, VIEW, 20, 96 / 72) for each in (zoom, other))
    top = part * max(0, before.height - VIEW[1])
    anchor = before.anchor(top)
    if after.top_of(anchor) < after.height - VIEW[1]:
        assert after.anchor(after.top_of(anchor)).page == anchor.page or anchor.y < 0


def test_the_last_page_is_current_at_the_end() -> None:
    stack = stacked([A4] * 3, Fit.WIDTH, VIEW, 20, 96 / 72)
    assert stack.current(stack.height - VIEW[1]) == 2
    assert stack.current(0) == 0


def test_a_place_on_a_page_that_is_gone_is_the_last_page() -> None:
    stack = stacked([A4] * 2, Fit.WIDTH, VIEW, 20, 96 / 72)
    assert stack.page_at(stack.top_of(Place(9, 0, 0))) == 1


def test_sizes_go_step_by_step_and_end() -> None:
    assert step(87.3, 1) == 100
    assert step(87.3, -1) == 75
    assert step(STEPS[-1], 1) == STEPS[-1]
    assert step(STEPS[0], -1) == STEPS[0]
