"""The rows and columns of single tables, on the sample and where codes are unusual."""

from __future__ import annotations

import dataclasses

import pytest

from jsxh_desktop.domain.expenditure import ExpenditureLine
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.income import IncomeLine
from jsxh_desktop.domain.money import wan
from jsxh_desktop.domain.pack import Pack
from jsxh_desktop.domain.stated import gap
from jsxh_desktop.domain.terms import ExpenditureKind, FundSource, IncomeSource
from jsxh_desktop.reports.public_tables import public_table
from tests.filings import BASIC, FUNDS, GENERAL, PROJECT, cut, spent
from tests.reports.matrix import Matrix, body, head

MISSING_DETAIL = gap("支出的经济分类明细")


def rows(filing: Filing, pack: Pack, table_id: str) -> Matrix:
    return [row for table in public_table(filing, pack, table_id) for row in body(table)]


def joint(code: str, economic: str, final: str, **facts: FundSource) -> ExpenditureLine:
    """A line with both codes."""
    return spent(code, PROJECT, final, final, economic=economic, **facts)


def with_lines(filing: Filing, *lines: ExpenditureLine) -> Filing:
    return dataclasses.replace(filing, expenditure=(*filing.expenditure, *lines))


def only(filing: Filing, *lines: ExpenditureLine) -> Filing:
    return dataclasses.replace(filing, expenditure=lines)


def test_the_table_of_totals_numbers_its_lines_down_both_sides(kexie: Filing, pack: Pack) -> None:
    table = rows(kexie, pack, "ZB")
    assert [row[1] for row in table] == [str(number) for number in range(1, 31)]
    assert [row[4] for row in table] == [str(number) for number in range(31, 61)]


def test_the_table_of_totals_has_its_fixed_rows(kexie: Filing, pack: Pack) -> None:
    table = rows(kexie, pack, "ZB")
    assert table[0] == [
        "一、一般公共预算财政拨款收入",
        "1",
        "161.94",
        "一、一般公共服务支出",
        "31",
        "",
    ]
    assert table[5][3:] == ["六、科学技术支出", "36", "141.65"]
    assert table[25][3:] == ["二十六、抗疫特别国债安排的支出", "56", ""]
    assert table[27][::3] == ["使用非财政拨款结余", "结余分配"]
    assert table[29] == ["总　　计", "30", "161.94", "总　　计", "60", "161.94"]


def test_the_appropriation_goes_on_counting_at_33(kexie: Filing, pack: Pack) -> None:
    table = rows(kexie, pack, "CZ")
    assert [row[4] for row in table] == [str(number) for number in range(33, 65)]
    assert table[31][5:] == ["161.94", "161.94", "", ""]


def test_a_class_beyond_the_fixed_ones_gets_a_row_of_its_own(kexie: Filing, pack: Pack) -> None:
    filing = with_lines(kexie, spent("2330101", BASIC, "3.00", "3.00"))
    table = rows(filing, pack, "ZB")
    assert table[26][3:] == ["二十七、债务发行费用支出", "58", "3.00"]
    assert table[27][5] == "164.94"


def test_the_general_budget_prints_as_its_picture(kexie: Filing, pack: Pack) -> None:
    table = rows(kexie, pack, "YB")
    assert table[:4] == [
        ["合　　计", "合　　计", "161.94", "123.64", "38.30"],
        ["206", "科学技术支出", "141.65", "103.35", "38.30"],
        ["20601", "科学技术管理事务", "6.41", "6.41", ""],
        ["2060103", "机关服务", "6.41", "6.41", ""],
    ]
    assert len(table) == 17


def test_heads_count_their_columns(kexie: Filing, pack: Pack) -> None:
    (table,) = public_table(kexie, pack, "SR")
    assert head(table)[2] == ["栏　　次", "栏　　次", *"1234567"]


def test_a_code_nobody_named_stands_with_a_gap_and_its_money(kexie: Filing, pack: Pack) -> None:
    filing = with_lines(kexie, spent("2069998", BASIC, "1.00", "1.00"))
    assert ["2069998", gap("科目名称"), "1.00", "1.00", ""] in rows(filing, pack, "YB")


def test_income_without_a_code_stands_last_with_its_money(kexie: Filing, pack: Pack) -> None:
    line = IncomeLine(source=IncomeSource.OTHER, final=wan("2.00"))
    filing = dataclasses.replace(kexie, income=(*kexie.income, line))
    assert rows(filing, pack, "SR")[-1][1:3] == [gap("功能分类科目"), "2.00"]


def test_projects_stand_under_the_item_that_paid_them(kexie: Filing, pack: Pack) -> None:
    assert rows(kexie, pack, "YBXM") == [
        ["合　　计", "合　　计", "38.30"],
        ["206", "科学技术支出", "38.30"],
        ["20607", "科学技术普及", "38.30"],
        ["2060702", "科普活动", "5.00"],
        ["", "天府科技云服务中心工作经费", "5.00"],
        ["2060799", "其他科学技术普及支出", "33.30"],
        ["", "科普经费", "10.00"],
        ["", "省级科普专项经费", "16.30"],
        ["", gap("项目名称"), "7.00"],
    ]


def test_basic_expenditure_lists_every_code_in_three_blocks(kexie: Filing, pack: Pack) -> None:
    *table, closing = rows(kexie, pack, "YBJB")
    blocks = [[row[first] for row in table if row[first]] for first in (0, 3, 6)]
    assert [len(block) for block in blocks] == [27, 28, 28]
    assert [code for code in blocks[2] if code.startswith("399")] == [
        "399",
        *("39907", "39908", "39909", "39910", "39999"),
    ]
    assert closing[0] == closing[1] == "人员经费合计"
    assert (closing[2], closing[8]) == ("107.37", "16.27")


def test_a_code_that_is_not_listed_is_added_when_in_use(kexie: Filing, pack: Pack) -> None:
    table = rows(with_lines(kexie, cut("31204", "1.00"), cut("39906", "2.00")), pack, "YBJB")
    last = [(row[6], row[8]) for row in table]
    assert ("31204", "1.00") in last
    assert last.index(("39906", "2.00")) < last.index(("39907", ""))
    assert table[-1][8] == "19.27"


def test_capital_construction_is_shown_and_said_to_stand_apart(kexie: Filing, pack: Pack) -> None:
    filing = with_lines(kexie, cut("30901", "1.00"))
    (table,) = public_table(filing, pack, "YBJB")
    assert ["30901", "1.00"] in [row[6:9:2] for row in body(table)]
    assert body(table)[-1][8] == "16.27"
    assert table.notes[1].startswith("309资本性支出（基本建设）1.00万元不属于")


def test_three_public_always_prints_its_zeros(kexie: Filing, pack: Pack) -> None:
    nothing = ["0.00"] * 4
    assert rows(kexie, pack, "SG") == [["0.64", *nothing, "0.64", "0.48", *nothing, "0.48"]]


def test_three_public_of_a_fund_is_read_off_its_lines(kexie: Filing, pack: Pack) -> None:
    filing = with_lines(kexie, joint("2120801", "30217", "0.30", fund=FUNDS))
    assert rows(filing, pack, "JJSG")[0][5:7] == ["0.30", "0.30"]


def test_a_fund_whose_lines_have_no_economic_code_leaves_gaps(kexie: Filing, pack: Pack) -> None:
    filing = with_lines(kexie, spent("2120801", PROJECT, "0.30", "0.30", fund=FUNDS))
    (table,) = public_table(filing, pack, "JJSG")
    assert table.notes[-1] == gap("政府性基金支出的经济分类明细")


def test_details_without_economic_codes_show_their_total_and_a_gap(
    kexie: Filing, pack: Pack
) -> None:
    (table,) = public_table(kexie, pack, "YBMX")
    assert body(table)[0] == ["合　　计", "合　　计", "161.94"]
    assert table.notes[-1] == MISSING_DETAIL


def test_details_have_the_columns_in_use_only(kexie: Filing, pack: Pack) -> None:
    filing = only(kexie, joint("2060702", "30201", "2.00"), joint("2060799", "31002", "1.00"))
    (table,) = public_table(filing, pack, "YBMX")
    assert [row[2:] for row in head(table)] == [
        ["合计", *["商品和服务支出"] * 2, *["资本性支出"] * 2],
        ["合计", "小计", "办公费", "小计", "办公设备购置"],
        [*"12345"],
    ]
    assert body(table)[0][2:] == ["3.00", "2.00", "2.00", "1.00", "1.00"]


def test_what_lacks_its_economic_code_has_a_column_of_its_own(kexie: Filing, pack: Pack) -> None:
    line = spent("2060702", ExpenditureKind.PROJECT, "0.50", "0.50")
    filing = only(kexie, joint("2060702", "30201", "2.00"), line)
    (table,) = public_table(filing, pack, "CZMX")
    assert head(table)[0][-1] == gap("经济分类")
    assert body(table)[0][2:] == ["2.50", "2.00", "2.00", "0.50"]
    assert table.notes[-1] == MISSING_DETAIL


@pytest.fixture
def wide(kexie: Filing) -> Filing:
    codes = [code for code in kexie.economic.codes if code.startswith("302") and len(code) == 5]
    return only(kexie, *(joint("2060702", code, "1.00") for code in codes))


def test_details_too_wide_for_a_page_go_on_with_code_and_name(wide: Filing, pack: Pack) -> None:
    first, *others = public_table(wide, pack, "YBMX")
    assert first.listed
    assert others
    for table in others:
        assert table.title == f"{first.title}（续）"
        assert not table.listed
        assert [row[:2] for row in body(table)] == [row[:2] for row in body(first)]


def test_details_count_their_columns_across_pages(wide: Filing, pack: Pack) -> None:
    tables = public_table(wide, pack, "YBMX")
    numbers = [number for table in tables for number in head(table)[2][2:]]
    assert numbers == [str(number) for number in range(1, len(numbers) + 1)]


def test_a_landscape_table_fits_between_its_margins(wide: Filing, pack: Pack) -> None:
    for table in public_table(wide, pack, "YBMX"):
        assert sum(table.widths) < 252.5


def test_carry_over_by_code_is_a_gap_unless_there_is_none(kexie: Filing, pack: Pack) -> None:
    carried = dataclasses.replace(kexie.carryover[0], fund=FUNDS, opening=wan("1.00"))
    line = spent("2120801", PROJECT, "1.00", "1.00", fund=FUNDS)
    filing = dataclasses.replace(with_lines(kexie, line), carryover=(carried,))
    whole, *codes = rows(filing, pack, "JJ")
    assert whole[2:] == ["1.00", "", "1.00", "", "1.00", ""]
    assert {(row[2], row[7]) for row in codes} == {("〔待填〕", "")}


def test_amounts_of_the_general_budget_leave_out_other_funds(kexie: Filing, pack: Pack) -> None:
    line = spent("2120801", PROJECT, "9.00", "9.00", fund=FundSource.OTHER)
    assert rows(with_lines(kexie, line), pack, "YB") == rows(kexie, pack, "YB")
    assert GENERAL in {line.fund for line in kexie.expenditure}
