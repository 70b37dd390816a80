"""Word files have the names of the folder for the bureau, and are whole or not there."""

from __future__ import annotations

import dataclasses
import datetime
from pathlib import Path

import docx
import pytest

from jsxh_desktop.app.naming import folder_name
from jsxh_desktop.app.packs import load_pack
from jsxh_desktop.app.problem import Problem
from jsxh_desktop.app.sample import sample
from jsxh_desktop.app.selection import Selection
from jsxh_desktop.app.word_files import word_volumes
from jsxh_desktop.domain.organization import Organization
from tests.app.conftest import Run

PACK = load_pack("sichuan-2021")


def names(selection: Selection) -> list[str]:
    return [volume.name for volume in word_volumes(sample(), PACK, selection)]


def test_all_files_are_numbered_as_the_folder_for_the_bureau() -> None:
    assert names(Selection()) == [
        "整套公开材料",
        "01说明",
        "02附表",
        "03整体自评报告",
        "03项目自评报告",
        "04项目自评表1 科普经费",
        "04项目自评表2 天府科技云服务中心工作经费",
        "04项目自评表3 省级科普专项经费",
        "04项目自评表4 未命名项目",
    ]


def test_one_sheet_and_one_part_are_files_of_their_own() -> None:
    assert names(Selection(sheet=2)) == ["04项目自评表2 天府科技云服务中心工作经费"]
    assert names(Selection(part="名词解释")) == ["第三部分 名词解释"]


def test_a_sheet_that_is_not_there_is_told() -> None:
    with pytest.raises(Problem, match="没有第9张项目自评表"):
        names(Selection(sheet=9))


def test_a_unit_without_projects_has_no_sheets() -> None:
    filing = dataclasses.replace(sample(), projects=(), goals=(), indicators=())
    found = [volume.name for volume in word_volumes(filing, PACK, Selection())]
    assert found[-1] == "03项目自评报告"


def test_the_files_beside_the_book_repeat_none_of_its_blocks_but_all_worth_one() -> None:
    whole, *others = word_volumes(sample(), PACK, Selection())
    apart = [block for volume in others for block in volume.blocks]
    titles = {"第四部分\n附件"}
    missing = [block for block in whole.blocks if block not in apart]
    assert {getattr(block, "text", "") for block in missing} - titles <= {""}


def test_a_title_goes_without_the_number_of_its_file() -> None:
    titles = [volume.title for volume in word_volumes(sample(), PACK, Selection())]
    assert titles[1:3] == ["朝天区科协2021年度部门决算　说明", "朝天区科协2021年度部门决算　附表"]


def test_the_folder_is_named_for_unit_year_and_day() -> None:
    day = datetime.date(2022, 9, 5)
    filing = dataclasses.replace(
        sample(), organization=Organization(full_name="某县/科协", code="205001")
    )
    assert folder_name(filing, day) == "205001_某县_科协_2021决算公开_20220905"
    assert folder_name(sample(), day) == "朝天区科协_2021决算公开_20220905"


def test_the_command_writes_every_file(run: Run, workbook: Path) -> None:
    answer = run("word", workbook, "-o", workbook.parent / "材料")
    files = sorted((workbook.parent / "材料").iterdir())
    assert answer.status == 0
    assert len(answer.said.splitlines()) == len(files) == 9
    assert all(docx.Document(str(file)).paragraphs for file in files)


def test_without_a_folder_the_files_go_beside_the_workbook(run: Run, workbook: Path) -> None:
    assert run("word", workbook, "--sheet", 1).status == 0
    (folder,) = (path for path in workbook.parent.iterdir() if path.is_dir())
    assert folder.name.startswith("朝天区科协_2021决算公开_")
    assert [file.name for file in folder.iterdir()] == ["04项目自评表1 科普经费.docx"]


def test_a_file_in_place_of_the_folder_is_refused(run: Run, workbook: Path) -> None:
    answer = run("word", workbook, "-o", workbook)
    assert answer.status == 2
    assert "已经有一个同名文件，请换一个名字" in answer.error
