"""What was found after a bad end and not decided on yet is asked of again, whatever one does."""

from __future__ import annotations

from pathlib import Path

from jsxh_desktop.app import coming, new_year, recovery
from jsxh_desktop.app.reviewing import gone_on, put_aside, reviewed
from jsxh_desktop.app.workspace import Workspace
from jsxh_desktop.domain.money import wan
from jsxh_desktop.domain.organization import Duty, Organization
from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.three_public import Reception
from jsxh_desktop.store.keylog import beside
from tests.app.test_begun_account import NOON, REASON, WHO, finding, write
from tests.app.test_coming import crashed

FIRST, SECOND, THIRD = "接待外县考察", "接待上级检查", "接待兄弟单位"


def found(workspace: Workspace) -> set[str]:
    return {each.found for each in recovery.lost(workspace)}


def test_a_row_left_behind_outlives_another_that_is_typed(workbook: Path) -> None:
    path = workbook
    for number, subject in enumerate((FIRST, SECOND, THIRD)):
        workspace = Workspace.open(path)
        coming.typing(workspace, Reception.subject, subject, {})
        coming.typing(workspace, Reception.amount, f"0.{number + 1}", {})
        path = crashed(workspace)
    again = Workspace.open(path)
    assert found(again) == {FIRST, SECOND, THIRD, "0.1万元", "0.2万元", "0.3万元"}
    while lost := recovery.lost(again):
        recovery.take(again, lost[0])
    rows = {(each.subject, each.amount) for each in again.filing.receptions}
    assert {(FIRST, wan("0.1")), (SECOND, wan("0.2")), (THIRD, wan("0.3"))} <= rows
    again.close()
    assert not beside(path).exists()


def test_one_of_two_rows_can_be_let_go(workbook: Path) -> None:
    path = workbook
    for subject in (FIRST, SECOND):
        workspace = Workspace.open(path)
        coming.typing(workspace, Reception.subject, subject, {})
        path = crashed(workspace)
    again = Workspace.open(path)
    recovery.drop(again, next(each for each in recovery.lost(again) if each.found == FIRST))
    assert found(again) == {SECOND}
    again.close()


def test_a_row_that_is_typed_and_added_leaves_the_one_left_behind(workbook: Path) -> None:
    workspace = Workspace.open(workbook)
    coming.typing(workspace, Duty.text, "承办其他工作", {})
    again = Workspace.open(crashed(workspace))
    coming.typing(again, Duty.text, "开展科普", {})
    again.add(Duty(text="开展科普"))
    assert found(again) == {"承办其他工作"}
    again.close()


def test_an_account_left_behind_outlives_another_that_is_written(workbook: Path) -> None:
    workspace = Workspace.open(workbook)
    write(workspace)
    again = Workspace.open(crashed(workspace))
    write(again, "发票次年才到", rule="C21")
    third = Workspace.open(crashed(again))
    assert found(third) == {REASON, "发票次年才到"}
    assert [each.label for each in recovery.lost(third)] == ["核实 C31", "核实 C21"]
    third.close()


def test_what_was_not_wanted_is_not_asked_of_again_in_another_year(workbook: Path) -> None:
    workspace = Workspace.open(workbook)
    new_year.carry(workspace)
    workspace.switch(2021)
    workspace.typing(Place(Organization.contact), "李会计")
    again = Workspace.open(crashed(workspace), 2021)
    recovery.drop(again, *recovery.lost(again))
    again.switch(2022)
    again.switch(2021)
    assert recovery.lost(again) == ()
    again.close()


def test_an_account_begun_in_one_year_waits_there(workbook: Path) -> None:
    workspace = Workspace.open(workbook)
    new_year.carry(workspace)
    workspace.switch(2021)
    write(workspace)
    workspace.switch(2022)
    assert recovery.lost(workspace) == ()
    workspace.switch(2021)
    assert found(workspace) == {REASON}
    workspace.close()


def two_accounts(workspace: Workspace) -> None:
    """One is put aside while another is written."""
    write(workspace)
    put_aside(workspace, finding(workspace), REASON, WHO)
    write(workspace, "发票次年才到", rule="C21")


def test_an_account_that_is_put_aside_outlives_another(workbook: Path) -> None:
    workspace = Workspace.open(workbook)
    two_accounts(workspace)
    again = Workspace.open(crashed(workspace))
    assert found(again) == {REASON, "发票次年才到"}
    again.close()


def test_an_account_that_is_gone_on_with_is_found_once(workbook: Path) -> None:
    workspace = Workspace.open(workbook)
    two_accounts(workspace)
    put_aside(workspace, finding(workspace, "C21"), "发票次年才到", WHO)
    gone_on(workspace, finding(workspace), f"{REASON}，另外核定", WHO)
    again = Workspace.open(crashed(workspace))
    texts = sorted(each.found for each in recovery.lost(again))
    assert texts == sorted([f"{REASON}，另外核定", "发票次年才到"])
    again.close()


def test_an_account_gone_on_with_and_confirmed_leaves_only_the_other(workbook: Path) -> None:
    workspace = Workspace.open(workbook)
    two_accounts(workspace)
    put_aside(workspace, finding(workspace, "C21"), "发票次年才到", WHO)
    gone_on(workspace, finding(workspace), REASON, WHO)
    workspace.apply("核实", reviewed(finding(workspace), REASON, WHO, NOON).changes)
    again = Workspace.open(crashed(workspace))
    assert found(again) == {"发票次年才到"}
    again.close()


def test_a_row_of_two_texts_comes_back_once_when_all_is_used(workbook: Path) -> None:
    workspace = Workspace.open(workbook)
    coming.typing(workspace, Reception.subject, FIRST, {})
    coming.typing(workspace, Reception.amount, "0.1", {})
    again = Workspace.open(crashed(workspace))
    before = len(again.filing.receptions)
    for each in recovery.lost(again):
        recovery.take(again, each)
    assert len(again.filing.receptions) == before + 1
    again.close()
