"""The indicators of one project as the source of a grid: classes as bands, scores worked out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from jsxh_desktop.app import coming
from jsxh_desktop.app.check_marks import severities
from jsxh_desktop.app.evaluation_columns import columns, offered, understood
from jsxh_desktop.app.evaluation_rows import Band, bands, indicator_row, problem
from jsxh_desktop.app.grid_batch import Batch
from jsxh_desktop.app.grid_layout import Cell, Column, GridRow, TotalLine
from jsxh_desktop.app.indicator_words import known
from jsxh_desktop.app.offer import Offer, fitting
from jsxh_desktop.app.score_words import reason_owed
from jsxh_desktop.app.workspace import Workspace
from jsxh_desktop.domain.change import Removed
from jsxh_desktop.domain.entry import Entry
from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.project import Indicator
from jsxh_desktop.domain.sheet_form import Sheet
from jsxh_desktop.domain.terms import IndicatorNature

ON_A_BAND = "Enter 收起或展开，Alt+Insert 在这一类里加一条"
TO_ADD = "写在这里就加一条指标；先写类别，会归到它那一类"


class EvaluationGrid:
    """What is typed goes to the workspace; `show` turns to another project."""

    def __init__(self, workspace: Workspace, project: int) -> None:
        self._workspace = workspace
        self._project = project
        self._folded: set[str] = set()
        self.refresh()

    def show(self, project: int) -> None:
        """Hold the indicators of another project from now on."""
        if project != self._project:
            self._project = project
            self._folded.clear()
            self.refresh()

    @property
    def columns(self) -> tuple[Column, ...]:
        return self._columns

    @property
    def rows(self) -> tuple[GridRow, ...]:
        return self._rows

    @property
    def grows(self) -> bool:
        return True

    def refresh(self) -> None:
        self._columns = columns(self._sheet)
        self._drafts = self._workspace.drafts
        own = [each for each in self._workspace.filing.indicators if each.project == self._project]
        self._lines: list[Band | Indicator] = []
        for band in bands(own, self._sheet):
            self._lines.append(band)
            if band.name not in self._folded:
                self._lines.extend(band.indicators)
        self._rows = tuple(map(self._row, self._lines))

    def place(self, cell: Cell) -> Place | None:
        row, column = cell
        record, entry = self._record(row), self.columns[column].entry
        return Place(entry, record.id) if record and entry else None

    def cell_of(self, place: Place) -> Cell | None:
        if place.entry.entity is not Indicator:
            return None
        spots = (n for n, column in enumerate(self.columns) if column.entry is place.entry)
        row = self._row_of(place.key)
        if row is None and self._folded:
            self._folded.clear()
            self.refresh()
            row = self._row_of(place.key)
        return None if row is None else (row, next(spots, 0))

    def may_type(self, cell: Cell) -> bool:
        row, number = cell
        column, record = self.columns[number], self._record(row)
        if column.entry is None or (record is None and row < len(self._lines)):
            return False
        if record is None:
            # A new line's score is worked out, whatever was pasted.
            return column.entry is not Indicator.own_score
        if column.entry not in (Indicator.attainment, Indicator.coefficient):
            return True
        judged = record.nature is IndicatorNature.QUALITATIVE
        return judged or column.entry.of(record) is not None

    def exact(self, cell: Cell) -> str:
        place, column = self.place(cell), self.columns[cell[1]]
        if place is None:
            return ""
        if column.entry in (Indicator.category, Indicator.attainment):
            return self._rows[cell[0]].cells[cell[1]]
        return self._workspace.exact_text(place)

    def problem(self, cell: Cell) -> str:
        record, column, sheet = self._record(cell[0]), self.columns[cell[1]], self._sheet
        if record is None:
            return ""
        unread = column.entry and self._workspace.problem(Place(column.entry, record.id))
        owed = "" if record.deviation_reason else reason_owed(record, sheet.scheme)
        return unread or problem(record, column, sheet, owed)

    def hint(self, cell: Cell) -> str:
        record, filing = self._record(cell[0]), self._workspace.filing
        if record:
            return known(filing, record, self.columns[cell[1]], self._sheet)
        return ON_A_BAND if cell[0] < len(self._lines) else TO_ADD

    def offers(self, cell: Cell, typed: str) -> Sequence[Offer]:
        every = offered(self.columns[cell[1]], self._sheet, self._workspace.filing)
        return fitting(every, typed)

    def takes(self, cell: Cell) -> Cell:
        return cell

    def typing(self, cell: Cell, text: str) -> None:
        entry = self.columns[cell[1]].entry
        if place := self.place(cell):
            self._workspace.typing(place, text)
        elif entry and self.may_type(cell):
            known = {Indicator.project: str(self._project)}
            coming.typing(self._workspace, entry, text, known)

    def put(self, typed: Mapping[Cell, str], title: str) -> None:
        batch = Batch(self._workspace, lambda _filing: Indicator(project=self._project))
        for cell, text in sorted(typed.items()):
            row, number = cell
            entry = self.columns[number].entry
            if entry and self.may_type(cell):
                as_it_is = self._is_worked_out(cell, text)
                said = self.exact(cell) if as_it_is else understood(entry, text, self._sheet)
                batch.take(row, self._record(row), {entry: said})
        batch.commit(title or self._title(typed))

    def _is_worked_out(self, cell: Cell, text: str) -> bool:
        """Whether a score typed is the one that stands there anyway: it stays worked out."""
        row, number = cell
        shown = self._rows[row].cells[number] if row < len(self._rows) else ""
        is_score = self.columns[number].entry is Indicator.own_score
        return is_score and bool(text) and text.strip() == shown

    def insert(self, row: int) -> None:
        """A blank indicator before this one and of its class; on a band the first of the class."""
        line = self._lines[row] if row < len(self._lines) else None
        if isinstance(line, Band):
            after = line.indicators[0] if line.indicators else None
            self._add(line.category, after)
        elif line is not None:
            self._add(line.category, line)
        else:
            self._add(None, None)

    def delete(self, rows: Sequence[int]) -> None:
        gone = [record for row in rows if (record := self._record(row))]
        if not gone:
            return
        named = f"“{gone[0].name}”" if len(gone) == 1 and gone[0].name else f" {len(gone)} 条指标"
        self._workspace.apply(f"删除{named}", [Removed(Indicator, each.id) for each in gone])

    def move(self, row: int, to: int) -> None:
        """Change places with another of the same class; a form keeps its classes together."""
        record, other = self._record(row), self._record(to)
        if record and other and record.category is other.category:
            self._workspace.move(Indicator, record.id, self._position(other))

    def fold(self, row: int) -> None:
        line = self._lines[row]
        if isinstance(line, Band):
            self._folded ^= {line.name}
            self.refresh()

    def totals(self) -> tuple[TotalLine, ...]:
        return ()

    @property
    def _sheet(self) -> Sheet:
        return self._workspace.pack.sheet

    def _row(self, line: Band | Indicator) -> GridRow:
        if isinstance(line, Band):
            is_open = line.name not in self._folded
            return GridRow(0, line.cells(self.columns, self._sheet, is_open=is_open), band=True)
        made = indicator_row(line, self.columns, self._sheet, self._text)
        places = [Place(each.entry, line.id) if each.entry else None for each in self.columns]
        unread = frozenset(n for n, place in enumerate(places) if place in self._drafts)
        blank = self._workspace.asked_for
        asked = frozenset(n for n, place in enumerate(places) if place in blank)
        found = severities(self._workspace, places)
        return made._replace(wrong=made.wrong | unread, asked=asked, found=found)

    def _text(self, entry: Entry[Any], record: Indicator) -> str:
        draft = self._drafts.get(Place(entry, record.id))
        return entry.show(entry.of(record)) if draft is None else draft

    def _record(self, row: int) -> Indicator | None:
        line = self._lines[row] if row < len(self._lines) else None
        return line if isinstance(line, Indicator) else None

    def _row_of(self, key: int) -> int | None:
        return next((row for row, each in enumerate(self._rows) if key and each.key == key), None)

    def _title(self, typed: Mapping[Cell, str]) -> str:
        """What typing is called: 修改 组织科普培训 完成值; nothing where the entry says it all."""
        ((row, number), *others) = typed
        record = self._record(row)
        if others:
            return f"填写 {len(typed)} 格"
        return f"修改 {record.name} {self.columns[number].title}" if record and record.name else ""

    def _add(self, category: Any, before: Indicator | None) -> None:
        record = Indicator(project=self._project, category=category)
        self._workspace.add(record, self._position(before) if before else None)

    def _position(self, record: Indicator) -> int:
        return [each.id for each in self._workspace.filing.indicators].index(record.id)
