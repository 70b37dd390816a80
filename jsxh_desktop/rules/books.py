"""The ledger of a filing, taken again while nothing it holds has changed."""

from __future__ import annotations

from operator import is_
from typing import Any

from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.pack import Pack
from jsxh_desktop.rules.tables.ledger import Ledger
from jsxh_desktop.tables.public import figure_tables

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
