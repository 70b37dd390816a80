"""A strip of tabs is turned by arrows and clicks, and gives way where it is narrow."""

from __future__ import annotations

import tkinter as tk
from collections.abc import Iterator
from itertools import pairwise

import pytest

from jsxh_desktop.ui.application import Application
from jsxh_desktop.ui.tabs import Tabs
from tests.ui.room import room

NAMES = ["基本情况", "下属单位", "人员"]


class Strip:
    """Tabs on the shared root, as wide as is wanted, and what they told."""

    def __init__(self, application: Application, width: int) -> None:
        self.turned: list[int] = []
        self.area = room(application.root, width)
        self.tabs = Tabs(application.theme, self.area, NAMES, self.turned.append)
        self.tabs.widget.pack(fill="x")
        application.root.update()

    @property
    def canvas(self) -> tk.Canvas:
        return self.tabs.widget

    def words(self) -> list[int]:
        return [item for item in self.canvas.find_all() if str(self.canvas.type(item)) == "text"]

    def press(self, x: int) -> None:
        self.canvas.event_generate("<Button-1>", x=x, y=10)
        self.canvas.update()

    def middle(self, number: int) -> int:
        left, _, right, _ = self.canvas.bbox(self.words()[number])
        return (left + right) // 2


@pytest.fixture
def strip(application: Application) -> Iterator[Strip]:
    made = Strip(application, 600)
    yield made
    made.area.destroy()


def test_a_click_on_a_name_turns_to_it(strip: Strip) -> None:
    strip.press(strip.middle(2))
    assert strip.turned == [2]
    assert strip.tabs.chosen == 2


def test_a_click_on_the_one_that_is_shown_or_beside_all_of_them_does_nothing(strip: Strip) -> None:
    strip.press(strip.middle(0))
    strip.press(590)
    assert strip.turned == []


def test_the_arrows_go_round(strip: Strip) -> None:
    strip.tabs.focus()
    strip.canvas.update()
    for key in ("<Left>", "<Right>", "<Right>"):
        strip.canvas.event_generate(key)
    assert strip.turned == [2, 0, 1]


def test_choosing_moves_no_other_name(strip: Strip) -> None:
    before = [strip.middle(number) for number in range(3)]
    strip.tabs.select(1)
    assert [strip.middle(number) for number in range(3)] == before


def test_a_longer_name_makes_room_for_itself(strip: Strip) -> None:
    before = strip.middle(1)
    strip.tabs.name(0, "基本情况 12/14")
    assert strip.middle(1) > before


@pytest.mark.parametrize("width", [220, 190])
def test_in_a_narrow_page_no_name_is_cut(application: Application, width: int) -> None:
    made = Strip(application, width)
    boxes = [made.canvas.bbox(item) for item in made.words()]
    made.area.destroy()
    assert boxes[-1][2] <= width
    assert all(one[2] <= other[0] for one, other in pairwise(boxes))
