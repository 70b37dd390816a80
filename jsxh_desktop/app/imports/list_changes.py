"""Rows of a file against the records of a list: what is changed, added and taken out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from jsxh_desktop.app.imports.field_cells import Cell, field_cell, new_cell
from jsxh_desktop.app.imports.plan import PlanCell, State
from jsxh_desktop.domain.change import Added, Change, Moved, Put, Removed
from jsxh_desktop.domain.entry import Entry, entries
from jsxh_desktop.domain.place import Place


class Coming(NamedTuple):
    """The project a record will belong to: its place among the records the step adds."""

    added: int


@dataclass(frozen=True, slots=True)
class Row:
    """A row as read: the id it had when it was written, if any, and its cells by entry."""

    number: int
    cells: Mapping[Entry[Any], Cell]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The rows of one list: the sheet they stand on, whose records they are."""

    name: str
    entity: type[Any]
    rows: Sequence[Row]


class Matched(NamedTuple):
    """A row and the record it is, None for a new one."""

    row: Row
    record: Any | None


def matched(sheet: Sheet, records: Sequence[Any], *, by_number: bool) -> list[Matched]:
    """Each row with its record: by the id it carries, then by saying the same.

    A row of a project that is still to come is a new one, whatever it was.
    """
    found = _alike(sheet, sheet.rows, records, by_number=by_number)
    if not by_number:
        return found
    taken = {pair.record.id for pair in found if pair.record is not None}
    left = [record for record in records if record.id not in taken]
    lone = [pair.row for pair in found if pair.record is None] if left else []
    same = {id(row): record for row, record in _alike(sheet, lone, left, by_number=False)}
    return [Matched(row, record or same.get(id(row))) for row, record in found]


def _alike(
    sheet: Sheet, rows: Sequence[Row], records: Sequence[Any], *, by_number: bool
) -> list[Matched]:
    known: defaultdict[Any, list[Any]] = defaultdict(list)
    for record in reversed(records):
        known[record.id if by_number else record].append(record)
    found = []
    for row in rows:
        key = row.number if by_number else _made(sheet.entity, row)
        alike = known.get(key)
        found.append(Matched(row, alike.pop() if alike and not _under(row) else None))
    return found


def _under(row: Row) -> Coming | None:
    return next((c.value for c in row.cells.values() if isinstance(c.value, Coming)), None)


def _made(entity: type[Any], row: Row) -> Any:
    """The record a row would be, as far as it can be read."""
    values = {entry.name: cell.value for entry, cell in row.cells.items() if not cell.problem}
    return entity(**{name: None if isinstance(x, Coming) else x for name, x in values.items()})


def changes(
    sheet: Sheet,
    pairs: Sequence[Matched],
    records: Sequence[Any],
    added: list[Any],
    *,
    in_order: bool = False,
) -> Iterator[Change]:
    """What is taken out, what is changed, then what is added, each where its row stands.

    `added` are the records the step adds before; those of this list join them. With `in_order` the
    records that stay come into the order of the rows as well.
    """
    kept = {pair.record.id for pair in pairs if pair.record is not None}
    gone = [record.id for record in records if record.id not in kept]
    yield from (Removed(sheet.entity, key) for key in gone)
    for row, record in pairs:
        if record is not None:
            yield from (Put(entry, cell.value, record.id) for entry, cell in _new(row, record))
    order = [record.id for record in records if record.id in kept]
    if in_order:
        wanted = [pair.record.id for pair in pairs if pair.record is not None]
        yield from _moves(sheet, order, wanted)
        order = wanted
    yield from _additions(sheet, pairs, order, added)


def _moves(sheet: Sheet, order: Sequence[int], wanted: Sequence[int]) -> Iterator[Moved]:
    """What brings the records that stay into the order wanted."""
    now = list(order)
    for place, key in enumerate(wanted):
        if now[place] != key:
            now.remove(key)
            now.insert(place, key)
            yield Moved(sheet.entity, key, place)


def _new(row: Row, record: Any) -> Iterator[tuple[Entry[Any], Cell]]:
    """The cells of a row that say otherwise than the record."""
    for entry, cell in row.cells.items():
        if not cell.problem and cell.value != entry.of(record):
            yield entry, cell


def _additions(
    sheet: Sheet, pairs: Sequence[Matched], order: Sequence[int], added: list[Any]
) -> Iterator[Added]:
    places = {key: place for place, key in enumerate(order)}
    behind, before = 0, 0
    ends = not any(pair.record is not None for pair in pairs)
    for row, record in pairs:
        if record is not None:
            behind = places[record.id] + 1 + before
            continue
        made = _made(sheet.entity, row)
        coming = _under(row)
        added.append(made)
        at_end = ends or behind >= len(order) + before
        yield Added(made, None if at_end else behind, coming.added if coming else None)
        behind += 1
        before += 1


def plan_cells(
    sheet: Sheet, pairs: Sequence[Matched], records: Sequence[Any]
) -> Iterator[PlanCell]:
    """Every cell with what becomes of it, then the records no row has any more."""
    for row, record in pairs:
        for entry, cell in row.cells.items():
            if record is not None:
                place = Place(entry, record.id)
                yield field_cell(sheet.name, cell, entry, entry.of(record), place)
            elif cell.problem or cell.text:
                yield new_cell(sheet.name, cell, entry)
    kept = {pair.record.id for pair in pairs if pair.record is not None}
    for record in records:
        if record.id not in kept:
            said = "　".join(filter(None, (e.show(e.of(record)) for e in entries(sheet.entity))))
            yield PlanCell(sheet.name, "", "", "表里没有这一条", State.REMOVED, old=said)
