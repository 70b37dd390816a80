"""The fund rows of a self-evaluation sheet: derived from the expenditure lines of the project."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from jsxh_desktop.app import figures_shown
from jsxh_desktop.app.score_words import number
from jsxh_desktop.domain.entry import Entry
from jsxh_desktop.domain.expenditure import ExpenditureLine
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.money import Money
from jsxh_desktop.domain.project_money import Funding
from jsxh_desktop.domain.scoring import Scheme, execution_score
from jsxh_desktop.domain.stated import NotStated

NONE = "—"
PLANNED, SPENT = ExpenditureLine.full_year_budget, ExpenditureLine.final
AMOUNTS = (ExpenditureLine.initial_budget, PLANNED, SPENT)

_Figure = Callable[[Funding, Entry[Money | None]], Money]


@dataclass(frozen=True, slots=True)
class Amount:
    """One figure: its text, what it waits for, the lines it is added from."""

    entry: Entry[Money | None]
    text: str
    missing: str
    lines: tuple[ExpenditureLine, ...]


@dataclass(frozen=True, slots=True)
class FundRow:
    """One source of money; a dash where it has no rate, points or score."""

    label: str
    amounts: tuple[Amount, ...]
    rate: str
    points: str
    score: str


@dataclass(frozen=True, slots=True)
class _Source:
    """What a row is called, how it is added up, and of which lines."""

    label: str
    figure: _Figure
    has: Callable[[ExpenditureLine], bool]


def _is_appropriation(line: ExpenditureLine) -> bool:
    return line.fund is not None and line.fund.is_appropriation


_SOURCES = (
    _Source("年度资金总额", Funding.total, lambda _line: True),
    _Source(
        "当年财政拨款",
        Funding.current_appropriation,
        lambda line: _is_appropriation(line) and not line.carried_over,
    ),
    _Source(
        "上年结转资金",
        Funding.carried_appropriation,
        lambda line: _is_appropriation(line) and bool(line.carried_over),
    ),
    _Source("其他资金", Funding.other, lambda line: not _is_appropriation(line)),
)


def fund_rows(money: Funding, scheme: Scheme, unit: str) -> tuple[FundRow, ...]:
    """年度资金总额 and its three parts; the total has the points of the execution rate."""
    total, *parts = (_row(money, source, unit) for source in _SOURCES)
    if not scheme.scored:
        return (total, *parts)
    score = execution_points(money, scheme)
    points, earned = number(scheme.execution), NONE if score is None else str(score)
    return (FundRow(total.label, total.amounts, total.rate, points, earned), *parts)


def execution_points(money: Funding, scheme: Scheme) -> Decimal | None:
    """得分 of the execution rate; None while an amount is missing."""
    try:
        return execution_score(money.total(SPENT), money.total(PLANNED), scheme)
    except NotStated:
        return None


def uncoded_lines(filing: Filing, key: int) -> tuple[ExpenditureLine, ...]:
    """The lines of a project that still lack their functional code, and so count nowhere."""
    return tuple(line for line in filing.expenditure if line.project == key and not line.functional)


def _row(money: Funding, source: _Source, unit: str) -> FundRow:
    lines = tuple(filter(source.has, money.lines))
    amounts = tuple(_amount(money, source.figure, entry, lines, unit) for entry in AMOUNTS)
    return FundRow(source.label, amounts, _rate(money, source.figure) or NONE, NONE, NONE)


def _amount(
    money: Funding,
    figure: _Figure,
    entry: Entry[Money | None],
    lines: tuple[ExpenditureLine, ...],
    unit: str,
) -> Amount:
    try:
        return Amount(entry, figures_shown.amount(figure(money, entry), unit), "", lines)
    except NotStated as blank:
        return Amount(entry, NONE, blank.label, lines)


def _rate(money: Funding, figure: _Figure) -> str:
    try:
        return figures_shown.completion(figure(money, SPENT), figure(money, PLANNED))
    except NotStated:
        return ""
