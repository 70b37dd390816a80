"""A sheet is known by its title and its heads; what is not known is told, and not guessed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl
import pytest

from jsxh_desktop.app.imports.code_cells import Codes
from jsxh_desktop.app.imports.plan import State
from jsxh_desktop.app.imports.table_titles import table_called
from jsxh_desktop.app.sample import sample
from jsxh_desktop.domain.change import Added
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.local_code import Classification, LocalCode
from jsxh_desktop.domain.organization import Organization
from tests.app.imports.layouts import ours
from tests.app.imports.tabled import FUNCTIONAL, PACK, coded, planned


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return ours(coded(sample()), PACK, tmp_path_factory.mktemp("tables") / "附表.xlsx")


@pytest.fixture(scope="module")
def income(tables: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The one table the tests below change, in a file of its own."""
    book = openpyxl.load_workbook(tables)
    for sheet in book.worksheets:
        if sheet.title != "公开02 收入决算表":
            book.remove(sheet)
    path = tmp_path_factory.mktemp("income") / "附表.xlsx"
    book.save(path)
    return path


def changed(table: Path, folder: Path, edits: dict[str, Any]) -> Path:
    book = openpyxl.load_workbook(table)
    for cell, value in edits.items():
        book.worksheets[0][cell] = value
    book.save(folder / table.name)
    return folder / table.name


def test_an_amount_nobody_can_read_is_told_with_its_cell(income: Path, tmp_path: Path) -> None:
    path = changed(income, tmp_path, {"D10": "六万四"})
    told = [cell for cell in planned(path, Filing(2021)).cells if cell.state is State.UNREAD]
    assert [(cell.address, cell.text) for cell in told] == [("D10", "六万四")]


def test_a_row_of_no_code_is_told_and_not_guessed(income: Path, tmp_path: Path) -> None:
    path = changed(income, tmp_path, {"A10": None, "B10": "杂项"})
    plan = planned(path, Filing(2021))
    (cell,) = (cell for cell in plan.cells if cell.state is State.UNREAD)
    assert "不知道是哪个科目" in cell.reason


def test_a_column_of_another_form_is_told(income: Path, tmp_path: Path) -> None:
    path = changed(income, tmp_path, {"I4": "教育收费", "I10": 3})
    told = [cell for cell in planned(path, Filing(2021)).cells if cell.state is State.UNREAD]
    assert any("“教育收费”这一栏不是这张表的" in cell.reason for cell in told)


def test_a_code_the_year_does_not_have_comes_with_its_name(income: Path, tmp_path: Path) -> None:
    edits = {"A10": "2060188", "B10": "本地科普项目"}
    path = changed(income, tmp_path, edits)
    local = LocalCode(Classification.FUNCTIONAL, "2060188", "本地科普项目")
    assert Added(local) in planned(path, Filing(2021)).changes


@pytest.mark.parametrize(
    ("edits", "note"),
    [
        ({"A1": "2020年度收入决算表"}, "表里写的是2020年度，现在填的是2021年度"),
        ({"A3": "部门：某镇人民政府"}, "表里的单位是“某镇人民政府”"),
        ({"H3": None}, "没有写金额单位，按万元读的"),
    ],
)
def test_what_does_not_fit_is_noted(
    income: Path, tmp_path: Path, edits: dict[str, Any], note: str
) -> None:
    filing = Filing(2021, organization=Organization(full_name="广元市朝天区科学技术协会"))
    path = changed(income, tmp_path, edits)
    assert any(note in each for each in planned(path, filing).notes)


def test_a_list_of_contents_is_no_table(tables: Path, tmp_path: Path) -> None:
    book = openpyxl.load_workbook(tables)
    contents = book.create_sheet("目录", 0)
    for number, table in enumerate(PACK.tables, 1):
        contents.append([number, table.title])
    book.save(tmp_path / "附表.xlsx")
    plan = planned(tmp_path / "附表.xlsx", Filing(2021))
    assert len(plan.tables) == len(PACK.tables)
    assert plan.unknown == ("目录",)


def test_what_is_no_table_of_ours_is_told(tmp_path: Path) -> None:
    path = tmp_path / "名单.csv"
    path.write_text("姓名,电话\n张三,1", "utf-8")
    plan = planned(path, Filing(2021))
    assert (plan.tables, plan.changes, plan.unknown) == ((), (), ("名单",))


@pytest.mark.parametrize(
    ("title", "table"),
    [
        ("收入决算表", "SR"),
        ("某县档案馆2021年度收入决算表", "SR"),
        ("公开05表 一般公共预算财政拨款支出决算表", "YB"),
        ("财政拨款支出决算明细表（续）", "CZMX"),
        ("一般公共预算财政拨款基本支出决算明细表", "YBJB"),
        ("财政拨款“三公”经费支出决算表", "SG"),
        ('一般公共预算财政拨款"三公"经费支出决算表', "SG"),
        ("Z01 收入支出决算总表(财决01表)", "ZB"),
        ("2021年度财政拨款收入支出决算总表", "CZ"),
        ("政府性基金预算财政拨款支出决算明细表", None),
        ("项目支出决算明细表", None),
        ("本表反映收入决算表的情况", None),
    ],
)
def test_a_title_is_known_by_all_of_it(title: str, table: str | None) -> None:
    assert table_called(title) == table


@pytest.mark.parametrize(
    ("rows", "codes"),
    [
        ([["206", "", ""], ["206", "07", ""], ["206", "07", "02"]], ["206", "20607", "2060702"]),
        ([["206", "", ""], ["", "7", ""], ["", "", "2"]], ["206", "20607", "2060702"]),
        ([["206", "20607", "2060702"]], ["2060702"]),
        ([["2060702"], ["20805"], ["12"]], ["2060702", "20805", None]),
    ],
)
def test_a_code_is_read_in_one_column_or_three(
    rows: list[list[str]], codes: list[str | None]
) -> None:
    reader = Codes(FUNCTIONAL)
    assert [reader.of(row, "") for row in rows] == codes


def test_names_alone_are_told_by_what_stands_above_them() -> None:
    reader = Codes(FUNCTIONAL)
    names = ("科学技术支出", "科学技术普及", "科普活动", "一般公共服务支出", "档案事务", "行政运行")
    found = [reader.of((), name) for name in names]
    assert found == ["206", "20607", "2060702", "201", "20126", "2012601"]
    assert reader.of((), "没有这个科目") is None
