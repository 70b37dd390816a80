"""Every public table worked out of a filing, by its internal id."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from operator import is_
from types import MappingProxyType
from typing import Any

from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.pack import Pack
from jsxh_desktop.tables import (
    basic_expenditure,
    by_function,
    detail,
    funds,
    project_expenditure,
    three_public,
    two_sides,
)
from jsxh_desktop.tables.figure_table import FigureTable

FIGURES: Mapping[str, Callable[[Filing, Pack], FigureTable]] = MappingProxyType(
    {
        "ZB": two_sides.grand_totals,
        "SR": by_function.income,
        "ZC": by_function.expenditure,
        "CZ": two_sides.appropriation_totals,
        "CZMX": detail.appropriation,
        "YB": by_function.general_budget,
        "YBMX": detail.general_budget,
        "YBJB": basic_expenditure.basic_expenditure,
        "YBXM": project_expenditure.project_expenditure,
        "SG": three_public.three_public,
        "JJ": funds.government_funds,
        "JJSG": three_public.of_government_funds,
        "GZ": funds.state_capital,
        "GZZC": by_function.state_capital,
    }
)
"""What works out each table, by its internal id, in the order they are published."""

ADDED_UP = (
    *("year", "income", "expenditure", "carryover", "three_public", "projects"),
    *("local_codes", "functional_codes", "economic_codes"),
)
"""What of a filing they are made of."""


class _Made:
    """The tables of filings with the very same amounts, each made when it is first asked for."""

    def __init__(self, filing: Filing, pack: Pack, former: dict[str, FigureTable]) -> None:
        self.of = _added_up(filing, pack)
        self._filing, self._pack, self._former = filing, pack, former
        self._tables: dict[str, FigureTable] = {}

    def table(self, id_: str) -> FigureTable:
        if id_ not in self._tables:
            made = FIGURES[id_](self._filing, self._pack)
            self._tables[id_] = _as_it_was(made, self._former.get(id_))
        return self._tables[id_]

    @cached_property
    def all(self) -> Mapping[str, FigureTable]:
        return MappingProxyType({id_: self.table(id_) for id_ in FIGURES})

    def with_former(self) -> dict[str, FigureTable]:
        return self._former | self._tables


_last: list[_Made] = []


def figure_tables(filing: Filing, pack: Pack) -> Mapping[str, FigureTable]:
    """All fourteen, whether or not the pack prints them.

    The very same for filings that have the very same amounts, one after the other; and what of a
    table comes out as it was is the very same: all of it, its rows, its columns.
    """
    return _made(filing, pack).all


def figure_table(id_: str, filing: Filing, pack: Pack) -> FigureTable:
    """One of them, as `figure_tables` has it; KeyError for an id there is not."""
    return _made(filing, pack).table(id_)


def _made(filing: Filing, pack: Pack) -> _Made:
    last = _last[0] if _last else None
    if last and all(map(is_, _added_up(filing, pack), last.of)):
        return last
    made = _Made(filing, pack, last.with_former() if last else {})
    _last[:] = [made]
    return made


def _added_up(filing: Filing, pack: Pack) -> tuple[Any, ...]:
    return (pack, *(getattr(filing, name) for name in ADDED_UP))


def _as_it_was(made: FigureTable, last: FigureTable | None) -> FigureTable:
    if last is None or made == last:
        return last or made
    rows = last.rows if made.rows == last.rows else made.rows
    columns = last.columns if made.columns == last.columns else made.columns
    return FigureTable(made.id, rows, columns, made.cells)
