"""The canonical bytes of a filing's data: what a digest, a check code and an edition are made of.

JSON in UTF-8 without blanks, keys in the order of their characters: `format`, `filing` and
`before`, the year before where the workbook holds it, as a print shows its figures too. A year has
`year`, `pack`, `precision` and the records of `domain.filing` by attribute, lists in their printed
order; a value is what its column keeps, so amounts are whole fen, decimals and days exact text.
What is blank is left out, so that a field a later version adds changes no code. Ids of records are
left out and a project is referred to by its place, from 1: the same data is the same in any
workbook.
"""

from __future__ import annotations

import hashlib
import json
from typing import Any

from jsxh_desktop.domain.entry import Entry, Kind, entries
from jsxh_desktop.domain.filing import FACTS, LISTS, REFERS_TO, SINGLES, Filing, attribute_of
from jsxh_desktop.store.values import Cell, cell_writer

FORMAT = "jsxh-data-1"
BLANK = (None, "")


def canonical(filing: Filing) -> bytes:
    """The bytes; the same for the same data, whatever workbook, version or machine it is in."""
    before = filing.before
    whole = {
        "format": FORMAT,
        "filing": _year(filing),
        "before": _year(before) if before else None,
    }
    said = json.dumps(whole, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return said.encode()


def digest(data: bytes) -> str:
    """SHA-256 in hex."""
    return hashlib.sha256(data).hexdigest()


def digest_of(filing: Filing) -> str:
    """The digest of a filing's data."""
    return digest(canonical(filing))


def _year(filing: Filing) -> dict[str, Any]:
    places = {
        project.id: place for place, project in enumerate(getattr(filing, _PROJECTS), start=1)
    }
    facts = {name: str(getattr(filing, name)) for name in FACTS}
    singles = {name: _record(getattr(filing, name), places) for name in SINGLES}
    lists = {name: [_record(each, places) for each in getattr(filing, name)] for name in LISTS}
    told = {name: value for name, value in (singles | lists).items() if value}
    return facts | told


def _record(record: object, places: dict[int, int]) -> dict[str, Cell]:
    cells = ((entry, _cell(entry, record, places)) for entry in entries(type(record)))
    return {entry.name: cell for entry, cell in cells if cell not in BLANK}


def _cell(entry: Entry[Any], record: object, places: dict[int, int]) -> Cell:
    value = entry.of(record)
    if entry.kind is Kind.REFERENCE:
        return places.get(value)
    return cell_writer(entry)(value)


_PROJECTS = attribute_of(REFERS_TO)
