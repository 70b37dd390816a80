"""What a self-evaluation sheet comes to: its score, how far it is written, what it still wants."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from jsxh_desktop.app import weights
from jsxh_desktop.app.fund_rows import (
    NONE,
    FundRow,
    execution_points,
    fund_rows,
    uncoded_lines,
)
from jsxh_desktop.app.score_words import reason_owed
from jsxh_desktop.domain.expenditure import ExpenditureLine
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.project import Goal, Indicator, Project
from jsxh_desktop.domain.scoring import grade, indicator_score, total_score
from jsxh_desktop.domain.sheet_form import Sheet
from jsxh_desktop.domain.stated import NotStated
from jsxh_desktop.domain.terms import IndicatorNature
from jsxh_desktop.reports.evaluation_form import evaluations
from jsxh_desktop.reports.sheets.evaluation import Evaluation

SUFFIX = "指标"
DONE = "填好了"


@dataclass(frozen=True, slots=True)
class ScoreCard:
    """What the sheet comes to so far; `waiting` counts the indicators without a score.

    `parts` are the scores by class as far as they are known, None where none of them is; `grade` is
    said only of a sheet that is complete.
    """

    total: Decimal
    parts: tuple[tuple[str, Decimal | None], ...]
    waiting: int
    given: Decimal
    left: Decimal
    grade: str


@dataclass(frozen=True, slots=True)
class Filled:
    """How much of a sheet is written: goals and indicators, done and all."""

    goals: tuple[int, int]
    indicators: tuple[int, int]


def evaluation_of(filing: Filing, key: int) -> Evaluation | None:
    """The sheet of a project; None where the project is gone."""
    return next((each for each in evaluations(filing) if each.project.id == key), None)


def score_card(evaluation: Evaluation, sheet: Sheet) -> ScoreCard:
    """The scores of a form that has them."""
    execution = execution_points(evaluation.money, sheet.scheme)
    scores = {each.id: score(each, sheet) for each in evaluation.indicators}
    parts = [("执行率", execution)]
    for group in sheet.classes:
        own = [scores[each.id] for each in weights.members(group, evaluation.indicators)]
        if own:
            parts.append((group.name.removesuffix(SUFFIX), _sum(own)))
    known = [score for score in (execution, *scores.values()) if score is not None]
    waiting = sum(score is None for score in scores.values())
    total = total_score(known)
    left = weights.left(evaluation.indicators, sheet)
    complete = not waiting and execution is not None and not left
    return ScoreCard(
        total, tuple(parts), waiting, weights.ALL - left, left, grade(total) if complete else ""
    )


def filled(evaluation: Evaluation) -> Filled:
    """What is written of what the sheet asks for."""
    goals, indicators = evaluation.goals, evaluation.indicators
    return Filled(
        (sum(bool(each.expected and each.done) for each in goals), len(goals)),
        (sum(map(is_filled, indicators)), len(indicators)),
    )


def is_filled(indicator: Indicator) -> bool:
    """Whether an indicator says what it measures, what was to be reached and what was."""
    asked = (indicator.category, indicator.name, indicator.nature)
    return all((*asked, indicator.target, indicator.actual))


def state(evaluation: Evaluation, sheet: Sheet) -> str:
    """The first thing a sheet still wants, in words; 填好了 where it wants nothing."""
    return next(_wants(evaluation, sheet), DONE)


def _wants(evaluation: Evaluation, sheet: Sheet) -> Iterator[str]:
    for there, words in (
        (evaluation.project.name, "还没有名称"),
        (evaluation.money.lines, "还没有支出"),
        (evaluation.goals, "还没有目标"),
        (evaluation.indicators, "还没有指标"),
    ):
        if not there:
            yield words
    written, indicators = filled(evaluation), evaluation.indicators
    for (done, of), words in (
        (written.goals, "条目标没写完"),
        (written.indicators, "条指标没填完"),
    ):
        if done < of:
            yield f"{of - done} {words}"
    if judged := sum(wants_judging(each, sheet) for each in indicators):
        yield f"{judged} 条定性指标没选达成情况"
    if sheet.scheme.scored and (left := weights.left(indicators, sheet)):
        yield f"分值{weights.left_in_words(left)}"
    if owed := sum(wants_reason(each, sheet) for each in indicators):
        yield f"{owed} 条没写偏差原因"


def wants_reason(indicator: Indicator, sheet: Sheet) -> bool:
    """Whether the rules demand a reason nobody has written yet."""
    return not indicator.deviation_reason and bool(reason_owed(indicator, sheet.scheme))


def wants_judging(indicator: Indicator, sheet: Sheet) -> bool:
    """Whether a 定性 indicator waits for its 达成情况, which only a form with scores needs."""
    return (
        sheet.scheme.scored
        and indicator.nature is IndicatorNature.QUALITATIVE
        and indicator.attainment is None
        and indicator.coefficient is None
        and indicator.own_score is None
    )


def score(indicator: Indicator, sheet: Sheet) -> Decimal | None:
    """得分 of one indicator; None while it cannot be worked out."""
    try:
        return indicator_score(indicator, sheet.scheme)
    except NotStated:
        return None


def _sum(scores: list[Decimal | None]) -> Decimal | None:
    known = [score for score in scores if score is not None]
    return total_score(known) if known else None


@dataclass(frozen=True, slots=True)
class SheetShown:
    """All that stands on the desk of one project but its indicators.

    `place` of `count` projects, from 1; `card` is None for a form without scores; `uncoded` are
    lines of the project that count nowhere before they have a functional code.
    """

    project: Project
    place: int
    count: int
    funds: tuple[FundRow, ...]
    has_lines: bool
    uncoded: tuple[ExpenditureLine, ...]
    goals: tuple[Goal, ...]
    filled: Filled
    card: ScoreCard | None
    state: str


def sheet_shown(filing: Filing, key: int, sheet: Sheet, unit: str) -> SheetShown | None:
    """The sheet of a project as the window shows it; None where the project is gone."""
    evaluation = evaluation_of(filing, key)
    if evaluation is None:
        return None
    money, scheme = evaluation.money, sheet.scheme
    return SheetShown(
        project=evaluation.project,
        place=evaluation.number,
        count=len(filing.projects),
        funds=fund_rows(money, sheet, unit),
        has_lines=bool(money.lines),
        uncoded=uncoded_lines(filing, key),
        goals=evaluation.goals,
        filled=filled(evaluation),
        card=score_card(evaluation, sheet) if scheme.scored else None,
        state=state(evaluation, sheet),
    )


@dataclass(frozen=True, slots=True)
class ProjectRow:
    """A project in the list of all: amounts in the unit of view, its state in words."""

    key: int
    name: str
    code: str
    budget: str
    spent: str
    rate: str
    score: str
    state: str


def project_rows(filing: Filing, sheet: Sheet, unit: str) -> tuple[ProjectRow, ...]:
    """Every project in the order of the sheets."""
    return tuple(_row(each, sheet, unit) for each in evaluations(filing))


def _row(evaluation: Evaluation, sheet: Sheet, unit: str) -> ProjectRow:
    total, *_ = fund_rows(evaluation.money, sheet, unit)
    _, planned, spent = total.amounts
    score = ""
    if sheet.scheme.scored:
        card = score_card(evaluation, sheet)
        score = f"{card.total} {card.grade}" if card.grade else NONE
    project = evaluation.project
    return ProjectRow(
        project.id,
        project.name,
        project.code,
        planned.text,
        spent.text,
        total.rate,
        score,
        state(evaluation, sheet),
    )
