"""The public tables as figures: their keys, what stands in a cell, and what is missing."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping

import pytest
from hypothesis import given, settings

from jsxh_desktop.app.packs import load_pack
from jsxh_desktop.domain import totals
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.money import Money, wan
from jsxh_desktop.domain.stated import NotStated
from jsxh_desktop.domain.terms import APPROPRIATION, ExpenditureKind, IncomeSource
from jsxh_desktop.tables.figure_table import UNCODED, FigureTable
from jsxh_desktop.tables.public import FIGURES, figure_table, figure_tables
from jsxh_desktop.tables.titles import TITLES, title_of
from tests.filings import BASIC, FUNDS, PROJECT, agreeing, archive, gappy, spent
from tests.rules.stating import kexie

PACK = load_pack("sichuan-2021")
FINAL = {
    "ZB": ("支出/206", "金额", "141.65"),
    "SR": ("2060702", "财政拨款收入", "5.00"),
    "ZC": ("20607", "项目支出", "38.30"),
    "CZ": ("支出/总计", "一般公共预算财政拨款", "161.94"),
    "CZMX": ("合计", "合计", "161.94"),
    "YB": ("合计", "基本支出", "123.64"),
    "YBMX": ("206", "合计", "141.65"),
    "YBJB": ("公用经费合计", "决算数", "16.27"),
    "YBXM": ("2060799/科普经费", "金额", "10.00"),
    "SG": ("金额", "决算数/公务接待费", "0.48"),
    "JJ": ("合计", "本年支出", "0.00"),
    "JJSG": ("金额", "预算数/合计", "0.00"),
    "GZ": ("合计", "年末结转和结余", "0.00"),
    "GZZC": ("合计", "项目支出", "0.00"),
}


def tables(filing: Filing) -> Mapping[str, FigureTable]:
    return figure_tables(filing, PACK)


def test_there_are_fourteen_each_with_a_title() -> None:
    assert list(FIGURES) == list(TITLES) == list(FINAL)


@pytest.mark.parametrize("table_id", FINAL)
def test_a_cell_is_found_by_the_words_of_the_form(table_id: str) -> None:
    row, column, amount = FINAL[table_id]
    assert figure_table(table_id, kexie(), PACK).at(row, column) == wan(amount)


def test_one_asked_for_alone_is_the_one_among_all_in_the_order_they_are_published() -> None:
    filing = dataclasses.replace(kexie(), income=())
    alone = figure_table("GZ", filing, PACK)
    found = tables(filing)
    assert list(found) == list(FIGURES)
    assert found["GZ"] is alone
    assert tables(filing) is found


def test_what_comes_out_as_it_was_is_the_very_same() -> None:
    before = tables(kexie())
    changed = dataclasses.replace(kexie(), income=())
    figure_table("SR", changed, PACK)  # of the others none was asked for
    after = tables(changed)
    assert after["ZC"] is before["ZC"]
    assert after["SR"] != before["SR"]


def test_the_columns_are_called_as_the_form_heads_them() -> None:
    found = tables(kexie())
    keys = {table_id: [column.key for column in found[table_id].columns] for table_id in found}
    assert keys["SR"][:2] == ["本年收入合计", "财政拨款收入"]
    assert keys["ZC"] == ["本年支出合计", *map(str, ExpenditureKind)]
    assert keys["CZ"] == ["金额", "合计", *map(str, APPROPRIATION)]
    assert keys["JJ"] == keys["GZ"]
    assert keys["SG"][2] == "预算数/公务用车购置及运行维护费"


def test_keys_are_plain_text() -> None:
    for table in tables(kexie()).values():
        for row, column in table.cells:
            assert (type(row), type(column)) == (str, str)


def test_the_rows_of_the_totals_begin_with_their_side() -> None:
    rows = [row.key for row in tables(kexie())["ZB"].rows]
    assert rows[:8] == [f"收入/{source}" for source in IncomeSource]
    assert "支出/年末结转和结余" in rows
    carried = "收入/年初财政拨款结转和结余"
    funds = [f"{carried}/{fund}" for fund in APPROPRIATION]
    assert [x.key for x in tables(kexie())["CZ"].rows if x.key.startswith(carried)] == [
        carried,
        *funds,
    ]


def test_projects_of_one_name_are_told_apart() -> None:
    filing = archive()
    twin = dataclasses.replace(filing.projects[0], id=2)
    line = spent("2012604", PROJECT, "1.00", "1.00", project=2)
    filing = dataclasses.replace(
        filing, projects=(*filing.projects, twin), expenditure=(*filing.expenditure, line)
    )
    rows = [row.key for row in tables(filing)["YBXM"].rows if row.level > 3]
    assert rows == ["2012604/馆藏数字化", "2012604/馆藏数字化（2）"]


def test_money_without_an_economic_code_has_a_column_of_its_own() -> None:
    assert tables(archive())["YBMX"].at("合计", UNCODED) == wan("110.00")


def test_what_is_missing_is_raised_where_the_cell_is_read() -> None:
    table = tables(dataclasses.replace(archive(), carryover=()))["ZB"]
    with pytest.raises(NotStated, match="年初、年末结转和结余"):
        table.at("收入/总计", "金额")


def test_a_cell_no_table_has_is_a_key_error() -> None:
    table = tables(archive())["CZ"]
    assert not table.has("收入/总计", "合计")
    with pytest.raises(KeyError):
        table.at("收入/总计", "合计")


def test_a_table_is_empty_only_once_that_is_known() -> None:
    assert tables(archive())["JJ"].empty
    assert not tables(Filing(2021))["JJ"].empty
    line = spent("2120801", BASIC, "1.00", "1.00", fund=FUNDS)
    assert not tables(dataclasses.replace(archive(), expenditure=(line,)))["JJ"].empty


def test_nothing_entered_leaves_no_amount_anywhere() -> None:
    for table in tables(Filing(2021)).values():
        assert not [x for x in table.cells.values() if isinstance(x, Money)]


@given(gappy())
@settings(max_examples=20)
def test_every_cell_is_of_a_row_and_a_column(filing: Filing) -> None:
    for table in tables(filing).values():
        rows = {row.key for row in table.rows}
        columns = {column.key for column in table.columns}
        assert len(rows) == len(table.rows)
        assert {row for row, _ in table.cells} == rows
        assert {column for _, column in table.cells} <= columns


@given(agreeing())
@settings(max_examples=10)
def test_the_tables_add_up_what_sentences_say(filing: Filing) -> None:
    found = tables(filing)
    assert found["ZC"].at("合计", "本年支出合计") == totals.expenditure(filing)
    assert found["ZB"].at("收入/总计", "金额") == totals.income_side(filing)
    assert found["YB"].at("合计", "合计") == totals.general_budget(filing)


def test_a_pack_may_title_a_table_otherwise() -> None:
    assert title_of("SG", PACK) == "一般公共预算财政拨款“三公”经费支出决算表"
    assert title_of("GZ", PACK) == TITLES["GZ"]
