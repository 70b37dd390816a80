"""Finds codes by digits, name or initials; what the unit uses anyway comes first."""

from __future__ import annotations

from collections.abc import Iterator

from jsxh_desktop.app.offer import Offer
from jsxh_desktop.app.per_filing import per_filing
from jsxh_desktop.app.pinyin import initials
from jsxh_desktop.domain.code import CodeTable, ancestors
from jsxh_desktop.domain.entry import Kind
from jsxh_desktop.domain.filing import Filing

MOST = 200
EXACT, BEGINS, WITHIN, BY_SOUND = range(4)
Table = dict[str, str]


@per_filing
def functional_names(filing: Filing) -> Table:
    """The names of the functional codes of the year, the unit's own among them."""
    return _names(filing.functional)


@per_filing
def economic_names(filing: Filing) -> Table:
    """The same of the economic codes."""
    return _names(filing.economic)


def names(filing: Filing, kind: Kind) -> Table:
    """Code → name of the classification an entry is of."""
    return economic_names(filing) if kind is Kind.ECONOMIC else functional_names(filing)


@per_filing
def used(filing: Filing) -> frozenset[str]:
    """Every code of this year's and last year's lines, functional and economic."""
    years = [each for each in (filing, filing.before) if each]
    lines = [line for each in years for line in each.expenditure]
    functional = [line.functional for each in years for line in each.income]
    return frozenset((*functional, *(code for x in lines for code in (x.functional, x.economic))))


def search(filing: Filing, kind: Kind, typed: str) -> tuple[Offer, ...]:
    """Codes that fit a text, at most MOST: usual ones, then whole names, beginnings, the rest."""
    table = names(filing, kind)
    found = sorted(_ranked(table, used(filing), "".join(typed.split()).casefold()))[:MOST]
    return tuple(
        Offer(code, (code, table[code], _parent(table, code)), usual=not unusual)
        for unusual, _, _, code in found
    )


def code_named(filing: Filing, kind: Kind, name: str) -> str | None:
    """The code of a name, where just one has it; of several, the only one the unit uses."""
    plain = "".join(name.split())
    codes = [code for code, known in names(filing, kind).items() if known == plain]
    for fitting in (codes, [code for code in codes if code in used(filing)]):
        if len(fitting) == 1:
            return fitting[0]
    return None


def _names(codes: CodeTable) -> Table:
    return {code: found.name for code, found in codes.codes.items()}


def _ranked(
    table: Table, usual: frozenset[str], typed: str
) -> Iterator[tuple[bool, int, int, str]]:
    """Every code that fits: usual before others, close before far, an item before its class."""
    for code, name in table.items():
        rank = _rank(code, name, typed)
        if rank is not None:
            yield code not in usual, rank, -len(code) if typed else 0, code


def _rank(code: str, name: str, typed: str) -> int | None:
    if typed in (code, name):
        return EXACT
    if code.startswith(typed) or name.startswith(typed):
        return BEGINS
    if typed in name:
        return WITHIN
    return BY_SOUND if typed in initials(name) else None


def _parent(table: Table, code: str) -> str:
    above = [each for each in ancestors(code) if each != code]
    return table.get(above[-1], "") if above else ""
