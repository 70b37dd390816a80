"""Values, records and whole filings drawn by hypothesis, of every entity and kind."""

from __future__ import annotations

import dataclasses
import datetime
from typing import Any

from hypothesis import strategies as st

from jsxh_desktop.domain.entry import Entry, Kind, entries
from jsxh_desktop.domain.filing import LISTS, REFERS_TO, SINGLES, Filing
from jsxh_desktop.domain.money import LARGEST, Money
from jsxh_desktop.domain.terms import Precision
from jsxh_desktop.store.values import clean

TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12)
_KINDS: dict[Kind, st.SearchStrategy[Any]] = {
    Kind.TEXT: TEXT,
    Kind.PROSE: TEXT,
    Kind.FUNCTIONAL: st.sampled_from(["", "206", "20607", "2060702"]),
    Kind.ECONOMIC: st.sampled_from(["", "301", "30101"]),
    Kind.WHOLE: st.none() | st.integers(-(2**63) + 1, 2**63 - 1),
    Kind.FLAG: st.sampled_from([None, True, False]),
    Kind.MONEY: st.none() | st.integers(-LARGEST, LARGEST).map(Money),
    Kind.NUMBER: st.none() | st.decimals(allow_nan=False, allow_infinity=False),
    Kind.DAY: st.none() | st.dates(datetime.date(1949, 10, 1)),
}


def values(entry: Entry[Any], projects: tuple[int, ...] = ()) -> st.SearchStrategy[Any]:
    """Anything a field may hold; a reference is to one of these projects."""
    if entry.kind is Kind.CHOICE:
        return st.sampled_from([None, *map(entry.read, entry.choices)])
    if entry.kind is Kind.REFERENCE:
        return st.sampled_from([None, *projects])
    return _KINDS[entry.kind]


def records(entity: type[Any], projects: tuple[int, ...] = ()) -> st.SearchStrategy[Any]:
    """A record of an entity; one of a list has no id yet."""
    return st.builds(entity, **{entry.name: values(entry, projects) for entry in entries(entity)})


@st.composite
def filings(draw: st.DrawFn, year: int = 2021, most: int = 3) -> Filing:
    """A whole filing, its lists of up to `most` records with any ids, those of projects unique."""
    keys = tuple(draw(st.lists(st.integers(1, 99), max_size=most, unique=True)))
    parts: dict[str, Any] = {name: draw(records(entity)) for name, entity in SINGLES.items()}
    for name, entity in LISTS.items():
        if entity is REFERS_TO:
            ids = list(keys)
        else:
            ids = draw(st.lists(st.integers(0, 5), max_size=most))
        parts[name] = tuple(dataclasses.replace(draw(records(entity, keys)), id=key) for key in ids)
    return Filing(year=year, precision=draw(st.sampled_from(Precision)), **parts)


def cleaned(filing: Filing) -> Filing:
    """The filing as a file gives it back: every value as `clean` leaves it."""
    parts: dict[str, Any] = {}
    for name in SINGLES:
        parts[name] = _clean_record(getattr(filing, name))
    for name in LISTS:
        parts[name] = tuple(map(_clean_record, getattr(filing, name)))
    return dataclasses.replace(filing, **parts)


def _clean_record(record: Any) -> Any:
    kept = {entry.name: clean(entry, entry.of(record)) for entry in entries(type(record))}
    return dataclasses.replace(record, **kept)
