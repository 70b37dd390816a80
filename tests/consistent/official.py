"""The public tables of a filing as an official system states them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from jsxh_desktop.domain.code import ancestors
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.money import Money, added
from jsxh_desktop.domain.pack import Pack
from jsxh_desktop.domain.rounding import half_up
from jsxh_desktop.domain.stated_figure import StatedFigure
from jsxh_desktop.domain.terms import FundSource, Precision
from jsxh_desktop.tables.public import figure_tables
from tests.consistent.draw import Draw
from tests.consistent.flows import Flow

HUNDREDTH = 10_000
ROLLING = {"JJ": FundSource.GOVERNMENT_FUNDS, "GZ": FundSource.STATE_CAPITAL}
Cell = tuple[str, str, str]


def stated(
    draw: Draw, filing: Filing, pack: Pack, moved: Sequence[Flow]
) -> tuple[StatedFigure, ...]:
    """All tables or some of them, in fen or rounded to 0.01万元; the tables of funds by 项 too."""
    if draw.chance(0.25):
        return ()
    in_fen = draw.chance(0.4)
    precision = Precision.FEN if in_fen else Precision.HUNDREDTH_WAN
    cells = {**_worked_out(filing, pack), **dict(_rolled(moved))}
    tables = {cell[0] for cell in cells}
    kept = tables if draw.chance(0.7) else {*draw.some(sorted(tables), 3, 9)}
    said = None if not in_fen and draw.chance(0.2) else precision
    return tuple(
        StatedFigure(*cell, amount if in_fen else rounded(amount), said, f"{cell[0]}.xlsx", id=key)
        for key, (cell, amount) in enumerate(cells.items(), 1)
        if cell[0] in kept
    )


def rounded(amount: Money) -> Money:
    """The amount as 万元 with two decimals."""
    return Money(int(half_up(Fraction(amount.fen, HUNDREDTH), 0)) * HUNDREDTH)


def _worked_out(filing: Filing, pack: Pack) -> Mapping[Cell, Money]:
    return {
        (table.id, *cell): amount
        for table in figure_tables(filing, pack).values()
        for cell, amount in table.cells.items()
        if isinstance(amount, Money)
    }


def _rolled(moved: Sequence[Flow]) -> Iterator[tuple[Cell, Money]]:
    """What was carried over by code, which the unit itself does not enter."""
    for table, fund in ROLLING.items():
        own = [flow for flow in moved if flow.fund is fund]
        for code in {above for flow in own for above in ancestors(flow.functional)}:
            under = [flow for flow in own if flow.functional.startswith(code)]
            yield (table, code, "年初结转和结余"), added(flow.opening for flow in under)
            yield (table, code, "年末结转和结余"), added(flow.closing for flow in under)
