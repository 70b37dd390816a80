"""The filing of the next year, begun from this one: what stays true stays, no figure is guessed."""

from __future__ import annotations

import calendar
import dataclasses
import re
from typing import Any, TypeVar

from jsxh_desktop.domain.carryover import Carryover
from jsxh_desktop.domain.department_indicator import DepartmentIndicator
from jsxh_desktop.domain.disclosure import Procurement
from jsxh_desktop.domain.entry import Entry, entries
from jsxh_desktop.domain.expenditure import Budget, ExpenditureLine
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.income import IncomeLine
from jsxh_desktop.domain.organization import Organization
from jsxh_desktop.domain.prior_year import PriorYear
from jsxh_desktop.domain.project import Goal, Indicator, Project
from jsxh_desktop.domain.report_text import DepartmentReport, Reasons
from jsxh_desktop.domain.three_public import HELD, ThreePublic

R = TypeVar("R")

PURPOSES = (
    ThreePublic.overseas_content,
    ThreePublic.running_purpose,
    ThreePublic.reception_purpose,
    ThreePublic.foreign_purpose,
)
_DATE = re.compile(
    r"(?<!\d)(?P<year>\d{4})"
    r"(?P<rest>年(?:(?P<month>\d{1,2})月(?:(?P<day>\d{1,2})日)?|[底末初])"
    r"|(?P<mark>[-/.])(?P<m>\d{1,2})(?P=mark)(?P<d>\d{1,2})(?!\d))"
)


def next_year(filing: Filing) -> Filing:
    """The filing of the year after, with this one as the year before it.

    | kept | as it is but for | why |
    |---|---|---|
    | unit, posts and staff, duties, institutions | the day of publication | they last |
    | own terms and codes | | they last |
    | lines of income and expenditure | amounts | the same codes come again |
    | 结转和结余 | opening is this year's closing, the rest blank | what is left opens a year |
    | “三公”经费 | amounts and counts, but for the vehicles held at the end | a blank is no zero |
    | 政府采购 | amounts | the purpose comes again |
    | 国有资产 | | it stands at the end of a year |
    | projects | what became of them this year | the project goes on |
    | goals, indicators | what was done; their dates are a year later | targets come again |
    | indicators of the whole unit | what was done; their dates are a year later | likewise |

    Dropped are key work, receptions, reasons, variances, the texts of the reports, the total known
    apart from its lines, figures of other tables, accounts of findings, and figures of the year
    before: `before` has them.
    """
    return dataclasses.replace(
        filing,
        year=filing.year + 1,
        edition=None,
        organization=_without(filing.organization, Organization.published),
        key_work=(),
        income=tuple(_without(line, IncomeLine.final) for line in filing.income),
        expenditure=tuple(
            _without(
                line,
                ExpenditureLine.initial_budget,
                ExpenditureLine.full_year_budget,
                ExpenditureLine.final,
            )
            for line in filing.expenditure
        ),
        variances=(),
        budget=Budget(),
        carryover=tuple(
            Carryover(fund=row.fund, opening=row.closing, id=row.id) for row in filing.carryover
        ),
        three_public=_only(filing.three_public, *PURPOSES, *HELD),
        receptions=(),
        procurement=_only(filing.procurement, Procurement.purpose),
        projects=tuple(map(_project, filing.projects)),
        goals=tuple(map(_goal, filing.goals)),
        indicators=tuple(map(_indicator, filing.indicators)),
        reasons=Reasons(),
        department_report=DepartmentReport(),
        department_indicators=tuple(map(_whole, filing.department_indicators)),
        project_reports=(),
        stated_figures=(),
        reviews=(),
        prior_year=PriorYear(),
        before=filing,
    )


def _project(project: Project) -> Project:
    """What a project is; what was done about it, and how it was judged, is of its year."""
    return _only(
        project,
        Project.name,
        Project.code,
        Project.category,
        Project.budget,
        Project.leader,
        Project.telephone,
    )


def _goal(goal: Goal) -> Goal:
    kept = _only(goal, Goal.project)
    return dataclasses.replace(kept, expected=_a_year_later(goal.expected))


def _indicator(indicator: Indicator) -> Indicator:
    kept = _only(
        indicator,
        Indicator.project,
        Indicator.category,
        Indicator.nature,
        Indicator.unit,
        Indicator.weight,
    )
    return dataclasses.replace(
        kept,
        name=_a_year_later(indicator.name),
        target=_a_year_later(indicator.target),
    )


def _whole(indicator: DepartmentIndicator) -> DepartmentIndicator:
    kept = _without(
        indicator,
        DepartmentIndicator.actual,
        DepartmentIndicator.score,
        DepartmentIndicator.reason,
    )
    return dataclasses.replace(
        kept, name=_a_year_later(indicator.name), target=_a_year_later(indicator.target)
    )


def _only(record: R, *kept: Entry[Any]) -> R:
    """The record with every other entry blank; it stays the same record."""
    return _without(record, *(entry for entry in entries(type(record)) if entry not in kept))


def _without(record: R, *dropped: Entry[Any]) -> R:
    """The record with these entries blank."""
    blanks: dict[str, Any] = {entry.name: entry.blank for entry in dropped}
    return dataclasses.replace(record, **blanks)  # type: ignore[type-var]  # every record is one


def _a_year_later(text: str) -> str:
    """The text with each date in it moved on by a year; a bare year may mean anything and stays."""
    return _DATE.sub(_later, text)


def _later(date: re.Match[str]) -> str:
    year = int(date["year"]) + 1
    rest = date["rest"]
    month, day = int(date["month"] or date["m"] or 0), int(date["day"] or date["d"] or 0)
    if (month, day) == (2, 29) and not calendar.isleap(year):
        rest = rest.replace("29", "28")
    return f"{year}{rest}"
