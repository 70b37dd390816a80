"""The 项目自评表, one a project, in the layout the pack names."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.pack import Pack
from jsxh_desktop.domain.project import Project
from jsxh_desktop.domain.project_money import by_project, fundings
from jsxh_desktop.domain.stated import gap
from jsxh_desktop.narrative.block import Table
from jsxh_desktop.reports.sheets.evaluation import Evaluation
from jsxh_desktop.reports.sheets.unscored import unscored

LAYOUTS: Mapping[str, Callable[[Evaluation, Pack], Table]] = MappingProxyType(
    {"unscored": unscored}
)
"""What builds the sheet of each layout a pack may name."""


def evaluation_sheets(filing: Filing, pack: Pack) -> tuple[Table, ...]:
    """A sheet for every project, in their order; the contents list them in one line.

    Raises KeyError for a layout nothing is known of.
    """
    layout = LAYOUTS[pack.sheet.layout]
    sheets = [layout(evaluation, pack) for evaluation in evaluations(filing)]
    if sheets:
        key = "sheets_listed" if len(sheets) > 1 else "sheet_listed"
        outline = pack.words(key).format(first=1, last=len(sheets), year=filing.year)
        sheets[0] = dataclasses.replace(sheets[0], listed=True, outline=outline)
    return tuple(sheets)


def evaluation_sheet(filing: Filing, pack: Pack, project: Project) -> Table:
    """The sheet of one project of the filing, numbered as among all; KeyError for any other."""
    for evaluation in evaluations(filing):
        if evaluation.project.id == project.id:
            return LAYOUTS[pack.sheet.layout](evaluation, pack)
    raise KeyError(project.id)


def evaluations(filing: Filing) -> Iterator[Evaluation]:
    """What each sheet shows; everything is grouped by project once."""
    goals, indicators = by_project(filing.goals), by_project(filing.indicators)
    money = fundings(filing)
    organization = filing.organization
    unit = organization.full_name or gap("单位全称")
    for number, project in enumerate(filing.projects, 1):
        yield Evaluation(
            number=number,
            year=filing.year,
            unit=unit,
            organization=organization,
            project=project,
            money=money[project.id],
            goals=goals.get(project.id, ()),
            indicators=indicators.get(project.id, ()),
        )
