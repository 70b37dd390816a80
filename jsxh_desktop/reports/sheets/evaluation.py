"""What a self-evaluation sheet shows, whatever its layout."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from jsxh_desktop.domain.entry import read_day, show_day
from jsxh_desktop.domain.organization import Organization
from jsxh_desktop.domain.pack import Sheet
from jsxh_desktop.domain.project import Goal, Indicator, Project
from jsxh_desktop.domain.project_money import Funding
from jsxh_desktop.domain.stated import gap
from jsxh_desktop.domain.terms import IndicatorNature

WORDS_ONLY = {IndicatorNature.QUALITATIVE, IndicatorNature.YES_NO}
"""Natures whose target is said in words and has no unit."""


@dataclass(frozen=True, slots=True)
class Evaluation:
    """One project with its money, goals and indicators; `number` counts the sheets from 1."""

    number: int
    year: int
    unit: str
    organization: Organization
    project: Project
    money: Funding
    goals: tuple[Goal, ...]
    indicators: tuple[Indicator, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """The indicators under one second-level name, with the first-level name above it."""

    first: str
    second: str
    indicators: tuple[Indicator, ...]


def supervisor(organization: Organization) -> str:
    """主管部门及代码: the code before the name, or a gap where either is missing."""
    name = organization.supervisor or gap(Organization.supervisor.label)
    if organization.supervisor_code:
        return f"{organization.supervisor_code}-{name}"
    return f"{name}\n{gap(Organization.supervisor_code.label)}"


def goals_expected(goals: Iterable[Goal]) -> str:
    """The expected goals, numbered, one a line; a gap where there are none."""
    return _numbered((goal.expected for goal in goals), Goal.expected.label)


def goals_done(goals: Iterable[Goal]) -> str:
    """What became of them, under the same numbers."""
    return _numbered((goal.done for goal in goals), Goal.done.label)


def _numbered(texts: Iterable[str], label: str) -> str:
    lines = [f"目标{number}：{text or gap(label)}" for number, text in enumerate(texts, 1)]
    return "\n".join(lines) or gap(label)


def grouped(indicators: Iterable[Indicator], sheet: Sheet) -> list[Group]:
    """The indicators in the order of the form; what the form has no place for comes last."""
    by_category: dict[object, list[Indicator]] = {}
    for indicator in indicators:
        by_category.setdefault(indicator.category, []).append(indicator)
    groups = [
        Group(members.name, name, tuple(by_category.pop(category)))
        for members in sheet.classes
        for category, name in members.members
        if category in by_category
    ]
    strays = (
        Group(gap("一级指标"), str(category or gap("二级指标")), tuple(rest))
        for category, rest in by_category.items()
    )
    return [*groups, *strays]


def target(indicator: Indicator, label: str) -> str:
    """指标值 with its unit; a date is the last day and says so (前)."""
    if indicator.nature is IndicatorNature.DAY and indicator.target:
        return _latest(indicator.target)
    return measured(indicator.target, indicator, label)


def measured(value: str, indicator: Indicator, label: str) -> str:
    """A value with the unit as typed, which is not said twice; words and dates have none."""
    if not value:
        return gap(label)
    if indicator.nature in WORDS_ONLY or value.endswith(indicator.unit):
        return value
    return value + indicator.unit


def _latest(typed: str) -> str:
    try:
        day = read_day(typed)
    except ValueError:
        return typed
    return f"{show_day(day)}前"
