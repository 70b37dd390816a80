"""Where a text of a report may come from, and the steps that put it there."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import Any

from jsxh_desktop.app.sheet_words import from_sheet
from jsxh_desktop.app.step import Step
from jsxh_desktop.domain.change import Added, Put
from jsxh_desktop.domain.entry import Entry, Kind, entries
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.project import Project
from jsxh_desktop.domain.report_text import DepartmentReport, ProjectReport
from jsxh_desktop.domain.stated import NotStated
from jsxh_desktop.domain.terms import ProjectBudget
from jsxh_desktop.narrative.project_report import project_of

Report = DepartmentReport | ProjectReport
LAST_YEAR, SHEET = "套用上年", "由自评表带入"


@dataclass(frozen=True, slots=True)
class Source:
    """A text that is at hand: what taking it over is called, and the text."""

    name: str
    text: str


def sources(filing: Filing, report: Report, entry: Entry[Any]) -> tuple[Source, ...]:
    """The texts at hand for a field."""
    if entry.kind is not Kind.PROSE:
        return ()
    before = last_year(filing, report)
    found = [(LAST_YEAR, entry.of(before) if before else "")]
    project = project_reported(filing, report) if isinstance(report, ProjectReport) else None
    if project:
        found.append((SHEET, from_sheet(filing, entry, project)))
    return tuple(Source(name, text) for name, text in found if text)


def last_year(filing: Filing, report: Report) -> Report | None:
    """The same report of the year before; a project is the same by its name."""
    if filing.before is None:
        return None
    if isinstance(report, DepartmentReport):
        return filing.before.department_report
    project = project_reported(filing, report)
    for earlier in filing.before.project_reports:
        then = project_reported(filing.before, earlier)
        if project and then and project.name and project.name == then.name:
            return earlier
    return None


def project_reported(filing: Filing, report: ProjectReport) -> Project | None:
    """The project a report is about; None where it is about none there is."""
    try:
        return project_of(filing, report)
    except NotStated:
        return None


def stray(filing: Filing, report: ProjectReport) -> bool:
    """Whether a report is there though its project asks for none any more."""
    project = project_reported(filing, report)
    return bool(report.id) and (project is None or project.budget is not ProjectBudget.EARMARKED)


def none_due(filing: Filing) -> str:
    """What to say where no report of a project prints."""
    unsorted = sum(project.budget is None for project in filing.projects)
    if unsorted:
        return f"有 {unsorted} 个项目还没有选预算类型，专项预算项目才写这份报告"
    if not filing.projects:
        return "还没有项目，专项预算项目才写这份报告"
    return f"{filing.year} 年没有专项预算项目，不用写这份报告"


def title_of(filing: Filing, report: Report, entry: Entry[Any]) -> str:
    """What writing one text of a report is called."""
    if isinstance(report, DepartmentReport):
        return f"修改部门整体自评报告的{entry.label}"
    return f"修改{_named(filing, report)}自评报告的{entry.label}"


def begun(filing: Filing, report: ProjectReport, entry: Entry[str], text: str) -> Step:
    """A report that is not in the filing yet, with its first text."""
    texts: dict[str, Any] = {entry.name: text}
    title = title_of(filing, report, entry).replace("修改", "填写", 1)
    return Step(title, (Added(dataclasses.replace(report, **texts)),))


def taken_over(filing: Filing, report: Report) -> Step | None:
    """Every blank text as it was last year; None where there is nothing to take."""
    before = last_year(filing, report)
    texts: dict[str, Any] = {
        entry.name: text
        for entry in entries(type(report))
        if before and entry.kind is Kind.PROSE and not entry.of(report)
        if (text := entry.of(before))
    }
    if not texts:
        return None
    title = f"套用上年 {len(texts)} 处"
    if isinstance(report, ProjectReport) and not report.id:
        return Step(title, (Added(dataclasses.replace(report, **texts)),))
    key = report.id if isinstance(report, ProjectReport) else 0
    puts = (Put(getattr(type(report), name), text, key) for name, text in texts.items())
    return Step(title, tuple(puts))


def _named(filing: Filing, report: ProjectReport) -> str:
    project = project_reported(filing, report)
    return f"“{project.name}”" if project and project.name else "项目"
