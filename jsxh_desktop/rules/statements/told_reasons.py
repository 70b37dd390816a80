"""C14: whether the text says why what was spent is not what was budgeted, and which is more."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jsxh_desktop.domain import spending
from jsxh_desktop.domain.entry import Entry
from jsxh_desktop.domain.expenditure import Variance
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.money import Money
from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.report_text import Reasons
from jsxh_desktop.narrative.wording import clause
from jsxh_desktop.rules.reading.mentions import Heard, Section, statements
from jsxh_desktop.rules.reading.named_amounts import (
    AGENCY_RUNNING,
    APPROPRIATIONS,
    GENERAL_BUDGET,
    OVERSEAS,
    RECEPTION,
    THREE_PUBLIC,
    TOTAL,
    VEHICLES,
    named,
)
from jsxh_desktop.rules.rule import Finding, Operand, Said, Severity, each_apart, rule
from jsxh_desktop.rules.statements.amount_findings import key_of, shown
from jsxh_desktop.rules.statements.told_budgets import YEAR_START, Spending, spendings
from jsxh_desktop.rules.statements.told_completion import GAP
from jsxh_desktop.rules.subject import Subject

WORDS = ("小于", "等于", "大于")
REASONS: dict[str, Entry[str]] = {
    TOTAL.name: Reasons.total,
    APPROPRIATIONS[0].name: Reasons.appropriation,
    GENERAL_BUDGET.name: Reasons.general_budget,
    THREE_PUBLIC.name: Reasons.three_public,
    OVERSEAS.name: Reasons.overseas,
    VEHICLES.name: Reasons.vehicles,
    RECEPTION.name: Reasons.reception,
    AGENCY_RUNNING.name: Reasons.agency_running,
}
"""Where the reason is typed why a figure moved."""

_END = re.compile(r"\s*(?:[。；，]|$)")
_NEAR = 12
"""Signs between a movement and the words that begin its reason: “。主要变动原因是”."""


@rule(
    "C14",
    "预决算差异说明",
    Severity.WARNING,
    "决算与预算不同的写明主要原因，相同的写决算数等于预算数；写的原因就是填写的原因",
    why="预决算有差异而不说明，公开后要补说明",
    cites="部门决算说明编写要求",
)
def variances_are_told(subject: Subject) -> Iterator[Said]:
    yield from _of_no_item(subject.filing)
    yield from each_apart(_variance(subject.filing, each) for each in spendings(subject))
    for told in statements(subject, Section.THREE_PUBLIC):
        yield from each_apart([_three_public(subject.filing, told)])
    for told in statements(subject, *Section):
        yield from _reasons(subject.filing, told)


def _of_no_item(filing: Filing) -> Iterator[Finding]:
    """Reasons typed for a 项 on which nothing was spent: the code is another one's."""
    used = {line.functional for line in filing.expenditure}
    for variance in filing.variances if used - {""} else ():
        if variance.functional and variance.functional not in used:
            yield Finding(
                f"填了{variance.functional}的预决算差异原因，支出里没有这一项",
                "核对科目编码；没有这一项的删去这条原因",
                about=f"{variance.functional} 没有支出",
                where=Variance.reason.label,
                places=(Place(Variance.functional, variance.id),),
                words=variance.reason,
            )


def _variance(filing: Filing, each: Spending) -> Iterator[Finding]:
    bases = [completion.base for completion in each.told.reading.completions]
    budget = each.initial if bases[:1] == [YEAR_START] else each.full
    if budget is None:
        return
    given = [variance for variance in filing.variances if variance.functional == each.code]
    places = tuple(Place(Variance.reason, variance.id) for variance in given) or each.places
    typed = given[0].reason if given else ""
    owed = each.name != GENERAL_BUDGET.name
    yield from _told(each.told, each.name, (each.final, budget), typed, places, owed=owed)


def _three_public(filing: Filing, told: Heard) -> Iterator[Finding]:
    if told.reading.variances and "总体" in "".join(told.passage.headings[-1:]):
        spent = filing.three_public
        both = spending.three_public(spent), spending.three_public_budget(spent)
        typed = filing.reasons.three_public_budget
        places = (Place(Reasons.three_public_budget),)
        yield from _told(told, THREE_PUBLIC.name, both, typed, places, owed=False)


def _told(
    told: Heard,
    name: str,
    both: tuple[Money, Money],
    typed: str,
    places: tuple[Place, ...],
    *,
    owed: bool,
) -> Iterator[Finding]:
    """What a paragraph says of final and budget, held to both and to the reason typed."""
    final, budget = both
    right = "小于" if final < budget else "大于" if final > budget else "等于"
    sides = (Operand("支出决算", shown(final)), Operand("预算数", shown(budget)))
    about, where = f"{key_of(told.passage)} {name}预决算差异", told.passage.where
    said = next(iter(told.reading.variances), None)
    if said is None:
        if owed:
            missing = f"决算数{right}预算数{'' if final == budget else '的主要原因'}"
            yield Finding(
                f"{name}支出决算{shown(final)}，预算{shown(budget)}，没有写{missing}",
                f"补写{missing}",
                about=about,
                where=where,
                places=places,
                operands=sides,
                computed=missing,
                words=told.passage.text,
            )
    elif said.word != right:
        written = told.passage.text[slice(*said.span)]
        yield Finding(
            f"{name}写的是“{written}”，支出决算{shown(final)}{right}预算{shown(budget)}",
            f"改成决算数{right}预算数",
            about=about,
            where=where,
            places=places,
            operands=(Operand("写的", written, where), *sides),
            computed=f"决算数{right}预算数",
            words=written,
            severity=Severity.ERROR,
        )
    elif final != budget:
        yield from _reason(told, f"{name}预决算差异", said.reason, typed, places)


def _reason(
    told: Heard, name: str, start: int | None, typed: str, places: tuple[Place, ...]
) -> Iterator[Finding]:
    """A reason that is not given, or that is not the one typed."""
    text = told.passage.text
    where = told.passage.where
    rest = "" if start is None else text[start:]
    if rest.startswith(GAP):
        return
    if _END.match(rest):
        message, to_do = f"{name}没有写原因", "写明主要原因"
    elif typed and not rest.startswith(clause(typed)):
        message, to_do = f"{name}写的原因与填写的不一样", "改成填写的原因，或者改填写的原因"
    else:
        return
    yield Finding(
        message,
        to_do,
        about=f"{key_of(told.passage)} {name}原因",
        where=where,
        places=places,
        operands=(Operand("写的原因", rest, where), Operand("填写的原因", typed)),
        computed=clause(typed),
        words=rest or text,
    )


def _reasons(filing: Filing, told: Heard) -> Iterator[Finding]:
    """The reasons a paragraph gives for movements, against the ones typed."""
    for movement in told.reading.movements:
        figure = next(iter(named(movement.what)), None)
        entry = REASONS.get(figure.name) if figure else None
        end = movement.span[1]
        start = next((at for at in told.reading.reasons if 0 < at - end <= _NEAR), None)
        if figure and entry and start is not None:
            typed = entry.of(filing.reasons)
            yield from _reason(told, f"{figure.name}变动", start, typed, (Place(entry),))


RULES = (variances_are_told,)
