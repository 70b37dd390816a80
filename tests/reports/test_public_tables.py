"""The set of public tables: what is printed, in which order and frame, and where gaps stand."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given, settings

from jsxh_desktop.app.packs import load_pack
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.organization import Organization
from jsxh_desktop.domain.pack import Pack, PublicTable
from jsxh_desktop.domain.stated import gap
from jsxh_desktop.narrative.block import Table
from jsxh_desktop.reports.public_tables import LAYOUTS, public_table, public_tables
from jsxh_desktop.reports.tables.amounts import MARK
from tests.filings import agreeing, archive, gappy
from tests.reports.matrix import body, head

EMPTY = Filing(2021)
EXTRA = (
    PublicTable("GZ", "十四", "国有资本经营预算财政拨款收入支出决算表", "", "说明：{unit}无数据。"),
)
PACK = load_pack("sichuan-2021")
ALL = dataclasses.replace(PACK, tables=(*PACK.tables, *EXTRA))


def every_table(filing: Filing) -> tuple[Table, ...]:
    return public_tables(filing, ALL)


def cells(table: Table) -> list[str]:
    return [cell.text for row in table.body for cell in row]


def test_every_table_a_province_may_list_can_be_laid_out() -> None:
    assert {table.id for table in ALL.tables} == set(LAYOUTS)


def test_tables_come_in_the_order_of_the_pack(kexie: Filing, pack: Pack) -> None:
    listed = [table.outline for table in public_tables(kexie, pack) if table.listed]
    assert listed == [f"{table.number}、{table.title}" for table in pack.tables]


def test_a_table_says_its_number_its_unit_and_whose_it_is(kexie: Filing, pack: Pack) -> None:
    (table,) = public_table(kexie, pack, "SG")
    assert table.number == "公开10表"
    assert table.left_note == "部门：广元市朝天区科学技术协会"
    assert table.right_note == "金额单位：万元"
    assert table.notes[0].startswith("注：本表反映部门本年度“三公”经费支出预决算情况。")


def test_a_table_the_pack_does_not_list_is_refused(pack: Pack) -> None:
    with pytest.raises(KeyError):
        public_table(EMPTY, pack, "GZ")


@given(agreeing())
@settings(max_examples=15)
def test_every_grid_is_filled_exactly(filing: Filing) -> None:
    for table in every_table(filing):
        assert head(table)
        assert body(table)


@given(gappy())
@settings(max_examples=25)
def test_a_filing_with_blanks_still_gives_every_table(filing: Filing) -> None:
    tables = every_table(filing)
    assert len([table for table in tables if table.listed]) == len(LAYOUTS)
    for table in tables:
        assert head(table)
        assert body(table)


@given(gappy())
@settings(max_examples=25)
def test_every_mark_in_a_cell_is_named_under_the_table(filing: Filing) -> None:
    for table in every_table(filing):
        assert MARK not in cells(table) or table.notes[-1].startswith("〔待填：")


def test_nothing_typed_prints_as_gaps_and_never_as_a_zero() -> None:
    for table in every_table(EMPTY):
        assert MARK in cells(table)
        assert "0.00" not in cells(table)


def test_what_is_missing_is_named_once() -> None:
    (table,) = public_table(EMPTY, PACK, "ZB")
    missing = ("收入决算", "支出决算（按功能分类）", "年初、年末结转和结余")
    assert sorted(table.notes[-1]) == sorted("".join(map(gap, missing)))


def test_a_unit_without_a_name_has_a_gap_for_it() -> None:
    (table,) = public_table(EMPTY, PACK, "ZB")
    assert table.left_note == f"部门：{gap(Organization.full_name.label)}"


@pytest.mark.parametrize("table_id", ["JJ", "JJSG", "GZZC", "GZ"])
def test_a_table_without_figures_keeps_its_grid_and_says_so(table_id: str) -> None:
    (table,) = public_table(archive(), ALL, table_id)
    assert head(table)
    assert {text for row in body(table) for text in row} <= {"", "合　　计"}
    assert table.notes[-1].startswith("说明：松溪县档案馆")


def test_nothing_is_called_empty_before_the_figures_are_known() -> None:
    for table_id in ("JJ", "JJSG", "GZZC", "GZ"):
        (table,) = public_table(EMPTY, ALL, table_id)
        assert "说明" not in "".join(table.notes)


def test_zeros_print_as_the_pack_says() -> None:
    printed = dataclasses.replace(PACK, zero="0.00")
    (table,) = public_table(archive(), printed, "ZB")
    assert body(table)[1][2] == "0.00"
