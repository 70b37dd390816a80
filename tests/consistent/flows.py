"""Where the money came from and what was left: income and carry-over that balance spending."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from jsxh_desktop.domain.carryover import Carryover
from jsxh_desktop.domain.expenditure import ExpenditureLine
from jsxh_desktop.domain.income import IncomeLine
from jsxh_desktop.domain.money import Money, added
from jsxh_desktop.domain.terms import FundSource, IncomeSource
from tests.consistent.draw import Draw

SOURCES: Mapping[FundSource, tuple[IncomeSource, ...]] = {
    FundSource.GENERAL_PUBLIC_BUDGET: (IncomeSource.GENERAL_PUBLIC_BUDGET,),
    FundSource.GOVERNMENT_FUNDS: (IncomeSource.GOVERNMENT_FUNDS,),
    FundSource.STATE_CAPITAL: (IncomeSource.STATE_CAPITAL,),
    FundSource.SPECIAL_ACCOUNT: (IncomeSource.INSTITUTIONAL,),
    FundSource.UNIT: (
        IncomeSource.INSTITUTIONAL,
        IncomeSource.OPERATING,
        IncomeSource.SUBORDINATE,
        IncomeSource.SUPERIOR_GRANT,
    ),
    FundSource.OTHER: (IncomeSource.OTHER, IncomeSource.SUPERIOR_GRANT),
}


@dataclass(frozen=True, slots=True)
class Flow:
    """The money of one 项 of one fund through the year; it adds up."""

    fund: FundSource
    functional: str
    opening: Money
    income: Money
    used: Money
    spent: Money
    distributed: Money
    closing: Money


def flows(
    draw: Draw, lines: Sequence[ExpenditureLine], closing: Mapping[FundSource, Money] | None
) -> tuple[Flow, ...]:
    """One for each 项 of each fund; where it is given, what is left of each fund is this much."""
    spent: dict[tuple[FundSource, str], list[Money]] = {}
    for line in lines:
        if line.functional and line.fund:
            spent.setdefault((line.fund, line.functional), []).append(line.final or Money())
    left = dict(closing or {})
    for fund, amount in left.items():
        if amount and not any(of is fund for of, _ in spent):
            spent[fund, _any_item(spent)] = []
    carrying = {fund for fund in FundSource if draw.chance(0.4)}
    return tuple(
        _flow(draw, key, added(amounts), carrying, None if closing is None else left)
        for key, amounts in spent.items()
    )


def _any_item(spent: Mapping[tuple[FundSource, str], object]) -> str:
    return next(code for fund, code in spent if fund is FundSource.GENERAL_PUBLIC_BUDGET)


def _flow(
    draw: Draw,
    key: tuple[FundSource, str],
    spent: Money,
    carrying: set[FundSource],
    left: dict[FundSource, Money] | None,
) -> Flow:
    fund, functional = key
    own = not fund.is_appropriation
    carries = fund in carrying
    if left is None:
        closing = draw.amount("0.01", "12") if carries and draw.chance(0.6) else Money()
    else:
        closing = left.pop(fund, Money())
    distributed = draw.amount("0.01", "2") if own and draw.chance(0.2) else Money()
    out = spent + distributed + closing
    opening = draw.part(out, 0.0, 0.3) if carries and draw.chance(0.6) else Money()
    used = draw.part(out - opening, 0.0, 0.2) if own and draw.chance(0.2) else Money()
    income = out - opening - used
    return Flow(fund, functional, opening, income, used, spent, distributed, closing)


def income(draw: Draw, moved: Sequence[Flow]) -> tuple[IncomeLine, ...]:
    return tuple(_numbered(_income(draw, moved)))


def _income(draw: Draw, moved: Sequence[Flow]) -> Iterator[IncomeLine]:
    for flow in moved:
        sources = draw.some(SOURCES[flow.fund], 1, 2)
        parts = draw.split(flow.income, len(sources))
        for source, amount in zip(sources, parts, strict=True):
            if amount or flow.fund is FundSource.GENERAL_PUBLIC_BUDGET:
                yield IncomeLine(flow.functional, source, amount)


def _numbered(lines: Iterator[IncomeLine]) -> Iterator[IncomeLine]:
    for number, line in enumerate(lines, 1):
        yield dataclasses.replace(line, id=number)


def carryover(moved: Sequence[Flow]) -> tuple[Carryover, ...]:
    """One row for each fund there is, the general budget always among them."""
    funds = {flow.fund for flow in moved} | {FundSource.GENERAL_PUBLIC_BUDGET}
    return tuple(
        Carryover(
            fund,
            added(flow.opening for flow in moved if flow.fund is fund),
            added(flow.used for flow in moved if flow.fund is fund),
            added(flow.distributed for flow in moved if flow.fund is fund),
            added(flow.closing for flow in moved if flow.fund is fund),
            id=number,
        )
        for number, fund in enumerate((fund for fund in FundSource if fund in funds), 1)
    )
