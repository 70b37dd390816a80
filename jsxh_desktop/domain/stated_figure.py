"""A figure as an official table states it: kept to be compared, never used in a sum."""

from __future__ import annotations

from dataclasses import field

from jsxh_desktop.domain.entity import entity
from jsxh_desktop.domain.entry import Entry, choice, money, text
from jsxh_desktop.domain.money import Money
from jsxh_desktop.domain.terms import Precision


@entity
class StatedFigure:
    """One cell of a table that came from elsewhere (rules of groups A and B).

    `table`, `row` and `column` are the keys of the cell in the room `tables`, such as ZC, 2060702,
    项目支出. `precision` says what the figure is known to; `source` where it was read.
    """

    table: Entry[str] = text("所在的表", required=True)
    row: Entry[str] = text("行", required=True)
    column: Entry[str] = text("栏", required=True)
    amount: Entry[Money | None] = money("表中的数")
    precision: Entry[Precision | None] = choice("精确到", Precision)
    source: Entry[str] = text("出处")
    id: int = field(default=0, compare=False)
