"""What was spent by functional and economic code at once, out of the detail tables CZMX and YBMX.

They say neither nature nor project: a line is split where its code has only one of each, or where
基本支出决算表 leaves one answer. Parts that do not add up to the fen are no split.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from jsxh_desktop.app.imports.stated_book import Stated, StatedBook, leaves
from jsxh_desktop.domain.expenditure import ExpenditureLine
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.money import Money, added
from jsxh_desktop.domain.terms import APPROPRIATION, ExpenditureKind, FundSource
from jsxh_desktop.tables.basic_expenditure import FINAL
from jsxh_desktop.tables.figure_table import TOTAL

GENERAL = APPROPRIATION[0]
BASIC, PROJECT = ExpenditureKind.BASIC, ExpenditureKind.PROJECT
OF_ALL, OF_GENERAL = "CZMX", "YBMX"


class Piece(NamedTuple):
    """What of an amount was spent at one economic code, and the cell that says so."""

    economic: str
    amount: Money
    origin: Stated


class Portion(NamedTuple):
    """An amount that may be split: at which code, of which nature, out of which fund."""

    code: str
    kind: ExpenditureKind
    fund: FundSource | None
    amount: Money


Pieces = tuple[Piece, ...]
Splits = Callable[[Portion], Pieces]
"""How an amount is split; into nothing where that is not told, or not wanted."""


def splits(book: StatedBook, filing: Filing, portions: list[Portion]) -> Splits:
    """Of all the amounts there are, how each is split.

    Amounts that are filled in without economic code stay whole, as the second cut would double.
    """
    found = {portion: _whole(book, portion) for portion in portions}
    found |= dict(_by_basic(book, found))
    return lambda portion: () if _is_apart(filing, portion) else found.get(portion, ())


def _is_apart(filing: Filing, portion: Portion) -> bool:
    """Whether the unit enters this money by function and by economic code in two lists."""
    basic = portion.kind is BASIC and portion.fund is GENERAL
    for line in filing.expenditure:
        if (line.kind, line.fund) == (portion.kind, portion.fund):
            if not line.economic and line.functional == portion.code:
                return True
            if basic and not line.functional:
                return True
    return False


def _whole(book: StatedBook, portion: Portion) -> Pieces:
    """All that was spent at the code, where it is all of this nature."""
    pieces = _pieces(book, portion.code, portion.fund)
    return pieces if added(piece.amount for piece in pieces) == portion.amount else ()


def _pieces(book: StatedBook, code: str, fund: FundSource | None) -> Pieces:
    """What a fund spent at a code; the funds are what the general budget leaves of all."""
    if fund is GENERAL:
        return tuple(_told(book, OF_GENERAL, code))
    if fund not in APPROPRIATION or OF_GENERAL not in book.tables:
        return ()
    general = {piece.economic: piece.amount for piece in _told(book, OF_GENERAL, code)}
    rest = (
        piece._replace(amount=piece.amount - general.get(piece.economic, Money()))
        for piece in _told(book, OF_ALL, code)
    )
    return tuple(piece for piece in rest if piece.amount)


def _told(book: StatedBook, table: str, code: str) -> Iterator[Piece]:
    """Every 款, or a 类 that has none; nothing where a part of the row has no economic code."""
    if table not in book.tables:
        return
    pieces = []
    for economic in leaves(book.columns(table, code)):
        stated = book.at(table, code, economic)
        if stated and stated.amount:
            pieces.append(Piece(economic, stated.amount, stated))
    if added(piece.amount for piece in pieces) == book.amount(table, code, TOTAL):
        yield from pieces


def _by_basic(
    book: StatedBook, found: Mapping[Portion, Pieces]
) -> Iterator[tuple[Portion, Pieces]]:
    """The one code with both natures: 基本支出决算表 less all other codes is its 基本支出."""
    mixed = [p for p, pieces in found.items() if p.amount and p.fund is GENERAL and not pieces]
    basic = [portion for portion in mixed if portion.kind is BASIC]
    if len(basic) != 1:
        return
    (portion,) = basic
    others = {
        economic: added(
            piece.amount
            for other, pieces in found.items()
            if (other.kind, other.fund) == (BASIC, GENERAL)
            for piece in pieces
            if piece.economic == economic
        )
        for economic in book.leaves("YBJB")
    }
    both = _pieces(book, portion.code, GENERAL)
    own = {e: book.amount("YBJB", e, FINAL.key) - other for e, other in others.items()}
    first = tuple(p._replace(amount=own.get(p.economic, Money())) for p in both)
    if added(own.values()) != portion.amount or added(p.amount for p in first) != portion.amount:
        return
    rest = tuple(p._replace(amount=p.amount - f.amount) for p, f in zip(both, first, strict=True))
    project = portion._replace(kind=PROJECT, amount=added(piece.amount for piece in rest))
    if project in found:
        yield portion, _some(first)
        yield project, _some(rest)


def _some(pieces: Pieces) -> Pieces:
    return tuple(piece for piece in pieces if piece.amount)


def is_basic(line: ExpenditureLine) -> bool:
    """Whether a line is in the cut by economic code of 基本支出决算表."""
    return bool(line.economic) and line.fund is GENERAL and line.kind is BASIC
