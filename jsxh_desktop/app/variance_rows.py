"""预决算差异: a row for each functional item that spent something else than its budget."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from jsxh_desktop.app import code_search, figures_shown
from jsxh_desktop.app.grid_layout import Align, Column, Pick
from jsxh_desktop.app.last_year import total
from jsxh_desktop.app.list_layout import ListLayout
from jsxh_desktop.app.per_filing import per_filing
from jsxh_desktop.domain.entry import Entry
from jsxh_desktop.domain.expenditure import ExpenditureLine, Variance
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.money import Money
from jsxh_desktop.domain.terms import FundSource

Shown = Callable[[Filing, Any, str], str]


@per_filing
def items(filing: Filing) -> dict[str, tuple[Money, Money]]:
    """Budget and final of each item of 一般公共预算, by code, in code order."""
    lines: dict[str, list[ExpenditureLine]] = {}
    for line in filing.expenditure:
        if line.functional and line.fund is FundSource.GENERAL_PUBLIC_BUDGET:
            lines.setdefault(line.functional, []).append(line)
    return {
        code: (
            total(line.full_year_budget for line in lines[code]),
            total(line.final for line in lines[code]),
        )
        for code in sorted(lines)
    }


def rows(filing: Filing) -> list[Variance]:
    """The reasons there are, then a blank one for each item that owes one."""
    given = {variance.functional for variance in filing.variances}
    owed = [code for code, (budget, final) in items(filing).items() if budget != final]
    return [
        *filing.variances,
        *(Variance(functional=code) for code in owed if code not in given),
    ]


def _amount(pick: Callable[[Money, Money], Money]) -> Shown:
    def shown(filing: Filing, record: Variance, unit: str) -> str:
        found = items(filing).get(record.functional)
        return figures_shown.amount(pick(*found), unit) if found else ""

    return shown


def _difference(filing: Filing, record: Variance, unit: str) -> str:
    budget, final = items(filing).get(record.functional, (None, None))
    return figures_shown.difference(final, budget, unit)


def _completion(filing: Filing, record: Variance, _unit: str) -> str:
    budget, final = items(filing).get(record.functional, (None, None))
    return figures_shown.completion(final, budget)


def _name(filing: Filing, record: Variance, _unit: str) -> str:
    return code_search.functional_names(filing).get(record.functional, "")


def _named(_filing: Filing, record: Variance) -> str:
    return record.functional


_CODE: Entry[str] = Variance.functional

VARIANCES = ListLayout(
    Variance,
    (
        Column("科目编码", 88, _CODE, pick=Pick.FUNCTIONAL),
        Column("科目名称", 200, shown=_name, pick=Pick.FUNCTIONAL, wrapped=True, plain=True),
        Column("全年预算数", 92, shown=_amount(lambda budget, _final: budget), align=Align.RIGHT),
        Column("支出决算数", 92, shown=_amount(lambda _budget, final: final), align=Align.RIGHT),
        Column("差额", 84, shown=_difference, align=Align.RIGHT),
        Column("完成率", 72, shown=_completion, align=Align.RIGHT),
        Column("预决算差异原因", 300, Variance.reason, stretch=True, wrapped=True),
    ),
    records=rows,
    named=_named,
    fresh=lambda _filing: Variance(),
)
