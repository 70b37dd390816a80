"""Every public table worked out of a filing, by its internal id."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

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


def figure_tables(filing: Filing, pack: Pack) -> Mapping[str, FigureTable]:
    """All fourteen, whether or not the pack prints them."""
    return {id_: make(filing, pack) for id_, make in FIGURES.items()}


def figure_table(id_: str, filing: Filing, pack: Pack) -> FigureTable:
    """One of them alone; KeyError for an id there is not."""
    return FIGURES[id_](filing, pack)
