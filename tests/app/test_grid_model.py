"""A list as a grid: typed into, pasted into, added to, moved, undone, whatever is put there."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jsxh_desktop.app.grid_layout import GridSource
from jsxh_desktop.app.grid_model import ListGrid
from jsxh_desktop.app.workspace import Workspace
from jsxh_desktop.domain.change import Added, Put
from jsxh_desktop.domain.expenditure import ExpenditureLine
from jsxh_desktop.domain.income import IncomeLine
from jsxh_desktop.domain.money import Money, wan
from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.project import Project
from jsxh_desktop.domain.terms import ExpenditureKind, FundSource, IncomeSource
from tests.app.grids import cell, logged, open_grid, open_sample, texts


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    opened = open_sample(tmp_path)
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def lasting(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """One workbook for many examples, each of which leaves it as it was."""
    opened = open_sample(tmp_path_factory.mktemp("sample"))
    yield opened
    opened.close()


def test_one_value_is_a_step_that_says_where(workspace: Workspace) -> None:
    grid = open_grid(workspace, "income")
    grid.put({cell(grid, 1, "决算数"): "97.5"}, "")
    assert workspace.filing.income[1].final == wan("97.5")
    assert workspace.turns()[0] == "修改 2060701 机构运行 收入决算数"


def test_many_values_are_one_step(workspace: Workspace) -> None:
    grid, before = open_grid(workspace, "income"), workspace.filing
    grid.put({cell(grid, row, "决算数"): str(row) for row in range(5)}, "粘贴 5 行")
    assert workspace.turns()[0] == "粘贴 5 行"
    workspace.undo()
    assert workspace.filing == before


def test_what_does_not_read_is_kept_and_the_rest_is_committed(workspace: Workspace) -> None:
    grid = open_grid(workspace, "income")
    wrong, right = cell(grid, 0, "决算数"), cell(grid, 1, "决算数")
    grid.put({wrong: "零点八", right: "1"}, "粘贴")
    assert workspace.filing.income[1].final == wan("1")
    assert workspace.filing.income[0].final == wan("6.41")
    assert grid.rows[0].cells[wrong[1]] == grid.exact(wrong) == "零点八"
    assert grid.rows[0].wrong == {wrong[1]}
    assert grid.problem(wrong) == "“零点八”认不出来，请写数字，如 0.80"


def test_whatever_does_not_read_of_a_block_is_told_once(workspace: Workspace) -> None:
    grid = open_grid(workspace, "income")
    count, told = len(grid.rows), list[int]()
    workspace.listeners.add(lambda: told.append(len(workspace.drafts)))
    amounts = {cell(grid, row, "决算数"): f"约 {row}" for row in range(count + 3)}
    grid.put(amounts | {(count + n, 0): "2060702" for n in range(3)}, "粘贴")
    assert told == [len(amounts)]
    assert texts(grid, "决算数") == list(amounts.values())


def test_a_text_that_reads_at_last_is_no_draft_any_more(workspace: Workspace) -> None:
    grid = open_grid(workspace, "income")
    wrong = cell(grid, 0, "决算数")
    grid.put({wrong: "零点八"}, "")
    grid.put({wrong: "6.41"}, "")
    assert not workspace.drafts
    assert not grid.rows[0].wrong


def test_a_row_that_does_not_read_whole_is_added_with_what_reads(workspace: Workspace) -> None:
    grid = open_grid(workspace, "income")
    count = len(grid.rows)
    grid.put({(count, 0): "2060702", cell(grid, count, "决算数"): "五"}, "粘贴")
    line = workspace.filing.income[count]
    assert (line.functional, line.source) == ("2060702", IncomeSource.GENERAL_PUBLIC_BUDGET)
    assert grid.rows[count].wrong == {cell(grid, 0, "决算数")[1]}


def test_a_blank_row_behind_the_last_is_none(workspace: Workspace) -> None:
    grid, before = open_grid(workspace, "income"), workspace.filing
    grid.put({(len(grid.rows), 0): " "}, "")
    assert workspace.filing == before


@pytest.mark.parametrize(
    ("name", "title", "typed"),
    [
        ("income", "决算数", "6.4100"),
        ("income", "决算数", "6.41万元"),
        ("income", "决算数", " 64,100元"),
        ("expenditure", "项目", "科普经费"),
    ],
)
def test_the_key_log_lets_go_of_what_reads_whatever_its_letters(
    workspace: Workspace, name: str, title: str, typed: str
) -> None:
    grid = open_grid(workspace, name)
    where = cell(grid, 0, title)
    grid.typing(where, typed)
    grid.put({where: typed}, "")
    assert not logged(workspace)


def test_the_key_log_lets_go_of_what_only_looked_the_same(workspace: Workspace) -> None:
    workspace.edit(Place(IncomeLine.final, 1), Money(48_123))
    grid = open_grid(workspace, "income")
    amount = cell(grid, 0, "决算数")
    grid.typing(amount, "0.05")
    grid.put({amount: "0.05"}, "")
    assert not logged(workspace)


def test_looking_at_an_amount_never_rounds_it_but_typing_does(workspace: Workspace) -> None:
    workspace.edit(Place(IncomeLine.final, 1), Money(48_123))
    grid = open_grid(workspace, "income")
    amount = cell(grid, 0, "决算数")
    grid.put({amount: grid.exact(amount)}, "")
    assert workspace.filing.income[0].final == Money(48_123)
    grid.put({amount: "0.05"}, "")
    assert workspace.filing.income[0].final == Money(50_000)


def test_a_bare_name_and_short_forms_are_understood(workspace: Workspace) -> None:
    grid = open_grid(workspace, "expenditure")
    row = len(grid.rows)
    typed = {
        "科目编码": "科普活动",
        "性质": "项目",
        "资金来源": "政府性基金",
        "项目": "科普经费",
        "结转": "√",
    }
    grid.put({cell(grid, row, title): text for title, text in typed.items()}, "粘贴")
    line = workspace.filing.expenditure[-1]
    assert line.functional == "2060702"
    assert line.kind is ExpenditureKind.PROJECT
    assert line.fund is FundSource.GOVERNMENT_FUNDS
    assert line.project == 1
    assert line.carried_over is True


def test_a_number_is_no_project_whatever_ids_there_are(workspace: Workspace) -> None:
    grid, before = open_grid(workspace, "expenditure"), workspace.filing
    grid.put({cell(grid, 0, "项目"): "1"}, "")
    assert workspace.filing == before
    assert grid.problem(cell(grid, 0, "项目")).startswith("没有叫“1”的项目")
    grid.put({cell(grid, 0, "项目"): "科普经费"}, "")
    assert workspace.filing.expenditure[0].project == 1
    assert not workspace.drafts


def test_an_economic_line_without_a_code_yet_stays_where_it_was_typed(
    workspace: Workspace,
) -> None:
    grid = open_grid(workspace, "economic")
    grid.put({cell(grid, len(grid.rows), "决算数"): "3"}, "")
    key = workspace.filing.expenditure[-1].id
    assert grid.cell_of(Place(ExpenditureLine.final, key)) is not None
    code = grid.cell_of(Place(ExpenditureLine.economic, key))
    assert code is not None
    grid.put({code: "30211"}, "")
    assert workspace.filing.expenditure[-1].economic == "30211"


def test_records_stand_below_the_band_of_their_class(workspace: Workspace) -> None:
    grid = open_grid(workspace, "economic")
    bands = [row.cells[0] for row in grid.rows if row.band]
    assert bands == ["∨ 301", "∨ 302", "∨ 310"]
    assert texts(grid, "科目编码") == sorted(texts(grid, "科目编码"))


def test_a_folded_class_hides_its_rows_until_one_is_gone_to(workspace: Workspace) -> None:
    grid = open_grid(workspace, "economic")
    count, key = len(grid.rows), workspace.filing.expenditure[9].id
    grid.fold(0)
    assert len(grid.rows) == count - 9
    assert grid.rows[0].cells[0] == "› 301"
    place = Place(ExpenditureLine.final, key)
    assert grid.cell_of(place) == cell(grid, 1, "决算数")
    assert len(grid.rows) == count


def test_a_row_is_inserted_before_another_and_undone(workspace: Workspace) -> None:
    grid, before = open_grid(workspace, "income"), workspace.filing
    grid.insert(2)
    assert [line.functional for line in workspace.filing.income][1:4] == ["2060701", "", "2060702"]
    workspace.undo()
    assert workspace.filing == before


def test_rows_are_deleted_as_one_step(workspace: Workspace) -> None:
    grid, before = open_grid(workspace, "income"), workspace.filing
    grid.delete([1, 2])
    assert len(workspace.filing.income) == len(before.income) - 2
    assert workspace.turns()[0] == "删除 2 行"
    workspace.undo()
    assert workspace.filing == before
    grid.delete([2])
    assert workspace.turns()[0] == "删除“2060702 科普活动”"


@given(data=st.data())
@settings(max_examples=15)
def test_a_moved_row_stands_where_it_was_moved_to(lasting: Workspace, data: st.DataObject) -> None:
    grid, before = open_grid(lasting, "expenditure"), lasting.filing
    rows = st.integers(0, len(grid.rows) - 1)
    row, to = data.draw(rows), data.draw(rows)
    key = grid.rows[row].key
    grid.move(row, to)
    assert grid.rows[to].key == key
    if row != to:
        lasting.undo()
    assert lasting.filing == before


def test_a_row_does_not_leave_its_class(workspace: Workspace) -> None:
    grid, before = open_grid(workspace, "economic"), workspace.filing
    last = next(n for n, row in enumerate(grid.rows) if n and row.band) - 1
    grid.move(last, last + 1)
    grid.move(last, last + 2)
    assert workspace.filing == before


def test_f4_offers_what_a_cell_can_hold(workspace: Workspace) -> None:
    grid = open_grid(workspace, "expenditure")
    assert "2101101" in [each.text for each in grid.offers(cell(grid, 0, "科目编码"), "yl")]
    assert grid.takes(cell(grid, 0, "科目名称")) == cell(grid, 0, "科目编码")
    kinds = grid.offers(cell(grid, 0, "性质"), "xm")
    assert [each.text for each in kinds] == ["项目支出"]
    projects = grid.offers(cell(grid, 0, "项目"), "科普经费")
    assert [each.text for each in projects] == ["科普经费"]
    assert not grid.offers(cell(grid, 0, "全年预算数"), "")


def test_a_renamed_project_shows_its_new_name(workspace: Workspace) -> None:
    grid = open_grid(workspace, "expenditure")
    workspace.edit(Place(Project.name, 1), "新名称")
    assert "新名称" in texts(grid, "项目")


def test_a_code_of_the_place_names_its_lines(workspace: Workspace) -> None:
    codes, grid = open_grid(workspace, "local_codes"), open_grid(workspace, "expenditure")
    workspace.apply("", [Put(ExpenditureLine.functional, "2060790", 1)])
    assert texts(grid, "科目名称")[0] == "科目表里没有这个编码"
    codes.put({cell(codes, 0, "科目编码"): "2060790", cell(codes, 0, "科目名称"): "村级科普"}, "")
    assert texts(grid, "科目名称")[0] == "村级科普"


def test_what_the_year_before_had_stands_beside_each_line(workspace: Workspace) -> None:
    filing = workspace.filing
    lines = tuple(dataclasses.replace(line, final=wan("1")) for line in filing.expenditure)
    before = dataclasses.replace(filing, year=2020, expenditure=lines)
    workspace.begin(dataclasses.replace(before, before=None))
    workspace.switch(2021)
    grid = open_grid(workspace, "expenditure")
    assert set(texts(grid, "上年决算")) == {"1.00"}
    assert texts(grid, "增减")[0] == "+5.41"


def test_what_was_asked_for_is_marked(workspace: Workspace) -> None:
    workspace.apply("", [Added(IncomeLine(functional="2060701"))])
    key = workspace.filing.income[-1].id
    grid = open_grid(workspace, "income")
    workspace.asked_for = frozenset({Place(IncomeLine.final, key)})
    grid.refresh()
    assert grid.rows[-1].asked == {cell(grid, 0, "决算数")[1]}
    assert grid.hint(cell(grid, len(grid.rows) - 1, "决算数")) == "待填，打印会印成〔待填〕"


def test_amounts_follow_the_unit(workspace: Workspace) -> None:
    grid = open_grid(workspace, "income")
    workspace.look_in("元")
    amount = cell(grid, 0, "决算数")
    assert grid.rows[0].cells[amount[1]] == "64,100.00"
    grid.put({amount: "64,200"}, "")
    assert workspace.filing.income[0].final == wan("6.42")


def test_every_grid_is_a_source_of_its_protocol() -> None:
    names = {name for name in vars(GridSource) if not name.startswith("_")}
    assert names <= set(dir(ListGrid))
