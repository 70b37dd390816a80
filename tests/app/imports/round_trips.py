"""What of a filing does not come back from the files that are made of it: nothing, it should be."""

from __future__ import annotations

import dataclasses
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from jsxh_desktop.app.imports.importing import plan_of
from jsxh_desktop.app.imports.plan import ImportPlan, State
from jsxh_desktop.app.packs import load_pack
from jsxh_desktop.app.repacking import with_pack
from jsxh_desktop.domain.change import Added, Change, Put, Removed
from jsxh_desktop.domain.filing import LISTS, SINGLES, Filing
from jsxh_desktop.domain.money import Money
from jsxh_desktop.domain.pack import Pack
from jsxh_desktop.domain.stated_figure import StatedFigure
from jsxh_desktop.domain.terms import APPROPRIATION, Precision
from jsxh_desktop.narrative.block import Table
from jsxh_desktop.narrative.document import PartBlocks
from jsxh_desktop.reports.evaluation_form import evaluation_sheets
from jsxh_desktop.reports.excel.disclosure import (
    WAN,
    YUAN,
    evaluation_form_sheets,
    public_table_sheets,
)
from jsxh_desktop.reports.excel.entered import entered_sheets
from jsxh_desktop.store.file import Workbook
from jsxh_desktop.tables.figure_table import UNCODED
from jsxh_desktop.tables.public import figure_tables
from tests.app.imports.files import read_here, written
from tests.reports import word_reading
from tests.reports.word_reading import Rows, matrix

_ZEROS = re.compile(r"(\.\d*?)0+$", re.ASCII)
FORMS = ("sichuan-2021", "sichuan-2022", "national-2020", "national-2021-cost")
"""The packs whose self-evaluation sheets every filing is put on."""


Cell = tuple[str, str, str]


class Lost(NamedTuple):
    """Something that did not come back: by which file, what it was, what it is now."""

    file: str
    what: str
    before: object
    after: object


class Trips:
    """One workbook and one folder for all the files; each filing replaces the one before."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._workbook = Workbook.create(folder / "trips.jsxh")

    def close(self) -> None:
        self._workbook.close()

    def all_of(self, filing: Filing, pack: Pack, parts: Iterable[PartBlocks]) -> list[Lost]:
        """Whatever does not come back of one filing, from any of its files."""
        lost = [*words(parts), *self.lists(filing), *self.tables(filing, pack, YUAN)]
        if filing.precision is Precision.HUNDREDTH_WAN:
            lost += self.tables(filing, pack, WAN)
        else:
            lost += self.rounded(filing, pack)
        for form in FORMS if filing.projects else ():
            lost += self.sheets(filing, form)
        return lost

    def lists(self, filing: Filing) -> Iterator[Lost]:
        """填报明细: every record and value, into the same year and into an empty one."""
        path = written(entered_sheets(filing), self._folder / "填报明细.xlsx")
        held = by_place(filing)
        yield from _changed("填报明细", _planned(path, filing), ())
        start = Filing(filing.year, filing.pack, filing.precision)
        after = by_place(self._after(path, start, filing))
        for name in (*SINGLES, *LISTS):
            if getattr(after, name) != getattr(held, name):
                yield Lost("填报明细", name, getattr(held, name), getattr(after, name))

    def tables(self, filing: Filing, pack: Pack, unit: str) -> Iterator[Lost]:
        """附表: the same year stays as it is; an empty one says the same in every table."""
        file = f"附表，{unit}"
        path = written(public_table_sheets(filing, pack, unit), self._folder / "附表.xlsx")
        yield from _changed(file, _planned(path, filing), (StatedFigure,))
        after = self._after(path, Filing(filing.year, filing.pack, filing.precision), filing)
        before, left = _figures(filing, pack), untold(filing)
        again = _figures(after, pack)
        yield from _differing(file, _without(left, before), _without(left, again))
        kept = {(x.table, x.row, x.column): x.amount for x in after.stated_figures if x.amount}
        yield from _differing(f"{file}，表列数", before, kept)

    def rounded(self, filing: Filing, pack: Pack) -> Iterator[Lost]:
        """附表 in 万元 of a ledger to the fen: it stays as it is, and all is understood."""
        path = written(public_table_sheets(filing, pack, WAN), self._folder / "附表.xlsx")
        yield from _changed("附表，万元，分", _planned(path, filing), (StatedFigure,))

    def sheets(self, filing: Filing, form: str) -> Iterator[Lost]:
        """项目自评表 of a form: the same year stays; words, goals and indicators come back."""
        pack = load_pack(form)
        filing = with_pack(filing, pack)
        path = written(evaluation_form_sheets(filing, pack), self._folder / "自评表.xlsx")
        yield from _changed(f"自评表 {form}", _planned(path, filing), ())
        after = self._after(path, _without_words(filing), filing)
        before, again = evaluation_sheets(filing, pack), evaluation_sheets(after, pack)
        for sheet, other in zip(before, again, strict=True):
            if _texts(sheet) != _texts(other):
                yield Lost(f"自评表 {form}", sheet.title, _texts(sheet), _texts(other))

    def _after(self, path: Path, start: Filing, like: Filing) -> Filing:
        """What a year is after the import, in a workbook."""
        key = self._workbook.save(start)
        held = _coded(self._workbook.load(key), like)
        plan = _planned(path, held)
        self._workbook.apply(key, plan.title, plan.changes)
        return _coded(self._workbook.load(key), like)


def words(parts: Iterable[PartBlocks]) -> Iterator[Lost]:
    """The whole book as Word, read by another program."""
    blocks = [block for part in parts for block in part.blocks]
    expected = word_reading.expected(blocks)
    read = word_reading.texts(word_reading.written(blocks))
    if read != expected:
        first = next((pair for pair in zip(expected, read, strict=False) if pair[0] != pair[1]), ())
        yield Lost("Word", "第一处", *(first or (len(expected), len(read))))


def _planned(path: Path, filing: Filing) -> ImportPlan:
    return plan_of(read_here(path), filing, load_pack(filing.pack))


def _changed(file: str, plan: ImportPlan, allowed: tuple[type[Any], ...]) -> Iterator[Lost]:
    """What a plan changes or does not understand of the very filing it was made of."""
    for change in plan.changes:
        if _entity(change) not in allowed:
            yield Lost(file, "不该有的改动", None, change)
    for cell in plan.cells:
        if cell.state is State.UNREAD:
            yield Lost(file, "看不懂", cell.text, cell)


def _entity(change: Change) -> type[Any]:
    match change:
        case Added(record):
            return type(record)
        case Put(entry):
            entity: type[Any] = entry.entity
            return entity
        case Removed(gone):
            return gone
        case _:
            raise TypeError(change)


def _differing(
    file: str, before: Mapping[Any, object], after: Mapping[Any, object]
) -> Iterator[Lost]:
    for key in before.keys() | after.keys():
        if before.get(key) != after.get(key):
            yield Lost(file, str(key), before.get(key), after.get(key))


def _figures(filing: Filing, pack: Pack) -> Mapping[Cell, Money]:
    """The figures of the tables of the pack that are not zero."""
    made = figure_tables(filing, pack)
    return {
        (table.id, *cell): amount
        for table in pack.tables
        for cell, amount in made[table.id].cells.items()
        if isinstance(amount, Money) and amount and UNCODED not in cell
    }


def _texts(sheet: Table) -> Rows:
    """What a sheet says; a spreadsheet keeps no zeros at the end of a number."""
    rows = matrix(sheet)
    return tuple(tuple(_ZEROS.sub(r"\1", text).rstrip(".") for text in row) for row in rows)


def untold(filing: Filing) -> tuple[str, ...]:
    """The tables whose figures no other table tells the nature or the project of.

    A code with two natures or two projects stands in one row of a detail table. What they state is
    kept all the same.
    """
    rows: defaultdict[object, set[object]] = defaultdict(set)
    for line in filing.by_function:
        if line.fund in APPROPRIATION:
            rows[line.functional].add((line.kind, line.fund, line.project, bool(line.economic)))
    return ("CZMX", "YBMX", "JJSG") if any(len(of) > 1 for of in rows.values()) else ()


def _without(tables: Sequence[str], figures: Mapping[Cell, Money]) -> Mapping[Cell, Money]:
    return {cell: amount for cell, amount in figures.items() if cell[0] not in tables}


def _without_words(filing: Filing) -> Filing:
    """Projects with their names, codes and money, and nothing that is said of them."""
    kept = ("name", "code", "category", "budget", "targeted", "monitored", "evaluated", "id")
    projects = tuple(
        type(each)(**{name: getattr(each, name) for name in kept}) for each in filing.projects
    )
    return dataclasses.replace(filing, projects=projects, goals=(), indicators=())


def _coded(filing: Filing, like: Filing) -> Filing:
    return dataclasses.replace(
        filing,
        functional_codes=like.functional_codes,
        economic_codes=like.economic_codes,
        before=like.before,
    )


def by_place(filing: Filing) -> Filing:
    """References as the place of the project in its list, which new ids leave alone."""
    places = {project.id: place for place, project in enumerate(filing.projects)}
    moved: dict[str, Any] = {
        name: tuple(
            dataclasses.replace(record, project=places.get(record.project))
            if hasattr(record, "project")
            else record
            for record in getattr(filing, name)
        )
        for name in LISTS
    }
    return dataclasses.replace(filing, **moved)
