"""The entries behind a figure of a public table: what was typed that it adds up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from typing import Any, NamedTuple

from jsxh_desktop.domain.carryover import Carryover
from jsxh_desktop.domain.code import OPERATING_CLASSES, PERSONNEL_CLASSES
from jsxh_desktop.domain.entry import Entry
from jsxh_desktop.domain.expenditure import ExpenditureLine
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.income import IncomeLine
from jsxh_desktop.domain.money import Money
from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.terms import APPROPRIATION, ExpenditureKind, FundSource, IncomeSource
from jsxh_desktop.domain.three_public import ThreePublic
from jsxh_desktop.domain.totals import APPROPRIATION_INCOME
from jsxh_desktop.tables.figure_table import TOTAL, UNCODED
from jsxh_desktop.tables.project_expenditure import by_project
from jsxh_desktop.tables.three_public import CODES, FINAL

Cell = tuple[str, str, str]
"""Table, row and column, by their keys in the room `tables`."""


class Typed(NamedTuple):
    """One amount that was typed: its entry and the record it stands in."""

    entry: Entry[Any]
    record: Any

    @property
    def amount(self) -> Money:
        amount: Money | None = self.entry.of(self.record)
        return amount or Money()

    @property
    def place(self) -> Place:
        return Place(self.entry, getattr(self.record, "id", 0))

    @property
    def key(self) -> tuple[str, int]:
        """What tells it from every other one; two lines may read alike."""
        return self.entry.name, id(self.record)


Sources = Iterator[Typed]
FED = frozenset(APPROPRIATION_INCOME.values())
KINDS, SOURCES = frozenset(ExpenditureKind), frozenset(IncomeSource)
Funds = tuple[FundSource, ...]

GENERAL, FUNDS, CAPITAL = APPROPRIATION
OF_TABLE: Mapping[str, Funds] = {
    "ZC": tuple(FundSource),
    "CZMX": APPROPRIATION,
    "YB": (GENERAL,),
    "YBMX": (GENERAL,),
    "YBXM": (GENERAL,),
    "JJ": (FUNDS,),
    "GZ": (CAPITAL,),
    "GZZC": (CAPITAL,),
}
"""The tables of expenditure by functional code, and whose money each of them tells."""

BUDGETED = {
    "因公出国（境）费": (ThreePublic.overseas_budget,),
    "公务用车购置费": (ThreePublic.purchase_budget,),
    "公务用车运行维护费": (ThreePublic.running_budget,),
    "公务接待费": (ThreePublic.reception_budget,),
}
SPENT = {
    "因公出国（境）费": (ThreePublic.overseas,),
    "公务用车购置费": (ThreePublic.purchase,),
    "公务用车运行维护费": (ThreePublic.running,),
    "公务接待费": (ThreePublic.reception_domestic, ThreePublic.reception_foreign),
}
SUBTOTALS = {
    TOTAL: tuple(SPENT),
    "公务用车购置及运行维护费": ("公务用车购置费", "公务用车运行维护费"),
}
"""“三公” is typed item by item."""


def behind(filing: Filing, cell: Cell) -> tuple[Typed, ...]:
    """The amounts a cell adds up, in the order they were typed; none for a cell there is not."""
    table, row, column = cell
    if table in OF_TABLE:
        return tuple(_by_function(filing, cell))
    match table:
        case "SR":
            return tuple(_received(filing, row, column))
        case "ZB" | "CZ":
            return tuple(_of_side(filing, cell))
        case "YBJB":
            return tuple(_basic(filing, row))
        case "SG":
            return tuple(_three_public(filing, column))
        case "JJSG":
            return tuple(_of_government_funds(filing, column))
    return ()


def _under(functional: str, row: str) -> bool:
    if row == TOTAL:
        return True
    return not functional if row == UNCODED else functional.startswith(row)


def _spent(lines: Iterable[ExpenditureLine]) -> Sources:
    return (Typed(ExpenditureLine.final, line) for line in lines)


def _by_function(filing: Filing, cell: Cell) -> Sources:
    table, row, column = cell
    funds = OF_TABLE[table]
    if column in CARRIED:
        return _carried(filing, CARRIED[column], funds)
    code, _, project = row.partition("/")
    if column == "本年收入":
        return _incomes(filing, code, {APPROPRIATION_INCOME[fund] for fund in funds})
    lines = [
        line
        for line in filing.expenditure
        if line.functional
        and line.fund in funds
        and _under(line.functional, code)
        and _in_column(line, table, column)
    ]
    return _spent(_of_project(filing, row, lines) if project else lines)


CARRIED = {
    amount.label: amount
    for amount in (
        Carryover.opening,
        Carryover.closing,
        Carryover.nonfiscal_used,
        Carryover.distributed,
    )
}


def _in_column(line: ExpenditureLine, table: str, column: str) -> bool:
    if table == "YBXM":
        return line.kind is ExpenditureKind.PROJECT
    if column in KINDS:
        return line.kind == column
    if column == UNCODED:
        return not line.economic
    return not column.isdigit() or line.economic.startswith(column)


def _of_project(
    filing: Filing, row: str, lines: Iterable[ExpenditureLine]
) -> tuple[ExpenditureLine, ...]:
    code = row.partition("/")[0]
    projects = {project.id: project for project in filing.projects}
    here = [line for line in lines if line.functional == code]
    found = {each.key: group for each, group in by_project(code, here, projects)}
    return found.get(row, ())


def _received(filing: Filing, row: str, column: str) -> Sources:
    match column:
        case "本年收入合计":
            return _incomes(filing, row, SOURCES)
        case "财政拨款收入":
            return _incomes(filing, row, FED)
    return _incomes(filing, row, {source for source in IncomeSource if source == column})


def _incomes(filing: Filing, row: str, sources: Set[IncomeSource]) -> Sources:
    for line in filing.income:
        if line.source in sources and _under(line.functional, row):
            yield Typed(IncomeLine.final, line)


def _carried(filing: Filing, amount: Entry[Money | None], funds: Funds) -> Sources:
    return (Typed(amount, row) for row in filing.carryover if not funds or row.fund in funds)


def _of_side(filing: Filing, cell: Cell) -> Sources:
    """ZB of all money, CZ of the appropriation; 总计 is all of its side."""
    table, row, column = cell
    side, _, name = row.partition("/")
    name, _, part = name.replace("财政拨款结转", "结转").partition("/")
    every: Funds = APPROPRIATION if table == "CZ" else ()
    funds = tuple(fund for fund in FundSource if fund in {part, column}) or every
    if side == "收入":
        return _income_side(filing, name, funds)
    return _expenditure_side(filing, name, funds)


def _income_side(filing: Filing, name: str, funds: Funds) -> Sources:
    if name in {"总计", "本年收入合计"}:
        every = FED if funds else SOURCES
        yield from _incomes(filing, TOTAL, every)
    fed = {str(fund): str(source) for fund, source in APPROPRIATION_INCOME.items()}
    named = {source for source in IncomeSource if source in {name, fed.get(name)}}
    yield from _incomes(filing, TOTAL, named)
    for amount in (Carryover.opening, *(() if funds else (Carryover.nonfiscal_used,))):
        if name in {"总计", amount.label}:
            yield from _carried(filing, amount, funds)


def _expenditure_side(filing: Filing, name: str, funds: Funds) -> Sources:
    code = name if name.isdigit() else ""
    if code or name in {"总计", "本年支出合计"}:
        yield from _spent(
            line
            for line in filing.expenditure
            if line.functional
            and line.functional.startswith(code)
            and (not funds or line.fund in funds)
        )
    for amount in (Carryover.closing, *(() if funds else (Carryover.distributed,))):
        if name in {"总计", amount.label}:
            yield from _carried(filing, amount, funds)


def _basic(filing: Filing, row: str) -> Sources:
    sums = {TOTAL: ("",), "人员经费合计": PERSONNEL_CLASSES, "公用经费合计": OPERATING_CLASSES}
    codes = sums.get(row, (row,))
    return _spent(
        line
        for line in filing.expenditure
        if line.economic
        and line.fund is GENERAL
        and line.kind is ExpenditureKind.BASIC
        and line.economic.startswith(codes)
    )


def _three_public(filing: Filing, column: str) -> Sources:
    side, _, name = column.partition("/")
    items = SPENT if side == FINAL else BUDGETED
    for part in SUBTOTALS.get(name, (name,)):
        yield from (Typed(entry, filing.three_public) for entry in items.get(part, ()))


def _of_government_funds(filing: Filing, column: str) -> Sources:
    side, _, name = column.partition("/")
    amount = ExpenditureLine.final if side == FINAL else ExpenditureLine.full_year_budget
    for line in filing.expenditure:
        if line.fund is FUNDS and line.functional and line.economic in CODES.get(name, ()):
            yield Typed(amount, line)
