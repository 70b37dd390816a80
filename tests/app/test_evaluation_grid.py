"""The indicators as a grid: classes as bands, what is typed, what is worked out, what is owed."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from jsxh_desktop.app.evaluation_grid import EvaluationGrid
from jsxh_desktop.app.repacking import use_pack
from jsxh_desktop.app.workspace import Workspace
from jsxh_desktop.domain.change import Put
from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.project import Indicator
from jsxh_desktop.domain.terms import Attainment, IndicatorClass, IndicatorNature
from tests.app.grids import logged

FIRST = 1  # the project, and its first indicator: ≥ 1万 册


@pytest.fixture
def plain(workbook: Path) -> Iterator[Workspace]:
    """The sample, whose form has no scores."""
    opened = Workspace.open(workbook)
    yield opened
    opened.close()


@pytest.fixture
def scored(plain: Workspace) -> Workspace:
    """The same on a form with scores."""
    use_pack(plain, "national-2020")
    return plain


def titles(grid: EvaluationGrid) -> list[str]:
    return [column.title for column in grid.columns]


def cell(grid: EvaluationGrid, key: int, title: str) -> tuple[int, int]:
    """Where a column of an indicator stands."""
    row = next(row for row, each in enumerate(grid.rows) if each.key == key)
    return row, titles(grid).index(title)


def text(grid: EvaluationGrid, key: int, title: str) -> str:
    row, column = cell(grid, key, title)
    return grid.rows[row].cells[column]


def put(grid: EvaluationGrid, key: int, title: str, typed: str) -> None:
    grid.put({cell(grid, key, title): typed}, "修改")
    grid.refresh()


def indicator(workspace: Workspace, key: int) -> Indicator:
    return next(each for each in workspace.filing.indicators if each.id == key)


def test_a_form_without_scores_has_no_columns_for_them(plain: Workspace) -> None:
    assert not {"分值", "得分", "系数", "达成情况"} & {*titles(EvaluationGrid(plain, FIRST))}


def test_every_class_of_the_form_is_a_band(plain: Workspace) -> None:
    bands = [row.cells[:2] for row in EvaluationGrid(plain, FIRST).rows if row.band]
    assert bands == [("∨ 完成指标", "13 条"), ("∨ 效益指标", "2 条"), ("∨ 满意度指标", "1 条")]


def test_a_folded_band_hides_its_indicators(plain: Workspace) -> None:
    grid = EvaluationGrid(plain, FIRST)
    grid.fold(0)
    assert [row.cells[0] for row in grid.rows[:2]] == ["› 完成指标", "∨ 效益指标"]


def test_a_band_says_what_is_left_of_its_points(scored: Workspace) -> None:
    scored.apply("分", [Put(Indicator.weight, Decimal(45), FIRST)])
    band = EvaluationGrid(scored, FIRST).rows[0]
    assert band.cells[:2] == ("∨ 产出指标", "50 分，还剩 5 分")


def test_a_score_is_worked_out_and_explains_itself(scored: Workspace) -> None:
    grid = EvaluationGrid(scored, FIRST)
    put(grid, FIRST, "分值", "10")
    put(grid, FIRST, "完成值", "9000")
    assert text(grid, FIRST, "得分") == "9.00"
    assert grid.hint(cell(grid, FIRST, "得分")) == "9000 < 10000：10 × 9000 ÷ 10000 = 9.00"


def test_a_score_that_waits_says_what_for(scored: Workspace) -> None:
    grid = EvaluationGrid(scored, FIRST)
    assert grid.hint(cell(grid, FIRST, "得分")) == "还差：“印发科普宣传资料”的分值"


def test_a_score_typed_over_is_the_units_own_until_it_is_cleared(scored: Workspace) -> None:
    grid = EvaluationGrid(scored, FIRST)
    put(grid, FIRST, "分值", "10")
    put(grid, FIRST, "得分", "8")
    assert (text(grid, FIRST, "得分"), indicator(scored, FIRST).own_score) == ("8.00", Decimal(8))
    put(grid, FIRST, "得分", "")
    assert (text(grid, FIRST, "得分"), indicator(scored, FIRST).own_score) == ("10.00", None)


def test_a_score_typed_as_it_is_worked_out_stays_worked_out(scored: Workspace) -> None:
    grid = EvaluationGrid(scored, FIRST)
    put(grid, FIRST, "分值", "10")
    grid.typing(cell(grid, FIRST, "得分"), "10.00")
    put(grid, FIRST, "得分", "10.00")
    assert indicator(scored, FIRST).own_score is None
    assert not logged(scored)


def test_a_new_line_has_no_score_typed(scored: Workspace) -> None:
    grid = EvaluationGrid(scored, FIRST)
    assert not grid.may_type((len(grid.rows), cell(grid, FIRST, "得分")[1]))


def test_a_reason_that_is_owed_is_asked_for_until_it_is_written(plain: Workspace) -> None:
    grid = EvaluationGrid(plain, FIRST)
    put(grid, FIRST, "完成值", "9000")
    row, column = cell(grid, FIRST, "偏差原因和改进措施")
    assert grid.rows[row].cells[column] == "必填：比指标值少 10.0%，请写原因"
    assert column in grid.rows[row].wrong
    assert grid.exact((row, column)) == ""
    put(grid, FIRST, "偏差原因和改进措施", "纸张涨价")
    assert not grid.problem((row, column))


def test_a_class_is_shown_and_typed_by_the_forms_own_name(plain: Workspace) -> None:
    grid = EvaluationGrid(plain, FIRST)
    put(grid, FIRST, "指标类别", "质量")
    assert indicator(plain, FIRST).category is IndicatorClass.QUALITY


def test_only_the_classes_of_the_form_are_offered(plain: Workspace) -> None:
    grid = EvaluationGrid(plain, FIRST)
    offered = [offer.text for offer in grid.offers(cell(grid, FIRST, "指标类别"), "")]
    assert offered[:4] == ["数量指标", "质量指标", "时效指标", "成本指标"]
    assert "社会成本指标" not in offered


def test_a_class_the_form_does_not_have_is_told_to_be_changed(plain: Workspace) -> None:
    plain.apply("改", [Put(Indicator.category, IndicatorClass.SOCIAL_COST, FIRST)])
    grid = EvaluationGrid(plain, FIRST)
    said = "这张表没有“社会成本指标”这一类，按 F4 换一类"
    assert grid.problem(cell(grid, FIRST, "指标类别")) == said
    assert grid.rows[-2].cells[0] == "∨ 还没有归类"


@pytest.mark.parametrize("typed", [">=", "≧", "≥", "＞＝"])
def test_a_nature_may_be_typed_with_the_keys_there_are(plain: Workspace, typed: str) -> None:
    grid = EvaluationGrid(plain, FIRST)
    put(grid, FIRST, "性质", "≤")
    put(grid, FIRST, "性质", typed)
    assert indicator(plain, FIRST).nature is IndicatorNature.AT_LEAST


def test_a_judgement_is_typed_and_shown_in_short(scored: Workspace) -> None:
    grid = EvaluationGrid(scored, FIRST)
    put(grid, FIRST, "性质", "定性")
    put(grid, FIRST, "达成情况", "部分达成")
    assert indicator(scored, FIRST).attainment is Attainment.PARTLY
    assert text(grid, FIRST, "达成情况") == "部分达成"


def test_only_what_is_said_in_words_is_judged(scored: Workspace) -> None:
    grid = EvaluationGrid(scored, FIRST)
    assert not grid.may_type(cell(grid, FIRST, "达成情况"))


def test_rows_behind_the_last_become_indicators_in_one_step(plain: Workspace) -> None:
    grid = EvaluationGrid(plain, FIRST)
    end, before = len(grid.rows), len(plain.filing.indicators)
    typed = {(end, 0): "数量", (end, 1): "讲座", (end + 1, 1): "展览", (end + 1, 2): "好"}
    grid.put(typed, "粘贴")
    *_, lecture, show = plain.filing.indicators
    assert (lecture.category, lecture.name) == (IndicatorClass.QUANTITY, "讲座")
    assert plain.text(Place(Indicator.nature, show.id)) == "好"
    assert plain.undo() == "粘贴"
    assert len(plain.filing.indicators) == before


def test_what_does_not_read_stays_and_says_why(scored: Workspace) -> None:
    grid = EvaluationGrid(scored, FIRST)
    put(grid, FIRST, "分值", "十")
    assert text(grid, FIRST, "分值") == "十"
    assert grid.problem(cell(grid, FIRST, "分值")) == "“十”认不出来，应为数字，例如 93.8"


def test_an_indicator_is_inserted_in_the_class_of_its_row(plain: Workspace) -> None:
    grid = EvaluationGrid(plain, FIRST)
    row, _ = cell(grid, 5, "三级指标")  # the first 质量指标
    grid.insert(row)
    grid.refresh()
    added = indicator(plain, grid.rows[row].key)
    assert (added.category, added.name) == (IndicatorClass.QUALITY, "")


def test_on_a_band_an_indicator_comes_first_in_the_class(plain: Workspace) -> None:
    grid = EvaluationGrid(plain, FIRST)
    grid.insert(0)
    grid.refresh()
    assert indicator(plain, grid.rows[1].key).category is IndicatorClass.QUANTITY


def test_indicators_change_places_within_their_class(plain: Workspace) -> None:
    grid = EvaluationGrid(plain, FIRST)
    grid.move(1, 2)
    grid.refresh()
    assert [row.key for row in grid.rows[1:4]] == [2, 1, 3]


def test_an_indicator_does_not_leave_its_class_by_moving(plain: Workspace) -> None:
    grid = EvaluationGrid(plain, FIRST)
    keys = [row.key for row in grid.rows]
    grid.move(4, 5)  # from 数量指标 to 质量指标
    grid.refresh()
    assert [row.key for row in grid.rows] == keys


def test_deleted_rows_are_one_step_named_by_what_went(plain: Workspace) -> None:
    grid = EvaluationGrid(plain, FIRST)
    grid.delete([0, 1])
    assert plain.undo() == "删除“印发科普宣传资料”"


def test_a_field_is_found_where_it_stands(plain: Workspace) -> None:
    grid = EvaluationGrid(plain, FIRST)
    assert grid.cell_of(Place(Indicator.actual, 2)) == cell(grid, 2, "完成值")
    assert grid.cell_of(Place(Indicator.actual, 20)) is None  # of another project


def test_the_actual_is_put_beside_what_was_to_be_reached(plain: Workspace) -> None:
    grid = EvaluationGrid(plain, FIRST)
    assert grid.hint(cell(grid, FIRST, "完成值")) == "指标值 ≥ 1万册"


def test_another_project_shows_its_own(plain: Workspace) -> None:
    grid = EvaluationGrid(plain, FIRST)
    grid.show(3)
    assert {row.key for row in grid.rows if not row.band} == {*range(34, 50)}
