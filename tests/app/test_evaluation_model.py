"""What a sheet comes to: money from the lines, scores by class, the first thing it still wants."""

from __future__ import annotations

import dataclasses
from decimal import Decimal

import pytest

from jsxh_desktop.app.evaluation_model import (
    DONE,
    evaluation_of,
    filled,
    project_rows,
    score_card,
    state,
)
from jsxh_desktop.app.fund_rows import fund_rows, uncoded_lines
from jsxh_desktop.app.packs import load_pack
from jsxh_desktop.app.sample import sample
from jsxh_desktop.domain.expenditure import ExpenditureLine
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.money import Money, wan
from jsxh_desktop.domain.project import Goal, Indicator, Project
from jsxh_desktop.domain.terms import (
    Attainment,
    ExpenditureKind,
    FundSource,
    IndicatorClass,
    IndicatorNature,
)
from jsxh_desktop.reports.sheets.evaluation import Evaluation
from tests.app.evaluations import scored_pack

PLAIN = load_pack("sichuan-2021").sheet
SCORED = scored_pack().sheet


def line(final: str, planned: str, **facts: object) -> ExpenditureLine:
    facts = {
        "fund": FundSource.GENERAL_PUBLIC_BUDGET,
        "functional": "2060702",
        "kind": ExpenditureKind.PROJECT,
        "project": 1,
        "initial_budget": wan(planned),
        **facts,
    }
    return ExpenditureLine(final=wan(final), full_year_budget=wan(planned), **facts)  # type: ignore[arg-type]  # any field


def measured(category: str, points: str, actual: str = "10", **facts: object) -> Indicator:
    facts = {"target": "10", "nature": IndicatorNature.AT_LEAST, "name": category, **facts}
    return Indicator(
        project=1,
        category=IndicatorClass(category),
        weight=Decimal(points),
        actual=actual,
        id=int(points),
        **facts,  # type: ignore[arg-type]  # any field
    )


OUTPUT, BENEFIT, PLEASED = (
    measured("数量指标", "50"),
    measured("社会效益指标", "30"),
    measured("满意度指标", "10"),
)
WHOLE = Filing(
    2021,
    projects=(Project("科普活动", id=1),),
    goals=(Goal(1, "办十场", "办了十场"),),
    indicators=(OUTPUT, BENEFIT, PLEASED),
    expenditure=(line("8", "10"),),
)


def sheet_of(filing: Filing) -> Evaluation:
    found = evaluation_of(filing, 1)
    assert found is not None
    return found


def test_the_fund_rows_are_the_lines_by_source() -> None:
    lines = (
        line("8", "10"),
        line("1", "2", carried_over=True),
        line("0.5", "0.5", fund=FundSource.UNIT),
    )
    money = sheet_of(dataclasses.replace(WHOLE, expenditure=lines)).money
    rows = fund_rows(money, SCORED, "万元")
    assert [(row.label, row.amounts[2].text, row.rate) for row in rows] == [
        ("年度资金总额", "9.50", "76.0%"),
        ("当年财政拨款", "8.00", "80.0%"),
        ("上年结转资金", "1.00", "50.0%"),
        ("其他资金", "0.50", "100.0%"),
    ]
    assert [row.amounts[2].lines for row in rows[1:]] == [(each,) for each in lines]


def test_the_points_of_execution_stand_beside_the_total() -> None:
    rows = fund_rows(sheet_of(WHOLE).money, SCORED, "万元")
    assert [(row.points, row.score) for row in rows[:2]] == [("10", "8.00"), ("—", "—")]


def test_a_figure_that_waits_says_what_for() -> None:
    money = sheet_of(sample()).money
    (total, *_) = fund_rows(money, PLAIN, "万元")
    assert (total.amounts[0].text, total.amounts[0].missing) == ("—", "年初预算数")


def test_a_line_without_a_code_counts_nowhere_yet() -> None:
    lost = line("1", "1", functional="")
    filing = dataclasses.replace(WHOLE, expenditure=(*WHOLE.expenditure, lost))
    assert uncoded_lines(filing, 1) == (lost,)


def test_the_card_adds_execution_and_classes() -> None:
    card = score_card(sheet_of(WHOLE), SCORED)
    parts = [(name, str(score)) for name, score in card.parts]
    assert parts == [
        ("执行率", "8.00"),
        ("产出", "50.00"),
        ("效益", "30.00"),
        ("满意度", "10.00"),
    ]
    assert (str(card.total), card.grade, card.left) == ("98.00", "优", Decimal(0))


def test_a_card_that_waits_has_no_grade() -> None:
    waiting = dataclasses.replace(WHOLE, indicators=(measured("数量指标", "50", ""), BENEFIT))
    card = score_card(sheet_of(waiting), SCORED)
    assert (str(card.total), card.waiting, card.grade) == ("38.00", 1, "")
    assert card.parts[1:] == (("产出", None), ("效益", Decimal("30.00")))


def test_points_that_are_left_keep_the_grade_back() -> None:
    short = dataclasses.replace(WHOLE, indicators=(OUTPUT, BENEFIT))
    card = score_card(sheet_of(short), SCORED)
    assert (card.given, card.left, card.grade) == (Decimal(90), Decimal(10), "")


def test_what_is_written_is_counted() -> None:
    part = dataclasses.replace(
        WHOLE,
        goals=(*WHOLE.goals, Goal(1, "办展览")),
        indicators=(OUTPUT, measured("质量指标", "5", "")),
    )
    assert filled(sheet_of(part)).goals == (1, 2)
    assert filled(sheet_of(part)).indicators == (1, 2)


JUDGED = measured("社会效益指标", "30", nature=IndicatorNature.QUALITATIVE)


@pytest.mark.parametrize(
    ("facts", "wants"),
    [
        ({}, DONE),
        ({"projects": (Project(id=1),)}, "还没有名称"),
        ({"expenditure": ()}, "还没有支出"),
        ({"goals": ()}, "还没有目标"),
        ({"indicators": ()}, "还没有指标"),
        ({"goals": (Goal(1, "办十场"),)}, "1 条目标没写完"),
        ({"indicators": (measured("数量指标", "50", ""),)}, "1 条指标没填完"),
        ({"indicators": (OUTPUT, JUDGED, PLEASED)}, "1 条定性指标没选达成情况"),
        ({"indicators": (OUTPUT, BENEFIT)}, "分值还剩 10 分"),
        (
            {"indicators": (measured("数量指标", "50", "9"), BENEFIT, PLEASED)},
            "1 条没写偏差原因",
        ),
    ],
)
def test_a_sheet_says_the_first_thing_it_wants(facts: dict[str, object], wants: str) -> None:
    filing = dataclasses.replace(WHOLE, **facts)  # type: ignore[arg-type]  # any list
    assert state(sheet_of(filing), SCORED) == wants


def test_a_form_without_scores_wants_no_judgement() -> None:
    filing = dataclasses.replace(WHOLE, indicators=(OUTPUT, JUDGED))
    assert state(sheet_of(filing), PLAIN) == DONE


def test_a_judged_indicator_wants_nothing_more() -> None:
    judged = dataclasses.replace(JUDGED, attainment=Attainment.REACHED)
    filing = dataclasses.replace(WHOLE, indicators=(OUTPUT, judged, PLEASED))
    assert state(sheet_of(filing), SCORED) == DONE


def test_the_list_shows_money_score_and_state() -> None:
    (row,) = project_rows(WHOLE, SCORED, "万元")
    shown = (row.name, row.budget, row.spent, row.rate, row.score, row.state)
    assert shown == ("科普活动", "10.00", "8.00", "80.0%", "98.00 优", DONE)


def test_the_list_of_a_form_without_scores_has_none() -> None:
    assert {row.score for row in project_rows(sample(), PLAIN, "万元")} == {""}


def test_amounts_are_shown_in_the_unit_of_view() -> None:
    (row,) = project_rows(WHOLE, SCORED, "元")
    assert row.spent == "80,000.00"
    assert Money(8_000_000) == WHOLE.expenditure[0].final
