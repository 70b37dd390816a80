"""Faults of scope: the figure of last year, of the whole, of the budget where another belongs."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Iterable

from jsxh_desktop.domain import spending, totals
from jsxh_desktop.domain.entry import Entry
from jsxh_desktop.domain.expenditure import ExpenditureLine
from jsxh_desktop.domain.filing import Filing, with_value
from jsxh_desktop.domain.money import Money
from jsxh_desktop.domain.report_text import DepartmentReport, ProjectReport
from jsxh_desktop.domain.stated import NotStated
from jsxh_desktop.domain.terms import ExpenditureKind
from jsxh_desktop.domain.three_public import ThreePublic
from jsxh_desktop.rules.subject import Subject
from tests.consistent.draw import Draw
from tests.consistent.filings import Case
from tests.faults.entered import Said
from tests.faults.fault import Kind, Planted
from tests.faults.named import STALE
from tests.faults.paper import reworded, texts
from tests.faults.sentences import DIGIT, other_digit

SCOPE = "换成别的口径"
_IN_DAY = re.compile(r"\d{1,2}[月日]|\d日")
"""The last day of the year, which nothing else says."""

_AMOUNT = re.compile(r"\d+\.\d\d(?=万元)")
TYPED: tuple[tuple[Entry[str], str], ...] = (
    (DepartmentReport.management, "department_report"),
    (DepartmentReport.conclusion, "department_report"),
    (ProjectReport.plan, "project_reports"),
    (ProjectReport.use, "project_reports"),
)
"""The fields that quote figures."""

Figure = Callable[[Filing], Money]
SCOPES: tuple[Figure, ...] = (
    totals.grand_total,
    totals.income,
    totals.expenditure,
    totals.appropriation_total,
    totals.appropriation_income,
    totals.general_budget,
    totals.basic_expenditure,
    lambda filing: totals.expenditure_by_kind(filing)[ExpenditureKind.BASIC],
    lambda filing: totals.expenditure_by_kind(filing)[ExpenditureKind.PROJECT],
    lambda filing: totals.total(
        totals.general_budget_lines(filing), ExpenditureLine.full_year_budget
    ),
    lambda filing: totals.total(totals.functional_lines(filing), ExpenditureLine.full_year_budget),
    totals.initial_budget,
    totals.agency_running,
    lambda filing: spending.three_public(filing.three_public),
    lambda filing: spending.three_public_budget(filing.three_public),
)
"""Figures of this year that are taken for each other."""


def other_scope(draw: Draw, case: Case, subject: Subject) -> Planted | None:
    """In a printed sentence one of these figures where another belongs."""
    return _printed(draw, subject, _shown(case.filing, SCOPES), _shown(case.filing, SCOPES))


def last_year(draw: Draw, case: Case, subject: Subject) -> Planted | None:
    """In a printed sentence a figure of last year where this year's belongs."""
    return _printed(draw, subject, _shown(case.filing, SCOPES), _last(case.filing))


def _printed(draw: Draw, subject: Subject, old: set[str], new: set[str]) -> Planted | None:
    places = [
        (words, found)
        for words in texts(subject)
        for found in _AMOUNT.finditer(words.own)
        if found.group() in old
    ]
    if not places:
        return None
    words, found = draw.one(places)
    others = sorted(new - {found.group()})
    if not others:
        return None
    start, end = found.span()
    other = draw.one(others)
    what = f"{words.text[:start][-16:]}【{found.group()}→{other}】{words.text[end:][:10]}"
    return Planted(what, reworded(subject, words, start, end, other))


def typed_scope(draw: Draw, case: Case, subject: Subject) -> Planted | None:
    """In a typed sentence a figure of another scope."""
    return _typed(draw, case, _shown(case.filing, SCOPES))


def typed_last_year(draw: Draw, case: Case, subject: Subject) -> Planted | None:
    """In a typed sentence a figure of last year."""
    return _typed(draw, case, _last(case.filing))


def _typed(draw: Draw, case: Case, new: set[str]) -> Planted | None:
    places = [
        (entry, key, text, found)
        for entry, key, text in _texts(case.filing)
        for found in _AMOUNT.finditer(text)
    ]
    if not places:
        return None
    entry, key, text, found = draw.one(places)
    others = sorted(new - {found.group()})
    if not others:
        return None
    return _rewritten(case, entry, key, text, found.span(), draw.one(others))


def typed_digit(draw: Draw, case: Case, subject: Subject) -> Planted | None:
    """One digit of a figure that a typed sentence quotes."""
    places = [
        (entry, key, text, place)
        for entry, key, text in _texts(case.filing)
        for place, char in enumerate(text)
        if char.isdecimal() and not _IN_DAY.match(text, place)
    ]
    if not places:
        return None
    entry, key, text, place = draw.one(places)
    new = other_digit(draw, text, place)
    return _rewritten(case, entry, key, text, (place, place + 1), new)


def _rewritten(
    case: Case, entry: Entry[str], key: int, text: str, span: tuple[int, int], new: str
) -> Planted:
    start, end = span
    filing = with_value(case.filing, entry, text[:start] + new + text[end:], key)
    what = f"{entry.label}：{text[:start][-16:]}【{text[start:end]}→{new}】{text[end:][:10]}"
    return Planted(what, dataclasses.replace(case, filing=filing).subject)


def _texts(filing: Filing) -> list[tuple[Entry[str], int, str]]:
    held = {name: getattr(filing, name) for _, name in TYPED}
    return [
        (entry, getattr(record, "id", 0), text)
        for entry, name in TYPED
        for record in (held[name] if isinstance(held[name], tuple) else (held[name],))
        if (text := entry.of(record))
    ]


def budget_words(draw: Draw, case: Case, subject: Subject) -> Planted | None:
    """年初预算 where the sentence means 全年预算, and both are known and differ."""
    filing = case.filing
    lines = totals.general_budget_lines(filing)
    if any(line.initial_budget is None for line in lines):
        return None
    initial = totals.total(lines, ExpenditureLine.initial_budget)
    planned = totals.total(lines, ExpenditureLine.full_year_budget)
    places = [
        (words, found)
        for words in texts(subject)
        for found in re.finditer(r"全年预算(?=[\d的数])", words.own)
        if "一般公共预算支出决算数" in words.text or words.text.startswith("全年预算")
    ]
    if not places or initial.show() == planned.show():
        return None
    words, found = draw.one(places)
    what = f"{words.text[:20]}【全年预算→年初预算】"
    return Planted(what, reworded(subject, words, *found.span(), "年初预算"))


def budget_for_final(draw: Draw, case: Case, subject: Subject) -> Planted | None:
    """The budget of an item of “三公”经费 entered as its final figure."""
    spent = case.filing.three_public
    pairs = (
        (ThreePublic.overseas_budget, ThreePublic.overseas),
        (ThreePublic.purchase_budget, ThreePublic.purchase),
        (ThreePublic.running_budget, ThreePublic.running),
        (ThreePublic.reception_budget, ThreePublic.reception_domestic),
    )
    said = Said(case.filing)
    open_ = [(one, other) for one, other in pairs if _differ(one.of(spent), other.of(spent))]
    told = [pair for pair in open_ if said.tells_three_public(pair[1])]
    if not told:
        return None
    budget, final = draw.one(told)
    filing = with_value(case.filing, final, budget.of(spent))
    what = f"{final.label}填成预算数"
    return Planted(what, dataclasses.replace(case, filing=filing).subject)


def _differ(one: Money | None, other: Money | None) -> bool:
    return one is not None and other is not None and one.show() != other.show()


def _shown(filing: Filing, figures: Iterable[Figure]) -> set[str]:
    """These figures as they print, without nothing."""
    found = set()
    for figure in figures:
        try:
            found.add(figure(filing).show())
        except NotStated:
            continue
    return found - {"0.00"}


def _last(filing: Filing) -> set[str]:
    prior = spending.prior_year(filing)
    amounts = (prior.total, prior.appropriation_total, prior.general_budget)
    return {amount.show() for amount in amounts if amount}


KINDS = (
    Kind(DIGIT, "填报文字引用的数", typed_digit),
    Kind(SCOPE, "正文的数", other_scope),
    Kind(SCOPE, "填报文字的数", typed_scope),
    Kind(SCOPE, "全年预算写成年初预算", budget_words),
    Kind(SCOPE, "预算数填成决算数", budget_for_final),
    Kind(STALE, "上年的数（正文）", last_year),
    Kind(STALE, "上年的数（填报文字）", typed_last_year),
)
