"""The public tables (公开表) of a filing as blocks, in the pack's order."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.pack import Pack, PublicTable
from jsxh_desktop.narrative.block import Table
from jsxh_desktop.reports.tables import (
    basic_expenditure,
    by_function,
    detail,
    three_public,
    two_sides,
)
from jsxh_desktop.tables.figure_table import FigureTable
from jsxh_desktop.tables.public import figure_table

Layout = Callable[[FigureTable, Filing, Pack, PublicTable], Table | tuple[Table, ...]]

LAYOUTS: Mapping[str, Layout] = MappingProxyType(
    {
        "ZB": two_sides.grand_totals,
        "SR": by_function.income,
        "ZC": by_function.expenditure,
        "CZ": two_sides.appropriation_totals,
        "CZMX": detail.detail,
        "YB": by_function.spent_of_fund,
        "YBMX": detail.detail,
        "YBJB": basic_expenditure.basic_expenditure,
        "YBXM": by_function.projects,
        "SG": three_public.three_public,
        "JJ": by_function.flow_of_fund,
        "JJSG": three_public.three_public,
        "GZ": by_function.flow_of_fund,
        "GZZC": by_function.spent_of_fund,
    }
)
"""What lays out the figures of each table a pack may list, by its internal id."""


def public_tables(filing: Filing, pack: Pack) -> tuple[Table, ...]:
    """Every table of the pack; what is not stated is a gap, never an error and never a zero.

    A wide table may come as several blocks. Raises KeyError for an id no layout is known for.
    """
    return tuple(made for table in pack.tables for made in public_table(filing, pack, table.id))


def public_table(filing: Filing, pack: Pack, table_id: str) -> tuple[Table, ...]:
    """One table of the pack by its internal id; KeyError where the pack does not list it."""
    for table in pack.tables:
        if table.id == table_id:
            figures = figure_table(table_id, filing, pack)
            made = LAYOUTS[table_id](figures, filing, pack, table)
            return (made,) if isinstance(made, Table) else made
    raise KeyError(table_id)
