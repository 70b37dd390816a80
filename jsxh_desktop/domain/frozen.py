"""Records that never change: frozen dataclasses whose methods are these, not written for each.

`dataclass` writes and compiles the methods of every class anew, which was a tenth of all a start
of the program does.
"""

from __future__ import annotations

from dataclasses import MISSING, FrozenInstanceError, dataclass, field, fields
from functools import cache
from typing import Any, Never, TypeVar, dataclass_transform

T = TypeVar("T")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(declared: type[T]) -> type[T]:
    """A frozen dataclass; a default that is made anew, and `__post_init__`, it has not."""
    made: Any = dataclass(init=False, repr=False, eq=False, match_args=False)(declared)
    known = tuple(each.name for each in fields(made))
    setattr(made, "__match_args__", known)  # noqa: B010 - mypy lets no one assign it
    made.__init__, made.__setattr__, made.__delattr__ = _begin, _refuse, _refuse
    made.__eq__, made.__hash__, made.__repr__ = _equals, _hash, _told
    return declared


def changed(record: T, **values: object) -> T:
    """The record with other values, some of those it has, in a tenth of the time of `replace`."""
    twin = object.__new__(type(record))
    vars(twin).update(vars(record), **values)
    return twin


def _begin(record: object, *given: object, **named: object) -> None:
    kind: Any = type(record)
    known, blanks = _fields(kind)
    values = blanks | named
    if given:
        values |= zip(known, given, strict=False)
    if values.keys() != known.keys() or len(given) > len(known):
        odd = ", ".join((*(values.keys() ^ known.keys()), *map(str, given)))
        raise TypeError(f"{kind.__name__} is not made with, or without, {odd}")
    vars(record).update(values)


def _refuse(_record: object, name: str, *_: object) -> Never:
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


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


@cache
def _fields(kind: Any) -> tuple[dict[str, None], dict[str, Any]]:
    """The fields of a record, and what those hold that need not be given."""
    known = fields(kind)
    blanks = {each.name: each.default for each in known if each.default is not MISSING}
    return dict.fromkeys(each.name for each in known), blanks
