"""Which reasons the document asks for, each beside the figures that moved."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Any

from jsxh_desktop.app.comparisons import BUDGET, COMPARISONS, FINAL, Comparison, differs
from jsxh_desktop.app.gaps import where
from jsxh_desktop.app.step import Step
from jsxh_desktop.domain import totals
from jsxh_desktop.domain.change import Added, Removed
from jsxh_desktop.domain.entry import Entry
from jsxh_desktop.domain.expenditure import ExpenditureLine, Variance
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.money import Money
from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.report_text import Reasons
from jsxh_desktop.domain.stated import NotStated
from jsxh_desktop.domain.terms import APPROPRIATION, FundSource, UnitNature
from jsxh_desktop.domain.totals import Lines
from jsxh_desktop.narrative.functional_items import codes_in

FUNDS = "预算财政拨款"
LAST_YEAR = "上年"
"""What the label of a figure of the year before begins with."""


class Need(Enum):
    """Whether the document asks for a reason."""

    OWED = "要写"
    STILL = "不要求写"
    UNKNOWN = "还不知道"


@dataclass(frozen=True, slots=True)
class Question:
    """One reason that may be asked for: its two figures and how they are called.

    `place` is where it is kept, None where there is no record for it yet. `prior` is where last
    year's figure is typed. While a figure is blank, `missing` is its label, `page` where to fill it
    in. `why` says why nothing is asked. `code` is that of a functional item.
    """

    name: str
    entry: Entry[Any]
    called: tuple[str, str]
    first: Money | None
    second: Money | None
    need: Need
    place: Place | None
    text: str
    prior: Place | None = None
    missing: str = ""
    page: str = ""
    why: str = ""
    code: str = ""


def questions(filing: Filing) -> tuple[Question, ...]:
    """The reasons of the whole unit, in the order of the document."""
    return tuple(_question(filing, comparison) for comparison in COMPARISONS)


def variances(filing: Filing) -> tuple[Question, ...]:
    """The reasons of the functional items, and those written for what is no item any more.

    Raises NotStated while it is not known which items there are.
    """
    items: list[Question] = []
    for fund in APPROPRIATION:
        lines = totals.fund_lines(filing, fund)
        items += [_item(filing, lines, code, fund) for code in codes_in(lines)]
    codes = {item.code for item in items}
    strays = dict.fromkeys(each.functional for each in filing.variances)
    return (*items, *(_stray(filing, code) for code in strays if code not in codes))


def begun(question: Question, text: str) -> Step:
    """The record for a reason that has none."""
    title = f"填写“{question.name}”的{Variance.reason.label}"
    return Step(title, (Added(Variance(functional=question.code, reason=text)),))


def removed(question: Question) -> Step:
    """The record of an item's reason taken out."""
    assert question.place  # noqa: S101 - there is none to take out otherwise
    title = f"删去“{question.name}”的{Variance.reason.label}"
    return Step(title, (Removed(Variance, question.place.key),))


def title_of(question: Question) -> str:
    """What writing a reason is called; the usual words where they tell which it is."""
    return f"修改“{question.name}”的{Variance.reason.label}" if question.code else ""


def leads(question: Question) -> str:
    """The words of the document a reason goes on from."""
    if question.called != (BUDGET, FINAL) or question.first is None or question.second is None:
        return "主要变动原因是"
    way = "小于" if question.second < question.first else "大于"
    return f"决算数{way}预算数的主要原因是"


def alike(asked: tuple[Question, ...]) -> dict[str, str]:
    """The names of reasons that are word for word an earlier one, with the name of that."""
    first: dict[str, str] = {}
    found: dict[str, str] = {}
    for question in asked:
        if question.need is Need.OWED and question.text:
            earlier = first.setdefault(question.text, question.name)
            if earlier != question.name:
                found[question.name] = earlier
    return found


def _question(filing: Filing, comparison: Comparison) -> Question:
    reason = comparison.reason
    typed = comparison.prior if filing.before is None else None
    need, missing, why = _need(filing, comparison)
    found = where(filing, missing) if missing else None
    held = filing.before is not None and missing.startswith(LAST_YEAR)
    years = (f"{filing.year - 1} 年", f"{filing.year} 年")
    return Question(
        comparison.name,
        reason,
        comparison.called if any(comparison.called) else years,
        _known(lambda: comparison.first(filing)),
        _known(lambda: comparison.second(filing)),
        need,
        Place(reason),
        reason.of(filing.reasons),
        prior=Place(typed) if typed else None,
        missing=missing,
        page=found.page if found and not held else "",
        why=why,
    )


def _need(filing: Filing, comparison: Comparison) -> tuple[Need, str, str]:
    """Whether a reason is asked for, else what is missing, or why none is."""
    institution = filing.organization.nature is UnitNature.INSTITUTION
    if comparison.reason is Reasons.agency_running and institution:
        return Need.STILL, "", "事业单位不写"
    try:
        second, first = comparison.second(filing), comparison.first(filing)
    except NotStated as blank:
        return Need.UNKNOWN, blank.label, ""
    if comparison.owes(second, first):
        return Need.OWED, "", ""
    return Need.STILL, "", "持平" if first == second else "变动不到 0.01 万元"


def _item(filing: Filing, lines: Lines, code: str, fund: FundSource) -> Question:
    own = tuple(line for line in lines if line.functional == code)
    first = _known(lambda: totals.total(own, ExpenditureLine.full_year_budget))
    second = _known(lambda: totals.total(own))
    blank = ExpenditureLine.full_year_budget if first is None else ExpenditureLine.final
    if first is None or second is None:
        need, missing, why = Need.UNKNOWN, blank.label, ""
    elif differs(second, first):
        need, missing, why = Need.OWED, "", ""
    else:
        need, missing, why = Need.STILL, "", "决算数等于预算数"
    question = _of_item(filing, code, (first, second), need, missing=missing, why=why)
    if fund is FundSource.GENERAL_PUBLIC_BUDGET:
        return question
    return dataclasses.replace(question, name=f"{question.name}（{fund.removesuffix(FUNDS)}）")


def _stray(filing: Filing, code: str) -> Question:
    return _of_item(filing, code, (None, None), Need.STILL, missing="", why="没有这一项了")


def _of_item(
    filing: Filing,
    code: str,
    figures: tuple[Money | None, Money | None],
    need: Need,
    *,
    missing: str,
    why: str,
) -> Question:
    kept = next((each for each in filing.variances if each.functional == code), None)
    return Question(
        f"{code} {_name(filing, code)}",
        Variance.reason,
        (BUDGET, FINAL),
        *figures,
        need,
        Place(Variance.reason, kept.id) if kept else None,
        kept.reason if kept else "",
        missing=missing,
        page="expenditure" if missing else "",
        why=why,
        code=code,
    )


def _name(filing: Filing, code: str) -> str:
    try:
        return filing.functional.name(code)
    except NotStated:
        return ""


def _known(figure: Callable[[], Money]) -> Money | None:
    try:
        return figure()
    except NotStated:
        return None
