"""The plan of official tables: the lowest rows become lines and fields, all is kept to compare."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from jsxh_desktop.app.imports.carryover_lines import carryover_steps
from jsxh_desktop.app.imports.detail_lines import is_basic
from jsxh_desktop.app.imports.expenditure_lines import economic_lines, functional_lines, told
from jsxh_desktop.app.imports.held_lines import held_expenditure, held_income
from jsxh_desktop.app.imports.income_lines import income_lines, told_income
from jsxh_desktop.app.imports.official import Reading
from jsxh_desktop.app.imports.plan import Found, ImportPlan, PlanCell
from jsxh_desktop.app.imports.source import plain
from jsxh_desktop.app.imports.stated_book import StatedBook
from jsxh_desktop.app.imports.stated_changes import by_key, stated_cell, stated_changes
from jsxh_desktop.app.imports.three_public_fields import three_public_steps
from jsxh_desktop.app.imports.wanted import Step, merged
from jsxh_desktop.domain.change import Added, Change, Put
from jsxh_desktop.domain.expenditure import ExpenditureLine
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.income import IncomeLine
from jsxh_desktop.domain.local_code import Classification, LocalCode
from jsxh_desktop.domain.pack import Pack
from jsxh_desktop.domain.project import Project
from jsxh_desktop.domain.terms import Precision
from jsxh_desktop.tables.titles import title_of

TITLE = "导入公开表"
ROUNDED = "表里的金额是万元、两位小数，导入的明细也只精确到0.01万元，各项相加可能与合计差0.01万元"


def official_plan(readings: Sequence[Reading], filing: Filing, pack: Pack) -> ImportPlan:
    """What the tables of a file make of a filing."""
    book = StatedBook(readings)
    steps = [*_steps(book, filing)]
    return ImportPlan(
        TITLE,
        tuple(_found(readings, steps, book, filing, pack)),
        tuple(_changes(readings, steps, book, filing)),
        tuple(_notes(readings, filing)),
    )


def _steps(book: StatedBook, filing: Filing) -> Iterator[Step]:
    spent = [*functional_lines(book, filing)]
    split = {
        (line.functional, line.kind, line.fund)
        for line, *_, under in spent
        if line.project or under
    }
    received = held_income(filing, told_income(book))
    yield from merged([*income_lines(book)], IncomeLine.final, received)
    paid = held_expenditure(filing, split, told(book))
    yield from merged(spent, ExpenditureLine.final, paid)
    economic = [line for line in filing.expenditure if is_basic(line)]
    yield from merged(
        [*economic_lines(book, spent, economic)],
        ExpenditureLine.final,
        lambda wanted: [line for line in economic if line.economic == wanted.economic],
    )
    yield from carryover_steps(book, filing.carryover)
    yield from three_public_steps(book, filing.three_public)


def _found(
    readings: Sequence[Reading],
    steps: Sequence[Step],
    book: StatedBook,
    filing: Filing,
    pack: Pack,
) -> Iterator[Found]:
    """Each table with its cells: what they become, or else that they are kept."""
    made: defaultdict[object, list[PlanCell]] = defaultdict(list)
    for step in steps:
        if step.cell:
            made[step.cell.stated].append(step.cell)
    held = by_key(filing.stated_figures)
    for reading in readings:
        title = title_of(reading.region.table, pack)
        cells: list[PlanCell] = []
        for cell in reading.cells:
            kept = stated_cell(book.cells[cell.key], held.get(cell.key))
            cells += made.pop(cell.key, [kept])
        yield Found(reading.region.source.name, title, (*cells, *reading.unread))


def _changes(
    readings: Sequence[Reading], steps: Sequence[Step], book: StatedBook, filing: Filing
) -> Iterator[Change]:
    """New projects first, so that what is theirs finds them."""
    new = dict.fromkeys(step.under for step in steps if step.under)
    places = {name: place for place, name in enumerate(new)}
    yield from (Added(Project(name=name)) for name in new)
    for step in steps:
        match step.change:
            case Added(record, position):
                yield Added(record, position, places.get(step.under))
            case Put():
                yield step.change
    codes = {code: name for reading in readings for code, name in reading.codes.items()}
    for code, name in codes.items():
        yield Added(LocalCode(Classification.FUNCTIONAL, code, name))
    yield from stated_changes(book, filing.stated_figures)


def _notes(readings: Sequence[Reading], filing: Filing) -> Iterator[str]:
    for year in dict.fromkeys(reading.region.year for reading in readings):
        if year and year != filing.year:
            yield f"表里写的是{year}年度，现在填的是{filing.year}年度，请核对"
    unit = plain(filing.organization.full_name)
    for owner in dict.fromkeys(reading.region.owner for reading in readings):
        if owner and unit and owner != unit:
            yield f"表里的单位是“{owner}”，请核对是不是这个单位"
    for reading in readings:
        if not reading.region.unit and reading.cells:
            yield f"“{reading.region.source.name}”没有写金额单位，按{reading.unit}读的"
    rounded = any(r.precision is Precision.HUNDREDTH_WAN for r in readings if r.cells)
    if rounded and filing.precision is Precision.FEN:
        yield ROUNDED
