"""Expenditure lines out of the tables by functional code and of 基本支出决算表."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from jsxh_desktop.app.imports.detail_lines import Pieces, Portion, Splits, is_basic, splits
from jsxh_desktop.app.imports.source import plain
from jsxh_desktop.app.imports.stated_book import Stated, StatedBook
from jsxh_desktop.app.imports.wanted import Wanted
from jsxh_desktop.domain.code import ancestors
from jsxh_desktop.domain.expenditure import ExpenditureLine
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.money import FEN_IN, Money, added
from jsxh_desktop.domain.terms import APPROPRIATION, ExpenditureKind, FundSource, Precision
from jsxh_desktop.tables.basic_expenditure import FINAL
from jsxh_desktop.tables.project_expenditure import AMOUNT, UNNAMED
from jsxh_desktop.tables.two_sides import EXPENDITURE

GENERAL, FUNDS, CAPITAL = APPROPRIATION
BASIC, PROJECT = ExpenditureKind.BASIC, ExpenditureKind.PROJECT
TABLES = {GENERAL: ("YB",), FUNDS: ("JJ",), CAPITAL: ("GZZC", "GZ")}
"""The tables that say what was spent out of a fund by functional code, the first one there is."""

LEAST = Money(FEN_IN["万元"] // 100)
OTHER_MONEY = "表里只知道不是财政拨款，先记作其他资金，请核对"
UNTOLD = "表里没有资金来源，来源留空，请补上"
Projects = Mapping[str, int]
"""The projects there are, by name."""


class Part(NamedTuple):
    """What of an amount one fund paid, None where that is not told, and where it says so."""

    fund: FundSource | None
    amount: Money
    origin: Stated
    note: str = ""


def functional_lines(book: StatedBook, filing: Filing) -> Iterator[Wanted]:
    """A line for each code, nature, fund and, where tables tell, project and economic code."""
    projects = {plain(p.name): p.id for p in filing.projects if p.name}
    parts = [(code, kind, part) for code, kind in _cells(book) for part in _parts(book, code, kind)]
    split = splits(book, filing, [Portion(c, k, p.fund, p.amount) for c, k, p in parts])
    for code, kind, part in parts:
        for wanted in _by_project(book, code, kind, part, projects):
            yield from _by_economic(wanted, part, split)


def economic_lines(
    book: StatedBook, spent: Sequence[Wanted], held: Sequence[ExpenditureLine]
) -> Iterator[Wanted]:
    """The cut by economic code: every 款, or a 类 that has none below it.

    It is set against the lines that are `held`; where there are none yet, it is what the lines by
    function leave that have an economic code themselves.
    """
    records: list[ExpenditureLine] = [each.record for each in spent]
    coded = [line for line in records if is_basic(line)]
    whole = any((x.kind, x.fund, x.economic) == (BASIC, GENERAL, "") for x in records)
    filled = {line.economic for line in held}
    for code in book.leaves("YBJB"):
        stated = book.at("YBJB", code, FINAL.key)
        own = [line.final or Money() for line in coded if line.economic == code]
        if stated is None or (own and (not whole or _agree(own, stated))):
            continue
        rest = stated.amount if code in filled else stated.amount - added(own)
        line = ExpenditureLine(economic=code, kind=BASIC, fund=GENERAL, final=rest)
        yield Wanted(line, stated, f"支出决算数：经济分类{code} 基本支出")


def _agree(parts: Sequence[Money], stated: Stated) -> bool:
    """Whether parts make up an amount, each of them rounded if that is."""
    off = abs(added(parts) - stated.amount)
    exact = stated.precision is Precision.FEN
    return not off if exact else off.fen <= LEAST.fen * len(parts)


def _by_economic(wanted: Wanted, part: Part, split: Splits) -> Iterator[Wanted]:
    """A line for each economic code, where all of a part is in one line and they are told."""
    line: ExpenditureLine = wanted.record
    pieces: Pieces = ()
    if line.kind and line.final == part.amount:
        pieces = split(Portion(line.functional, line.kind, part.fund, part.amount))
    for piece in pieces:
        made = dataclasses.replace(line, economic=piece.economic, final=piece.amount)
        yield wanted._replace(
            record=made, origin=piece.origin, what=f"{wanted.what} {piece.economic}"
        )
    if not pieces:
        yield wanted


def _cells(book: StatedBook) -> Iterator[tuple[str, ExpenditureKind]]:
    """Every code without one below it, in ZC or else in the tables of the funds, by nature."""
    tables = [t for t in ("ZC",) if t in book.tables] or _fund_tables(book)
    codes = dict.fromkeys(code for table in tables for code in book.leaves(table))
    for code in sorted(codes):
        for kind in ExpenditureKind:
            if any(book.at(table, code, kind) for table in tables):
                yield code, kind


def _fund_tables(book: StatedBook) -> list[str]:
    found = (next((t for t in ts if t in book.tables), None) for ts in TABLES.values())
    return [table for table in found if table]


def told(book: StatedBook) -> frozenset[FundSource]:
    """The funds whose own tables are there."""
    return frozenset(fund for fund, tables in TABLES.items() if book.tables & {*tables})


def _parts(book: StatedBook, code: str, kind: ExpenditureKind) -> Iterator[Part]:
    whole = book.at("ZC", code, kind)
    parts = [*_of_funds(book, code, kind)]
    yield from parts
    if whole is None:
        return
    rest = whole.amount - added(part.amount for part in parts)
    if parts and (not rest or (len(parts) > 1 and _is_rounding(rest, whole))):
        return
    if "YB" in book.tables:
        if rest:
            yield _beyond(book, code, kind, rest, whole)
    else:
        yield _untold(book, code, rest, whole)


def _of_funds(book: StatedBook, code: str, kind: ExpenditureKind) -> Iterator[Part]:
    for fund, tables in TABLES.items():
        table = next((id_ for id_ in tables if id_ in book.tables), None)
        stated = book.at(table, code, kind) if table else None
        if stated:
            yield Part(fund, stated.amount, stated)


def _beyond(book: StatedBook, code: str, kind: ExpenditureKind, rest: Money, whole: Stated) -> Part:
    """What no table of a fund names: of the general budget where that goes less far down."""
    for above in ancestors(code)[:-1]:
        upper = book.at("YB", above, kind)
        deeper = any(c != above and c.startswith(above) for c in book.rows("YB"))
        if upper and not deeper and upper.amount == book.amount("ZC", above, kind):
            return Part(GENERAL, rest, whole)
    return Part(FundSource.OTHER, rest, whole, OTHER_MONEY)


def _untold(book: StatedBook, code: str, rest: Money, whole: Stated) -> Part:
    """Of the one fund that CZ says all of the 类 was paid from, if there is only one."""
    row = EXPENDITURE + code[:3]
    paid = [fund for fund in APPROPRIATION if book.amount("CZ", row, fund)]
    in_all = book.amount("ZC", code[:3], "本年支出合计")
    if len(paid) == 1 and book.amount("CZ", row, paid[0]) == in_all:
        return Part(paid[0], rest, whole)
    return Part(None, rest, whole, UNTOLD)


def _is_rounding(rest: Money, whole: Stated) -> bool:
    """Whether parts that were rounded one by one may differ so much from their sum."""
    return whole.precision is Precision.HUNDREDTH_WAN and abs(rest) <= LEAST


def _by_project(
    book: StatedBook, code: str, kind: ExpenditureKind, part: Part, projects: Projects
) -> Iterator[Wanted]:
    named = [*_named(book, code)] if (part.fund, kind) == (GENERAL, PROJECT) else []
    if not named or added(stated.amount for _, stated in named) != part.amount:
        yield _line(code, kind, part, part.origin)
        return
    for name, stated in named:
        own = part._replace(amount=stated.amount)
        if name == UNNAMED:
            yield _line(code, kind, own, stated)
        elif plain(name) in projects:
            yield _line(code, kind, own, stated, project=projects[plain(name)], name=name)
        else:
            yield _line(code, kind, own, stated, name=name, under=name)


def _named(book: StatedBook, code: str) -> Iterator[tuple[str, Stated]]:
    """The projects a table names below a code, with their amounts."""
    for row in book.rows("YBXM"):
        above, _, name = row.partition("/")
        stated = book.at("YBXM", row, AMOUNT.key)
        if above == code and name and stated:
            yield name, stated


def _line(
    code: str,
    kind: ExpenditureKind,
    part: Part,
    origin: Stated,
    *,
    project: int | None = None,
    name: str = "",
    under: str = "",
) -> Wanted:
    line = ExpenditureLine(
        functional=code, kind=kind, fund=part.fund, project=project, final=part.amount
    )
    said = " ".join(filter(None, (code, kind, str(part.fund or ""), name)))
    return Wanted(line, origin, f"支出决算数：{said}", part.note, under)
