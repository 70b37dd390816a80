"""What moved most since last year: a reason is looked for there first."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from jsxh_desktop.domain import spending, totals
from jsxh_desktop.domain.code import without_suffix
from jsxh_desktop.domain.entry import Entry
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.money import Money
from jsxh_desktop.domain.report_text import Reasons
from jsxh_desktop.domain.stated import NotStated, of
from jsxh_desktop.domain.terms import APPROPRIATION, ExpenditureKind
from jsxh_desktop.domain.three_public import ThreePublic

MOST = 3
Parts = Mapping[str, Money]


class Mover(NamedTuple):
    """A part and by how much it moved."""

    name: str
    by: Money


def movers(filing: Filing, reason: Entry[Any]) -> tuple[Mover, ...]:
    """The parts that moved most, the largest first; none where the year before is not held."""
    parts = _PARTS.get(reason)
    if parts is None or filing.before is None:
        return ()
    try:
        now, before = parts(filing), parts(filing.before)
    except NotStated:
        return ()
    nothing = Money()
    moved = (
        Mover(name, now.get(name, nothing) - before.get(name, nothing)) for name in now | before
    )
    return tuple(sorted((each for each in moved if each.by), key=lambda each: -abs(each.by))[:MOST])


def _purposes(filing: Filing) -> dict[str, Money]:
    kinds = totals.expenditure_by_kind(filing)
    return {
        "人员经费": totals.total(totals.personnel_lines(filing)),
        "公用经费": totals.total(totals.operating_lines(filing)),
        "项目支出": kinds[ExpenditureKind.PROJECT],
    }


def _general_items(filing: Filing) -> dict[str, Money]:
    return _items(filing, totals.general_budget_lines(filing))


def _appropriation_items(filing: Filing) -> dict[str, Money]:
    return _items(filing, totals.fund_lines(filing, *APPROPRIATION))


def _items(filing: Filing, lines: totals.Lines) -> dict[str, Money]:
    sums = totals.by_code(lines, 7)
    return {without_suffix(filing.functional.name(code)): amount for code, amount in sums.items()}


def _operating(filing: Filing) -> dict[str, Money]:
    sums = totals.by_code(totals.operating_lines(filing), 5, economic=True)
    return {filing.economic.name(code): amount for code, amount in sums.items()}


def _three_public(filing: Filing) -> dict[str, Money]:
    spent = filing.three_public
    return {
        "因公出国（境）费": of(ThreePublic.overseas, spent),
        "公务用车": spending.vehicles(spent),
        "公务接待费": spending.reception(spent),
    }


_PARTS: Mapping[Entry[Any], Callable[[Filing], dict[str, Money]]] = MappingProxyType(
    {
        Reasons.total: _purposes,
        Reasons.appropriation: _appropriation_items,
        Reasons.general_budget: _general_items,
        Reasons.three_public: _three_public,
        Reasons.agency_running: _operating,
    }
)
