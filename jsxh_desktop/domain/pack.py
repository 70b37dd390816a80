"""A pack: what differs by province and year, as facts; read from data, never from code."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from jsxh_desktop.domain.scoring import SCHEMES, Scheme
from jsxh_desktop.domain.terms import IndicatorClass


@dataclass(frozen=True)
class Part:
    """One part of the document: its key, its title, and the keys of its sections in order."""

    key: str
    title: str
    sections: tuple[str, ...] = ()


@dataclass(frozen=True)
class PublicTable:
    """One of the 公开表: internal id, printed number, title, notes."""

    id: str
    number: str
    title: str
    note: str = ""
    empty_note: str = ""


@dataclass(frozen=True)
class SheetClass:
    """A first-level class of the self-evaluation sheet and the second-level ones it may hold."""

    name: str
    members: tuple[tuple[IndicatorClass, str], ...]


@dataclass(frozen=True)
class Sheet:
    """The layout of the self-evaluation sheet: wording, column widths in mm, classes, scheme."""

    layout: str
    label: str
    title: str
    widths: tuple[float, ...]
    heads: tuple[str, ...]
    classes: tuple[SheetClass, ...]
    scheme: Scheme

    def printed(self, category: IndicatorClass) -> tuple[str, str]:
        """First-level and second-level name as this form prints them; KeyError if it has none."""
        for group in self.classes:
            for member, name in group.members:
                if member is category:
                    return group.name, name
        raise KeyError(category)


@dataclass(frozen=True)
class Pack:
    """One province's form set for some years, with its wording by key.

    `functional_classes` are the 类 with a fixed row in 公开01表 and 04表; `basic_blocks` the
    economic 类 of the blocks of the 基本支出 table.
    """

    id: str
    name: str
    years: tuple[int, int]
    percent_places: int
    zero: str
    list_zero: bool
    parts: tuple[Part, ...]
    tables: tuple[PublicTable, ...]
    functional_classes: tuple[str, ...]
    basic_blocks: tuple[tuple[str, ...], ...]
    sheet: Sheet
    wording: Mapping[str, str]
    terms: Mapping[str, str]

    def words(self, key: str) -> str:
        """One sentence of the wording; KeyError where the pack does not have it."""
        return self.wording[key]


def pack_from(
    facts: Mapping[str, Any], wording: Mapping[str, str], terms: Mapping[str, str]
) -> Pack:
    """Build a pack from parsed TOML; a missing or unknown fact is a KeyError or ValueError."""
    return Pack(
        id=facts["id"],
        name=facts["name"],
        years=(facts["years"][0], facts["years"][1]),
        percent_places=facts["percent_places"],
        zero=facts["zero"],
        list_zero=facts["list_zero"],
        parts=tuple(
            Part(part["key"], part["title"], tuple(part.get("sections", ())))
            for part in facts["parts"]
        ),
        tables=tuple(PublicTable(**table) for table in facts["tables"]),
        functional_classes=tuple(facts["functional_classes"]),
        basic_blocks=tuple(tuple(block) for block in facts["basic_blocks"]),
        sheet=_sheet(facts["sheet"]),
        wording=wording,
        terms=terms,
    )


def _sheet(facts: Mapping[str, Any]) -> Sheet:
    return Sheet(
        layout=facts["layout"],
        label=facts["label"],
        title=facts["title"],
        widths=tuple(facts["widths"]),
        heads=tuple(facts["heads"]),
        classes=tuple(
            SheetClass(
                group["name"],
                tuple((IndicatorClass(member), name) for member, name in group["members"]),
            )
            for group in facts["classes"]
        ),
        scheme=SCHEMES[facts["scheme"]],
    )
