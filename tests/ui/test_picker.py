"""The list that F4 or a double click opens at a cell: offered, taken, closed."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from jsxh_desktop.ui.grid_view import GridView
from jsxh_desktop.ui.window import Window

pytestmark = pytest.mark.page("income")

Press = Callable[..., None]
CODE, NAME, SOURCE, FINAL, LAST = range(5)


def test_f4_offers_and_enter_takes(window: Window, grid: GridView, press: Press) -> None:
    grid.select((0, NAME))
    press("<F4>", "y", "l")
    picker = grid.commands.picker
    assert picker is not None
    assert "2101101" in [offer.text for offer in picker.offers]
    while picker.chosen != "2101101":
        press("<Down>")
    press("<Return>")
    assert window.workspace.filing.income[0].functional == "2101101"
    assert window.root.focus_get() is grid.editor.box


@pytest.mark.looks
def test_escape_closes_the_picker_and_gives_the_keys_back(
    window: Window, grid: GridView, press: Press
) -> None:
    press("<F4>", "<Escape>")
    assert grid.commands.picker is not None
    assert not grid.commands.picker.is_open
    assert window.root.focus_get() is grid.editor.box


@pytest.mark.looks
def test_a_double_click_on_a_name_opens_the_list_and_leaves_it_open(
    window: Window, grid: GridView
) -> None:
    x, y, _, _ = grid.cells.bounds((1, NAME))
    canvas = grid.cells.canvas
    for event in ("<Button-1>", "<ButtonRelease-1>") * 2:
        canvas.event_generate(event, x=x + 9, y=y + 9)
        window.root.update()
    picker = grid.commands.picker
    assert picker is not None
    assert picker.is_open
    assert window.root.focus_get() is picker.entry
    picker.close()


@pytest.mark.looks
def test_the_list_goes_when_another_page_is_gone_to(
    window: Window, grid: GridView, press: Press
) -> None:
    press("<F4>", "<Control-Next>")
    assert window.page == "expenditure"
    assert grid.commands.picker is not None
    assert not grid.commands.picker.is_open
