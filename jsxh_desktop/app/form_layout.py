"""What a form page is made of: sections of lines, lines of fields; data, without a window."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from jsxh_desktop.domain.entry import Entry, Kind
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.frozen import frozen
from jsxh_desktop.domain.money import Money
from jsxh_desktop.domain.prior_year import PriorYear


@frozen
class Derived:
    """A figure that is worked out and cannot be typed.

    `formula` says in words how; `compute` raises NotStated while a part is missing; `parts` are
    the fields it is made of; `prior` reads the typed figure of the year before, where there is one.
    """

    label: str
    unit: str
    formula: str
    compute: Callable[[Filing], Money | int | str]
    parts: tuple[Entry[Any], ...] = ()
    prior: Callable[[PriorYear], Money | None] | None = None


Field = Entry[Any] | Derived


class Line(NamedTuple):
    """One line of a form: its fields side by side under the columns of the section.

    The last field is the one compared with the year before.
    """

    label: str
    fields: tuple[Field | None, ...]
    unit: str = ""


class Section(NamedTuple):
    """Lines under one title; `columns` are named where there is more than one field a line."""

    title: str
    lines: tuple[Line, ...]
    hint: str = ""
    columns: tuple[str, ...] = ()
    compared: bool = False


def line(field: Field, label: str = "") -> Line:
    """A line with one field under its own label."""
    return Line(label or field.label, (field,), field.unit)


def fields(sections: tuple[Section, ...]) -> Iterator[Field]:
    """Every field in the order Enter walks through them."""
    for section in sections:
        for each in section.lines:
            yield from (field for field in each.fields if field is not None)


def typed_fields(sections: tuple[Section, ...]) -> Iterator[Entry[Any]]:
    """The fields a clerk fills in."""
    return (field for field in fields(sections) if isinstance(field, Entry))


def is_text(field: Field | None) -> bool:
    """Whether a field needs room for running text."""
    return isinstance(field, Entry) and field.kind is Kind.PROSE


PRIOR_TYPED: dict[str, Entry[Money | None]] = {
    "overseas": PriorYear.overseas,
}
"""Fields of 三公经费 whose figure of the year before may be typed: name → where."""
