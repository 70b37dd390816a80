"""The figures of the public tables twice: as an official table states them, as the entries add up.

A figure that counts is the stated one, else the one worked out. Amounts count in whole fen; what is
known to 0.01万元 is widened only where figures differ, by `exactness`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from operator import is_
from typing import Any

from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.money import Money
from jsxh_desktop.domain.once import once
from jsxh_desktop.domain.pack import Pack
from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.stated import NotStated
from jsxh_desktop.domain.stated_figure import StatedFigure
from jsxh_desktop.domain.terms import Precision
from jsxh_desktop.rules import exactness
from jsxh_desktop.rules.exactness import Fit, Known
from jsxh_desktop.rules.tables.behind import Cell, Typed, behind
from jsxh_desktop.tables.figure_table import TOTAL, UNCODED, FigureTable
from jsxh_desktop.tables.public import figure_tables
from jsxh_desktop.tables.two_sides import EXPENDITURE

DETAILS = ("CZMX", "YBMX")
WHOLES = {"ZB": "支出/本年支出合计", "CZ": "支出/本年支出合计", "YBJB": "人员经费合计"}
"""The row that is known once the others of its table are, where that is not 合计."""

NOT_CUT = "支出的经济分类明细"
MOST_EXPLAINED = 200
"""Where more cells are off, a table is another unit's or another year's; nothing explains that."""


@dataclass(frozen=True)
class Ledger:
    """Every cell of the public tables of a filing; NotStated where it is not known."""

    filing: Filing
    tables: Mapping[str, FigureTable]
    told: dict[str, tuple[Any, ...]] = field(default_factory=dict, compare=False, repr=False)
    """What the rules made of equations said of it, by their ids."""
    _typed: dict[Cell, tuple[Typed, ...]] = field(default_factory=dict, compare=False, repr=False)

    @cached_property
    def stated(self) -> Mapping[Cell, StatedFigure]:
        """What official tables state, the first one where a cell is stated twice."""
        found: dict[Cell, StatedFigure] = {}
        for each in self.filing.stated_figures:
            if each.amount is not None and each.table in self.tables:
                found.setdefault((each.table, each.row, each.column), each)
        return found

    @cached_property
    def _amounts(self) -> Mapping[Cell, Money]:
        return {cell: figure.amount or Money() for cell, figure in self.stated.items()}

    @cached_property
    def stated_keys(self) -> Mapping[str, tuple[frozenset[str], frozenset[str]]]:
        """The rows and the columns of each table of which anything but zero is stated."""
        rows: dict[str, set[str]] = {}
        columns: dict[str, set[str]] = {}
        for (table, row, column), amount in self._amounts.items():
            if amount:
                rows.setdefault(table, set()).add(row)
                columns.setdefault(table, set()).add(column)
        return {table: (frozenset(rows[table]), frozenset(columns[table])) for table in rows}

    @cached_property
    def shape(self) -> tuple[object, ...]:
        """Its rows, its columns and what is stated, but no amount: what equations are made of."""
        each = self.tables.values()
        made = (part for table in each for part in (table.rows, table.columns))
        return (self.filing.precision, self.filing.stated_figures, *made)

    @cached_property
    def sure(self) -> Mapping[Cell, Money]:
        """What the entries add up to where everything is known, as nearly everywhere."""
        found: dict[Cell, Money] = {}
        for table in self.tables.values():
            found |= _sure(table)
        return found

    def worked_out(self, cell: Cell) -> Money:
        """What the entries add up to; KeyError for a cell no filing can have."""
        if cell in self.sure:
            return self.sure[cell]
        table = self.tables[cell[0]]
        found = table.cells.get(cell[1:])
        if found is None:
            found = self._nothing(table, cell)
        if isinstance(found, NotStated):
            raise NotStated(found.label)
        if cell[0] in DETAILS and cell[2].isdigit() and cell[1] in _uncut(table):
            raise NotStated(NOT_CUT)
        return found

    def _nothing(self, table: FigureTable, cell: Cell) -> Money | NotStated:
        """The zero of a code nothing is booked at, as far as its table is known."""
        _, row, column = cell
        by_code = table.id in DETAILS and column.isdigit()
        code = row.removeprefix(EXPENDITURE).partition("/")[0]
        if not (code.isdigit() or code in {TOTAL, UNCODED}):
            raise KeyError(cell)
        whole = table.cells[WHOLES.get(table.id, TOTAL), TOTAL if by_code else column]
        return Money() if isinstance(whole, Money) else whole

    def amount(self, cell: Cell) -> Money:
        """The figure that counts."""
        found = self._amounts.get(cell)
        return self.worked_out(cell) if found is None else found

    def known(self, cell: Cell) -> Known:
        """The figure that counts, with what it is known to."""
        found = self.stated.get(cell)
        return stated_known(found) if found else self.worked_out_known(cell)

    def worked_out_known(self, cell: Cell) -> Known:
        """What the entries add up to, each known to what the filing says."""
        worked_out = self.worked_out(cell)
        if self.filing.precision is Precision.FEN:
            return exactness.exact(worked_out)
        return self.sum_of(self.typed(cell))

    def typed(self, cell: Cell) -> tuple[Typed, ...]:
        """The entries a cell adds up; none for a cell there is not."""
        if cell not in self._typed:
            self._typed[cell] = behind(self.filing, cell)
        return self._typed[cell]

    def sum_of(self, typed: Iterable[Typed]) -> Known:
        """What was typed, each known to what the filing says."""
        return exactness.entered([each.amount for each in typed], self.filing.precision)

    def places(self, cell: Cell) -> tuple[Place, ...]:
        """The stated figure, then the entries its cell adds up."""
        found = self.stated.get(cell)
        stated = (Place(StatedFigure.amount, found.id),) if found else ()
        return (*stated, *(each.place for each in self.typed(cell)))

    @cached_property
    def off(self) -> Mapping[Cell, Known]:
        """Stated cells that are not what the entries add up to, with the difference."""
        return {
            cell: stated_known(figure) - self.worked_out_known(cell)
            for cell, figure in self.stated.items()
            if self._is_off(cell, figure)
        }

    def _is_off(self, cell: Cell, figure: StatedFigure) -> bool:
        try:
            if figure.amount == self.worked_out(cell):
                return False
            fit = exactness.fit(stated_known(figure), self.worked_out_known(cell))
        except (NotStated, KeyError):
            return False
        return fit is Fit.IMPOSSIBLE

    @cached_property
    def roots(self) -> Mapping[Cell, tuple[Cell, ...]]:
        """For each cell that is off the smallest ones that explain it, itself where none does.

        A changed line puts off its 项, its 款, its 类 and every total above: the 项 explains them.
        """
        if len(self.off) > MOST_EXPLAINED:
            return {cell: (cell,) for cell in self.off}
        entries = {cell: self._entries(cell) for cell in self.off}
        found: dict[Cell, tuple[Cell, ...]] = {}
        least: list[Cell] = []
        for cell in sorted(self.off, key=lambda each: len(entries[each])):
            apart: list[Cell] = []
            for root in least:
                below = entries[root] <= entries[cell]
                if below and all(entries[root].isdisjoint(entries[x]) for x in apart):
                    apart.append(root)
            explained = exactness.sum_of(self.off[root] for root in apart)
            if apart and exactness.meet(explained, self.off[cell]):
                found[cell] = tuple(apart)
            else:
                found[cell] = (cell,)
                least.append(cell)
        return found

    @cached_property
    def doubtful(self) -> frozenset[object]:
        """The keys of the entries that an official table says otherwise."""
        roots = {root for found in self.roots.values() for root in found}
        return frozenset().union(*(self._entries(root) for root in roots))

    def _entries(self, cell: Cell) -> frozenset[object]:
        """What a cell adds up; where nothing is booked at its code, the code in place of it."""
        typed = frozenset(each.key for each in self.typed(cell))
        return typed or frozenset({cell[1]})


@once
def _sure(table: FigureTable) -> dict[Cell, Money]:
    uncut = _uncut(table) if table.id in DETAILS else ()
    return {
        (table.id, row, column): amount
        for (row, column), amount in table.cells.items()
        if isinstance(amount, Money) and not (row in uncut and column.isdigit())
    }


def _uncut(table: FigureTable) -> frozenset[str]:
    """The rows of which not all is booked by economic code."""
    cells = table.cells.items()
    return frozenset(row for (row, x), amount in cells if x == UNCODED and amount != Money())


OTHERS = "precision", "stated_figures"
"""What of a filing a ledger holds besides its tables."""

_last: list[tuple[tuple[Any, ...], Ledger]] = []


def ledger_of(filing: Filing, pack: Pack) -> Ledger:
    """Made once for all filings that have the very same amounts, one after the other."""
    tables = figure_tables(filing, pack)
    of = (tables, *(getattr(filing, name) for name in OTHERS))
    if not _last or not all(map(is_, of, _last[0][0])):
        _last[:] = [(of, Ledger(filing, tables))]
    return _last[0][1]


def stated_known(figure: StatedFigure) -> Known:
    """What an official table states, with what it is known to."""
    return exactness.as_known(figure.amount or Money(), _precision(figure))


def _precision(figure: StatedFigure) -> Precision:
    """What a stated figure is known to; unsaid, a figure without a smaller place is as printed."""
    if figure.precision is not None:
        return figure.precision
    whole = figure.amount is None or figure.amount.fen % exactness.HUNDREDTH_WAN == 0
    return Precision.HUNDREDTH_WAN if whole else Precision.FEN
