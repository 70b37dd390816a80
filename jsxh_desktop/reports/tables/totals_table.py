"""The totals: ZB 收入支出决算总表 and CZ 财政拨款收入支出决算总表."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from jsxh_desktop.domain import totals
from jsxh_desktop.domain.carryover import Carryover
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.money import Money
from jsxh_desktop.domain.pack import Pack, PublicTable
from jsxh_desktop.domain.terms import APPROPRIATION, FundSource, IncomeSource
from jsxh_desktop.domain.totals import Lines
from jsxh_desktop.narrative.block import Cell, Gap, Table
from jsxh_desktop.narrative.numerals import numeral
from jsxh_desktop.narrative.wording import known
from jsxh_desktop.reports.tables.amounts import Amounts, AnyAmount
from jsxh_desktop.reports.tables.by_function import received
from jsxh_desktop.reports.tables.frame import framed, label
from jsxh_desktop.reports.tables.functional_tree import Row, branches, name_of

FUND_SETS: tuple[tuple[FundSource, ...], ...] = (
    APPROPRIATION,
    *((fund,) for fund in APPROPRIATION),
)
"""合计 and its three parts: the columns of the right side of CZ."""

ZB_HEAD: tuple[Row, ...] = (
    (label("收　　　入", across=3, bold=True), label("支　　　出", across=3, bold=True)),
    tuple(
        label(text) for text in ("项　　目", "行次", "金额", "项目（按功能分类）", "行次", "金额")
    ),
    tuple(label(text) for text in ("栏　　次", "", "1", "栏　　次", "", "2")),
)
CZ_HEAD: tuple[Row, ...] = (
    (label("收　　　入", across=3, bold=True), label("支　　　出", across=6, bold=True)),
    tuple(
        label(text)
        for text in (
            *("项　　目", "行次", "金额", "项目（按功能分类）", "行次", "合计"),
            *(
                "一般公共\n预算\n财政拨款",
                "政府性\n基金预算\n财政拨款",
                "国有资本\n经营预算\n财政拨款",
            ),
        )
    ),
    tuple(label(text) for text in ("栏　　次", "", "1", "栏　　次", "", "2", "3", "4", "5")),
)


@dataclass(frozen=True, slots=True)
class Item:
    """One line of one side; without figures its cells stay empty. A total is bold and centred."""

    name: str = ""
    figures: tuple[AnyAmount, ...] = ()
    total: bool = False
    indent: int = 0


def grand_totals(filing: Filing, pack: Pack, table: PublicTable) -> tuple[Table, ...]:
    """ZB: the numerals of the 类 are fixed; a 类 beyond them follows with the next numeral."""
    carried = partial(totals.carried, filing)
    spent = _by_class(partial(totals.functional_lines, filing), filing, pack, ((),))
    left_end = (
        Item("本年收入合计", (partial(totals.income, filing),), total=True),
        Item(pack.words("nonfiscal_used"), (partial(carried, Carryover.nonfiscal_used),), indent=2),
        Item("年初结转和结余", (partial(carried, Carryover.opening),), indent=2),
        Item("总　　计", (partial(totals.income_side, filing),), total=True),
    )
    right_end = (
        Item("本年支出合计", (partial(totals.expenditure, filing),), total=True),
        Item("结余分配", (partial(carried, Carryover.distributed),), indent=2),
        Item("年末结转和结余", (partial(carried, Carryover.closing),), indent=2),
        Item("总　　计", (partial(totals.expenditure_side, filing),), total=True),
    )
    amounts = Amounts(pack.zero)
    grid = Table(
        widths=(55, 11, 24, 55, 11, 24),
        head=ZB_HEAD,
        body=_beside(
            (
                *_padded(_sources(filing, zip(IncomeSource, IncomeSource, strict=True)), spent),
                *left_end,
            ),
            (*spent, *right_end),
            amounts,
        ),
        size=9,
        row_height=6.6,
        closing=1,
    )
    return (framed(grid, filing, pack, table, amounts.notes()),)


def appropriation_totals(filing: Filing, pack: Pack, table: PublicTable) -> tuple[Table, ...]:
    """CZ: upright, because 35 rows are too many for a page on its side (rules A09–A11)."""
    opening = partial(totals.carried, filing, Carryover.opening)
    closing = partial(totals.carried, filing, Carryover.closing)
    spent = _by_class(partial(totals.functional_lines, filing), filing, pack, FUND_SETS)
    left_end = (
        Item("本年收入合计", (partial(totals.appropriation_income, filing),), total=True),
        Item("年初财政拨款结转和结余", (partial(opening, *APPROPRIATION),)),
        *(Item(fund, (partial(opening, fund),), indent=1) for fund in APPROPRIATION),
        Item("总　　计", (partial(totals.appropriation_income_side, filing),), total=True),
    )
    right_end = (
        Item(
            "本年支出合计",
            tuple(partial(totals.fund_expenditure, filing, *funds) for funds in FUND_SETS),
            total=True,
        ),
        Item("年末财政拨款结转和结余", tuple(partial(closing, *funds) for funds in FUND_SETS)),
        *(Item() for _ in APPROPRIATION),
        Item("总　　计", tuple(partial(_used, filing, funds) for funds in FUND_SETS), total=True),
    )
    incomes = _sources(filing, totals.APPROPRIATION_INCOME.items())
    amounts = Amounts(pack.zero)
    grid = Table(
        widths=(41.5, 7.5, 16.2, 44, 7.5, 16.2, 16.2, 16.2, 16.2),
        head=CZ_HEAD,
        body=_beside((*_padded(incomes, spent), *left_end), (*spent, *right_end), amounts),
        size=8,
        row_height=6.2,
        closing=1,
    )
    return (framed(grid, filing, pack, table, amounts.notes()),)


def _used(filing: Filing, funds: tuple[FundSource, ...]) -> Money:
    """Spent and left over at the end of the year."""
    left = totals.carried(filing, Carryover.closing, *funds)
    return totals.fund_expenditure(filing, *funds) + left


def _sources(filing: Filing, named: Iterable[tuple[str, IncomeSource]]) -> tuple[Item, ...]:
    return tuple(
        Item(f"{numeral(number)}、{name}", (partial(_received, filing, source),))
        for number, (name, source) in enumerate(named, 1)
    )


def _received(filing: Filing, source: IncomeSource) -> Money:
    return received((source,), totals.income_lines(filing))


def _by_class(
    source: Callable[[], Lines],
    filing: Filing,
    pack: Pack,
    fund_sets: Sequence[tuple[FundSource, ...]],
) -> tuple[Item, ...]:
    """The 类 of the pack, then those in use beyond them; a figure for each set of funds."""
    lines = known(source)
    groups: Mapping[str, Lines] = {} if isinstance(lines, Gap) else branches(lines)
    beyond = [c for c in groups if len(c) == 3 and c not in pack.functional_classes]
    names = filing.functional

    def figures(code: str) -> Iterator[AnyAmount]:
        for funds in fund_sets:
            yield lines if isinstance(lines, Gap) else partial(_spent, groups.get(code, ()), funds)

    codes = (*pack.functional_classes, *beyond)
    return tuple(
        Item(f"{numeral(number)}、{name_of(code, names)}", tuple(figures(code)))
        for number, code in enumerate(codes, 1)
    )


def _spent(lines: Lines, funds: tuple[FundSource, ...]) -> Money:
    return totals.total(totals.of_fund(lines, *funds) if funds else lines)


def _padded(items: tuple[Item, ...], other: tuple[Item, ...]) -> tuple[Item, ...]:
    """As long as the other side."""
    return (*items, *(Item() for _ in range(len(other) - len(items))))


def _beside(left: Sequence[Item], right: Sequence[Item], amounts: Amounts) -> tuple[Row, ...]:
    """Both sides; 行次 runs down the left one and goes on down the right one."""
    return tuple(
        (*_cells(here, number, left, amounts), *_cells(there, len(left) + number, right, amounts))
        for number, (here, there) in enumerate(zip(left, right, strict=True), 1)
    )


def _cells(item: Item, number: int, side: Sequence[Item], amounts: Amounts) -> Row:
    name = label(item.name, bold=True) if item.total else Cell(item.name, indent=item.indent)
    figures = [amounts.cell(figure, bold=item.total) for figure in item.figures]
    blanks = len(side[0].figures) - len(figures)
    return (name, label(str(number)), *figures, *(Cell() for _ in range(blanks)))
