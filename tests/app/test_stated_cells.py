"""Figures of official tables typed by hand: tables by title, rows and columns from the table."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from jsxh_desktop.app.grid_model import ListGrid
from jsxh_desktop.app.grid_pages import GRIDS
from jsxh_desktop.app.stated_cells import cleared
from jsxh_desktop.app.workspace import Workspace
from jsxh_desktop.domain.money import wan
from jsxh_desktop.domain.terms import Precision

TABLE, ROW, COLUMN, AMOUNT, PRECISION = range(5)


@pytest.fixture
def workspace(workbook: Path) -> Iterator[Workspace]:
    opened = Workspace.open(workbook)
    yield opened
    opened.close()


@pytest.fixture
def grid(workspace: Workspace) -> ListGrid:
    return ListGrid(workspace, GRIDS["stated_figures"])


def typed(grid: ListGrid) -> None:
    texts = {TABLE: "支出决算表", ROW: "2060702", COLUMN: "项目支出", AMOUNT: "5.00"}
    grid.put({(0, column): text for column, text in texts.items()}, "")
    grid.refresh()


def test_a_table_is_typed_by_its_title_and_kept_by_its_id(
    grid: ListGrid, workspace: Workspace
) -> None:
    typed(grid)
    (figure,) = workspace.filing.stated_figures
    assert (figure.table, figure.row, figure.column) == ("ZC", "2060702", "项目支出")
    assert (figure.amount, figure.precision) == (wan("5.00"), Precision.FEN)
    assert grid.rows[0].cells[TABLE] == "支出决算表"


def test_a_title_needs_no_quotes(grid: ListGrid, workspace: Workspace) -> None:
    grid.put({(0, TABLE): "三公经费支出决算表"}, "")
    assert workspace.filing.stated_figures[0].table == "SG"


def test_tables_are_offered_by_title_and_by_sound(grid: ListGrid) -> None:
    assert "ZC" in {offer.text for offer in grid.offers((0, TABLE), "支出决算表")}
    assert "SR" in {offer.text for offer in grid.offers((0, TABLE), "srjsb")}


def test_rows_and_columns_are_those_of_the_table(grid: ListGrid) -> None:
    assert grid.offers((0, ROW), "") == ()
    typed(grid)
    assert "2060702" in {offer.text for offer in grid.offers((0, ROW), "")}
    assert {"基本支出", "项目支出"} <= {offer.text for offer in grid.offers((0, COLUMN), "")}


def test_all_are_cleared_in_one_step(grid: ListGrid, workspace: Workspace) -> None:
    assert cleared(workspace.filing) is None
    typed(grid)
    step = cleared(workspace.filing)
    assert step
    workspace.apply(step.title, step.changes)
    assert workspace.filing.stated_figures == ()
    assert workspace.undo() == "清空表中数 1 个"
    assert len(workspace.filing.stated_figures) == 1
