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


class _Watched(dict[str, Any]):
    """The values of one record; an entry looks its value up by name, which is noted."""

    def __init__(self, record: object, year: int, seen: dict[Read, None]) -> None:
        super().__init__(vars(record))
        self._known = {entry.name: entry for entry in entries(type(record))}
        self._key = self.get("id", 0)
        self._year = year
        self._seen = seen

    def __getitem__(self, name: str) -> Any:
        if name in self._known:
            self._seen[Read(self._known[name], self._key, self._year)] = None
        return super().__getitem__(name)


def _watched(filing: Filing, seen: dict[Read, None]) -> Filing:
    def watched(record: Any) -> Any:
        twin = copy.copy(record)
        # A frozen record refuses to be changed; this one is nobody else's.
        object.__setattr__(twin, "__dict__", _Watched(record, filing.year, seen))
        return twin

    held: dict[str, Any] = {name: watched(getattr(filing, name)) for name in SINGLES}
    held |= {name: tuple(map(watched, getattr(filing, name))) for name in LISTS}
    if filing.before:
        held["before"] = _watched(filing.before, seen)
    return dataclasses.replace(filing, **held)
