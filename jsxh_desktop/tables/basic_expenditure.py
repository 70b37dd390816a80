"""YBJB 一般公共预算财政拨款基本支出决算表: every 款, also the ones without money.

Rows: the economic code (301, 30101) in the order of the pack's blocks, then 人员经费合计 and
公用经费合计. Column: 决算数.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial

from jsxh_desktop.domain import totals
from jsxh_desktop.domain.code import CodeTable
from jsxh_desktop.domain.expenditure import ExpenditureLine
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.money import Money
from jsxh_desktop.domain.pack import Pack
from jsxh_desktop.domain.stated import NotStated
from jsxh_desktop.domain.totals import Lines
from jsxh_desktop.tables.figure_table import Column, FigureTable, Row, known
from jsxh_desktop.tables.functional_tree import name_of

FINAL = Column("决算数", "决算数")
SUMS = PERSONNEL, OPERATING = "人员经费合计", "公用经费合计"


def basic_expenditure(filing: Filing, pack: Pack) -> FigureTable:
    """A code in use that is not in the list is added in its place; the sums are rule A13."""
    names = filing.economic
    lines = known(partial(totals.economic_lines, filing))
    groups: Mapping[str, Lines] = {} if isinstance(lines, NotStated) else _by_code(lines)
    codes = [code for block in blocks(pack, _listed(pack, names, groups)) for code in block]
    nothing = lines if isinstance(lines, NotStated) else Money()
    cells = {
        code: known(partial(totals.total, groups[code])) if code in groups else nothing
        for code in codes
    }
    cells[PERSONNEL] = known(lambda: totals.total(totals.personnel_lines(filing)))
    cells[OPERATING] = known(lambda: totals.total(totals.operating_lines(filing)))
    rows = (*(_row(code, names) for code in codes), *(Row(key, key) for key in SUMS))
    return FigureTable("YBJB", rows, (FINAL,), {(key, FINAL.key): cells[key] for key in cells})


def blocks(pack: Pack, codes: Iterable[str]) -> list[list[str]]:
    """The codes of each block in order; what no block claims stands in the last one."""
    found: list[list[str]] = [[] for _ in pack.basic_blocks]
    for code in codes:
        place = (n for n, block in enumerate(pack.basic_blocks) if code[:3] in block)
        found[next(place, len(found) - 1)].append(code)
    return found


def _listed(pack: Pack, names: CodeTable, used: Iterable[str]) -> list[str]:
    claimed = {code for block in pack.basic_blocks for code in block}
    fixed = {code for code in names.codes if code[:3] in claimed}
    return sorted({*fixed, *claimed, *used})


def _by_code(lines: Lines) -> Mapping[str, Lines]:
    """The lines under each 类 and each 款."""
    groups: dict[str, list[ExpenditureLine]] = {}
    for line in lines:
        for code in dict.fromkeys((line.economic[:3], line.economic)):
            groups.setdefault(code, []).append(line)
    return {code: tuple(group) for code, group in groups.items()}


def _row(code: str, names: CodeTable) -> Row:
    return Row(code, name_of(code, names), 1 if len(code) == 3 else 2)
