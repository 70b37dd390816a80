"""Lays out the self-evaluation sheet of one project as its pack declares it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from jsxh_desktop.domain.pack import Pack
from jsxh_desktop.domain.project import Indicator, Project
from jsxh_desktop.domain.sheet_form import FundLine, Sheet, SheetCell, SheetRow, SheetSection
from jsxh_desktop.domain.sheet_form import SheetValue as V
from jsxh_desktop.domain.stated import NotStated, gap
from jsxh_desktop.narrative.block import Align, Cell, Table
from jsxh_desktop.reports.sheets.evaluation import Evaluation, Group, grouped
from jsxh_desktop.reports.sheets.values import Spot, class_name, text_of
from jsxh_desktop.reports.tables.amounts import MARK

Row = tuple[Cell, ...]
"""The cells of one row, those covered by a merged cell left out."""

FIRST = (V.FIRST, V.FIRST_AND_POINTS)
SECOND = (V.SECOND, V.SECOND_AND_POINTS)
CLASSES = (*FIRST, *SECOND)
RUNNING = (
    *(V.PROJECT_CODE_AND_NAME, V.PROJECT_PROCESS, V.EXECUTION_REASON, V.CONCLUSION, V.PROBLEMS),
    *(V.MEASURES, V.GOALS_EXPECTED, V.GOALS_DONE, V.GOALS_EXPECTED_TOGETHER),
    *(V.GOALS_DONE_TOGETHER, V.FUND_LABEL, V.INDICATOR_NAME, V.NAME_AND_TARGET),
    *(V.REASON, V.TASK_TEXT),
)
"""What reads from the left; amounts stand at the right, all else in the middle."""

AMOUNTS = (V.FUND_INITIAL, V.FUND_PLANNED, V.FUND_SPENT)
NARROW = (V.WEIGHT, V.SCORE, V.TOTAL_POINTS, V.TOTAL_SCORE, V.FUND_RATE, V.FUND_SCORE)
"""Columns too narrow for a whole gap: a mark stands there, and a note says what to fill."""


def sheet_table(evaluation: Evaluation, pack: Pack) -> Table:
    """The whole sheet; a project without name, goals or indicators shows gaps in their places."""
    name = evaluation.project.name or gap(Project.name.label)
    groups = grouped(evaluation.indicators, pack.sheet) if evaluation.indicators else []
    made = table(evaluation, pack.sheet, groups, name)
    return replace(made, bookmark=f"附表{evaluation.number}　{name}")


def table(evaluation: Evaluation, sheet: Sheet, groups: Sequence[Group], name: str = "") -> Table:
    """A form filled with one evaluation, its indicators in these groups."""
    frame = sheet.frame
    words = {"year": evaluation.year, "name": name, "number": evaluation.number}
    missing: dict[str, None] = {}
    writer = _Writer(Spot(evaluation, sheet, sheet.heads()), groups, missing)
    body = tuple(row for section in sheet.sections for row in writer.section(section))
    return Table(
        widths=sheet.widths,
        head=(),
        body=body,
        title=frame.title.format(**words),
        subtitle=frame.subtitle.format(**words),
        label=frame.label.format(**words),
        notes=(*frame.notes, *(("".join(map(gap, missing)),) if missing else ())),
        note_size=frame.note_size,
        signature="\t".join(frame.signature),
        closing=frame.closing,
        size=frame.size,
        title_size=frame.title_size,
        plain_title=frame.plain_title,
        small_label=frame.small_label,
        top=frame.top,
        left_note=frame.left_note.format(unit=evaluation.unit),
        right_note=frame.right_note,
    )


class _Writer:
    """Makes the rows of one sheet and remembers which narrow cells are missing something."""

    def __init__(self, spot: Spot, groups: Sequence[Group], missing: dict[str, None]) -> None:
        self._spot = spot
        self._groups = groups
        self._missing = missing

    def section(self, section: SheetSection) -> tuple[Row, ...]:
        """The rows of a section, its label beside all of them."""
        rows = [made for row in section.rows for made in self._rows(row)]
        if section.label and rows:
            label = self._cell(section.label, self._spot)._replace(down=len(rows))
            rows[0] = (label, *rows[0])
        return tuple(rows)

    def _rows(self, row: SheetRow) -> Iterator[Row]:
        if row.funds:
            yield from (_high(each, row) for each in self._of_funds(row))
        elif row.each_task:
            yield from (_high(each, row) for each in self._of_tasks(row))
        elif row.each_indicator:
            yield from (_high(each, row) for each in self._of_indicators(row))
        else:
            yield _high(tuple(self._cell(cell, self._spot) for cell in row.cells), row)

    def _of_funds(self, row: SheetRow) -> Iterator[Row]:
        for number, fund in enumerate(row.funds):
            spot = replace(self._spot, fund=fund)
            yield tuple(
                self._cell(cell, spot)._replace(down=len(row.funds))
                if cell.once
                else self._labelled(cell, spot, fund)
                for cell in row.cells
                if number == 0 or not cell.once
            )

    def _labelled(self, cell: SheetCell, spot: Spot, fund: FundLine) -> Cell:
        """A cell of a source of money; its label stands as the form says of this source."""
        made = self._cell(cell, spot)
        if cell.value is not V.FUND_LABEL:
            return made
        align = made.align if fund.align is None else Align(fund.align)
        return made._replace(align=align, indent=fund.indent)

    def _of_indicators(self, row: SheetRow) -> Iterator[Row]:
        """A row an indicator; the name of a class stands once, before its rows."""
        if not self._groups:
            yield _missing(row, "绩效指标")
        for _, members in groupby(self._groups, key=lambda group: group.first):
            yield from self._of_class(row, list(members))

    def _of_tasks(self, row: SheetRow) -> Iterator[Row]:
        tasks = self._spot.evaluation.tasks
        if not tasks:
            yield _missing(row, "重点工作")
        for task in enumerate(tasks, 1):
            spot = replace(self._spot, task=task)
            yield tuple(self._cell(cell, spot) for cell in row.cells)

    def _of_class(self, row: SheetRow, groups: list[Group]) -> Iterator[Row]:
        count = sum(max(len(group.indicators), 1) for group in groups)
        begins_first = True
        for group in groups:
            begins_second = True
            for indicator in group.indicators or (None,):
                yield tuple(
                    self._of_indicator(cell, group, indicator, count)
                    for cell in row.cells
                    if cell.value not in CLASSES
                    or (begins_first and cell.value in FIRST)
                    or (begins_second and cell.value in SECOND)
                )
                begins_first = begins_second = False

    def _of_indicator(
        self, cell: SheetCell, group: Group, indicator: Indicator | None, count: int
    ) -> Cell:
        spot = replace(self._spot, group=group, indicator=indicator or Indicator())
        if cell.value in CLASSES:
            down = count if cell.value in FIRST else max(len(group.indicators), 1)
            text = class_name(cell.value, spot, is_broken=cell.broken)
            return _shown(cell, text)._replace(down=down)
        if indicator:
            return self._cell(cell, spot)
        if cell.value is None or cell.value is V.REASON:
            return Cell(across=cell.across)
        return Cell(spot.sheet.dash, cell.across, align=Align.CENTRE)

    def _cell(self, cell: SheetCell, spot: Spot) -> Cell:
        """The cell with its own text, or that of its value; a gap where that is blank."""
        if cell.value is None:
            return _shown(cell, cell.text)
        try:
            return _shown(cell, text_of(cell.value, spot))
        except NotStated as blank:
            if cell.value not in NARROW:
                return _shown(cell, gap(blank.label))
            self._missing[blank.label] = None
            return _shown(cell, MARK)._replace(align=Align.CENTRE)


def _missing(row: SheetRow, label: str) -> Row:
    """A row of which there is none yet: one cell that asks for it."""
    across = sum(cell.across for cell in row.cells)
    return (Cell(gap(label), across, align=Align.CENTRE),)


def _shown(cell: SheetCell, text: str) -> Cell:
    return Cell(
        text,
        cell.across,
        cell.down,
        _align(cell),
        cell.bold,
        cell.indent,
        cell.upright,
    )


def _align(cell: SheetCell) -> Align:
    if cell.align is not None:
        return Align(cell.align)
    if cell.value in RUNNING:
        return Align.LEFT
    return Align.RIGHT if cell.value in AMOUNTS else Align.CENTRE


def _high(row: Row, declared: SheetRow) -> Row:
    """The row at least as high as declared: a cell that ends in it carries that."""
    if not declared.height:
        return row
    place = next((n for n, cell in enumerate(row) if cell.down == 1), None)
    return tuple(
        cell._replace(height=declared.height) if n == place else cell for n, cell in enumerate(row)
    )
