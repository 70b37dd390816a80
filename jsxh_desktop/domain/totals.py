"""Every sum a sentence, table or chart shows, computed on read.

A sum over something nobody entered raises NotStated; a part nobody has (no 政府性基金 line among
entered lines) is a true zero.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from jsxh_desktop.domain.carryover import Carryover
from jsxh_desktop.domain.code import OPERATING_CLASSES, PERSONNEL_CLASSES
from jsxh_desktop.domain.entry import Entry
from jsxh_desktop.domain.expenditure import Budget, ExpenditureLine
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.income import IncomeLine
from jsxh_desktop.domain.money import Money
from jsxh_desktop.domain.once import once
from jsxh_desktop.domain.organization import Organization
from jsxh_desktop.domain.stated import NotStated, of, stated, summed
from jsxh_desktop.domain.terms import (
    APPROPRIATION,
    ExpenditureKind,
    FundSource,
    IncomeSource,
)

FINAL = ExpenditureLine.final
NO_FUND = "支出的资金来源"
Lines = tuple[ExpenditureLine, ...]


def functional_lines(filing: Filing) -> Lines:
    """The cut by function: every line with a functional code; NotStated while there is none."""
    lines = filing.by_function
    if not lines:
        raise NotStated("支出决算（按功能分类）")
    return lines


@once
def economic_lines(filing: Filing) -> Lines:
    """The cut by economic code of 一般公共预算基本支出; NotStated while there is none."""
    coded = tuple(line for line in filing.expenditure if line.economic)
    lines = of_kind(of_fund(coded, FundSource.GENERAL_PUBLIC_BUDGET), ExpenditureKind.BASIC)
    if not lines and basic_expenditure(filing):
        raise NotStated("基本支出决算（按经济分类）")
    return lines


def of_fund(lines: Lines, *funds: FundSource) -> Lines:
    """The lines that spend one of these funds; a line without a fund source is NotStated."""
    held = [line.fund for line in lines]
    if None in held:
        raise NotStated(NO_FUND)
    return tuple(line for line, fund in zip(lines, held, strict=True) if fund in funds)


def fund_of(line: ExpenditureLine) -> FundSource:
    """The fund a line spends; its label alone would not say whose 资金来源 is missing."""
    return stated(line.fund, NO_FUND)


def of_kind(lines: Lines, kind: ExpenditureKind) -> Lines:
    """The lines of one 支出性质; a line without one is NotStated."""
    held = [line.kind for line in lines]
    if None in held:
        raise NotStated(ExpenditureLine.kind.label)
    return tuple(line for line, each in zip(lines, held, strict=True) if each is kind)


def total(lines: Iterable[ExpenditureLine], amount: Entry[Money | None] = FINAL) -> Money:
    """The sum of one amount over lines."""
    return summed([amount.of(line) for line in lines], amount.label)


def by_code(
    lines: Lines,
    digits: int,
    amount: Entry[Money | None] = FINAL,
    *,
    economic: bool = False,
) -> dict[str, Money]:
    """Sums by the first digits of the code, in code order: 3 类, 5 款, 7 项."""
    groups: dict[str, list[ExpenditureLine]] = {}
    for line in lines:
        code = (line.economic if economic else line.functional)[:digits]
        groups.setdefault(code, []).append(line)
    return {code: total(groups[code], amount) for code in sorted(groups)}


@once
def expenditure(filing: Filing) -> Money:
    """本年支出合计."""
    return total(functional_lines(filing))


@once
def expenditure_by_kind(filing: Filing) -> Mapping[ExpenditureKind, Money]:
    """本年支出 by 支出性质, all five, in table order."""
    groups: dict[ExpenditureKind, list[ExpenditureLine]] = {kind: [] for kind in ExpenditureKind}
    for line in functional_lines(filing):
        groups[of(ExpenditureLine.kind, line)].append(line)
    return {kind: total(lines) for kind, lines in groups.items()}


def fund_lines(filing: Filing, *funds: FundSource) -> Lines:
    """What was spent out of these funds, by functional code."""
    return of_fund(functional_lines(filing), *funds)


def fund_expenditure(filing: Filing, *funds: FundSource) -> Money:
    """Expenditure out of these funds."""
    return total(fund_lines(filing, *funds))


@once
def general_budget_lines(filing: Filing) -> Lines:
    """一般公共预算财政拨款支出, by functional code."""
    return fund_lines(filing, FundSource.GENERAL_PUBLIC_BUDGET)


@once
def general_budget(filing: Filing) -> Money:
    """一般公共预算财政拨款支出合计."""
    return total(general_budget_lines(filing))


@once
def basic_expenditure(filing: Filing) -> Money:
    """一般公共预算财政拨款基本支出."""
    return total(of_kind(general_budget_lines(filing), ExpenditureKind.BASIC))


@once
def personnel_lines(filing: Filing) -> Lines:
    """人员经费 = 301 + 303."""
    return tuple(x for x in economic_lines(filing) if x.economic[:3] in PERSONNEL_CLASSES)


@once
def operating_lines(filing: Filing) -> Lines:
    """公用经费 = 302 + 307 + 310 + 312 + 399 (rule A13)."""
    return tuple(x for x in economic_lines(filing) if x.economic[:3] in OPERATING_CLASSES)


def agency_running(filing: Filing) -> Money:
    """机关运行经费: 公用经费 of 行政 and 参公 units, nothing for other institutions (rule B16)."""
    nature = of(Organization.nature, filing.organization)
    return total(operating_lines(filing)) if nature.has_agency_running else Money()


def initial_budget(filing: Filing) -> Money:
    """年初预算: of the lines where they carry it, else the total entered for the unit."""
    lines = [line for line in filing.expenditure if line.functional]
    if lines and all(line.initial_budget is not None for line in lines):
        return total(lines, ExpenditureLine.initial_budget)
    return of(Budget.initial_total, filing.budget)


def income_lines(filing: Filing) -> tuple[IncomeLine, ...]:
    """Every line of 收入决算; NotStated while there is none."""
    return stated(filing.income or None, "收入决算")


@once
def income_by_source(filing: Filing) -> Mapping[IncomeSource, Money]:
    """本年收入 by source, all eight, in table order."""
    fen = dict.fromkeys(IncomeSource, 0)
    for line in income_lines(filing):
        fen[of(IncomeLine.source, line)] += of(IncomeLine.final, line).fen
    return {source: Money(amount) for source, amount in fen.items()}


def income(filing: Filing) -> Money:
    """本年收入合计."""
    return summed(income_by_source(filing).values(), "收入决算")


def appropriation_income(filing: Filing) -> Money:
    """财政拨款收入: the first three sources."""
    sums = income_by_source(filing)
    return summed((sums[source] for source in APPROPRIATION_INCOME.values()), "收入决算")


APPROPRIATION_INCOME = dict(zip(APPROPRIATION, IncomeSource, strict=False))
"""The income source that feeds each appropriation fund."""


def carried(filing: Filing, amount: Entry[Money | None], *funds: FundSource) -> Money:
    """One column of the carry-over, of these funds or of all; NotStated while none is entered.

    A row without a fund source counts among all, and is NotStated where funds are told apart.
    """
    if not filing.carryover:
        raise NotStated("年初、年末结转和结余")
    rows = (
        row
        for row in filing.carryover
        if not funds or stated(row.fund, "结转和结余的资金来源") in funds
    )
    return summed((amount.of(row) for row in rows), amount.label)


@once
def income_side(filing: Filing) -> Money:
    """收入总计 = 本年收入 + 使用非财政拨款结余 + 年初结转和结余 (rule A03)."""
    return (
        income(filing)
        + carried(filing, Carryover.nonfiscal_used)
        + carried(filing, Carryover.opening)
    )


@once
def expenditure_side(filing: Filing) -> Money:
    """支出总计 = 本年支出 + 结余分配 + 年末结转和结余 (rule A04)."""
    return (
        expenditure(filing)
        + carried(filing, Carryover.distributed)
        + carried(filing, Carryover.closing)
    )


@once
def appropriation_income_side(filing: Filing) -> Money:
    """财政拨款收入总计 = 财政拨款收入 + 年初财政拨款结转和结余 (rule A09)."""
    return appropriation_income(filing) + carried(filing, Carryover.opening, *APPROPRIATION)


@once
def appropriation_expenditure_side(filing: Filing) -> Money:
    """财政拨款支出总计 = 财政拨款支出 + 年末财政拨款结转和结余 (rule A11)."""
    spent = fund_expenditure(filing, *APPROPRIATION)
    return spent + carried(filing, Carryover.closing, *APPROPRIATION)


def balanced(income_total: Money, expenditure_total: Money) -> Money:
    """收、支总计, which are one figure; NotStated, with both, while they disagree (rule A05)."""
    if income_total != expenditure_total:
        both = f"收入总计{income_total.show()}万元与支出总计{expenditure_total.show()}万元"
        raise NotStated(f"{both}不相等，请核对")
    return income_total


def grand_total(filing: Filing) -> Money:
    """收、支总计."""
    return balanced(income_side(filing), expenditure_side(filing))


def appropriation_total(filing: Filing) -> Money:
    """财政拨款收、支总计."""
    return balanced(appropriation_income_side(filing), appropriation_expenditure_side(filing))


def nonzero(sums: dict[str, Money]) -> Iterator[tuple[str, Money]]:
    """The parts that exist, in their order."""
    return ((name, amount) for name, amount in sums.items() if amount)
