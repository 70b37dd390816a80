"""Words on the ground of a grid: they take the room they need, and stand beside its inputs."""

from __future__ import annotations

import tkinter as tk
from collections.abc import Iterator

import pytest

from jsxh_desktop.ui.application import Application
from jsxh_desktop.ui.written_grid import Cell, Words, WrittenGrid

LONG = "开展科普专项活动和天府科技云工作，" * 6
Box = tuple[int, int, int, int]


@pytest.fixture
def grid(application: Application) -> Iterator[WrittenGrid]:
    made = WrittenGrid(application.theme, application.root)
    made.widget.place(x=0, y=0, width=600)
    made.column(2, weight=1)
    yield made
    made.widget.destroy()


@pytest.fixture
def box(grid: WrittenGrid) -> tk.Frame:
    """An input between the name and the note."""
    made = tk.Frame(grid.widget, width=100, height=30)
    made.grid(row=0, column=1)
    return made


def where(grid: WrittenGrid, text: str) -> Box:
    """Left, top, right and bottom of the words that begin so."""
    grid.widget.update()
    canvas = grid.widget
    words = [item for item in canvas.find_all() if str(canvas.type(item)) == "text"]
    (item,) = (item for item in words if canvas.itemcget(item, "text").startswith(text))
    return inked(canvas, item)


def inked(canvas: tk.Canvas, item: int) -> Box:
    """What a box says without the pixel it adds all around."""
    left, top, right, bottom = canvas.bbox(item)
    return left + 1, top + 1, right - 1, bottom - 1


def test_a_column_is_as_wide_as_its_longest_name(grid: WrittenGrid, box: tk.Frame) -> None:
    grid.write(Cell(0, 0, right=12), "名称", is_at_right=True)
    grid.write(Cell(1, 0, right=12), "在职超过编制的说明", is_at_right=True)
    short, long = where(grid, "名称"), where(grid, "在职")
    assert short[2] == long[2] == box.winfo_x() - 12
    assert long[0] >= 0


def test_a_name_stands_at_the_height_of_its_input(grid: WrittenGrid, box: tk.Frame) -> None:
    box.grid(pady=(40, 0))
    grid.write(Cell(0, 0, top=40), "名称")
    _, top, _, bottom = where(grid, "名称")
    assert (top + bottom) // 2 == pytest.approx(box.winfo_y() + 15, abs=1)


def test_a_note_is_broken_and_its_row_grows_with_it(grid: WrittenGrid, box: tk.Frame) -> None:
    note = grid.write(Cell(0, 2, left=8), LONG, wraps=True)
    left, top, right, bottom = where(grid, LONG[:5])
    assert left >= box.winfo_x() + 100 + 8
    assert right <= 600
    assert bottom - top > 30
    high = grid.widget.winfo_height()
    note.say("短")
    grid.widget.update()
    assert grid.widget.winfo_height() < high


def test_a_note_is_broken_anew_for_another_width(grid: WrittenGrid, box: tk.Frame) -> None:
    grid.write(Cell(0, 2), LONG, wraps=True)
    _, top, _, bottom = where(grid, LONG[:5])
    grid.widget.place(width=1000)
    _, now_top, right, now_bottom = where(grid, LONG[:5])
    assert now_bottom - now_top < bottom - top
    assert right <= 1000


def test_another_text_takes_the_place_of_the_first(grid: WrittenGrid, box: tk.Frame) -> None:
    unit: Words = grid.write(Cell(0, 2, left=8), "万元")
    before = where(grid, "万元")
    unit.say("元")
    after = where(grid, "元")
    assert after[0] == before[0]
    assert after[2] < before[2]


def test_a_rule_crosses_at_the_foot_of_its_row(grid: WrittenGrid, box: tk.Frame) -> None:
    grid.rule(0)
    grid.widget.update()
    (item,) = grid.widget.find_all()
    left, _, right, bottom = grid.widget.bbox(item)
    assert (left, right) == (0, 600)
    assert bottom <= 30


def test_a_grid_that_is_gone_lays_nothing(application: Application) -> None:
    """A callback that stumbles fails the test."""
    made = WrittenGrid(application.theme, application.root)
    made.write(Cell(0, 0), "名称")
    made.widget.destroy()
    application.root.update()
