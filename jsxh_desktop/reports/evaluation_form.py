"""The 项目自评表, one a project, in the layout the pack names."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice
from types import MappingProxyType

from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.pack import Pack
from jsxh_desktop.domain.project_money import by_project, fundings
from jsxh_desktop.narrative.block import Table
from jsxh_desktop.reports.sheets.evaluation import Evaluation
from jsxh_desktop.reports.sheets.unscored import unscored
from jsxh_desktop.reports.tables.frame import unit_name

LAYOUTS: Mapping[str, Callable[[Evaluation, Pack], Table]] = MappingProxyType(
    {"unscored": unscored}
)
"""What builds the sheet of each layout a pack may name."""


def evaluation_sheets(filing: Filing, pack: Pack) -> tuple[Table, ...]:
    """A sheet for every project, in their order; KeyError for a layout nothing is known of."""
    layout = LAYOUTS[pack.sheet.layout]
    return tuple(layout(evaluation, pack) for evaluation in evaluations(filing))


def evaluation_sheet(filing: Filing, pack: Pack, place: int) -> Table:
    """The sheet of the project at a place of the list; StopIteration where there is none."""
    layout = LAYOUTS[pack.sheet.layout]
    return layout(next(islice(evaluations(filing), place, None)), pack)


def listed(sheets: Sequence[Table], filing: Filing, pack: Pack) -> tuple[Table, ...]:
    """The sheets as they stand in the whole document, whose contents give them one line."""
    if not sheets:
        return ()
    key = "sheets_listed" if len(sheets) > 1 else "sheet_listed"
    outline = pack.words(key).format(first=1, last=len(sheets), year=filing.year)
    return (dataclasses.replace(sheets[0], listed=True, outline=outline), *sheets[1:])


def evaluations(filing: Filing) -> Iterator[Evaluation]:
    """What each sheet shows; everything is grouped by project once."""
    goals, indicators = by_project(filing.goals), by_project(filing.indicators)
    money = fundings(filing)
    organization = filing.organization
    unit = unit_name(filing)
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
