"""The texts that fields hold, read again only where a record is another one than before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, compress, count
from operator import is_not
from typing import Any

from jsxh_desktop.domain.entry import Entry, Kind, entries
from jsxh_desktop.domain.filing import LISTS, SINGLES, Filing
from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.review import Review
from jsxh_desktop.domain.stated_figure import StatedFigure
from jsxh_desktop.rules.texts.pages import LENGTH, Page
from jsxh_desktop.rules.texts.passages import Passage, Passed

UNPRINTED = (Review, StatedFigure)
"""What is typed about the filing, not for it."""

TEXTS: Mapping[type[Any], tuple[Entry[str], ...]] = {
    entity: tuple(entry for entry in entries(entity) if entry.kind in {Kind.TEXT, Kind.PROSE})
    for entity in (*SINGLES.values(), *LISTS.values())
    if entity not in UNPRINTED
}
"""The texts an entity holds."""

Read = tuple[Any, str, str, tuple[Passage, ...]]
"""A record, whose it is and which, and its texts."""


@dataclass(frozen=True, slots=True)
class _Shelf:
    """One list as it was read last: its records, the projects they belong to, the texts of each."""

    held: tuple[Any, ...]
    projects: tuple[Any, ...]
    read: tuple[Read, ...]
    pages: tuple[Page, ...]


_shelves: dict[str, _Shelf] = {}
"""By list; of one filing at a time, the one that was read last."""

_singles: dict[str, tuple[Any, Page]] = {}
"""The single records read last, each with its texts."""


def typed(filing: Filing) -> tuple[Page, ...]:
    """Every text a field of the filing holds, blanks left out, in the order of the fields.

    A page has texts of one entity.
    """
    found: list[Page] = []
    for name, entity in SINGLES.items():
        record, last = getattr(filing, name), _singles.get(name)
        if last is None or last[0] is not record:
            last = _singles[name] = record, _of_record(record, TEXTS.get(entity, ()), "", "")
        found.append(last[1])
    for name, entity in LISTS.items():
        if texts := TEXTS.get(entity):
            found += _of_list(filing, name, texts)
    return tuple(filter(None, found))


def _of_list(filing: Filing, name: str, texts: tuple[Entry[str], ...]) -> tuple[Page, ...]:
    held, last = getattr(filing, name), _shelves.get(name)
    if last and last.held is held and last.projects is filing.projects:
        return last.pages
    read = _changed(held, texts, last) if last and last.projects is filing.projects else None
    if read is None:
        read = tuple(_read(filing, held, texts))
    pages = tuple(_pages(read, last))
    _shelves[name] = _Shelf(held, filing.projects, read, pages)
    return pages


def _pages(read: tuple[Read, ...], last: _Shelf | None) -> Iterator[Page]:
    """The texts by so many records, each page the one it was while its texts are."""
    before = last.pages if last else ()
    for number, start in enumerate(range(0, len(read), LENGTH)):
        page = tuple(chain.from_iterable(each[3] for each in read[start : start + LENGTH]))
        same = number < len(before) and before[number] == page
        yield before[number] if same else page


def _changed(
    held: tuple[Any, ...], texts: tuple[Entry[str], ...], last: _Shelf
) -> tuple[Read, ...] | None:
    """What was read, with the records that are others; None where they do not stand as they did."""
    if len(held) != len(last.held):
        return None
    read = list(last.read)
    for place in compress(count(), map(is_not, held, last.held)):
        record, before = held[place], last.held[place]
        if getattr(record, "project", None) != getattr(before, "project", None):
            return None
        _, whose, which, _ = read[place]
        read[place] = record, whose, which, _of_record(record, texts, whose, which)
    return tuple(read)


def _read(filing: Filing, held: tuple[Any, ...], texts: tuple[Entry[str], ...]) -> Iterator[Read]:
    projects = {project.id: f"{project.name or '项目'}　" for project in filing.projects}
    owners = [getattr(record, "project", None) for record in held]
    many, counted = Counter(owners), Counter[object]()
    for record, owner in zip(held, owners, strict=True):
        counted[owner] += 1
        whose = projects.get(owner, "项目　") if owner else ""
        which = f"第{counted[owner]}条" if many[owner] > 1 else ""
        yield record, whose, which, _of_record(record, texts, whose, which)


def _of_record(
    record: Any, texts: tuple[Entry[str], ...], whose: str, which: str
) -> tuple[Passage, ...]:
    """The texts of one record; `whose` project it is of, and `which` of its list it is."""
    key = getattr(record, "id", 0)
    return tuple(
        Passage(text, Passed.TYPED, f"{whose}{entry.label}{which}", Place(entry, key))
        for entry in texts
        if (text := entry.of(record))
    )
