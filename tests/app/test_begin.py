"""How work begins: nothing is written over, a slip is one sentence, last year's book is offered."""

from __future__ import annotations

import datetime
import os
from pathlib import Path

import pytest

from jsxh_desktop.app import begin, data_folder
from jsxh_desktop.app.problem import Problem
from jsxh_desktop.store.file import Workbook


def test_the_year_due_is_the_one_before_today() -> None:
    assert begin.year_due(datetime.date(2022, 3, 1)) == 2021


def test_a_new_unit_is_written_with_one_empty_year(tmp_path: Path) -> None:
    path = tmp_path / "决算资料" / "科协.jsxh"
    begin.new_unit(path, " 朝天区科协 ", "123", 2021)
    with Workbook.open(path) as workbook:
        ((key, year),) = workbook.filings()
        unit = workbook.load(key).organization
    assert (year, unit.full_name, unit.code) == (2021, "朝天区科协", "123")


def test_a_unit_needs_a_name(tmp_path: Path) -> None:
    with pytest.raises(Problem, match="先写单位全称"):
        begin.new_unit(tmp_path / "a.jsxh", " ", "", 2021)
    assert list(tmp_path.iterdir()) == []


def test_a_new_unit_is_never_written_over_a_file(tmp_path: Path) -> None:
    path = tmp_path / "a.jsxh"
    path.write_text("别的", "utf-8")
    with pytest.raises(Problem, match="已经存在"):
        begin.new_unit(path, "科协", "", 2021)
    assert path.read_text("utf-8") == "别的"


@pytest.mark.parametrize("typed", ["2021", " 2021年度 ", "2021年"])
def test_a_year_is_read_as_it_is_said(typed: str) -> None:
    assert begin.read_year(typed) == 2021


@pytest.mark.parametrize("typed", ["", "今年", "21", "1999", "２０２１"])
def test_what_is_no_year_is_told_in_one_sentence(typed: str) -> None:
    with pytest.raises(Problem, match="年度写成四位数字"):
        begin.read_year(typed)


def test_a_proposed_name_is_free(tmp_path: Path) -> None:
    assert data_folder.proposed(tmp_path, "科协").name == "科协.jsxh"
    (tmp_path / "科协.jsxh").touch()
    assert data_folder.proposed(tmp_path, "科协").name == "科协 2.jsxh"


def test_a_proposed_name_is_one_every_system_takes(tmp_path: Path) -> None:
    assert data_folder.proposed(tmp_path, "甲/乙:丙").name == "甲_乙_丙.jsxh"


def test_the_sample_is_written_once_and_then_found(tmp_path: Path) -> None:
    first = begin.sample_in(tmp_path)
    before = first.stat().st_mtime_ns
    assert begin.sample_in(tmp_path) == first
    assert first.stat().st_mtime_ns == before


def test_workbooks_of_a_folder_are_found_the_last_one_first(tmp_path: Path) -> None:
    for age, name in enumerate(("甲", "乙")):
        begin.new_unit(tmp_path / f"{name}.jsxh", name, "", 2020)
        os.utime(tmp_path / f"{name}.jsxh", (1000 - age, 1000 - age))
    begin.sample_in(tmp_path)
    (tmp_path / "坏的.jsxh").write_bytes(b"nonsense")
    found = data_folder.workbooks_in(tmp_path)
    assert [(one.name, one.years) for one in found] == [("甲", (2020,)), ("乙", (2020,))]


def test_a_folder_that_is_not_there_holds_nothing(tmp_path: Path) -> None:
    assert data_folder.workbooks_in(tmp_path / "没有") == ()


def test_only_a_book_without_this_year_is_carried_forward() -> None:
    has = data_folder.Found(Path("a"), "甲", (2020, 2021))
    older = data_folder.Found(Path("b"), "乙", (2019,))
    due = data_folder.Found(Path("c"), "丙", (2019, 2020))
    assert begin.to_carry((has, older, due), 2021) is due
    assert begin.to_carry((has, older), 2021) is None
