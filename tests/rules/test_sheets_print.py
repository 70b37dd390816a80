"""A printed sheet is read by its labels, whichever form it is."""

from __future__ import annotations

import dataclasses

import pytest

from jsxh_desktop.narrative.block import Cell, Heading, Paragraph, Table
from jsxh_desktop.rules.sheets.print import (
    ACTUAL,
    FIRST,
    NAME,
    PLANNED,
    RATE,
    SCORE,
    SECOND,
    SPENT,
    TARGET,
    TOTAL,
    PrintedSheet,
    plain,
    printed_sheets,
)
from tests.rules.sheet_filings import (
    evaluated,
    findings,
    national,
    printed,
    scored_pack,
    with_reason,
    without_row,
)

SICHUAN = (
    ("项目名称", "51000021T000000019951-馆藏数字化"),
    ("主管部门", "松溪县委办公室", "实施单位（盖章）", "松溪县档案馆"),
    ("1.项目年度目标完成情况", "项目年度目标", "年度目标完成情况"),
    ("", "扫描馆藏档案5000卷", "扫描馆藏档案5100卷"),
    (
        *("年度预算数（万元）", "年初预算", "调整后预算数", "预算执行数", "预算执行率", "权重"),
        *("得分", "原因"),
    ),
    ("总额", "20.00", "25.00", "20.00", "80.00%", "10", "8", "设备交货晚"),
    ("其中：财政资金", "20.00", "25.00", "20.00", "80.00%", "/", "/", ""),
    ("其他资金", "0.00", "0.00", "0.00", "", "/", "/", ""),
    (
        *("一级指标", "二级指标", "三级指标", "指标性质", "指标值", "度量单位", "完成值"),
        *("权重", "得分", "未完成原因分析"),
    ),
    ("产出指标", "数量指标", "扫描档案", "≥", "5000", "卷", "5100", "20", "20", ""),
    ("合计", "", "", "", "", "", "", "100", "98", ""),
    ("评价结论", "完成较好"),
)
"""The form of Sichuan since 2022, one indicator of it."""


def sichuan() -> Table:
    rows = tuple(tuple(map(Cell, row)) for row in SICHUAN)
    return Table((18.0,) * 10, (), rows, title="部门预算项目支出绩效自评表（2021年度）")


def read(*blocks: Table | Paragraph | Heading) -> PrintedSheet:
    (sheet,) = printed_sheets(blocks)
    return sheet


def test_the_form_without_scores_states_its_money_in_pairs() -> None:
    sheet = read(*printed(evaluated()))
    assert sheet.funds[TOTAL, PLANNED] == "25.00"
    assert sheet.funds["其他资金", SPENT] == "0.00"
    assert sheet.party == "松溪县档案馆"


def test_the_national_form_states_its_money_in_columns() -> None:
    sheet = read(*national())
    assert sheet.funds[TOTAL, RATE] == "80.00%"
    assert sheet.funds["上年结转资金", SPENT] == "0.00"
    assert (sheet.total, sheet.total_points) == ("98.00", "100")


def test_the_form_of_sichuan_is_read_as_well() -> None:
    sheet = read(sichuan())
    assert sheet.funds[TOTAL, "年初预算数"] == "20.00"
    assert sheet.funds["财政拨款", SPENT] == "20.00"
    assert (sheet.expected, sheet.done) == ("扫描馆藏档案5000卷", "扫描馆藏档案5100卷")
    (row,) = sheet.rows
    assert (row.at(TARGET), row.at(ACTUAL), row.at(SCORE)) == ("5000", "5100", "20")


def test_the_form_of_sichuan_prints_no_code_of_the_department_above() -> None:
    (title,) = (dataclasses.replace(sichuan(), title="绩效自评表（馆藏数字化）"),)
    assert not findings("E20", with_reason(), pack=scored_pack("sichuan-0013zp"), blocks=(title,))


def test_merged_class_names_are_those_of_each_row_they_cover() -> None:
    rows = read(*printed(evaluated())).rows
    assert [plain(row.at(FIRST)) for row in rows] == [
        *["完成指标"] * 4,
        *["效益指标"] * 2,
        "满意度指标",
    ]
    assert plain(rows[-2].at(SECOND)) == "可持续影响指标"


def test_rows_below_one_that_was_taken_out_are_still_read() -> None:
    (table,) = printed(evaluated())
    names = [row.at(NAME) for row in read(without_row(table, "质量指标")).rows]
    assert names[:2] == ["扫描档案", "完成时间"]
    assert names[-1] == "查档群众满意度"


@pytest.mark.parametrize("above", [Paragraph("绩效自评（甲）"), Heading(1, "绩效自评（甲）")])
def test_the_title_of_a_table_may_stand_above_it(above: Paragraph | Heading) -> None:
    assert read(above, dataclasses.replace(sichuan(), title="")).title == "绩效自评（甲）"


def test_a_line_of_something_else_is_no_title() -> None:
    assert not read(Paragraph("附件"), dataclasses.replace(sichuan(), title="")).title


def test_a_table_of_the_whole_department_is_no_sheet() -> None:
    table = Table((50.0,) * 2, (), ((Cell("部门名称"), Cell("三级指标")),))
    assert not [*printed_sheets((table,))]
