"""The money of a self-evaluation sheet against the expenditure lines of its project."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jsxh_desktop.app.imports.evaluation_forms import Form
from jsxh_desktop.app.imports.field_cells import Cell, field_cell, shown
from jsxh_desktop.app.imports.form_words import INITIAL, PLANNED, SPENT
from jsxh_desktop.app.imports.plan import PlanCell, State
from jsxh_desktop.app.imports.wanted import agrees
from jsxh_desktop.domain.change import Put
from jsxh_desktop.domain.entry import Entry
from jsxh_desktop.domain.expenditure import ExpenditureLine
from jsxh_desktop.domain.money import Money, added
from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.terms import Precision

ENTRIES = {
    INITIAL: ExpenditureLine.initial_budget,
    PLANNED: ExpenditureLine.full_year_budget,
    SPENT: ExpenditureLine.final,
}
NO_LINE = "支出里还没有这个项目的行，表里没有功能科目，请先到支出里填"


def money_steps(
    form: Form, lines: Sequence[ExpenditureLine]
) -> Iterator[tuple[PlanCell, Put | None]]:
    """Each amount of all money together: put where the project has one line, else compared."""
    unit = "元" if form.in_yuan else "万元"
    for kind, spot in form.money.items():
        entry = ENTRIES[kind]
        try:
            cell = Cell(spot.address, spot.text, Money.parse(spot.text, unit))
        except ValueError as slip:
            cell = Cell(spot.address, spot.text, None, str(slip))
        yield _step(form.source.name, cell, entry, lines)


def _step(
    sheet: str, cell: Cell, entry: Entry[Money | None], lines: Sequence[ExpenditureLine]
) -> tuple[PlanCell, Put | None]:
    amounts = [amount for line in lines if (amount := entry.of(line)) is not None]
    held = added(amounts) if amounts else None
    place = Place(entry, lines[0].id) if lines else None
    if cell.problem or (lines and held is not None and _agrees(held, cell.value)):
        told = cell if cell.problem else cell._replace(value=held)
        return field_cell(sheet, told, entry, held, place or Place(entry)), None
    if len(lines) == 1:
        made = field_cell(sheet, cell, entry, held, Place(entry, lines[0].id))
        return made, Put(entry, cell.value, lines[0].id)
    several = f"支出里这个项目有{len(lines)}行，合起来是{shown(entry, held) or '空'}元，请自己核对"
    return (
        PlanCell(
            sheet,
            cell.address,
            cell.text,
            entry.label,
            State.UNREAD,
            shown(entry, held),
            shown(entry, cell.value),
            several if lines else NO_LINE,
            place,
        ),
        None,
    )


def _agrees(held: Money, stated: Money) -> bool:
    return agrees(held, stated, Precision.HUNDREDTH_WAN)
