"""The pages that are grids, and grids under tabs of other pages."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import Any

import pytest

from jsxh_desktop.domain.carryover import Carryover
from jsxh_desktop.domain.change import Added
from jsxh_desktop.domain.expenditure import Budget, ExpenditureLine
from jsxh_desktop.domain.local_code import LocalCode
from jsxh_desktop.domain.money import wan
from jsxh_desktop.domain.organization import Institution, Organization
from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.terms import FundSource
from jsxh_desktop.domain.three_public import Reception, ThreePublic
from jsxh_desktop.ui.cells import Cells
from jsxh_desktop.ui.grid_drawing import Drawing
from jsxh_desktop.ui.grid_view import GridView
from jsxh_desktop.ui.window import Window

pytestmark = pytest.mark.page("income")

Press = Callable[..., None]
Write = Callable[[str], None]
PAGES = ("income", "expenditure", "economic", "carryover")


def shown_grid(window: Window, page: str) -> GridView:
    """Go to a page; the grid on it, with the keys."""
    view: Any = window.go(page)
    window.root.update()
    grid: GridView = view.grid
    return grid


@pytest.mark.looks
@pytest.mark.parametrize("page", PAGES)
def test_a_page_fits_the_desk_without_scrolling_sideways(window: Window, page: str) -> None:
    grid = shown_grid(window, page)
    cells: Cells = grid.cells
    assert cells.edges[-1] <= cells.room.width


@pytest.mark.looks
def test_the_longest_name_is_on_one_line(window: Window) -> None:
    grid = shown_grid(window, "expenditure")
    assert "机关事业单位基本养老保险缴费支出" in [grid.shown((row, 1)) for row in range(9)]


@pytest.mark.looks
@pytest.mark.parametrize("page", PAGES)
def test_work_begins_in_the_first_cell_to_type_in(window: Window, page: str) -> None:
    grid = shown_grid(window, page)
    assert grid.source.may_type(grid.cell)
    assert window.root.focus_get() is grid.editor.box


def test_typing_into_a_source_without_a_record_makes_one(window: Window, press: Press) -> None:
    grid = shown_grid(window, "carryover")
    grid.select((1, 1))
    press("0", "<Return>")
    added = window.workspace.filing.carryover[-1]
    assert (added.fund, added.opening) == (FundSource.GOVERNMENT_FUNDS, wan("0"))
    assert grid.cell == (2, 1)


def test_a_fund_that_does_not_come_out_says_by_how_much(window: Window, press: Press) -> None:
    grid = shown_grid(window, "carryover")
    window.jump(Place(Carryover.closing, 1))
    press("3", "<Return>")
    assert grid.source.rows[0].cells[-1] == "▲ 差 3.00"


@pytest.mark.looks
def test_enter_on_a_band_folds_its_class(window: Window, press: Press) -> None:
    grid = shown_grid(window, "economic")
    count = len(grid.source.rows)
    grid.select((0, 0))
    press("<Return>")
    assert len(grid.source.rows) < count
    press("space")
    assert len(grid.source.rows) == count


def test_a_new_code_goes_to_its_class_and_the_cursor_with_it(window: Window, press: Press) -> None:
    grid = shown_grid(window, "economic")
    grid.select((len(grid.source.rows), 0))
    press(*"30105", "<Tab>")
    row = grid.source.rows[grid.cell[0]]
    assert row.cells[0] == "30105"
    assert grid.source.rows[grid.cell[0] + 1].band


def test_the_total_above_the_lines_is_typed_and_left_by_enter(
    window: Window, press: Press, write: Write
) -> None:
    grid = shown_grid(window, "expenditure")
    window.jump(Place(Budget.initial_total))
    window.root.update()
    write("113")
    press("<Return>")
    assert window.workspace.filing.budget.initial_total == wan("113")
    assert window.root.focus_get() is grid.editor.box


def test_codes_of_the_place_are_under_the_second_tab(window: Window, press: Press) -> None:
    view: Any = window.go("expenditure")
    window.workspace.add(LocalCode(code="2060790", name="村级科普"))
    key = window.workspace.filing.local_codes[0].id
    window.jump(Place(LocalCode.name, key))
    window.root.update()
    assert view.grid.source.rows[view.grid.cell[0]].key == key
    window.jump(Place(ExpenditureLine.final, 1))
    assert view.grid.source.rows[view.grid.cell[0]].key == 1


def test_a_reception_that_came_while_its_tab_was_hidden_is_gone_to(window: Window) -> None:
    window.jump(Place(Reception.amount, 2))
    window.jump(Place(ThreePublic.overseas))
    key = window.workspace.add(Reception(subject="调研"))
    assert key is not None
    view: Any = window.go("three_public", Place(Reception.subject, key))
    window.root.update()
    assert view.topic() == "Reception.subject"


def test_receptions_are_under_the_second_tab_and_undo_leads_there(
    window: Window, press: Press
) -> None:
    window.jump(Place(Reception.amount, 2))
    window.root.update()
    press("1", "<Return>")
    assert window.workspace.filing.receptions[1].amount == wan("1")
    window.jump(Place(ThreePublic.running))
    window.undo()
    window.root.update()
    assert window.workspace.filing.receptions[1].amount == wan("0.08")
    view: Any = window.go("three_public", Place(Reception.amount, 2))
    assert isinstance(view, object)
    focused: Any = window.root.focus_get()
    assert focused.winfo_class() == "Text"


def test_institutions_are_under_the_second_tab(window: Window, press: Press, write: Write) -> None:
    key = window.workspace.add(Institution())
    assert key is not None
    window.jump(Place(Institution.name, key))
    window.root.update()
    write("朝天区科技馆")
    press("<Return>")
    assert window.workspace.filing.institutions[0].name == "朝天区科技馆"
    window.jump(Place(Organization.code))
    window.root.update()
    focused: Any = window.root.focus_get()
    assert focused.winfo_class() == "TEntry"


@pytest.mark.looks
def test_the_buttons_work_on_the_grid_that_is_shown(window: Window) -> None:
    grid = shown_grid(window, "income")
    grid.commands.add()
    assert grid.cell == (len(grid.source.rows), 0)
    grid.commands.choose_code()
    assert grid.commands.picker is not None
    assert grid.commands.picker.is_open
    grid.commands.picker.close()


@pytest.mark.looks
def test_a_double_click_on_the_sums_leads_to_the_other_table(window: Window) -> None:
    grid = shown_grid(window, "income")
    grid.lead_from_totals(60)
    window.root.update()
    assert window.page == "expenditure"


@pytest.mark.looks
def test_a_column_drawn_by_hand_keeps_its_width_and_the_sums_follow(window: Window) -> None:
    grid = shown_grid(window, "income")
    before = grid.cells.edges
    grid.cells.draw_column(0, 130)
    window.root.update()
    assert grid.cells.edges[1] == 130
    grid.refresh()
    assert grid.cells.edges[1] == 130
    assert grid.cells.edges[-1] == before[-1]


def test_a_wide_cell_opens_with_its_lines_and_ctrl_enter_breaks_one(
    window: Window, press: Press
) -> None:
    window.jump(Place(Reception.subject, 1))
    window.root.update()
    press("<F2>", "<Control-Return>", "8", "<Return>")
    assert window.workspace.filing.receptions[0].subject.endswith("\n8")


@pytest.mark.looks
def test_the_menu_is_chinese(window: Window) -> None:
    from jsxh_desktop.ui.grid_menu import build

    menu = build(shown_grid(window, "income"))
    labels = [
        str(menu.entrycget(number, "label"))
        for number in range((menu.index("end") or 0) + 1)
        if menu.type(number) == "command"
    ]
    assert labels[:3] == ["修改", "选择…", "剪切"]
    assert not [label for label in labels if label.isascii()]


def test_nothing_typed_is_lost_when_another_page_is_gone_to(window: Window, press: Press) -> None:
    grid = shown_grid(window, "income")
    grid.select((0, 3))
    press("8")
    window.go("carryover")
    assert window.workspace.filing.income[0].final == wan("8")


def test_a_bar_comes_and_goes_with_the_rows(window: Window) -> None:
    window.checks.list.set_open(False)
    grid = shown_grid(window, "expenditure")
    assert grid.cells.bars == (False, False)
    rows = window.workspace.filing.expenditure[:1] * 40
    window.workspace.apply("粘贴", [Added(dataclasses.replace(row, id=0)) for row in rows])
    window.root.update()
    assert grid.cells.bars == (False, True)
    assert grid.cells.edges[-1] <= grid.cells.room.width - grid.cells.room.bar
    window.undo()
    window.root.update()
    assert grid.cells.bars == (False, False)


@pytest.mark.looks
def test_a_grid_as_high_and_wide_as_its_room_comes_to_rest(window: Window) -> None:
    grid = shown_grid(window, "carryover")
    room = grid.cells.room
    count = len(grid.source.columns)
    grid.cells.draw(Drawing([[""] * count], [room.height], ["1"]), [room.width // count] * count)
    window.root.update()
    assert grid.cells.bars == (False, False)
    grid.cells.draw(Drawing([[""] * count], [room.height + 1], ["1"]), [room.width] * count)
    window.root.update()
    assert grid.cells.bars == (True, True)
