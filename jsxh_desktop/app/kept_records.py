"""What a filing is once records were added to it: as the file keeps them, which is not read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import Any

from jsxh_desktop.domain.change import Added, Change
from jsxh_desktop.domain.entry import entries
from jsxh_desktop.domain.filing import Filing, with_all_added
from jsxh_desktop.domain.frozen import changed
from jsxh_desktop.store.values import NEVER_NULL, cleaner


def kept(record: Any, key: int) -> Any:
    """The record as the file has it under its id."""
    values = vars(record)
    texts = {name: clean(values[name]) for name, clean in _texts(type(record))}  # type: ignore[arg-type]  # a class has a hash
    return changed(record, **texts, id=key)


def after(filing: Filing, changes: Sequence[Change], keys: Iterable[int]) -> Filing | None:
    """The filing after these changes; None where more was done than to add at the end of a list."""
    at_the_end = [
        change.record
        for change in changes
        if isinstance(change, Added) and change.position is None and change.under is None
    ]
    if len(at_the_end) < len(changes):
        return None
    return with_all_added(filing, map(kept, at_the_end, keys))


@cache
def _texts(entity: type[Any]) -> tuple[tuple[str, Callable[[Any], Any]], ...]:
    """What of an entity the file may keep otherwise than it was typed."""
    return tuple((each.name, cleaner(each)) for each in entries(entity) if each.kind in NEVER_NULL)
