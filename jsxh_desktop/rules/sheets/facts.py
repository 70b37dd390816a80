"""What the rules of the sheets look at: one project with all that is entered for it.

A sheet keeps what was worked out of it, and a sheet of which nothing changed since the last
check-up is the very same one again: after one edit, one project is judged anew.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from operator import is_
from typing import Any, NamedTuple, TypeVar

from jsxh_desktop.domain.entry import Entry
from jsxh_desktop.domain.expenditure import ExpenditureLine, Variance
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.project import Goal, Indicator, Project
from jsxh_desktop.domain.project_money import Funding, by_project
from jsxh_desktop.domain.report_text import ProjectReport
from jsxh_desktop.domain.sheet_form import Sheet
from jsxh_desktop.domain.stated import NotStated
from jsxh_desktop.domain.stated_figure import StatedFigure
from jsxh_desktop.domain.terms import Precision
from jsxh_desktop.rules.rule import Said, Unjudged
from jsxh_desktop.rules.subject import Subject

T = TypeVar("T")

STATED_TABLE = "项目自评表"
"""The table of a StatedFigure that was read off a sheet; its row is `<项目名称>/<资金来源>`."""


_ON_LINES: tuple[Entry[Any], ...] = (
    ExpenditureLine.initial_budget,
    ExpenditureLine.full_year_budget,
    ExpenditureLine.final,
    ExpenditureLine.fund,
)


class Holds(NamedTuple):
    """The records a sheet is made of."""

    goals: tuple[Goal, ...]
    indicators: tuple[Indicator, ...]
    lines: tuple[ExpenditureLine, ...]
    variances: tuple[Variance, ...]
    stated: tuple[StatedFigure, ...]
    reports: tuple[ProjectReport, ...]


@dataclass(frozen=True, eq=False)
class ProjectSheet:
    """One project as it is entered; `number` counts the sheets from 1, `form` is the pack's."""

    number: int
    form: Sheet
    precision: Precision
    project: Project
    holds: Holds
    _known: dict[Any, Any] = field(default_factory=dict, repr=False)

    @property
    def goals(self) -> tuple[Goal, ...]:
        return self.holds.goals

    @property
    def indicators(self) -> tuple[Indicator, ...]:
        return self.holds.indicators

    @cached_property
    def money(self) -> Funding:
        """What the project may spend and spent."""
        return Funding(self.holds.lines)

    @cached_property
    def called(self) -> str:
        """The project as a sentence names it."""
        return f"“{self.project.name}”" if self.project.name else f"第{self.number}个项目"

    @property
    def where(self) -> str:
        """The sheet as a finding says where it is."""
        return f"自评表{self.called}"

    @property
    def about(self) -> str:
        """The project as an object of a rule."""
        return f"项目{self.project.id}"

    @property
    def place(self) -> Place:
        """Where to go when nothing of the sheet is there yet."""
        return Place(Project.name, self.project.id)

    def once(self, work: Callable[[ProjectSheet], T]) -> T:
        """What a function makes of this sheet, made once."""
        if work not in self._known:
            self._known[work] = work(self)
        found: T = self._known[work]
        return found

    def said(self, check: SheetCheck) -> tuple[Said, ...]:
        """What a rule says of this sheet, asked once."""
        if check not in self._known:
            self._known[check] = tuple(self.until_blank(check(self)))
        found: tuple[Said, ...] = self._known[check]
        return found

    def until_blank(self, said: Iterable[Said]) -> Iterator[Said]:
        """What is said of this sheet, and in place of a blank that it met: why it stopped."""
        try:
            yield from said
        except NotStated as blank:
            places = self._blank(blank.label) or (self.place,)
            yield Unjudged(f"{self.called}的{blank.label}还没有填", places)

    def _blank(self, label: str) -> tuple[Place, ...]:
        """The blanks of this label on the expenditure lines of the project."""
        return tuple(
            Place(entry, line.id)
            for entry in _ON_LINES
            if label.endswith(entry.label)
            for line in self.holds.lines
            if entry.of(line) is None
        )


SheetCheck = Callable[[ProjectSheet], Iterator[Said]]
"""What one rule says of one sheet."""

_Last = tuple[Filing, Sheet, tuple[ProjectSheet, ...]]


class _Desk:
    """The sheets checked last, to be taken again where nothing of them changed."""

    def __init__(self) -> None:
        self._last: _Last | None = None

    def sheets(self, filing: Filing, form: Sheet) -> tuple[ProjectSheet, ...]:
        last = self._last
        if last and last[0] is filing and last[1] == form:
            return last[2]
        known: dict[int, ProjectSheet] = {}
        if last and last[1] == form:
            form = last[1]
            known = {sheet.project.id: sheet for sheet in last[2]}
        made = tuple(_again(sheet, known.get(sheet.project.id)) for sheet in _made(filing, form))
        self._last = filing, form, made
        return made


_desk = _Desk()


def sheets_of(subject: Subject) -> tuple[ProjectSheet, ...]:
    """Every project of a filing, in the order of the sheets."""
    return _desk.sheets(subject.filing, subject.pack.sheet)


def money_of(subject: Subject) -> Mapping[int, Funding]:
    """The money of every project by its id; a project without a line has an empty Funding."""
    return {sheet.project.id: sheet.money for sheet in sheets_of(subject)}


def each_sheet(subject: Subject, check: SheetCheck) -> Iterator[Said]:
    """What a rule says of one project after the other."""
    return chain.from_iterable(sheet.said(check) for sheet in sheets_of(subject))


def each_indicator(
    sheet: ProjectSheet, check: Callable[[ProjectSheet, Indicator], Iterator[Said]]
) -> Iterator[Said]:
    """What a rule says of one indicator after the other; what it left is told at the end."""
    left: list[tuple[Indicator, str]] = []
    for indicator in sheet.indicators:
        try:
            yield from check(sheet, indicator)
        except NotStated as blank:
            left.append((indicator, blank.label))
    if left:
        yield _unjudged(sheet, left)


def _unjudged(sheet: ProjectSheet, left: Sequence[tuple[Indicator, str]]) -> Unjudged:
    places = tuple(Place(_entry(label), indicator.id) for indicator, label in left)
    first = left[0][1]
    if len(left) == 1:
        return Unjudged(f"{sheet.called}里{first}还没有填", places)
    return Unjudged(f"{sheet.called}有{len(left)}条指标还没有填全，先看{first}", places)


_ENTRIES = {
    "分值": Indicator.weight,
    "指标性质": Indicator.nature,
    "指标值": Indicator.target,
    "达成情况": Indicator.attainment,
    "二级指标": Indicator.category,
}


def _entry(label: str) -> Any:
    """The field whose blank has this label; what does not read is a target or an actual."""
    return _ENTRIES.get(label.rpartition("的")[2], Indicator.actual)


def _again(sheet: ProjectSheet, last: ProjectSheet | None) -> ProjectSheet:
    """The last sheet of the project where every record is still the same object."""
    if (
        last is None
        or last.project is not sheet.project
        or last.number != sheet.number
        or last.precision is not sheet.precision
    ):
        return sheet
    pairs = zip(last.holds, sheet.holds, strict=True)
    same = all(len(one) == len(other) and all(map(is_, one, other)) for one, other in pairs)
    return last if same else sheet


def _made(filing: Filing, form: Sheet) -> Iterator[ProjectSheet]:
    goals, indicators = by_project(filing.goals), by_project(filing.indicators)
    lines = by_project(line for line in filing.expenditure if line.functional)
    reports = by_project(filing.project_reports)
    stated = _stated(filing.stated_figures)
    variances = {each.functional: each for each in filing.variances}
    for number, project in enumerate(filing.projects, 1):
        own = lines.get(project.id, ())
        yield ProjectSheet(
            number,
            form,
            filing.precision,
            project,
            Holds(
                goals.get(project.id, ()),
                indicators.get(project.id, ()),
                own,
                tuple(variances[line.functional] for line in own if line.functional in variances),
                stated.get(project.name, ()) if project.name else (),
                reports.get(project.id, ()),
            ),
        )


def _stated(figures: Iterable[StatedFigure]) -> Mapping[str, tuple[StatedFigure, ...]]:
    """What imported sheets say, by the name of the project."""
    groups: dict[str, list[StatedFigure]] = {}
    for figure in figures:
        if figure.table == STATED_TABLE:
            groups.setdefault(figure.row.rpartition("/")[0], []).append(figure)
    return {name: tuple(group) for name, group in groups.items()}
