"""年初、年末结转和结余: a row for each source of money, whether or not it has a record yet."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from jsxh_desktop.app import figures_shown
from jsxh_desktop.app.figures_shown import amount
from jsxh_desktop.app.grid_layout import Align, Column, TotalLine
from jsxh_desktop.app.last_year import total
from jsxh_desktop.app.list_layout import ListLayout
from jsxh_desktop.app.per_filing import per_filing
from jsxh_desktop.domain.carryover import Carryover
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.money import Money
from jsxh_desktop.domain.terms import FundSource
from jsxh_desktop.domain.totals import APPROPRIATION_INCOME

Flow = dict[FundSource | None, Money]
NO_SOURCE = "没有写资金来源"
TOGETHER = "事业收入等收入不分资金来源，这几行合起来核对，看下面的“合计”"
AGREES = "✓"


def rows(filing: Filing) -> list[Carryover]:
    """Each source with its records, or a blank one; what has no source comes last."""
    found: list[Carryover] = []
    for fund in FundSource:
        own = [record for record in filing.carryover if record.fund is fund]
        found += own or [Carryover(fund=fund)]
    return found + [record for record in filing.carryover if record.fund is None]


@per_filing
def received(filing: Filing) -> Flow:
    """Income by the fund it feeds; under None what feeds no single one."""
    fed = {source: fund for fund, source in APPROPRIATION_INCOME.items()}
    flow: Flow = {fund: Money() for fund in (*APPROPRIATION_INCOME, None)}
    for line in filing.income:
        if line.final is not None and line.source is not None:
            flow[fed.get(line.source)] += line.final
    return flow


@per_filing
def spent(filing: Filing) -> Flow:
    """Expenditure by fund."""
    flow: Flow = {fund: Money() for fund in (*FundSource, None)}
    for line in filing.expenditure:
        if line.functional and line.final is not None:
            flow[line.fund] += line.final
    return flow


def income_of(filing: Filing, fund: FundSource | None) -> Money | None:
    """What a source received; None where income does not say which source it feeds."""
    flow = received(filing)
    if fund in flow and fund is not None:
        return flow[fund]
    return None if flow[None] or fund is None else Money()


def short_of(filing: Filing, record: Carryover) -> Money | None:
    """年初 ＋ 收入 ＋ 使用非财政拨款结余 − 支出 − 结余分配 − 年末; None while a part is unknown."""
    income = income_of(filing, record.fund)
    if income is None or record.opening is None or record.closing is None:
        return None
    rest = record.opening + income + total([record.nonfiscal_used])
    return rest - spent(filing)[record.fund] - total([record.distributed]) - record.closing


def check_words(short: Money | None, unit: str) -> str:
    """✓, or how far the two sides are apart."""
    if short is None:
        return ""
    return f"▲ 差 {amount(abs(short), unit)}" if short else AGREES


def _fund(_filing: Filing, record: Carryover, _unit: str) -> str:
    return str(record.fund or NO_SOURCE)


def _income(filing: Filing, record: Carryover, unit: str) -> str:
    income = income_of(filing, record.fund)
    return figures_shown.UNKNOWN if income is None else amount(income, unit)


def _spent(filing: Filing, record: Carryover, unit: str) -> str:
    return amount(spent(filing)[record.fund], unit)


def _check(filing: Filing, record: Carryover, unit: str) -> str:
    return check_words(short_of(filing, record), unit)


def _known(filing: Filing, record: Carryover, _unit: str) -> str:
    if record.fund is None:
        return "这一行没有写资金来源，删除后填到对应的来源里"
    if income_of(filing, record.fund) is None:
        return TOGETHER
    return "年初 ＋ 收入 ＋ 使用非财政拨款结余 − 支出 − 结余分配 ＝ 年末；没有就填 0"


def totals(filing: Filing, unit: str) -> tuple[TotalLine, ...]:
    """Each column added up, and whether it comes out over all sources."""
    records = filing.carryover
    opening, used, distributed, closing = (
        total(entry.of(record) for record in records)
        for entry in (
            Carryover.opening,
            Carryover.nonfiscal_used,
            Carryover.distributed,
            Carryover.closing,
        )
    )
    income, paid = total(received(filing).values()), total(spent(filing).values())
    short = opening + income + used - paid - distributed - closing if records else None
    words = check_words(short, unit)
    figures = [amount(each, unit) for each in (opening, income, paid, used, distributed, closing)]
    agrees = {len(figures) + 1: words == AGREES} if words else {}
    return (TotalLine("合计", ("", *figures, words), agrees),)


def _money(title: str, entry: Any, width: int = 124) -> Column:
    return Column(title, width, entry, align=Align.RIGHT)


def _derived(title: str, shown: Callable[[Filing, Any, str], str]) -> Column:
    return Column(title, 116, shown=shown, align=Align.RIGHT)


CARRYOVER = ListLayout(
    Carryover,
    (
        Column("资金来源", 200, shown=_fund, stretch=True, plain=True),
        _money("年初结转和结余", Carryover.opening),
        _derived("＋ 本年收入", _income),
        _derived("− 本年支出", _spent),
        _money("使用非财政拨款结余", Carryover.nonfiscal_used, 140),
        _money("结余分配", Carryover.distributed, 104),
        _money("年末结转和结余", Carryover.closing),
        Column("核对", 100, shown=_check, align=Align.RIGHT),
    ),
    records=rows,
    named=lambda _filing, record: str(record.fund or ""),
    totals=totals,
    known=_known,
)
