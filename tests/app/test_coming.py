"""A row typed into before it is a record: nothing of it is lost, nothing comes back twice."""

from __future__ import annotations

from concurrent.futures import Future
from pathlib import Path

import pytest

from jsxh_desktop.app import coming, recovery
from jsxh_desktop.app.workspace import Workspace
from jsxh_desktop.domain.expenditure import ExpenditureLine
from jsxh_desktop.domain.money import wan
from jsxh_desktop.domain.organization import Duty, Organization
from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.project import Indicator
from jsxh_desktop.domain.terms import FundSource
from jsxh_desktop.domain.three_public import Reception
from jsxh_desktop.store.keylog import beside, recovered
from tests.app.grids import cell, open_grid, texts
from tests.killed import killed


def crashed(workspace: Workspace) -> Path:
    """What a program that was killed left of it."""
    copy = killed(workspace)
    workspace.close()
    return copy


def test_a_row_to_come_is_found_again_and_comes_back_as_one_row(workbook: Path) -> None:
    workspace = Workspace.open(workbook)
    coming.typing(workspace, Reception.subject, "接待外县考察", {})
    coming.typing(workspace, Reception.amount, "0.055", {})
    again = Workspace.open(crashed(workspace))
    found = recovery.lost(again)
    assert {each.found for each in found} == {"接待外县考察", "0.055万元"}
    recovery.take(again, found[0])
    (*_, added) = again.filing.receptions
    assert (added.subject, added.amount) == ("接待外县考察", wan("0.055"))
    assert recovery.lost(again) == ()
    again.close()


def test_where_a_row_belongs_comes_back_with_it(workbook: Path) -> None:
    workspace = Workspace.open(workbook)
    coming.typing(workspace, Indicator.name, "发放手册", {Indicator.project: "2"})
    again = Workspace.open(crashed(workspace))
    (found,) = recovery.lost(again)
    recovery.take(again, found)
    (*_, added) = again.filing.indicators
    assert (added.name, added.project) == ("发放手册", 2)
    again.close()


def test_a_row_that_is_offered_comes_back_as_the_one_it_was(workbook: Path) -> None:
    workspace = Workspace.open(workbook)
    grid = open_grid(workspace, "carryover")
    row = next(n for n, fund in enumerate(texts(grid, "资金来源")) if fund.startswith("国有"))
    grid.typing(cell(grid, row, "年初结转和结余"), "3.5")
    again = Workspace.open(crashed(workspace))
    recovery.take(again, recovery.lost(again)[0])
    (*_, added) = again.filing.carryover
    assert (added.fund, added.opening) == (FundSource.STATE_CAPITAL, wan("3.5"))
    again.close()


def test_what_was_offered_and_typed_is_not_found_again(workbook: Path) -> None:
    workspace = Workspace.open(workbook)
    workspace.edit(Place(ExpenditureLine.final, workspace.filing.expenditure[0].id), wan("1"))
    grid = open_grid(workspace, "variances")
    row = next(n for n, each in enumerate(grid.rows) if not each.key)
    code = cell(grid, row, "科目编码")
    for text in ("2", grid.exact(code)):
        grid.typing(code, text)
    again = Workspace.open(crashed(workspace))
    assert again.filing == workspace.filing
    assert recovery.lost(again) == ()
    again.close()


def test_a_text_that_does_not_read_comes_back_as_a_draft(workbook: Path) -> None:
    workspace = Workspace.open(workbook)
    coming.typing(workspace, Reception.amount, "五分", {})
    again = Workspace.open(crashed(workspace))
    (found,) = recovery.lost(again)
    recovery.take(again, found)
    (*_, added) = again.filing.receptions
    assert again.text(Place(Reception.amount, added.id)) == "五分"
    again.close()


def test_a_row_that_was_added_is_not_found_again(workbook: Path) -> None:
    workspace = Workspace.open(workbook)
    coming.typing(workspace, Duty.text, "承办其他工作", {})
    workspace.add(Duty(text="承办其他工作"))
    assert not beside(workspace.path).read_bytes()
    workspace.close()


def test_a_row_that_was_given_up_is_not_found_again(workbook: Path) -> None:
    workspace = Workspace.open(workbook)
    coming.typing(workspace, Indicator.name, "发", {Indicator.project: "2"})
    coming.typing(workspace, Indicator.name, "", {Indicator.project: "2"})
    again = Workspace.open(crashed(workspace))
    assert recovery.lost(again) == ()
    again.close()


def test_a_row_not_wanted_is_asked_of_once(workbook: Path) -> None:
    workspace = Workspace.open(workbook)
    coming.typing(workspace, Duty.text, "承办其他工作", {})
    path = crashed(workspace)
    again = Workspace.open(path)
    recovery.drop(again, *recovery.lost(again))
    again.close()
    assert not beside(path).exists()


def test_the_log_keeps_the_newer_text_until_that_is_on_the_disk(
    workbook: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace = Workspace.open(workbook)
    place, writing = Place(Organization.contact), [Future[None](), Future[None]()]
    waiting = iter(writing)
    monkeypatch.setattr(workspace.workbook, "write_later", lambda *_: next(waiting))
    for text in ("张", "张三"):
        workspace.typing(place, text)
        workspace.leave(place, text)
    writing[0].set_result(None)
    assert [each.text for each in recovered(beside(workbook))] == ["张三"]
    writing[1].set_result(None)
    assert recovered(beside(workbook)) == ()
    workspace.close()
