"""Sums of the single records: “三公”经费, 政府采购, posts and staff; and the year before."""

from __future__ import annotations

from collections.abc import Callable

from jsxh_desktop.domain import totals
from jsxh_desktop.domain.disclosure import VEHICLES, Procurement, StateAssets
from jsxh_desktop.domain.entry import Entry
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.money import Money
from jsxh_desktop.domain.organization import POSTS, STAFF, Staffing
from jsxh_desktop.domain.prior_year import PriorYear
from jsxh_desktop.domain.stated import NotStated, of, summed
from jsxh_desktop.domain.three_public import BOUGHT, HELD, ThreePublic


def vehicles(spent: ThreePublic) -> Money:
    """公务用车购置及运行维护费 = 购置费 + 运行维护费."""
    return of(ThreePublic.purchase, spent) + of(ThreePublic.running, spent)


def vehicles_budget(spent: ThreePublic) -> Money:
    """Full-year budget of 公务用车购置及运行维护费."""
    return of(ThreePublic.purchase_budget, spent) + of(ThreePublic.running_budget, spent)


def reception(spent: ThreePublic) -> Money:
    """公务接待费 = 国内 + 外事 (rule C22)."""
    return of(ThreePublic.reception_domestic, spent) + of(ThreePublic.reception_foreign, spent)


def three_public(spent: ThreePublic) -> Money:
    """“三公”经费决算合计 (rule A15)."""
    return of(ThreePublic.overseas, spent) + vehicles(spent) + reception(spent)


def three_public_budget(spent: ThreePublic) -> Money:
    """“三公”经费全年预算合计."""
    return (
        of(ThreePublic.overseas_budget, spent)
        + vehicles_budget(spent)
        + of(ThreePublic.reception_budget, spent)
    )


def procurement(bought: Procurement) -> Money:
    """政府采购支出总额 = 货物 + 工程 + 服务 (rule C25)."""
    parts = (Procurement.goods, Procurement.works, Procurement.services)
    return summed((of(part, bought) for part in parts), "政府采购支出")


def count(record: object, *parts: Entry[int | None]) -> int:
    """The sum of counts that must all be stated; NotStated names the first blank of how many."""
    blank = [part.label for part in parts if part.of(record) is None]
    if blank:
        raise NotStated(blank[0] if len(blank) == 1 else f"{blank[0]}等{len(blank)}项")
    return sum(part.of(record) or 0 for part in parts)


def posts(staffing: Staffing) -> int:
    """总编制 (rule C31)."""
    return count(staffing, *POSTS)


def staff(staffing: Staffing) -> int:
    """在职人员总数."""
    return count(staffing, *STAFF)


def vehicles_kept(assets: StateAssets) -> int:
    """共有车辆 (rule C26)."""
    return count(assets, *VEHICLES)


def vehicles_held(spent: ThreePublic) -> int:
    """公务用车保有量."""
    return count(spent, *HELD)


def vehicles_bought(spent: ThreePublic) -> int:
    """更新购置公务用车数."""
    return count(spent, *BOUGHT)


def figures_of(filing: Filing) -> PriorYear:
    """What the next year will compare itself to; a figure not stated stays blank."""
    spent = filing.three_public
    return PriorYear(
        total=_or_blank(lambda: totals.grand_total(filing)),
        appropriation_total=_or_blank(lambda: totals.appropriation_total(filing)),
        general_budget=_or_blank(lambda: totals.general_budget(filing)),
        overseas=spent.overseas,
        vehicles=_or_blank(lambda: vehicles(spent)),
        reception=_or_blank(lambda: reception(spent)),
        agency_running=_or_blank(lambda: totals.agency_running(filing)),
    )


def prior_year(filing: Filing) -> PriorYear:
    """上年数: worked out from the year before where the workbook holds it, else as typed."""
    return figures_of(filing.before) if filing.before else filing.prior_year


def prior_three_public(filing: Filing) -> Money:
    """上年“三公”经费合计."""
    prior = prior_year(filing)
    parts = (PriorYear.overseas, PriorYear.vehicles, PriorYear.reception)
    return summed((of(part, prior) for part in parts), "上年“三公”经费")


def _or_blank(figure: Callable[[], Money]) -> Money | None:
    try:
        return figure()
    except NotStated:
        return None
