"""A new year of a known unit: shown before it is written, then on the desk beside the old one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from jsxh_desktop.app import new_year
from jsxh_desktop.app.problem import Problem
from jsxh_desktop.app.sample import sample
from jsxh_desktop.app.workspace import Workspace
from jsxh_desktop.domain.filing import Filing


@pytest.fixture
def workspace(workbook: Path) -> Iterator[Workspace]:
    opened = Workspace.open(workbook)
    yield opened
    opened.close()


def test_what_is_carried_is_told_with_how_much() -> None:
    told = dict(new_year.carried(sample()))
    assert told["主要职责"] == "10 条；重点工作今年重写"
    assert told["项目和绩效指标"].startswith("4 个，指标 49 条")


def test_what_there_is_nothing_of_is_not_told() -> None:
    told = dict(new_year.carried(Filing(2021)))
    assert "项目和绩效指标" not in told
    assert "结转和结余" not in told


def test_a_year_is_carried_forward_and_put_on_the_desk(workspace: Workspace) -> None:
    assert new_year.carry(workspace)
    assert (workspace.year, workspace.years) == (2022, (2021, 2022))
    assert workspace.filing.before is not None
    assert workspace.filing.income[0].final is None


def test_the_latest_year_is_carried_whichever_is_on_the_desk(workspace: Workspace) -> None:
    new_year.carry(workspace)
    workspace.switch(2021)
    assert new_year.latest_in(workspace).year == 2022
    assert new_year.carry(workspace)
    assert workspace.year == 2023


def test_a_workbook_is_looked_into_before_it_is_opened(workbook: Path) -> None:
    assert new_year.latest(workbook).year == 2021


def test_what_cannot_be_read_is_told_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "a.jsxh").write_bytes(b"nonsense")
    with pytest.raises(Problem, match="不是本程序的数据文件"):
        new_year.latest(tmp_path / "a.jsxh")
