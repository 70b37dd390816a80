"""The equations within each public table (A01–A16)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from jsxh_desktop.domain.code import OPERATING_CLASSES, PERSONNEL_CLASSES
from jsxh_desktop.domain.stated import NotStated
from jsxh_desktop.domain.terms import APPROPRIATION, ExpenditureKind, IncomeSource
from jsxh_desktop.rules.tables.cell_tree import NOTHING, chosen, column_tree, row_tree, rows, tops
from jsxh_desktop.rules.tables.equations import Cells, Equation, Sort
from jsxh_desktop.rules.tables.ledger import DETAILS, NOT_CUT, Ledger
from jsxh_desktop.tables.figure_table import TOTAL, UNCODED
from jsxh_desktop.tables.three_public import ROW, SIDES
from jsxh_desktop.tables.two_sides import EXPENDITURE, INCOME

Equations = Iterator[Equation]
OrMissing = Iterator[Equation | NotStated]
AMOUNT = "金额"
PARTS = ("", "各项相加")
BELOW = ("", "下级科目相加")
TREES = ("SR", "ZC", "YB", "YBXM", "JJ", "GZ", "GZZC", *DETAILS)
BY_KIND = ("基本支出", "项目支出")
WHOLES = {TOTAL, AMOUNT, "本年收入合计", "本年支出合计", "本年收入", "本年支出"}


def _zb(*keys: str) -> Cells:
    return tuple(("ZB", key, AMOUNT) for key in keys)


def classes(ledger: Ledger, table: str) -> tuple[str, ...]:
    """The rows of 类 of a table of two sides that its sum is made of."""
    found = [row for row in rows(ledger, table) if _is_class(row)]
    entered = {row.key for row in ledger.tables[table].rows}
    stated = ledger.stated_keys.get(table, NOTHING)[0]
    return chosen([row for row in found if row in entered], stated.intersection(found))


def _is_class(row: str) -> bool:
    return row.startswith(EXPENDITURE) and row.removeprefix(EXPENDITURE).isdigit()


def total_income(_: Ledger) -> Equations:
    """A01."""
    sources = (INCOME + source for source in IncomeSource)
    yield Equation(_zb("收入/本年收入合计"), _zb(*sources), said=PARTS)


def total_expenditure(ledger: Ledger) -> Equations:
    """A02."""
    parts = _zb(*classes(ledger, "ZB"))
    yield Equation(_zb("支出/本年支出合计"), parts, said=("", "各类相加"))


def income_side(_: Ledger) -> Equations:
    """A03."""
    parts = _zb("收入/本年收入合计", "收入/使用非财政拨款结余", "收入/年初结转和结余")
    yield Equation(_zb("收入/总计"), parts, said=("收入“总计”", "各项相加"))


def expenditure_side(_: Ledger) -> Equations:
    """A04."""
    parts = _zb("支出/本年支出合计", "支出/结余分配", "支出/年末结转和结余")
    yield Equation(_zb("支出/总计"), parts, said=("支出“总计”", "各项相加"))


def both_sides(_: Ledger) -> Equations:
    """A05."""
    names = ("收入总计", "支出总计")
    yield Equation(_zb("收入/总计"), _zb("支出/总计"), Sort.BALANCES, names)


def income_across(ledger: Ledger) -> Equations:
    """A06."""
    whole, *parts = (column.key for column in ledger.tables["SR"].columns)
    yield from _across(ledger, "SR", whole, *parts)


def expenditure_across(ledger: Ledger) -> Equations:
    """A08."""
    yield from _across(ledger, "ZC", "本年支出合计", *map(str, ExpenditureKind))


def fund_across(ledger: Ledger) -> Equations:
    """A12."""
    yield from _across(ledger, "YB", TOTAL, *BY_KIND)
    yield from _across(ledger, "GZZC", TOTAL, *BY_KIND)


def _across(ledger: Ledger, table: str, whole: str, *parts: str) -> Equations:
    for row in rows(ledger, table):
        cells = tuple((table, row, part) for part in parts)
        yield Equation(((table, row, whole),), cells, said=PARTS)


def down(ledger: Ledger) -> Equations:
    """A07; as entered no column but the whole can fail, where money is booked at a 类 or 款."""
    for table in TREES:
        columns = [column.key for column in ledger.tables[table].columns]
        if table not in ledger.stated_keys:
            columns = [column for column in columns if column in WHOLES]
        for parent, children in row_tree(ledger, table):
            for column in columns:
                cells = tuple((table, child, column) for child in children)
                yield Equation(((table, parent, column),), cells, said=BELOW)


def appropriation_income(_: Ledger) -> Equations:
    """A09."""
    carried = "收入/年初财政拨款结转和结余"

    def cells(*keys: str) -> Cells:
        return tuple(("CZ", key, AMOUNT) for key in keys)

    sources = cells(*(INCOME + fund for fund in APPROPRIATION))
    yield Equation(cells("收入/本年收入合计"), sources, said=PARTS)
    parts = cells(*(f"{carried}/{fund}" for fund in APPROPRIATION))
    yield Equation(cells(carried), parts, said=PARTS)
    whole = cells("收入/本年收入合计", carried)
    yield Equation(cells("收入/总计"), whole, said=("收入“总计”", "各项相加"))


def appropriation_across(ledger: Ledger) -> Equations:
    """A10: each row by fund, and each fund by 类."""
    found = classes(ledger, "CZ")
    sums = ("支出/本年支出合计", "支出/年末财政拨款结转和结余", "支出/总计")
    for row in (*found, *sums):
        cells = tuple(("CZ", row, str(fund)) for fund in APPROPRIATION)
        yield Equation((("CZ", row, TOTAL),), cells, said=PARTS)
    for column in map(str, APPROPRIATION):
        cells = tuple(("CZ", row, column) for row in found)
        yield Equation((("CZ", "支出/本年支出合计", column),), cells, said=("", "各类相加"))


def appropriation_balance(_: Ledger) -> Equations:
    """A11: fund by fund, then the totals."""
    carried = "收入/年初财政拨款结转和结余"
    spent, left, whole = "支出/本年支出合计", "支出/年末财政拨款结转和结余", "支出/总计"
    for fund in APPROPRIATION:
        yield Equation(
            (("CZ", f"{carried}/{fund}", AMOUNT), ("CZ", INCOME + fund, AMOUNT)),
            (("CZ", spent, str(fund)), ("CZ", left, str(fund))),
            Sort.BALANCES,
            (f"{fund}年初结转结余加本年收入", "本年支出加年末结转结余"),
        )
    for column in (*map(str, APPROPRIATION), TOTAL):
        parts = (("CZ", spent, column), ("CZ", left, column))
        yield Equation((("CZ", whole, column),), parts, said=("", "本年支出加年末结转和结余"))
    names = ("财政拨款收入总计", "财政拨款支出总计")
    yield Equation((("CZ", "收入/总计", AMOUNT),), (("CZ", whole, TOTAL),), Sort.TIES, names)


def basic_expenditure(ledger: Ledger) -> Equations:
    """A13."""

    def cells(keys: Iterable[str]) -> Cells:
        return tuple(("YBJB", key, "决算数") for key in keys)

    for parent, children in row_tree(ledger, "YBJB"):
        if parent.isdigit():
            yield Equation(cells((parent,)), cells(children), said=BELOW)
    for name, of in (("人员经费合计", PERSONNEL_CLASSES), ("公用经费合计", OPERATING_CLASSES)):
        parts = cells(group for group in tops(ledger, "YBJB") if group in of)
        yield Equation(cells((name,)), parts, said=("", "各类相加"))
    if ("YBJB", TOTAL, "决算数") in ledger.stated:
        parts = cells(("人员经费合计", "公用经费合计"))
        yield Equation(cells((TOTAL,)), parts, said=("", "人员经费加公用经费"))


def detail_across(ledger: Ledger) -> OrMissing:
    """A14."""
    for table in DETAILS:
        branches = [x for x in column_tree(ledger, table) if x[1] != (UNCODED,)]
        if not branches and UNCODED in {column.key for column in ledger.tables[table].columns}:
            yield NotStated(NOT_CUT)
        for row in rows(ledger, table):
            for parent, children in branches:
                cells = tuple((table, row, child) for child in children)
                yield Equation(((table, row, parent),), cells, said=BELOW)


def three_public(_: Ledger) -> Equations:
    """A15."""
    for table in ("SG", "JJSG"):
        for side in SIDES:

            def cells(*keys: str, table: str = table, side: str = side) -> Cells:
                return tuple((table, ROW.key, f"{side}/{key}") for key in keys)

            vehicles = "公务用车购置及运行维护费"
            parts = cells("公务用车购置费", "公务用车运行维护费")
            yield Equation(cells(vehicles), parts, said=("", "购置费加运行维护费"))
            parts = cells("因公出国（境）费", vehicles, "公务接待费")
            yield Equation(cells(TOTAL), parts, said=("", "三项相加"))


def fund_flow(ledger: Ledger) -> Equations:
    """A16: the carry-over is entered for the whole fund; by code it is judged where stated."""
    for table in ("JJ", "GZ"):
        for row in rows(ledger, table):

            def cells(*keys: str, table: str = table, row: str = row) -> Cells:
                return tuple((table, row, key) for key in keys)

            yield Equation(cells("本年支出"), cells(*BY_KIND), said=("", "基本支出加项目支出"))
            closing = cells("年末结转和结余", "本年支出")
            opening = cells("年初结转和结余", "本年收入")
            names = ("年末结转结余加本年支出", "年初结转结余加本年收入")
            if row == TOTAL or any(cell in ledger.stated for cell in (*closing, *opening)):
                yield Equation(closing, opening, Sort.BALANCES, names)
