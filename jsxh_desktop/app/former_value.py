"""What a field held before a line of the history, as a value to set it back to."""

from __future__ import annotations

from typing import Any

from jsxh_desktop.domain.entry import Entry
from jsxh_desktop.store.history import Change, entry_of
from jsxh_desktop.store.values import cell_reader


def former_value(change: Change) -> tuple[Entry[Any], Any]:
    """The field of a line of the history, and its value then.

    Raises ValueError with a sentence where there is none that could be set again.
    """
    entry = entry_of(change.table, change.field)
    if entry is None:
        raise ValueError("这一处记的是增加、删除或移动，请用撤销恢复")
    try:
        return entry, cell_reader(entry)(change.old)
    except (ValueError, ArithmeticError):
        raise ValueError(f"{entry.label}原来的内容现在已经不能填写") from None
