"""What every entity is: a record that never changes, compared, hashed and told by its fields."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from functools import cache
from typing import Any, TypeVar, dataclass_transform

from jsxh_desktop.domain.entry import Entry

T = TypeVar("T")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def entity(declared: type[T]) -> type[T]:
    """A frozen dataclass with the methods below, as `dataclass` itself would write them.

    It would write them anew for each entity, and that is a thirtieth of all a start does.
    `Duty.text` is the entry; a duty that is given no text has the blank of its entry.
    """
    held = {name: each for name, each in vars(declared).items() if isinstance(each, Entry)}
    for name, entry in held.items():
        setattr(declared, name, entry.blank)
    made: Any = dataclass(frozen=True, eq=False, repr=False)(declared)
    for name, entry in held.items():
        setattr(declared, name, entry)
    made.__eq__, made.__hash__, made.__repr__ = _equals, _hash, _told
    return declared


def _equals(record: object, other: object) -> bool:
    return type(record) is type(other) and _compared(record) == _compared(other)


def _hash(record: object) -> int:
    return hash(_compared(record))


def _told(record: object) -> str:
    kind: Any = type(record)
    told = (each.name for each in fields(kind) if each.repr)
    facts = ", ".join(f"{name}={vars(record)[name]!r}" for name in told)
    return f"{type(record).__name__}({facts})"


def _compared(record: object) -> tuple[Any, ...]:
    held = vars(record)
    kind: Any = type(record)
    return tuple(held[name] for name in _names(kind))


@cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(each.name for each in fields(kind) if each.compare)
