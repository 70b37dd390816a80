"""Excel files have the names of the folder for the bureau, and are whole or not there."""

from __future__ import annotations

import dataclasses
import datetime
import io
from pathlib import Path

import openpyxl
import pytest

from jsxh_desktop.app.check_report import check_report
from jsxh_desktop.app.checkup import judged
from jsxh_desktop.app.excel_files import excel_volumes, write_excel_files
from jsxh_desktop.app.packs import load_pack
from jsxh_desktop.app.problem import Problem
from jsxh_desktop.app.sample import sample
from jsxh_desktop.domain.organization import KeyWork
from jsxh_desktop.reports.excel.blocks import block_sheets
from jsxh_desktop.reports.excel.workbook import write_excel
from tests.app.conftest import Run
from tests.filings import archive

PACK = load_pack("sichuan-2021")


def test_the_files_are_numbered_as_the_folder_for_the_bureau() -> None:
    assert [*excel_volumes(sample(), PACK, "万元")] == ["02附表", "04项目自评表", "填报明细"]


def test_a_unit_without_projects_has_no_file_of_sheets() -> None:
    filing = dataclasses.replace(sample(), projects=(), goals=(), indicators=())
    assert [*excel_volumes(filing, PACK, "万元")] == ["02附表", "填报明细"]


def test_the_command_writes_every_file(run: Run, workbook: Path) -> None:
    answer = run("excel", workbook, "-o", workbook.parent / "材料")
    files = sorted((workbook.parent / "材料").iterdir())
    assert answer.status == 0
    assert [file.name for file in files] == ["02附表.xlsx", "04项目自评表.xlsx", "填报明细.xlsx"]
    assert len(answer.said.splitlines()) == 3


def test_without_a_folder_the_files_go_beside_the_workbook(run: Run, workbook: Path) -> None:
    assert run("excel", workbook).status == 0
    (folder,) = (path for path in workbook.parent.iterdir() if path.is_dir())
    assert folder.name.startswith("朝天区科协_2021决算公开_")


@pytest.mark.parametrize(
    ("option", "said"), [((), "金额单位：万元"), (("--yuan",), "金额单位：元")]
)
def test_the_tables_are_in_wan_unless_yuan_is_asked_for(
    run: Run, workbook: Path, option: tuple[str, ...], said: str
) -> None:
    run("excel", workbook, "-o", workbook.parent / "材料", *option)
    book = openpyxl.load_workbook(workbook.parent / "材料" / "02附表.xlsx")
    cells = (cell.value for sheet in book for row in sheet.iter_rows() for cell in row)
    assert {value for value in cells if str(value).startswith("金额单位")} == {said}


def test_a_file_in_place_of_the_folder_is_refused(run: Run, workbook: Path) -> None:
    answer = run("excel", workbook, "-o", workbook)
    assert answer.status == 2
    assert "已经有一个同名文件，请换一个名字" in answer.error


def test_a_text_no_cell_can_hold_leaves_the_old_file(tmp_path: Path) -> None:
    old = tmp_path / "填报明细.xlsx"
    old.write_text("旧的", "utf-8")
    filing = dataclasses.replace(archive(), key_work=(KeyWork("工" * 40_000),))
    wanted = excel_volumes(filing, PACK, "万元")
    with pytest.raises(Problem, match="有40000个字，表格的一格最多32767个字"):
        list(write_excel_files({"填报明细": wanted["填报明细"]}, filing, tmp_path))
    assert [path.name for path in tmp_path.iterdir()] == ["填报明细.xlsx"]
    assert old.read_text("utf-8") == "旧的"


def test_the_report_of_a_check_up_is_a_workbook_as_well() -> None:
    filing = archive()
    blocks = check_report(filing, judged(filing, ()), datetime.date(2022, 8, 20))
    target = io.BytesIO()
    write_excel(block_sheets(blocks), title="审核报告", author="", target=target)
    assert openpyxl.load_workbook(target).sheetnames == [
        "二、发现的问题",
        "三、无法判断的规则",
        "四、通过的规则",
    ]
