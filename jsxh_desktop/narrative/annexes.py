"""第四部分: the annexes in their order and under their titles, each on a page of its own."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from jsxh_desktop.narrative.block import Block, Gap, Heading, Paragraph
from jsxh_desktop.narrative.department_report import department_report
from jsxh_desktop.narrative.project_report import project_name, project_report, reports_due
from jsxh_desktop.narrative.purposes import without_project_money
from jsxh_desktop.narrative.wording import Wording


def department_annex(words: Wording) -> Iterator[Block]:
    """附件1; the statements quote this very title (rule F14)."""
    yield _title(words, 1, words.write("title_department_report"))
    yield from department_report(words)


def project_annexes(words: Wording) -> Iterator[Block]:
    """附件2 and on, one for each report; several are told apart by their project."""
    reports = reports_due(words.filing)
    title = words.write("title_project_report")
    if not reports:
        yield _title(words, 2, title)
        yield _none_due(words)
    for number, report in enumerate(reports, 2):
        several = words.write(
            "title_of_several", title=title, name=partial(project_name, words.filing, report)
        )
        yield _title(words, number, several if len(reports) > 1 else title)
        yield from project_report(words, report)


def _none_due(words: Wording) -> Block:
    """That there is no 专项预算项目, once every project says what it is or none can be."""
    filing = words.filing
    sorted_out = all(project.budget for project in filing.projects)
    if sorted_out and (filing.projects or without_project_money(filing)):
        return Paragraph(words.write("project_reports_none"))
    return Gap(words.write("project_reports_due"))


def _title(words: Wording, number: int, title: str) -> Heading:
    return Heading(0, words.write("annex", number=number, title=title), listed=True, annex=True)
