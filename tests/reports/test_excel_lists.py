"""What was entered as lists: every fen and every character, by heads a program knows."""

from __future__ import annotations

import dataclasses
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jsxh_desktop.domain.entry import entries
from jsxh_desktop.domain.filing import LISTS, SINGLES, Filing
from jsxh_desktop.domain.money import LARGEST, Money
from jsxh_desktop.domain.organization import Duty
from jsxh_desktop.domain.pack import Pack
from jsxh_desktop.domain.terms import IndicatorNature
from jsxh_desktop.reports.excel.entered import (
    GROUPS,
    LIST_NAMES,
    MARK,
    SINGLE_RECORDS,
    entered_sheets,
)
from jsxh_desktop.reports.excel.flat import Heading, amount, list_sheet, number, said
from jsxh_desktop.reports.excel.indicators import NAME, indicator_list
from jsxh_desktop.reports.excel.sheet import LONGEST_TEXT, Content
from tests.filings import archive
from tests.reports.excel_reading import read, values, written


def back(*contents: Content) -> list[object]:
    """What comes back of cells one below the other."""
    content = written([list_sheet("表", [Heading("栏", 40)], [[each] for each in contents])])
    return [row[0] for row in values(content, "表")[1:]]


@pytest.fixture(scope="module")
def entered(kexie: Filing) -> bytes:
    return written(entered_sheets(kexie))


def test_every_list_and_single_record_of_a_filing_has_its_place() -> None:
    assert LIST_NAMES.keys() == LISTS.keys()
    assert GROUPS.keys() == SINGLES.keys()


def test_the_heads_are_the_labels_and_amounts_say_that_they_are_yuan(entered: bytes) -> None:
    assert values(entered, "收入")[0] == ["编号", "功能分类科目", "收入来源", "收入决算数（元）"]


def test_a_record_is_a_row_and_names_its_project_by_number_and_name(entered: bytes) -> None:
    rows = values(entered, "支出")
    tagged = next(row for row in rows[1:] if row[6])
    assert tagged[0] == 3
    assert tagged[6] == "2 天府科技云服务中心工作经费"


def test_single_records_stand_below_one_another_with_their_units(entered: bytes) -> None:
    rows = values(entered, SINGLE_RECORDS)
    assert ["编制和人数", "行政编制", 4.0, "名"] in rows
    count = sum(len(entries(entity)) for entity in SINGLES.values())
    assert len(rows) == count + 1


def test_a_blank_is_no_zero(entered: bytes) -> None:
    (blank,) = (row for row in values(entered, SINGLE_RECORDS) if row[1] == "上年因公出国（境）费")
    assert blank[2] == ""


def test_whose_they_are_is_said_where_nobody_looks(entered: bytes) -> None:
    mark = read(entered)[MARK]
    assert mark.sheet_state == "veryHidden"
    assert ["year", "2021"] in values(entered, MARK)


@given(st.integers(-LARGEST, LARGEST))
def test_an_amount_comes_back_to_the_fen(fen: int) -> None:
    (cell,) = back(amount(fen))
    assert Money.parse(f"{cell:.2f}" if isinstance(cell, float) else str(cell), "元") == Money(fen)


def test_an_amount_longer_than_a_spreadsheet_keeps_is_text() -> None:
    assert back(amount(10**15 - 1), amount(10**15 + 1)) == [9999999999999.99, "10000000000000.01"]


@pytest.mark.parametrize("value", ["0.1", "93.8", "100", "0.123456789012345", "-7.50"])
def test_a_decimal_comes_back_exactly(value: str) -> None:
    (cell,) = back(number(Decimal(value)))
    assert Decimal(repr(cell)) == Decimal(value)


# Whatever a workbook of ours may hold: all but what no column of it takes.
ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=40)


@given(ANY_TEXT)
def test_a_text_comes_back_character_by_character(text: str) -> None:
    assert back(said("x"), said(text), said("x")) == ["x", text, "x"]


@pytest.mark.parametrize("text", ["_x0041_", "a_x000D_", "__x0041_", "\r\n", " ", "&lt;", "=1"])
def test_what_means_something_to_a_spreadsheet_comes_back_as_typed(text: str) -> None:
    assert back(said(text), said("x")) == [text, "x"]


def test_a_text_no_cell_can_hold_is_refused_in_a_sentence() -> None:
    filing = dataclasses.replace(archive(), duties=(Duty("职" * (LONGEST_TEXT + 1)),))
    with pytest.raises(ValueError, match="“职职职职职职职职职职…”有32768个字"):
        written(entered_sheets(filing))


def test_the_list_of_indicators_has_a_row_for_each(kexie: Filing, pack: Pack) -> None:
    rows = values(written([indicator_list(kexie, pack)]), NAME)
    assert len(rows) == len(kexie.indicators) + 1
    assert rows[1] == [
        *(1, "科普经费", "完成指标", "数量指标", "印发科普宣传资料"),
        *(str(kexie.indicators[0].nature), "1万", "册", "1万"),
    ]
    assert kexie.indicators[0].nature is IndicatorNature.AT_LEAST
