"""Words side by side are chosen by a click and share the room there is."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest

from jsxh_desktop.ui.application import Application
from jsxh_desktop.ui.segments import Segments
from tests.ui.room import room

WORDS = ("一级预算单位", "二级预算单位", "未填")


class Strip:
    """Segments on the shared root, as wide as is wanted, and what they told."""

    def __init__(self, application: Application, width: int) -> None:
        self.pressed: list[int] = []
        self.colours = application.theme.palette
        self.area = room(application.root, width)
        self.segments = Segments(application.theme, self.area, WORDS, self.pressed.append)
        self.segments.widget.pack(fill="x")
        application.root.update()

    def press(self, x: int) -> None:
        self.segments.widget.event_generate("<Button-1>", x=x, y=10)
        self.segments.widget.update()

    @property
    def grounds(self) -> list[tuple[float, float, str]]:
        """Left and right edge and colour of each."""
        canvas = self.segments.widget
        found = (item for item in canvas.find_all() if str(canvas.type(item)) == "rectangle")
        return [
            (*canvas.coords(item)[::2], str(canvas.itemcget(item, "fill")))  # type: ignore[misc]  # two
            for item in found
        ]


@pytest.fixture
def strip(application: Application) -> Iterator[Strip]:
    made = Strip(application, 500)
    yield made
    made.area.destroy()


@pytest.mark.parametrize("number", range(3))
def test_a_click_tells_the_word_it_is_on(strip: Strip, number: int) -> None:
    left, right, _ = strip.grounds[number]
    strip.press(int(left + right) // 2)
    assert strip.pressed == [number]


def test_a_click_marks_nothing_by_itself(strip: Strip) -> None:
    strip.press(300)
    assert strip.segments.chosen == 0


def test_together_they_take_the_room_there_is(strip: Strip) -> None:
    edges = [(left, right) for left, right, _ in strip.grounds]
    assert all(other[0] - one[1] == 1 for one, other in pairwise(edges))
    border = int(strip.segments.widget["highlightthickness"])
    assert (edges[0][0], edges[-1][1]) == (border, 500 - border)


def test_the_chosen_one_alone_is_filled(strip: Strip) -> None:
    strip.segments.select(1)
    colours = strip.colours
    shown = [colour for *_, colour in strip.grounds]
    assert shown == [colours.surface, colours.primary, colours.surface]


def test_no_choice_is_marked_faintly(strip: Strip) -> None:
    strip.segments.select(2, is_faint=True)
    assert [colour for *_, colour in strip.grounds][2] == strip.colours.tint
