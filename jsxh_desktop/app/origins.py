"""From a printed figure or sentence back to the fields it was typed in.

Nothing is guessed: a field is an origin of a text because the document was composed with another
value in it, and that text was then no longer the same.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Hashable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from jsxh_desktop.app.alignment import changes
from jsxh_desktop.app.pieces import Piece, pieces
from jsxh_desktop.app.printed_text import texts
from jsxh_desktop.app.probes import additions, another
from jsxh_desktop.app.reads import Read, reads
from jsxh_desktop.app.selection import Selection
from jsxh_desktop.app.tokens import NUMBER, Span, is_gap
from jsxh_desktop.domain.entry import Entry, Kind
from jsxh_desktop.domain.filing import LISTS, Filing, attribute_of, with_added, with_value
from jsxh_desktop.domain.pack import Pack
from jsxh_desktop.domain.place import Place
from jsxh_desktop.narrative.block import Block

BLANKS = (None, "")
FIGURES = (Kind.MONEY, Kind.WHOLE, Kind.NUMBER)
WORDS = (Kind.TEXT, Kind.PROSE)


@dataclass(frozen=True, slots=True)
class Origin:
    """A field: its entity, the name of its entry, the id of its record, the year; label and value.

    Without a `name` it is a list that lacks a record.
    """

    entity: type[Any]
    name: str
    key: int
    year: int
    label: str = ""
    value: str = ""

    @property
    def entry(self) -> Entry[Any]:
        entry: Entry[Any] = getattr(self.entity, self.name)
        return entry

    @property
    def place(self) -> Place | None:
        """Where to go; None for a list that lacks a record."""
        return Place(self.entry, self.key) if self.name else None


@dataclass(frozen=True, slots=True)
class Influence:
    """That a field changes a text between two places."""

    origin: Origin
    span: Span


class Origins:
    """The origins of one print; each piece of it is worked out when first asked for."""

    def __init__(self, filing: Filing, pack: Pack, selection: Selection) -> None:
        self._filing = filing
        self._pieces = pieces(filing, pack, selection)
        self._known: dict[int, dict[tuple[int, Hashable], list[Influence]]] = {}

    def of(self, place: int, key: Hashable, said: str, span: Span) -> tuple[Origin, ...]:
        """The origins of a span of what a block says, the likeliest first.

        `place` counts the blocks of the print, `key` names the text as `texts` does; `said` is the
        text: where the document has moved on and says something else there, there are none.
        """
        found = self._located(place)
        if found is None or texts(self._made[found[0]][found[1]]).get(key) != said:
            return ()
        piece, block = found
        if piece not in self._known:
            self._known[piece] = self._worked_out(piece)
        here = [each for each in self._known[piece].get((block, key), ()) if _meet(each.span, span)]
        token = said[slice(*span)]
        # What is blank was typed nowhere, but a gap waits for it.
        origins = dict.fromkeys(x.origin for x in here if x.origin.value or is_gap(token))
        if origins or not is_gap(token):
            return tuple(sorted(origins, key=lambda origin: _distance(origin, token)))
        return tuple(self._lacking(piece, block, key, span))

    @cached_property
    def _made(self) -> list[tuple[Block, ...]]:
        return [piece(self._filing) for piece in self._pieces]

    def _located(self, place: int) -> tuple[int, int] | None:
        """The piece a block of the print is in, and its place there."""
        for piece, blocks in enumerate(self._made):
            if place < len(blocks):
                return piece, place
            place -= len(blocks)
        return None

    def _worked_out(self, piece: int) -> dict[tuple[int, Hashable], list[Influence]]:
        make, blocks = self._pieces[piece], self._made[piece]
        found: dict[tuple[int, Hashable], list[Influence]] = {}
        for origins, filing in _probes(make, self._filing):
            for block, key, span in changes(blocks, make(filing)):
                influences = (Influence(origin, span) for origin in origins)
                found.setdefault((block, key), []).extend(influences)
        return found

    def _lacking(self, piece: int, block: int, key: Hashable, span: Span) -> Iterator[Origin]:
        """The lists in which a new record would close a gap."""
        make = self._pieces[piece]
        seen: set[type[Any]] = set()
        for record in additions(self._filing):
            entity = type(record)
            if entity in seen:
                continue
            changed = changes(self._made[piece], make(with_added(self._filing, record)))
            if any((block, key) == each[:2] and _meet(each[2], span) for each in changed):
                seen.add(entity)
                yield Origin(entity, "", 0, self._filing.year)


def _probes(make: Piece, filing: Filing) -> Iterator[tuple[list[Origin], Filing]]:
    """The filing with one value changed, and whose it was; then blanks that wait for one another.

    A sum asks for its first blank alone: the next one is read when that is filled.
    """
    read = reads(make, filing)
    for each in read:
        yield [_origin(each, filing)], _with_another(filing, each)
    listed = LISTS.values()
    blank = (each.entry for each in read if _value(filing, each) in BLANKS)
    for entry in dict.fromkeys(entry for entry in blank if entry.entity in listed):
        together, filled = _filled(make, filing, entry)
        if len(together) > 1:
            yield [_origin(each, filing) for each in together], filled


def _filled(make: Piece, filing: Filing, entry: Entry[Any]) -> tuple[list[Read], Filing]:
    """The blanks of an entry that are read when those before them are filled, and all filled."""
    together: list[Read] = []
    while True:
        read = [each for each in reads(make, filing) if each.entry is entry]
        new = [each for each in read if each not in together]
        blank = [each for each in new if _value(filing, each) in BLANKS]
        if not blank:
            return together, filing
        for each in blank:
            filing = _with_another(filing, each)
        together += blank


def _with_another(filing: Filing, read: Read) -> Filing:
    if filing.year != read.year and filing.before:
        return dataclasses.replace(filing, before=_with_another(filing.before, read))
    value = another(read.entry, _value(filing, read), filing)
    return with_value(filing, read.entry, value, read.key)


def _value(filing: Filing, read: Read) -> Any:
    if filing.year != read.year and filing.before:
        return _value(filing.before, read)
    held = getattr(filing, attribute_of(read.entry.entity))
    if read.entry.entity in LISTS.values():
        held = next(record for record in held if record.id == read.key)
    return read.entry.of(held)


def _origin(read: Read, filing: Filing) -> Origin:
    entry: Entry[Any] = read.entry
    value = entry.show(_value(filing, read))
    return Origin(entry.entity, entry.name, read.key, read.year, entry.label, value)


def _meet(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _distance(origin: Origin, token: str) -> tuple[int, bool, bool]:
    """How far a field is from what is printed: in what it says, in kind, in that it has weight.

    A gap is nearest to the blank it names; a figure to the same figure, then to any, a zero last.
    """
    value = origin.value
    if is_gap(token):
        return 0, origin.label not in token, value != ""
    same = 0 if value == token else 1 if value and (value in token or token in value) else 2
    figure = NUMBER.fullmatch(token) is not None
    alike = origin.entry.kind in (FIGURES if figure else WORDS)
    return same, not alike, figure and not value.strip("0.")
