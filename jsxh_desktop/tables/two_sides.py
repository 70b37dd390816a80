"""The totals: ZB 收入支出决算总表 and CZ 财政拨款收入支出决算总表.

ZB, one column 金额, rows:
收入/ the eight sources as 一般公共预算财政拨款收入 … 其他收入, then 本年收入合计,
使用非财政拨款结余, 年初结转和结余, 总计;
支出/ the code of each 类 as 支出/206, then 本年支出合计, 结余分配, 年末结转和结余, 总计.

CZ, rows:
收入/ 一般公共预算财政拨款, 政府性基金预算财政拨款, 国有资本经营预算财政拨款, 本年收入合计,
年初财政拨款结转和结余, the same by fund as 年初财政拨款结转和结余/一般公共预算财政拨款, 总计,
all with the column 金额;
支出/ the code of each 类, 本年支出合计, 年末财政拨款结转和结余, 总计, with the columns 合计 and
the names of the three funds.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from jsxh_desktop.domain import totals
from jsxh_desktop.domain.carryover import Carryover
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.money import Money
from jsxh_desktop.domain.pack import Pack
from jsxh_desktop.domain.stated import NotStated
from jsxh_desktop.domain.terms import APPROPRIATION, FundSource, IncomeSource
from jsxh_desktop.domain.totals import Lines
from jsxh_desktop.tables.by_function import received
from jsxh_desktop.tables.figure_table import TOTAL, Ask, Column, FigureTable, Row, known
from jsxh_desktop.tables.functional_tree import branches, name_of

INCOME, EXPENDITURE = "收入/", "支出/"
AMOUNT = Column("金额", "金额")
GRAND_TOTAL = "总　　计"

Funds = tuple[FundSource, ...]
FUNDS: Mapping[str, Funds] = {
    TOTAL: APPROPRIATION,
    **{str(fund): (fund,) for fund in APPROPRIATION},
}
"""What each column of the right side of CZ adds up."""

CZ_COLUMNS = (
    AMOUNT,
    Column(TOTAL, "合计"),
    *(
        Column(str(fund), name)
        for fund, name in zip(
            APPROPRIATION,
            (
                "一般公共\n预算\n财政拨款",
                "政府性\n基金预算\n财政拨款",
                "国有资本\n经营预算\n财政拨款",
            ),
            strict=True,
        )
    ),
)

Line = tuple[Row, Mapping[str, Ask]]
"""A row and what is asked for in its columns."""


def grand_totals(filing: Filing, pack: Pack) -> FigureTable:
    """ZB: the 类 have fixed rows; a 类 beyond them follows."""
    carried = partial(totals.carried, filing)
    named = zip(IncomeSource, IncomeSource, strict=True)
    return _table(
        "ZB",
        (AMOUNT,),
        (
            *(_in(name, name, 1, partial(_received, filing, source)) for name, source in named),
            _in("本年收入合计", "本年收入合计", 0, partial(totals.income, filing)),
            _in(
                "使用非财政拨款结余",
                pack.words("nonfiscal_used"),
                2,
                partial(carried, Carryover.nonfiscal_used),
            ),
            _in("年初结转和结余", "年初结转和结余", 2, partial(carried, Carryover.opening)),
            _in("总计", GRAND_TOTAL, 0, partial(totals.income_side, filing)),
            *_by_class(filing, pack, {AMOUNT.key: ()}),
            _out("本年支出合计", "本年支出合计", 0, partial(totals.expenditure, filing)),
            _out("结余分配", "结余分配", 2, partial(carried, Carryover.distributed)),
            _out("年末结转和结余", "年末结转和结余", 2, partial(carried, Carryover.closing)),
            _out("总计", GRAND_TOTAL, 0, partial(totals.expenditure_side, filing)),
        ),
    )


def appropriation_totals(filing: Filing, pack: Pack) -> FigureTable:
    """CZ: the money of the budget alone, its expenditure by fund (rules A09–A11)."""
    opening = partial(totals.carried, filing, Carryover.opening)
    closing = partial(totals.carried, filing, Carryover.closing)
    fed = totals.APPROPRIATION_INCOME.items()
    carried = "年初财政拨款结转和结余"
    return _table(
        "CZ",
        CZ_COLUMNS,
        (
            *(_in(fund, fund, 1, partial(_received, filing, source)) for fund, source in fed),
            _in("本年收入合计", "本年收入合计", 0, partial(totals.appropriation_income, filing)),
            _in(carried, carried, 1, partial(opening, *APPROPRIATION)),
            *(_in(f"{carried}/{fund}", fund, 2, partial(opening, fund)) for fund in APPROPRIATION),
            _in("总计", GRAND_TOTAL, 0, partial(totals.appropriation_income_side, filing)),
            *_by_class(filing, pack, FUNDS),
            _by_fund("本年支出合计", 0, partial(totals.fund_expenditure, filing)),
            _by_fund("年末财政拨款结转和结余", 1, closing),
            _by_fund("总计", 0, partial(_used, filing)),
        ),
    )


def _table(id_: str, columns: tuple[Column, ...], lines: Sequence[Line]) -> FigureTable:
    cells = {(row.key, column): known(ask) for row, asked in lines for column, ask in asked.items()}
    return FigureTable(id_, tuple(row for row, _ in lines), columns, cells)


def _in(key: str, name: str, level: int, ask: Ask) -> Line:
    return Row(INCOME + key, name, level), {AMOUNT.key: ask}


def _out(key: str, name: str, level: int, ask: Ask) -> Line:
    return Row(EXPENDITURE + key, name, level), {AMOUNT.key: ask}


def _by_fund(key: str, level: int, asked: partial[Money]) -> Line:
    name = GRAND_TOTAL if key == "总计" else key
    row = Row(EXPENDITURE + key, name, level)
    return row, {column: partial(asked, *funds) for column, funds in FUNDS.items()}


def _used(filing: Filing, *funds: FundSource) -> Money:
    """Spent and left over at the end of the year."""
    left = totals.carried(filing, Carryover.closing, *funds)
    return totals.fund_expenditure(filing, *funds) + left


def _received(filing: Filing, source: IncomeSource) -> Money:
    return received((source,), totals.income_lines(filing))


def _by_class(filing: Filing, pack: Pack, columns: Mapping[str, Funds]) -> Iterator[Line]:
    """The 类 of the pack, then those in use beyond them; a column without funds takes all."""
    names = filing.functional
    lines = known(partial(totals.functional_lines, filing))
    groups: Mapping[str, Lines] = {} if isinstance(lines, NotStated) else branches(lines)
    beyond = (c for c in groups if len(c) == 3 and c not in pack.functional_classes)
    for code in (*pack.functional_classes, *beyond):
        group = lines if isinstance(lines, NotStated) else groups.get(code, ())
        row = Row(EXPENDITURE + code, name_of(code, names), 1)
        yield row, {key: partial(_spent, group, funds) for key, funds in columns.items()}


def _spent(lines: Lines | NotStated, funds: Funds) -> Money:
    if isinstance(lines, NotStated):
        raise NotStated(lines.label)
    if not lines:
        return Money()
    return totals.total(totals.of_fund(lines, *funds) if funds else lines)
