"""`import` shows what would change and writes it only with consent, as one step of undo."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from jsxh_desktop.app.commands import read_filing
from jsxh_desktop.app.workspace import Workspace
from jsxh_desktop.domain.money import Money
from tests.app.conftest import Answer, Run


@pytest.fixture
def tables(run: Run, workbook: Path) -> Path:
    """The 填报明细 of the workbook with one amount changed."""
    run("excel", workbook, "-o", workbook.parent / "材料")
    path = workbook.parent / "材料" / "填报明细.xlsx"
    book = openpyxl.load_workbook(path)
    book["收入"]["D2"] = 64_100.01
    book.save(path)
    return path


def first_income(workbook: Path) -> Money | None:
    return read_filing(workbook).income[0].final


def test_without_consent_nothing_is_written(run: Run, workbook: Path, tables: Path) -> None:
    before = workbook.read_bytes()
    answer = run("import", workbook, tables)
    assert answer.status == 0
    assert "D2 收入决算数：64100.00 → 64100.01" in answer.said
    assert "还没有写入" in answer.said
    assert workbook.read_bytes() == before


def test_with_consent_it_is_one_step_of_undo(run: Run, workbook: Path, tables: Path) -> None:
    assert "已写入" in run("import", workbook, tables, "--yes").said
    assert first_income(workbook) == Money(6_410_001)
    workspace = Workspace.open(workbook)
    workspace.undo()
    workspace.close()
    assert first_income(workbook) == Money(6_410_000)


def test_what_is_the_same_says_so(run: Run, workbook: Path, tables: Path) -> None:
    run("import", workbook, tables, "--yes")
    assert "没有要改的" in run("import", workbook, tables, "--yes").said


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [("无.xlsx", None, "请检查文件还在不在"), ("空.xlsx", b"", "文件是空的")],
)
def test_a_file_that_cannot_be_read_is_one_sentence(
    run: Run, workbook: Path, name: str, content: bytes | None, sentence: str
) -> None:
    path = workbook.parent / name
    if content is not None:
        path.write_bytes(content)
    answer: Answer = run("import", workbook, path)
    assert answer.status == 2
    assert sentence in answer.error
    assert len(answer.error.splitlines()) == 1


def test_a_year_there_is_not_is_told(run: Run, workbook: Path, tables: Path) -> None:
    assert "没有2019年度" in run("import", workbook, tables, "--year", 2019).error
