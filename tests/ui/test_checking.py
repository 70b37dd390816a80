"""Findings in the window: listed, narrowed, gone to, put right, accounted for, marked at fields."""

from __future__ import annotations

import tkinter as tk
from collections.abc import Callable
from typing import Any

import pytest

from jsxh_desktop.app.check_list import Tab
from jsxh_desktop.app.check_model import Row, Severity, State, count
from jsxh_desktop.domain.organization import Organization, Staffing
from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.three_public import Reception, ThreePublic
from jsxh_desktop.ui.checking import Checking
from jsxh_desktop.ui.finding_list import ROW
from jsxh_desktop.ui.findings_view import LOOKING
from jsxh_desktop.ui.pointing import lead
from jsxh_desktop.ui.window import Window
from tests.ui.checked import SOON, press_button, settle, wait, words

Press = Callable[..., None]
Write = Callable[[str], None]
STAFF = "在职7人，比编制5名多2人，没有说明原因"
POSTS = Place(Staffing.over_establishment)


@pytest.fixture
def checks(window: Window) -> Checking:
    """What the window says of the sample."""
    return settle(window).checks


def find(checks: Checking, beginning: str) -> Row:
    return next(row for row in checks.checker.rows if row.sentence.startswith(beginning))


def mark(checks: Checking, beginning: str) -> Row:
    """Walk to a row, going nowhere; as tall as it gets."""
    if not checks.list.is_tall:
        checks.list.grow()
    shown = checks.list.list
    for _ in shown.rows:
        row = shown.step(1)
        if row and row.sentence.startswith(beginning):
            shown.canvas.update()
            return row
    raise AssertionError(f"no {beginning}")


def click(checks: Checking, beginning: str) -> None:
    shown = checks.list.list
    place = [row.sentence.startswith(beginning) for row in shown.rows].index(True)
    shown.canvas.event_generate("<Button-1>", x=200, y=place * ROW + ROW // 2)
    shown.canvas.update()


def test_the_findings_of_the_rules_come_a_moment_after_the_window(watched: Window) -> None:
    wait(watched, lambda: watched.checker.is_current)
    checks = watched.checks
    assert count(checks.checker.rows, Severity.ERROR) == 0
    assert STAFF in [row.sentence for row in checks.list.list.rows]


def test_a_check_made_before_its_time_is_not_made_again(
    window: Window, press: Press, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[bool] = []
    monkeypatch.setattr(window.checker, "look", lambda: looked.append(True))
    window.checks.changed(SOON)
    press("<F9>")
    later = tk.BooleanVar(window.root)
    window.root.after(2 * SOON, later.set, True)
    window.root.wait_variable(later)
    assert looked == [True]


def test_the_head_of_a_page_counts_as_the_navigation_does(watched: Window) -> None:
    page = watched.go("three_public")
    wait(watched, lambda: watched.checker.is_current)
    state = watched.checker.states["three_public"]
    assert any(said.endswith(state.words) for said in words(page.widget))
    watched.workspace.leave(Place(ThreePublic.reception_domestic), "")
    wait(watched, lambda: watched.checker.is_current)
    fewer = watched.checker.states["three_public"]
    assert fewer.filled == state.filled - 1
    assert any(said.endswith(fewer.words) for said in words(page.widget))


@pytest.mark.looks
@pytest.mark.parametrize(("is_known", "said"), [(False, LOOKING), (True, "没有发现错误")])
def test_nothing_is_called_right_before_it_was_looked_at(
    checks: Checking, said: str, *, is_known: bool
) -> None:
    checks.list.show((), "income", is_known=is_known)
    assert said in words(checks.list.widget)


def test_a_change_is_examined_by_itself(window: Window, checks: Checking) -> None:
    window.workspace.leave(POSTS, "工勤人员不占编制")
    wait(window, lambda: checks.checker.is_current)
    assert STAFF not in [row.sentence for row in checks.checker.rows]


def test_a_text_that_does_not_read_is_listed_at_once(window: Window, checks: Checking) -> None:
    window.workspace.leave(Place(ThreePublic.running), "零点八")
    window.check()
    assert find(checks, "公务用车运行维护费决算写的是“零点八”").severity is Severity.ERROR


@pytest.mark.looks
def test_f8_goes_to_the_very_field(window: Window, checks: Checking, press: Press) -> None:
    window.go("organization")
    press("<F8>")
    view: Any = window.go("organization", POSTS)
    assert (window.page, view.topic()) == ("organization", "Staffing.over_establishment")


@pytest.mark.looks
def test_a_click_on_a_row_goes_to_its_page(window: Window, checks: Checking) -> None:
    window.go("organization")
    click(checks, STAFF)
    assert window.go("organization", POSTS).topic() == "Staffing.over_establishment"


@pytest.mark.looks
def test_the_words_a_finding_means_are_selected(window: Window, checks: Checking) -> None:
    lead(window, find(checks, "写“全员8人”"))

    def selected() -> str:
        box = window.root.focus_get()
        ranges = box.tag_ranges("sel") if isinstance(box, tk.Text) else ()
        return box.get(*ranges) if isinstance(box, tk.Text) and ranges else ""

    wait(window, selected)
    assert selected() == "全员8人"


@pytest.mark.looks
def test_enter_goes_from_the_list_and_escape_back_to_the_desk(
    window: Window, checks: Checking, press: Press
) -> None:
    window.go("terms")
    checks.list.focus()
    assert window.root.focus_get() is checks.list.list.canvas
    press("<Escape>")
    assert window.root.focus_get() is not checks.list.list.canvas
    checks.list.focus()
    row = checks.list.list.current
    assert row
    press("<Return>")
    assert window.page == row.page != "terms"


@pytest.mark.looks
def test_the_list_is_narrowed_by_what_is_searched(
    window: Window, checks: Checking, write: Write
) -> None:
    checks.list.filter.box.focus_force()
    window.root.update()
    write("c31")
    assert [row.sentence for row in checks.list.list.rows] == [STAFF]
    checks.list.filter.box.event_generate("<Escape>")
    assert len(checks.list.list.rows) > 1


@pytest.mark.looks
def test_only_one_severity_is_listed_when_asked_for(window: Window, checks: Checking) -> None:
    checks.list.filter.only(Severity.INFO)
    assert {row.severity for row in checks.list.list.rows} == {Severity.INFO}
    checks.list.filter.only(Severity.INFO)
    assert len({row.severity for row in checks.list.list.rows}) > 1


@pytest.mark.looks
def test_tall_the_list_tells_the_rule_and_both_figures(checks: Checking) -> None:
    mark(checks, "写“全员8人”")
    said = words(checks.list.detail.widget)
    assert "C33 人数全文一致" in said
    assert "在职行政人员（单位概况）" in said


@pytest.mark.looks
def test_the_other_button_tells_of_a_row_and_goes_nowhere(window: Window, checks: Checking) -> None:
    window.go("income")
    checks.list.list.canvas.event_generate("<Button-3>", x=200, y=ROW + ROW // 2)
    window.root.update()
    assert checks.list.is_tall
    assert checks.list.list.current is not None
    assert window.page == "income"


@pytest.mark.looks
def test_the_list_closes_and_opens_by_its_key(checks: Checking, press: Press) -> None:
    press("<Control-M>")
    assert not checks.list.is_open
    press("<Control-M>")
    assert checks.list.is_open


def test_an_account_is_written_in_one_line_and_undone_in_one_step(
    window: Window, checks: Checking, press: Press, write: Write
) -> None:
    mark(checks, STAFF)
    press_button(checks.list.detail.widget, "核实…")
    write("工勤人员不占编制")
    press("<Return>")
    settle(window)
    row = find(checks, STAFF)
    assert row.state is State.REVIEWED
    assert window.workspace.turns()[0] == "核实 C31 编制与在职"
    window.undo()
    settle(window)
    assert find(checks, STAFF).state is State.OPEN


@pytest.mark.looks
def test_an_account_without_a_reason_is_not_taken(
    window: Window, checks: Checking, press: Press
) -> None:
    mark(checks, STAFF)
    press_button(checks.list.detail.widget, "核实…")
    press("<Return>")
    assert any("写一句为什么没有问题" in each for each in words(checks.list.detail.widget))
    press("<Escape>")
    assert window.workspace.filing.reviews == ()


def test_an_account_can_be_taken_back(
    window: Window, checks: Checking, press: Press, write: Write
) -> None:
    mark(checks, STAFF)
    press_button(checks.list.detail.widget, "核实…")
    write("核对过")
    press("<Return>")
    settle(window)
    checks.list.filter.turn(Tab.REVIEWED)
    mark(checks, STAFF)
    press_button(checks.list.detail.widget, "取消核实")
    settle(window)
    assert find(checks, STAFF).state is State.OPEN


def test_one_click_puts_right_what_the_rule_knows(window: Window, checks: Checking) -> None:
    mark(checks, "除全称、简称外，单位还被称作“区科协”")
    press_button(checks.list.detail.widget, "改正")
    settle(window)
    assert "区科协" not in {row.words for row in checks.checker.rows}
    assert window.workspace.turns()[0] == "统一写成“朝天区科协”"


def test_what_no_longer_holds_at_the_next_check_is_corrected(
    window: Window, checks: Checking
) -> None:
    window.check()
    window.workspace.leave(POSTS, "工勤人员不占编制")
    settle(window)
    window.check()
    corrected = [row for row in checks.checker.rows if row.state is State.CORRECTED]
    assert [row.sentence for row in corrected] == [f"C31　{STAFF}"]


@pytest.mark.looks
def test_a_field_says_what_was_found_in_it(window: Window, checks: Checking) -> None:
    window.go("organization")
    window.root.update()
    assert any(each.replace("\n", "") == f"● {STAFF}" for each in words(window.root))


@pytest.mark.looks
def test_a_cell_says_in_the_line_below_what_was_found_in_it(
    window: Window, checks: Checking
) -> None:
    view: Any = window.go("three_public", Place(Reception.subject, 4))
    window.root.update()
    grid = view._body.view.grid  # noqa: SLF001 - the grid of the second tab
    assert grid.hint.startswith("“接待帮扶村干部到朝天参加学习用餐”写有“参加学习”")
    assert [row.found for row in grid.source.rows][3] == {1: Severity.INFO}


def test_the_navigation_counts_what_there_is_to_look_at(window: Window, checks: Checking) -> None:
    window.workspace.leave(Place(ThreePublic.running), "零点八")
    window.check()
    settle(window)
    drawn = window.navigation.words
    assert "1 处" in drawn
    assert any(each.startswith("● ") for each in drawn)


def test_a_new_unit_is_not_told_off(window: Window, checks: Checking) -> None:
    for each in window.workspace.filing.receptions:
        window.workspace.remove(Reception, each.id)
    window.workspace.edit(Place(Organization.contact), "")
    assert count(settle(window).checker.rows, Severity.ERROR) == 0
