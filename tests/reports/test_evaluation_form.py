"""The self-evaluation sheet: its rows, merges and gaps in the layout without scores."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jsxh_desktop.app.packs import load_pack
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.pack import Pack
from jsxh_desktop.domain.project import Goal, Indicator, Project
from jsxh_desktop.domain.stated import gap
from jsxh_desktop.domain.terms import IndicatorClass, IndicatorNature
from jsxh_desktop.narrative.block import Table
from jsxh_desktop.reports.evaluation_form import evaluation_sheets, listed
from jsxh_desktop.reports.sheets.evaluation import broken
from tests.filings import archive
from tests.reports.matrix import body

PACK = load_pack("sichuan-2021")
AT_LEAST, DAY = IndicatorNature.AT_LEAST, IndicatorNature.DAY
QUANTITY, SATISFACTION = IndicatorClass.QUANTITY, IndicatorClass.SATISFACTION
FIRST_INDICATOR = 7
"""Rows above the indicators: parties, three of money, two of goals, the head."""


def sheet_of(*indicators: Indicator, goals: tuple[Goal, ...] = ()) -> Table:
    """The sheet of the small unit's one project."""
    mine = tuple(dataclasses.replace(each, project=1) for each in indicators)
    filing = dataclasses.replace(
        archive(),
        indicators=mine,
        goals=tuple(dataclasses.replace(goal, project=1) for goal in goals),
    )
    (sheet,) = evaluation_sheets(filing, PACK)
    return sheet


def indicator(category: IndicatorClass | None = QUANTITY, **facts: str) -> Indicator:
    facts = {"name": "扫描档案", "target": "2000", "unit": "卷", "actual": "2100", **facts}
    return Indicator(category=category, nature=AT_LEAST, **facts)  # type: ignore[arg-type]  # all of them are texts


def values(**facts: object) -> list[str]:
    """What stands in the two value cells."""
    changed = dataclasses.replace(indicator(), **facts)  # type: ignore[arg-type]  # any fact of it
    return body(sheet_of(changed))[FIRST_INDICATOR][4:]


def test_the_third_sheet_prints_as_its_picture(kexie: Filing, pack: Pack) -> None:
    sheet = evaluation_sheets(kexie, pack)[2]
    assert sheet.label == "附表3："
    assert sheet.title == "2021年部门预算项目绩效目标自评（省级科普专项经费）"
    table = body(sheet)
    assert table[1][1:] == ["预算数：", "预算数：", "16.30", "执行数：", "16.30"]
    assert table[2][1:] == ["其中：财政拨款", "其中：财政拨款", "16.30", "其中：财政拨款", "16.30"]
    assert table[3][1:] == ["其他资金", "其他资金", "0.00", "其他资金", "0.00"]
    assert table[5][1] == "目标1：打造科普示范社区1个\n目标2：建设“天府科技云”服务中心标准化建设1个"
    assert table[6][1:] == ["一级指标", "二级指标", "三级指标", "预期指标值", "实际完成指标值"]
    assert len(table) == FIRST_INDICATOR + 16
    assert table[15][1:] == ["完成指标", "时效指标", "完成时间", *["2021年12月30日前"] * 2]
    assert [row[4] for row in table[16:20]] == [
        "0.8万元/年",
        "0.5万元/台",
        "6.3万元/个",
        "7.1万元/个",
    ]


def test_every_project_has_its_sheet(kexie: Filing, pack: Pack) -> None:
    labels = [sheet.label for sheet in evaluation_sheets(kexie, pack)]
    assert labels == ["附表1：", "附表2：", "附表3：", "附表4："]


def test_only_a_sheet_of_which_something_changed_is_made_anew(kexie: Filing, pack: Pack) -> None:
    before = evaluation_sheets(kexie, pack)
    first, *others = kexie.indicators
    changed = (dataclasses.replace(first, actual="77"), *others)
    after = evaluation_sheets(dataclasses.replace(kexie, indicators=changed), pack)
    assert [new is old for new, old in zip(after, before, strict=True)].count(False) == 1
    assert evaluation_sheets(kexie, pack) == before


def test_the_contents_name_all_sheets_in_one_line(kexie: Filing, pack: Pack) -> None:
    sheets = listed(evaluation_sheets(kexie, pack), kexie, pack)
    lines = [sheet.outline for sheet in sheets if sheet.listed]
    assert lines == ["附表1至附表4　2021年部门预算项目绩效目标自评"]


def test_no_project_gives_no_sheet(pack: Pack) -> None:
    assert evaluation_sheets(Filing(2021), pack) == ()


def test_a_project_that_is_not_evaluated_yet_prints_its_gaps(kexie: Filing, pack: Pack) -> None:
    sheet = evaluation_sheets(kexie, pack)[3]
    table = body(sheet)
    assert gap("项目名称") in sheet.title
    assert table[1][3] == "7.00"
    assert table[5][1] == gap("预期目标")
    assert table[5][5] == gap("目标实际完成情况")
    assert table[7][1:] == [gap("绩效指标")] * 5


def test_a_project_without_money_has_gaps_for_it(pack: Pack) -> None:
    (sheet,) = evaluation_sheets(Filing(2021, projects=(Project(id=1),)), pack)
    assert body(sheet)[1][3] == gap("项目支出")


def test_a_goal_that_is_not_reported_yet_keeps_its_number() -> None:
    sheet = sheet_of(goals=(Goal(expected="扫描", done="已扫描"), Goal(expected="编目")))
    assert body(sheet)[5][5] == f"目标1：已扫描\n目标2：{gap('目标实际完成情况')}"


def test_the_supervisor_stands_with_its_code(pack: Pack) -> None:
    unit = dataclasses.replace(archive().organization, supervisor="县档案局", supervisor_code="105")
    (sheet,) = evaluation_sheets(dataclasses.replace(archive(), organization=unit), pack)
    assert body(sheet)[0][1] == "105-县档案局"


def test_a_supervisor_without_code_shows_what_to_fill(kexie: Filing, pack: Pack) -> None:
    sheet = evaluation_sheets(kexie, pack)[0]
    assert body(sheet)[0][1] == f"广元市朝天区科学技术协会\n{gap('主管部门代码')}"


def test_a_value_stands_with_its_unit_and_without_a_sign() -> None:
    assert values() == ["2000卷", "2100卷"]


def test_a_unit_typed_into_the_value_is_not_said_twice() -> None:
    assert values(target="100%", actual="98", unit="%") == ["100%", "98%"]


@pytest.mark.parametrize("typed", ["2021年12月30日前", "2021-12-30", "2021年12月30日"])
def test_a_date_says_that_it_is_the_last_day(typed: str) -> None:
    printed = values(nature=DAY, target=typed, actual="2021年12月28日", unit="")
    assert printed == ["2021年12月30日前", "2021年12月28日"]


def test_a_date_nobody_can_read_prints_as_typed() -> None:
    assert values(nature=DAY, target="年底", actual="年底", unit="") == ["年底", "年底"]


def test_words_have_no_unit() -> None:
    printed = values(
        nature=IndicatorNature.QUALITATIVE, target="有效提升", actual="达成", unit="项"
    )
    assert printed == ["有效提升", "达成"]


def test_a_missing_value_is_a_gap_under_the_name_of_its_column() -> None:
    assert values(target="", actual="") == [gap("预期指标值"), gap("实际完成指标值")]


def test_classes_stand_in_the_order_of_the_form_whatever_was_typed_first() -> None:
    sheet = sheet_of(indicator(SATISFACTION), indicator(IndicatorClass.COST), indicator())
    assert [row[2] for row in body(sheet)[FIRST_INDICATOR:]] == [
        "数量指标",
        "成本指标",
        "满意度\n指标",
    ]


def test_a_class_without_indicators_is_left_out() -> None:
    assert {row[1] for row in body(sheet_of(indicator()))[FIRST_INDICATOR:]} == {"完成指标"}


@pytest.mark.parametrize(
    ("category", "printed"),
    [(None, gap("二级指标")), (IndicatorClass.SOCIAL_COST, "社会成本\n指标")],
)
def test_an_indicator_the_form_has_no_place_for_is_kept(
    category: IndicatorClass | None, printed: str
) -> None:
    (row,) = body(sheet_of(indicator(category)))[FIRST_INDICATOR:]
    assert row[1:4] == [gap("一级指标"), printed, "扫描档案"]


def test_an_indicator_without_a_name_has_a_gap_for_it() -> None:
    assert body(sheet_of(indicator(name="")))[FIRST_INDICATOR][3] == gap("三级指标")


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("数量指标", "数量指标"),
        ("满意度指标", "满意度\n指标"),
        ("社会效益指标", "社会效益\n指标"),
        ("可持续影响指标", "可持续\n影响指标"),
        ("服务对象满意度指标", "服务对象\n满意度指标"),
    ],
)
def test_a_class_name_breaks_where_it_reads_well(name: str, lines: str) -> None:
    assert broken(name) == lines


@given(st.lists(st.sampled_from([None, *IndicatorClass]), max_size=12))
def test_every_indicator_has_exactly_one_row(categories: list[IndicatorClass | None]) -> None:
    drawn = [indicator(each, name=f"第{place}项") for place, each in enumerate(categories)]
    table = body(sheet_of(*drawn))[FIRST_INDICATOR:]
    names = sorted(row[3] for row in table)
    assert names == sorted(each.name for each in drawn) or names == [gap("绩效指标")]
    assert len(table) == max(len(drawn), 1)
