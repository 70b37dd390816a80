"""Help for one field: a hint beside its input, a text on F1, sentences to take over."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import Any, NamedTuple

from jsxh_desktop.app.paths import assets
from jsxh_desktop.domain.entry import Entry
from jsxh_desktop.domain.filing import attribute_of


class FieldHelp(NamedTuple):
    """What is said of one field: beside its input, on F1, and as sentences to take over."""

    hint: str
    text: str
    examples: tuple[str, ...]


def field_help(entry: Entry[Any]) -> FieldHelp:
    """The help of one field of a filing."""
    return _fields(attribute_of(entry.entity))[entry.name]


@cache
def _fields(part: str) -> dict[str, FieldHelp]:
    path = assets() / "help" / "fields" / f"{part}.toml"
    return {
        name: FieldHelp(told["hint"], told["help"], tuple(told.get("example", ())))
        for name, told in tomllib.loads(path.read_text("utf-8")).items()
    }
