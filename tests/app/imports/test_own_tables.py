"""The bureau's list of codes, and tables of the unit's own whose columns are said once."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from jsxh_desktop.app.imports.free_tables import Columns, free_table, guessed, list_called
from jsxh_desktop.app.imports.importing import plan_of
from jsxh_desktop.app.imports.known_heads import Said
from jsxh_desktop.app.imports.plan import ImportPlan, State
from jsxh_desktop.app.problem import Problem
from jsxh_desktop.domain.change import Added, Put
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.local_code import Classification, LocalCode
from jsxh_desktop.domain.money import Money
from jsxh_desktop.domain.three_public import Reception
from tests.app.conftest import Run
from tests.app.imports.files import read_here
from tests.app.imports.tabled import PACK, named, planned

VISITS = '日期,事由,金额（元）\n3月2日,接待省馆调研,"1,200.50"\n4月1日,接待市馆,300\n合计,,1500.5\n'


@pytest.fixture
def visits(tmp_path: Path) -> Path:
    path = tmp_path / "接待.csv"
    path.write_text(VISITS, "utf-8")
    return path


def written(folder: Path, text: str) -> Path:
    path = folder / "科目.csv"
    path.write_text(text, "gb18030")
    return path


def plan(path: Path, said: Said, filing: Filing) -> ImportPlan:
    return plan_of(read_here(path), named(filing), PACK, said.columns)


def test_a_code_the_year_lacks_is_added_and_an_official_name_stays(tmp_path: Path) -> None:
    text = "编码,名称\n2060702,科普活动\n2060188,本地科普\n30201,办公用品\n"
    made = planned(written(tmp_path, text), Filing(2021))
    local = LocalCode(Classification.FUNCTIONAL, "2060188", "本地科普")
    assert made.changes == (Added(local),)
    (told,) = (cell for cell in made.cells if cell.state is State.UNREAD)
    assert told.reason == "这一年的科目表里叫“办公费”，没有改"


def test_a_code_of_the_units_own_is_renamed(tmp_path: Path) -> None:
    own = LocalCode(Classification.FUNCTIONAL, "2060188", "旧名", id=3)
    text = "编码,名称\n2060702,科普活动\n2060188,新名\n30201,办公费\n"
    made = planned(written(tmp_path, text), Filing(2021, local_codes=(own,)))
    assert made.changes == (Put(LocalCode.name, "新名", 3),)


def test_an_unknown_table_is_told_and_nothing_is_guessed(visits: Path) -> None:
    made = planned(visits, Filing(2021))
    assert (made.changes, made.unknown) == ((), ("接待",))


def test_said_to_be_a_list_its_heads_tell_its_columns(visits: Path, tmp_path: Path) -> None:
    made = plan(visits, Said(tmp_path / "heads.json", "receptions"), Filing(2021))
    assert made.changes == (
        Added(Reception(subject="接待省馆调研", amount=Money(120_050))),
        Added(Reception(subject="接待市馆", amount=Money(30_000))),
    )


def test_what_was_said_once_is_known_the_next_time(visits: Path, tmp_path: Path) -> None:
    said = Said(tmp_path / "heads.json", "receptions")
    first = plan(visits, said, Filing(2021))
    said.keep()
    assert plan(visits, Said(tmp_path / "heads.json"), Filing(2021)) == first


def test_a_column_can_be_said_by_hand(visits: Path, tmp_path: Path) -> None:
    (source,) = read_here(visits)
    table = free_table(source)
    assert table
    said = Said(tmp_path / "heads.json")
    said.say(table, Columns("receptions", {"日期": "subject", "金额(元)": "amount"}))
    first = plan(visits, said, Filing(2021)).changes[0]
    assert first == Added(Reception(subject="3月2日", amount=Money(120_050)))


def test_rows_that_are_held_already_are_the_same(visits: Path, tmp_path: Path) -> None:
    said = Said(tmp_path / "heads.json", "receptions")
    held = (
        Reception(subject="接待省馆调研", amount=Money(120_050), id=1),
        Reception(subject="接待市馆", amount=Money(20_000), id=2),
    )
    filing = dataclasses.replace(Filing(2021), receptions=held)
    assert plan(visits, said, filing).changes == (Put(Reception.amount, Money(30_000), 2),)


@pytest.mark.parametrize("content", ["", "{", "[]", '{"事由｜金额": 3}'])
def test_a_damaged_memory_is_none(visits: Path, tmp_path: Path, content: str) -> None:
    path = tmp_path / "heads.json"
    path.write_text(content, "utf-8")
    assert plan(visits, Said(path), Filing(2021)).tables == ()


def test_amounts_are_in_wan_where_a_head_says_so(tmp_path: Path) -> None:
    (source,) = read_here(written(tmp_path, "事由,金额（万元）\n接待省馆,0.5\n"))
    table = free_table(source)
    assert table
    assert guessed(table, "receptions").unit == "万元"


def test_a_list_there_is_not_is_told_with_those_there_are() -> None:
    with pytest.raises(Problem, match="没有“差旅”这一类，可以写：公务接待明细、收入"):
        list_called("差旅")


def test_the_command_asks_which_list_and_then_takes_it(
    run: Run, workbook: Path, visits: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    assert "--as 写明是哪一类" in run("import", workbook, visits).error
    assert "新增4处" in run("import", workbook, visits, "--as", "公务接待明细", "--yes").said
    assert "没有要改的" in run("import", workbook, visits).said
