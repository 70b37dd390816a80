"""What differs between an edition and the data of today, value by value, and where it stands."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from jsxh_desktop.app import figures_shown
from jsxh_desktop.app.pages import BY_KEY, page_of
from jsxh_desktop.domain.entry import Entry, Kind, entries
from jsxh_desktop.domain.filing import FACTS, LISTS, SINGLES, Filing
from jsxh_desktop.domain.money import Money
from jsxh_desktop.domain.place import Place
from jsxh_desktop.store.canonical import canonical
from jsxh_desktop.store.history import shown
from jsxh_desktop.store.titles import NOUNS

BLANK = "（空）"
ABSENT = "（没有这一条）"
FACTS_CALLED = dict(zip(FACTS, ("年度", "模板", "金额精度"), strict=True))
_NAMING = (Kind.FUNCTIONAL, Kind.ECONOMIC, Kind.CHOICE, Kind.TEXT)
Record = Mapping[str, Any]
Year = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Difference:
    """One value: what it is called, the row it is in, both texts, and where it is filled in now.

    `place` is None for what is gone and for the year before.
    """

    label: str
    row: str
    before: str
    after: str
    place: Place | None = None

    @property
    def what(self) -> str:
        return "　".join(part for part in (self.row, self.label) if part)


def differences(kept: bytes, filing: Filing, unit: str) -> tuple[Difference, ...]:
    """What changed since the canonical data was kept, in the order of the forms; amounts in a unit.

    Texts of two lists are laid side by side as they stand, so that a row put in or taken out does
    not make all that follow it look changed.
    """
    old, new = json.loads(kept), json.loads(canonical(filing))
    here = _year(old["filing"], new["filing"], unit, filing)
    before = _year(old["before"] or {}, new["before"] or {}, unit, None)
    said = (
        Difference(each.label, f"上年度　{each.row}".rstrip("　"), *_texts(each)) for each in before
    )
    return (*here, *said)


def _texts(each: Difference) -> tuple[str, str]:
    return each.before, each.after


def _year(old: Year, new: Year, unit: str, filing: Filing | None) -> Iterator[Difference]:
    for name, called in FACTS_CALLED.items():
        if old.get(name) != new.get(name):
            yield Difference(called, "", old.get(name, BLANK), new.get(name, BLANK))
    for name, entity in SINGLES.items():
        one, other = _Row(old.get(name, {}), old), _Row(new.get(name, {}), new)
        page = BY_KEY[page_of(filing, Place(entries(entity)[0]))].name if filing else ""
        yield from _record(entity, one, other, page, unit, 0 if filing else None)
    for name, entity in LISTS.items():
        keys = [record.id for record in getattr(filing, name)] if filing else None
        rows = [_Row(each, old) for each in old.get(name, ())]
        others = [_Row(each, new) for each in new.get(name, ())]
        yield from _list(name, entity, (rows, others), unit, keys)


@dataclass(frozen=True, slots=True)
class _Row:
    """A record as it is kept, and the year it is of, which names the project it belongs to."""

    cells: Record
    year: Year

    def named(self, entity: type[Any]) -> tuple[Any, ...]:
        """What tells it from the others of its list, whatever its figures."""
        return tuple(self.cells.get(entry.name) for entry in _naming(entity))

    def name(self, entity: type[Any]) -> str:
        """Its first text or code, which is how it is known on its page."""
        said = (self.cells.get(entry.name) for entry in _naming(entity))
        return next((str(each) for each in said if each), "")

    def text(self, entry: Entry[Any], unit: str) -> str:
        cell = self.cells.get(entry.name)
        if cell is None:
            return BLANK
        if entry.kind is Kind.MONEY:
            return figures_shown.exact_amount(Money(cell), unit)
        if entry.kind is Kind.REFERENCE:
            projects = self.year.get("projects", ())
            return str(projects[cell - 1].get("name", "")) if cell <= len(projects) else BLANK
        return shown(entry, cell) or BLANK


def _naming(entity: type[Any]) -> tuple[Entry[Any], ...]:
    """The entries that say which row it is; all of them where there is nothing but a text."""
    every = entries(entity)
    return tuple(entry for entry in every if entry.kind in _NAMING) or every


def _list(
    name: str,
    entity: type[Any],
    both: tuple[Sequence[_Row], Sequence[_Row]],
    unit: str,
    keys: Sequence[int] | None,
) -> Iterator[Difference]:
    old, new = both
    were, are = ([row.named(entity) for row in rows] for rows in both)
    for _, a, b, c, d in SequenceMatcher(a=were, b=are, autojunk=False).get_opcodes():
        pairs = min(b - a, d - c)
        for one, other in zip(range(a, a + pairs), range(c, c + pairs), strict=True):
            key = keys[other] if keys else None
            row = new[other].name(entity)
            yield from _record(entity, old[one], new[other], row, unit, key)
        for gone in range(a + pairs, b):
            yield Difference(NOUNS[name], "", old[gone].name(entity) or BLANK, ABSENT)
        for came in range(c + pairs, d):
            place = Place(entries(entity)[0], keys[came]) if keys else None
            yield Difference(NOUNS[name], "", ABSENT, new[came].name(entity) or BLANK, place)


def _record(
    entity: type[Any], old: _Row, new: _Row, row: str, unit: str, key: int | None
) -> Iterator[Difference]:
    for entry in entries(entity):
        before, after = old.text(entry, unit), new.text(entry, unit)
        if before != after:
            place = None if key is None else Place(entry, key)
            yield Difference(entry.label, row, before, after, place)
