"""What an official table states, cell by cell, in the keys of the room `tables`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple

from jsxh_desktop.app.imports.cell_values import read_money
from jsxh_desktop.app.imports.plan import PlanCell, State
from jsxh_desktop.app.imports.regions import WAN, Region
from jsxh_desktop.app.imports.source import plain, written
from jsxh_desktop.domain.money import FEN_IN, Money
from jsxh_desktop.domain.terms import Precision

Key = tuple[str, str, str]
"""Table, row and column, as a StatedFigure has them."""

_NOTHING = frozenset(["", "-", "—", "——", "/", "无", "－"])
GAP = "〔待填"
"""How the print marks what nobody filled in yet."""
_HUNDREDTH = FEN_IN[WAN] // 100
_WITHOUT_END = ("注", "说明", "备注")


class StatedCell(NamedTuple):
    """A figure as a table states it, and where it stands."""

    key: Key
    amount: Money
    address: str
    text: str


@dataclass
class Reading:
    """One table as it is read: its figures, what was not understood of it, or that nothing was.

    `codes` are those that the tables of the year do not have, with their names.
    """

    region: Region
    unit: str
    cells: list[StatedCell] = field(default_factory=list)
    unread: list[PlanCell] = field(default_factory=list)
    codes: dict[str, str] = field(default_factory=dict)
    understood: bool = True

    def take(self, row: int, column: int, key: tuple[str, str]) -> None:
        """The figure of a cell, if there is one."""
        source = self.region.source
        value = source.value(row, column)
        if isinstance(value, str) and (plain(value) in _NOTHING or value.startswith(GAP)):
            return
        try:
            amount = read_money(value, self.unit)
        except ValueError as slip:
            self.miss(row, column, "／".join(key), str(slip))
            return
        found = StatedCell(
            (self.region.table, *key), amount, source.address(row, column), written(value)
        )
        self.cells.append(found)

    def miss(self, row: int, column: int, what: str, reason: str) -> None:
        """A cell that is not understood."""
        source = self.region.source
        text, address = written(source.value(row, column)), source.address(row, column)
        self.unread.append(PlanCell(source.name, address, text, what, State.UNREAD, reason=reason))

    @property
    def precision(self) -> Precision:
        """What its figures are known to: 万元 with two decimals, or else every fen."""
        rounded = all(cell.amount.fen % _HUNDREDTH == 0 for cell in self.cells)
        return Precision.HUNDREDTH_WAN if self.unit == WAN and rounded else Precision.FEN


def is_amount(region: Region, row: int, column: int) -> bool:
    """Whether a cell holds a number, or a text that looks like one."""
    value = region.source.value(row, column)
    if isinstance(value, Decimal):
        return True
    said = plain(value).replace(",", "").lstrip("-+").replace(".", "", 1)
    return said.isascii() and said.isdigit()


def ends(region: Region, row: int) -> bool:
    """Whether the grid is over: a note stands in this row."""
    texts = (region.source.text(row, column) for column in range(region.source.width))
    first = next(filter(None, texts), "")
    return first.startswith(_WITHOUT_END) and len(first) > 4


def unit_of(region: Region, held: Sequence[Decimal]) -> str:
    """What the amounts are in: as it says, else what so large figures can only be."""
    if region.unit:
        return region.unit
    return "元" if any(abs(each) >= 100_000 for each in held) else WAN
