"""Defects of the original that the document cannot show, whatever is typed: one test a number."""

from __future__ import annotations

import re
from collections.abc import Callable

from jsxh_desktop.charts.chart import Chart
from jsxh_desktop.domain import totals
from jsxh_desktop.domain.filing import Filing, with_added, with_value
from jsxh_desktop.domain.money import Money, wan
from jsxh_desktop.domain.organization import Institution
from jsxh_desktop.domain.pack import Pack
from jsxh_desktop.domain.prior_year import PriorYear
from jsxh_desktop.domain.project import Project
from jsxh_desktop.domain.terms import UnitNature
from jsxh_desktop.domain.three_public import ThreePublic
from jsxh_desktop.narrative.block import Table
from jsxh_desktop.narrative.document import compose

Told = Callable[[Filing], str]
Drawn = Callable[[int], Chart]


def amounts(drawn: Chart) -> list[tuple[Money | None, ...]]:
    return [series.values for series in drawn.series]


def cells(table: Table) -> list[list[str]]:
    """The words of a table by row."""
    return [[cell.text for cell in row] for row in (*table.head, *table.body)]


def beside(table: Table, label: str) -> list[str]:
    """What stands in the cell after each one of this label."""
    return [
        row[place + 1] for row in cells(table) for place, word in enumerate(row) if word == label
    ]


def test_s01_the_change_is_the_difference_of_the_two_years_it_names(
    text: str, told: Told, filing: Filing
) -> None:
    assert "各增加12.82万元，增长8.6%" in text
    assert "12.83" not in text
    other = with_value(filing, PriorYear.total, wan("149.11"))
    assert "收、支总计各增加12.83万元" in told(other)


def test_s02_last_year_has_one_figure_wherever_it_is_told(text: str, chart: Drawn) -> None:
    assert "149.11" not in text
    before = {amounts(chart(number))[0][0] for number in (1, 4, 5)}
    assert before == {wan("149.12")}


def test_s03_every_class_has_its_own_share_and_none_makes_up_the_hundred(text: str) -> None:
    assert re.findall(r"（类）支出[\d.]+万元，占([\d.]+%)", text) == [
        "87.5%",
        "5.6%",
        "3.0%",
        "4.0%",
    ]


def test_s04_growth_follows_from_the_amounts_beside_it(text: str) -> None:
    assert "公务接待费支出决算比2020年增加0.23万元，增长92%" in text


def test_s05_a_share_of_the_three_public_total_is_no_completion_rate(text: str) -> None:
    assert "公务接待费支出决算0.48万元，占100%" in text


def test_s06_a_completion_rate_never_stands_without_its_budget(
    text: str, told: Told, filing: Filing
) -> None:
    assert "全年预算数为0.64万元，支出决算为0.48万元，完成全年预算的75%" in text
    unknown = with_value(filing, ThreePublic.reception_budget, None)
    assert "支出决算为0.48万元，完成全年预算的〔待填：公务接待费全年预算〕" in told(unknown)


def test_s07_completion_says_which_budget_and_how_much_it_is(text: str) -> None:
    assert "决算数为161.94万元，全年预算数为161.94万元，完成全年预算的100%" in text
    assert not re.search(r"完成预算[的\d]", text)


def test_s08_one_economic_item_has_one_amount_wherever_it_is_told(
    text: str, tables: tuple[Table, ...]
) -> None:
    for name, amount in (("办公费", "0.93"), ("办公设备购置", "0.43")):
        told = set(re.findall(rf"{name}([\d.]+)万元", text))
        printed = {word for table in tables for word in beside(table, name)}
        assert told | printed == {amount}


def test_s10_projects_are_counted_and_not_typed(
    text: str, told: Told, filing: Filing, sheets: tuple[Table, ...]
) -> None:
    assert "对4个项目编制了绩效目标" in text
    assert "选取3个项目开展绩效监控" in text
    assert "对3个项目开展了绩效自评" in text
    assert len(sheets) == 4
    fourth = with_value(filing, Project.evaluated, value=True, key=4)
    assert "对4个项目开展了绩效自评" in told(fourth)


def test_s14_the_kinds_of_subordinate_units_add_up_to_their_number(
    text: str, told: Told, filing: Filing
) -> None:
    assert "下属二级预算单位0个。" in text
    more = with_added(filing, Institution("甲", UnitNature.ADMINISTRATIVE, id=1))
    more = with_added(more, Institution("乙", UnitNature.CIVIL_SERVICE_MANAGED, id=2))
    parts = re.search(r"下属二级预算单位(\d)个，其中(.+)。", told(more))
    assert parts
    assert int(parts[1]) == sum(map(int, re.findall(r"(\d)个", parts[2]))) == 2


def test_s24_s25_the_earlier_year_stands_first_with_its_own_figure(chart: Drawn) -> None:
    for number in (1, 4):
        assert chart(number).categories == ("2020年", "2021年")
        assert set(amounts(chart(number))) == {(wan("149.12"), wan("161.94"))}


def test_s26_years_stand_on_the_axis_and_the_series_says_what_is_counted(chart: Drawn) -> None:
    drawn = chart(5)
    assert drawn.categories == ("2020年", "2021年")
    assert [series.name for series in drawn.series] == ["一般公共预算财政拨款支出"]
    assert drawn.title == "一般公共预算财政拨款支出决算变动情况"


def test_s27_a_structure_chart_holds_the_parts_of_its_total_and_nothing_else(chart: Drawn) -> None:
    assert chart(3).categories == ("基本支出", "项目支出")
    assert amounts(chart(3)) == [(wan("123.64"), wan("38.30"))]


def test_s28_the_three_public_chart_shows_parts_and_no_completion(chart: Drawn) -> None:
    assert chart(7).categories == ("公务接待费",)
    assert chart(7).labels == ("0.48万元，100%",)


def test_s29_the_chart_of_classes_prints_the_shares_of_the_text(text: str, chart: Drawn) -> None:
    in_text = re.findall(r"（类）支出([\d.]+万元，)占([\d.]+%)", text)
    assert chart(6).labels == tuple(amount + share for amount, share in in_text)


def test_s31_charts_hold_whole_fen_and_print_shares_in_one_way(chart: Drawn) -> None:
    for number in range(1, 8):
        values = [value for row in amounts(chart(number)) for value in row]
        assert all(isinstance(value, Money) for value in values)
    labels = [label for number in (2, 3, 6, 7) for label in chart(number).labels]
    assert all(re.fullmatch(r"\d+\.\d\d万元，(\d+\.\d|\d+)%", label) for label in labels)


def test_s34_every_public_table_comes_with_the_document(
    filing: Filing, pack: Pack, tables: tuple[Table, ...]
) -> None:
    titles = list(dict.fromkeys(table.title for table in tables))
    assert titles == [table.title for table in pack.tables]
    last = compose(filing, pack, tables=tables)[-1]
    assert [block for block in last.blocks if isinstance(block, Table)] == list(tables)


def test_s44_every_functional_item_is_told_by_itself(text: str) -> None:
    items = re.findall(r"^\d\.(\S+（类）\S+（款）\S+（项）)：支出决算为([\d.]+)万元", text, re.M)
    assert [amount for _, amount in items] == [
        "6.41",
        "96.94",
        "5.00",
        "33.30",
        "8.99",
        "4.84",
        "6.46",
    ]
    assert len({name for name, _ in items}) == 7


def test_s46_s47_only_economic_items_with_money_are_named(text: str, filing: Filing) -> None:
    named = re.findall(r"经费[\d.]+万元，主要包括：(.+)。", text)
    lines = totals.economic_lines(filing)
    codes = totals.by_code(lines, 5, economic=True)
    names = [filing.economic.name(code) for code in codes]
    assert [name for part in named for name in part.split("、")] == names
    assert "职工基本医疗保险缴费" in names


def test_s76_a_sheet_names_the_project_whose_money_it_shows(
    filing: Filing, sheets: tuple[Table, ...]
) -> None:
    assert [(sheet.label, beside(sheet, "执行数：")) for sheet in sheets] == [
        ("附表1：", ["10.00"]),
        ("附表2：", ["5.00"]),
        ("附表3：", ["16.30"]),
        ("附表4：", ["7.00"]),
    ]
    for sheet, project in zip(sheets[:3], filing.projects, strict=False):
        assert sheet.title == f"2021年部门预算项目绩效目标自评（{project.name}）"


def test_s81_every_indicator_stands_under_a_first_level_class(sheets: tuple[Table, ...]) -> None:
    for sheet in sheets[:3]:
        words = {word.replace("\n", "") for row in cells(sheet) for word in row}
        assert {"完成指标", "效益指标", "满意度指标"} <= words


def test_s96_money_a_project_does_not_have_is_printed_as_zero(sheets: tuple[Table, ...]) -> None:
    for sheet in sheets:
        assert beside(sheet, "其他资金") == ["0.00", "0.00"]
