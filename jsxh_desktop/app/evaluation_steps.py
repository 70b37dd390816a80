"""What is done to a project as a whole: copied, filled from last year or from the library."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Sequence

from jsxh_desktop.app.indicator_library import INSTEAD, Suggestion, indicator_from
from jsxh_desktop.domain.change import Added, Change
from jsxh_desktop.domain.expenditure import ExpenditureLine
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.project import Goal, Indicator, Project
from jsxh_desktop.domain.sheet_form import Sheet
from jsxh_desktop.domain.terms import ExpenditureKind, IndicatorClass, IndicatorNature

COPY = "（复制）"


def project_at(filing: Filing, key: int) -> Project | None:
    """The project with this id; None where it is gone."""
    return next((project for project in filing.projects if project.id == key), None)


def copied(filing: Filing, key: int) -> list[Change]:
    """The project again behind itself, with its goals and indicators; its money stays where it is.

    Raises StopIteration where there is no such project.
    """
    place, project = next(
        (place, each) for place, each in enumerate(filing.projects) if each.id == key
    )
    again = dataclasses.replace(project, name=f"{project.name}{COPY}", code="")
    owned: tuple[Goal | Indicator, ...] = (*filing.goals, *filing.indicators)
    own = (Added(record, under=0) for record in owned if record.project == key)
    return [Added(again, place + 1), *own]


def last_years(filing: Filing, project: Project) -> Project | None:
    """The same project in the year before: by its code, else by its name."""
    before = filing.before.projects if filing.before else ()
    by_code = (each for each in before if project.code and each.code == project.code)
    by_name = (each for each in before if project.name and each.name == project.name)
    return next(by_code, None) or next(by_name, None)


def from_last_year(filing: Filing, project: Project, sheet: Sheet) -> list[Change]:
    """What was expected last year and is not on the sheet yet, without what became of it."""
    earlier = last_years(filing, project)
    if earlier is None or filing.before is None:
        return []
    goals = [each for each in filing.before.goals if each.project == earlier.id]
    indicators = [each for each in filing.before.indicators if each.project == earlier.id]
    return [
        *_goals_anew(filing, goals, project.id),
        *_indicators_anew(filing, indicators, project.id, sheet),
    ]


def _goals_anew(filing: Filing, goals: Iterable[Goal], key: int) -> Iterator[Added]:
    there = {each.expected for each in filing.goals if each.project == key}
    for each in goals:
        if each.expected not in there:
            yield Added(Goal(project=key, expected=each.expected))


def _indicators_anew(
    filing: Filing, indicators: Iterable[Indicator], key: int, sheet: Sheet
) -> Iterator[Added]:
    there = {(each.category, each.name) for each in filing.indicators if each.project == key}
    for each in indicators:
        category = on_this_form(each.category, sheet)
        if (category, each.name) not in there:
            dated = each.nature is IndicatorNature.DAY  # last year's day has passed
            yield Added(
                Indicator(
                    project=key,
                    category=category,
                    name=each.name,
                    nature=each.nature,
                    target="" if dated else each.target,
                    unit=each.unit,
                    weight=each.weight,
                )
            )


def on_this_form(category: IndicatorClass | None, sheet: Sheet) -> IndicatorClass | None:
    """The class on this year's form, which may not have last year's."""
    has = {member for group in sheet.classes for member, _ in group.members}
    if category is None or category in has:
        return category
    instead = INSTEAD.get(category)
    return instead if instead in has else None


def from_library(filing: Filing, chosen: Sequence[Suggestion], key: int) -> list[Change]:
    """Suggestions as indicators of a project, each behind the last of its class."""
    order = list(filing.indicators)
    changes: list[Change] = []
    for suggestion in chosen:
        indicator = indicator_from(suggestion, key)
        place = _behind(order, indicator)
        order.insert(place, indicator)
        changes.append(Added(indicator, place))
    return changes


def _behind(order: Sequence[Indicator], indicator: Indicator) -> int:
    alike = [
        place
        for place, each in enumerate(order)
        if (each.project, each.category) == (indicator.project, indicator.category)
    ]
    return alike[-1] + 1 if alike else len(order)


def first_line(key: int) -> ExpenditureLine:
    """An expenditure line of a project, to be filled in where expenditure is entered."""
    return ExpenditureLine(project=key, kind=ExpenditureKind.PROJECT)
