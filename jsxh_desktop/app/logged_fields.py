"""A field as the key log knows it and as the window does; which are in a row still to come."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from jsxh_desktop.domain.filing import LISTS
from jsxh_desktop.domain.place import Place
from jsxh_desktop.store.drafts import Field, field_of
from jsxh_desktop.store.errors import FileError
from jsxh_desktop.store.keylog import Pending, beside, recovered


def left_behind(workbook: Path) -> tuple[Pending, ...]:
    """What a program that did not end well had in its key log; nothing where it is unreadable."""
    try:
        return recovered(beside(workbook))
    except FileError:  # the log itself will say so
        return ()


def is_row_to_come(place: Place) -> bool:
    """Whether a place is in a row of a list that is no record yet."""
    return is_new(place.entry.entity, place.key)


def is_new(entity: type[Any], key: int) -> bool:
    """The same of a record by its list and id."""
    return key <= 0 and entity in LISTS.values()


def place_of(pending: Pending) -> Place:
    """The field a text of the log is of."""
    return Place(getattr(pending.entity, pending.field), pending.key)


def field_at(place: Place) -> Field:
    """What the file calls a field."""
    return field_of(place.entry, place.key)
