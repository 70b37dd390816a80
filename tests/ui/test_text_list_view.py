"""A list of texts in the window: Enter adds, Backspace removes, pasted lines become items."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from jsxh_desktop.domain.organization import Duty, KeyWork
from jsxh_desktop.domain.place import Place
from jsxh_desktop.ui.window import Window

pytestmark = pytest.mark.page("duties")

Press = Callable[..., None]
Write = Callable[[str], None]


def texts(window: Window) -> list[str]:
    return [duty.text for duty in window.workspace.filing.duties]


def go_to(window: Window, number: int) -> None:
    window.jump(Place(Duty.text, window.workspace.filing.duties[number - 1].id))
    window.root.update()


def paste(window: Window, text: str) -> None:
    window.root.clipboard_clear()
    window.root.clipboard_append(text)
    focused = window.root.focus_get()
    assert focused is not None
    focused.event_generate("<<Paste>>")
    window.root.update()


def test_enter_opens_a_text_below_and_what_is_written_comes_into_the_list(
    window: Window, press: Press, write: Write
) -> None:
    go_to(window, 2)
    press("<Return>")
    write("承办其他事项")
    press("<Return>")
    assert texts(window)[2] == "承办其他事项"
    assert window.workspace.turns()[0] == "增加第 3 项主要职能"


@pytest.mark.looks
def test_a_new_text_left_blank_leaves_no_trace(window: Window, press: Press) -> None:
    before = texts(window)
    go_to(window, 2)
    press("<Return>")
    go_to(window, 1)
    assert texts(window) == before
    assert window.workspace.turns()[0] == ""


def test_pasted_lines_become_texts_in_one_step(window: Window, press: Press) -> None:
    before = texts(window)
    go_to(window, 1)
    press("<Return>")
    paste(window, "1.甲\n2.乙\n3.丙\n")
    assert texts(window)[1:4] == ["甲", "乙", "丙"]
    window.undo()
    assert texts(window) == before


def test_pasted_lines_go_where_the_caret_is(window: Window) -> None:
    first = texts(window)[0]
    go_to(window, 1)
    paste(window, "\n甲\n乙")
    assert texts(window)[:2] == [first + "甲", "乙"]


def test_alt_arrows_move_a_text_and_the_caret_goes_along(window: Window, press: Press) -> None:
    first, second, *_ = texts(window)
    go_to(window, 2)
    focused = window.root.focus_get()
    press("<Alt-Up>")
    assert texts(window)[:2] == [second, first]
    assert window.root.focus_get() is focused


def test_backspace_in_an_emptied_text_removes_it(window: Window, press: Press) -> None:
    count = len(texts(window))
    go_to(window, 2)
    press("<Control-a>", "<BackSpace>", "<BackSpace>")
    assert len(texts(window)) == count - 1
    window.undo()
    assert len(texts(window)) == count


def test_undo_in_a_text_takes_back_what_is_being_written(
    window: Window, press: Press, write: Write
) -> None:
    before = texts(window)
    go_to(window, 1)
    write("。再写几句")
    window.undo()
    assert texts(window) == before
    go_to(window, 2)
    assert texts(window) == before


@pytest.mark.looks
def test_a_jump_opens_the_tab_that_holds_the_text(window: Window) -> None:
    work = window.workspace.filing.key_work[0]
    window.jump(Place(KeyWork.text, work.id))
    window.root.update()
    focused = window.root.focus_get()
    assert focused is not None
    assert focused.get("1.0", "end-1c") == work.text  # type: ignore[attr-defined]  # a Text


def test_tab_follows_the_texts_as_they_stand(window: Window, press: Press) -> None:
    second = texts(window)[1]
    go_to(window, 2)
    press("<Alt-Up>", "<Alt-Down>", "<Shift-Tab>", "<Tab>")
    focused = window.root.focus_get()
    assert focused is not None
    assert focused.get("1.0", "end-1c") == second  # type: ignore[attr-defined]  # a Text
