"""What blocks say in print, text by text: as lines joined, which is how a page shows it."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping

from jsxh_desktop.charts.chart import Chart
from jsxh_desktop.narrative.block import Block, Cell, Contents, Cover, Figure, PageBreak, Table
from jsxh_desktop.reports.typed import printable

Texts = Mapping[Hashable, str]

WHOLE = "whole"
"""The key of what a block says itself; cells have theirs by row and column."""


def texts(block: Block) -> Texts:
    """Each text of a block that may change by itself, by a key that says what it is."""
    match block:
        case Table():
            said: dict[Hashable, str] = {WHOLE: joined(*_frame(block))}
            said |= {place: joined(cell.text) for place, cell in cells_of(block) if cell.text}
            return said
        case Figure(chart=Chart() as chart):
            return {WHOLE: joined(block.caption), **dict(_lettering(chart))}
        case Figure():
            return {WHOLE: joined(block.note, block.caption)}
        case Cover():
            return {WHOLE: joined(*block.title, block.subtitle, block.closing)}
        case Contents() | PageBreak():
            return {}
        case _:
            return {WHOLE: joined(block.text)}


def joined(*parts: str) -> str:
    """The parts as a page prints them, one after the other and without their new lines."""
    return printable("".join(parts)).replace("\n", "")


def cells_of(table: Table) -> Iterator[tuple[tuple[int, int], Cell]]:
    """Every cell with its row, head rows first, and its place in that row."""
    for row, cells in enumerate((*table.head, *table.body)):
        for place, cell in enumerate(cells):
            yield (row, place), cell


def _frame(table: Table) -> tuple[str, ...]:
    """In the order the print sets it: what stands above the grid, then what stands below."""
    above = (table.label, table.title, table.number, table.right_note, table.left_note)
    return (*above, *table.notes, table.signature.replace("\t", ""))


def _lettering(chart: Chart) -> Iterator[tuple[tuple[str, str], str]]:
    """The words of a chart, each by its series and category; the chart may break them."""
    for series in chart.series:
        yield (series.name, ""), series.name
        amounts = chart.labels or tuple(map(chart.printed, series.values))
        for category, amount in zip(chart.categories, amounts, strict=True):
            yield ("", category), category
            yield (series.name, category), amount
