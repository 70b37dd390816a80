"""Where a value stands in a filing: what a page shows, a finding points at, a jump goes to."""

from __future__ import annotations

from typing import Any, NamedTuple

from jsxh_desktop.domain.entry import Entry, entries
from jsxh_desktop.domain.filing import LISTS, Filing, attribute_of


class Place(NamedTuple):
    """One value: its entry and, in a list, the id of its record; thousands are looked up."""

    entry: Entry[Any]
    key: int = 0


def record_at(filing: Filing, place: Place) -> Any | None:
    """The record a place is in; None where a list no longer has it."""
    held = getattr(filing, attribute_of(place.entry.entity))
    if place.entry.entity not in LISTS.values():
        return held
    return next((record for record in held if record.id == place.key), None)


def value_at(filing: Filing, place: Place) -> Any:
    """The value at a place; the entry's blank where its record is gone."""
    record = record_at(filing, place)
    return place.entry.blank if record is None else place.entry.of(record)


def place_in(filing: Filing, entity: type[Any], key: int, name: str | None) -> Place | None:
    """A field of a record, the first where none is named; None where the record is gone."""
    place = Place(getattr(entity, name) if name else entries(entity)[0], key)
    return place if record_at(filing, place) is not None else None
