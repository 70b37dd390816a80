"""What texts say was spent for which purpose, with the items they list behind it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from jsxh_desktop.domain import totals
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.money import Money
from jsxh_desktop.domain.report_text import DepartmentReport, Term
from jsxh_desktop.domain.terms import ExpenditureKind
from jsxh_desktop.domain.totals import Lines
from jsxh_desktop.rules.per_subject import per_subject
from jsxh_desktop.rules.reading.sentences import read
from jsxh_desktop.rules.reading.spoken import Amount
from jsxh_desktop.rules.reports.report_passages import in_reports, typed_at, typed_in
from jsxh_desktop.rules.subject import Subject
from jsxh_desktop.rules.texts.passages import Passage

Cut = Callable[[Filing], Lines]


@dataclass(frozen=True, slots=True)
class Purpose:
    """One purpose money is spent for: how texts call it, what it is in the accounts."""

    name: str
    called: re.Pattern[str]
    spent: Callable[[Filing], Money]
    cut: Cut | None = None


def _of_kind(kind: ExpenditureKind) -> Callable[[Filing], Money]:
    return lambda filing: totals.expenditure_by_kind(filing)[kind]


def _other_basic(filing: Filing) -> Money:
    return _of_kind(ExpenditureKind.BASIC)(filing) - totals.basic_expenditure(filing)


def _cut(name: str, called: str, cut: Cut) -> Purpose:
    return Purpose(name, re.compile(called), lambda filing: totals.total(cut(filing)), cut)


PERSONNEL = _cut("人员类经费", r"人员类(?:项目)?(?:经费|支出)?$|人员经费$", totals.personnel_lines)
OPERATING = _cut(
    "日常运转类经费",
    r"运转类(?:项目)?(?:经费|支出)?$|公用经费$|机关运行经费$",
    totals.operating_lines,
)
PROJECTS = Purpose(
    "特定项目类经费",
    re.compile(r"特定(?:项目|目标)类(?:项目)?(?:经费|支出)?$"),
    _of_kind(ExpenditureKind.PROJECT),
)
PURPOSES = (
    PERSONNEL,
    OPERATING,
    PROJECTS,
    Purpose("其他资金安排的基本支出", re.compile(r"其他资金安排的基本支出$"), _other_basic),
    *(
        Purpose(str(kind), re.compile(f"^{kind}$"), _of_kind(kind))
        for kind in ExpenditureKind
        if kind not in {ExpenditureKind.BASIC, ExpenditureKind.PROJECT}
    ),
)


@dataclass(frozen=True, slots=True)
class Broken:
    """A purpose with its amount as told, and the items it is broken down into."""

    purpose: Purpose
    amount: Amount
    items: tuple[Amount, ...]
    text: str

    def is_of(self, year: int) -> bool:
        """Whether it is told of this year, or of no year at all."""
        return self.amount.year in {year, None}

    def words(self, amount: Amount) -> str:
        """The very words of one of its amounts."""
        start, end = amount.span
        return self.text[self.text.rfind(amount.label, 0, start) : end]


@lru_cache(maxsize=256)
def broken_down(text: str) -> tuple[Broken, ...]:
    """Every purpose a text tells, with the items in brackets, or behind 其中, after it."""
    reading = read(text)
    found: list[Broken] = []
    until = 0
    for amount in reading.amounts:
        purpose = _purpose(amount.label)
        if amount.span[0] < until or purpose is None or amount.way or amount.about:
            continue
        until = _end_of_details(reading.text, amount.span[1])
        items = tuple(each for each in reading.amounts if amount.span[1] <= each.span[0] < until)
        found.append(Broken(purpose, amount, items, reading.text))
    return tuple(found)


def _purpose(label: str) -> Purpose | None:
    return next((purpose for purpose in PURPOSES if purpose.called.search(label)), None)


_OF_WHICH = re.compile(r"[，：]*其中")


def _end_of_details(text: str, start: int) -> int:
    """Where the items behind an amount end; at once where there are none."""
    if _OF_WHICH.match(text, start):
        stop = re.search(r"[。！？\n]", text[start:])
        return start + stop.start() if stop else len(text)
    if text[start : start + 1] != "（":
        return start
    depth = 0
    for position in range(start, len(text)):
        depth += {"（": 1, "）": -1}.get(text[position], 0)
        if not depth:
            return position
    return start


@per_subject
def purposes_told(subject: Subject) -> tuple[tuple[Passage, tuple[Broken, ...]], ...]:
    """Every text that tells a purpose, with what it tells."""
    return tuple((passage, told) for passage, told in _told(subject) if told)


def _told(subject: Subject) -> Iterator[tuple[Passage, tuple[Broken, ...]]]:
    terms = {term.id: term.name for term in subject.filing.terms}
    for passage in (*typed_in(subject, DepartmentReport), *typed_at(subject, Term.explanation)):
        if "万元" in passage.text and passage.place:
            term = passage.place.entry is Term.explanation
            name = terms.get(passage.place.key, "") if term else ""
            yield passage, broken_down(name + passage.text)
    for passage in in_reports(subject):
        if "万元" in passage.own:
            yield passage, broken_down(passage.text)
