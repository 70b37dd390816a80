"""Filings with a text in a report or a row on a sheet, and what a rule says of them."""

from __future__ import annotations

import dataclasses

from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.project import Indicator
from jsxh_desktop.domain.report_text import DepartmentReport, ProjectReport
from jsxh_desktop.rules.rule import Rule
from jsxh_desktop.rules.subject import Subject
from tests.filings import archive
from tests.rules.tampering import PACK, findings


def said(rule: Rule, subject: Subject) -> list[str]:
    """The messages of a rule."""
    return [each.message for each in findings(rule, subject)]


def only(filing: Filing) -> Subject:
    """What is typed alone, without anything printed."""
    return Subject(filing, PACK)


def reported(**texts: object) -> Subject:
    """The archive with this in the report of the unit."""
    report = DepartmentReport(**texts)  # type: ignore[arg-type]  # texts and a score by name
    return only(dataclasses.replace(archive(), department_report=report))


def of_project(**texts: str) -> Filing:
    """The archive with this in the report of its project."""
    report = ProjectReport(project=1, id=1, **texts)
    return dataclasses.replace(archive(), project_reports=(report,))


def indicators(filing: Filing, *rows: Indicator) -> Filing:
    """A filing with these on its sheets, of its first project where they name none."""
    owned = tuple(
        dataclasses.replace(row, project=row.project or 1, id=number)
        for number, row in enumerate(rows, 1)
    )
    return dataclasses.replace(filing, indicators=owned)
