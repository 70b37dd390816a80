"""Reasons in the window: asked for as figures move, written, folded, undone."""

from __future__ import annotations

import tkinter as tk
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from jsxh_desktop.domain.change import Put
from jsxh_desktop.domain.expenditure import ExpenditureLine, Variance
from jsxh_desktop.domain.money import Money, wan
from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.prior_year import PriorYear
from jsxh_desktop.domain.report_text import Reasons
from jsxh_desktop.ui.window import Window

pytestmark = pytest.mark.page("reasons")

Press = Callable[..., None]
Write = Callable[[str], None]


def parts(area: tk.Misc) -> Iterator[tk.Misc]:
    for child in area.winfo_children():
        yield child
        yield from parts(child)


def words(window: Window) -> list[str]:
    """What the labels of the page say that can be seen."""
    found: list[Any] = [part for part in parts(window.widget) if part.winfo_viewable()]
    return [part["text"] for part in found if part.winfo_class() == "Label"]


def press_tab(window: Window, name: str) -> None:
    strips = (part for part in parts(window.widget) if isinstance(part, tk.Canvas))
    words = ((strip, item) for strip in strips for item in strip.find_all())
    strip, item = next(
        (strip, item)
        for strip, item in words
        if str(strip.type(item)) == "text" and strip.itemcget(item, "text").startswith(name)
    )
    left, top, right, bottom = strip.bbox(item)
    strip.event_generate("<Button-1>", x=(left + right) // 2, y=(top + bottom) // 2)


def go_to(window: Window, place: Place) -> None:
    window.jump(place)
    window.root.update()


def differing(window: Window) -> ExpenditureLine:
    """An item that spent less than was planned."""
    line = next(each for each in window.workspace.filing.expenditure if each.functional)
    window.workspace.apply("", [Put(ExpenditureLine.full_year_budget, wan("9.00"), line.id)])
    window.go("reasons")
    window.root.update()
    press_tab(window, "预决算差异")
    window.root.update()
    window.focus()
    window.root.update()
    return line


def test_a_reason_is_kept_when_enter_goes_on(window: Window, press: Press, write: Write) -> None:
    go_to(window, Place(Reasons.adjustment))
    write("年中追加调资经费")
    press("<Return>")
    assert window.workspace.filing.reasons.adjustment == "年中追加调资经费"
    assert window.workspace.turns()[0] == "修改年中预算调整原因"


def test_a_figure_of_last_year_brings_up_the_reason_it_owes(
    window: Window, press: Press, write: Write
) -> None:
    go_to(window, Place(PriorYear.overseas))
    write("1.00")
    press("<Return>")
    assert window.workspace.filing.prior_year.overseas == wan("1.00")
    write("本年未安排因公出国（境）")
    press("<Return>")
    assert window.workspace.filing.reasons.overseas == "本年未安排因公出国（境）"


def test_a_figure_that_did_not_move_is_folded_and_found_again(
    window: Window, press: Press, write: Write
) -> None:
    go_to(window, Place(PriorYear.overseas))
    write("0")
    press("<Return>")
    assert window.workspace.filing.prior_year.overseas == Money()
    window.root.update()
    assert any(text.startswith("不要求写的 1 项") for text in words(window))
    assert "因公出国（境）费" not in words(window)
    go_to(window, Place(PriorYear.overseas))
    assert "因公出国（境）费" in words(window)


@pytest.mark.looks
def test_what_is_missing_is_said_while_a_figure_is_blank(window: Window) -> None:
    window.go("reasons")
    window.root.update()
    assert "还缺“上年公务用车购置及运行维护费”，填上才知道要不要写原因" in words(window)


def test_an_item_that_differs_gets_its_record_with_the_first_words(
    window: Window, press: Press, write: Write
) -> None:
    line = differing(window)
    write("按进度支付")
    press("<Return>")
    (kept,) = window.workspace.filing.variances
    assert (kept.functional, kept.reason) == (line.functional, "按进度支付")
    window.undo()
    assert window.workspace.filing.variances == ()


def test_the_reason_of_an_item_goes_with_its_words(
    window: Window, press: Press, write: Write
) -> None:
    differing(window)
    write("按进度支付")
    press("<Return>")
    (kept,) = window.workspace.filing.variances
    go_to(window, Place(Variance.reason, kept.id))
    press("<Control-a>", "<Delete>", "<Return>")
    assert window.workspace.filing.variances == ()
