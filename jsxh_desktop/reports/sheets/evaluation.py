"""What a self-evaluation sheet shows, whatever its layout."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from jsxh_desktop.domain.entry import read_day, show_day
from jsxh_desktop.domain.organization import Organization
from jsxh_desktop.domain.project import Goal, Indicator, Project
from jsxh_desktop.domain.project_money import Funding
from jsxh_desktop.domain.sheet_form import Sheet, Unused
from jsxh_desktop.domain.stated import gap, stated
from jsxh_desktop.domain.terms import IndicatorNature

WORDS_ONLY = {IndicatorNature.QUALITATIVE, IndicatorNature.YES_NO}
"""Natures whose target is said in words and has no unit."""

COMPARED = {
    IndicatorNature.AT_LEAST,
    IndicatorNature.MORE_THAN,
    IndicatorNature.AT_MOST,
    IndicatorNature.LESS_THAN,
}
SIGNS = {
    IndicatorNature.DAY: IndicatorNature.AT_MOST,
    IndicatorNature.YES_NO: IndicatorNature.QUALITATIVE,
    IndicatorNature.RANGE: IndicatorNature.EQUAL,
}
"""What the forms with a column 指标性质, which know six, print for the others."""

SUFFIX = "指标"
IN_ONE_LINE = 4
"""So many characters of a class name stand in one line of a narrow cell."""


@dataclass(frozen=True, slots=True)
class Evaluation:
    """One project with its money, goals and indicators; `number` counts the sheets from 1.

    The whole department is one as well, without a name, and with its `tasks`.
    """

    number: int
    year: int
    unit: str
    organization: Organization
    project: Project
    money: Funding
    goals: tuple[Goal, ...]
    indicators: tuple[Indicator, ...]
    tasks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """The indicators under one second-level name, with the first-level name above it.

    `points` are those of the first-level and of the second-level class, where the form fixes them.
    """

    first: str
    second: str
    indicators: tuple[Indicator, ...]
    points: tuple[Decimal | None, Decimal | None] = (None, None)


def supervisor(organization: Organization) -> str:
    """主管部门及代码: the code before the name, or a gap where either is missing."""
    name = organization.supervisor or gap(Organization.supervisor.label)
    if organization.supervisor_code:
        return f"{organization.supervisor_code}-{name}"
    return f"{name}\n{gap(Organization.supervisor_code.label)}"


def supervisor_by_name(organization: Organization) -> str:
    """主管部门 for the forms that do not ask for the code: with it where there is one."""
    name = organization.supervisor or gap(Organization.supervisor.label)
    code = organization.supervisor_code
    return f"{code}-{name}" if code else name


def goals_expected(goals: Iterable[Goal]) -> str:
    """The expected goals, numbered, one a line; a gap where there are none."""
    return _numbered((goal.expected for goal in goals), Goal.expected.label)


def goals_done(goals: Iterable[Goal]) -> str:
    """What became of them, under the same numbers."""
    return _numbered((goal.done for goal in goals), Goal.done.label)


def expected_together(goals: Iterable[Goal]) -> str:
    """The expected goals in one paragraph; a gap where there are none."""
    return _together((goal.expected for goal in goals), Goal.expected.label)


def done_together(goals: Iterable[Goal]) -> str:
    """What became of them, in one paragraph."""
    return _together((goal.done for goal in goals), Goal.done.label)


def _together(texts: Iterable[str], label: str) -> str:
    """Each text as typed; between two, and at the end, a mark where it has none."""
    parts = [text or gap(label) for text in texts]
    if not parts:
        return gap(label)
    ends = [*("；" for _ in parts[1:]), "。"]
    return "".join(
        part if part[-1] in "；。！？;" else f"{part}{end}"
        for part, end in zip(parts, ends, strict=True)
    )


def _numbered(texts: Iterable[str], label: str) -> str:
    lines = [f"目标{number}：{text or gap(label)}" for number, text in enumerate(texts, 1)]
    return "\n".join(lines) or gap(label)


def grouped(indicators: Iterable[Indicator], sheet: Sheet) -> list[Group]:
    """The indicators in the order of the form; what the form has no place for comes last.

    A second-level class nobody uses is a group without any, where the form keeps it.
    """
    by_category: dict[object, list[Indicator]] = {}
    for indicator in indicators:
        by_category.setdefault(indicator.category, []).append(indicator)
    groups = [
        Group(
            members.name,
            name,
            tuple(by_category.pop(category, ())),
            (sheet.scheme.weights.get(members.name), None),
        )
        for members in sheet.classes
        for category, name in members.members
        if category in by_category or sheet.unused is Unused.DASH
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


def signed(indicator: Indicator, label: str) -> str:
    """指标值 with its sign and unit: ≥1万册; what has to be equal has no sign."""
    said = target(indicator, label)
    return (
        f"{indicator.nature}{said}" if indicator.nature in COMPARED and indicator.target else said
    )


def sign(indicator: Indicator) -> str:
    """指标性质 as a form prints it that has a column for it."""
    nature = stated(indicator.nature, Indicator.nature.label)
    return SIGNS.get(nature, nature)


def bare(value: str, indicator: Indicator) -> str:
    """A value for a form with a column for the unit: without it, a date below its year."""
    if indicator.nature is IndicatorNature.DAY:
        return _latest(value).removesuffix("前").replace("年", "年\n")
    return value.removesuffix(indicator.unit) or value if indicator.unit else value


def unit_of(indicator: Indicator) -> str:
    """度量单位, which words and dates have none of."""
    return "" if indicator.nature in WORDS_ONLY else indicator.unit


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


def broken(name: str) -> str:
    """A class name on two lines where it must break: 满意度 指标, 服务对象 满意度指标."""
    stem = name.removesuffix(SUFFIX)
    if len(name) <= IN_ONE_LINE or stem == name:
        return name
    place = len(stem) if len(stem) <= IN_ONE_LINE else len(name) // 2
    return f"{name[:place]}\n{name[place:]}"
