"""The 部门整体支出绩效自评表, in the form the pack declares; it stands behind the report."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from jsxh_desktop.domain.department_score import (
    PlacedGroup,
    as_indicator,
    is_begun,
    money,
    placed,
)
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.pack import Pack
from jsxh_desktop.domain.project import Indicator, Project
from jsxh_desktop.domain.sheet_form import Unused
from jsxh_desktop.domain.stated import gap
from jsxh_desktop.narrative.block import Table
from jsxh_desktop.reports.sheets.evaluation import Evaluation, Group
from jsxh_desktop.reports.sheets.form import table
from jsxh_desktop.reports.tables.frame import unit_name


def department_sheet(filing: Filing, pack: Pack) -> tuple[Table, ...]:
    """The sheet, once it is begun and the pack has a form for it."""
    if pack.department is None or not is_begun(filing):
        return ()
    sheet = pack.department
    groups = tuple(_groups(placed(filing, sheet), sheet.form.unused))
    evaluation = Evaluation(
        number=1,
        year=filing.year,
        unit=unit_name(filing),
        organization=filing.organization,
        project=Project(),
        money=money(filing),
        goals=tuple(goal for goal in filing.goals if goal.project is None),
        indicators=tuple(each for group in groups for each in group.indicators),
        tasks=tuple(work.text for work in filing.key_work),
    )
    made = table(evaluation, sheet.form, groups)
    return (replace(made, bookmark=made.title),)


def _groups(found: tuple[PlacedGroup, ...], unused: Unused) -> Iterator[Group]:
    """What is printed of each group; one with points and nothing in it asks for an indicator."""
    for each in found:
        indicators = tuple(map(as_indicator, each.indicators))
        if not indicators and each.group.points is not None:
            indicators = (Indicator(),)
        if indicators or unused is Unused.DASH:
            points = each.first_points, each.group.points
            yield Group(each.first or gap("一级指标"), each.group.name, indicators, points)
