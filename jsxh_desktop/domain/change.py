"""Changes of a filing before they are made: any number of them are one step of work."""

from __future__ import annotations

from typing import Any

from jsxh_desktop.domain.entry import Entry
from jsxh_desktop.domain.frozen import frozen


@frozen
class Put:
    """One value; `key` is the id of a record in a list."""

    entry: Entry[Any]
    value: object
    key: int = 0


@frozen
class Added:
    """A record put into its list, at the end or where `list.insert` would.

    It gets its id when the step is done, so no other change of the step can mean it, but what is
    added `under` it: the place, among the records the step adds, of the project it belongs to.
    """

    record: Any
    position: int | None = None
    under: int | None = None


@frozen
class Removed:
    """A record taken out; a project takes along what belongs to it."""

    entity: type[Any]
    key: int


@frozen
class Moved:
    """A record taken out of the order of its list and put back where `list.insert` would."""

    entity: type[Any]
    key: int
    position: int


Change = Put | Added | Removed | Moved
