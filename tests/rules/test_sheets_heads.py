"""E20, E21, E27: heads, titles and boxes; what is printed is what is entered."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jsxh_desktop.domain.filing import Filing, with_added, with_value
from jsxh_desktop.domain.organization import Organization
from jsxh_desktop.domain.pack import Pack
from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.project import Goal, Indicator, Project
from jsxh_desktop.domain.terms import ProjectClass
from jsxh_desktop.narrative.block import Paragraph, Table
from jsxh_desktop.rules.rule import Severity
from tests.filings import PROJECT, spent
from tests.rules.sheet_filings import (
    BY_ID,
    SCANS,
    TIME,
    evaluated,
    findings,
    national,
    only,
    plain_pack,
    printed,
    reworded,
    scored_pack,
    verdict,
    with_reason,
    without_row,
)

SICHUAN = scored_pack("sichuan-0013zp")


def with_second(name: str = "库房修缮") -> Filing:
    """The archive with a second project of 5.00 万元."""
    filing = with_added(evaluated(), Project(name=name, id=2))
    line = spent("2012604", PROJECT, "5.00", "5.00", project=2)
    return dataclasses.replace(filing, expenditure=(*filing.expenditure, line))


def test_s78_a_code_nobody_typed_is_asked_for() -> None:
    said = verdict("E20", with_value(evaluated(), Organization.supervisor_code, ""))
    assert [each.places for each in said.unjudged] == [(Place(Organization.supervisor_code),)]


@pytest.mark.parametrize(
    ("old", "name"), [("101001-松溪县委办公室", "主管部门及代码"), ("松溪县档案馆", "实施单位")]
)
def test_s78_a_box_left_empty_in_print_is_told(old: str, name: str) -> None:
    (table,) = printed(evaluated())
    finding = only("E20", evaluated(), blocks=(reworded(table, old, ""),))
    assert finding.message == f"第1张自评表{name}空着"


def test_e20_a_sheet_is_of_this_unit() -> None:
    (table,) = printed(evaluated())
    blocks = (reworded(table, "松溪县档案馆", "松溪县图书馆"),)
    assert "印的是“松溪县图书馆”" in only("E20", evaluated(), blocks=blocks).message


def test_e20_the_code_of_a_project_is_of_its_class() -> None:
    filing = with_value(evaluated(), Project.code, "51000021R000000019951", 1)
    filing = with_value(filing, Project.category, ProjectClass.SPECIAL, 1)
    assert only("E20", filing).severity is Severity.WARNING
    assert verdict("E20", with_value(filing, Project.code, "51000021T000010263357", 1)).passed


def test_e20_two_projects_have_two_codes() -> None:
    filing = with_value(with_second(), Project.code, "A1", 1)
    finding = only("E20", with_value(filing, Project.code, "A1", 2))
    assert finding.message == "“馆藏数字化”和“库房修缮”的项目编码都是A1"


def test_e20_the_form_of_sichuan_asks_for_the_code() -> None:
    assert verdict("E20", evaluated(), pack=SICHUAN).unjudged


def test_e21_two_projects_have_two_names() -> None:
    finding = only("E21", with_second("馆藏数字化"))
    assert finding.message == "第1个和第2个项目都叫“馆藏数字化”，表题分不开"


def test_e21_what_the_program_prints_is_fine() -> None:
    filing = with_second()
    assert verdict("E21", filing, blocks=printed(filing)).passed


def test_e21_the_title_may_stand_in_a_line_above() -> None:
    (table,) = printed(evaluated())
    blocks = (Paragraph(table.title), dataclasses.replace(table, title=""))
    assert verdict("E21", evaluated(), blocks=blocks).passed


def test_s76_titles_that_slipped_to_the_next_sheet_are_found() -> None:
    filing = with_second()
    first, second = printed(filing)
    bare = [dataclasses.replace(table, title="") for table in (first, second)]
    blocks = (bare[0], Paragraph(first.title), bare[1], Paragraph(second.title))
    found = [each.message for each in findings("E21", filing, blocks=blocks)]
    assert "第1张自评表上面没有表题" in found
    assert (
        "表题是“馆藏数字化”的自评表里，全年预算数是5.00万元，这个项目是25.00万元，“库房修缮”才是"
    ) in found


def test_e21_two_sheets_under_one_title_are_found() -> None:
    filing = with_second()
    first, second = printed(filing)
    found = findings("E21", filing, blocks=(first, dataclasses.replace(second, title=first.title)))
    assert "第1张和第2张自评表的表题里都是“馆藏数字化”" in [each.message for each in found]


def test_e21_a_title_of_nobody_is_found() -> None:
    (table,) = printed(evaluated())
    blocks = (dataclasses.replace(table, title="2021年绩效目标自评（道路硬化）"),)
    assert findings("E21", evaluated(), blocks=blocks)[1].places == ()


def test_e21_a_sheet_that_was_left_out_is_found() -> None:
    filing = with_second()
    finding = only("E21", filing, blocks=printed(filing)[:1])
    assert finding.message == "“库房修缮”没有自评表"


def test_e21_without_any_sheet_nothing_is_said() -> None:
    assert verdict("E21", evaluated(), blocks=(Paragraph("附件"),)).passed


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("5100卷", "5700卷", "“扫描档案”的完成值印的是“5700卷”，填的是“5100”"),
        ("98%", "89%", "“扫描合格率”的指标值印的是“89%”，填的是“98”"),
        ("扫描合格率", "扫描率", "印了“扫描率”，项目里没有这条指标"),
    ],
)
def test_e21_a_changed_cell_is_found(old: str, new: str, said: str) -> None:
    (table,) = printed(evaluated())
    found = findings("E21", evaluated(), blocks=(reworded(table, old, new),))
    assert found[0].message == f"“馆藏数字化”的自评表{said}"


def test_e21_an_indicator_left_out_in_print_is_found() -> None:
    second = dataclasses.replace(evaluated().indicators[0], name="装订档案", id=9)
    filing = with_added(evaluated(), second)
    (table,) = printed(filing)
    finding = only("E21", filing, blocks=(without_row(table, "装订档案"),))
    assert finding.places == (Place(Indicator.name, 9),)


def test_e21_a_form_with_scores_is_read_by_its_labels() -> None:
    gap = ("年度资金总额：", "25.00", "〔待填：年初预算数〕")
    assert verdict("E21", evaluated(), pack=scored_pack(), blocks=national(gap)).passed
    blocks = national(("完成时间", "2021年11月28日", "2021年12月28日"))
    assert only("E21", evaluated(), pack=scored_pack(), blocks=blocks).places == (
        Place(Indicator.actual, TIME),
    )


def test_e21_the_same_indicator_twice_is_read_in_its_order() -> None:
    twin = dataclasses.replace(evaluated().indicators[SCANS - 1], actual="7000", id=9)
    filing = with_added(evaluated(), twin)
    assert verdict("E21", filing, blocks=printed(filing)).passed


def test_e21_gaps_are_no_findings() -> None:
    filing = with_value(evaluated(), Indicator.actual, "", SCANS)
    filing = with_value(filing, Indicator.name, "", TIME)
    blocks: tuple[Table, ...] = printed(with_value(filing, Project.name, "", 1))
    assert not findings("E21", with_value(filing, Project.name, "", 1), blocks=blocks)


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("数量指标", "质量指标", "“扫描档案”的二级指标印的是“质量指标”，填的是“数量指标”"),
        ("目标1：扫描馆藏档案5000卷", "目标1：扫描馆藏档案500卷", "目标1的预期目标和填的"),
        ("预期目标", "预期", "没有印预期目标"),
    ],
)
def test_e21_goals_and_classes_are_those_entered(old: str, new: str, what: str) -> None:
    (table,) = printed(evaluated())
    found = findings("E21", evaluated(), blocks=(reworded(table, old, new),))
    assert f"“馆藏数字化”的自评表{what}" in found[0].message


def test_e20_the_code_that_is_printed_is_the_one_entered() -> None:
    (table,) = printed(evaluated())
    blocks = (reworded(table, "101001-松溪县委办公室", "101010-松溪县委办公室"),)
    assert only("E20", evaluated(), blocks=blocks).places == (Place(Organization.supervisor_code),)


def digits(table: Table) -> list[tuple[int, int, int]]:
    """Where a digit stands in a table: row, cell, character."""
    return [
        (row, column, place)
        for row, cells in enumerate(table.body)
        for column, cell in enumerate(cells)
        for place, character in enumerate(cell.text)
        if character.isdigit()
    ]


def with_digit(table: Table, row: int, column: int, place: int, by: int) -> Table:
    """The table with one digit turned on by some."""
    cells = list(table.body[row])
    text = cells[column].text
    turned = str((int(text[place]) + by) % 10)
    cells[column] = cells[column]._replace(text=text[:place] + turned + text[place + 1 :])
    return dataclasses.replace(
        table, body=(*table.body[:row], tuple(cells), *table.body[row + 1 :])
    )


FORMS = (
    (evaluated(), plain_pack(), printed(evaluated())[0]),
    (with_reason(), scored_pack(), national()[0]),
)


@given(st.data(), st.sampled_from(FORMS), st.integers(1, 9))
@settings(max_examples=40)
def test_a_digit_changed_anywhere_in_print_is_found(
    data: st.DataObject, form: tuple[Filing, Pack, Table], by: int
) -> None:
    filing, pack, table = form
    changed = with_digit(table, *data.draw(st.sampled_from(digits(table))), by)
    assert any(findings(rule, filing, pack=pack, blocks=(changed,)) for rule in BY_ID)


def test_e27_a_box_holds_so_many_characters() -> None:
    filing = with_value(evaluated(), Project.measures, "改" * 201, 1)
    finding = only("E27", filing, pack=SICHUAN)
    assert finding.message == "“馆藏数字化”的改进措施写了201字，只能写200字"
    assert verdict("E27", filing, pack=scored_pack()).passed


def test_e27_what_became_of_all_goals_shares_one_box() -> None:
    goals = tuple(Goal(1, "扫描", "好" * 51, id=key) for key in (1, 2))
    filing = dataclasses.replace(evaluated(), goals=goals)
    assert only("E27", filing, pack=SICHUAN).computed == "100字"
