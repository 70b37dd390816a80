"""Our own 填报明细 read back: every record and value of it, exactly, against what is filled in."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from jsxh_desktop.app.imports.cell_values import read_value
from jsxh_desktop.app.imports.field_cells import Cell
from jsxh_desktop.app.imports.list_changes import (
    Coming,
    Row,
    Sheet,
    changes,
    matched,
    plan_cells,
)
from jsxh_desktop.app.imports.plan import Found, ImportPlan
from jsxh_desktop.app.imports.single_changes import single_plan
from jsxh_desktop.app.imports.source import Source, plain, written
from jsxh_desktop.app.problem import Problem
from jsxh_desktop.domain.change import Change, Removed
from jsxh_desktop.domain.entry import Entry, Kind, entries
from jsxh_desktop.domain.filing import FACTS, LISTS, Filing, without
from jsxh_desktop.domain.project import Project
from jsxh_desktop.reports.excel.entered import (
    FORMAT,
    FORMAT_KEY,
    LIST_NAMES,
    MARK,
    NUMBER,
    SINGLE_RECORDS,
    UNIT_KEY,
    head,
)

PROJECTS_FIRST = ("projects", *(name for name in LIST_NAMES if name != "projects"))
"""So that what belongs to a new project finds it."""

Told = int | Coming
Projects = Mapping[str, Told]
"""How a row names a project, by number or by name, and which one that is."""

_FACTS = {"year": "年度", "pack": "套表", "precision": "精确到"}


def is_own(sources: Sequence[Source]) -> bool:
    """Whether a file is one of ours."""
    return any(source.name == MARK and source.value(0, 0) == MARK for source in sources)


def own_plan(sources: Sequence[Source], filing: Filing, *, in_order: bool = False) -> ImportPlan:
    """The plan of a whole 填报明细; Problem where a newer program wrote it.

    Rows that were sorted in a spreadsheet stay where they are filled in, unless it is `in_order`.
    """
    named = {source.name: source for source in sources}
    mark = {str(row[0]): written(row[1]) for row in named[MARK].rows[1:] if len(row) > 1}
    if mark.get(FORMAT_KEY) != FORMAT:
        raise Problem("这份填报明细是更新的版本写的，请先升级本程序")
    ours = (mark.get(UNIT_KEY), mark.get("year")) == (
        filing.organization.full_name,
        str(filing.year),
    )
    tables: list[Found] = []
    made: list[Change] = []
    if SINGLE_RECORDS in named:
        found, puts = single_plan(named[SINGLE_RECORDS], filing)
        tables.append(found)
        made += puts
    for found, steps in _lists(named, filing, by_number=ours, in_order=in_order):
        tables.append(found)
        made += steps
    return ImportPlan("导入填报明细", tuple(tables), tuple(made), tuple(_notes(mark, filing)))


def _notes(mark: Mapping[str, str], filing: Filing) -> Iterator[str]:
    for name in FACTS:
        here, there = str(getattr(filing, name)), mark.get(name, "")
        if there and there != here:
            yield f"表里的{_FACTS[name]}是{there}，现在填的是{here}；这一项不会改"
    unit = mark.get(UNIT_KEY, "")
    if unit and unit != filing.organization.full_name:
        yield f"表是“{unit}”的，请核对是不是这个单位"


def _lists(
    named: Mapping[str, Source], filing: Filing, *, by_number: bool, in_order: bool
) -> Iterator[tuple[Found, list[Change]]]:
    """What each list becomes, the projects before what belongs to them."""
    added: list[Any] = []
    projects: dict[str, Told] = dict(_known(filing))
    for attribute in PROJECTS_FIRST:
        source = named.get(LIST_NAMES[attribute])
        if source is None:
            continue
        sheet = _sheet(source, LISTS[attribute], filing, projects)
        records = getattr(filing, attribute)
        pairs = matched(sheet, records, by_number=by_number)
        first = len(added)
        steps = list(changes(sheet, pairs, records, added, in_order=in_order))
        yield Found(source.name, source.name, tuple(plan_cells(sheet, pairs, records))), steps
        if attribute == "projects":
            new = iter(range(first, len(added)))
            told = ((row, Coming(next(new)) if r is None else r.id) for row, r in pairs)
            projects = dict(_names(told))
            for step in steps:
                if isinstance(step, Removed):  # it takes along what belongs to it
                    filing = without(filing, Project, step.key)


def _known(filing: Filing) -> Iterator[tuple[str, Told]]:
    for project in filing.projects:
        yield str(project.id), project.id
        if project.name:
            yield plain(project.name), project.id


def _names(told: Iterator[tuple[Row, Told]]) -> Iterator[tuple[str, Told]]:
    for row, project in told:
        name = row.cells.get(Project.name)
        if name and name.text:
            yield plain(name.text), project
        if row.number:
            yield str(row.number), project


def _sheet(source: Source, entity: type[Any], filing: Filing, projects: Projects) -> Sheet:
    known = {plain(head(entry)): entry for entry in entries(entity)}
    width = source.width
    heads = {column: source.text(0, column) for column in range(width)}
    columns = {column: known[text] for column, text in heads.items() if text in known}
    numbered = next((column for column, text in heads.items() if text == plain(NUMBER)), None)
    read = _reader(filing, projects)
    rows = []
    for row in range(1, len(source.rows)):
        cells = {
            entry: _cell(source.address(row, column), source.value(row, column), entry, read)
            for column, entry in columns.items()
        }
        number = 0 if numbered is None else _number(source, row, numbered)
        said = numbered is not None and source.value(row, numbered) != ""
        if said or any(cell.text for cell in cells.values()):
            rows.append(Row(number, cells))
    return Sheet(source.name, entity, rows)


def _number(source: Source, row: int, column: int) -> int:
    said = source.text(row, column)
    return int(said) if said.isascii() and said.isdecimal() else 0


Read = Callable[[Entry[Any], Any], Any]


def _reader(filing: Filing, projects: Projects) -> Read:
    """Reads the cells of a list; what comes again and again is read once."""
    remembered: dict[tuple[Entry[Any], str], Any] = {}

    def read(entry: Entry[Any], value: Any) -> Any:
        if entry.kind is Kind.REFERENCE:
            return _project(written(value), projects)
        if not isinstance(value, str) or entry.kind in (Kind.TEXT, Kind.PROSE):
            return read_value(filing, entry, value)
        if (entry, value) not in remembered:
            remembered[entry, value] = read_value(filing, entry, value)
        return remembered[entry, value]

    return read


def _project(said: str, projects: Projects) -> Told | None:
    """The project a text names: by its number, whatever stands behind it, or by its name."""
    if not plain(said):
        return None
    first, _, _ = said.strip().partition(" ")
    found = projects.get(plain(said)) or projects.get(plain(first))
    if found is None:
        raise ValueError(f"没有叫“{said.strip()}”的项目，请先在“项目”表里加")
    return found


def _cell(address: str, value: Any, entry: Entry[Any], read: Read) -> Cell:
    try:
        return Cell(address, written(value), read(entry, value))
    except ValueError as slip:
        return Cell(address, written(value), None, str(slip))
