"""The sheet of one project in the window: money, score, goals, indicators."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest

from jsxh_desktop.app.repacking import use_pack
from jsxh_desktop.domain.change import Put, Removed
from jsxh_desktop.domain.expenditure import ExpenditureLine
from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.project import Goal, Indicator
from jsxh_desktop.domain.terms import ExpenditureKind
from jsxh_desktop.ui.evaluation_view import EvaluationView
from jsxh_desktop.ui.window import Window
from tests.ui.sheets import cell, go_to, goals, opened

pytestmark = pytest.mark.page("projects")

Press = Callable[..., None]
Write = Callable[[str], None]


@pytest.fixture
def sheet(window: Window) -> EvaluationView:
    """The sheet of the first project, on a form without scores."""
    return opened(window)


@pytest.fixture
def scored(window: Window) -> EvaluationView:
    """The same on a form with scores; indicator 4 has ten points and reached 487 of 500."""
    use_pack(window.workspace, "national-2020")
    window.workspace.apply(
        "分值", [Put(Indicator.weight, Decimal(10), 4), Put(Indicator.actual, "487", 4)]
    )
    return opened(window)


# The head.


@pytest.mark.looks
def test_next_turns_to_the_next_project(window: Window, sheet: EvaluationView) -> None:
    sheet.head.buttons[1].invoke()
    window.root.update()
    assert sheet.key == 2


def test_the_fields_of_the_project_stand_in_the_place_of_the_sheet(
    window: Window, sheet: EvaluationView, press: Press, write: Write
) -> None:
    sheet.head.info.focus_force()
    press("<Return>")
    write("科普工作经费")
    press("<Return>")
    assert window.workspace.filing.projects[0].name == "科普工作经费"
    assert str(sheet.head.info["text"]).startswith("项目信息 6/14")


@pytest.mark.looks
def test_without_a_year_before_nothing_is_offered_to_be_taken_over(sheet: EvaluationView) -> None:
    assert not sheet.head.buttons[2].winfo_manager()


# Money.


@pytest.mark.looks
def test_a_figure_leads_to_the_line_it_comes_from(
    window: Window, sheet: EvaluationView, press: Press, monkeypatch: pytest.MonkeyPatch
) -> None:
    led: list[Place] = []
    monkeypatch.setattr(window, "jump", led.append)
    sheet.top.funds.amounts[0][2].focus_force()
    press("<Alt-Down>")
    assert led == [Place(ExpenditureLine.final, 4)]


def test_a_project_without_expenditure_gets_a_line(
    window: Window, sheet: EvaluationView, press: Press, monkeypatch: pytest.MonkeyPatch
) -> None:
    led: list[Place] = []
    monkeypatch.setattr(window, "jump", led.append)
    window.workspace.apply("删", [Removed(ExpenditureLine, 4)])
    window.root.update()
    sheet.top.funds.button.focus_force()
    press("<Key-space>")
    line = window.workspace.filing.expenditure[-1]
    assert (line.project, line.kind) == (1, ExpenditureKind.PROJECT)
    assert led == [Place(ExpenditureLine.functional, line.id)]


def test_a_line_still_without_a_code_is_led_to_not_added_again(
    window: Window, sheet: EvaluationView
) -> None:
    window.workspace.apply("清", [Put(ExpenditureLine.functional, "", 4)])
    window.root.update()
    assert sheet.top.funds.button["text"] == "去选科目"


# The score.


def test_weights_are_counted_while_they_are_typed(
    window: Window, scored: EvaluationView, press: Press
) -> None:
    go_to(window, scored, 1, "分值")
    press("5", "<Return>")
    assert scored.top.card.left["text"] == "已分 25，还剩 75 分"


def test_the_rest_of_the_points_is_split_in_one_step(
    window: Window, scored: EvaluationView, press: Press
) -> None:
    before = window.workspace.filing
    scored.top.card.spread.focus_force()
    press("<Key-space>")
    assert scored.top.card.left["text"] == "已分 100，分完了"
    window.undo()
    assert window.workspace.filing == before


def test_the_mouse_on_a_score_is_told_how_it_comes_about(
    window: Window, scored: EvaluationView
) -> None:
    spot = cell(scored, 4, "得分")
    canvas = scored.grid.cells.canvas
    x, y, *_ = scored.grid.cells.bounds(spot)
    canvas.event_generate("<Motion>", x=int(x - canvas.canvasx(0)) + 5, y=y + 5)
    assert scored.tip is not None
    assert scored.tip.told == "487 < 500：10 × 487 ÷ 500 = 9.74"


def test_a_missing_reason_is_asked_for_in_its_cell(scored: EvaluationView) -> None:
    row, column = cell(scored, 4, "偏差原因分析及改进措施")
    assert scored.grid.source.rows[row].cells[column] == "必填：比指标值少 2.6%，请写原因"


@pytest.mark.looks
def test_a_form_without_scores_says_how_far_it_is_written(sheet: EvaluationView) -> None:
    assert sheet.top.card.hero["text"] == "16 / 16"


def test_another_form_builds_the_sheet_anew(window: Window, sheet: EvaluationView) -> None:
    use_pack(window.workspace, "national-2020")
    window.root.update()
    assert opened(window).scored
    assert not sheet.widget.winfo_exists()


# Goals.


@pytest.mark.looks
def test_enter_walks_from_expected_to_done_and_on(
    window: Window, sheet: EvaluationView, press: Press
) -> None:
    window.jump(Place(Goal.expected, 1))
    press("<Return>", "<Return>")
    assert window.root.focus_get() is sheet.top.goals.rows[1].inputs[Goal.expected].box


def test_a_goal_is_added_and_written(
    window: Window, sheet: EvaluationView, write: Write, press: Press
) -> None:
    sheet.top.goals.add()
    window.root.update()
    write("办科普讲座10场")
    press("<Return>")
    assert goals(window)[-1] == "办科普讲座10场"


def test_a_pasted_list_is_as_many_goals(
    window: Window, sheet: EvaluationView, press: Press
) -> None:
    window.jump(Place(Goal.expected, 4))
    window.root.clipboard_clear()
    window.root.clipboard_append("1.开展科普活动12场\n2.培训农技人员300人次")
    press("<Control-a>", "<Control-v>")
    assert goals(window)[3:] == ["开展科普活动12场", "培训农技人员300人次"]
    assert window.root.focus_get() is sheet.top.goals.rows[4].inputs[Goal.expected].box


def test_a_goal_moves_with_its_caret(window: Window, sheet: EvaluationView, press: Press) -> None:
    window.jump(Place(Goal.expected, 1))
    press("<Alt-Down>")
    assert goals(window)[1] == "印发科普宣传资料1万册"
    assert window.root.focus_get() is sheet.top.goals.rows[1].inputs[Goal.expected].box


def test_backspace_takes_a_blank_goal_away(
    window: Window, sheet: EvaluationView, press: Press
) -> None:
    sheet.top.goals.add()
    window.root.update()
    press("<BackSpace>")
    assert len(goals(window)) == 4


def test_the_length_of_what_was_done_is_counted_where_the_form_limits_it(
    window: Window, write: Write
) -> None:
    use_pack(window.workspace, "sichuan-2022")
    goals = opened(window).top.goals
    window.jump(Place(Goal.done, 1))
    window.root.update()
    write("字" * 100)
    assert goals.counts[Goal.done]["text"] == "143 / 100 字"


def test_the_money_stands_in_the_rows_of_the_form(window: Window) -> None:
    use_pack(window.workspace, "sichuan-2022")
    funds = opened(window).top.funds
    assert [len(funds.amounts), funds.amounts[0][2]["text"]] == [5, "10.00"]


# The indicators.


@pytest.mark.looks
def test_the_first_indicator_is_where_work_begins(sheet: EvaluationView) -> None:
    assert sheet.grid.cell == (1, 0)


def test_a_row_whose_class_changes_keeps_the_cursor(
    window: Window, sheet: EvaluationView, press: Press
) -> None:
    go_to(window, sheet, 4, "指标类别")
    sheet.grid.put({sheet.grid.cell: "满意度"})
    window.root.update()
    assert sheet.grid.cell == cell(sheet, 4, "指标类别")


@pytest.mark.looks
def test_everything_above_folds_into_one_line(
    window: Window, sheet: EvaluationView, press: Press
) -> None:
    press("<Control-F>")
    assert sheet.top.is_folded
    press("<Control-F>")
    assert not sheet.top.is_folded
