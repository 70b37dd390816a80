"""What printed tables say, held against the figures they are printed of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from jsxh_desktop.domain.money import Money
from jsxh_desktop.rules import cell_words, exactness
from jsxh_desktop.rules.behind import behind
from jsxh_desktop.rules.exactness import Fit
from jsxh_desktop.rules.printed_tables import PrintedTable, named, printed_tables
from jsxh_desktop.rules.rule import Finding, Operand
from jsxh_desktop.rules.subject import Subject
from jsxh_desktop.tables.figure_table import UNCODED, FigureTable

MOST = 5
"""So many cells of one table are told one by one."""

NUMBER = re.compile(r"-?\d[\d,]*(?:\.(\d+))?")
_YUAN = re.compile(r"单位[:：]元")
"""Not 万元."""


def printed_otherwise(subject: Subject) -> Iterator[Finding]:
    """Cells that are not what the entries add up to, and rows that are left out."""
    for printed in printed_tables(subject):
        figures = subject.tables[printed.id]
        found = [*_cells(printed, figures, subject), *_left_out(printed, figures)]
        yield from found[:MOST]
        if len(found) > MOST:
            yield Finding(
                f"{printed.title}还有{len(found) - MOST}处与填报的明细不同",
                "重新生成附表",
                about=f"{printed.id} 附表",
                where=printed.title,
            )


def _cells(printed: PrintedTable, figures: FigureTable, subject: Subject) -> Iterator[Finding]:
    yuan = any(_YUAN.search(block.right_note) for block in printed.blocks)
    unit = "元" if yuan else "万元"
    for key, text in printed.cells.items():
        due = figures.cells.get(key, Money())
        if not isinstance(due, Money) or _reads(text, due, unit):
            continue
        cell = (printed.id, *key)
        shown = f"{due.show(unit)}{unit}"
        yield Finding(
            f"附表中{cell_words.in_table(cell, subject.ledger)}印成{text}{unit}，应为{shown}",
            "重新生成附表",
            about=f"{cell_words.about(cell)} 附表",
            where=printed.title,
            places=tuple(each.place for each in behind(subject.filing, cell)),
            operands=(
                Operand("附表", f"{text}{unit}", printed.title),
                Operand("填报的明细", shown, cell_words.WORKED_OUT),
            ),
            computed=shown,
            words=text,
        )


def _reads(text: str, due: Money, unit: str) -> bool:
    """Whether a printed cell may be this amount; what is no number says nothing."""
    plain = named(text)
    if not plain or plain.strip("-—") == "":
        return not due
    found = NUMBER.fullmatch(plain)
    if not found or (due and plain == due.show(unit)):
        return True
    number = Decimal(plain.replace(",", ""))
    told = exactness.printed(number, len(found[1] or ""), unit)
    return exactness.fit(told, exactness.exact(due)) is Fit.EQUAL


def _left_out(printed: PrintedTable, figures: FigureTable) -> Iterator[Finding]:
    there = {row for row, _ in printed.cells}
    for row in figures.rows if there else ():
        amounts = [figures.cells.get((row.key, column.key)) for column in figures.columns]
        told = row.key in there or "/未填" in row.key or row.key.endswith("）")
        if not told and row.key != UNCODED and any(isinstance(x, Money) and x for x in amounts):
            yield Finding(
                f"附表中没有{row.key.rpartition('/')[2]}{named(row.name)}这一行",
                "重新生成附表",
                about=f"{printed.id} {row.key} 少一行",
                where=printed.title,
            )
