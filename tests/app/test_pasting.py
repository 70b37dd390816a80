"""Blocks put down in a grid: undone at once, below their titles or side by side, copied back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jsxh_desktop.app import reading
from jsxh_desktop.app.clipboard import block
from jsxh_desktop.app.grid_pages import GRIDS
from jsxh_desktop.app.pasting import Box, copied, from_above, pasted
from jsxh_desktop.app.workspace import Workspace
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.money import wan
from jsxh_desktop.domain.place import value_at
from tests.app.grids import open_grid, open_sample
from tests.examples import examples

NAMES = tuple(GRIDS)
PIECES = st.sampled_from(
    (
        *("", " ", "2060701", "30201", "机构运行", "基本", "财政拨款", "科普经费", "是", "国内"),
        *("1,234.50", "８.９９", "−0.5", "1.0000001", "9" * 30, "零点八", "合计", "二\n行"),
    )
) | st.text(st.characters(), max_size=6)
BLOCKS = st.integers(1, 8).flatmap(
    lambda width: st.lists(st.tuples(*[PIECES] * width), min_size=1, max_size=7)
)


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    opened = open_sample(tmp_path)
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def lasting(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """One workbook for many examples, each of which leaves it as it was."""
    opened = open_sample(tmp_path_factory.mktemp("sample"))
    yield opened
    opened.close()


def _give_back(workspace: Workspace, filing: Filing) -> None:
    """Leave the workbook as it was, so that the next example begins as this one did."""
    while workspace.filing != filing and workspace.undo():
        pass
    for place in workspace.drafts:
        workspace.leave(place, reading.exact(place.entry, value_at(filing, place), workspace.unit))


@pytest.mark.parametrize("name", NAMES)
@settings(max_examples=examples(4))
@given(data=st.data())
def test_what_is_pasted_anywhere_is_undone_at_once(
    name: str, lasting: Workspace, data: st.DataObject
) -> None:
    grid, before, steps = open_grid(lasting, name), lasting.filing, lasting.turns()
    top = data.draw(st.integers(0, len(grid.rows) + 1))
    left = data.draw(st.integers(0, len(grid.columns) - 1))
    rows = tuple(data.draw(BLOCKS))
    try:
        grid.put(pasted(grid, Box(top, left, top + 1, left + 1), rows).typed, "粘贴")
        assert lasting.trouble == ""
        if lasting.filing != before:
            assert lasting.turns() != steps
            lasting.undo()
        assert lasting.filing == before
    finally:
        _give_back(lasting, before)


@pytest.mark.parametrize("name", NAMES)
def test_what_is_copied_and_pasted_back_changes_nothing(name: str, workspace: Workspace) -> None:
    grid, before = open_grid(workspace, name), workspace.filing
    box = Box(0, 0, len(grid.rows), len(grid.columns))
    rows = copied(grid, box)
    grid.put(pasted(grid, Box(0, 0, 1, 1), rows).typed if rows else {}, "粘贴")
    assert workspace.filing == before
    assert not workspace.drafts


def test_a_pasted_block_with_titles_goes_below_them(workspace: Workspace) -> None:
    grid = open_grid(workspace, "income")
    rows = block("决算数\t备注\t科目编码\n1.5\t无\t2060701\n")
    grid.put(pasted(grid, Box(0, 0, 1, 1), rows).typed, "粘贴")
    assert workspace.filing.income[0].final == wan("1.5")
    assert workspace.filing.income[0].functional == "2060701"


def test_a_pasted_block_without_titles_goes_side_by_side(workspace: Workspace) -> None:
    grid = open_grid(workspace, "income")
    found = pasted(grid, Box(0, 0, 1, 1), block("2060701\t机构运行\t事业\t1.5\n"))
    assert sorted(found.typed) == [(0, 0), (0, 2), (0, 3)]


def test_lines_of_sums_are_left_out_of_what_is_pasted(workspace: Workspace) -> None:
    grid = open_grid(workspace, "income")
    found = pasted(grid, Box(7, 0, 8, 1), block("合 计\t\t\t9\n2060701\t\t\t9\n"))
    assert (found.rows, found.left_out) == (1, 1)


def test_one_cell_fills_what_is_selected(workspace: Workspace) -> None:
    grid = open_grid(workspace, "income")
    found = pasted(grid, Box(0, 3, 3, 4), block("5"))
    assert found.typed == {(row, 3): "5" for row in range(3)}


def test_filling_from_above_leaves_the_first_selected_row(workspace: Workspace) -> None:
    grid = open_grid(workspace, "income")
    assert from_above(grid, Box(0, 3, 3, 4)) == {(1, 3): "6.41", (2, 3): "6.41"}
    assert from_above(grid, Box(1, 3, 2, 4)) == {(1, 3): "6.41"}
    assert from_above(grid, Box(0, 3, 1, 4)) == {}
