"""A workspace on the sample, and its grids."""

from __future__ import annotations

from pathlib import Path

from jsxh_desktop.app.grid_layout import Cell
from jsxh_desktop.app.grid_model import ListGrid
from jsxh_desktop.app.grid_pages import GRIDS
from jsxh_desktop.app.workspace import Workspace
from jsxh_desktop.store.keylog import Pending, beside, recovered
from tests.sample_file import put_sample


def open_sample(folder: Path) -> Workspace:
    return Workspace.open(put_sample(folder / "样例.jsxh"))


def logged(workspace: Workspace) -> tuple[Pending, ...]:
    """What the key log holds when the writer, which tells it last of all, has come to rest."""
    workspace.flush()
    workspace.workbook.filings()
    return recovered(beside(workspace.path))


def open_grid(workspace: Workspace, name: str) -> ListGrid:
    """One of GRIDS, kept in line with the filing as a page would."""
    grid = ListGrid(workspace, GRIDS[name])
    workspace.listeners.add(grid.refresh)
    return grid


def cell(grid: ListGrid, row: int, title: str) -> Cell:
    """The cell below a title."""
    return row, [column.title for column in grid.columns].index(title)


def texts(grid: ListGrid, title: str) -> list[str]:
    """What a column shows, bands left out."""
    _, number = cell(grid, 0, title)
    return [row.cells[number] for row in grid.rows if not row.band]
