"""Official tables laid out in whatever way become the lines they were made of."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import Phase, assume, given, settings

from jsxh_desktop.app.imports.plan import State
from jsxh_desktop.app.sample import sample
from jsxh_desktop.domain import totals
from jsxh_desktop.domain.carryover import Carryover
from jsxh_desktop.domain.change import Added, Put, Removed
from jsxh_desktop.domain.expenditure import ExpenditureLine
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.income import IncomeLine
from jsxh_desktop.domain.money import Money, wan
from jsxh_desktop.domain.stated_figure import StatedFigure
from jsxh_desktop.domain.terms import (
    FundSource,
    IncomeSource,
    Precision,
)
from jsxh_desktop.store.file import Workbook
from jsxh_desktop.tables.public import figure_tables
from tests.app.imports.layouts import WAYS, ours
from tests.app.imports.tabled import PACK, coded, named, planned
from tests.examples import examples
from tests.filings import agreeing

COMPARED = ("ZB", "SR", "ZC", "CZ", "YB", "GZZC", "YBJB")
# To make an example smaller takes as many files as to look for one, and minutes.
UNSHRUNK = (Phase.explicit, Phase.reuse, Phase.generate)
way = pytest.mark.parametrize("lay_out", WAYS, ids=lambda each: each.__name__)


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workbook]:
    path = tmp_path_factory.mktemp("kept") / "kept.jsxh"
    with Workbook.create(path) as workbook:
        yield workbook


def imported(kept: Workbook, path: Path, start: Filing) -> Filing:
    """What a filing is after the import."""
    key = kept.save(start)
    held = kept.load(key)
    kept.apply(key, "导入", planned(path, held).changes)
    return named(kept.load(key))


def figures(filing: Filing) -> Mapping[tuple[str, str, str], Money]:
    """The figures of the tables that are not zero."""
    made = figure_tables(filing, PACK)
    return {
        (id_, *cell): amount
        for id_ in COMPARED
        for cell, amount in made[id_].cells.items()
        if isinstance(amount, Money) and amount
    }


@way
def test_the_sample_comes_back_from_its_tables(
    kept: Workbook, tmp_path: Path, lay_out: Any
) -> None:
    filing = coded(sample())
    path = lay_out(filing, PACK, tmp_path / "附表.xlsx")
    after = imported(kept, path, Filing(2021))
    assert figures(after) == figures(filing)
    assert after.three_public.reception_domestic == filing.three_public.reception_domestic
    assert after.three_public.overseas == Money()


@way
@given(filing=agreeing())
@settings(max_examples=examples(3), phases=UNSHRUNK)
def test_any_tables_that_agree_come_back(
    kept: Workbook, tmp_path_factory: Any, lay_out: Any, filing: Filing
) -> None:
    filing = coded(filing)
    assume(totals.income(filing) and totals.expenditure(filing))
    path = lay_out(filing, PACK, tmp_path_factory.getbasetemp() / "附表.xlsx")
    assert figures(imported(kept, path, Filing(2021))) == figures(filing)


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return ours(coded(sample()), PACK, tmp_path_factory.mktemp("tables") / "附表.xlsx")


@pytest.fixture(scope="module")
def done(kept: Workbook, tables: Path) -> Filing:
    """An empty year after the import of the tables of the sample."""
    return imported(kept, tables, Filing(2021))


def test_the_same_tables_again_change_nothing(tables: Path, done: Filing) -> None:
    plan = planned(tables, done)
    assert plan.changes == ()
    assert {*plan.counts} == {State.SAME}


def test_every_total_is_kept_as_stated_and_none_is_entered(done: Filing) -> None:
    stated = {(x.table, x.row, x.column): x for x in done.stated_figures}
    total = stated["ZC", "合计", "本年支出合计"]
    assert total.amount == wan("161.94")
    assert total.precision is Precision.HUNDREDTH_WAN
    assert total.source == "公开03 支出决算表!C7"
    assert all(len(line.functional) in {0, 7} for line in done.expenditure)


def test_what_agrees_to_the_last_place_stays_exact(tables: Path, done: Filing) -> None:
    """A ledger in 分 is worth more than a table in 万元."""
    income = dataclasses.replace(done.income[0], final=Money(6_410_049))
    exact = dataclasses.replace(done, income=(income, *done.income[1:]))
    assert planned(tables, exact).changes == ()


def test_an_amount_that_differs_is_put_and_shown(tables: Path, done: Filing) -> None:
    income = dataclasses.replace(done.income[0], final=wan("6.40"))
    changed = dataclasses.replace(done, income=(income, *done.income[1:]))
    plan = planned(tables, changed)
    assert plan.changes == (Put(IncomeLine.final, wan("6.41"), income.id),)
    (cell,) = (cell for cell in plan.cells if cell.state is State.CHANGED)
    assert (cell.address, cell.old, cell.new) == ("D10", "64000.00", "64100.00")
    assert cell.stated == ("SR", "2060103", "财政拨款收入")


def test_of_several_lines_none_is_chosen(tables: Path, done: Filing) -> None:
    first = done.income[0]
    halves = (
        dataclasses.replace(first, final=wan("3.00")),
        dataclasses.replace(first, final=wan("3.00"), id=9_001),
    )
    plan = planned(tables, dataclasses.replace(done, income=(*halves, *done.income[1:])))
    assert plan.changes == ()
    (cell,) = (cell for cell in plan.cells if cell.state is State.UNREAD)
    assert cell.reason == "已填的有2行，合起来是60000.00元，不知道该改哪一行，请到那一页自己改"


def test_a_line_without_its_amount_gets_it(tables: Path, done: Filing) -> None:
    blank = dataclasses.replace(done.income[0], final=None)
    plan = planned(tables, dataclasses.replace(done, income=(blank, *done.income[1:])))
    assert plan.changes == (Put(IncomeLine.final, wan("6.41"), blank.id),)


def test_projects_are_made_once_and_their_lines_belong_to_them(done: Filing) -> None:
    names = {project.id: project.name for project in done.projects}
    assert [*names.values()] == ["天府科技云服务中心工作经费", "科普经费", "省级科普专项经费"]
    tagged = {names[x.project]: x.final for x in done.expenditure if x.project}
    assert tagged["科普经费"] == wan("10.00")


def test_figures_an_earlier_import_left_go_with_their_table(tables: Path, done: Filing) -> None:
    stale = StatedFigure("SR", "2019999", "其他收入", wan("1"), id=9_001)
    more = dataclasses.replace(done, stated_figures=(*done.stated_figures, stale))
    assert planned(tables, more).changes == (Removed(StatedFigure, 9_001),)


def only(tables: Path, folder: Path, *names: str) -> Path:
    """The file with these sheets alone."""
    book = openpyxl.load_workbook(tables)
    for name in book.sheetnames:
        if not name.endswith(names):
            del book[name]
    book.save(folder / tables.name)
    return folder / tables.name


def test_expenditure_alone_leaves_the_fund_open(tables: Path, tmp_path: Path) -> None:
    plan = planned(only(tables, tmp_path, "03 支出决算表"), Filing(2021))
    lines = [x.record for x in plan.changes if isinstance(x, Added)]
    funds = {line.fund for line in lines if isinstance(line, ExpenditureLine)}
    assert funds == {None}
    assert any("资金来源留空" in cell.reason or "来源留空" in cell.reason for cell in plan.cells)


def test_the_table_of_totals_tells_the_one_fund(tables: Path, tmp_path: Path) -> None:
    path = only(tables, tmp_path, "03 支出决算表", "04 财政拨款收入支出决算总表")
    lines = [x.record for x in planned(path, Filing(2021)).changes if isinstance(x, Added)]
    funds = {line.fund for line in lines if isinstance(line, ExpenditureLine)}
    assert funds == {FundSource.GENERAL_PUBLIC_BUDGET}


def test_totals_alone_give_income_by_source(tables: Path, tmp_path: Path) -> None:
    plan = planned(only(tables, tmp_path, "01 收入支出决算总表"), Filing(2021))
    lines = [x.record for x in plan.changes if isinstance(x, Added)]
    (line,) = (line for line in lines if isinstance(line, IncomeLine))
    assert (line.functional, line.source) == ("", IncomeSource.GENERAL_PUBLIC_BUDGET)


def test_what_rounding_leaves_between_the_funds_is_no_money_of_another(tmp_path: Path) -> None:
    held = [
        Carryover(fund, Money(), Money(), Money(), Money(fen), id=fen)
        for fund, fen in (
            (FundSource.GENERAL_PUBLIC_BUDGET, 24_642_784),
            (FundSource.STATE_CAPITAL, 4_303_335),
        )
    ]
    filing = dataclasses.replace(coded(sample()), carryover=tuple(held))
    path = ours(filing, PACK, tmp_path / "附表.xlsx")
    added = [each for each in planned(path, filing).changes if isinstance(each, Added)]
    assert [each for each in added if isinstance(each.record, Carryover)] == []
