"""填报明细 goes out as an Excel file and comes back to the last fen and character."""

from __future__ import annotations

import dataclasses
import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings

from jsxh_desktop.app.imports.importing import plan_of
from jsxh_desktop.app.imports.plan import ImportPlan, State
from jsxh_desktop.app.packs import load_pack
from jsxh_desktop.app.problem import Problem
from jsxh_desktop.app.sample import sample
from jsxh_desktop.domain.change import Added, Put, Removed
from jsxh_desktop.domain.entry import Kind, entries
from jsxh_desktop.domain.filing import LISTS, SINGLES, Filing
from jsxh_desktop.domain.income import IncomeLine
from jsxh_desktop.domain.money import Money
from jsxh_desktop.domain.organization import Organization
from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.project import Project
from jsxh_desktop.domain.terms import IncomeSource
from jsxh_desktop.reports.excel.entered import entered_sheets
from jsxh_desktop.store.file import Workbook
from tests.app.imports.files import read_here, written
from tests.app.imports.round_trips import by_place
from tests.examples import examples
from tests.filings import gappy
from tests.store.drawn import filings

NO_CHARACTERS = dict.fromkeys((0xFFFE, 0xFFFF), "")
PACK = load_pack("sichuan-2021")


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workbook]:
    """One workbook for all filings: each replaces the one before."""
    with Workbook.create(tmp_path_factory.mktemp("kept") / "kept.jsxh") as workbook:
        yield workbook


def exported(filing: Filing, folder: Path) -> Path:
    return written(entered_sheets(filing), folder / "填报明细.xlsx")


def planned(path: Path, filing: Filing) -> ImportPlan:
    return plan_of(read_here(path), filing, PACK)


def usual(filing: Filing) -> Filing:
    """The filing without counts below nothing, which no field takes, and without no characters.

    U+FFFE and U+FFFF are none: nobody types them, and readers of spreadsheets do not decode them.
    """
    parts: dict[str, Any] = {name: _usual(getattr(filing, name)) for name in SINGLES}
    parts |= {name: tuple(map(_usual, getattr(filing, name))) for name in LISTS}
    return dataclasses.replace(filing, **parts)


def _usual(record: Any) -> Any:
    counts = {
        entry.name: abs(entry.of(record))
        for entry in entries(type(record))
        if entry.kind is Kind.WHOLE and entry.of(record) is not None
    }
    texts = {
        entry.name: entry.of(record).translate(NO_CHARACTERS)
        for entry in entries(type(record))
        if isinstance(entry.of(record), str) and entry.kind in {Kind.TEXT, Kind.PROSE}
    }
    return dataclasses.replace(record, **counts, **texts)


def at_home(workbook: Workbook, filing: Filing, plan: ImportPlan) -> Filing:
    """An empty year of the same unit after the plan."""
    key = workbook.save(Filing(filing.year, precision=filing.precision))
    workbook.apply(key, plan.title, plan.changes)
    return workbook.load(key)


@given(filing=filings())
@settings(max_examples=examples(8))
def test_what_goes_out_comes_back(kept: Workbook, tmp_path_factory: Any, filing: Filing) -> None:
    filing = kept.load(kept.save(usual(filing)))
    sources = read_here(exported(filing, tmp_path_factory.getbasetemp()))
    assert plan_of(sources, filing, PACK).changes == ()
    plan = plan_of(sources, Filing(filing.year), PACK)
    assert not plan.counts[State.UNREAD]
    assert by_place(at_home(kept, filing, plan)) == by_place(filing)


@given(filing=gappy(), other=gappy())
@settings(max_examples=examples(8))
def test_another_filing_becomes_what_the_file_says(
    kept: Workbook, tmp_path_factory: Any, filing: Filing, other: Filing
) -> None:
    filing = kept.load(kept.save(named(filing, "甲")))
    path = exported(filing, tmp_path_factory.getbasetemp())
    key = kept.save(named(other, "乙"))
    plan = planned(path, kept.load(key))
    kept.apply(key, plan.title, plan.changes)
    after = by_place(kept.load(key))
    for name in SINGLES:
        assert getattr(after, name) == getattr(filing, name)
    for name in LISTS:
        ours, theirs = getattr(after, name), getattr(by_place(filing), name)
        assert Counter(map(repr, bare(ours))) == Counter(map(repr, bare(theirs)))


def bare(records: tuple[Any, ...]) -> list[Any]:
    return [dataclasses.replace(record, id=0) for record in records]


def named(filing: Filing, name: str) -> Filing:
    organization = dataclasses.replace(filing.organization, full_name=name)
    return dataclasses.replace(filing, organization=organization)


@pytest.fixture(scope="module")
def example(kept: Workbook) -> Filing:
    return kept.load(kept.save(sample()))


@pytest.fixture(scope="module")
def untouched(example: Filing, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return exported(example, tmp_path_factory.mktemp("untouched"))


@pytest.fixture
def file(untouched: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(untouched, tmp_path))


def edited(path: Path, sheet: str, edits: dict[str, Any], gone: int = 0) -> Path:
    """The file after a clerk worked on it in a spreadsheet."""
    book = openpyxl.load_workbook(path)
    for cell, value in edits.items():
        book[sheet][cell] = value
    if gone:
        book[sheet].delete_rows(gone)
    book.save(path)
    return path


def test_a_changed_amount_is_one_put_and_shown_old_and_new(example: Filing, file: Path) -> None:
    plan = planned(edited(file, "收入", {"D2": 64_100.01}), example)
    line = example.income[0]
    assert plan.changes == (Put(IncomeLine.final, Money(6_410_001), line.id),)
    (cell,) = (cell for cell in plan.cells if cell.state is State.CHANGED)
    assert (cell.address, cell.old, cell.new) == ("D2", "64100.00", "64100.01")
    assert cell.place == Place(IncomeLine.final, line.id)


def test_an_amount_typed_as_text_is_an_amount(example: Filing, file: Path) -> None:
    plan = planned(edited(file, "收入", {"D2": "64，100.01元"}), example)
    assert plan.changes == (Put(IncomeLine.final, Money(6_410_001), example.income[0].id),)


def test_a_row_put_in_between_is_added_there(example: Filing, file: Path) -> None:
    book = openpyxl.load_workbook(file)
    book["收入"].insert_rows(3)
    for cell, value in (("B3", 2010301), ("C3", "其他收入"), ("D3", 12.5)):
        book["收入"][cell] = value
    book.save(file)
    (added,) = planned(file, example).changes
    assert added == Added(IncomeLine("2010301", IncomeSource.OTHER, Money(1250)), 1)


def test_a_row_that_is_gone_is_taken_out_and_told(example: Filing, file: Path) -> None:
    plan = planned(edited(file, "收入", {}, gone=2), example)
    assert plan.changes == (Removed(IncomeLine, example.income[0].id),)
    assert plan.counts[State.REMOVED] == 1


def test_rows_sorted_in_a_spreadsheet_change_nothing(example: Filing, file: Path) -> None:
    book = openpyxl.load_workbook(file)
    rows = [[cell.value for cell in row] for row in book["支出"].iter_rows(min_row=2)]
    for place, row in enumerate(reversed(rows), 2):
        for column, value in enumerate(row, 1):
            book["支出"].cell(place, column).value = value
    book.save(file)
    assert planned(file, example).changes == ()


def test_a_new_project_takes_what_names_it(file: Path, kept: Workbook) -> None:
    book = openpyxl.load_workbook(file)
    book["项目"].append([None, "乡村科普"])
    book["年度总体目标"].append([None, "乡村科普", "办班10期", "办班12期"])
    book.save(file)
    key = kept.save(sample())
    kept.apply(key, "导入", planned(file, kept.load(key)).changes)
    after = kept.load(key)
    assert after.projects[-1].name == "乡村科普"
    last = after.goals[-1]
    assert (last.expected, last.project) == ("办班10期", after.projects[-1].id)


def test_a_project_that_is_gone_takes_along_what_belongs_to_it(kept: Workbook, file: Path) -> None:
    held = kept.load(kept.save(sample()))
    book = openpyxl.load_workbook(exported(held, file.parent))
    gone = str(held.projects[0].id)
    for name, column in (("项目", 1), ("年度总体目标", 2), ("绩效指标", 2)):
        for row in range(book[name].max_row, 1, -1):
            if str(book[name].cell(row, column).value).split(" ")[0] == gone:
                book[name].delete_rows(row)
    book.save(file)
    plan = planned(file, held)
    assert plan.changes[0] == Removed(Project, held.projects[0].id)
    key = next(key for key, year in kept.filings() if year == held.year)
    kept.apply(key, "导入", plan.changes)
    after = kept.load(key)
    assert len(after.projects) == len(held.projects) - 1
    assert planned(exported(after, file.parent), after).changes == ()


def test_what_cannot_be_read_is_told_and_left_alone(example: Filing, file: Path) -> None:
    edits = {"B2": "一百零一", "C3": "彩票收入", "D4": "若干"}
    plan = planned(edited(file, "收入", edits), example)
    assert plan.changes == ()
    told = {cell.address: cell.reason for cell in plan.cells if cell.state is State.UNREAD}
    assert told.keys() == edits.keys()
    assert "应为金额" in told["D4"]


def test_the_files_of_another_unit_or_year_say_so(file: Path) -> None:
    notes = planned(file, Filing(2022, organization=Organization(full_name="某镇"))).notes
    assert any("年度是2021，现在填的是2022" in note for note in notes)
    assert any("请核对是不是这个单位" in note for note in notes)


def test_a_file_of_a_newer_program_is_refused(example: Filing, file: Path) -> None:
    with pytest.raises(Problem, match="更新的版本"):
        planned(edited(file, "jsxh", {"B2": "2"}), example)


def test_a_sheet_that_was_deleted_says_nothing(example: Filing, file: Path) -> None:
    book = openpyxl.load_workbook(file)
    del book["收入"]
    del book["基本数据"]
    book.save(file)
    assert planned(file, example).changes == ()
