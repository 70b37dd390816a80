"""The 部门整体支出绩效自评表 as it prints, read back cell by cell."""

from __future__ import annotations

import dataclasses
from decimal import Decimal

from jsxh_desktop.app.book import document, volumes
from jsxh_desktop.app.packs import load_pack
from jsxh_desktop.app.pieces import pieces
from jsxh_desktop.app.selection import Selection
from jsxh_desktop.domain.department_indicator import DepartmentIndicator
from jsxh_desktop.domain.filing import Filing, with_value
from jsxh_desktop.domain.organization import KeyWork
from jsxh_desktop.domain.project import Goal
from jsxh_desktop.domain.report_text import DepartmentReport
from jsxh_desktop.domain.stated import gap
from jsxh_desktop.domain.terms import IndicatorNature
from jsxh_desktop.narrative.block import Gap, Table
from jsxh_desktop.reports.department_form import department_sheet
from jsxh_desktop.reports.tables.amounts import MARK
from tests.department import OWN, SCANS, changed, whole
from tests.filings import archive
from tests.reports.matrix import body

SICHUAN, NATIONAL = load_pack("sichuan-2021"), load_pack("national-2020")
MISSING = gap("部门整体支出绩效自评表")


def sheet(filing: Filing) -> Table:
    (made,) = department_sheet(filing, SICHUAN)
    return made


def test_the_sheet_of_sichuan_prints_as_its_picture() -> None:
    made = sheet(whole({"明确性": "4.5"}))
    table = body(made)
    assert (made.title, made.subtitle) == ("部门整体支出绩效自评表", "（2021年度）")
    assert (made.left_note, made.right_note) == ("部门（单位）：松溪县档案馆", "单位：分")
    assert table[0] == ["一级指标", "二级指标", "三级指标", "分值", "自评得分", "扣分原因及说明"]
    assert table[1:3] == [
        ["部门决策\n（25分）", "目标任务（15分）", "相关性", "5", "5.0", ""],
        ["部门决策\n（25分）", "目标任务（15分）", "明确性", "5", "4.5", "办得不够"],
    ]
    assert [row[2:] for row in table if row[1] == f"{OWN}（20分）"] == [
        ["扫描档案（目标5000卷）", "12", "10.8", "设备交货晚"],
        ["接待查档（目标800人次）", "8", "8.0", ""],
    ]
    assert table[-1] == ["合　　计"] * 3 + ["100", "98.3", ""]
    assert len(table) == 31


def test_a_class_for_ones_own_asks_for_an_indicator() -> None:
    filing = whole()
    given = filing.department_indicators[:27]
    made = sheet(dataclasses.replace(filing, department_indicators=given))
    (row,) = (row for row in body(made) if row[1].startswith(OWN))
    assert row[2:5] == [gap("三级指标"), MARK, MARK]


def test_a_score_nobody_gave_is_marked() -> None:
    table = body(sheet(changed(whole(), 1, score=None)))
    assert table[1][4] == table[-1][4] == MARK


def test_what_the_form_has_no_place_for_is_printed_all_the_same() -> None:
    table = body(sheet(changed(whole(), SCANS, group="其他")))
    assert table[-2][:2] == [gap("一级指标"), "其他"]


def test_the_national_form_has_money_goals_tasks_and_indicators() -> None:
    record = DepartmentIndicator(
        *("数量指标", "扫描档案", IndicatorNature.AT_LEAST, "5000", "卷", "4500", Decimal(90)),
        reason="设备交货晚",
        id=1,
    )
    filing = dataclasses.replace(
        archive(),
        department_indicators=(record,),
        goals=(Goal(None, "建成数字档案馆", "建成一期"), Goal(1, "扫描", "已扫描")),
        key_work=(KeyWork("馆藏数字化"), KeyWork("查档便民")),
    )
    (made,) = department_sheet(filing, NATIONAL)
    table = body(made)
    assert table[0] == ["部门名称"] * 2 + ["松溪县档案馆"] * 7
    assert [row[2] for row in table[2:5]] == ["年度资金总额：", "其中：基本支出", "项目支出"]
    assert table[2][6] == "10"
    assert (table[6][1], table[6][5]) == ("目标1：建成数字档案馆", "目标1：建成一期")
    assert [row[1:3] for row in table[8:10]] == [["任务1", "馆藏数字化"], ["任务2", "查档便民"]]
    assert table[11][1:] == [
        *("产出指标\n（50分）", "数量指标", "扫描档案", "≥5000卷", "4500卷", "90", "81.00"),
        "设备交货晚",
    ]


def test_a_sheet_that_is_not_begun_leaves_its_gap() -> None:
    annexes = next(part for part in document(archive(), SICHUAN) if part.key == "annexes")
    assert MISSING in [block.text for block in annexes.blocks if isinstance(block, Gap)]
    assert department_sheet(archive(), SICHUAN) == ()


def test_the_sheet_stands_behind_the_report_of_the_department() -> None:
    annexes = next(part for part in document(whole(), SICHUAN) if part.key == "annexes")
    assert MISSING not in [block.text for block in annexes.blocks if isinstance(block, Gap)]
    place = annexes.blocks.index(sheet(whole()))
    assert "附件2" in getattr(annexes.blocks[place + 1], "text", "")


def said(filing: Filing) -> str:
    """The text of the annexes."""
    annexes = next(part for part in document(filing, SICHUAN) if part.key == "annexes")
    return "".join(getattr(block, "text", "") for block in annexes.blocks)


def test_the_report_says_what_the_sheet_comes_to_unless_the_unit_states_it() -> None:
    assert "自评得分为98.8分，评价等级为优" in said(whole())
    stated = with_value(whole(), DepartmentReport.self_score, Decimal(95))
    assert "自评得分为95分" in said(stated)
    assert "自评得分为〔待填：自评得分〕分" in said(archive())


def test_points_lost_on_the_sheet_ask_for_a_problem() -> None:
    assert "存在问题（自评得分98.8分，低于100分" in said(whole())


def test_it_is_a_piece_of_the_document_of_its_own() -> None:
    selection = Selection(part="annexes")
    made = [block for piece in pieces(whole(), SICHUAN, selection) for block in piece(whole())]
    blocks = volumes(whole(), SICHUAN, selection)[0].blocks
    assert made.index(sheet(whole())) == blocks.index(sheet(whole()))
