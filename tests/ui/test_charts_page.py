"""The charts in the window: drawn beside it, turned by arrows, led back to their figures, saved."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from jsxh_desktop.app.chart_model import ShownChart
from jsxh_desktop.domain.money import wan
from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.prior_year import PriorYear
from jsxh_desktop.domain.three_public import ThreePublic
from jsxh_desktop.ui.charts_page import ChartsPage
from jsxh_desktop.ui.window import Window

pytestmark = pytest.mark.page("charts")

Press = Callable[..., None]


@pytest.fixture
def page(window: Window) -> ChartsPage:
    """The charts on the desk, the first one drawn."""
    window.go("charts")
    view: Any = window._views["charts"]  # noqa: SLF001 - what stands on the desk
    drawn(window, view)
    assert isinstance(view, ChartsPage)
    return view


def drawn(window: Window, page: Any) -> None:
    """Wait until the picture is the one that is wanted."""
    until(window, lambda: page.chart.is_drawn)


def until(window: Window, so: Callable[[], bool]) -> None:
    for _ in range(400):
        window.root.update()
        if so():
            return
        time.sleep(0.01)
    pytest.fail("nothing came of it")


def shown(page: ChartsPage) -> ShownChart:
    assert page.shown
    return page.shown


@pytest.mark.looks
def test_arrows_turn_to_the_next_chart(window: Window, page: ChartsPage, press: Press) -> None:
    press("<Right>")
    assert shown(page).caption.startswith("图2")
    press("<Left>", "<Left>")
    assert shown(page).caption.startswith("图7")


def test_a_change_is_drawn_at_once_where_it_shows(window: Window, page: ChartsPage) -> None:
    window.workspace.edit(Place(PriorYear.total), wan("100"))
    assert shown(page).rows[0].cells[0] == "100.00"
    drawn(window, page)


@pytest.mark.looks
def test_the_unit_of_view_is_the_unit_of_the_chart(window: Window, page: ChartsPage) -> None:
    window.show_unit("元")
    assert shown(page).heads[0] == "元"
    window.show_unit("万元")


def test_a_bar_clicked_twice_leads_to_its_figure(window: Window, page: ChartsPage) -> None:
    for _ in range(6):
        page.turn(1)
    drawn(window, page)
    for _ in range(2):
        page.chart.area.event_generate("<Button-1>", x=360, y=200)
        page.chart.area.event_generate("<ButtonRelease-1>", x=360, y=200)
    window.root.update()
    assert window.page == "three_public"


def test_without_anything_to_draw_the_sentence_stands_there(
    window: Window, page: ChartsPage
) -> None:
    window.workspace.edit(Place(ThreePublic.reception_domestic), wan("0"))
    page.turn(-1)
    assert page.chart.area["text"] == "（本年度无此项支出，不作图）"
    assert all(button.instate(["disabled"]) for button in page.buttons)


def test_a_picture_is_saved_and_never_over_another(
    window: Window, page: ChartsPage, press: Press
) -> None:
    page.buttons[-1].invoke()
    press("<Return>")
    saved = window.workspace.path.with_name("图1 收、支决算总计变动情况图.png")
    until(window, saved.exists)
    with Image.open(saved) as image:
        assert image.format == "PNG"
    page.buttons[-1].invoke()
    press("<Return>")
    press("<space>")  # 换个名字 has the focus
    press("<Return>")
    second = Path(str(saved).replace(".png", "（2）.png"))
    until(window, second.exists)
