"""Every figure of a table is kept as it is stated, to be compared; it is never added up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from jsxh_desktop.app.imports.field_cells import shown
from jsxh_desktop.app.imports.official import Key
from jsxh_desktop.app.imports.plan import PlanCell, State
from jsxh_desktop.app.imports.stated_book import Stated, StatedBook
from jsxh_desktop.domain.change import Added, Change, Put, Removed
from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.stated_figure import StatedFigure

AMOUNT = StatedFigure.amount


def stated_changes(book: StatedBook, figures: Sequence[StatedFigure]) -> Iterator[Change]:
    """What is kept of the tables of a file; of an earlier import of them nothing else stays."""
    held = by_key(figures)
    again = {key for key in held if key[0] in book.tables and key not in book.cells}
    once = {id(figure) for figure in held.values()}
    for figure in figures:
        twice = figure.table in book.tables and id(figure) not in once
        if twice or (figure.table, figure.row, figure.column) in again:
            yield Removed(StatedFigure, figure.id)
    for key, stated in book.cells.items():
        yield from _kept(key, stated, held.get(key))


def by_key(figures: Sequence[StatedFigure]) -> Mapping[Key, StatedFigure]:
    """The figures there are, the first where a cell is stated twice."""
    found: dict[Key, StatedFigure] = {}
    for figure in figures:
        found.setdefault((figure.table, figure.row, figure.column), figure)
    return found


def _kept(key: Key, stated: Stated, held: StatedFigure | None) -> Iterator[Change]:
    source = f"{stated.sheet}!{stated.cell.address}"
    made = StatedFigure(*key, stated.amount, stated.precision, source)
    if held is None:
        yield Added(made)
        return
    for entry in (AMOUNT, StatedFigure.precision, StatedFigure.source):
        if entry.of(held) != entry.of(made):
            yield Put(entry, entry.of(made), held.id)


def stated_cell(stated: Stated, held: StatedFigure | None) -> PlanCell:
    """A cell that is only kept: what was stated before, if anything."""
    cell = stated.cell
    old = held.amount if held else None
    changed = State.SAME if old == stated.amount else State.CHANGED
    state = State.ADDED if old is None else changed
    _, row, column = cell.key
    return PlanCell(
        stated.sheet,
        cell.address,
        cell.text,
        f"表列数：{row}／{column}",
        state,
        shown(AMOUNT, old),
        shown(AMOUNT, stated.amount),
        "只用来核对，不参加计算",
        Place(AMOUNT, held.id) if held else None,
        cell.key,
    )
