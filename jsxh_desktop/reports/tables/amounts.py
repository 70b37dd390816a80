"""Figures as cells of a table: a zero as the pack prints it, a blank as a mark and a note."""

from __future__ import annotations

from jsxh_desktop.domain.money import Money
from jsxh_desktop.domain.stated import NotStated, gap
from jsxh_desktop.narrative.block import Align, Cell

MARK = "〔待填〕"
"""What stands in a cell too narrow for the whole gap; a note under the table says what to fill."""


class Amounts:
    """Makes the cells of one table and remembers which figures are missing."""

    def __init__(self, zero: str) -> None:
        self._zero = zero
        self._missing: dict[str, None] = {}

    def cell(self, figure: Money | NotStated, *, bold: bool = False) -> Cell:
        """万元 with two decimals, or the mark of a gap."""
        if isinstance(figure, NotStated):
            return self.missing(figure.label, bold=bold)
        shown = figure.show() if figure else self._zero
        return Cell(shown, align=Align.RIGHT, bold=bold)

    def missing(self, label: str, *, bold: bool = False) -> Cell:
        """The mark in place of what has to be filled, which goes into the notes."""
        self._missing[label] = None
        return Cell(MARK, align=Align.CENTRE, bold=bold)

    def notes(self) -> tuple[str, ...]:
        """One line that names everything missing, each thing once; none where nothing is."""
        return ("".join(map(gap, self._missing)),) if self._missing else ()
