"""附件2: 专项预算项目支出绩效自评报告, the unit's texts around the project's money."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from jsxh_desktop.domain.entry import Entry
from jsxh_desktop.domain.expenditure import ExpenditureLine
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.money import Money
from jsxh_desktop.domain.project import Project
from jsxh_desktop.domain.project_money import Funding, fundings
from jsxh_desktop.domain.report_text import ProjectReport
from jsxh_desktop.domain.stated import NotStated, of, stated
from jsxh_desktop.domain.terms import ProjectBudget
from jsxh_desktop.narrative.block import Block, Gap
from jsxh_desktop.narrative.funding_table import funding_table
from jsxh_desktop.narrative.phrase import completion
from jsxh_desktop.narrative.prose import heading, labelled, paragraph, passage
from jsxh_desktop.narrative.wording import Wording, known

Texts = tuple[Entry[str], ...]

CHAPTERS: tuple[tuple[str, tuple[tuple[str, Texts], ...]], ...] = (
    (
        "project_overview",
        (
            (
                "project_situation",
                (
                    ProjectReport.role,
                    ProjectReport.basis,
                    ProjectReport.regulation,
                    ProjectReport.allocation,
                ),
            ),
            (
                "project_goals",
                (ProjectReport.content, ProjectReport.goals, ProjectReport.conformity),
            ),
            ("project_method", (ProjectReport.method,)),
        ),
    ),
    (
        "project_funds",
        (
            ("project_granted", ()),
            (
                "project_used",
                (ProjectReport.plan, ProjectReport.arrival, ProjectReport.use),
            ),
            ("project_finance", (ProjectReport.finance,)),
        ),
    ),
    (
        "project_implementation",
        (
            ("project_structure", (ProjectReport.structure,)),
            ("project_management", (ProjectReport.management,)),
            ("project_supervision", (ProjectReport.supervision,)),
        ),
    ),
    (
        "project_performance",
        (
            ("project_completion", (ProjectReport.completion,)),
            ("project_benefit", (ProjectReport.benefit,)),
        ),
    ),
    (
        "project_evaluation",
        (
            ("project_conclusion", (ProjectReport.conclusion,)),
            ("project_problems", (ProjectReport.problems,)),
            ("project_suggestions", (ProjectReport.suggestions,)),
        ),
    ),
)
"""The outline: chapters, their headings, and the texts that stand under each."""


def reports_due(filing: Filing) -> tuple[ProjectReport, ...]:
    """The reports the unit began, and an empty one for each 专项预算项目 without any."""
    begun = {report.project for report in filing.project_reports}
    missing = (
        project.id
        for project in filing.projects
        if project.budget is ProjectBudget.EARMARKED and project.id not in begun
    )
    return filing.project_reports + tuple(ProjectReport(project=key) for key in missing)


def project_report(words: Wording, report: ProjectReport) -> Iterator[Block]:
    """The five chapters, with the project's name first and its money in chapter two."""
    for number, (chapter, sections) in enumerate(CHAPTERS, 1):
        yield heading(words, number, chapter, level=1)
        for place, (key, texts) in enumerate(sections, 1):
            yield heading(words, place, key)
            yield from _figures(words, key, report)
            yield from _texts(words, texts, report)


def project_of(filing: Filing, report: ProjectReport) -> Project:
    """The project a report is about."""
    key = of(ProjectReport.project, report)
    found = [project for project in filing.projects if project.id == key]
    if not found:
        raise NotStated(ProjectReport.project.label)
    return found[0]


def project_name(filing: Filing, report: ProjectReport) -> str:
    """What the project of a report is called."""
    return stated(project_of(filing, report).name, Project.name.label)


def _texts(words: Wording, texts: Texts, report: ProjectReport) -> Iterator[Block]:
    """One text alone is a passage; several are numbered under their labels."""
    if len(texts) == 1:
        yield from passage(texts[0], report)
        return
    for number, entry in enumerate(texts, 1):
        yield from labelled(words, number, entry, report)


def _figures(words: Wording, key: str, report: ProjectReport) -> Iterator[Block]:
    if key == "project_situation":
        yield paragraph(words, "project_named", name=partial(project_name, words.filing, report))
    elif key == "project_granted":
        yield from _granted(words, report)
    elif key == "project_used":
        funding = known(lambda: _funding(words, report))
        yield funding if isinstance(funding, Gap) else funding_table(words, funding)


def _granted(words: Wording, report: ProjectReport) -> Iterator[Block]:
    def planned() -> Money:
        return _funding(words, report).total(ExpenditureLine.full_year_budget)

    def used() -> Money:
        return _funding(words, report).total(ExpenditureLine.final)

    rate = completion(words, used, planned)
    yield paragraph(words, "project_granted", planned=planned, used=used, completion=rate)


def _funding(words: Wording, report: ProjectReport) -> Funding:
    return fundings(words.filing)[project_of(words.filing, report).id]
