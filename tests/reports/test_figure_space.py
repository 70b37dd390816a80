"""A figure takes nine lines of the text grid, and eight where that saves the turn of a page."""

from __future__ import annotations

import pytest

from jsxh_desktop.reports.compose import compose
from jsxh_desktop.reports.style import CLOSE_FIGURE, FIGURE, PITCH, TOP, FigureSpace
from tests.reports.pages import FACES, paragraph
from tests.reports.pages import FIGURE as BLOCK


@pytest.mark.parametrize(("lines_before", "pages"), [(12, [1]), (13, [1]), (14, [1]), (15, [0, 1])])
def test_a_figure_stays_where_eight_lines_are_left(lines_before: int, pages: list[int]) -> None:
    composed = compose([paragraph(lines_before), BLOCK], FACES)
    assert [len(page.drawings) for page in composed] == pages


@pytest.mark.parametrize(("lines_before", "space"), [(13, FIGURE), (14, CLOSE_FIGURE)])
def test_a_figure_is_set_closer_only_where_it_must(lines_before: int, space: FigureSpace) -> None:
    (page,) = compose([paragraph(lines_before), BLOCK], FACES)
    assert page.drawings[0].y == pytest.approx(TOP + lines_before * PITCH + space.top)
