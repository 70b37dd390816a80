"""What printed tables say, held against the figures they are printed of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from jsxh_desktop.domain.money import Money
from jsxh_desktop.domain.once import once
from jsxh_desktop.rules import exactness
from jsxh_desktop.rules.exactness import Fit
from jsxh_desktop.rules.rule import Finding, Operand
from jsxh_desktop.rules.subject import Subject
from jsxh_desktop.rules.tables import cell_words
from jsxh_desktop.rules.tables.printed_tables import PrintedTable, named, printed_tables
from jsxh_desktop.tables.figure_table import UNCODED, Row

MOST = 5
"""So many cells of one table are told one by one."""

NUMBER = re.compile(r"-?\d[\d,]*(?:\.(\d+))?")
_YUAN = re.compile(r"单位[:：]元")
"""Not 万元."""

NOTHING = Money()
Key = tuple[str, str]
"""The row and the column of a cell."""


def printed_otherwise(subject: Subject) -> Iterator[Finding]:
    """Cells that are not what the entries add up to, and rows that are left out."""
    for printed in printed_tables(subject):
        cells, left_out = _apart(printed)
        found = [*(_misprinted(printed, *cell, subject) for cell in cells), *left_out]
        yield from found[:MOST]
        if len(found) > MOST:
            yield Finding(
                f"{printed.title}还有{len(found) - MOST}处与填报的明细不同",
                "重新生成附表",
                about=f"{printed.id} 附表",
                where=printed.title,
            )


@once
def _apart(printed: PrintedTable) -> tuple[tuple[tuple[Key, Money], ...], tuple[Finding, ...]]:
    """The cells that say another amount than is due, with that; what is left out."""
    unit, due = _unit(printed), printed.figures.cells
    cells = tuple(
        (key, amount)
        for key, text in printed.cells.items()
        if isinstance(amount := due.get(key, NOTHING), Money) and not _reads(text, amount, unit)
    )
    return cells, tuple(_left_out(printed))


def _unit(printed: PrintedTable) -> str:
    return "元" if any(_YUAN.search(block.right_note) for block in printed.blocks) else "万元"


def _misprinted(printed: PrintedTable, key: Key, due: Money, subject: Subject) -> Finding:
    cell, text, unit = (printed.id, *key), printed.cells[key], _unit(printed)
    shown = f"{due.show(unit)}{unit}"
    return Finding(
        f"附表中{cell_words.in_table(cell, subject.ledger)}印成{text}{unit}，应为{shown}",
        "重新生成附表",
        about=f"{cell_words.about(cell)} 附表",
        where=printed.title,
        places=tuple(each.place for each in subject.ledger.typed(cell)),
        operands=(
            Operand("附表", f"{text}{unit}", printed.title),
            Operand("填报的明细", shown, cell_words.WORKED_OUT),
        ),
        computed=shown,
        words=text,
    )


def _reads(text: str, due: Money, unit: str) -> bool:
    """Whether a printed cell may be this amount; what is no number says nothing."""
    if text == due.show(unit):
        return True
    plain = named(text)
    if not plain or plain.strip("-—") == "":
        return not due
    found = NUMBER.fullmatch(plain)
    if not found or (due and plain == due.show(unit)):
        return True
    number = Decimal(plain.replace(",", ""))
    told = exactness.printed(number, len(found[1] or ""), unit)
    return exactness.fit(told, exactness.exact(due)) is Fit.EQUAL


def _left_out(printed: PrintedTable) -> Iterator[Finding]:
    """Rows with money that are not there, and of a table of several pages parts of a row."""
    figures = printed.figures
    there = {row for row, _ in printed.cells}
    for row in figures.rows if there else ():
        if row.key == UNCODED or "/未填" in row.key or row.key.endswith("）"):
            continue
        amounts = [figures.cells.get((row.key, x.key)) for x in figures.columns]
        known = zip(figures.columns, amounts, strict=True)
        due = [x for x, amount in known if isinstance(amount, Money) and amount.fen]
        left = [x for x in due if x.key != UNCODED and (row.key, x.key) not in printed.cells]
        name = f"{row.key.rpartition('/')[2]}{named(row.name)}"
        if due and row.key not in there:
            yield _lacks(printed, row, f"附表中没有{name}这一行")
        elif left and not printed.unread:
            heads = "、".join(named(x.name) for x in left[:MOST])
            yield _lacks(printed, row, f"附表中{name}这一行没有{heads}")


def _lacks(printed: PrintedTable, row: Row, message: str) -> Finding:
    about = f"{printed.id} {row.key} 少一行"
    return Finding(message, "重新生成附表", about=about, where=printed.title)
