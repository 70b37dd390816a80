"""A list of the filing as a grid: what each cell shows, what typing, pasting and moving does."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from jsxh_desktop.app import code_search, coming, grid_reading
from jsxh_desktop.app.field_help import field_help
from jsxh_desktop.app.grid_batch import Batch
from jsxh_desktop.app.grid_layout import Cell, Column, GridRow, Pick, TotalLine
from jsxh_desktop.app.list_layout import ListLayout
from jsxh_desktop.app.offer import Offer, fitting
from jsxh_desktop.app.row_words import RowWords
from jsxh_desktop.app.workspace import Workspace
from jsxh_desktop.domain.change import Added, Moved, Removed
from jsxh_desktop.domain.entry import Entry, Kind
from jsxh_desktop.domain.filing import attribute_of
from jsxh_desktop.domain.place import Place

CODES = {Pick.FUNCTIONAL: Kind.FUNCTIONAL, Pick.ECONOMIC: Kind.ECONOMIC}
WORKED_OUT = "自动算出，不用填"
AS_THE_CODE = "名称随科目编码；按 F4 选科目"
TO_COME = "在这一行打字就加一行；也可以从表格整块粘贴"
ASKED = "待填，打印会印成〔待填〕"


class ListGrid:
    """Implements GridSource; `refresh` reads the filing again, nothing else changes what is shown.

    A record added here that has no code yet stays in this grid, wherever else it may belong.
    """

    def __init__(self, workspace: Workspace, layout: ListLayout) -> None:
        self._workspace = workspace
        self._layout = layout
        self._own: set[int] = set()
        self._folded: set[str] = set()
        self._words = RowWords(workspace, layout)
        self.refresh()

    @property
    def columns(self) -> tuple[Column, ...]:
        return self._layout.columns

    @property
    def rows(self) -> tuple[GridRow, ...]:
        return self._rows

    @property
    def grows(self) -> bool:
        return self._layout.fresh is not None

    def refresh(self) -> None:
        self._drafts = self._workspace.drafts
        self._words.begin(self._drafts)
        self._records: list[Any | None] = []
        self._bands: dict[int, str] = {}
        self._group_of: dict[int, str] = {}
        self._rows = tuple(self._lay_out())

    def place(self, cell: Cell) -> Place | None:
        record, entry = self._record(cell[0]), self.columns[cell[1]].entry
        if record is None or entry is None or not record.id:
            return None
        return Place(entry, record.id)

    def cell_of(self, place: Place) -> Cell | None:
        spots = (n for n, column in enumerate(self.columns) if column.entry is place.entry)
        column = next(spots, None)
        if place.entry.entity is not self._layout.entity:
            return None
        row = self._row_of(place.key) if place.key else len(self._rows) if self.grows else None
        if row is None and place.key and self._folded:
            self._folded.clear()
            self.refresh()
            row = self._row_of(place.key)
        return None if row is None else (row, column or 0)

    def may_type(self, cell: Cell) -> bool:
        row, column = cell
        typed = self.columns[column].entry is not None
        return typed and (self._record(row) is not None or (row >= len(self._rows) and self.grows))

    def exact(self, cell: Cell) -> str:
        record, entry = self._record(cell[0]), self.columns[cell[1]].entry
        if record is None or entry is None:
            return ""
        draft = self._drafts.get(Place(entry, record.id))
        if draft is not None:
            return draft
        return self._exact(record, entry)

    def problem(self, cell: Cell) -> str:
        place = self.place(cell)
        if place is None or place not in self._drafts:
            return ""
        workspace = self._workspace
        try:
            grid_reading.read(workspace.filing, place.entry, self._drafts[place], workspace.unit)
        except ValueError as slip:
            return str(slip)
        return workspace.problem(place)

    def hint(self, cell: Cell) -> str:
        record, column = self._record(cell[0]), self.columns[cell[1]]
        if record is None:
            return TO_COME if self.grows and cell[0] >= len(self._rows) else ""
        place = self.place(cell)
        if place in self._workspace.asked_for:
            return ASKED
        known = self._layout.known(self._workspace.filing, record, self._workspace.unit)
        if column.entry is None:
            said = AS_THE_CODE if column.pick else WORKED_OUT
        else:
            said = field_help(column.entry).hint
        return known or said

    def offers(self, cell: Cell, typed: str) -> Sequence[Offer]:
        filing, column = self._workspace.filing, self.columns[cell[1]]
        if not self.may_type(self.takes(cell)):
            return ()
        if column.pick in CODES:
            return code_search.search(filing, CODES[column.pick], typed)
        if column.pick is Pick.PROJECT:
            named = grid_reading.called(filing)
            return fitting([Offer(name, (name, each.code)) for name, each in named], typed)
        if self._layout.offers and column.pick is Pick.OWN and column.entry:
            record = self._record(cell[0])
            return fitting(self._layout.offers(filing, record, column.entry), typed)
        if column.pick is Pick.CHOICES and column.entry:
            return fitting([Offer(name, (name,)) for name in column.entry.choices], typed)
        return ()

    def takes(self, cell: Cell) -> Cell:
        row, column = cell
        if self.columns[column].entry is not None:
            return cell
        pick = self.columns[column].pick
        spots = (n for n, each in enumerate(self.columns) if each.entry and each.pick is pick)
        return row, next(spots, column)

    def typing(self, cell: Cell, text: str) -> None:
        workspace, fresh = self._workspace, self._layout.fresh
        place, entry = self.place(cell), self.columns[cell[1]].entry
        if place:
            workspace.typing(place, text)
        elif entry and self.may_type(cell):
            begun = self._record(cell[0]) or (fresh and fresh(workspace.filing))
            is_offered = text.strip() == self.exact(cell)  # as after Escape: nothing was typed
            coming.typing(workspace, entry, "" if is_offered else text, coming.known_of(begun))

    def put(self, typed: Mapping[Cell, str], title: str) -> None:
        batch = Batch(self._workspace, self._layout.fresh, self._layout.understood)
        entries = [each.entry for each in self.columns]
        rows: defaultdict[int, dict[Entry[Any], str]] = defaultdict(dict)
        for (row, number), text in typed.items():
            if entry := entries[number]:
                rows[row][entry] = text
        for row, texts in sorted(rows.items()):
            record = self._record(row)
            if record is not None or (row >= len(self._rows) and self.grows):
                batch.take(row, record, texts)
        self._keep(batch.commit(title or self._title(typed)))

    def insert(self, row: int) -> None:
        if self._layout.fresh is None:
            return
        workspace, record = self._workspace, self._record(row)
        at = self._position(record.id) if record is not None and record.id else None
        fresh = self._layout.fresh(workspace.filing)
        self._keep(workspace.apply("插入一行", [Added(fresh, at)]))

    def delete(self, rows: Sequence[int]) -> None:
        found = [record for row in rows if (record := self._record(row)) is not None]
        gone = [record for record in found if record.id]
        if not gone or not self.grows:
            return
        name = self._layout.named(self._workspace.filing, gone[0])
        title = f"删除“{name}”" if len(gone) == 1 and name else f"删除 {len(gone)} 行"
        self._workspace.apply(title, [Removed(type(each), each.id) for each in gone])

    def move(self, row: int, to: int) -> None:
        moved, other = self._record(row), self._record(to)
        if moved is None or other is None or not moved.id or not other.id:
            return
        if self._group_of.get(moved.id) == self._group_of.get(other.id):
            change = Moved(self._layout.entity, moved.id, self._position(other.id))
            self._workspace.apply("上移一行" if to < row else "下移一行", [change])

    def fold(self, row: int) -> None:
        group = self._bands.get(row)
        if group:
            self._folded ^= {group}
            self.refresh()

    def totals(self) -> tuple[TotalLine, ...]:
        return self._layout.totals(self._workspace.filing, self._workspace.unit)

    def _lay_out(self) -> Iterator[GridRow]:
        filing, bands = self._workspace.filing, self._layout.bands
        records = [*self._layout.records(filing), *self._homeless()]
        if bands is None:
            yield from self._worded(records)
            return
        for group, members in self._grouped(records, bands.group):
            if group:
                self._bands[len(self._records)] = group
                self._records.append(None)
                first, *cells = bands.cells(filing, group, members, self._workspace.unit)
                sign = "›" if group in self._folded else "∨"
                yield GridRow(0, (f"{sign} {first}", *cells), band=True)
            if group not in self._folded:
                yield from self._worded(members)

    def _grouped(
        self, records: Sequence[Any], group: Callable[[Any], str]
    ) -> list[tuple[str, list[Any]]]:
        """Records by group, in the order of the groups; one with none goes with the one below."""
        groups: dict[str, list[Any]] = {}
        below = ""
        for record in reversed(records):
            below = group(record) or below
            self._group_of[record.id] = below
            groups.setdefault(below, []).append(record)
        ordered = sorted(groups.items(), key=lambda each: (not each[0], each[0]))
        return [(name, members[::-1]) for name, members in ordered]

    def _keep(self, added: Iterable[int]) -> None:
        """Remember what was added here, which may belong elsewhere as yet."""
        self._own.update(added)
        if next(self._homeless(), None):
            self.refresh()  # what has a home is shown at the next refresh anyway

    def _homeless(self) -> Iterator[Any]:
        """Records added here whose code, the first column, is still to come."""
        code = self.columns[0].entry
        if not self._own or code is None:
            return
        belonging = {record.id for record in self._layout.records(self._workspace.filing)}
        homeless = self._own - belonging
        for record in self._all() if homeless else ():
            if record.id in homeless and not code.of(record):
                yield record

    def _worded(self, records: Sequence[Any]) -> Iterator[GridRow]:
        self._records += records
        return self._words.rows(records)

    def _record(self, row: int) -> Any | None:
        return self._records[row] if row < len(self._records) else None

    def _row_of(self, key: int) -> int | None:
        found = (row for row, each in enumerate(self._records) if each and each.id == key)
        return next(found, None)

    def _all(self) -> Sequence[Any]:
        records: Sequence[Any] = getattr(self._workspace.filing, attribute_of(self._layout.entity))
        return records

    def _position(self, key: int) -> int:
        """Where a record stands in the whole list."""
        return next(at for at, record in enumerate(self._all()) if record.id == key)

    def _exact(self, record: Any, entry: Entry[Any]) -> str:
        workspace = self._workspace
        return grid_reading.exact(workspace.filing, entry, entry.of(record), workspace.unit)

    def _title(self, typed: Mapping[Cell, str]) -> str:
        """What typing is called: 修改 2101101 支出决算数; nothing where the entry says it all."""
        ((row, column), *others) = typed
        record, entry = self._record(row), self.columns[column].entry
        if others or record is None or entry is None:
            return f"填写 {len(typed)} 格" if others else ""
        name = self._layout.named(self._workspace.filing, record)
        return f"修改 {name} {entry.label}" if name else ""
