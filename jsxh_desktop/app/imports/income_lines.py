"""Income lines out of 收入决算表, and where that is missing out of the tables of totals."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from jsxh_desktop.app.imports.stated_book import Stated, StatedBook
from jsxh_desktop.app.imports.wanted import Wanted
from jsxh_desktop.domain.income import IncomeLine
from jsxh_desktop.domain.money import Money, added
from jsxh_desktop.domain.terms import APPROPRIATION, FundSource, IncomeSource
from jsxh_desktop.domain.totals import APPROPRIATION_INCOME
from jsxh_desktop.tables.figure_table import TOTAL
from jsxh_desktop.tables.two_sides import AMOUNT, INCOME

GENERAL, FUNDS, CAPITAL = APPROPRIATION
OF_FUND = {FUNDS: "JJ", CAPITAL: "GZ"}
"""The tables that say what a fund took in by functional code."""
SPENT, CLASS = "GZZC", "223"
"""What 国有资本经营预算 spent by code, and the 类 that no other fund pays for."""

_APPROPRIATED = "财政拨款收入"
_COLUMNS = {
    "上级补助收入": IncomeSource.SUPERIOR_GRANT,
    "事业收入": IncomeSource.INSTITUTIONAL,
    "经营收入": IncomeSource.OPERATING,
    "附属单位上缴收入": IncomeSource.SUBORDINATE,
    "其他收入": IncomeSource.OTHER,
}
UNTOLD = "表里分不出是哪一种财政拨款，来源留空，请补上"


class Part(NamedTuple):
    """A part of an appropriation: of which fund, how much; None where that is not told."""

    fund: FundSource | None
    amount: Money


def income_lines(book: StatedBook) -> Iterator[Wanted]:
    """A line for each code and source; by source alone where no table goes by code."""
    if "SR" not in book.tables:
        yield from _by_source(book)
        return
    for code in book.leaves("SR"):
        whole = book.at("SR", code, _APPROPRIATED)
        if whole:
            for part in _parts(book, code, whole.amount):
                source = APPROPRIATION_INCOME[part.fund] if part.fund else None
                yield _line(code, source, part.amount, whole)
        for column, source in _COLUMNS.items():
            stated = book.at("SR", code, column)
            if stated:
                yield _line(code, source, stated.amount, stated)


def _line(code: str, source: IncomeSource | None, amount: Money, origin: Stated) -> Wanted:
    what = f"收入决算数：{code} {source or '财政拨款收入'}"
    note = "" if source else UNTOLD
    return Wanted(IncomeLine(code, source, amount), origin, what, note)


def _by_source(book: StatedBook) -> Iterator[Wanted]:
    """From ZB, or from CZ, which has the appropriations alone."""
    rows = {
        "ZB": {str(source): source for source in IncomeSource},
        "CZ": {str(fund): source for fund, source in APPROPRIATION_INCOME.items()},
    }
    table = next((id_ for id_ in rows if id_ in book.tables), None)
    for row, source in rows.get(table or "", {}).items():
        stated = book.at(table or "", INCOME + row, AMOUNT.key)
        if stated and stated.amount:
            line = IncomeLine(source=source, final=stated.amount)
            note = "表里没有分科目，科目留空，请补上"
            yield Wanted(line, stated, f"收入决算数：{source}", note)


def _parts(book: StatedBook, code: str, whole: Money) -> Iterator[Part]:
    """What of an appropriation each fund gave."""
    in_all = [Part(fund, amount) for fund in APPROPRIATION if (amount := _received(book, fund))]
    if whole and added(part.amount for part in in_all) == whole:  # all of it is at this code
        yield from in_all
        return
    rest = whole
    for fund in OF_FUND:
        given = _given(book, fund, code)
        if given:
            yield Part(fund, given)
            rest -= given
    if rest or rest == whole:
        yield Part(_of_the_rest(book), rest)


def told_income(book: StatedBook) -> frozenset[FundSource]:
    """The funds whose income is told by code, or that had none."""
    return frozenset(fund for fund in OF_FUND if _given(book, fund, TOTAL) is not None)


def _given(book: StatedBook, fund: FundSource, code: str) -> Money | None:
    """What a fund gave by its own table, or all that it paid; None where that is not told."""
    if OF_FUND[fund] in book.tables:
        return book.amount(OF_FUND[fund], code, "本年收入")
    received = _received(book, fund)
    if fund is CAPITAL and received and book.amount(SPENT, TOTAL, TOTAL) == received:
        return book.amount(SPENT, code, TOTAL)
    if fund is CAPITAL and received and book.amount("SR", CLASS, _APPROPRIATED) == received:
        return book.amount("SR", code, _APPROPRIATED) if code.startswith(CLASS) else Money()
    return None if received else Money()


def _of_the_rest(book: StatedBook) -> FundSource | None:
    """The fund of what no table of a fund names: the general budget, or the only one there is."""
    untold = [fund for fund in OF_FUND if _given(book, fund, TOTAL) is None]
    if not untold:
        return GENERAL
    gave = [fund for fund in (GENERAL, *untold) if _received(book, fund)]
    return gave[0] if len(gave) == 1 else None


def _received(book: StatedBook, fund: FundSource) -> Money:
    """What a fund gave in all, as the tables of totals say it."""
    in_all = book.amount("ZB", INCOME + APPROPRIATION_INCOME[fund], AMOUNT.key)
    return in_all or book.amount("CZ", INCOME + fund, AMOUNT.key)
