"""Texts that name a code or a project, read by the names a filing has."""

from __future__ import annotations

from typing import Any

from jsxh_desktop.app import reading
from jsxh_desktop.domain.entry import Entry, Kind
from jsxh_desktop.domain.filing import Filing

KINDS = {Kind.REFERENCE, Kind.FUNCTIONAL, Kind.ECONOMIC}


def read(filing: Filing, entry: Entry[Any], typed: str, unit: str) -> Any:
    """The value of a text, by the names of the filing where its kind has any.

    Raises ValueError with a sentence for the clerk.
    """
    if entry.kind not in KINDS:
        return reading.read(entry, typed, unit)
    from jsxh_desktop.app import grid_reading  # brings the codes; only where a text asks for them

    return grid_reading.read(filing, entry, typed, unit)
