"""F11: how satisfied people are said to be, in reports and on sheets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from jsxh_desktop.domain.attainment import quantity
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.project import Indicator, Project
from jsxh_desktop.domain.report_text import DepartmentReport, ProjectReport
from jsxh_desktop.domain.stated import NotStated
from jsxh_desktop.domain.terms import IndicatorClass
from jsxh_desktop.rules.per_subject import TYPED, held, judged_while_same
from jsxh_desktop.rules.reading.plain_text import plain
from jsxh_desktop.rules.reading.quantities import plain as number
from jsxh_desktop.rules.reports.report_passages import owner_of, owners, typed_in
from jsxh_desktop.rules.rule import Finding, Operand, Said, Severity, rule
from jsxh_desktop.rules.subject import Subject

PER_CENT = {"%", "％"}
_TOLD = re.compile(
    r"(?P<who>[一-龥]{0,10})满意[度率](?:均)?(?:为|达到了?|达|是)?"
    r"(?P<rate>\d+(?:\.\d+)?)%(?P<least>及?以上)?"
)
_LEADING = re.compile(r"^.*(?:达到|其中|以及|和|及|的(?=[一-龥]{2}))")


@dataclass(frozen=True, slots=True)
class Rate:
    """Whose satisfaction, how much or `least`, told where; `project` is None for the unit."""

    who: str
    rate: Fraction
    project: int | None
    where: str
    place: Place
    least: bool = False

    @property
    def shown(self) -> str:
        return f"{self.who}{number(self.rate)}%{'以上' * self.least}"

    def agrees(self, other: Rate) -> bool:
        """Whether both may be said of the same people."""
        low, high = sorted((self, other), key=lambda each: each.rate)
        return low.rate == high.rate or low.least


@rule(
    "F11",
    "满意度一致",
    Severity.WARNING,
    "同一年度的满意度，报告与自评表一致；对象不同的，各自写明是谁的满意度",
    why="满意度一处100%、一处95%，读的人会问哪个是真的",
    cites="财预〔2020〕10号 满意度指标",
)
@judged_while_same(TYPED, held("goals", "indicators", "project_reports", "projects"))
def satisfaction_is_told_alike(subject: Subject) -> Iterator[Said]:
    sheets = list(_on_sheets(subject.filing))
    told = list(_in_texts(subject))
    for each in told:
        if each.project is not None:
            others = [rate for rate in sheets if rate.project == each.project]
        else:
            others = sheets + [rate for rate in told if rate.project is not None]
        if others and not any(each.agrees(rate) for rate in others):
            yield _apart(each, others[0])
    yield from _of_one(told)


def _on_sheets(filing: Filing) -> Iterator[Rate]:
    for indicator in filing.indicators:
        if indicator.category is not IndicatorClass.SATISFACTION or indicator.unit not in {
            "%",
            "％",
        }:
            continue
        try:
            rate = quantity(indicator.actual, indicator)
        except NotStated:
            continue
        place = Place(Indicator.actual, indicator.id)
        yield Rate(indicator.name, rate, indicator.project, "自评表", place)


def _in_texts(subject: Subject) -> Iterator[Rate]:
    owned = owners(subject)
    for passage in typed_in(subject, DepartmentReport, ProjectReport, Project):
        if passage.place and "满意" in passage.text:
            key = owner_of(owned, passage.place)
            for who, rate, least in _rates(passage.text):
                yield Rate(who, rate, key, passage.where, passage.place, least)


@lru_cache(maxsize=256)
def _rates(text: str) -> tuple[tuple[str, Fraction, bool], ...]:
    return tuple(
        (f"{_LEADING.sub('', found['who'])}满意度", Fraction(found["rate"]), bool(found["least"]))
        for found in _TOLD.finditer(plain(text))
    )


def _of_one(told: list[Rate]) -> Iterator[Finding]:
    """The same people twice with another rate, in one report."""
    first: dict[tuple[int | None, str], Rate] = {}
    for each in told:
        other = first.setdefault((each.project, each.who), each)
        if not each.agrees(other):
            yield _apart(other, each)


def _apart(told: Rate, other: Rate) -> Finding:
    return Finding(
        message=f"{told.where}写{told.shown}，{other.where}是{other.shown}",
        to_do="核对；对象不同的，两处都写明是谁的满意度",
        about=f"{told.where} {told.who}",
        where=f"{told.where}、{other.where}",
        places=(told.place, other.place),
        operands=(
            Operand(told.who, f"{number(told.rate)}%", told.where),
            Operand(other.who, f"{number(other.rate)}%", other.where),
        ),
        words=told.who,
    )


RULES = (satisfaction_is_told_alike,)
