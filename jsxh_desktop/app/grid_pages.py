"""The grids of the window: which columns stand in which table, what a new row starts from."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from jsxh_desktop.app import code_search, figures_shown, grid_totals, last_year
from jsxh_desktop.app.carryover_rows import CARRYOVER
from jsxh_desktop.app.department_rows import DEPARTMENT
from jsxh_desktop.app.grid_layout import Align, Column, Pick
from jsxh_desktop.app.grid_reading import project_name
from jsxh_desktop.app.last_year import Amounts
from jsxh_desktop.app.list_layout import Bands, ListLayout
from jsxh_desktop.app.stated_cells import STATED
from jsxh_desktop.app.variance_rows import VARIANCES
from jsxh_desktop.domain.entry import Entry
from jsxh_desktop.domain.expenditure import ExpenditureLine
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.income import IncomeLine
from jsxh_desktop.domain.local_code import Classification, LocalCode
from jsxh_desktop.domain.money import Money
from jsxh_desktop.domain.organization import Institution
from jsxh_desktop.domain.terms import ExpenditureKind, FundSource, IncomeSource, ReceptionKind
from jsxh_desktop.domain.three_public import Reception

Amount = Entry[Any]
LastYear = Callable[[Filing], Amounts | None]
SHORT_KINDS = {
    ExpenditureKind.BASIC: "基本",
    ExpenditureKind.PROJECT: "项目",
    ExpenditureKind.TO_SUPERIOR: "上缴上级",
    ExpenditureKind.OPERATING: "经营",
    ExpenditureKind.TO_SUBORDINATE: "补助附属",
}
SHORT_FUNDS = {
    FundSource.GENERAL_PUBLIC_BUDGET: "一般公共预算",
    FundSource.GOVERNMENT_FUNDS: "政府性基金",
    FundSource.STATE_CAPITAL: "国有资本经营",
    FundSource.SPECIAL_ACCOUNT: "财政专户",
    FundSource.UNIT: "单位资金",
    FundSource.OTHER: "其他资金",
}
UNKNOWN_CODE = "科目表里没有这个编码"
RIGHT, CENTRE = Align.RIGHT, Align.CENTRE


def name_column(code: Entry[str], pick: Pick, width: int = 252) -> Column:
    """The name beside a code, which takes what room there is."""

    def shown(filing: Filing, record: Any, _unit: str) -> str:
        known = code_search.names(filing, code.kind)
        return known.get(code.of(record), UNKNOWN_CODE if code.of(record) else "")

    return Column("科目名称", width, shown=shown, pick=pick, stretch=True, wrapped=True, plain=True)


def compared(amount: Amount, before: LastYear, width: int = 84) -> tuple[Column, Column]:
    """上年决算 and 增减 of an amount."""

    def last(filing: Filing, record: Any, unit: str) -> str:
        amounts = before(filing)
        if amounts is None:
            return figures_shown.UNKNOWN if record.id else ""
        return figures_shown.amount(amounts.get(record.id), unit)

    def moved(filing: Filing, record: Any, unit: str) -> str:
        amounts = before(filing) or {}
        return figures_shown.difference(amount.of(record), amounts.get(record.id), unit)

    return (
        Column("上年决算", width, shown=last, align=RIGHT),
        Column("增减", width - 8, shown=moved, align=RIGHT),
    )


def _last_figure(before: LastYear) -> Callable[[Filing, Any], Money | None]:
    return lambda filing, record: (before(filing) or {}).get(record.id)


def _completion(_filing: Filing, line: ExpenditureLine, _unit: str) -> str:
    return figures_shown.completion(line.final, line.full_year_budget)


def _kind(_filing: Filing, line: ExpenditureLine, _unit: str) -> str:
    return SHORT_KINDS[line.kind] if line.kind else ""


def _fund(_filing: Filing, line: ExpenditureLine, _unit: str) -> str:
    return SHORT_FUNDS[line.fund] if line.fund else ""


def _project(filing: Filing, line: ExpenditureLine, _unit: str) -> str:
    return project_name(filing, line.project)


def _code_and_name(code: Entry[str]) -> Callable[[Filing, Any], str]:
    def named(filing: Filing, record: Any) -> str:
        name = code_search.names(filing, code.kind).get(code.of(record), "")
        return f"{code.of(record)} {name}".strip()

    return named


def _known(code: Entry[str], before: LastYear) -> Callable[[Filing, Any, str], str]:
    """2101101 行政单位医疗：全年预算 4.84，上年决算 4.61."""
    named = _code_and_name(code)

    def said(filing: Filing, record: Any, unit: str) -> str:
        budget = getattr(record, "full_year_budget", None)
        last = (before(filing) or {}).get(record.id)
        figures = (("全年预算", budget), ("上年决算", last))
        parts = [f"{word} {figures_shown.amount(x, unit)}" for word, x in figures if x is not None]
        return f"{named(filing, record)}：{'，'.join(parts)}" if code.of(record) and parts else ""

    return said


INCOME = ListLayout(
    IncomeLine,
    (
        Column("科目编码", 88, IncomeLine.functional, pick=Pick.FUNCTIONAL),
        name_column(IncomeLine.functional, Pick.FUNCTIONAL),
        Column("收入来源", 220, IncomeLine.source, pick=Pick.CHOICES),
        Column("决算数", 116, IncomeLine.final, align=RIGHT),
        *compared(IncomeLine.final, last_year.income, 108),
    ),
    records=lambda filing: filing.income,
    named=_code_and_name(IncomeLine.functional),
    fresh=lambda _filing: IncomeLine(source=IncomeSource.GENERAL_PUBLIC_BUDGET),
    totals=grid_totals.income,
    known=_known(IncomeLine.functional, last_year.income),
    beside=_last_figure(last_year.income),
)

EXPENDITURE = ListLayout(
    ExpenditureLine,
    (
        Column("科目编码", 72, ExpenditureLine.functional, pick=Pick.FUNCTIONAL),
        name_column(ExpenditureLine.functional, Pick.FUNCTIONAL),
        Column("性质", 54, ExpenditureLine.kind, _kind, pick=Pick.CHOICES),
        Column("资金来源", 108, ExpenditureLine.fund, _fund, pick=Pick.CHOICES),
        Column("项目", 92, ExpenditureLine.project, _project, pick=Pick.PROJECT),
        Column("结转", 38, ExpenditureLine.carried_over, align=CENTRE, pick=Pick.CHOICES),
        Column("年初预算数", 78, ExpenditureLine.initial_budget, align=RIGHT),
        Column("全年预算数", 78, ExpenditureLine.full_year_budget, align=RIGHT),
        Column("支出决算数", 78, ExpenditureLine.final, align=RIGHT),
        Column("完成率", 60, shown=_completion, align=RIGHT),
        *compared(ExpenditureLine.final, last_year.functional, 68),
    ),
    records=lambda filing: [x for x in filing.expenditure if x.functional or not x.economic],
    named=_code_and_name(ExpenditureLine.functional),
    fresh=lambda _filing: ExpenditureLine(fund=FundSource.GENERAL_PUBLIC_BUDGET),
    totals=grid_totals.expenditure,
    known=_known(ExpenditureLine.functional, last_year.functional),
    beside=_last_figure(last_year.functional),
)


def _class_cells(filing: Filing, group: str, lines: Sequence[Any], unit: str) -> tuple[str, ...]:
    """301 工资福利支出, with its sums."""
    now = last_year.total(line.final for line in lines)
    before = last_year.economic(filing)
    then = None if before is None else last_year.total(before.get(line.id) for line in lines)
    return (
        group,
        code_search.economic_names(filing).get(group, ""),
        "",
        "",
        figures_shown.amount(now, unit),
        figures_shown.last_year(then, unit),
        figures_shown.difference(now, then, unit),
    )


ECONOMIC = ListLayout(
    ExpenditureLine,
    (
        Column("科目编码", 92, ExpenditureLine.economic, pick=Pick.ECONOMIC),
        name_column(ExpenditureLine.economic, Pick.ECONOMIC),
        Column("支出性质", 92, ExpenditureLine.kind, pick=Pick.CHOICES),
        Column("资金来源", 190, ExpenditureLine.fund, pick=Pick.CHOICES),
        Column("决算数", 116, ExpenditureLine.final, align=RIGHT),
        *compared(ExpenditureLine.final, last_year.economic, 108),
    ),
    records=lambda filing: [line for line in filing.expenditure if line.economic],
    named=_code_and_name(ExpenditureLine.economic),
    fresh=lambda _filing: ExpenditureLine(
        kind=ExpenditureKind.BASIC, fund=FundSource.GENERAL_PUBLIC_BUDGET
    ),
    totals=grid_totals.economic,
    known=_known(ExpenditureLine.economic, last_year.economic),
    beside=_last_figure(last_year.economic),
    bands=Bands(lambda line: line.economic[:3], _class_cells),
)

RECEPTIONS = ListLayout(
    Reception,
    (
        Column("接待类别", 150, Reception.kind, pick=Pick.CHOICES),
        Column("接待事由", 420, Reception.subject, stretch=True, wrapped=True),
        Column("接待金额", 130, Reception.amount, align=RIGHT),
    ),
    records=lambda filing: filing.receptions,
    named=lambda _filing, line: line.subject[:12],
    fresh=lambda _filing: Reception(kind=ReceptionKind.DOMESTIC),
    totals=grid_totals.receptions,
)

INSTITUTIONS = ListLayout(
    Institution,
    (
        Column("下属单位名称", 420, Institution.name, stretch=True, wrapped=True),
        Column("下属单位性质", 250, Institution.nature, pick=Pick.CHOICES),
    ),
    records=lambda filing: filing.institutions,
    named=lambda _filing, line: line.name,
    fresh=lambda _filing: Institution(),
)

LOCAL_CODES = ListLayout(
    LocalCode,
    (
        Column("科目类别", 130, LocalCode.classification, pick=Pick.CHOICES),
        Column("科目编码", 130, LocalCode.code),
        Column("科目名称", 420, LocalCode.name, stretch=True, wrapped=True),
    ),
    records=lambda filing: filing.local_codes,
    named=lambda _filing, line: f"{line.code} {line.name}".strip(),
    fresh=lambda _filing: LocalCode(classification=Classification.FUNCTIONAL),
)

GRIDS = {
    "income": INCOME,
    "expenditure": EXPENDITURE,
    "economic": ECONOMIC,
    "carryover": CARRYOVER,
    "receptions": RECEPTIONS,
    "institutions": INSTITUTIONS,
    "variances": VARIANCES,
    "department": DEPARTMENT,
    "local_codes": LOCAL_CODES,
    "stated_figures": STATED,
}
"""Every grid over a list by its name."""
