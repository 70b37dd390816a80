"""Which figures of a filing a label in a text may mean, such as 本年收入合计 or 公务接待费."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from jsxh_desktop.domain import spending, totals
from jsxh_desktop.domain.disclosure import Procurement
from jsxh_desktop.domain.entry import Entry
from jsxh_desktop.domain.expenditure import Budget, ExpenditureLine
from jsxh_desktop.domain.filing import Filing, attribute_of
from jsxh_desktop.domain.income import IncomeLine
from jsxh_desktop.domain.money import Money
from jsxh_desktop.domain.prior_year import PriorYear
from jsxh_desktop.domain.stated import NotStated, of, summed
from jsxh_desktop.domain.terms import ExpenditureKind, FundSource, IncomeSource
from jsxh_desktop.domain.three_public import ThreePublic
from jsxh_desktop.rules.remembered import TEXTS

Amounts = tuple[Entry[Money | None], ...]


@dataclass(frozen=True, slots=True, eq=False)
class Named:
    """A figure with the name to tell it by, this year's amount and what is entered of last year's.

    A `common` one has a name other things bear as well: a text a unit typed may mean by it one
    project or one class only. `at` is where it is entered, None where it is summed of expenditure;
    `general` marks what is of 一般公共预算财政拨款 alone.
    """

    name: str
    now: Callable[[Filing], Money]
    prior: Amounts = ()
    common: bool = False
    at: Entry[Any] | None = None
    general: bool = False

    def last(self, filing: Filing) -> Money:
        """Last year's amount: of the year before where the workbook holds it, else as typed.

        NotStated where nobody entered it.
        """
        if filing.before:
            return self.now(filing.before)
        if not self.prior:
            raise NotStated(f"上年{self.name}")
        return summed((of(part, filing.prior_year) for part in self.prior), f"上年{self.name}")


def _common(name: str, now: Callable[[Filing], Money], *prior: Entry[Money | None]) -> Named:
    return Named(name, now, prior, common=True)


def _entered(name: str, entry: Entry[Money | None], *prior: Entry[Money | None]) -> Named:
    held = attribute_of(entry.entity)

    def now(filing: Filing) -> Money:
        return of(entry, getattr(filing, held))

    return Named(name, now, prior, common=True, at=entry)


def _source(source: IncomeSource) -> Named:
    return Named(
        source.value, lambda filing: totals.income_by_source(filing)[source], at=IncomeLine.final
    )


def _kind(kind: ExpenditureKind) -> Named:
    return _common(kind.value, lambda filing: totals.expenditure_by_kind(filing)[kind])


def _of_general(kind: ExpenditureKind) -> Named:
    def now(filing: Filing) -> Money:
        return totals.total(totals.of_kind(totals.general_budget_lines(filing), kind))

    return Named(f"一般公共预算财政拨款{kind}", now, general=True)


def _of_fund(fund: FundSource) -> Named:
    return Named(f"{fund}支出", lambda filing: totals.fund_expenditure(filing, fund))


def full_year_budget(filing: Filing) -> Money:
    """全年预算 of all expenditure."""
    return totals.total(totals.functional_lines(filing), ExpenditureLine.full_year_budget)


def general_full_year_budget(filing: Filing) -> Money:
    """全年预算 of 一般公共预算财政拨款支出."""
    return totals.total(totals.general_budget_lines(filing), ExpenditureLine.full_year_budget)


def _personnel(filing: Filing) -> Money:
    return totals.total(totals.personnel_lines(filing))


def _operating(filing: Filing) -> Money:
    return totals.total(totals.operating_lines(filing))


_TOTAL, _ALLOCATED = (PriorYear.total,), (PriorYear.appropriation_total,)
TOTAL = Named("收、支总计", totals.grand_total, _TOTAL)
INCOME_TOTAL = Named("收入总计", totals.income_side, _TOTAL)
EXPENDITURE_TOTAL = Named("支出总计", totals.expenditure_side, _TOTAL)
INCOME = Named("本年收入合计", totals.income, at=IncomeLine.final)
EXPENDITURE = Named("本年支出合计", totals.expenditure)
APPROPRIATIONS = (
    Named("财政拨款收、支总计", totals.appropriation_total, _ALLOCATED),
    Named("财政拨款收入总计", totals.appropriation_income_side, _ALLOCATED),
    Named("财政拨款支出总计", totals.appropriation_expenditure_side, _ALLOCATED),
)
GENERAL_BUDGET = Named(
    "一般公共预算财政拨款支出", totals.general_budget, (PriorYear.general_budget,), general=True
)
SOURCES = {source: _source(source) for source in IncomeSource}
KINDS = {kind: _kind(kind) for kind in ExpenditureKind}
GENERAL_KINDS = {
    kind: _of_general(kind) for kind in (ExpenditureKind.BASIC, ExpenditureKind.PROJECT)
}
RECEPTION = Named(
    "公务接待费",
    lambda filing: spending.reception(filing.three_public),
    (PriorYear.reception,),
    common=True,
    at=ThreePublic.reception_domestic,
)
VEHICLES = Named(
    "公务用车购置及运行维护费",
    lambda filing: spending.vehicles(filing.three_public),
    (PriorYear.vehicles,),
    common=True,
    at=ThreePublic.running,
)
OVERSEAS = _entered("因公出国（境）费", ThreePublic.overseas, PriorYear.overseas)
THREE_PUBLIC = Named(
    "“三公”经费",
    lambda filing: spending.three_public(filing.three_public),
    (PriorYear.overseas, PriorYear.vehicles, PriorYear.reception),
    at=ThreePublic.reception_domestic,
)
AGENCY_RUNNING = Named("机关运行经费", totals.agency_running, (PriorYear.agency_running,))
PROCUREMENT = _common("政府采购支出总额", lambda filing: spending.procurement(filing.procurement))
INITIAL_BUDGET = Named("年初预算", totals.initial_budget, common=True, at=Budget.initial_total)
FULL_YEAR_BUDGET = _common("全年预算", full_year_budget)
BUDGETS = (INITIAL_BUDGET, FULL_YEAR_BUDGET)
OLD_INCOME, OLD_EXPENDITURE = (INCOME_TOTAL, INCOME), (EXPENDITURE_TOTAL, EXPENDITURE)
"""What 收入共计 and 支出共计 mean in the wording of years ago: the one or the other."""

_SPENT = r"(?:支出)?(?:决算)?(?:总额|数|合计)?"
_DRAWN = (
    Procurement.goods,
    Procurement.works,
    Procurement.services,
    Procurement.to_small_and_medium,
    Procurement.to_small_and_micro,
)
_LABELS: dict[str, tuple[Named, ...]] = {
    r"(?:部门)?(?:决算)?(?:收、?支|收入、?支出)(?:决算)?总计": (TOTAL,),
    r"(?:部门)?(?:决算)?收入(?:决算)?总计": (INCOME_TOTAL,),
    r"(?:部门)?(?:决算)?支出(?:决算)?总计": (EXPENDITURE_TOTAL,),
    r"本年度?收入(?:决算)?(?:合计|总额)": (INCOME,),
    r"本年度?支出(?:决算)?(?:合计|总额)": (EXPENDITURE,),
    r"财政拨款(?:收、?支|收入、?支出)(?:决算)?总计": APPROPRIATIONS[:1],
    r"财政拨款收入(?:决算)?总计": APPROPRIATIONS[1:2],
    r"财政拨款支出(?:决算)?总计": APPROPRIATIONS[2:],
    r"一般公共预算(?:财政拨款)?支出(?:决算)?(?:数|合计)?": (GENERAL_BUDGET,),
    **{source.value: (SOURCES[source],) for source in IncomeSource},
    **{
        rf"一般公共预算(?:财政拨款)?{kind}(?:决算)?数?": (general,)
        for kind, general in GENERAL_KINDS.items()
    },
    **{
        rf"{kind}(?:决算)?数?": tuple(
            found for found in (KINDS[kind], GENERAL_KINDS.get(kind)) if found
        )
        for kind in ExpenditureKind
    },
    r"政府性基金预算财政拨款支出": (_of_fund(FundSource.GOVERNMENT_FUNDS),),
    r"国有资本经营预算财政拨款支出": (_of_fund(FundSource.STATE_CAPITAL),),
    r"人员经费": (_common("人员经费", _personnel),),
    r"公用经费": (_common("公用经费", _operating),),
    rf"三公经费(?:财政拨款)?{_SPENT}": (THREE_PUBLIC,),
    rf"因公出国（境）(?:经费|费用?)?{_SPENT}": (OVERSEAS,),
    rf"公务用车购置及运行(?:维护)?费{_SPENT}": (VEHICLES,),
    rf"公务用车购置费?{_SPENT}": (_entered("公务用车购置费", ThreePublic.purchase),),
    rf"公务用车运行维护费{_SPENT}": (_entered("公务用车运行维护费", ThreePublic.running),),
    rf"公务接待费{_SPENT}": (RECEPTION,),
    rf"国内公务接待费?{_SPENT}": (_entered("国内公务接待费", ThreePublic.reception_domestic),),
    rf"外事接待费?{_SPENT}": (_entered("外事接待费", ThreePublic.reception_foreign),),
    rf"机关运行经费{_SPENT}": (AGENCY_RUNNING,),
    r"政府采购支出(?:总额|合计|共计)?": (PROCUREMENT,),
    **{entry.label: (_entered(entry.label, entry),) for entry in _DRAWN},
    r"年初预算(?:数|总额)?": (INITIAL_BUDGET,),
    r"全年预算(?:数|总额)?": (FULL_YEAR_BUDGET,),
    r"(?:部门)?(?:决算收入|收入决算|预算收入|总收入)(?:共计|合计)?|(?:部门)?收入共计": OLD_INCOME,
    r"(?:部门)?(?:决算支出|预算执行|总支出)(?:共计|合计)?|(?:部门)?支出共计": OLD_EXPENDITURE,
}
_PATTERNS = {re.compile(pattern): figures for pattern, figures in _LABELS.items()}
_QUOTES = str.maketrans("", "", "“”\"'‘’ 　")


@lru_cache(maxsize=TEXTS)
def named(label: str) -> tuple[Named, ...]:
    """The figures a label may mean, the likeliest first; none where it is no such name."""
    bare = label.translate(_QUOTES)
    for pattern, figures in _PATTERNS.items():
        if pattern.fullmatch(bare):
            return figures
    return ()
