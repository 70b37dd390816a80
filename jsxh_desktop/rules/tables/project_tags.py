"""B10: project expenditure in the two tables, and the projects its lines are booked to."""

from __future__ import annotations

from collections.abc import Iterator

from jsxh_desktop.domain.expenditure import ExpenditureLine
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.stated import stated
from jsxh_desktop.domain.terms import ExpenditureKind, FundSource
from jsxh_desktop.rules.rule import Finding, Rule, Said, Severity, Unjudged, rule
from jsxh_desktop.rules.subject import Subject
from jsxh_desktop.rules.tables.equation_rules import said
from jsxh_desktop.rules.tables.tie_equations import project_expenditure


@rule(
    "B10",
    "一般公共预算表↔项目支出表",
    Severity.ERROR,
    "一般公共预算支出表的项目支出等于项目支出表的金额，合计和每一项都是；记到项目的支出都是项目支出",
    why="两张表的项目支出对不上，项目支出就没有明细支撑",
    cites="部门决算公开表（四川省部门决算公开范本）六、九",
)
def projects_are_project_expenditure(subject: Subject) -> Iterator[Said]:
    yield from said(project_expenditure(subject.ledger), subject.ledger, subject.pack)
    yield from _booked(subject.filing)


def _booked(filing: Filing) -> Iterator[Said]:
    """A line of a project is project expenditure; project expenditure is of a project."""
    names = {project.id: project.name for project in filing.projects}
    untold: list[Place] = []
    for line in filing.expenditure:
        of_budget = line.functional and line.fund is FundSource.GENERAL_PUBLIC_BUDGET
        if not of_budget or line.kind is None:
            continue
        if line.project is None and line.kind is ExpenditureKind.PROJECT:
            untold.append(Place(ExpenditureLine.project, line.id))
        elif line.project is not None and line.kind is not ExpenditureKind.PROJECT:
            yield _basic(line, names.get(line.project, ""))
    if untold:
        yield Unjudged(f"有{len(untold)}行项目支出还没有选项目", tuple(untold))


def _basic(line: ExpenditureLine, name: str) -> Finding:
    amount = stated(line.final, ExpenditureLine.final.label).show()
    called = f"项目“{name}”" if name else "一个项目"
    return Finding(
        f"{line.functional}的{amount}万元记到{called}，支出性质却是{line.kind}",
        "改成项目支出，或去掉这一行的项目",
        about=f"{line.functional} {called}",
        where="一般公共预算财政拨款项目支出决算表",
        places=(Place(ExpenditureLine.kind, line.id), Place(ExpenditureLine.project, line.id)),
    )


RULES: tuple[Rule, ...] = (projects_are_project_expenditure,)
