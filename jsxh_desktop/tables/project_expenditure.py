"""YBXM 一般公共预算财政拨款项目支出决算表: under each 项 the projects it paid.

Rows: as `functional_tree`, and below a code each project booked at it by its name, as
2060799/科普经费; money of no project or of one without a name as 2060799/未填项目. A name that
comes twice below one code has （2） behind it the second time. Column: 金额.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial

from jsxh_desktop.domain import totals
from jsxh_desktop.domain.expenditure import ExpenditureLine
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.money import Money
from jsxh_desktop.domain.pack import Pack
from jsxh_desktop.domain.project import Project
from jsxh_desktop.domain.stated import NotStated, gap
from jsxh_desktop.domain.terms import ExpenditureKind
from jsxh_desktop.domain.totals import Lines
from jsxh_desktop.tables.figure_table import TOTAL, Column, FigureTable, Row, known
from jsxh_desktop.tables.functional_tree import WHOLE, branches, row_of

AMOUNT = Column("金额", "金额")
UNNAMED = "未填项目"
LEVEL = 4


def project_expenditure(filing: Filing, _: Pack) -> FigureTable:
    """YBXM; 合计 alone, without a figure, while the lines are not stated."""
    lines = known(partial(_lines, filing))
    if isinstance(lines, NotStated):
        return FigureTable("YBXM", (WHOLE,), (AMOUNT,), {(TOTAL, AMOUNT.key): lines})
    groups = dict(_rows(lines, filing))
    cells: dict[tuple[str, str], Money | NotStated] = {
        (row.key, AMOUNT.key): known(partial(totals.total, group)) for row, group in groups.items()
    }
    return FigureTable("YBXM", tuple(groups), (AMOUNT,), cells)


def _lines(filing: Filing) -> Lines:
    return totals.of_kind(totals.general_budget_lines(filing), ExpenditureKind.PROJECT)


def _rows(lines: Lines, filing: Filing) -> Iterator[tuple[Row, Lines]]:
    names = filing.functional
    projects = {project.id: project for project in filing.projects}
    yield WHOLE, lines
    for code, group in branches(lines).items():
        yield row_of(code, names), group
        yield from by_project(code, [x for x in group if x.functional == code], projects)


def by_project(
    code: str, lines: Iterable[ExpenditureLine], projects: Mapping[int, Project]
) -> Iterator[tuple[Row, Lines]]:
    """A row for each project booked at this very code, in the order they were entered."""
    groups: dict[int | None, list[ExpenditureLine]] = {}
    for line in lines:
        groups.setdefault(line.project, []).append(line)
    seen: dict[str, int] = {}
    for key, group in groups.items():
        project = projects.get(key or 0)
        name = project.name if project else ""
        place = name or UNNAMED
        seen[place] = seen.get(place, 0) + 1
        again = f"（{seen[place]}）" if seen[place] > 1 else ""
        yield Row(f"{code}/{place}{again}", name or gap(Project.name.label), LEVEL), tuple(group)
