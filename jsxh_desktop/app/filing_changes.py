"""What is new in a filing since another one: small, however large the filing is.

A process beside the window is told this instead of the whole filing, and keeps the very records
it had: what it worked out of them before still holds.
"""

from __future__ import annotations

import dataclasses
from typing import Any, NamedTuple

from jsxh_desktop.domain.filing import LISTS, Filing

ATTRIBUTES = tuple(each.name for each in dataclasses.fields(Filing))


class Span(NamedTuple):
    """A list with as many records at its start and its end as before, and these between."""

    first: int
    between: tuple[Any, ...]
    last: int


def changes(before: Filing | None, now: Filing) -> dict[str, Any]:
    """What `applied` makes the filing of now from; the very same records count as kept."""
    if before is None:
        return {name: getattr(now, name) for name in ATTRIBUTES}
    return {
        name: _span(getattr(before, name), held) if name in LISTS else held
        for name in ATTRIBUTES
        if (held := getattr(now, name)) is not getattr(before, name)
    }


def applied(before: Filing | None, told: dict[str, Any]) -> Filing:
    """The filing after the changes; a record that equals the one it had is the one it had."""
    if before is None:
        return Filing(**told)
    new: dict[str, Any] = {
        name: _list(getattr(before, name), held) if name in LISTS else held
        for name, held in told.items()
    }
    return dataclasses.replace(before, **new)


def _span(before: tuple[Any, ...], now: tuple[Any, ...]) -> Span:
    most = min(len(before), len(now))
    first = next((n for n in range(most) if before[n] is not now[n]), most)
    most -= first
    last = next((n for n in range(most) if before[~n] is not now[~n]), most)
    return Span(first, now[first : len(now) - last], last)


def _list(before: tuple[Any, ...], span: Span) -> tuple[Any, ...]:
    known = {record.id: record for record in before}
    kept = (known[new.id] if known.get(new.id) == new else new for new in span.between)
    return (*before[: span.first], *kept, *before[len(before) - span.last :])
