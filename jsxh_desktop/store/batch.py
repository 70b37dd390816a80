"""Any number of changes of a filing, brought to its rows in as few statements as they allow."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from sqlite3 import Connection
from typing import Any

from jsxh_desktop.domain.change import Added, Change, Moved, Put, Removed
from jsxh_desktop.domain.entry import Kind, entries
from jsxh_desktop.domain.filing import LISTS, REFERS_TO
from jsxh_desktop.store import statements
from jsxh_desktop.store.drafts import drop_drafts, field_of
from jsxh_desktop.store.records import NO_SUCH_PROJECT, cells_of, columns_of, free_key, table_of
from jsxh_desktop.store.values import Cell, write_cell

_REFERENCES = {
    entity: [n for n, entry in enumerate(entries(entity)) if entry.kind is Kind.REFERENCE]
    for entity in LISTS.values()
}


def apply_changes(
    database: Connection, filing_id: int, changes: Iterable[Change]
) -> tuple[int, ...]:
    """Make the changes one after another, inside a step; the ids of the added records, in order.

    Raises ValueError as `clean` does, and where a record would belong to a project the filing has
    not got; LookupError where there is no such record.
    """
    batch = _Batch(database, filing_id)
    for change in changes:
        batch.take(change)
    batch.write()
    return tuple(batch.added)


class _Batch:
    """Changes on their way: what can wait is gathered, so that like goes with like."""

    def __init__(self, database: Connection, filing_id: int) -> None:
        self.added: list[int] = []
        self._database = database
        self._filing = filing_id
        self._cells: defaultdict[tuple[type[Any], int], dict[str, Cell]] = defaultdict(dict)
        self._gone: defaultdict[type[Any], dict[int, None]] = defaultdict(dict)
        self._lists: dict[type[Any], _List] = {}
        self._projects: set[int] | None = None

    def take(self, change: Change) -> None:
        match change:
            case Put():
                self._put(change)
            case Added():
                self._add(change)
            case Removed():
                self._remove(change)
            case Moved():
                self._list(change.entity).move(change.key, change.position)

    def write(self) -> None:
        """Bring everything gathered to the rows."""
        self._write_cells()
        for entity in tuple(self._gone):
            self._write_gone(entity)
        for entity in sorted(self._lists, key=lambda entity: entity is not REFERS_TO):
            self._lists[entity].write()  # projects first, for what belongs to them
        self._lists.clear()

    def _put(self, put: Put) -> None:
        entity = put.entry.entity
        cell = write_cell(put.entry, put.value)
        if put.entry.kind is Kind.REFERENCE:
            self._refuse_strange_project(cell)
        *_, key = field_of(put.entry, put.key)
        if key in self._gone[entity]:
            raise LookupError(f"{table_of(entity)} {key} was just removed")
        self._cells[entity, key][put.entry.name] = cell

    def _add(self, added: Added) -> None:
        entity = type(added.record)
        cells = cells_of(added.record)
        for place in _REFERENCES[entity]:
            if added.under is not None:
                cells = (*cells[:place], self.added[added.under], *cells[place + 1 :])
            self._refuse_strange_project(cells[place])
        key = self._list(entity).add(cells, added.position)
        self.added.append(key)
        if entity is REFERS_TO:
            self._known_projects().add(key)

    def _remove(self, removed: Removed) -> None:
        entity, key = removed.entity, removed.key
        if entity is REFERS_TO:
            self.write()  # what goes along with a project must be in the file by then
        if key in self._gone[entity]:
            raise LookupError(f"{table_of(entity)} {key} was just removed")
        self._gone[entity][key] = None
        if entity is REFERS_TO:
            self._write_gone(entity)
            self._projects = None

    def _list(self, entity: type[Any]) -> _List:
        """The order of a list as it stands now."""
        self._write_gone(entity)
        if entity not in self._lists:
            self._lists[entity] = _List(self._database, self._filing, entity)
        return self._lists[entity]

    def _write_cells(self) -> None:
        if not self._cells:
            return
        alike: defaultdict[tuple[type[Any], tuple[str, ...]], list[tuple[Cell, ...]]]
        alike = defaultdict(list)
        for (entity, key), cells in self._cells.items():
            known_by = (self._filing, key) if entity in LISTS.values() else (self._filing,)
            alike[entity, tuple(cells)].append((*cells.values(), *known_by))
        for (entity, names), rows in alike.items():
            known = ("filing_id", "id") if entity in LISTS.values() else ("filing_id",)
            self._run(statements.update(table_of(entity), names, *known), rows, entity)
        fields = ((entity, name, key) for (entity, key), row in self._cells.items() for name in row)
        drop_drafts(self._database, self._filing, fields)
        self._cells.clear()

    def _write_gone(self, entity: type[Any]) -> None:
        gone = self._gone.pop(entity, {})
        if not gone:
            return
        self._write_cells()  # some may be of records that go
        rows = [(key, self._filing) for key in gone]
        self._run(statements.delete(table_of(entity), "id", "filing_id"), rows, entity)
        if entity in self._lists:
            self._lists[entity].forget(gone)

    def _run(self, statement: str, rows: Sequence[tuple[Cell, ...]], entity: type[Any]) -> None:
        """Run a statement that must meet exactly one row each time."""
        if self._database.executemany(statement, rows).rowcount != len(rows):
            raise LookupError(f"filing {self._filing} lacks a {table_of(entity)} of {rows[:3]}")

    def _refuse_strange_project(self, project: Cell) -> None:
        if project is not None and project not in self._known_projects():
            raise ValueError(NO_SUCH_PROJECT)

    def _known_projects(self) -> set[int]:
        """The projects of the filing, with those this batch adds."""
        if self._projects is None:
            query = statements.select("project", ("id",), "filing_id", "id")
            self._projects = {key for (key,) in self._database.execute(query, [self._filing])}
        return self._projects


class _List:
    """The order of one list, and the rows that are to come into it.

    An id is given at once, a row and its place are written at the end: a thousand records put
    into the middle move what follows them once.
    """

    def __init__(self, database: Connection, filing_id: int, entity: type[Any]) -> None:
        self._database = database
        self._filing = filing_id
        self._table = table_of(entity)
        self._columns = columns_of(entity)
        query = statements.select(self._table, ("id", "position"), "filing_id", "position, id")
        self._held: dict[int, int] = dict(database.execute(query, [filing_id]).fetchall())
        self._order = list(self._held)
        self._moved: set[int] = set()
        self._coming: dict[int, tuple[Cell, ...]] = {}
        self._free = free_key(database, self._table)

    def add(self, cells: tuple[Cell, ...], position: int | None) -> int:
        key = self._free
        self._free += 1
        self._order.insert(len(self._order) if position is None else position, key)
        self._coming[key] = cells
        return key

    def move(self, key: int, position: int) -> None:
        if key not in self._held:
            raise LookupError(f"filing {self._filing} has no {self._table} {key}")
        place = self._order.index(key)
        self._order.insert(position, self._order.pop(place))
        if self._order[place] != key:
            self._moved.add(key)

    def forget(self, gone: dict[int, None]) -> None:
        for key in gone:
            self._held.pop(key, None)
        self._order = [key for key in self._order if key not in gone]

    def write(self) -> None:
        places = dict(self._places())
        columns = ("id", "filing_id", "position", *self._columns)
        rows = [(key, self._filing, places[key], *row) for key, row in self._coming.items()]
        statements.insert_rows(self._database, self._table, columns, rows)
        self._database.executemany(
            statements.update(self._table, ("position",), "id"),
            [(places[key], key) for key, place in self._held.items() if places[key] != place],
        )

    def _places(self) -> Iterator[tuple[int, int]]:
        """A place for each, rising: its own where it can stay, else the one after the last."""
        last = 0
        for key in self._order:
            stays = 0 if key in self._moved else self._held.get(key, 0)
            last = max(stays, last + 1)
            yield key, last
