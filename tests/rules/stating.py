"""Filings with official tables beside them, and what a rule of groups A and B says of them."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from functools import cache
from typing import Any

from jsxh_desktop.app.packs import load_pack
from jsxh_desktop.app.paths import codes
from jsxh_desktop.app.sample import sample
from jsxh_desktop.domain.filing import LISTS, Filing
from jsxh_desktop.domain.money import Money, wan
from jsxh_desktop.domain.stated_figure import StatedFigure
from jsxh_desktop.domain.terms import Precision
from jsxh_desktop.rules.rule import Finding, Rule, Severity, Verdict, judge
from jsxh_desktop.rules.subject import Subject
from jsxh_desktop.rules.tables import between_tables, within_tables
from jsxh_desktop.rules.tables.behind import Cell
from jsxh_desktop.store.codes import read_codes
from jsxh_desktop.tables.public import figure_tables
from tests.filings import archive

PACK = load_pack("sichuan-2021")
RULES: dict[str, Rule] = {rule.id: rule for rule in (*within_tables.RULES, *between_tables.RULES)}


def numbered(filing: Filing) -> Filing:
    """The filing with an id of its own for each record of a list, as a workbook gives it."""
    parts: dict[str, Any] = {
        name: tuple(
            dataclasses.replace(record, id=record.id or place)
            for place, record in enumerate(getattr(filing, name), 1)
        )
        for name in LISTS
    }
    return dataclasses.replace(filing, **parts)


@cache
def kexie() -> Filing:
    """The sample with the official codes."""
    return dataclasses.replace(
        sample(),
        functional_codes=read_codes(codes(), 2021, "functional"),
        economic_codes=read_codes(codes(), 2021, "economic"),
    )


def small() -> Filing:
    """The archive as a workbook holds it."""
    return numbered(archive())


def anything(_: Cell) -> bool:
    return True


def stated(
    filing: Filing,
    keep: Callable[[Cell], bool] = anything,
    precision: Precision = Precision.HUNDREDTH_WAN,
) -> Filing:
    """The filing with its own tables as official ones, or the cells of them that are kept."""
    cells = {
        (table.id, *key): amount
        for table in figure_tables(filing, PACK).values()
        for key, amount in table.cells.items()
    }
    figures = [
        StatedFigure(*cell, amount, precision, "附表.xlsx")
        for cell, amount in cells.items()
        if isinstance(amount, Money) and keep(cell)
    ]
    return numbered(dataclasses.replace(filing, stated_figures=tuple(figures)))


def stating(filing: Filing, cell: Cell, amount: str) -> Filing:
    """The filing with one more cell stated, or stated otherwise, in 万元."""
    kept = [x for x in filing.stated_figures if (x.table, x.row, x.column) != cell]
    figure = StatedFigure(*cell, wan(amount), Precision.HUNDREDTH_WAN, "附表.xlsx", id=9001)
    return dataclasses.replace(filing, stated_figures=(*kept, figure))


def spending(filing: Filing, key: int, **facts: Any) -> Filing:
    """The filing with one expenditure line changed, by its id."""
    lines = tuple(
        dataclasses.replace(line, **facts) if line.id == key else line
        for line in filing.expenditure
    )
    return dataclasses.replace(filing, expenditure=lines)


def verdict(rule_id: str, filing: Filing) -> Verdict:
    return judge(RULES[rule_id], Subject(filing, PACK))


def found(rule_id: str, filing: Filing) -> tuple[Finding, ...]:
    """What a rule finds wrong; what rounding explains is left out."""
    return _wrong(RULES[rule_id], Subject(filing, PACK))


def messages(rule_id: str, filing: Filing) -> list[str]:
    return [finding.message for finding in found(rule_id, filing)]


def firing(filing: Filing) -> set[str]:
    """The ids of the rules that find something wrong."""
    subject = Subject(filing, PACK)
    return {rule.id for rule in RULES.values() if _wrong(rule, subject)}


def _wrong(rule: Rule, subject: Subject) -> tuple[Finding, ...]:
    told = judge(rule, subject).findings
    return tuple(each for each in told if each.severity is not Severity.INFO)
