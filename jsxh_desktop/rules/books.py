"""The tables worked out of a filing, taken again while nothing they add up has changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from operator import is_
from typing import Any

from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.pack import Pack
from jsxh_desktop.rules.tables.ledger import Ledger
from jsxh_desktop.tables.figure_table import FigureTable
from jsxh_desktop.tables.public import figure_tables

ADDED_UP = (
    *("year", "precision", "organization", "income", "expenditure", "carryover", "three_public"),
    *("projects", "local_codes", "functional_codes", "economic_codes", "stated_figures"),
)
"""What of a filing the tables and their ledger are made of."""


@dataclass(frozen=True, slots=True)
class Books:
    """The tables of a filing, and its ledger."""

    of: tuple[Any, ...]
    tables: Mapping[str, FigureTable]
    ledger: Ledger


_last: list[Books] = []


def books(filing: Filing, pack: Pack) -> Books:
    """Worked out once for all filings that have the very same amounts, one after the other."""
    of = (pack, *(getattr(filing, name) for name in ADDED_UP))
    if not _last or not all(map(is_, of, _last[0].of)):
        tables = figure_tables(filing, pack)
        _last[:] = [Books(of, tables, Ledger(filing, tables))]
    return _last[0]
