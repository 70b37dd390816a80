"""The equations between public tables (B01–B12): one figure that stands in two of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from jsxh_desktop.domain.stated import NotStated
from jsxh_desktop.domain.terms import APPROPRIATION, ExpenditureKind
from jsxh_desktop.rules.tables.behind import Cell
from jsxh_desktop.rules.tables.cell_tree import rows
from jsxh_desktop.rules.tables.equations import Equation, Sort
from jsxh_desktop.rules.tables.ledger import NOT_CUT, Ledger
from jsxh_desktop.rules.tables.table_equations import AMOUNT, classes
from jsxh_desktop.tables.figure_table import TOTAL, UNCODED
from jsxh_desktop.tables.two_sides import EXPENDITURE, INCOME

Equations = Iterator[Equation]
OrMissing = Iterator[Equation | NotStated]
GENERAL, FUNDS, CAPITAL = map(str, APPROPRIATION)
BASIC = str(ExpenditureKind.BASIC)
PROJECT = str(ExpenditureKind.PROJECT)
SPENT = "支出/本年支出合计"
OPENING = "收入/年初财政拨款结转和结余"
CLOSING = "支出/年末财政拨款结转和结余"


def _tie(first: Cell, second: Cell, *, added_up: bool = False) -> Equation:
    return Equation((first,), (second,), Sort.TIES, added_up=added_up)


def income(_: Ledger) -> Equations:
    """B01."""
    yield _tie(("ZB", "收入/本年收入合计", AMOUNT), ("SR", TOTAL, "本年收入合计"))


def income_by_source(ledger: Ledger) -> Equations:
    """B02."""
    _, appropriation, *others = (column.key for column in ledger.tables["SR"].columns)
    fed = tuple(("ZB", f"{INCOME}{fund}收入", AMOUNT) for fund in APPROPRIATION)
    names = ("收入支出决算总表财政拨款收入三项相加", "收入决算表“合计”的财政拨款收入")
    yield Equation(fed, (("SR", TOTAL, appropriation),), Sort.TIES, names)
    for source in others:
        yield _tie(("ZB", INCOME + source, AMOUNT), ("SR", TOTAL, source))


def expenditure(_: Ledger) -> Equations:
    """B03."""
    yield _tie(("ZB", SPENT, AMOUNT), ("ZC", TOTAL, "本年支出合计"))


def expenditure_by_class(ledger: Ledger) -> Equations:
    """B04."""
    for row in classes(ledger, "ZB"):
        code = row.removeprefix(EXPENDITURE)
        yield _tie(("ZB", row, AMOUNT), ("ZC", code, "本年支出合计"), added_up=True)


def appropriation_income(_: Ledger) -> Equations:
    """B05."""
    yield _tie(("SR", TOTAL, "财政拨款收入"), ("CZ", "收入/本年收入合计", AMOUNT))


def general_budget(ledger: Ledger) -> Equations:
    """B06."""
    yield _tie(("CZ", SPENT, GENERAL), ("YB", TOTAL, TOTAL))
    for row in classes(ledger, "CZ"):
        code = row.removeprefix(EXPENDITURE)
        yield _tie(("CZ", row, GENERAL), ("YB", code, TOTAL), added_up=True)


def government_funds(_: Ledger) -> Equations:
    """B07."""
    yield from _flow("JJ", FUNDS)


def state_capital(_: Ledger) -> Equations:
    """B08: where GZ is published and where GZZC is."""
    yield from _flow("GZ", CAPITAL)
    yield _tie(("GZZC", TOTAL, TOTAL), ("CZ", SPENT, CAPITAL))
    yield _tie(("GZ", TOTAL, "本年支出"), ("GZZC", TOTAL, TOTAL))


def _flow(table: str, fund: str) -> Equations:
    yield _tie(("CZ", f"{OPENING}/{fund}", AMOUNT), (table, TOTAL, "年初结转和结余"))
    yield _tie(("CZ", INCOME + fund, AMOUNT), (table, TOTAL, "本年收入"))
    yield _tie(("CZ", SPENT, fund), (table, TOTAL, "本年支出"))
    yield _tie(("CZ", CLOSING, fund), (table, TOTAL, "年末结转和结余"))


def basic_expenditure(_: Ledger) -> Equations:
    """B09: the two cuts are entered apart."""
    cut = (("YBJB", "人员经费合计", "决算数"), ("YBJB", "公用经费合计", "决算数"))
    names = ("按功能分类的基本支出", "按经济分类的人员经费加公用经费")
    yield Equation((("YB", TOTAL, BASIC),), cut, Sort.BALANCES, names)


def project_expenditure(ledger: Ledger) -> Equations:
    """B10."""
    for row in rows(ledger, "YBXM"):
        if "/" not in row:
            yield _tie(("YB", row, PROJECT), ("YBXM", row, AMOUNT))


def appropriation_by_class(ledger: Ledger) -> Equations:
    """B11, as it is where nothing but the appropriation came in."""
    for row in classes(ledger, "CZ"):
        code = row.removeprefix(EXPENDITURE)
        whole = ("ZC", code, "本年支出合计")
        yield Equation((("CZ", row, TOTAL),), (whole,), Sort.BALANCES, added_up=True)


def details(ledger: Ledger) -> OrMissing:
    """B12: row by row, and by economic code where no other fund is spent."""
    general = ledger.tables["YBMX"]
    if general.cells.get((TOTAL, UNCODED)):
        yield NotStated(NOT_CUT)
    for row in rows(ledger, "CZMX"):
        parts = (("YBMX", row, TOTAL), ("JJ", row, "本年支出"), ("GZ", row, "本年支出"))
        names = ("", "各预算明细相加")
        yield Equation((("CZMX", row, TOTAL),), parts, Sort.TIES, names)
    yield from _by_economic_code(ledger)


def _by_economic_code(ledger: Ledger) -> Equations:
    if ledger.amount(("JJ", TOTAL, "本年支出")) or ledger.amount(("GZ", TOTAL, "本年支出")):
        return
    columns = {key for table in ("CZMX", "YBMX") for key in _columns(ledger, table)}
    for column in sorted(columns):
        yield _tie(("CZMX", TOTAL, column), ("YBMX", TOTAL, column))


def _columns(ledger: Ledger, table: str) -> Iterable[str]:
    return (column.key for column in ledger.tables[table].columns if column.key.isdigit())
