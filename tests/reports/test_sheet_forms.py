"""The forms with scores, read back cell by cell."""

from __future__ import annotations

import dataclasses

import pytest

from jsxh_desktop.app.packs import load_pack
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.project import Project
from jsxh_desktop.domain.sheet_form import SheetValue
from jsxh_desktop.domain.stated import gap
from jsxh_desktop.narrative.block import Align, Table
from jsxh_desktop.reports.evaluation_form import evaluation_sheets, listed
from jsxh_desktop.reports.sheets.values import VALUES
from jsxh_desktop.reports.tables.amounts import MARK
from tests.reports.evaluated import evaluated
from tests.reports.matrix import body

PACKS = ("sichuan-2021", "sichuan-2022", "national-2020", "national-2021-cost")
NAME, UNIT = "馆藏数字化", "松溪县档案馆"
SUPERVISOR = "101001-松溪县委办公室"


def sheet_of(pack: str, filing: Filing | None = None) -> Table:
    (sheet,) = evaluation_sheets(filing or evaluated(), load_pack(pack))
    return sheet


def rows(pack: str) -> list[list[str]]:
    return body(sheet_of(pack))


def test_every_value_a_form_may_name_is_known() -> None:
    assert set(VALUES) == set(SheetValue)


@pytest.mark.parametrize("pack", PACKS)
def test_the_cells_of_a_form_fill_its_columns(pack: str) -> None:
    assert all(len(row) == len(load_pack(pack).sheet.widths) for row in rows(pack))


def test_the_form_of_2020_is_the_national_one() -> None:
    sheet, table = sheet_of("national-2020"), rows("national-2020")
    assert (sheet.title, sheet.subtitle, sheet.label) == ("项目支出绩效自评表", "（2021年度）", "")
    assert table[0] == ["项目名称"] * 2 + [NAME] * 7
    assert table[1] == ["主管部门"] * 2 + [SUPERVISOR] * 3 + ["实施单位"] + [UNIT] * 3
    money = ["项目资金\n（万元）"] * 2
    assert table[2:7] == [
        [*money, "", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"],
        [*money, "年度资金总额：", "25.00", "25.00", "20.00", "10", "80.00%", "8.00"],
        [*money, "其中：当年财政拨款", "16.00", "16.00", "12.00", "—", "75.00%", "—"],
        [*money, "上年结转资金", "4.00", "4.00", "4.00", "—", "100.00%", "—"],
        [*money, "其他资金", "5.00", "5.00", "4.00", "—", "80.00%", "—"],
    ]
    goals = ["目标1：扫描5000卷\n目标2：建成平台。"] * 4 + [
        "目标1：扫描4000卷\n目标2：平台建成"
    ] * 4
    assert table[8] == ["年度总体目标", *goals]
    assert table[9][1:] == [
        *("一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分"),
        "偏差原因分析\n及改进措施",
    ]
    none = ["—"] * 5 + [""]
    output, benefit = "产出指标\n（50分）", "效益指标\n（30分）"
    assert [row[1:] for row in table[10:-1]] == [
        [output, "数量指标", "扫描档案", "≥5000卷", "4000卷", "30", "24.00", ""],
        [output, "质量指标", *none],
        [output, "时效指标", "完成时间", "2021年11月30日前", "2021年11月28日", "12.5", "12.50", ""],
        [output, "成本指标", *none],
        [benefit, "经济效益指标", *none],
        [benefit, "社会效益指标", "查档便利", "有效提升", "有所提升", "37", "25.90", "平台上线晚"],
        [benefit, "生态效益指标", *none],
        [benefit, "可持续影响指标", *none],
        [
            *("满意度指标\n（10分）", "服务对象满意度指标", "群众满意度", "≥90%", "93%"),
            *("10.5", "10.50", ""),
        ],
    ]
    assert table[-1] == ["总　　分"] * 6 + ["100", "80.90", ""]
    assert sheet.signature.split("\t")[:3] == ["填报人：", "审核人：", "联系电话："]


def test_the_form_with_costs_begins_with_them() -> None:
    table = rows("national-2021-cost")
    first = list(dict.fromkeys(row[1] for row in table[10:-1]))
    assert first == [
        *("成本指标\n（20分）", "产出指标\n（40分）", "效益指标\n（20分）", "满意度指标\n（10分）")
    ]
    assert [row[2] for row in table[10:13]] == ["经济成本指标", "社会成本指标", "生态环境成本指标"]
    assert table[3][-3:] == ["10", "80.00%", "7.00"]  # 80% is a band of seven tenths


def test_the_form_of_sichuan_since_2022_has_signs_and_units_of_their_own() -> None:
    sheet, table = sheet_of("sichuan-2022"), rows("sichuan-2022")
    assert sheet.label == "报表编号：510000_0013zp"
    assert sheet.title == "部门预算项目支出绩效自评表（2021年度）"
    assert table[0] == ["项目名称"] * 2 + [f"35072421T000000000001-{NAME}"] * 9
    assert table[1][4:] == ["实施单位（盖章）"] * 3 + [UNIT] * 4
    assert table[3][3] == "扫描5000卷；建成平台。"
    assert table[3][7] == "扫描4000卷；平台建成。"
    assert table[4][3] == "分三批扫描"
    assert [row[1:2] + row[3:5] + row[6:] for row in table[6:11]] == [
        ["总额", "25.00", "25.00", "20.00", "80.00%", "10", "8.00", "设备交货晚"],
        ["其中：财政资金", "20.00", "20.00", "16.00", "80.00%", "/", "/", "设备交货晚"],
        ["财政专户管理资金", "3.00", "3.00", "3.00", "100.00%", "/", "/", "设备交货晚"],
        ["单位资金", "2.00", "2.00", "1.00", "50.00%", "/", "/", "设备交货晚"],
        ["其他资金", "0.00", "0.00", "0.00", "/", "/", "/", "设备交货晚"],
    ]
    day = "2021年\n11月30日", "", "2021年\n11月28日"
    assert [row[1:] for row in table[12:16]] == [
        ["产出指标", "数量指标", "扫描档案", "≥", "5000", "卷", "4000", "30", "24.00", ""],
        ["产出指标", "时效指标", "完成时间", "≤", *day, "12.5", "12.50", ""],
        [
            *("效益指标", "社会效益\n指标", "查档便利", "定性", "有效提升", "", "有所提升"),
            *("37", "25.90", "平台上线晚"),
        ],
        [
            *("满意度\n指标", "服务对象\n满意度指标", "群众满意度", "≥", "90", "%", "93"),
            *("10.5", "10.50", ""),
        ],
    ]
    assert table[16] == ["合　　计"] * 8 + ["100", "80.90", ""]
    assert [(row[0], row[2]) for row in table[17:20]] == [
        ("评价结论", "基本完成"),
        ("存在问题", "设备不足"),
        ("改进措施", "增购设备"),
    ]
    assert table[20][0].startswith("项目负责人：")
    assert sheet.notes[0].startswith("注：1.预算执行率=预算执行数/调整后预算数")


def test_amounts_stand_at_the_right_and_running_text_at_the_left() -> None:
    cells = [cell for row in sheet_of("national-2020").body for cell in row]
    align = {cell.text: cell.align for cell in cells}
    assert align["25.00"] is Align.RIGHT
    assert align["扫描档案"] is align["平台上线晚"] is Align.LEFT
    assert align["24.00"] is align["项目名称"] is Align.CENTRE


def test_rows_are_as_high_as_the_form_says() -> None:
    heights = [
        max((cell.height for cell in row), default=0) for row in sheet_of("national-2020").body
    ]
    assert heights[:8] == [7, 7, 7, 6.4, 6.4, 6.4, 6.4, 6.4]


def test_points_nobody_gave_are_marked_and_asked_for_below() -> None:
    indicators = (dataclasses.replace(evaluated().indicators[0], weight=None),)
    sheet = sheet_of("national-2020", dataclasses.replace(evaluated(), indicators=indicators))
    assert body(sheet)[10][6:8] == [MARK, MARK]
    assert body(sheet)[-1][6:8] == [MARK, MARK]
    assert sheet.notes == (gap("分值") + gap("得分"),)


@pytest.mark.parametrize("pack", PACKS)
def test_a_project_of_which_nothing_is_known_prints_gaps(pack: str) -> None:
    filing = Filing(2021, projects=(Project(id=1),))
    texts = [cell.text for row in sheet_of(pack, filing).body for cell in row]
    assert gap("绩效指标") in texts
    assert gap("预期目标") in texts


@pytest.mark.parametrize("pack", PACKS)
def test_the_contents_name_the_sheets_as_the_form_is_called(pack: str) -> None:
    made = load_pack(pack)
    (sheet,) = listed(evaluation_sheets(evaluated(), made), evaluated(), made)
    assert sheet.outline.startswith("附表1　2021年")
