"""Which values of a filing a piece of the document reads: no other can change what it says."""

from __future__ import annotations

import copy
import dataclasses
from collections.abc import Callable
from typing import Any, NamedTuple

from jsxh_desktop.domain.entry import Entry, entries
from jsxh_desktop.domain.filing import LISTS, SINGLES, Filing


class Read(NamedTuple):
    """One value: its entry, the id of its record in a list, and the year it was typed in."""

    entry: Entry[Any]
    key: int
    year: int


def reads(make: Callable[[Filing], object], filing: Filing) -> tuple[Read, ...]:
    """Every value that was read while something was made of the filing, the first read first."""
    seen: dict[Read, None] = {}
    make(_watched(filing, seen))
    return tuple(seen)


def _watched(filing: Filing, seen: dict[Read, None]) -> Filing:
    kinds = {*SINGLES.values(), *LISTS.values()}
    watching = {kind: _watching(kind, filing.year, seen) for kind in kinds}

    def watched(record: Any) -> Any:
        twin = copy.copy(record)
        # A frozen record refuses to be changed; this one is nobody else's.
        object.__setattr__(twin, "__class__", watching[type(record)])
        return twin

    held: dict[str, Any] = {name: watched(getattr(filing, name)) for name in SINGLES}
    held |= {name: tuple(map(watched, getattr(filing, name))) for name in LISTS}
    if filing.before:
        held["before"] = _watched(filing.before, seen)
    return dataclasses.replace(filing, **held)


def _watching(kind: type[Any], year: int, seen: dict[Read, None]) -> type[Any]:
    """The entity, but one that notes each value of an entry that is asked of it."""
    known = {entry.name: entry for entry in entries(kind)}

    def asked(record: Any, name: str) -> object:
        if name in known:
            seen[Read(known[name], vars(record).get("id", 0), year)] = None
        return object.__getattribute__(record, name)

    return type(kind.__name__, (kind,), {"__getattribute__": asked})
