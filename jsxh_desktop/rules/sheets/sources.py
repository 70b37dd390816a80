"""The amounts of a sheet by row and column, as the expenditure lines of its project add them up."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from types import MappingProxyType

from jsxh_desktop.domain.entry import Entry
from jsxh_desktop.domain.expenditure import ExpenditureLine
from jsxh_desktop.domain.money import FEN_IN, Money
from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.project_money import Funding
from jsxh_desktop.domain.rounding import half_up
from jsxh_desktop.domain.stated import NotStated
from jsxh_desktop.domain.terms import FundSource
from jsxh_desktop.domain.totals import fund_of, total
from jsxh_desktop.rules.exactness import Known
from jsxh_desktop.rules.sheets.facts import ProjectSheet
from jsxh_desktop.rules.sheets.print import (
    APPROPRIATION,
    CARRIED,
    CURRENT,
    INITIAL,
    OTHER,
    PLANNED,
    SPECIAL_ACCOUNT,
    SPENT,
    TOTAL,
    UNIT,
)

Sum = Callable[[Funding, Entry[Money | None]], Money]


def _of(fund: FundSource) -> Sum:
    def added(money: Funding, entry: Entry[Money | None]) -> Money:
        if not money.lines:
            raise NotStated("项目支出")
        return total((line for line in money.lines if fund_of(line) is fund), entry)

    return added


COLUMNS: Mapping[str, Entry[Money | None]] = MappingProxyType(
    {
        INITIAL: ExpenditureLine.initial_budget,
        PLANNED: ExpenditureLine.full_year_budget,
        SPENT: ExpenditureLine.final,
    }
)
ROWS: Mapping[str, Sum] = MappingProxyType(
    {
        TOTAL: Funding.total,
        APPROPRIATION: Funding.appropriation,
        CURRENT: Funding.current_appropriation,
        CARRIED: Funding.carried_appropriation,
        SPECIAL_ACCOUNT: _of(FundSource.SPECIAL_ACCOUNT),
        UNIT: _of(FundSource.UNIT),
        OTHER: Funding.other,
    }
)
"""Every row a form may have; a form that has 单位资金 apart means the rest by 其他资金."""


def entered(sheet: ProjectSheet, row: str, column: str, *, apart: bool = False) -> Money:
    """The amount of a row; `apart` where the form lists 单位资金 and 财政专户管理资金 themselves.

    NotStated while the project has no line or one of its amounts is blank.
    """
    sums = _of(FundSource.OTHER) if apart and row == OTHER else ROWS[row]
    return sums(sheet.money, COLUMNS[column])


def line_places(sheet: ProjectSheet, column: str) -> tuple[Place, ...]:
    """Where the amounts of a column are entered."""
    return tuple(Place(COLUMNS[column], line.id) for line in sheet.holds.lines)


def wan(amount: Known | Money) -> str:
    """An amount as a finding says it: 10.00万元."""
    fen = amount.fen if isinstance(amount, Money) else amount.reads
    return f"{half_up(Fraction(fen, FEN_IN['万元']), 2):f}万元"
