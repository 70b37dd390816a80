"""The public tables and sheets as a workbook: what prints, as numbers, and prints as it did."""

from __future__ import annotations

import dataclasses
import io
import re
import zipfile
from collections import Counter

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.money import Money
from jsxh_desktop.domain.pack import Pack
from jsxh_desktop.narrative.block import Align, Cell, Heading, Paragraph, Table
from jsxh_desktop.reports.evaluation_form import evaluation_sheets
from jsxh_desktop.reports.excel.blocks import block_sheets
from jsxh_desktop.reports.excel.disclosure import evaluation_form_sheets, public_table_sheets
from jsxh_desktop.reports.excel.sheet import LONGEST_NAME, sheet_name
from jsxh_desktop.reports.excel.sheet_markup import letters
from jsxh_desktop.reports.excel.table import table_sheet
from jsxh_desktop.reports.public_tables import public_tables
from jsxh_desktop.reports.style import MM
from tests.filings import archive
from tests.reports.excel_reading import read, shown, values, written

INCOME = "公开02 收入决算表"
HEAD = ((Cell("编码"), Cell("名称"), Cell("金额")),)


def detailed() -> Filing:
    """A filing whose lines carry both codes, so many that the detail needs three pages."""
    filing = archive()
    line = filing.expenditure[0]
    codes = [f"301{n:02}" for n in range(1, 15)] + [f"302{n:02}" for n in range(1, 15)]
    lines = tuple(dataclasses.replace(line, economic=code) for code in codes)
    return dataclasses.replace(filing, expenditure=lines)


@pytest.fixture(scope="module")
def tables(kexie: Filing, pack: Pack) -> bytes:
    return written(public_table_sheets(kexie, pack))


def sheet(*row: Cell) -> Worksheet:
    """A sheet with one row under a head."""
    return read(written([table_sheet(Table((20, 60, 30), HEAD, (row,)), "表")]))["表"]


def test_there_is_a_sheet_for_each_table_by_its_number_and_title(tables: bytes, pack: Pack) -> None:
    titles = [table.title for table in pack.tables]
    named = [f"公开{number:02} {title}" for number, title in enumerate(titles, 1)]
    assert read(tables).sheetnames == named
    assert max(map(len, named)) <= LONGEST_NAME


def test_every_text_and_figure_of_the_print_is_there(
    tables: bytes, kexie: Filing, pack: Pack
) -> None:
    book = read(tables)
    for table, made in zip(public_tables(kexie, pack), book, strict=True):
        cells = [cell.text for row in (*table.head, *table.body) for cell in row if cell.text]
        around = (table.title, table.number, table.left_note, table.right_note, *table.notes)
        assert Counter(shown(made)) == Counter([*cells, *around])


def test_a_figure_is_a_number_and_a_code_is_text(tables: bytes) -> None:
    (row,) = (row for row in values(tables, INCOME) if row[0] == "2060103")
    assert row[:4] == ["2060103", "机关服务", 6.41, 6.41]


def test_amounts_have_two_decimals_and_codes_stay_text_when_edited(tables: bytes) -> None:
    made = read(tables)[INCOME]
    assert made["C8"].number_format == "0.00"
    assert made["A8"].number_format == "@"


def test_in_yuan_every_fen_is_there(pack: Pack) -> None:
    filing = archive()
    income = dataclasses.replace(filing.income[0], final=Money(110_123_456_789))
    filing = dataclasses.replace(filing, income=(income,))
    content = written(public_table_sheets(filing, pack, "元"))
    rows = values(content, INCOME)
    assert "金额单位：元" in rows[2]
    assert 1101234567.89 in rows[6]
    assert read(content)[INCOME]["C7"].number_format == "#,##0.00"


def test_heads_are_merged_and_totals_bold_as_they_print(tables: bytes) -> None:
    made = read(tables)[INCOME]
    assert {"A1:I1", "A4:B4", "C4:C5", "A6:B6", "A7:B7"} <= {*map(str, made.merged_cells.ranges)}
    assert made["A7"].font.b
    assert made["C7"].font.b
    assert not made["C10"].font.b


def test_the_heads_stay_in_sight_and_come_again_on_each_page(tables: bytes) -> None:
    made = read(tables)[INCOME]
    assert made.freeze_panes == "A7"
    assert made.print_title_rows == "$4:$6"


def test_a_sheet_prints_on_a4_turned_as_the_print_and_as_wide_as_a_page(
    tables: bytes, kexie: Filing, pack: Pack
) -> None:
    for table, made in zip(public_tables(kexie, pack), read(tables), strict=True):
        setup = made.page_setup
        assert (setup.paperSize, setup.fitToWidth) == (9, 1)
        assert (setup.orientation == "landscape") is table.landscape
        fit = made.sheet_properties.pageSetUpPr
        assert fit is not None
        assert fit.fitToPage


def test_a_table_a_little_higher_than_a_page_is_printed_smaller_and_a_long_one_on_more() -> None:
    row = (Cell("1"), Cell("名称"), Cell())
    one, more = (
        read(written([table_sheet(Table((20, 60, 30), HEAD, (row,) * count), "表")]))["表"]
        for count in (40, 400)
    )
    assert one.page_setup.fitToHeight == 1
    assert more.page_setup.fitToHeight == 0


def test_columns_have_the_widths_of_the_print() -> None:
    made = sheet(Cell(), Cell(), Cell())
    widths = [made.column_dimensions[letters(n)].width for n in range(3)]
    assert [round(width / widths[0], 1) for width in widths] == [1, 3, 1.5]


def test_a_row_is_as_high_as_its_text_needs() -> None:
    made = sheet(Cell(), Cell("科" * 100), Cell())
    lines = 100 * 10.5 / (60 * MM)
    assert made.row_dimensions[2].height > lines * 10.5


@pytest.mark.parametrize("typed", ["=1+1", "+86", "-12", "@a", "=cmd|' /C calc'!A0"])
def test_what_looks_like_a_formula_is_text(typed: str) -> None:
    cell = sheet(Cell(typed), Cell(), Cell())["A2"]
    assert cell.data_type == "s"
    assert cell.quotePrefix
    assert cell.value == typed


@pytest.mark.parametrize("typed", ["007", "1.5", "12", "2021.12.30", "95%", "1e3", "-", ""])
def test_typed_text_at_the_left_is_never_a_number(typed: str) -> None:
    assert sheet(Cell(typed), Cell(), Cell())["A2"].data_type in {"s", "n"}
    assert (sheet(Cell(typed), Cell(), Cell())["A2"].value or "") == typed


def test_a_whole_number_at_the_right_is_a_number() -> None:
    assert sheet(Cell(), Cell(), Cell("8", align=Align.RIGHT))["C2"].value == 8


def test_a_wide_detail_is_one_sheet_whose_pages_end_where_the_prints_do(pack: Pack) -> None:
    filing = detailed()
    pages = [table for table in public_tables(filing, pack) if "公开05" in table.number]
    made = read(written(public_table_sheets(filing, pack)))["公开05 财政拨款支出决算明细表"]
    assert len(pages) > 1
    assert made.max_column == sum(len(page.widths) - 2 for page in pages) + 2
    assert [brk.id for brk in made.col_breaks.brk] == [
        2 + sum(len(page.widths) - 2 for page in pages[:count]) for count in range(1, len(pages))
    ]
    assert made.print_title_cols == "$A:$B"
    assert made.freeze_panes == "C7"


def test_every_project_has_a_sheet_with_all_its_print_says(kexie: Filing, pack: Pack) -> None:
    book = read(written(evaluation_form_sheets(kexie, pack)))
    assert book.sheetnames[0] == "附表1 科普经费"
    for table, made in zip(evaluation_sheets(kexie, pack), book, strict=True):
        cells = [cell.text for row in table.body for cell in row if cell.text]
        assert Counter(shown(made)) == Counter([*cells, table.title, table.label])


def test_the_same_filing_makes_the_same_bytes(kexie: Filing, pack: Pack) -> None:
    first, again = (written(public_table_sheets(kexie, pack)) for _ in range(2))
    assert first == again


def test_nobody_is_named_but_the_unit(tables: bytes) -> None:
    about = zipfile.ZipFile(io.BytesIO(tables)).read("docProps/core.xml").decode()
    assert re.findall(r"<(\w+:\w+)>([^<]*)</", about) == [
        ("dc:title", "附表"),
        ("dc:creator", "某县档案馆"),
        ("dc:language", "zh-CN"),
    ]


def test_names_of_sheets_differ_and_hold_what_a_spreadsheet_allows() -> None:
    long = "一" * 40
    first = sheet_name(long, [])
    assert (len(first), sheet_name(long, [first])[-3:]) == (LONGEST_NAME, "（2）")
    assert sheet_name("a/b:c?[d]*", []) == "a_b_c__d__"
    assert sheet_name("A", ["a"]) == "A（2）"
    assert sheet_name("  ", []) == "未命名"


def test_blocks_become_a_sheet_a_table_under_what_leads_to_it() -> None:
    table = Table((20, 60, 30), HEAD, ((Cell("1"), Cell("科普"), Cell()),), own_page=False)
    blocks = (Heading(0, "审核报告"), Paragraph("共一处。"), Heading(1, "一、问题"), table, table)
    book = read(written(block_sheets(blocks)))
    assert book.sheetnames == ["一、问题", "一、问题（2）"]
    assert [*shown(book["一、问题"])][:3] == ["审核报告", "共一处。", "一、问题"]
    assert book["一、问题"].print_title_rows == "$4:$4"


def test_nothing_to_show_is_no_workbook() -> None:
    with pytest.raises(ValueError, match="nothing to write"):
        written(())
