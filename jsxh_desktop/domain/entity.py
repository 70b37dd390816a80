"""What every entity is: a record that never changes, and whose class tells of its entries."""

from __future__ import annotations

from dataclasses import field
from typing import TypeVar, dataclass_transform

from jsxh_desktop.domain.entry import Entry
from jsxh_desktop.domain.frozen import frozen

T = TypeVar("T")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def entity(declared: type[T]) -> type[T]:
    """A frozen record of entries: what is not given is the blank of its entry.

    `Duty.text` is the entry, `duty.text` a value, as any object keeps one.
    """
    held = {name: each for name, each in vars(declared).items() if isinstance(each, Entry)}
    for name, entry in held.items():
        setattr(declared, name, entry.blank)
    frozen(declared)
    for name, entry in held.items():
        setattr(declared, name, entry)
    return declared
