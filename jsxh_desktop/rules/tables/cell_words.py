"""How cells of the public tables and their amounts read in a finding."""

from __future__ import annotations

from collections.abc import Iterable

from jsxh_desktop.domain.money import Money
from jsxh_desktop.domain.pack import Pack
from jsxh_desktop.rules.exactness import Known
from jsxh_desktop.rules.rule import Operand
from jsxh_desktop.rules.tables.behind import Cell
from jsxh_desktop.rules.tables.ledger import Ledger
from jsxh_desktop.tables.three_public import ROW
from jsxh_desktop.tables.titles import title_of

UNTOLD = frozenset({"金额", "决算数"})
"""Columns that are the only one of their table."""

STATED, WORKED_OUT = "表中所列", "按填报的明细合计"


def title(cell: Cell, pack: Pack) -> str:
    return title_of(cell[0], pack)


def in_table(cell: Cell, ledger: Ledger) -> str:
    """Row and column: “2060702科普活动”的项目支出."""
    table, row, column = cell
    heads = {each.key: each.name for each in ledger.tables[table].columns}
    shown = column.replace("/", "的")
    if column.isdigit():
        shown = f"{column}{heads.get(column, '')}"
    if row == ROW.key:
        return shown
    name = _row(cell, ledger)
    return f"“{name}”" if column in UNTOLD else f"“{name}”的{shown}"


def _row(cell: Cell, ledger: Ledger) -> str:
    """A code with its name, of the code table where the row is not in use; a name without gaps."""
    table, row, _ = cell
    key = row.rpartition("/")[2]
    if not key.isdigit():
        names = {each.key: each.name for each in ledger.tables[table].rows}
        return names.get(row, key).replace("　", "")
    filing = ledger.filing
    found = (filing.economic if table == "YBJB" else filing.functional).codes.get(key)
    return f"{key}{found.name}" if found else key


def name_of(cell: Cell, ledger: Ledger, pack: Pack) -> str:
    return f"{title(cell, pack)}{in_table(cell, ledger)}"


def about(cell: Cell) -> str:
    """The object of a finding on a cell."""
    return " ".join(cell)


def operand(cell: Cell, known: Known, stated: bool, ledger: Ledger, pack: Pack) -> Operand:
    """One cell as an operand of a finding."""
    origin = STATED if stated else WORKED_OUT
    return Operand(name_of(cell, ledger, pack), both(known, known)[0], origin)


def both(first: Known, second: Known) -> tuple[str, str]:
    """Two amounts with their unit; in 元 where they read alike in 万元 and are not."""
    amounts = [Money(round(each.reads)) for each in (first, second)]
    shown = [f"{amount.show()}万元" for amount in amounts]
    if shown[0] == shown[1] and amounts[0] != amounts[1]:
        shown = [f"{amount.show('元')}元" for amount in amounts]
    return shown[0], shown[1]


def titles(cells: Iterable[Cell], pack: Pack) -> str:
    """The tables of some cells, each once."""
    return "、".join(dict.fromkeys(title(cell, pack) for cell in cells))
