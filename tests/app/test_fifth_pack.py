"""A form nobody knew before, from a folder beside the workbook: no line of code is its own."""

from __future__ import annotations

import dataclasses
import shutil
from pathlib import Path

import openpyxl
import pytest

from jsxh_desktop.app import packs
from jsxh_desktop.app.book import volumes
from jsxh_desktop.app.checkup import check_up
from jsxh_desktop.app.evaluation_model import sheet_shown
from jsxh_desktop.app.imports.importing import plan_of
from jsxh_desktop.app.imports.plan import State
from jsxh_desktop.app.loose import EXCEL
from jsxh_desktop.app.one_file import write_file
from jsxh_desktop.app.packs import pack_of
from jsxh_desktop.app.paths import assets
from jsxh_desktop.app.selection import Selection
from jsxh_desktop.domain.change import Put
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.project import Indicator
from jsxh_desktop.narrative.block import Table
from tests.app.imports.files import read_here
from tests.reports.evaluated import evaluated
from tests.reports.matrix import body
from tests.reports.word_reading import expected, texts, written

OWN_SHEET = """
[sheet]
widths = [30, 50, 20, 20, 20, 40]
unused = "leave_out"
dash = "无"

[sheet.frame]
title = "{name}绩效评分单"
subtitle = "{year}年"
label = "第{number}张"
size = 10.5
notes = ["注：得分由本单位自评。"]
signature = ["经办：", "负责人："]
closing = 2

[sheet.scheme]
execution = 20
weights = { "完成" = 60, "满意" = 20 }
places = 1
bands = [[0.9, 1], [0, 0.5]]
satisfaction = [[0.95, 1], [0, 0.4]]
exact_or_nothing = true

[sheet.limits]
"project.conclusion" = 50

[[sheet.sections]]
label = { text = "钱", upright = true }
[[sheet.sections.rows]]
cells = [
    { text = "来源" }, { text = "用了" }, { text = "比率" }, { text = "满分" }, { text = "得分" },
]
[[sheet.sections.rows]]
height = 9
funds = [
    { part = "total", label = "全部", align = "centre" },
    { part = "unit_funds", label = "自己的", indent = 1 },
]
cells = [
    { value = "fund.label" }, { value = "fund.spent" }, { value = "fund.rate" },
    { value = "fund.points" }, { value = "fund.score" },
]

[[sheet.sections]]
[[sheet.sections.rows]]
cells = [
    { text = "类" }, { text = "事" }, { text = "要求" }, { text = "做到" }, { text = "满分" },
    { text = "得分" },
]
[[sheet.sections.rows]]
each_indicator = true
cells = [
    { value = "indicator.first_and_points" }, { value = "indicator.name" },
    { value = "indicator.target_and_sign" }, { value = "indicator.actual" },
    { value = "indicator.weight" }, { value = "indicator.score" },
]
[[sheet.sections.rows]]
cells = [
    { text = "合计", across = 4, bold = true }, { value = "total.points" },
    { value = "total.score", bold = true },
]
[[sheet.sections.rows]]
cells = [{ text = "结论" }, { value = "project.conclusion", across = 5 }]

[[sheet.classes]]
name = "完成"
members = [["数量指标", "数量"], ["时效指标", "时效"], ["社会效益指标", "社会效益"]]

[[sheet.classes]]
name = "满意"
members = [["满意度指标", "满意"]]
"""


@pytest.fixture
def fifth(tmp_path: Path) -> Filing:
    """A filing on a pack of its own."""
    folder = tmp_path / packs.FOLDER / "松溪县2021"
    shutil.copytree(assets() / "packs" / "national-2020", folder)
    path = folder / "pack.toml"
    text = path.read_text("utf-8")
    path.write_text(text[: text.index("[sheet]")] + OWN_SHEET, "utf-8")
    return dataclasses.replace(evaluated(), pack="松溪县2021", folder=tmp_path)


def test_a_fifth_form_needs_no_code(fifth: Filing) -> None:
    (sheet,) = volumes(fifth, pack_of(fifth), Selection(sheet=1))[0].blocks
    assert isinstance(sheet, Table)
    assert (sheet.title, sheet.subtitle, sheet.label) == ("馆藏数字化绩效评分单", "2021年", "第1张")
    assert body(sheet) == [
        ["钱", "来源", "用了", "比率", "满分", "得分"],
        ["钱", "全部", "20.00", "80.00%", "20", "10.0"],
        ["钱", "自己的", "1.00", "50.00%", "无", "无"],
        ["类", "事", "要求", "做到", "满分", "得分"],
        ["完成\n（60分）", "扫描档案", "≥5000卷", "4000", "30", "24.0"],
        ["完成\n（60分）", "完成时间", "2021年11月30日前", "2021年\n11月28日", "12.5", "12.5"],
        ["完成\n（60分）", "查档便利", "有效提升", "有所提升", "37", "25.9"],
        ["满意\n（20分）", "群众满意度", "≥90%", "93", "10.5", "4.2"],
        ["合计"] * 4 + ["110", "76.6"],
        ["结论"] + ["基本完成"] * 5,
    ]


def test_the_window_shows_a_fifth_form(fifth: Filing) -> None:
    shown = sheet_shown(fifth, 1, pack_of(fifth).sheet, "万元")
    assert shown is not None
    assert [(row.label, row.amounts[2].text) for row in shown.funds] == [
        ("全部", "20.00"),
        ("自己的", "1.00"),
    ]
    assert shown.card is not None
    assert [name for name, _ in shown.card.parts] == ["执行率", "完成", "满意"]


def test_a_fifth_form_is_written_as_excel_and_word(fifth: Filing, tmp_path: Path) -> None:
    (sheet,) = volumes(fifth, pack_of(fifth), Selection(sheet=1))[0].blocks
    assert isinstance(sheet, Table)
    assert texts(written([sheet])) == expected([sheet])
    path = tmp_path / "自评表.xlsx"
    write_file(fifth, Selection(sheet=1), EXCEL, path)
    (read,) = read_here(path)
    rows = [[read.shared(row, column) for column in range(6)] for row in range(len(read.rows))]
    assert [row for row in rows if row[0] == "合计"] == [["合计"] * 4 + ["110", "76.6"]]
    assert [row[1] for row in rows if row[1] in {"扫描档案", "查档便利"}] == [
        "扫描档案",
        "查档便利",
    ]


def test_a_fifth_form_comes_in_again_by_its_own_heads(fifth: Filing, tmp_path: Path) -> None:
    path = tmp_path / "自评表.xlsx"
    write_file(fifth, Selection(sheet=1), EXCEL, path)
    (sheet,) = plan_of(read_here(path), fifth, pack_of(fifth)).tables
    assert sheet.title == "馆藏数字化"
    assert {cell.state for cell in sheet.cells} == {State.SAME}


def test_what_a_fifth_form_says_otherwise_changes_the_project(
    fifth: Filing, tmp_path: Path
) -> None:
    path = tmp_path / "自评表.xlsx"
    write_file(fifth, Selection(sheet=1), EXCEL, path)
    book = openpyxl.load_workbook(path)
    row = next(each for each in book.worksheets[0].iter_rows() if each[1].value == "扫描档案")
    row[3].value = "4200"
    book.save(path)
    plan = plan_of(read_here(path), fifth, pack_of(fifth))
    scanned = next(each for each in fifth.indicators if each.name == "扫描档案")
    assert plan.changes == (Put(Indicator.actual, "4200", scanned.id),)


def test_the_heads_of_a_fifth_form_are_of_nothing_in_another(fifth: Filing, tmp_path: Path) -> None:
    path = tmp_path / "自评表.xlsx"
    write_file(fifth, Selection(sheet=1), EXCEL, path)
    other = dataclasses.replace(fifth, pack="national-2020")
    plan = plan_of(read_here(path), other, pack_of(other))
    assert (plan.tables, plan.changes, len(plan.unknown)) == ((), (), 1)


def test_a_fifth_form_is_checked_as_the_others_are(fifth: Filing) -> None:
    found = check_up(fifth, pack_of(fifth)).checked
    about_sheets = {each.finding.message for each in found if each.rule.id == "E21"}
    assert about_sheets == set()
    assert any(each.rule.id == "E04" for each in found)  # 110 points are given out
