"""In each kind of file: damaged, locked, with macros, empty, very long, or made to do harm.

Every one is told in a sentence or read within bounds, by a child; the program goes on.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import openpyxl
import pytest

from jsxh_desktop.app.imports.gate import LOCKED, MACROS, TOO_LARGE
from jsxh_desktop.app.imports.source import MOST_COVERED, Source, read_source
from jsxh_desktop.app.problem import Problem
from tests.app.imports.bombs import (
    CELL,
    GIVEN,
    SHEET,
    WIDE,
    old_container,
    rebuilt,
    refused,
    repeated,
    rows,
    spoilt,
    with_rows,
)

KINDS = ("xlsx", "xls", "ods", "csv")
ONE = '<row r="1"><c r="A1"><v>1</v></c></row>'


@pytest.fixture
def given(tmp_path: Path) -> dict[str, Path]:
    """A plain file of each kind with two cells."""
    found = {kind: tmp_path / f"表.{kind}" for kind in KINDS}
    for kind in ("xls", "ods"):
        shutil.copy(GIVEN / f"plain.{kind}", found[kind])
    book = openpyxl.Workbook()
    book.worksheets[0].append(["科目", 1.5])
    book.save(found["xlsx"])
    found["csv"].write_text("科目,1.5\n", "utf-8")
    return found


@pytest.mark.parametrize("kind", KINDS)
def test_a_plain_file_of_each_kind_is_read(given: dict[str, Path], kind: str) -> None:
    (source,) = read_source(given[kind])
    assert source.text(0, 0) == "科目"
    assert source.text(0, 1) == "1.5"


@pytest.mark.parametrize("kind", KINDS)
def test_an_empty_file_of_each_kind_is_told(given: dict[str, Path], kind: str) -> None:
    given[kind].write_bytes(b"")
    assert "文件是空的" in refused(given[kind])


@pytest.mark.parametrize("kind", ["xlsx", "xls", "ods"])
def test_half_of_a_file_is_told(given: dict[str, Path], kind: str) -> None:
    content = given[kind].read_bytes()
    given[kind].write_bytes(content[: len(content) // 2])
    assert "请" in refused(given[kind])


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("seed", range(2))
def test_a_spoilt_file_is_told_or_read(given: dict[str, Path], kind: str, seed: int) -> None:
    path = given[kind]
    path.write_bytes(spoilt(path.read_bytes(), seed))
    try:
        sources = read_source(path)
    except Problem as problem:
        assert str(problem).startswith(f"“{path.name}”")  # noqa: PT017 - either is right
    else:
        assert all(isinstance(source, Source) for source in sources)


@pytest.mark.parametrize("kind", ["xls", "ods"])
def test_a_locked_file_is_told_what_to_do(tmp_path: Path, kind: str) -> None:
    path = Path(shutil.copy(GIVEN / f"locked.{kind}", tmp_path))
    assert LOCKED in refused(path)


@pytest.mark.parametrize("name", ["锁.xlsx", "改了名的锁.xls"])
def test_a_locked_workbook_is_an_old_container_whatever_it_is_called(
    tmp_path: Path, name: str
) -> None:
    path = tmp_path / name
    path.write_bytes(old_container("EncryptionInfo", "EncryptedPackage"))
    assert LOCKED in refused(path)


def test_macros_of_an_ods_are_told(tmp_path: Path) -> None:
    assert MACROS in refused(Path(shutil.copy(GIVEN / "macro.ods", tmp_path)))


def test_macros_of_an_xls_are_told(tmp_path: Path) -> None:
    path = tmp_path / "宏.xls"
    path.write_bytes(old_container("Workbook", "_VBA_PROJECT_CUR"))
    assert MACROS in refused(path)


@pytest.mark.parametrize(
    "markup",
    [repeated(1_048_576, CELL), repeated(1_048_576, WIDE), repeated(10**14, CELL)],
    ids=["every row", "every cell", "more than there are"],
)
def test_an_ods_whose_rows_repeat_without_end_is_refused(
    given: dict[str, Path], markup: str
) -> None:
    assert "请" in refused(with_rows(given["ods"], markup))


def test_blank_rows_to_the_end_of_an_ods_are_nothing(given: dict[str, Path]) -> None:
    markup = f"<table:table-row>{CELL}</table:table-row>" + repeated(1_048_575, "")
    (source,) = read_source(with_rows(given["ods"], markup))
    assert [len(row) for row in source.rows] == [1]


def test_a_size_that_is_only_declared_is_not_believed(given: dict[str, Path]) -> None:
    markup = rows(ONE).replace(b"<sheetData>", b'<dimension ref="A1:XFD1048576"/><sheetData>')
    (source,) = read_source(rebuilt(given["xlsx"], {SHEET: markup}))
    assert [len(row) for row in source.rows] == [1]


def test_millions_of_cells_are_refused_before_they_are_read(given: dict[str, Path]) -> None:
    row = "<row>" + "<c><v>1</v></c>" * 200 + "</row>"
    assert TOO_LARGE in refused(rebuilt(given["xlsx"], {SHEET: rows(row * 15_000)}))


def test_a_line_of_ten_million_cells_is_refused(given: dict[str, Path]) -> None:
    given["csv"].write_text("1," * 5_000_000, "utf-8")
    assert TOO_LARGE in refused(given["csv"])


def test_a_quote_that_is_never_closed_is_told(given: dict[str, Path]) -> None:
    given["csv"].write_text('甲,"乙\n' + "1,2\n" * 100_000, "utf-8")
    assert "文件损坏了" in refused(given["csv"])


def test_merged_cells_without_end_are_not_worked_out() -> None:
    areas = [(row, 0, row + 9_000, 150) for row in range(5_000)]
    source = Source("表", [["甲"]] * 10_000, areas)
    assert len(source.covers) <= MOST_COVERED


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_what_looks_like_a_formula_is_a_text(given: dict[str, Path], kind: str) -> None:
    text = "=cmd|'/c calc'!A1"
    given["csv"].write_text(f"{text},1\n", "utf-8")
    book = openpyxl.Workbook()
    cell = book.worksheets[0]["A1"]
    cell.value, cell.data_type = text, "s"
    book.save(given["xlsx"])
    (source,) = read_source(given[kind])
    assert source.value(0, 0) == text
