"""What makes a grid of a list of the filing: its records, columns, bands and totals; data."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Any

from jsxh_desktop.app.grid_layout import Column, TotalLine
from jsxh_desktop.app.offer import Offer
from jsxh_desktop.domain.entry import Entry
from jsxh_desktop.domain.filing import Filing


def _no_totals(_filing: Filing, _unit: str) -> tuple[TotalLine, ...]:
    return ()


def _nothing_beside(_filing: Filing, _record: Any) -> Hashable:
    return None


def _nothing_known(_filing: Filing, _record: Any, _unit: str) -> str:
    return ""


def as_typed(_entry: Entry[Any], typed: str) -> str:
    """The text of an entry where nothing else is understood of it."""
    return typed


@dataclass(frozen=True, eq=False)
class Bands:
    """Records in groups, each below a line of its own.

    `group` is what a record belongs to, "" for none yet; groups stand in the order of their names.
    `cells` words the line of one group, given its records.
    """

    group: Callable[[Any], str]
    cells: Callable[[Filing, str, Sequence[Any], str], tuple[str, ...]]


@dataclass(frozen=True, eq=False)
class ListLayout:
    """`records` are shown in their order; one of id 0 is offered and added when typed into.

    `fresh` makes what a new row starts from; without it no row is added or deleted. `named` is how
    a record is called in the title of a step, `known` what is known of it. `beside` is what the
    cells show besides the record, the codes and the projects, such as last year's figure: while it
    is the same, a record that did not change is not worded again. `offers` are what F4 offers for
    an entry of a record where the grid does not know it itself, `understood` is the text an entry
    gets for what was typed.
    """

    entity: type[Any]
    columns: tuple[Column, ...]
    records: Callable[[Filing], Sequence[Any]]
    named: Callable[[Filing, Any], str]
    fresh: Callable[[Filing], Any] | None = None
    totals: Callable[[Filing, str], tuple[TotalLine, ...]] = _no_totals
    known: Callable[[Filing, Any, str], str] = _nothing_known
    beside: Callable[[Filing, Any], Hashable] = _nothing_beside
    bands: Bands | None = None
    offers: Callable[[Filing, Any, Entry[Any]], Sequence[Offer]] | None = None
    understood: Callable[[Entry[Any], str], str] = as_typed
