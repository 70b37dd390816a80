"""A cell of a file beside the field it means: what stands there, what would, and what that is."""

from __future__ import annotations

from typing import Any, NamedTuple

from jsxh_desktop.app.figures_shown import exact_amount
from jsxh_desktop.app.imports.plan import PlanCell, State
from jsxh_desktop.domain.entry import Entry
from jsxh_desktop.domain.money import Money
from jsxh_desktop.domain.place import Place


class Cell(NamedTuple):
    """A cell: where it is, what it says, the value it has or why it has none."""

    address: str
    text: str
    value: Any
    problem: str = ""


def field_cell(
    sheet: str, cell: Cell, entry: Entry[Any], held: Any, place: Place, reason: str = ""
) -> PlanCell:
    """What a cell makes of the value a field holds."""
    address, text = cell.address, cell.text
    if not cell.problem and cell.value == held:
        return PlanCell(sheet, address, text, entry.label, State.SAME, text, text, reason, place)
    old = shown(entry, held)
    if cell.problem:
        state, new, reason = State.UNREAD, "", cell.problem
    else:
        blank = held is None or held == ""
        state, new = State.ADDED if blank else State.CHANGED, shown(entry, cell.value)
    return PlanCell(sheet, address, text, entry.label, state, old, new, reason, place)


def new_cell(sheet: str, cell: Cell, entry: Entry[Any], reason: str = "") -> PlanCell:
    """What a cell makes of a record that is still to come."""
    if cell.problem:
        return PlanCell(
            sheet, cell.address, cell.text, entry.label, State.UNREAD, reason=cell.problem
        )
    said = cell.text if isinstance(cell.value, tuple) else shown(entry, cell.value)
    return PlanCell(
        sheet, cell.address, cell.text, entry.label, State.ADDED, new=said, reason=reason
    )


def shown(entry: Entry[Any], value: Any) -> str:
    """A value in words: amounts in 元, with every fen."""
    return exact_amount(value, "元") if isinstance(value, Money) else entry.show(value)
