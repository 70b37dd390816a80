"""The head of a page keeps its buttons whole; the words beside the title give way."""

from __future__ import annotations

import tkinter as tk
from collections.abc import Callable, Iterator

import pytest

from jsxh_desktop.ui.application import Application
from jsxh_desktop.ui.page_head import PageHead
from tests.ui.room import room

SAID = "印在基本支出决算表　·　单位：万元　·　灰色列自动算出，不用填"
ACTIONS = (("从表格粘贴", "clipboard", int), ("加一行", "plus-lg", int), ("选科目", "book", int))

Made = Callable[[int], PageHead]


@pytest.fixture
def head(application: Application) -> Iterator[Made]:
    """A head of a width."""
    areas: list[tk.Frame] = []

    def make(width: int) -> PageHead:
        areas.append(room(application.root, width))
        made = PageHead(application.theme, areas[-1], "基本支出决算", SAID, ACTIONS)
        application.root.update()
        return made

    yield make
    for area in areas:
        area.destroy()


def beside(head: PageHead) -> str:
    """The words beside the title."""
    head.widget.update()
    _, said = (each for each in head.widget.winfo_children() if isinstance(each, tk.Label))
    return str(said["text"])


def are_whole(head: PageHead) -> bool:
    return all(button.winfo_width() >= button.winfo_reqwidth() for button in head.buttons)


def test_all_of_it_stands_where_there_is_room(head: Made) -> None:
    made = head(1100)
    assert beside(made) == SAID
    assert are_whole(made)


def test_without_room_the_words_are_cut_and_the_buttons_whole(head: Made) -> None:
    made = head(640)
    assert SAID.replace("　", " ").startswith(beside(made)[:5])
    assert beside(made).endswith("…")
    assert are_whole(made)


def test_the_words_are_whole_again_when_a_button_goes(head: Made) -> None:
    made = head(840)
    assert beside(made).endswith("…")
    for place in range(len(ACTIONS)):
        made.offer(place, offered=False)
    assert beside(made) == SAID


def test_the_first_button_stands_at_the_left(head: Made) -> None:
    places = [button.winfo_x() for button in head(1100).buttons]
    assert places == sorted(places)
