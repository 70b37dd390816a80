"""The lines below the grids: sums of what is entered so far, and the figure each has to meet.

A sum counts a blank for nothing, so that it grows while a table is filled in; as soon as nothing is
blank it is the figure of domain/totals.py. The figure to be met is that one, or not there yet.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from jsxh_desktop.app import figures_shown
from jsxh_desktop.app.figures_shown import amount
from jsxh_desktop.app.grid_layout import TotalLine
from jsxh_desktop.app.last_year import total
from jsxh_desktop.domain import spending, totals
from jsxh_desktop.domain.carryover import Carryover
from jsxh_desktop.domain.code import OPERATING_CLASSES, PERSONNEL_CLASSES
from jsxh_desktop.domain.expenditure import ExpenditureLine
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.money import Money
from jsxh_desktop.domain.stated import NotStated, of
from jsxh_desktop.domain.terms import ExpenditureKind, FundSource, ReceptionKind
from jsxh_desktop.domain.three_public import ThreePublic

SUM, MEETS = "合计", "应等于"


@dataclass(frozen=True, slots=True)
class _Other:
    """What a sum has to meet: in words, the page it is filled in on, the figure."""

    what: str
    page: str
    figure: Callable[[], Money]


def income(filing: Filing, unit: str) -> tuple[TotalLine, ...]:
    """收入合计 meets 支出 ＋ 结余分配 ＋ 年末结转 − 年初结转 − 使用非财政拨款结余 (A05)."""
    now = _sum(filing.income)
    before = _sum(filing.before.income) if filing.before else None
    sums = TotalLine(SUM, ("", "", "", amount(now, unit), *_last(now, before, unit)))
    what = "支出 ＋ 结余分配 ＋ 年末结转 − 年初结转"
    if total(each.nonfiscal_used for each in filing.carryover):
        what += " − 使用非财政拨款结余"
    other = _Other(
        what,
        "expenditure",
        lambda: (
            totals.expenditure_side(filing)
            - totals.carried(filing, Carryover.opening)
            - totals.carried(filing, Carryover.nonfiscal_used)
        ),
    )
    return sums, _meets(sums, 3, now, other, unit)


def expenditure(filing: Filing, unit: str) -> tuple[TotalLine, ...]:
    """支出合计 meets 收入 ＋ 年初结转 ＋ 使用非财政拨款结余 − 结余分配 − 年末结转 (A05)."""
    lines = [line for line in filing.expenditure if line.functional]
    now, full = _sum(lines), total(line.full_year_budget for line in lines)
    before = _sum(x for x in filing.before.expenditure if x.functional) if filing.before else None
    sums = TotalLine(
        SUM,
        (
            *[""] * 6,
            _initial(lines, unit),
            amount(full, unit),
            amount(now, unit),
            figures_shown.completion(now, full),
            *_last(now, before, unit),
        ),
    )
    other = _Other(
        "收入 ＋ 年初结转 − 结余分配 − 年末结转",
        "income",
        lambda: (
            totals.income_side(filing)
            - totals.carried(filing, Carryover.distributed)
            - totals.carried(filing, Carryover.closing)
        ),
    )
    return sums, _with_initial(_meets(sums, 8, now, other, unit), filing, unit)


def economic(filing: Filing, unit: str) -> tuple[TotalLine, ...]:
    """基本支出 of 一般公共预算 by economic code meets the same by functional code (A13)."""
    lines = _basic(filing)
    now, before = _sum(lines), _sum(_basic(filing.before)) if filing.before else None
    parts = [
        f"{word} {amount(_sum(x for x in lines if x.economic[:3] in classes), unit)}"
        for word, classes in (("人员经费", PERSONNEL_CLASSES), ("公用经费", OPERATING_CLASSES))
    ]
    cells = ("", "　".join(parts), "", "", amount(now, unit), *_last(now, before, unit))
    sums = TotalLine(SUM, cells)
    other = _Other(
        "一般公共预算基本支出（按功能分类）",
        "expenditure",
        lambda: totals.basic_expenditure(filing),
    )
    return sums, _meets(sums, 4, now, other, unit)


def receptions(filing: Filing, unit: str) -> tuple[TotalLine, ...]:
    """The list meets 公务接待费; while 外事接待费 is blank, 国内 is held to its own (C22)."""
    lines, paid = filing.receptions, filing.three_public
    count = f"{len(lines)} 笔" if lines else ""
    sums = TotalLine(SUM, ("", count, amount(total(line.amount for line in lines), unit)))
    if paid.reception_foreign is None:
        lines = tuple(line for line in lines if line.kind is not ReceptionKind.FOREIGN)
        other = _Other("国内公务接待费", "", lambda: of(ThreePublic.reception_domestic, paid))
    else:
        other = _Other("公务接待费（国内 ＋ 外事）", "", lambda: spending.reception(paid))
    return sums, _meets(sums, 2, total(line.amount for line in lines), other, unit)


def _sum(lines: Iterable[Any]) -> Money:
    return total(line.final for line in lines)


def _basic(filing: Filing) -> list[ExpenditureLine]:
    fund, kind = FundSource.GENERAL_PUBLIC_BUDGET, ExpenditureKind.BASIC
    return [x for x in filing.expenditure if x.economic and x.kind is kind and x.fund is fund]


def _last(now: Money, before: Money | None, unit: str) -> tuple[str, str]:
    return figures_shown.last_year(before, unit), figures_shown.difference(now, before, unit)


def _meets(sums: TotalLine, column: int, now: Money, other: _Other, unit: str) -> TotalLine:
    """Whether a figure is the one of the other side, in words where it is not."""
    cells = [""] * len(sums.cells)
    try:
        figure = other.figure()
    except NotStated as blank:
        waits = f"还没填：{blank.label}"
        return TotalLine(MEETS, tuple(cells), {}, waits, other.what, other.page)
    gap = now - figure
    cells[column] = amount(figure, unit)
    word = "多了" if gap > Money() else "还差"
    said = f"▲ {word} {amount(abs(gap), unit)} {unit}" if gap else ""
    return TotalLine(MEETS, tuple(cells), {column: not gap}, said, other.what, other.page)


def _initial(lines: Sequence[ExpenditureLine], unit: str) -> str:
    """年初预算 of the lines; nothing where none of them carries it."""
    amounts = [line.initial_budget for line in lines]
    return amount(total(amounts), unit) if any(each is not None for each in amounts) else ""


def _with_initial(line: TotalLine, filing: Filing, unit: str) -> TotalLine:
    """The same with 年初预算 of the lines held to the total typed above them."""
    typed = filing.budget.initial_total
    amounts = [line.initial_budget for line in filing.expenditure if line.functional]
    if typed is None or all(each is None for each in amounts):
        return line
    cells = list(line.cells)
    cells[6] = amount(typed, unit)
    agrees = {**line.agrees, 6: typed == total(amounts)}
    return dataclasses.replace(line, cells=tuple(cells), agrees=agrees)
