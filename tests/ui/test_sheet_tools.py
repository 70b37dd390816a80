"""Signs at the caret, the library of indicators, and last year's goals on a sheet."""

from __future__ import annotations

import dataclasses
import tkinter as tk
from collections.abc import Callable

import pytest

from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.project import Goal, Project
from jsxh_desktop.ui.evaluation_view import EvaluationView
from jsxh_desktop.ui.window import Window
from tests.ui.sheets import go_to, goals, indicator, opened

pytestmark = pytest.mark.page("projects")

Press = Callable[..., None]
Write = Callable[[str], None]


@pytest.fixture
def sheet(window: Window) -> EvaluationView:
    """The sheet of the first project, on a form without scores."""
    return opened(window)


# Signs.


def test_a_sign_comes_where_the_caret_is(
    window: Window, sheet: EvaluationView, press: Press
) -> None:
    window.jump(Place(Goal.done, 1))
    window.root.update()
    box = sheet.top.goals.rows[0].inputs[Goal.done].box
    box.mark_set("insert", "1.2")
    press("<Alt-Key-4>")
    assert box.get("1.0", "end-1c") == "印发㎡科普宣传资料1万册"
    assert window.root.focus_get() is box


def test_a_sign_opens_the_cell_it_goes_to(
    window: Window, sheet: EvaluationView, press: Press
) -> None:
    go_to(window, sheet, 2, "完成值")
    press("<Alt-Key-5>", "<Return>")
    assert indicator(window, 2).actual == "2％"


def test_a_sign_goes_into_a_line_of_text_of_any_page(
    window: Window, sheet: EvaluationView, press: Press
) -> None:
    window.jump(Place(Project.name, 1))
    window.root.update()
    press("<Alt-Key-7>")
    focused = window.root.focus_get()
    assert isinstance(focused, tk.Entry)
    assert focused.get() == "〔"  # the name was selected, as it is when a field is entered


# The library.


def test_what_is_ticked_comes_as_one_step_behind_its_class(
    window: Window, sheet: EvaluationView, press: Press
) -> None:
    before = window.workspace.filing
    sheet.head.buttons[3].invoke()
    window.root.update()
    assert sheet.library is not None
    press("<Return>", "<Key-space>", "<Down>", "<Key-space>", "<Return>")
    assert len(window.workspace.filing.indicators) == len(before.indicators) + 2
    assert sheet.grid.source.rows[5].cells[1] == "天府科技云服务中心人员办公经费"
    window.undo()
    assert window.workspace.filing == before


@pytest.mark.looks
def test_escape_gives_the_focus_back_to_the_indicators(
    window: Window, sheet: EvaluationView, press: Press
) -> None:
    sheet.head.buttons[3].invoke()
    window.root.update()
    press("<Escape>")
    assert sheet.library is None
    assert window.root.focus_get() is sheet.grid.editor.box


@pytest.mark.looks
def test_the_library_narrows_while_it_is_typed_in(
    window: Window, sheet: EvaluationView, write: Write
) -> None:
    sheet.head.buttons[3].invoke()
    window.root.update()
    assert sheet.library is not None
    write("没有这样的指标")
    assert sheet.library.tree.get_children() == ()


def test_the_goals_of_last_year_come_over(window: Window, sheet: EvaluationView) -> None:
    filing = window.workspace.filing
    goal = Goal(1, "办科普讲座", "办了", id=1)
    earlier = dataclasses.replace(filing, year=2020, goals=(goal,), indicators=())
    assert window.workspace.begin(dataclasses.replace(earlier, before=None))
    window.workspace.switch(2021)
    sheet = opened(window)
    sheet.head.buttons[2].invoke()
    window.root.update()
    assert goals(window)[-1] == "办科普讲座"
