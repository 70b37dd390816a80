"""What one looks into now and then is reached by the keys and by a click."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from jsxh_desktop.ui.application import Application
from jsxh_desktop.ui.navigation_foot import NavigationFoot
from tests.ui.room import room

Press = Callable[..., None]


class Foot:
    """It on the shared root, and where it went."""

    def __init__(self, application: Application) -> None:
        self.gone: list[str] = []
        self.area = room(application.root, 224)
        self.canvas = NavigationFoot(application.theme, self.area, self.gone.append).widget
        self.canvas.pack(fill="x")
        application.root.update()

    def drawn(self, kind: str) -> list[int]:
        return [item for item in self.canvas.find_all() if str(self.canvas.type(item)) == kind]


@pytest.fixture
def foot(application: Application) -> Iterator[Foot]:
    made = Foot(application)
    yield made
    made.area.destroy()


@pytest.mark.parametrize(("number", "page"), [*enumerate(("history", "settings", "help"))])
def test_a_click_on_a_name_goes_there(foot: Foot, number: int, page: str) -> None:
    x, y = foot.canvas.coords(foot.drawn("text")[number])
    foot.canvas.event_generate("<Button-1>", x=int(x) + 5, y=int(y))
    assert foot.gone == [page]


def test_a_click_beside_the_names_goes_nowhere(foot: Foot) -> None:
    foot.canvas.event_generate("<Button-1>", x=222, y=10)
    assert foot.gone == []


def test_the_arrows_walk_round_and_enter_goes(foot: Foot, press: Press) -> None:
    foot.canvas.focus_set()
    foot.canvas.update()
    press("<Left>", "<Return>", "<Right>", "<space>")
    assert foot.gone == ["help", "history"]


def test_an_edge_shows_where_the_keys_are(foot: Foot) -> None:
    without = len(foot.drawn("rectangle"))
    foot.canvas.focus_set()
    foot.canvas.update()
    assert len(foot.drawn("rectangle")) == without + 1


def test_all_three_have_room(foot: Foot) -> None:
    assert foot.canvas.bbox(foot.drawn("text")[-1])[2] <= 224
