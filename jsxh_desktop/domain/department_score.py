"""得分 of the 部门整体支出绩效自评表: every indicator in its place, and what they come to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from jsxh_desktop.domain import stated
from jsxh_desktop.domain.department_form import DepartmentGroup, DepartmentSheet
from jsxh_desktop.domain.department_indicator import DepartmentIndicator
from jsxh_desktop.domain.expenditure import ExpenditureLine
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.pack import Pack
from jsxh_desktop.domain.project import Indicator
from jsxh_desktop.domain.project_money import Funding
from jsxh_desktop.domain.report_text import DepartmentReport
from jsxh_desktop.domain.rounding import half_up
from jsxh_desktop.domain.scoring import Scheme, execution_score, indicator_score, total_score

SHEET = "部门整体支出绩效自评表"


@dataclass(frozen=True, slots=True)
class Placed:
    """One indicator in its place: as it is entered, or as the form gives it while nobody did.

    `points` are the form's where it gives them, else the unit's.
    """

    record: DepartmentIndicator
    points: Decimal | None
    is_given: bool


@dataclass(frozen=True, slots=True)
class PlacedGroup:
    """A second-level class of the form with its indicators; one the form has not has no class."""

    first: str
    first_points: Decimal | None
    group: DepartmentGroup
    indicators: tuple[Placed, ...]


def is_begun(filing: Filing) -> bool:
    """Whether anything of what became of the year is on the sheet."""
    return any(
        each.actual or each.score is not None or each.reason
        for each in filing.department_indicators
    )


def placed(filing: Filing, sheet: DepartmentSheet) -> tuple[PlacedGroup, ...]:
    """The given indicators in the order of the form, behind them the unit's own of their group.

    What stands in no group of the form comes last.
    """
    left = list(filing.department_indicators)
    found = [
        PlacedGroup(each.name, each.points, group, tuple(_in_group(group, left)))
        for each, group in sheet.groups
    ]
    strays: dict[str, list[Placed]] = {}
    for record in left:
        strays.setdefault(record.group, []).append(Placed(record, record.weight, is_given=False))
    rest = (
        PlacedGroup("", None, DepartmentGroup(name), tuple(members))
        for name, members in strays.items()
    )
    return (*found, *rest)


def _in_group(group: DepartmentGroup, left: list[DepartmentIndicator]) -> Iterator[Placed]:
    """The indicators of one group, which are then no longer left."""
    own = [record for record in left if record.group == group.name]
    for name, points in group.given:
        record = next((each for each in own if each.name.strip() == name), None)
        if record:
            own.remove(record)
            left.remove(record)
        offered = DepartmentIndicator(group=group.name, name=name, weight=points)
        yield Placed(record or offered, points, is_given=True)
    for record in own:
        left.remove(record)
        yield Placed(record, record.weight, is_given=False)


def as_indicator(each: Placed) -> Indicator:
    """The same as an indicator of a project, to be scored and printed as these are."""
    record = each.record
    return Indicator(
        name=record.name,
        nature=record.nature,
        target=record.target,
        unit=record.unit,
        actual=record.actual,
        weight=each.points,
        own_score=record.score,
        deviation_reason=record.reason,
        id=record.id,
    )


def score(each: Placed, scheme: Scheme) -> Decimal:
    """得分 of one indicator: the unit's own, else worked out; NotStated where it can be neither."""
    if each.record.score is not None:
        return half_up(each.record.score, scheme.places)
    if each.record.nature is None:
        raise stated.NotStated(DepartmentIndicator.score.label)
    return indicator_score(as_indicator(each), scheme)


def money(filing: Filing) -> Funding:
    """What the whole department may spend and spent."""
    return Funding(tuple(line for line in filing.expenditure if line.functional))


def points(filing: Filing, sheet: DepartmentSheet) -> Decimal:
    """The points given out, those of the execution rate among them; NotStated for a blank one."""
    groups = placed(filing, sheet)
    label = DepartmentIndicator.weight.label
    given = (stated.stated(x.points, label) for group in groups for x in group.indicators)
    return sheet.form.scheme.execution + sum(given, Decimal(0))


def total(filing: Filing, sheet: DepartmentSheet) -> Decimal:
    """总分; NotStated while the sheet is not begun or one of its scores cannot be told."""
    if not is_begun(filing):
        raise stated.NotStated(SHEET)
    scheme = sheet.form.scheme
    scores = [score(x, scheme) for group in placed(filing, sheet) for x in group.indicators]
    if scheme.execution:
        spent, planned = ExpenditureLine.final, ExpenditureLine.full_year_budget
        own = money(filing)
        scores.append(execution_score(own.total(spent), own.total(planned), scheme))
    return total_score(scores)


def self_score(filing: Filing, pack: Pack) -> Decimal:
    """自评得分 of the report: what the unit states, else what its sheet comes to."""
    typed = filing.department_report.self_score
    if typed is not None:
        return typed
    if pack.department is None or not is_begun(filing):
        raise stated.NotStated(DepartmentReport.self_score.label)
    return total(filing, pack.department)
