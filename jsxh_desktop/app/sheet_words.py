"""What a project's self-evaluation sheet says, put as the sentences its report asks for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from jsxh_desktop.domain.entry import Entry
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.project import Indicator, Project
from jsxh_desktop.domain.report_text import ProjectReport
from jsxh_desktop.domain.terms import IndicatorClass, IndicatorNature
from jsxh_desktop.reports.sheets.evaluation import measured

COMPARED = (
    IndicatorNature.AT_LEAST,
    IndicatorNature.MORE_THAN,
    IndicatorNature.AT_MOST,
    IndicatorNature.LESS_THAN,
    IndicatorNature.EQUAL,
)
EFFECTS = (
    IndicatorClass.ECONOMIC_BENEFIT,
    IndicatorClass.SOCIAL_BENEFIT,
    IndicatorClass.ECOLOGICAL_BENEFIT,
    IndicatorClass.SUSTAINED_IMPACT,
    IndicatorClass.SATISFACTION,
)
OUTPUTS = tuple(each for each in IndicatorClass if each not in EFFECTS)


def from_sheet(filing: Filing, entry: Entry[str], project: Project) -> str:
    """The text a field of the report may begin with; nothing where the sheet says nothing."""
    say = _SAID.get(entry)
    return say(filing, project) if say else ""


def _goals(filing: Filing, project: Project) -> str:
    return _sentence(goal.expected for goal in filing.goals if goal.project == project.id)


def _completion(filing: Filing, project: Project) -> str:
    return _by_class(filing, project, OUTPUTS)


def _benefit(filing: Filing, project: Project) -> str:
    return _by_class(filing, project, EFFECTS)


def _by_class(filing: Filing, project: Project, classes: Iterable[IndicatorClass]) -> str:
    """One line for each class, all its indicators in one sentence."""
    lines = []
    for category in classes:
        said = _sentence(
            _done(indicator)
            for indicator in filing.indicators
            if indicator.project == project.id and indicator.category is category
        )
        if said:
            lines.append(f"{category.removesuffix('指标')}：{said}")
    return "\n".join(lines)


def _done(indicator: Indicator) -> str:
    if not indicator.actual:
        return ""
    name = _plain(indicator.name)
    actual = measured(indicator.actual, indicator, Indicator.actual.label)
    if indicator.nature not in COMPARED or not indicator.target:
        return f"{name}：{actual}"
    target = measured(indicator.target, indicator, Indicator.target.label)
    return f"{name}{actual}（目标{indicator.nature}{target}）"


def _sentence(parts: Iterable[str]) -> str:
    said = "；".join(plain for part in parts if (plain := _plain(part)))
    return f"{said}。" if said else ""


def _plain(text: str) -> str:
    """Without the mark at its end, in one line."""
    return "".join(line.strip() for line in text.splitlines()).rstrip("。；;.")


_SAID: Mapping[Entry[str], Callable[[Filing, Project], str]] = MappingProxyType(
    {
        ProjectReport.content: lambda _filing, project: project.process,
        ProjectReport.goals: _goals,
        ProjectReport.completion: _completion,
        ProjectReport.benefit: _benefit,
        ProjectReport.conclusion: lambda _filing, project: project.conclusion,
        ProjectReport.problems: lambda _filing, project: project.problems,
        ProjectReport.suggestions: lambda _filing, project: project.measures,
    }
)
