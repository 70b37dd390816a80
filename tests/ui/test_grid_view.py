"""A grid in the window by its keys: typed into, walked through, pasted into, filled, undone."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import pytest

from jsxh_desktop.domain.expenditure import ExpenditureLine
from jsxh_desktop.domain.income import IncomeLine
from jsxh_desktop.domain.money import Money, wan
from jsxh_desktop.domain.place import Place
from jsxh_desktop.store.keylog import beside
from jsxh_desktop.ui.application import Application
from jsxh_desktop.ui.grid_view import GridView
from jsxh_desktop.ui.window import Window

pytestmark = pytest.mark.page("income")

Press = Callable[..., None]
Write = Callable[[str], None]
CODE, NAME, SOURCE, FINAL, LAST = range(5)


def test_typing_opens_the_cell_over_what_it_held_and_enter_goes_down(
    window: Window, grid: GridView, press: Press
) -> None:
    grid.select((1, FINAL))
    press("9", "7", "period", "5", "<Return>")
    assert window.workspace.filing.income[1].final == wan("97.5")
    assert grid.cell == (2, FINAL)


def test_after_a_cell_is_given_up_nothing_waits_in_the_log_of_keys(
    window: Window, grid: GridView, press: Press
) -> None:
    grid.select((1, FINAL))
    press("9", "7", "<Escape>")
    assert beside(window.workspace.path).stat().st_size == 0


def test_another_window_makes_no_more_elements_of_the_theme(
    application: Application, window: Window
) -> None:
    made = partial(application.root.tk.call, "ttk::style", "element", "names")
    window.go("expenditure")
    before = set(made())
    for step in (1, 0):
        application.magnify(step)
        assert application.window
        application.window.go("income")
        application.window.go("expenditure")
    assert set(made()) == before


@pytest.mark.looks
def test_tab_goes_on_to_the_next_typed_cell_and_on_to_the_next_row(
    grid: GridView, press: Press
) -> None:
    press("<Tab>")
    assert grid.cell == (0, SOURCE)
    press("<Tab>", "<Tab>")
    assert grid.cell == (1, CODE)
    press("<Shift-Tab>")
    assert grid.cell == (0, FINAL)


def test_enter_after_a_run_of_tabs_goes_back_below_where_it_began(
    grid: GridView, press: Press
) -> None:
    press("<Tab>", "<Tab>", "8", "<Return>")
    assert grid.cell == (1, CODE)


def test_f2_opens_with_every_digit_and_looking_rounds_nothing(
    window: Window, grid: GridView, press: Press
) -> None:
    exact = Money(48_123)
    window.workspace.edit(Place(IncomeLine.final, 1), exact)
    grid.select((0, FINAL))
    press("<F2>")
    assert grid.editor.text == "0.048123"
    press("<Return>")
    assert window.workspace.filing.income[0].final == exact


@pytest.mark.looks
def test_escape_gives_the_edit_up(window: Window, grid: GridView, press: Press) -> None:
    before = window.workspace.filing
    grid.select((0, FINAL))
    press("5", "<Escape>")
    assert window.workspace.filing == before
    assert grid.cell == (0, FINAL)


def test_what_does_not_read_stays_and_says_why(
    window: Window, grid: GridView, press: Press, write: Write
) -> None:
    grid.select((0, FINAL))
    press("<F2>")
    grid.editor.box.delete("1.0", "end")
    write("零点八")
    press("<Return>", "<Up>")
    assert grid.source.rows[0].cells[FINAL] == "零点八"
    assert grid.hint == "“零点八”认不出来，请写数字，如 0.80"
    assert grid.cells.number(0) == "▲ 1"


def test_typing_in_the_row_behind_the_last_adds_a_record(
    window: Window, grid: GridView, press: Press
) -> None:
    count = len(window.workspace.filing.income)
    grid.select((count, CODE))
    press(*"2060701", "<Return>")
    assert window.workspace.filing.income[count].functional == "2060701"
    assert grid.cell == (count + 1, CODE)


def test_what_an_input_method_made_is_not_lost_where_no_cell_is_open(
    window: Window, grid: GridView, press: Press, write: Write
) -> None:
    grid.select((0, SOURCE))
    write("其他")
    assert grid.editor.is_open
    assert grid.editor.text == "其他"
    press("<Return>")
    assert window.workspace.filing.income[0].source == "其他收入"


def test_a_key_that_follows_at_once_finds_the_cell_open(
    window: Window, grid: GridView, press: Press
) -> None:
    grid.select((0, FINAL))
    grid.editor.box.event_generate("<Key-7>")
    grid.editor.box.event_generate("<Return>")
    window.root.update()
    assert window.workspace.filing.income[0].final == wan("7")
    assert grid.cell == (1, FINAL)


def test_a_block_is_pasted_and_undone_as_one_step(
    window: Window, grid: GridView, press: Press
) -> None:
    before = window.workspace.filing
    window.root.clipboard_clear()
    window.root.clipboard_append("2060701\t\t事业\t1.00\n2060702\t\t其他\t2.00\n2060799\t\t\t3\n")
    grid.select((6, CODE))
    press("<Control-v>")
    lines = window.workspace.filing.income[6:]
    assert [(line.functional, line.final) for line in lines] == [
        ("2060701", wan("1")),
        ("2060702", wan("2")),
        ("2060799", wan("3")),
    ]
    assert lines[0].source == "事业收入"
    press("<Control-z>")
    assert window.workspace.filing == before


@pytest.mark.looks
def test_a_copied_block_comes_back_where_it_was(
    window: Window, grid: GridView, press: Press
) -> None:
    before = window.workspace.filing
    press("<Control-a>", "<Control-c>")
    grid.select((0, CODE))
    press("<Control-v>")
    assert window.workspace.filing == before


def test_ctrl_d_fills_from_above_and_delete_clears(
    window: Window, grid: GridView, press: Press
) -> None:
    grid.select((1, FINAL))
    press("<Control-d>")
    assert window.workspace.filing.income[1].final == window.workspace.filing.income[0].final
    press("<Delete>")
    assert window.workspace.filing.income[1].final is None


def test_rows_are_inserted_deleted_and_moved(window: Window, grid: GridView, press: Press) -> None:
    codes = [line.functional for line in window.workspace.filing.income]
    grid.select((1, CODE))
    press("<Alt-Insert>")
    assert [line.functional for line in window.workspace.filing.income][1] == ""
    press("<Alt-Delete>")
    assert [line.functional for line in window.workspace.filing.income] == codes
    press("<Alt-Down>")
    assert [line.functional for line in window.workspace.filing.income][2] == codes[1]
    assert grid.cell == (2, CODE)
    press("<Alt-Up>")
    assert [line.functional for line in window.workspace.filing.income] == codes


def test_undo_takes_back_what_is_being_typed_first(
    window: Window, grid: GridView, press: Press
) -> None:
    grid.select((0, FINAL))
    press("5", "<Return>")
    press("6", "<Control-z>")
    assert grid.editor.is_open
    assert window.workspace.filing.income[0].final == wan("5")
    press("<Control-z>")
    assert window.workspace.filing.income[0].final == wan("6.41")


def test_a_click_elsewhere_takes_what_stands_in_the_open_cell(
    window: Window, grid: GridView, press: Press
) -> None:
    grid.select((0, FINAL))
    press("7")
    x, y, _, _ = grid.cells.bounds((3, CODE))
    canvas = grid.cells.canvas
    canvas.event_generate("<Button-1>", x=x + 5, y=y + 5)
    canvas.event_generate("<ButtonRelease-1>", x=x + 5, y=y + 5)
    window.root.update()
    assert window.workspace.filing.income[0].final == wan("7")
    assert grid.cell == (3, CODE)


def test_the_sums_say_how_far_the_two_sides_are_apart(
    window: Window, grid: GridView, press: Press
) -> None:
    grid.select((5, FINAL))
    press("<Delete>")
    assert "157.10" in grid.total_words
    assert "▲ 还差 4.84 万元" in grid.total_words


@pytest.mark.looks
def test_a_finding_leads_to_its_cell(window: Window) -> None:
    window.jump(Place(ExpenditureLine.full_year_budget, 7))
    window.root.update()
    view: Any = window.go("expenditure")
    assert view.grid.source.rows[view.grid.cell[0]].key == 7
    assert view.grid.source.columns[view.grid.cell[1]].title == "全年预算数"


@pytest.mark.looks
def test_amounts_follow_the_unit(window: Window, grid: GridView) -> None:
    window.show_unit("元")
    window.root.update()
    assert grid.source.rows[0].cells[FINAL] == "64,100.00"
    assert "1,619,400.00" in grid.total_words
    window.show_unit("万元")


@pytest.mark.looks
def test_tab_beyond_the_last_cell_leaves_the_grid(
    window: Window, grid: GridView, press: Press
) -> None:
    grid.select((len(grid.source.rows), FINAL))
    press("<Tab>")
    assert window.root.focus_get() is not grid.editor.box


@pytest.mark.looks
def test_ctrl_and_page_down_turn_to_the_next_page_of_the_filing(
    window: Window, grid: GridView, press: Press
) -> None:
    press("<Control-Next>")
    assert window.page == "expenditure"
    press("<Control-Prior>")
    assert window.page == "income"


@pytest.mark.looks
def test_a_click_brings_the_keys_to_the_grid(window: Window, grid: GridView) -> None:
    window.go("income")
    window.root.focus_set()
    x, y, _, _ = grid.cells.bounds((2, CODE))
    grid.cells.canvas.event_generate("<Button-1>", x=x + 9, y=y + 9)
    grid.cells.canvas.event_generate("<ButtonRelease-1>", x=x + 9, y=y + 9)
    window.root.update()
    assert window.root.focus_get() is grid.editor.box


def test_a_grid_half_taken_down_is_not_painted(window: Window, grid: GridView) -> None:
    """What stands below it goes first and leaves it its room; an error there fails the test."""
    hint, card = grid.widget.winfo_children()
    totals, *_ = card.winfo_children()
    hint.destroy()
    totals.destroy()
    window.root.update()
