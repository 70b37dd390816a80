"""Terms in the window: typed over, restored, added, printed too."""

from __future__ import annotations

import tkinter as tk
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.report_text import Term
from jsxh_desktop.ui.window import Window

pytestmark = pytest.mark.page("terms")

Press = Callable[..., None]
Write = Callable[[str], None]


def parts(area: tk.Misc) -> Iterator[Any]:
    for child in area.winfo_children():
        yield child
        yield from parts(child)


def open_page(window: Window) -> None:
    window.go("terms")
    window.root.update()


def click(window: Window, words: str) -> None:
    found = next(
        part
        for part in parts(window.widget)
        if part.winfo_class() in {"Label", "TButton"} and words in str(part["text"])
    )
    if found.winfo_class() == "TButton":
        found.invoke()
    else:
        found.event_generate("<Button-1>")
    window.root.update()


def own(window: Window) -> dict[str, str]:
    return {term.name: term.explanation for term in window.workspace.filing.terms}


FIRST = "一般公共预算财政拨款收入"
OWN = "科学技术（类）科学技术普及（款）科普活动（项）"


def test_a_given_explanation_is_typed_over(window: Window, press: Press, write: Write) -> None:
    open_page(window)
    press("<Control-a>", "<Delete>")
    write("指区财政拨给本单位的资金")
    press("<Return>")
    assert own(window)[FIRST] == "指区财政拨给本单位的资金"
    window.undo()
    assert FIRST not in own(window)


@pytest.mark.looks
def test_a_given_explanation_left_as_it_is_becomes_no_words_of_the_units(
    window: Window, press: Press
) -> None:
    before = own(window)
    open_page(window)
    press("<Return>", "<Shift-Return>")
    assert own(window) == before


def test_an_emptied_explanation_goes_back_to_the_given_one(window: Window, press: Press) -> None:
    kept = next(term for term in window.workspace.filing.terms if term.name == OWN)
    window.jump(Place(Term.explanation, kept.id))
    window.root.update()
    press("<Control-a>", "<Delete>", "<Return>")
    assert OWN not in own(window)


def test_restoring_is_one_click_and_one_step(window: Window) -> None:
    count = len(own(window))
    open_page(window)
    click(window, "恢复原文")
    assert len(own(window)) == count - 1
    assert window.workspace.turns()[0].startswith("恢复“")


def test_a_term_is_added_by_name_and_explained_at_once(
    window: Window, press: Press, write: Write
) -> None:
    open_page(window)
    click(window, "加一个名词")
    write("密集架")
    press("<Return>")
    write("指存放档案的书架")
    press("<Return>")
    assert own(window)["密集架"] == "指存放档案的书架"


@pytest.mark.looks
def test_a_term_that_prints_anyway_is_not_added_twice(
    window: Window, press: Press, write: Write
) -> None:
    before = own(window)
    open_page(window)
    click(window, "加一个名词")
    write(FIRST)
    press("<Return>")
    assert own(window) == before


def test_a_term_of_the_library_can_print_too(window: Window) -> None:
    open_page(window)
    click(window, "没有用到的")
    click(window, "也印出来")
    assert window.workspace.turns()[0] == "增加名词“政府性基金预算财政拨款收入”"
