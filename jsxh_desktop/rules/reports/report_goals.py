"""F10: what was to be reached, held against what was told as done."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from jsxh_desktop.domain.organization import KeyWork
from jsxh_desktop.domain.project import Goal
from jsxh_desktop.domain.report_text import DepartmentReport, ProjectReport
from jsxh_desktop.domain.rounding import half_up
from jsxh_desktop.rules.per_subject import TYPED, held, judged_while_same
from jsxh_desktop.rules.reading.quantities import Quantity, quantities
from jsxh_desktop.rules.reports.report_passages import owner_of, owners, typed_at, typed_in
from jsxh_desktop.rules.rule import Finding, Operand, Said, Severity, rule
from jsxh_desktop.rules.subject import Subject
from jsxh_desktop.rules.texts.passages import Passage

NAMED_BY = 4
"""So many characters in common name one thing."""

AIMS = (ProjectReport.goals, ProjectReport.content, Goal.expected)
OWN_FACTS = (ProjectReport.completion, ProjectReport.benefit, Goal.done)


@dataclass(frozen=True, slots=True)
class Told:
    """A count where it stands."""

    quantity: Quantity
    passage: Passage
    project: int | None


@rule(
    "F10",
    "目标达成证据",
    Severity.ERROR,
    "报告里写了“达到多少以上”的目标，实际数达到了它",
    why="目标没有达到而报告按完成写，一对就看得出来",
    cites="专项预算项目支出绩效自评报告提纲 一（二）、四（一）",
)
@judged_while_same(TYPED, held("goals", "indicators", "project_reports", "projects"))
def goals_are_reached(subject: Subject) -> Iterator[Said]:
    aims = [told for told in _counts(subject, typed_at(subject, *AIMS)) if told.quantity.least]
    if not aims:
        return
    own = _counts(subject, typed_at(subject, *OWN_FACTS))
    year = _counts(subject, typed_in(subject, KeyWork, DepartmentReport))
    for aim in aims:
        mine = [each for each in own if each.project == aim.project and _same(aim, each)]
        facts = mine or [each for each in year if _same(aim, each) and _near(aim, each)]
        if facts and all(each.quantity.number < aim.quantity.number for each in facts):
            best = max(facts, key=lambda each: each.quantity.number)
            yield _short_of(aim, best, Severity.ERROR if mine else Severity.WARNING)


def _counts(subject: Subject, passages: tuple[Passage, ...]) -> list[Told]:
    owned = owners(subject)
    return [
        Told(quantity, passage, owner_of(owned, passage.place))
        for passage in passages
        for quantity in quantities(passage.text)
    ]


def _same(aim: Told, fact: Told) -> bool:
    """The same unit, and a name in common; a fact that is itself an aim is none."""
    first, second = aim.quantity, fact.quantity
    return (
        first.unit == second.unit and not second.least and bool(common(first.label, second.label))
    )


def _near(aim: Told, fact: Told) -> bool:
    """Whether a count told elsewhere is of the whole, and not of one occasion only."""
    return fact.quantity.number * 2 >= aim.quantity.number


@lru_cache(maxsize=1024)
def common(first: str, second: str) -> str:
    """The longest words two names share, empty where they are too few to name a thing."""
    found = ""
    for start in range(len(first) - NAMED_BY + 1):
        end = start + max(NAMED_BY, len(found) + 1)
        while end <= len(first) and first[start:end] in second:
            found = first[start:end]
            end += 1
    return found


def _short_of(aim: Told, fact: Told, severity: Severity) -> Finding:
    name = common(aim.quantity.label, fact.quantity.label)
    rate = half_up(100 * fact.quantity.number / aim.quantity.number, 1)
    return Finding(
        message=(
            f"“{name}”目标是{aim.quantity.shown}以上，"
            f"{fact.passage.where}写{fact.quantity.shown}，完成{rate}%"
        ),
        to_do="核对实际数；没有达到的，如实写并说明原因",
        about=f"{aim.passage.where} {name}",
        where=f"{aim.passage.where}、{fact.passage.where}",
        places=tuple(each.passage.place for each in (aim, fact) if each.passage.place),
        operands=(
            Operand("目标", f"{aim.quantity.shown}以上", aim.passage.where),
            Operand("实际", fact.quantity.shown, fact.passage.where),
        ),
        computed=f"{rate}%",
        words=aim.quantity.words,
        severity=severity,
    )


RULES = (goals_are_reached,)
