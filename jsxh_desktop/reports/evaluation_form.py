"""The 项目自评表, one a project, in the form the pack declares."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence
from itertools import islice

from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.pack import Pack
from jsxh_desktop.domain.project_money import by_project, fundings
from jsxh_desktop.narrative.block import Table
from jsxh_desktop.reports.sheets.evaluation import Evaluation
from jsxh_desktop.reports.sheets.form import sheet_table
from jsxh_desktop.reports.tables.frame import unit_name

_made: dict[int, tuple[Evaluation, Pack, Table]] = {}
"""The sheets made last by their numbers, with what each was made of."""


def evaluation_sheets(filing: Filing, pack: Pack) -> tuple[Table, ...]:
    """A sheet for every project, in their order; one of which nothing changed is made once."""
    return tuple(_sheet(evaluation, pack) for evaluation in evaluations(filing))


def _sheet(evaluation: Evaluation, pack: Pack) -> Table:
    """After an edit one sheet of hundreds is another; records that are the same compare at once."""
    of, form, table = _made.get(evaluation.number, (None, None, None))
    if table is None or form is not pack or of != evaluation:
        table = sheet_table(evaluation, pack)
        _made[evaluation.number] = evaluation, pack, table
    return table


def evaluation_sheet(filing: Filing, pack: Pack, place: int) -> Table:
    """The sheet of the project at a place of the list; StopIteration where there is none."""
    return sheet_table(next(islice(evaluations(filing), place, None)), pack)


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
