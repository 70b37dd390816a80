"""F01: every project has its sheet, with all its money."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from jsxh_desktop.domain import totals
from jsxh_desktop.domain.expenditure import ExpenditureLine
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.money import Money, added
from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.project import Project
from jsxh_desktop.domain.rounding import half_up
from jsxh_desktop.domain.terms import ExpenditureKind
from jsxh_desktop.rules.reports.report_passages import called
from jsxh_desktop.rules.rule import (
    Finding,
    Operand,
    Said,
    Severity,
    Unjudged,
    each_apart,
    rule,
)
from jsxh_desktop.rules.sheets.facts import money_of, sheets_of
from jsxh_desktop.rules.subject import Subject

FINAL = ExpenditureLine.final


@rule(
    "F01",
    "项目支出全覆盖",
    Severity.ERROR,
    "各张自评表的执行数合起来等于项目支出决算，每个项目都开展了自评",
    why="项目支出没有自评的部分，公开后说不清花得怎样",
    cites="财预〔2020〕10号（纳入预算管理的所有项目）",
)
def every_project_is_evaluated(subject: Subject) -> Iterator[Said]:
    filing = subject.filing
    if any(line.functional for line in filing.expenditure):
        checks = (_untagged(filing), _not_projects(filing), _evaluated(subject))
        yield from each_apart(checks)


def _untagged(filing: Filing) -> Iterator[Finding]:
    """Money of the kind 项目支出 that no sheet shows, by functional code."""
    known = {project.id for project in filing.projects}
    lost: dict[str, list[ExpenditureLine]] = {}
    for line in totals.of_kind(totals.functional_lines(filing), ExpenditureKind.PROJECT):
        if line.project not in known:
            lost.setdefault(line.functional, []).append(line)
    for code, lines in lost.items():
        amount = totals.total(lines)
        if amount:
            yield _in_no_sheet(filing, code, lines, amount)


def _in_no_sheet(filing: Filing, code: str, lines: list[ExpenditureLine], amount: Money) -> Finding:
    whole = totals.expenditure_by_kind(filing)[ExpenditureKind.PROJECT]
    found = filing.functional.codes.get(code)
    return Finding(
        message=(
            f"{code}{found.name if found else ''}有项目支出{amount.show()}万元没有归到项目，"
            f"自评表里少这一笔"
        ),
        to_do="在支出行上选好项目；还没有这个项目的，先加上",
        about=f"{code} 项目支出",
        where="支出决算",
        places=tuple(Place(ExpenditureLine.project, line.id) for line in lines),
        operands=(
            Operand("项目支出决算", f"{whole.show()}万元", "支出决算表"),
            Operand("没有归到项目", f"{amount.show()}万元", f"支出行 {code}"),
        ),
    )


def _not_projects(filing: Filing) -> Iterator[Finding]:
    """Money in a sheet that the accounts do not call 项目支出."""
    for line in totals.functional_lines(filing):
        kind = line.kind
        if line.project and kind and kind is not ExpenditureKind.PROJECT and line.final:
            name = called(filing, line.project)
            amount = f"{line.final.show()}万元"
            yield Finding(
                message=f"{name}的自评表里有{amount}{kind}，自评表只列项目支出",
                to_do="改支出性质，或去掉这一行的项目",
                about=f"{line.functional} {kind}",
                where="支出决算",
                places=(
                    Place(ExpenditureLine.kind, line.id),
                    Place(ExpenditureLine.project, line.id),
                ),
                operands=(
                    Operand(str(kind), f"{line.final.show()}万元", f"支出行 {line.functional}"),
                ),
            )


def _evaluated(subject: Subject) -> Iterator[Said]:
    """A project whose sheet stands there empty is told as what it is: not evaluated yet."""
    filing, money = subject.filing, money_of(subject)
    indicators = {sheet.project.id for sheet in sheets_of(subject) if sheet.indicators}
    for project in filing.projects:
        place = Place(Project.evaluated, project.id)
        if project.evaluated is None and money[project.id].lines:
            yield Unjudged(f"{called(filing, project.id)}有没有开展绩效自评还没有填", (place,))
        elif project.evaluated and project.id not in indicators:
            yield Unjudged(f"{called(filing, project.id)}的自评表还没有指标", (place,))
    left = [project for project in filing.projects if project.evaluated is False]
    if not left:
        return
    whole = totals.expenditure_by_kind(filing)[ExpenditureKind.PROJECT]
    done = added(money[each.id].total(FINAL) for each in filing.projects if each.evaluated)
    for project in left:
        amount = money[project.id].total(FINAL) if money[project.id].lines else Money()
        if amount and whole > Money():
            yield _left_out(filing, project, amount, done, whole)


def _left_out(
    filing: Filing, project: Project, amount: Money, done: Money, whole: Money
) -> Finding:
    """Its sheet and its money are printed, so that the public sees it: worth a reason."""
    share = half_up(Fraction(done.fen * 100, whole.fen), 1)
    return Finding(
        message=(
            f"{called(filing, project.id)}{amount.show()}万元没有开展绩效自评，"
            f"已自评{done.show()}万元，占项目支出{whole.show()}万元的{share}%"
        ),
        to_do="补做自评；确实不能自评的，写明原因",
        about=f"项目{project.id} 未自评",
        where="项目支出绩效自评表",
        places=(Place(Project.evaluated, project.id), Place(Project.name, project.id)),
        operands=(
            Operand("已自评的执行数", f"{done.show()}万元", "自评表"),
            Operand("项目支出决算", f"{whole.show()}万元", "支出决算表"),
        ),
        computed=f"{share}%",
        severity=Severity.WARNING,
    )


RULES = (every_project_is_evaluated,)
