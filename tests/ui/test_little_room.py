"""Where a window is small for its letters, what is needed least gives way, and nothing is cut."""

from __future__ import annotations

import tkinter as tk
from collections.abc import Iterator

import pytest

from jsxh_desktop.app.form_layout import Section, line
from jsxh_desktop.domain.expenditure import Budget
from jsxh_desktop.domain.organization import Organization
from jsxh_desktop.domain.three_public import ThreePublic
from jsxh_desktop.ui.application import Application
from jsxh_desktop.ui.field_line import FieldLine
from jsxh_desktop.ui.finding_list import ROW
from jsxh_desktop.ui.findings_view import FindingsView
from jsxh_desktop.ui.form_columns import LABEL, NOTE, ONE_INPUT, TEXT_INPUT, UNIT, lay_columns
from jsxh_desktop.ui.pack_list import PackList
from jsxh_desktop.ui.window import Window
from jsxh_desktop.ui.written_grid import WrittenGrid
from tests.ui.checked import settle, words
from tests.ui.room import room

WIDE = 900
LONG = "全年预算161.94万元，比年初追加了49.50万元，写明原因"
TEXTS = Section("基本情况", (line(Organization.full_name),))
AMOUNTS = Section("三公经费", (line(ThreePublic.running),), compared=True)


@pytest.fixture
def area(window: Window) -> Iterator[tk.Frame]:
    made = room(window.root, WIDE)
    yield made
    made.destroy()


def widths(application: Application, area: tk.Frame, section: Section, width: int) -> list[int]:
    """Of the name, the input and the rest of a line of a form."""
    for before in area.winfo_children():
        before.destroy()
    area.configure(width=width)
    grid = WrittenGrid(application.theme, area)
    grid.widget.pack(fill="x")
    lay_columns(grid, section, 2021)
    area.update()
    name, given = least_width(grid.widget, 0), least_width(grid.widget, 1)
    return [name, given, width - name - given]


def least_width(grid: tk.Misc, column: int) -> int:
    return int(str(grid.grid_columnconfigure(column)["minsize"]))


def test_a_long_input_leaves_its_note_room(application: Application, area: tk.Frame) -> None:
    assert widths(application, area, TEXTS, WIDE)[:2] == [LABEL, TEXT_INPUT]
    name, given, rest = widths(application, area, TEXTS, 660)
    assert (name, rest) == (LABEL, UNIT + NOTE)
    assert ONE_INPUT < given < TEXT_INPUT


def test_names_give_way_to_the_change(application: Application, area: tk.Frame) -> None:
    name, given, _ = widths(application, area, AMOUNTS, WIDE)
    assert (name, given) == (LABEL, ONE_INPUT)
    name, given, _ = widths(application, area, AMOUNTS, 640)
    assert given == ONE_INPUT
    assert name < LABEL


def test_a_form_in_a_window_that_grows_has_its_widths_again(
    application: Application, area: tk.Frame
) -> None:
    widths(application, area, TEXTS, 660)
    area.configure(width=WIDE)
    area.update()
    (grid,) = area.winfo_children()
    assert least_width(grid, 1) == TEXT_INPUT


@pytest.mark.parametrize(("height", "rows"), [(700, 3), (400, 2), (150, 1)])
def test_a_low_window_lists_fewer_findings(window: Window, height: int, rows: int) -> None:
    settle(window)
    desk = tk.Frame(window.root, width=WIDE, height=height)
    desk.pack_propagate(False)
    desk.place(x=0, y=0)
    window.root.update()
    view = FindingsView(window, desk, lambda _row: None)
    view.widget.pack(fill="x")
    view.show(window.checker.rows, "income", is_known=True)
    window.root.update()
    assert view.list.widget.winfo_height() == rows * ROW
    desk.destroy()


def test_the_note_beside_a_field_is_cut_to_its_room(window: Window, area: tk.Frame) -> None:
    field = FieldLine(area, window, Budget.initial_total, lambda: LONG, lambda: None)
    field.widget.pack(fill="x")
    area.update()
    assert LONG in words(field.widget)
    area.configure(width=500)
    area.update()
    (cut,) = (each for each in words(field.widget) if each.endswith("…"))
    assert LONG.startswith(cut[:-1])


def test_the_way_to_a_pack_is_whole_beside_a_long_name(window: Window, area: tk.Frame) -> None:
    area.configure(width=330, height=400)
    packs = PackList(window, area, window.workspace)
    packs.widget.pack(fill="x")
    area.update()
    for press in packs.buttons.values():
        assert press.winfo_width() == press.winfo_reqwidth()
