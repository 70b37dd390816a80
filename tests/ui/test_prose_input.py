"""Running text in the window: it grows, Tab goes on, undo shows what was there before."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from jsxh_desktop.domain.organization import Staffing
from jsxh_desktop.domain.place import Place
from jsxh_desktop.ui.window import Window

Press = Callable[..., None]
Write = Callable[[str], None]
OVER = Place(Staffing.over_establishment)


@pytest.fixture
def text(window: Window) -> Any:
    """The text of a form, with the caret in it."""
    window.jump(OVER)
    window.root.update()
    return window.root.focus_get()


def test_undo_takes_back_what_was_just_kept_though_the_caret_is_still_there(
    window: Window, text: Any, press: Press, write: Write
) -> None:
    before = window.workspace.filing.staffing.over_establishment
    write("区委调入两人")
    window.undo()
    assert text.get("1.0", "end-1c") == before
    press("<Return>")
    assert window.workspace.filing.staffing.over_establishment == before


@pytest.mark.looks
def test_tab_goes_on_and_puts_nothing_into_the_text(
    window: Window, text: Any, press: Press
) -> None:
    before = text.get("1.0", "end-1c")
    press("<Tab>")
    assert window.root.focus_get() is not text
    assert text.get("1.0", "end-1c") == before


def test_control_enter_breaks_a_line(window: Window, text: Any, press: Press, write: Write) -> None:
    write("甲")
    press("<Control-Return>")
    write("乙")
    press("<Return>")
    assert window.workspace.filing.staffing.over_establishment.endswith("甲\n乙")


@pytest.mark.looks
def test_a_text_grows_up_to_eight_lines(window: Window, text: Any, write: Write) -> None:
    write("字\n" * 20)
    window.root.update()
    assert int(text["height"]) == 8


def test_what_is_pasted_takes_the_place_of_what_is_selected(
    window: Window, text: Any, press: Press, write: Write
) -> None:
    write("旧的话")
    window.root.clipboard_clear()
    window.root.clipboard_append("新的话\r\n第二段")
    press("<Control-a>", "<Control-v>", "<Return>")
    assert window.workspace.filing.staffing.over_establishment == "新的话\n第二段"
