"""The fund rows of a self-evaluation sheet: derived from the expenditure lines of the project."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType

from jsxh_desktop.app import figures_shown
from jsxh_desktop.app.score_words import number
from jsxh_desktop.domain.entry import Entry
from jsxh_desktop.domain.expenditure import ExpenditureLine
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.money import Money
from jsxh_desktop.domain.project_money import Funding, FundPart
from jsxh_desktop.domain.scoring import Scheme, execution_score
from jsxh_desktop.domain.sheet_form import FundLine, Sheet, SheetValue
from jsxh_desktop.domain.stated import NotStated

NONE = "—"
PLANNED, SPENT = ExpenditureLine.full_year_budget, ExpenditureLine.final
AMOUNTS = (ExpenditureLine.initial_budget, PLANNED, SPENT)
HEADS: Mapping[SheetValue, str] = MappingProxyType(
    {
        SheetValue.FUND_INITIAL: "年初预算数",
        SheetValue.FUND_PLANNED: "全年预算数",
        SheetValue.FUND_SPENT: "全年执行数",
        SheetValue.FUND_RATE: "执行率",
        SheetValue.FUND_POINTS: "分值",
        SheetValue.FUND_SCORE: "得分",
    }
)
"""The columns, and what they are called where the form has no name for one."""

NAMES: Mapping[FundPart, str] = MappingProxyType(
    {
        FundPart.TOTAL: "年度资金总额",
        FundPart.APPROPRIATION: "财政拨款",
        FundPart.CURRENT: "当年财政拨款",
        FundPart.CARRIED: "上年结转资金",
        FundPart.NOT_APPROPRIATED: "其他资金",
        FundPart.SPECIAL_ACCOUNT: "财政专户管理资金",
        FundPart.UNIT: "单位资金",
        FundPart.OTHER: "其他资金",
        FundPart.BASIC: "基本支出",
        FundPart.PROJECT: "项目支出",
    }
)
"""What each source is called where the form does not say it itself."""


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


def fund_heads(sheet: Sheet) -> tuple[str, ...]:
    """The names of the columns: three amounts, the rate, and with scores points and score."""
    heads = sheet.heads()
    names = tuple(heads.get(value) or name for value, name in HEADS.items())
    return names if sheet.scheme.scored else names[:4]


def fund_rows(money: Funding, sheet: Sheet, unit: str) -> tuple[FundRow, ...]:
    """The sources of money the form lists; the total has the points of the execution rate."""
    return tuple(_row(money, line, sheet, unit) for line in sheet.funds)


def execution_points(money: Funding, scheme: Scheme) -> Decimal | None:
    """得分 of the execution rate; None while an amount is missing."""
    try:
        return execution_score(money.total(SPENT), money.total(PLANNED), scheme)
    except NotStated:
        return None


def uncoded_lines(filing: Filing, key: int) -> tuple[ExpenditureLine, ...]:
    """The lines of a project that still lack their functional code, and so count nowhere."""
    return tuple(line for line in filing.expenditure if line.project == key and not line.functional)


def _row(money: Funding, line: FundLine, sheet: Sheet, unit: str) -> FundRow:
    label = line.label.removeprefix("其中：").removesuffix("：") or NAMES[line.part]
    amounts = tuple(_amount(money, line.part, entry, unit) for entry in AMOUNTS)
    rate = _rate(money, line.part) or NONE
    if line.part is not FundPart.TOTAL or not sheet.scheme.scored:
        return FundRow(label, amounts, rate, NONE, NONE)
    score = execution_points(money, sheet.scheme)
    earned = NONE if score is None else str(score)
    return FundRow(label, amounts, rate, number(sheet.scheme.execution), earned)


def _amount(money: Funding, part: FundPart, entry: Entry[Money | None], unit: str) -> Amount:
    """One figure; where it waits for something, the lines there are, if their funds are known."""
    try:
        lines = money.lines_of(part)
        return Amount(entry, figures_shown.amount(money.of(part, entry), unit), "", lines)
    except NotStated as blank:
        return Amount(entry, NONE, blank.label, _known_lines(money, part))


def _known_lines(money: Funding, part: FundPart) -> tuple[ExpenditureLine, ...]:
    """The lines of a part, those without a source of money among them."""
    return tuple(
        line for line in money.lines if line.fund is None or Funding((line,)).lines_of(part)
    )


def _rate(money: Funding, part: FundPart) -> str:
    try:
        return figures_shown.completion(money.of(part, SPENT), money.of(part, PLANNED))
    except NotStated:
        return ""
