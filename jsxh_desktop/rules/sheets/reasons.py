"""E28, E29: what the money of a project has to explain: a low rate, an adjusted budget."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from jsxh_desktop.domain import totals
from jsxh_desktop.domain.expenditure import Budget, ExpenditureLine
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.money import Money
from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.project import Project
from jsxh_desktop.domain.report_text import Reasons
from jsxh_desktop.domain.scoring import execution_rate
from jsxh_desktop.domain.share import percent
from jsxh_desktop.rules.rule import Finding, Operand, Rule, Said, Severity, rule, until_blank
from jsxh_desktop.rules.sheets.facts import ProjectSheet, each_sheet
from jsxh_desktop.rules.sheets.print import INITIAL, PLANNED, SPENT, TOTAL
from jsxh_desktop.rules.sheets.sources import entered, line_places, wan
from jsxh_desktop.rules.subject import Subject

LOW, VERY_LOW = Fraction(9, 10), Fraction(6, 10)
SICHUAN = "四川省部门预算项目支出绩效自评表（510000_0013zp）表注"


@rule(
    "E28",
    "低执行率说明",
    Severity.ERROR,
    "执行率低于90%的项目要说明原因，低于60%的更要说清",
    why="执行率低又不说原因，会被退回补充",
    cites=SICHUAN,
)
def a_low_rate_is_explained(subject: Subject) -> Iterator[Said]:
    yield from each_sheet(subject, _low_rate)


def _low_rate(sheet: ProjectSheet) -> Iterator[Said]:
    planned, spent = (entered(sheet, TOTAL, column) for column in (PLANNED, SPENT))
    rate = execution_rate(spent, planned)
    if rate >= LOW or _explained(sheet):
        return
    shown = percent(spent, planned, 2)
    bound = "60%，差得多" if rate < VERY_LOW else "90%"
    yield Finding(
        f"{sheet.called}的执行率{shown}，低于{bound}，没有说明原因",
        "写一句预算执行偏差原因",
        about=sheet.about,
        where=sheet.where,
        places=(
            Place(Project.execution_reason, sheet.project.id),
            *line_places(sheet, SPENT),
        ),
        operands=(_operand(SPENT, spent), _operand(PLANNED, planned)),
        computed=shown,
    )


def _explained(sheet: ProjectSheet) -> bool:
    """A form without room for a reason is content with that of the functional item."""
    if sheet.project.execution_reason:
        return True
    if sheet.form.scheme.scored:
        return False
    told = {variance.functional for variance in sheet.holds.variances if variance.reason}
    short = {line.functional for line in sheet.holds.lines if line.final != line.full_year_budget}
    return bool(short) and short <= told


@rule(
    "E29",
    "预算调整说明",
    Severity.WARNING,
    "全年预算数和年初预算数不同的项目，要说明为什么调整",
    why="年中调整预算要单独说明理由",
    cites=SICHUAN,
)
def an_adjusted_budget_is_explained(subject: Subject) -> Iterator[Said]:
    if not subject.filing.reasons.adjustment:
        yield from each_sheet(subject, _adjusted)
        if subject.filing.projects:
            yield from until_blank(_unit_adjusted(subject.filing))


def _adjusted(sheet: ProjectSheet) -> Iterator[Said]:
    listed = any(line.initial_budget is not None for line in sheet.holds.lines)
    if sheet.project.execution_reason or not (listed or sheet.form.scheme.scored):
        return
    places = Place(Project.execution_reason, sheet.project.id), *line_places(sheet, INITIAL)
    planned, initial = (entered(sheet, TOTAL, column) for column in (PLANNED, INITIAL))
    if planned != initial:
        yield _moved(sheet.called, sheet.about, sheet.where, places, initial, planned)


def _unit_adjusted(filing: Filing) -> Iterator[Said]:
    """The whole unit's budget, which is known where no project has its own of the new year."""
    if all(line.initial_budget is not None for line in filing.expenditure if line.project):
        return
    planned = totals.total(totals.functional_lines(filing), ExpenditureLine.full_year_budget)
    initial = totals.initial_budget(filing)
    if planned != initial:
        places = Place(Reasons.adjustment), Place(Budget.initial_total)
        yield _moved("全单位", "全单位", "预算调整", places, initial, planned)


def _moved(
    called: str,
    about: str,
    where: str,
    places: tuple[Place, ...],
    initial: Money,
    planned: Money,
) -> Finding:
    by = planned - initial
    verb = "追加" if by > Money() else "调减"
    return Finding(
        f"{called}年初预算{wan(initial)}，全年预算{wan(planned)}，"
        f"{verb}了{wan(abs(by))}，没有说明原因",
        "写一句年中预算调整原因",
        about=about,
        where=where,
        places=places,
        operands=(_operand(INITIAL, initial), _operand(PLANNED, planned)),
        computed=wan(by),
    )


def _operand(name: str, amount: Money) -> Operand:
    return Operand(name, wan(amount), "支出行")


RULES: tuple[Rule, ...] = (a_low_rate_is_explained, an_adjusted_budget_is_explained)
