"""What each value a sheet may show is for one project: the vocabulary of the forms."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType

from jsxh_desktop.domain import scoring
from jsxh_desktop.domain.entry import Entry
from jsxh_desktop.domain.expenditure import ExpenditureLine
from jsxh_desktop.domain.money import Money
from jsxh_desktop.domain.project import Indicator, Project
from jsxh_desktop.domain.project_money import FundPart
from jsxh_desktop.domain.rounding import half_up
from jsxh_desktop.domain.sheet_form import FundLine, Sheet
from jsxh_desktop.domain.sheet_form import SheetValue as V
from jsxh_desktop.domain.stated import NotStated, gap, stated
from jsxh_desktop.reports.sheets import evaluation as said
from jsxh_desktop.reports.sheets.evaluation import Evaluation, Group, broken

PLANNED, SPENT = ExpenditureLine.full_year_budget, ExpenditureLine.final
RATE_PLACES = 2


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a value is asked for: in which sheet, of which money, indicator or task."""

    evaluation: Evaluation
    sheet: Sheet
    heads: Mapping[V, str]
    fund: FundLine = FundLine(FundPart.TOTAL)
    group: Group | None = None
    indicator: Indicator = Indicator()
    task: tuple[int, str] = (0, "")

    def head(self, value: V, otherwise: Entry[str]) -> str:
        """What the form calls a column, so that a blank is asked for by that name."""
        return self.heads.get(value) or otherwise.label


Say = Callable[[Spot], str]
"""The text of a value; it may raise NotStated."""


def text_of(value: V, spot: Spot) -> str:
    """The text of one value; NotStated where something it needs is blank."""
    return VALUES[value](spot)


def class_name(value: V, spot: Spot, *, is_broken: bool) -> str:
    """The name of a class, on two lines where the form breaks it."""
    group = spot.group or Group("", "", ())
    is_first = value in (V.FIRST, V.FIRST_AND_POINTS)
    name, points = (group.first, group.points[0]) if is_first else (group.second, group.points[1])
    name = broken(name) if is_broken else name
    if points is None or value in (V.FIRST, V.SECOND):
        return name
    return f"{name}\n（{plain(points)}分）" if is_first else f"{name}（{plain(points)}分）"


def plain(number: Decimal) -> str:
    """A number of points without needless zeros."""
    return f"{number.normalize():f}"


def _typed(entry: Entry[str]) -> Say:
    return lambda spot: stated(entry.of(spot.evaluation.project), entry.label)


def _code_and_name(spot: Spot) -> str:
    project = spot.evaluation.project
    code = project.code or gap(Project.code.label)
    return f"{code}-{project.name or gap(Project.name.label)}"


def _execution_reason(spot: Spot) -> str:
    """Blank where nothing has to be explained."""
    return spot.evaluation.project.execution_reason


def _money(entry: Entry[Money | None]) -> Say:
    return lambda spot: spot.evaluation.money.of(spot.fund.part, entry).show()


def _rate(spot: Spot) -> str:
    planned, spent = (spot.evaluation.money.of(spot.fund.part, each) for each in (PLANNED, SPENT))
    if not planned:
        return spot.sheet.dash
    return f"{half_up(scoring.execution_rate(spent, planned) * 100, RATE_PLACES)}%"


def _of_total(say: Say) -> Say:
    """Only all money together has points; a part of it has a dash."""
    return lambda spot: say(spot) if spot.fund.part is FundPart.TOTAL else spot.sheet.dash


def _execution_points(spot: Spot) -> str:
    return plain(spot.sheet.scheme.execution)


def _execution_score(spot: Spot) -> str:
    return str(_execution(spot))


def _execution(spot: Spot) -> Decimal:
    money = spot.evaluation.money
    return scoring.execution_score(money.total(SPENT), money.total(PLANNED), spot.sheet.scheme)


def _name(spot: Spot) -> str:
    return spot.indicator.name or gap(Indicator.name.label)


def _name_and_target(spot: Spot) -> str:
    """For a form without a column for the target: 注册科技工作者（目标3000人）."""
    name, target = _name(spot), spot.indicator.target
    return f"{name}（目标{said.target(spot.indicator, '')}）" if target else name


def _actual(spot: Spot) -> str:
    return stated(spot.indicator.actual, spot.head(V.ACTUAL, Indicator.actual))


def _target(spot: Spot) -> str:
    return stated(spot.indicator.target, spot.head(V.TARGET, Indicator.target))


def _weight(spot: Spot) -> str:
    return plain(stated(spot.indicator.weight, _weight_label(spot)))


def _score(spot: Spot) -> str:
    try:
        return str(scoring.indicator_score(spot.indicator, spot.sheet.scheme))
    except NotStated:
        raise NotStated(_score_label(spot)) from None


def _total_points(spot: Spot) -> str:
    weights = [stated(each.weight, _weight_label(spot)) for each in _some(spot)]
    return plain(spot.sheet.scheme.execution + sum(weights, Decimal(0)))


def _total_score(spot: Spot) -> str:
    scheme = spot.sheet.scheme
    try:
        scores = [scoring.indicator_score(each, scheme) for each in _some(spot)]
    except NotStated:
        raise NotStated(_score_label(spot)) from None
    execution = [_execution(spot)] if scheme.execution else []
    return str(scoring.total_score([*execution, *scores]))


def _some(spot: Spot) -> tuple[Indicator, ...]:
    """The indicators, without which a sheet has no points to add."""
    if not spot.evaluation.indicators:
        raise NotStated("绩效指标")
    return spot.evaluation.indicators


def _weight_label(spot: Spot) -> str:
    return spot.heads.get(V.WEIGHT) or Indicator.weight.label


def _score_label(spot: Spot) -> str:
    return spot.heads.get(V.SCORE) or "得分"


VALUES: Mapping[V, Say] = MappingProxyType(
    {
        V.PROJECT_NAME: _typed(Project.name),
        V.PROJECT_CODE_AND_NAME: _code_and_name,
        V.PROJECT_LEADER: _typed(Project.leader),
        V.PROJECT_TELEPHONE: _typed(Project.telephone),
        V.PROJECT_PROCESS: _typed(Project.process),
        V.EXECUTION_REASON: _execution_reason,
        V.CONCLUSION: _typed(Project.conclusion),
        V.PROBLEMS: _typed(Project.problems),
        V.MEASURES: _typed(Project.measures),
        V.SUPERVISOR: lambda spot: said.supervisor_by_name(spot.evaluation.organization),
        V.SUPERVISOR_AND_CODE: lambda spot: said.supervisor(spot.evaluation.organization),
        V.UNIT: lambda spot: spot.evaluation.unit,
        V.YEAR: lambda spot: str(spot.evaluation.year),
        V.GOALS_EXPECTED: lambda spot: said.goals_expected(spot.evaluation.goals),
        V.GOALS_DONE: lambda spot: said.goals_done(spot.evaluation.goals),
        V.GOALS_EXPECTED_TOGETHER: lambda spot: said.expected_together(spot.evaluation.goals),
        V.GOALS_DONE_TOGETHER: lambda spot: said.done_together(spot.evaluation.goals),
        V.FUND_LABEL: lambda spot: spot.fund.label,
        V.FUND_INITIAL: _money(ExpenditureLine.initial_budget),
        V.FUND_PLANNED: _money(PLANNED),
        V.FUND_SPENT: _money(SPENT),
        V.FUND_RATE: _rate,
        V.FUND_POINTS: _of_total(_execution_points),
        V.FUND_SCORE: _of_total(_execution_score),
        V.FIRST: lambda spot: class_name(V.FIRST, spot, is_broken=False),
        V.FIRST_AND_POINTS: lambda spot: class_name(V.FIRST_AND_POINTS, spot, is_broken=False),
        V.SECOND: lambda spot: class_name(V.SECOND, spot, is_broken=False),
        V.SECOND_AND_POINTS: lambda spot: class_name(V.SECOND_AND_POINTS, spot, is_broken=False),
        V.INDICATOR_NAME: _name,
        V.NAME_AND_TARGET: _name_and_target,
        V.NATURE: lambda spot: said.sign(spot.indicator),
        V.TARGET: lambda spot: said.bare(_target(spot), spot.indicator),
        V.TARGET_AND_UNIT: lambda spot: said.target(
            spot.indicator, spot.head(V.TARGET_AND_UNIT, Indicator.target)
        ),
        V.TARGET_AND_SIGN: lambda spot: said.signed(
            spot.indicator, spot.head(V.TARGET_AND_SIGN, Indicator.target)
        ),
        V.INDICATOR_UNIT: lambda spot: said.unit_of(spot.indicator),
        V.ACTUAL: lambda spot: said.bare(_actual(spot), spot.indicator),
        V.ACTUAL_AND_UNIT: lambda spot: said.measured(
            spot.indicator.actual, spot.indicator, spot.head(V.ACTUAL_AND_UNIT, Indicator.actual)
        ),
        V.WEIGHT: _weight,
        V.SCORE: _score,
        V.REASON: lambda spot: spot.indicator.deviation_reason,
        V.TASK_NUMBER: lambda spot: f"任务{spot.task[0]}",
        V.TASK_TEXT: lambda spot: spot.task[1],
        V.TOTAL_POINTS: _total_points,
        V.TOTAL_SCORE: _total_score,
    }
)
"""What says each value."""
