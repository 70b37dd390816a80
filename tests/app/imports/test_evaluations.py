"""Self-evaluation sheets of every form are read by their labels and compared with what is held."""

from __future__ import annotations

import dataclasses
import shutil
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from jsxh_desktop.app.imports.evaluation_forms import forms, numbered
from jsxh_desktop.app.imports.importing import plan_of
from jsxh_desktop.app.imports.measure import Measure, measured
from jsxh_desktop.app.imports.plan import ImportPlan, State
from jsxh_desktop.app.imports.source import Source
from jsxh_desktop.app.packs import load_pack
from jsxh_desktop.app.sample import sample
from jsxh_desktop.domain.change import Put
from jsxh_desktop.domain.expenditure import ExpenditureLine
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.money import wan
from jsxh_desktop.domain.pack import Pack
from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.project import Indicator, Project
from jsxh_desktop.domain.terms import IndicatorClass, IndicatorNature
from jsxh_desktop.reports.excel.disclosure import evaluation_form_sheets
from jsxh_desktop.reports.sheets.evaluation import target
from jsxh_desktop.store.file import Workbook
from tests.app.imports.files import read_here, written
from tests.app.imports.tabled import named, planned

ASKING = "sichuan-2022"
PACKS = ("sichuan-2021", "national-2020", "national-2021-cost", "sichuan-2022")
FORMS = pytest.mark.parametrize("pack", PACKS, ids=str)


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workbook]:
    with Workbook.create(tmp_path_factory.mktemp("kept") / "kept.jsxh") as workbook:
        yield workbook


@pytest.fixture(scope="module")
def example(kept: Workbook) -> Filing:
    """The sample with codes, points and conclusions, so that every form has something to show."""
    filing = sample()
    projects = tuple(
        dataclasses.replace(
            each,
            name=each.name or "数字科普",
            code=f"51000021R00000001995{place}",
            conclusion="完成较好",
            problems="宣传不够",
            measures="加强宣传",
        )
        for place, each in enumerate(filing.projects)
    )
    indicators = (dataclasses.replace(each, weight=Decimal("2.5")) for each in filing.indicators)
    made = dataclasses.replace(filing, projects=projects, indicators=tuple(indicators))
    return named(kept.load(kept.save(made)))


def sheets(filing: Filing, pack: Pack, folder: Path) -> Path:
    return written(evaluation_form_sheets(filing, pack), folder / "自评表.xlsx")


@pytest.mark.parametrize("merged", [True, False], ids=["merged", "not merged"])
@FORMS
def test_what_a_form_prints_is_what_is_held(
    example: Filing, tmp_path: Path, pack: str, merged: bool
) -> None:
    form = load_pack(pack)
    read = read_here(sheets(example, form, tmp_path))
    sources = read if merged else [dataclasses.replace(each, merged=()) for each in read]
    plan = plan_of(sources, example, form)
    assert plan.changes == ()
    assert {*plan.counts} == {State.SAME}
    assert len(plan.tables) == len(example.projects)


@FORMS
def test_a_year_without_projects_gets_them_from_its_sheets(
    kept: Workbook, example: Filing, tmp_path: Path, pack: str
) -> None:
    form = load_pack(pack)
    path = sheets(example, form, tmp_path)
    key = kept.save(Filing(2020))
    kept.apply(key, "导入", planned(path, kept.load(key), form).changes)
    after = kept.load(key)
    assert [x.name for x in after.projects] == [x.name for x in example.projects]
    assert len(after.indicators) == len(example.indicators)
    assert printed(after, form) == printed(example, form)


def printed(filing: Filing, pack: Pack) -> Counter[tuple[object, ...]]:
    """What the form says of each indicator."""
    scored = pack.sheet.scheme.scored
    return Counter(
        (each.name, each.category, target(each, ""), each.weight if scored else None)
        for each in filing.indicators
    )


def edited(path: Path, edits: dict[str, Any]) -> Path:
    book = openpyxl.load_workbook(path)
    for cell, new in edits.items():
        book.worksheets[0][cell] = new
    book.save(path)
    return path


@pytest.fixture(scope="module")
def file(example: Filing, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sheets of a form that asks for much, to be copied."""
    return sheets(example, load_pack(ASKING), tmp_path_factory.mktemp("file"))


@pytest.fixture(scope="module")
def spots(example: Filing, file: Path) -> dict[str, str]:
    """Where its first sheet says what, by the words of the plan."""
    plan = planned(file, example, load_pack(ASKING))
    return {cell.what: cell.address for cell in reversed(plan.tables[0].cells)}


def planned_after(example: Filing, file: Path, folder: Path, edits: dict[str, Any]) -> ImportPlan:
    path = Path(shutil.copy(file, folder))
    return planned(edited(path, edits), example, load_pack(ASKING))


def test_an_actual_value_that_differs_is_put(
    example: Filing, file: Path, spots: dict[str, str], tmp_path: Path
) -> None:
    plan = planned_after(example, file, tmp_path, {spots["完成值"]: "2万"})
    first = example.indicators[0]
    assert plan.changes == (Put(Indicator.actual, "2万", first.id),)
    (cell,) = (cell for cell in plan.cells if cell.state is State.CHANGED)
    assert (cell.old, cell.new, cell.place) == ("1万", "2万", Place(Indicator.actual, first.id))


def test_a_text_of_the_project_that_differs_is_put(
    example: Filing, file: Path, spots: dict[str, str], tmp_path: Path
) -> None:
    plan = planned_after(example, file, tmp_path, {spots["存在问题"]: "人手不足"})
    assert plan.changes == (Put(Project.problems, "人手不足", example.projects[0].id),)


def test_the_money_of_a_project_with_one_line_is_put(
    example: Filing, file: Path, spots: dict[str, str], tmp_path: Path
) -> None:
    plan = planned_after(example, file, tmp_path, {spots["全年预算数"]: 12})
    (line,) = (x for x in example.expenditure if x.project == example.projects[0].id)
    assert plan.changes == (Put(ExpenditureLine.full_year_budget, wan("12"), line.id),)


def test_another_number_of_goals_is_left_to_the_clerk(
    example: Filing, file: Path, spots: dict[str, str], tmp_path: Path
) -> None:
    plan = planned_after(example, file, tmp_path, {spots["预期目标"]: "做好全年科普"})
    assert plan.changes == ()
    (cell,) = (cell for cell in plan.cells if cell.state is State.UNREAD)
    assert cell.reason == "已填4条，表里是1条，请到项目自评表自己改"


def test_the_form_of_another_county_is_read_by_its_labels() -> None:
    """Money in three columns, points before the values, the leader with a telephone."""
    rows = [
        ["项目支出绩效自评表"],
        ["（2021年度）"],
        ["项目名称", "", "乡村科普", "", "", "项目负责人及电话", "李某 123"],
        ["主管部门", "", "县教科局", "", "", "实施单位", "县科协"],
        ["项目资金（万元）", "", "", "全年预算数（A）", "全年执行数（B）", "分值", "执行率（B/A）"],
        ["", "", "年度资金总额", "12.00", "11.00", "10", "91.67%"],
        ["", "", "其中：本年财政拨款", "12.00", "11.00", "—", "—"],
        ["年度总体目标", "年度预期目标", "", "", "实际完成情况"],
        ["", "办班10期", "", "", "办班12期"],
        ["", "一级指标", "二级指标", "三级指标", "分值", "年度指标值", "全年实际值"],
        ["", "产出指标", "数量指标", "办班", "90", "≥10期", "12期"],
        ["总分", "", "", "", "100"],
        ["注：1.得分一档最高不能超过该指标分值上限。"],
    ]
    (form,) = forms(Source("自评", rows))
    assert (form.name, form.texts["leader"].text) == ("乡村科普", "李某 123")
    assert {kind: spot.text for kind, spot in form.money.items()} == {
        "planned": "12.00",
        "spent": "11.00",
    }
    assert (form.expected and form.expected.text, form.done and form.done.text) == (
        "办班10期",
        "办班12期",
    )
    (row,) = form.indicators
    said = {key: spot.text for key, spot in row.items()}
    assert (said["name"], said["target"], said["actual"], said["weight"]) == (
        "办班",
        "≥10期",
        "12期",
        "90",
    )


def test_two_forms_on_one_sheet_are_two_projects() -> None:
    one = [
        ["部门预算项目支出绩效自评表"],
        ["项目名称", "甲项目"],
        ["", "一级指标", "二级指标", "三级指标", "指标值", "完成值"],
        ["", "产出指标", "数量指标", "办班", "≥10期", "12期"],
        ["", "", "", "印册", "≥100册", "100册"],
        ["总分", "", "", "", "", "100"],
    ]
    two = [[text.replace("甲", "乙") for text in row] for row in one]
    first, second = forms(Source("自评", [*one, [], *two]))
    assert (first.name, second.name) == ("甲项目", "乙项目")
    assert [row["name"].text for row in first.indicators] == ["办班", "印册"]
    assert first.indicators[1]["二级指标"].text == IndicatorClass.QUANTITY


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("≥1万册", Measure(IndicatorNature.AT_LEAST, "1万", "册")),
        ("＜ 5%", Measure(IndicatorNature.LESS_THAN, "5", "%")),
        (">=95％", Measure(IndicatorNature.AT_LEAST, "95", "％")),
        ("1500册", Measure(None, "1500", "册")),
        ("0.5万元", Measure(None, "0.5", "万元")),
        ("6.7元/册", Measure(None, "6.7", "元/册")),
        ("2021年12月30日前", Measure(IndicatorNature.DAY, "2021年12月30日")),
        ("80～100分", Measure(IndicatorNature.RANGE, "80～100", "分")),
        ("明显提高", Measure(IndicatorNature.QUALITATIVE, "明显提高")),
    ],
)
def test_a_value_is_taken_apart(text: str, measure: Measure) -> None:
    assert measured(text) == measure


@pytest.mark.parametrize(
    ("text", "goals"),
    [
        ("目标1：办班\n目标2：印册", ["办班", "印册"]),
        ("目标1：办班\n含下乡\n目标2：印册", ["办班\n含下乡", "印册"]),
        ("办班；印册。", ["办班；印册。"]),
    ],
)
def test_goals_are_told_apart_by_their_numbers(text: str, goals: list[str]) -> None:
    assert list(numbered(text)) == goals
