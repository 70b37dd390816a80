"""B13: “三公”经费 as it is entered and as the economic codes add up."""

from __future__ import annotations

from collections.abc import Iterator

from jsxh_desktop.domain import totals
from jsxh_desktop.domain.expenditure import ExpenditureLine
from jsxh_desktop.domain.pack import Pack
from jsxh_desktop.domain.stated import NotStated
from jsxh_desktop.domain.terms import APPROPRIATION, ExpenditureKind, FundSource
from jsxh_desktop.rules import exactness
from jsxh_desktop.rules.exactness import Fit, Known
from jsxh_desktop.rules.rule import (
    Finding,
    Operand,
    Rule,
    Said,
    Severity,
    Unjudged,
    each_apart,
    rule,
)
from jsxh_desktop.rules.subject import Subject
from jsxh_desktop.rules.tables import cell_words
from jsxh_desktop.rules.tables.behind import Typed
from jsxh_desktop.tables.three_public import CODES, FINAL, ROW

ITEMS = ("因公出国（境）费", "公务用车购置费", "公务用车运行维护费", "公务接待费")
Lines = tuple[ExpenditureLine, ...]


@rule(
    "B13",
    "三公↔经济科目",
    Severity.ERROR,
    "“三公”各项决算数等于基本支出和项目支出中30212、31013（30913）、30231、30217之和",
    why="“三公”经费和经济分类是同一笔钱，数不同就有一处记错",
    cites="政府收支分类科目（支出经济分类）；部门决算公开表“三公”经费支出决算表",
)
def three_public_is_what_its_codes_add_up_to(subject: Subject) -> Iterator[Said]:
    coded = tuple(
        line
        for line in subject.filing.expenditure
        if line.economic and line.fund in _funds(subject.pack)
    )
    if not coded:
        raise NotStated("支出决算（按经济分类）")
    yield from each_apart(_item(subject, name, coded) for name in ITEMS)


def _funds(pack: Pack) -> tuple[FundSource, ...]:
    """Whose money the table tells: before 2022 of 一般公共预算 alone, then all appropriation."""
    of_general = any(x.id == "SG" and "一般公共预算" in x.title for x in pack.tables)
    return APPROPRIATION[:1] if of_general else APPROPRIATION


def _is_whole(subject: Subject, coded: Lines) -> bool:
    """Whether all that was spent, on projects too, is cut by economic code down to the 款."""
    spent = totals.fund_lines(subject.filing, *_funds(subject.pack))
    of_projects = any(line.kind is ExpenditureKind.PROJECT for line in spent)
    cut_projects = any(line.kind is ExpenditureKind.PROJECT for line in coded)
    return (
        exactness.meet(_sum(subject, coded), _sum(subject, spent))
        and (cut_projects or not of_projects)
        and all(len(line.economic) == len("30217") for line in coded)
    )


def _sum(subject: Subject, lines: Lines) -> Known:
    return subject.ledger.sum_of(Typed(ExpenditureLine.final, line) for line in lines)


def _item(subject: Subject, name: str, coded: Lines) -> Iterator[Said]:
    cell = ("SG", ROW.key, f"{FINAL}/{name}")
    told = subject.ledger.known(cell)
    booked = tuple(line for line in coded if line.economic in CODES[name])
    cut = _sum(subject, booked)
    fit = exactness.fit(told, cut)
    if fit is Fit.EQUAL:
        return
    more = told.reads > cut.reads
    if fit is Fit.IMPOSSIBLE and more and not _is_whole(subject, coded):
        yield Unjudged(f"{name}比按经济分类填报的多，多出的可能在没有按经济分类填报的支出里")
        return
    shown = cell_words.both(told, cut)
    codes = "、".join(CODES[name])
    yield Finding(
        f"“三公”经费中{name}{shown[0]}，支出明细中{codes}合计{shown[1]}",
        "核对哪个数不对" if fit is Fit.IMPOSSIBLE else "不用改；差额可由四舍五入解释",
        about=cell_words.about(cell),
        where=cell_words.title(cell, subject.pack),
        places=(
            *subject.ledger.places(cell),
            *(Typed(ExpenditureLine.final, line).place for line in booked),
        ),
        operands=(Operand(name, shown[0], "“三公”经费"), Operand(codes, shown[1], "支出决算")),
        computed=shown[1],
        severity=Severity.ERROR if fit is Fit.IMPOSSIBLE else Severity.INFO,
    )


RULES: tuple[Rule, ...] = (three_public_is_what_its_codes_add_up_to,)
