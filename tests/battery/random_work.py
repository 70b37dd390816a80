"""Work of every kind drawn by chance: values typed, rows that come, move and go, batches, undo."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any

from jsxh_desktop.domain.change import Added, Change, Put, Removed
from jsxh_desktop.domain.entry import Entry, Kind, entries
from jsxh_desktop.domain.filing import LISTS, SINGLES, Filing
from jsxh_desktop.domain.money import Money
from jsxh_desktop.domain.organization import Organization
from jsxh_desktop.store.file import Workbook

WORDS = "科普活动经费公开自评"
FIELDS = [entry for entity in (*SINGLES.values(), *LISTS.values()) for entry in entries(entity)]
TYPED = [entry for entry in FIELDS if entry.kind in {Kind.TEXT, Kind.PROSE, Kind.WHOLE, Kind.MONEY}]


def work(workbook: Workbook, chance: random.Random, steps: int) -> Iterator[int]:
    """So many steps of a filing, told one by one by their number, and a last one."""
    for number in range(steps):
        filing = workbook.load(1)
        roll = chance.random()
        if roll < 0.1:
            workbook.undo(1)
        elif roll < 0.15:
            workbook.redo(1)
        elif roll < 0.3:
            batch = [each for _ in range(8) for each in _changes(filing, chance)]
            workbook.apply(1, "成批", [each for each in batch if not isinstance(each, Removed)])
        else:
            workbook.apply(1, "一步", _changes(filing, chance))
        yield number
    held = workbook.load(1).organization.short_name
    last = "末" if held != "末" else "末尾"  # what it is already would be no step
    workbook.write(1, Organization.short_name, last)  # after it there is nothing to redo


def _changes(filing: Filing, chance: random.Random) -> list[Change]:
    name = chance.choice(tuple(LISTS))
    records, entity = getattr(filing, name), LISTS[name]
    if chance.random() < 0.15:
        return [Added(entity(), chance.randint(0, len(records)))]
    if records and chance.random() < 0.05:
        return [Removed(entity, chance.choice(records).id)] if name != "projects" else []
    entry = chance.choice(TYPED)
    held = [each for each, of in LISTS.items() if of is entry.entity]
    keys = [each.id for each in getattr(filing, held[0])] if held else [0]
    return [Put(entry, _value(entry, chance), chance.choice(keys))] if keys else []


def _value(entry: Entry[Any], chance: random.Random) -> Any:
    if entry.kind is Kind.MONEY:
        return chance.choice((None, Money(chance.randint(-(10**12), 10**12))))
    if entry.kind is Kind.WHOLE:
        return chance.choice((None, chance.randint(0, 10**6)))
    return "".join(chance.choices(WORDS, k=chance.randint(0, 30)))
