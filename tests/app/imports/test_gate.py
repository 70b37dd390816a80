"""Files that are no tables, or were made to do harm, are told in one sentence each."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from jsxh_desktop.app.imports import gate
from jsxh_desktop.app.imports.source import Cancelled, Source, read_source
from tests.app.imports.bombs import SHEET, rebuilt, refused, rows

FIRST = '<row r="1"><c r="A1"><v>1</v></c></row>'
FAR = FIRST + '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
NO_ROW = FIRST + '<row r="99999999999"><c r="A99999999999"><v>1</v></c></row>'


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """A plain workbook with two cells."""
    made = openpyxl.Workbook()
    sheet = made.active
    assert sheet is not None
    sheet.append(["科目", 1.5])
    made.save(tmp_path / "表.xlsx")
    return tmp_path / "表.xlsx"


def test_a_plain_workbook_is_read_with_its_addresses(book: Path) -> None:
    (source,) = read_source(book)
    assert (source.text(0, 0), source.value(0, 1)) == ("科目", source.value(0, 1))
    assert source.address(0, 1) == "B1"


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    assert "请检查文件还在不在" in refused(tmp_path / "没有.xlsx")


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("空.xlsx", b"", "文件是空的"),
        ("乱码.xlsx", bytes(range(256)) * 20, "认不出这是什么文件"),
        ("半截.xlsx", b"PK\x03\x04" + bytes(400), "文件损坏了"),
        ("旧格式.xls", gate.OLD + bytes(4096), "文件损坏了"),
        ("网页.xls", "<html><table><tr><td>收入".encode(), "其实是网页"),
        ("公文.pdf", b"%PDF-1.7 ...", "这是 PDF"),
        ("空行.csv", b"\n\n", "没有填了内容的表"),
    ],
)
def test_what_is_no_table_is_refused(
    tmp_path: Path, name: str, content: bytes, sentence: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert sentence in refused(path)


@pytest.mark.parametrize("part", range(1, 8))
def test_a_workbook_with_a_changed_byte_is_refused(book: Path, part: int) -> None:
    content = bytearray(book.read_bytes())
    place = content.find(b"PK\x03\x04", part * len(content) // 9)
    content[place + 60] ^= 0xFF
    book.write_bytes(content)
    assert "请" in refused(book)


def test_a_half_copied_workbook_is_refused(book: Path) -> None:
    book.write_bytes(book.read_bytes()[: book.stat().st_size // 2])
    assert "文件损坏了" in refused(book)


def test_an_encrypted_archive_is_refused(book: Path) -> None:
    content = book.read_bytes()
    locked = content.replace(
        b"PK\x01\x02\x14\x03\x14\x00\x00\x00", b"PK\x01\x02\x14\x03\x14\x00\x01\x00"
    )
    assert locked != content
    book.write_bytes(locked)
    assert "加了密码" in refused(book)


def test_a_document_or_an_archive_is_no_table(book: Path) -> None:
    assert "不是表格" in refused(rebuilt(book, {"xl/workbook.xml": None, "word/document.xml": b""}))


@pytest.mark.parametrize("name", ["宏.xlsm", "改了名的宏.xlsx"])
def test_a_workbook_with_macros_is_refused_whatever_it_is_called(book: Path, name: str) -> None:
    path = book.rename(book.with_name(name))
    assert "带着宏" in refused(rebuilt(path, {"xl/vbaProject.bin": b"code"}))


@pytest.mark.parametrize("markup", [FAR, NO_ROW], ids=["far", "no such row"])
def test_a_cell_out_of_reach_ends_the_reader_and_not_the_program(book: Path, markup: str) -> None:
    assert "请" in refused(rebuilt(book, {SHEET: rows(markup)}))


def test_a_workbook_that_would_fill_the_memory_is_refused(book: Path) -> None:
    assert "文件太大" in refused(rebuilt(book, {SHEET: rows(" " * 30_000_000)}))


def test_a_workbook_of_too_many_parts_is_refused(book: Path) -> None:
    parts: dict[str, bytes | None] = {f"xl/media/{n}.png": b"" for n in range(2_100)}
    assert "文件太大" in refused(rebuilt(book, parts))


def test_entities_are_not_unfolded(book: Path) -> None:
    markup = b'<!DOCTYPE a [<!ENTITY b "cccccccccc">]>' + rows("")
    assert "文件损坏了" in refused(rebuilt(book, {SHEET: markup}))


def test_names_that_lead_out_of_the_archive_are_refused(book: Path) -> None:
    assert "文件损坏了" in refused(rebuilt(book, {"../../evil.txt": b"x"}))


def test_a_formatted_last_row_is_no_reason_to_refuse(book: Path) -> None:
    cell = '<row r="1"><c r="A1"><v>7</v></c></row><row r="1048576" s="1"><c r="A1048576"/></row>'
    (source,) = read_source(rebuilt(book, {SHEET: rows(cell)}))
    assert [len(row) for row in source.rows] == [1]


def test_a_hundred_thousand_rows_are_read_and_more_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "长.csv"
    path.write_text("2060702,5.00\n" * 100_000, "utf-8")
    (source,) = read_source(path)
    assert len(source.rows) == 100_000
    path.write_text("2060702,5.00\n" * 100_001, "utf-8")
    assert "文件太大" in refused(path)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
@pytest.mark.parametrize("mark", [",", "\t", ";"])
def test_text_is_read_in_the_usual_encodings(tmp_path: Path, encoding: str, mark: str) -> None:
    path = tmp_path / "收入.csv"
    path.write_text(mark.join(["2060702", "科普活动", '"1,234.50"']), encoding)
    (source,) = read_source(path)
    assert source.rows == [["2060702", "科普活动", "1,234.50"]]


def test_waiting_can_be_ended(book: Path) -> None:
    with pytest.raises(Cancelled):
        read_source(book, lambda: True)


def test_merged_cells_share_the_text_of_the_first() -> None:
    source = Source("表", [["甲", ""], ["", ""], ["乙", "丙"]], [(4, 2, 5, 3)], top=4, left=2)
    assert source.shared(1, 1) == "甲"
    assert source.shared(2, 1) == "丙"
    assert source.address(2, 1) == "D7"
