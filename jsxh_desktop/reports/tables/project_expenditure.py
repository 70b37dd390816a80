"""YBXM 一般公共预算财政拨款项目支出决算表: under each 项 the projects it paid."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from jsxh_desktop.domain import totals
from jsxh_desktop.domain.expenditure import ExpenditureLine
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.pack import Pack, PublicTable
from jsxh_desktop.domain.project import Project
from jsxh_desktop.domain.stated import gap
from jsxh_desktop.domain.terms import ExpenditureKind
from jsxh_desktop.domain.totals import Lines
from jsxh_desktop.narrative.block import Cell, Gap, Table
from jsxh_desktop.narrative.wording import known
from jsxh_desktop.reports.tables.amounts import Amounts
from jsxh_desktop.reports.tables.frame import framed
from jsxh_desktop.reports.tables.functional_tree import Row, branches, code_cells, head, total_row

PROJECT_INDENT = 3


def project_expenditure(filing: Filing, pack: Pack, table: PublicTable) -> tuple[Table, ...]:
    """YBXM; money that belongs to no project yet stands under its 项 with a gap for the name."""
    amounts = Amounts(pack.zero)
    grid = Table(
        widths=(24, 116, 34),
        head=head([("金额", ())], names="科目名称（项目）"),
        body=tuple(_rows(filing, amounts)),
        row_height=8.0,
    )
    return (framed(grid, filing, pack, table, amounts.notes()),)


def _lines(filing: Filing) -> Lines:
    return totals.of_kind(totals.general_budget_lines(filing), ExpenditureKind.PROJECT)


def _rows(filing: Filing, amounts: Amounts) -> Iterator[Row]:
    lines = known(partial(_lines, filing))
    if isinstance(lines, Gap):
        yield total_row(amounts, (lines,))
        return
    yield total_row(amounts, (partial(totals.total, lines),))
    names = filing.functional
    projects = {project.id: project for project in filing.projects}
    for code, group in branches(lines).items():
        figure = amounts.cell(partial(totals.total, group), bold=len(code) == 3)
        yield (*code_cells(code, names), figure)
        yield from _projects([line for line in group if line.functional == code], projects, amounts)


def _projects(
    lines: list[ExpenditureLine], projects: Mapping[int, Project], amounts: Amounts
) -> Iterator[Row]:
    """A row for each project booked at this very code, in the order they were entered."""
    groups: dict[int | None, list[ExpenditureLine]] = {}
    for line in lines:
        groups.setdefault(line.project, []).append(line)
    for key, group in groups.items():
        project = projects.get(key or 0)
        name = (project.name if project else "") or gap(Project.name.label)
        yield Cell(), Cell(name, indent=PROJECT_INDENT), amounts.cell(partial(totals.total, group))
