"""The pairs of figures the document compares, each with the reason it may owe."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from jsxh_desktop.domain import spending, totals
from jsxh_desktop.domain.entry import Entry
from jsxh_desktop.domain.expenditure import ExpenditureLine
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.money import Money
from jsxh_desktop.domain.prior_year import PriorYear
from jsxh_desktop.domain.report_text import Reasons
from jsxh_desktop.domain.stated import of
from jsxh_desktop.domain.three_public import ThreePublic
from jsxh_desktop.narrative.phrase import owes_reason

Figure = Callable[[Filing], Money]
INITIAL, BUDGET, FINAL = "年初预算", "全年预算", "决算"


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two figures, both NotStated while a part is blank, and what they are called side by side.

    Without names of their own they are last year's and this year's; `prior` is where the first is
    typed as long as the workbook does not hold that year. `owes` decides as the sentence does.
    """

    name: str
    reason: Entry[Any]
    first: Figure
    second: Figure
    prior: Entry[Any] | None = None
    called: tuple[str, str] = ("", "")
    owes: Callable[[Money, Money], bool] = owes_reason


def differs(second: Money, first: Money) -> bool:
    """Whether the least difference owes a reason, as between 预算 and 决算."""
    return second != first


def planned(filing: Filing) -> Money:
    """全年预算数 of all expenditure."""
    return totals.total(totals.functional_lines(filing), ExpenditureLine.full_year_budget)


def _against_last_year(
    name: str, reason: Entry[str], figure: Figure, prior: Entry[Money | None]
) -> Comparison:
    def before(filing: Filing) -> Money:
        return of(prior, spending.prior_year(filing))

    return Comparison(name, reason, before, figure, prior)


def _spent(filing: Filing) -> Money:
    return spending.three_public(filing.three_public)


COMPARISONS = (
    _against_last_year("收支总计", Reasons.total, totals.grand_total, PriorYear.total),
    _against_last_year(
        "财政拨款收支总计",
        Reasons.appropriation,
        totals.appropriation_total,
        PriorYear.appropriation_total,
    ),
    _against_last_year(
        "一般公共预算财政拨款支出",
        Reasons.general_budget,
        totals.general_budget,
        PriorYear.general_budget,
    ),
    Comparison(
        "“三公”经费预决算差异",
        Reasons.three_public_budget,
        lambda filing: spending.three_public_budget(filing.three_public),
        _spent,
        called=(BUDGET, FINAL),
        owes=differs,
    ),
    Comparison("“三公”经费", Reasons.three_public, spending.prior_three_public, _spent),
    _against_last_year(
        "因公出国（境）费",
        Reasons.overseas,
        lambda filing: of(ThreePublic.overseas, filing.three_public),
        PriorYear.overseas,
    ),
    _against_last_year(
        "公务用车购置及运行维护费",
        Reasons.vehicles,
        lambda filing: spending.vehicles(filing.three_public),
        PriorYear.vehicles,
    ),
    _against_last_year(
        "公务接待费",
        Reasons.reception,
        lambda filing: spending.reception(filing.three_public),
        PriorYear.reception,
    ),
    _against_last_year(
        "机关运行经费", Reasons.agency_running, totals.agency_running, PriorYear.agency_running
    ),
    Comparison(
        "年中预算调整",
        Reasons.adjustment,
        totals.initial_budget,
        planned,
        called=(INITIAL, BUDGET),
    ),
)
"""In the order of the document; 年中预算调整 stands in the report of the department."""
