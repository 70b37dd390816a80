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
    funds,
    project_expenditure,
    three_public,
    totals_table,
)

Builder = Callable[[Filing, Pack, PublicTable], tuple[Table, ...]]

BUILDERS: Mapping[str, Builder] = MappingProxyType(
    {
        "ZB": totals_table.grand_totals,
        "SR": by_function.income,
        "ZC": by_function.expenditure,
        "CZ": totals_table.appropriation_totals,
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
"""What builds each table a pack may list, by its internal id."""


def public_tables(filing: Filing, pack: Pack) -> tuple[Table, ...]:
    """Every table of the pack; what is not stated is a gap, never an error and never a zero.

    A wide table may come as several blocks. Raises KeyError for an id no builder is known for.
    """
    return tuple(made for table in pack.tables for made in public_table(filing, pack, table.id))


def public_table(filing: Filing, pack: Pack, table_id: str) -> tuple[Table, ...]:
    """One table of the pack by its internal id; KeyError where the pack does not list it."""
    for table in pack.tables:
        if table.id == table_id:
            return BUILDERS[table.id](filing, pack, table)
    raise KeyError(table_id)
