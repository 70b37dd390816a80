"""结转和结余 by fund source out of the two tables of totals."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from jsxh_desktop.app.imports.plan import State
from jsxh_desktop.app.imports.stated_book import Stated, StatedBook
from jsxh_desktop.app.imports.wanted import Step, Wanted, agrees, planned
from jsxh_desktop.domain.carryover import Carryover
from jsxh_desktop.domain.change import Added, Put
from jsxh_desktop.domain.entry import Entry
from jsxh_desktop.domain.money import FEN_IN, Money, added
from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.terms import APPROPRIATION, FundSource, Precision
from jsxh_desktop.tables.two_sides import AMOUNT, EXPENDITURE, INCOME

GENERAL = FundSource.GENERAL_PUBLIC_BUDGET
CARRIED_IN = f"{INCOME}年初财政拨款结转和结余"
CARRIED_OUT = f"{EXPENDITURE}年末财政拨款结转和结余"
OTHER_MONEY = "表里只知道不是财政拨款，先记作其他资金，请核对"
UNTOLD = "表里没有分资金来源，来源留空，请补上"
LEFT = Money((1 + len(APPROPRIATION)) * FEN_IN["万元"] // 200)
"""So far a sum and the appropriations in it may be off, each by half of 0.01万元."""
_WHERE = {
    Carryover.opening: f"{INCOME}年初结转和结余",
    Carryover.nonfiscal_used: f"{INCOME}使用非财政拨款结余",
    Carryover.distributed: f"{EXPENDITURE}结余分配",
    Carryover.closing: f"{EXPENDITURE}年末结转和结余",
}
"""The rows of ZB that say each amount of all funds together."""


class Given(NamedTuple):
    """An amount and the cell that says so, if it is one cell and not blank."""

    amount: Money
    origin: Stated | None = None


Amounts = Mapping[Entry[Money | None], Given]
Row = tuple[FundSource | None, Amounts, str]


def carryover_steps(book: StatedBook, records: Sequence[Carryover]) -> Iterator[Step]:
    """What becomes of each amount; a blank cell in a table of totals is nothing carried over."""
    for fund, amounts, note in _rows(book):
        held = [record for record in records if _is_of(record.fund, fund)]
        if fund is FundSource.OTHER and not held and _is_whole(book, records):
            continue
        if fund is GENERAL or held or any(given.amount for given in amounts.values()):
            yield from _steps(fund, amounts, note, held)


def _is_whole(book: StatedBook, records: Sequence[Carryover]) -> bool:
    """Whether the rows there are make up what is said of all: then rounding alone left a rest."""
    for entry, row in _WHERE.items():
        said = book.at("ZB", row, AMOUNT.key)
        amounts = [amount for record in records if (amount := entry.of(record)) is not None]
        if said and not agrees(added(amounts), said.amount, said.precision):
            return False
    return bool(records)


def _is_of(held: FundSource | None, fund: FundSource | None) -> bool:
    """No table tells the funds apart that are no appropriation, and one alone tells none."""
    if fund is FundSource.OTHER:
        return held is not None and held not in APPROPRIATION
    return fund is None or held is fund


def _rows(book: StatedBook) -> Iterator[Row]:
    if not {"ZB", "CZ"} & book.tables:
        return
    by_fund = [(fund, _of_fund(book, fund), "") for fund in APPROPRIATION]
    if "ZB" not in book.tables:
        yield from by_fund
        return
    whole = {entry: book.at("ZB", row, AMOUNT.key) for entry, row in _WHERE.items()}
    in_all = {e: Given(s.amount if s else Money(), s) for e, s in whole.items()}
    nothing = not any(given.amount for given in in_all.values())
    if "CZ" not in book.tables and not nothing:
        yield None, in_all, UNTOLD
        return
    yield from by_fund
    rest = {entry: _less(given, entry, by_fund) for entry, given in in_all.items()}
    yield FundSource.OTHER, rest, OTHER_MONEY


def _of_fund(book: StatedBook, fund: FundSource) -> Amounts:
    opening = book.at("CZ", f"{CARRIED_IN}/{fund}", AMOUNT.key)
    closing = book.at("CZ", CARRIED_OUT, fund)
    return {
        Carryover.opening: Given(opening.amount if opening else Money(), opening),
        Carryover.nonfiscal_used: Given(Money()),
        Carryover.distributed: Given(Money()),
        Carryover.closing: Given(closing.amount if closing else Money(), closing),
    }


def _less(given: Given, entry: Entry[Money | None], by_fund: Sequence[Row]) -> Given:
    """What is left of an amount of all funds without the appropriations."""
    return Given(given.amount - added(row[entry].amount for _, row, _ in by_fund), given.origin)


def _agrees(held: Money, given: Given, fund: FundSource | None) -> bool:
    """Whether they are the same as far as it is told; a rest of rounded sums is told less well."""
    if given.origin is None:
        return False
    if fund is FundSource.OTHER and given.origin.precision is Precision.HUNDREDTH_WAN:
        return abs(held - given.amount) <= LEFT
    return agrees(held, given.amount, given.origin.precision)


def _steps(
    fund: FundSource | None, amounts: Amounts, note: str, held: Sequence[Carryover]
) -> Iterator[Step]:
    record = Carryover(
        fund=fund,
        opening=amounts[Carryover.opening].amount,
        nonfiscal_used=amounts[Carryover.nonfiscal_used].amount,
        distributed=amounts[Carryover.distributed].amount,
        closing=amounts[Carryover.closing].amount,
    )
    addition = None if held else Added(record)
    for entry, given in amounts.items():
        filled = [amount for record in held if (amount := entry.of(record)) is not None]
        old = added(filled) if filled and len(filled) == len(held) else None
        agreed = old == given.amount or (old is not None and _agrees(old, given, fund))
        place = Place(entry, held[0].id) if held else None
        if given.origin is None:
            if old is None and len(held) == 1:
                yield Step(None, Put(entry, given.amount, held[0].id))
            continue
        wanted = Wanted(record, given.origin, f"{entry.label}：{fund or '未填资金来源'}", note)
        if agreed:
            yield Step(planned(wanted._replace(note=""), entry, State.SAME, old, old, place))
        elif len(held) > 1:
            several = wanted._replace(
                note=f"{fund or '结转和结余'}已填了{len(held)}行，不知道该改哪一行"
            )
            yield Step(planned(several, entry, State.UNREAD, None, given.amount, place))
        else:
            state = State.ADDED if old is None else State.CHANGED
            put = Put(entry, given.amount, held[0].id) if held else None
            yield Step(planned(wanted, entry, state, old, given.amount, place), put)
    if addition:
        yield Step(None, addition)
