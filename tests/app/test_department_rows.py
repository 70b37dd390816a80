"""The sheet of the whole department as a grid."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from jsxh_desktop.app.department_rows import DEPARTMENT, sheet_named
from jsxh_desktop.app.grid_model import ListGrid
from jsxh_desktop.app.packs import load_pack
from jsxh_desktop.app.repacking import use_pack
from jsxh_desktop.app.workspace import Workspace
from jsxh_desktop.domain.department_indicator import DepartmentIndicator
from jsxh_desktop.domain.place import Place
from tests.department import whole

TITLES = [column.title for column in DEPARTMENT.columns]
GIVEN = 27


@pytest.fixture
def workspace(workbook: Path) -> Iterator[Workspace]:
    opened = Workspace.open(workbook)
    yield opened
    opened.close()


@pytest.fixture
def grid(workspace: Workspace) -> ListGrid:
    return ListGrid(workspace, DEPARTMENT)


def put(grid: ListGrid, row: int, **typed: str) -> None:
    grid.put({(row, TITLES.index(title)): text for title, text in typed.items()}, "填写")
    grid.refresh()


def cell(grid: ListGrid, row: int, title: str) -> str:
    return grid.rows[row].cells[TITLES.index(title)]


def test_what_the_form_gives_is_offered_in_its_order(grid: ListGrid) -> None:
    assert len(grid.rows) == GIVEN
    assert grid.rows[0].cells[:4] == ("部门决策", "目标任务", "相关性", "5")
    assert {row.key for row in grid.rows} == {0}


def test_a_score_typed_into_what_is_offered_adds_it(workspace: Workspace, grid: ListGrid) -> None:
    put(grid, 1, 得分="4.5", 扣分原因及说明="个别目标未量化")
    (record,) = workspace.filing.department_indicators
    assert (record.group, record.name, record.score) == ("目标任务", "明确性", Decimal("4.5"))
    assert cell(grid, 1, "得分") == "4.5"
    assert len(grid.rows) == GIVEN


def test_a_new_line_is_in_the_class_that_takes_the_units_own(grid: ListGrid) -> None:
    put(grid, GIVEN, 三级指标="扫描档案", 性质="≥", 指标值="5000", 完成值="4500", 分值="20")
    places = [n for n, row in enumerate(grid.rows) if row.key]
    assert [cell(grid, n, "二级指标") for n in places] == ["履职成效"]
    assert cell(grid, places[0], "得分") == "18.0"


def test_a_block_of_scores_is_pasted_as_one_step(workspace: Workspace, grid: ListGrid) -> None:
    grid.put({(row, TITLES.index("得分")): "1" for row in range(5)}, "粘贴")
    assert len(workspace.filing.department_indicators) == 5
    workspace.undo()
    assert not workspace.filing.department_indicators


def test_the_line_below_says_what_is_left_of_the_points(grid: ListGrid) -> None:
    (line,) = grid.totals()
    assert (line.cells[3], line.said) == ("80", "▲ 还剩 20 分")
    put(grid, GIVEN, 三级指标="扫描档案", 分值="20")
    (line,) = grid.totals()
    assert (line.cells[3], line.said, line.agrees[3]) == ("100", "", True)


def test_only_a_class_that_takes_ones_own_is_offered(grid: ListGrid) -> None:
    offers = grid.offers((GIVEN, TITLES.index("二级指标")), "")
    assert [each.text for each in offers] == ["履职成效"]


def test_a_given_indicator_says_what_it_is_worth(grid: ListGrid) -> None:
    assert grid.hint((0, TITLES.index("得分"))) == "目标任务：表样给定，满分 5 分"


def test_a_form_without_given_indicators_begins_empty(workspace: Workspace) -> None:
    use_pack(workspace, "national-2020")
    grid = ListGrid(workspace, DEPARTMENT)
    assert grid.rows == ()
    assert grid.totals()[0].what == "含预算执行率 10 分"


def test_a_field_is_found_where_it_stands(workspace: Workspace, grid: ListGrid) -> None:
    put(grid, 3, 得分="5")
    key = workspace.filing.department_indicators[0].id
    place = Place(DepartmentIndicator.score, key)
    assert grid.cell_of(place) == (3, TITLES.index("得分"))


def test_the_tab_says_what_the_sheet_comes_to() -> None:
    pack = load_pack("sichuan-2021")
    assert sheet_named(whole(), pack) == "自评表 98.8 分"
