"""Word, Excel and the folder for the bureau, made in a process of their own."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Callable
from pathlib import Path

import docx
import openpyxl
import pytest

from jsxh_desktop.app.deliver import SUMS
from jsxh_desktop.app.file_maker import FileMaker
from jsxh_desktop.app.loose import EXCEL, WORD
from jsxh_desktop.app.one_file import write_file
from jsxh_desktop.app.problem import Problem
from jsxh_desktop.app.selection import Selection
from jsxh_desktop.domain.filing import Filing
from tests.filings import archive

DAY = datetime.date(2022, 8, 20)


@pytest.fixture
def small() -> Filing:
    """A unit without projects, whose folder is made soon."""
    return dataclasses.replace(archive(), projects=(), project_reports=())


def test_a_part_is_a_word_file(tmp_path: Path) -> None:
    path = tmp_path / "说明.docx"
    FileMaker().write(archive(), Selection(part="statements"), WORD, path)
    first = docx.Document(str(path)).paragraphs[0].text
    assert first.startswith("第二部分")


def sheets(filing: Filing, selection: Selection, folder: Path) -> list[str]:
    path = folder / "表.xlsx"
    write_file(filing, selection, EXCEL, path)
    return list(openpyxl.load_workbook(path).sheetnames)


def test_the_whole_as_excel_is_every_table_and_sheet(tmp_path: Path) -> None:
    names = sheets(archive(), Selection(), tmp_path)
    assert names[0] == "公开01 收入支出决算总表"
    assert names[-2:] == ["附表1 馆藏数字化", "指标清单"]


def test_one_sheet_as_excel_is_that_sheet(tmp_path: Path) -> None:
    assert len(sheets(archive(), Selection(sheet=1), tmp_path)) == 1


def test_the_part_of_the_tables_as_excel_is_the_tables(tmp_path: Path) -> None:
    names = sheets(archive(), Selection(part="tables"), tmp_path)
    assert all(name.startswith("公开") for name in names)


def test_a_part_without_a_table_is_told(tmp_path: Path) -> None:
    with pytest.raises(Problem, match="这一部分里没有表"):
        sheets(archive(), Selection(part="terms"), tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_the_folder_is_whole_and_each_file_is_told(small: Filing, tmp_path: Path) -> None:
    told: list[tuple[str, int, int]] = []
    folder = tmp_path / "报送"
    count = FileMaker().deliver(small, folder, DAY, lambda *step: told.append(step))
    assert (folder / SUMS).exists()
    assert len([*folder.iterdir()]) == count
    assert [done for _, done, _ in told] == list(range(count))


@pytest.mark.parametrize("after", [0, 2])
def test_what_is_given_up_leaves_nothing_behind(small: Filing, tmp_path: Path, after: int) -> None:
    with pytest.raises(KeyboardInterrupt):
        FileMaker().deliver(small, tmp_path / "报送", DAY, stopping(after))
    assert list(tmp_path.iterdir()) == []


def stopping(after: int) -> Callable[[str, int, int], None]:
    def step(_name: str, done: int, _whole: int) -> None:
        if done >= after:
            raise KeyboardInterrupt

    return step


def test_a_folder_that_is_there_is_told_in_one_sentence(small: Filing, tmp_path: Path) -> None:
    with pytest.raises(Problem, match="已经有了，不会覆盖"):
        FileMaker().deliver(small, tmp_path, DAY, lambda *_step: None)


def test_without_another_process_it_is_made_here(tmp_path: Path) -> None:
    path = tmp_path / "说明.docx"
    maker = FileMaker(("/nowhere/python", "-m", "nothing"))
    maker.write(archive(), Selection(part="statements"), WORD, path)
    assert path.exists()
