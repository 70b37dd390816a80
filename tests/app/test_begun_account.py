"""An account of a finding that is being written: no crash takes it, and it is asked of once."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest

from jsxh_desktop.app import recovery
from jsxh_desktop.app.checkup import Checked, State, check_up
from jsxh_desktop.app.reviewing import reviewed, writing
from jsxh_desktop.app.workspace import Workspace
from jsxh_desktop.domain.organization import Staffing
from jsxh_desktop.domain.place import Place
from jsxh_desktop.store.keylog import beside, recovered
from tests.app.test_coming import crashed

NOON = datetime.datetime(2022, 8, 20, 12, 0, tzinfo=datetime.UTC)
REASON, WHO = "工勤人员不占编制", "王会计"


def finding(workspace: Workspace, rule: str = "C31") -> Checked:
    up = check_up(workspace.filing, workspace.pack)
    return next(each for each in up.checked if each.rule.id == rule)


def write(workspace: Workspace, reason: str = REASON, who: str = WHO, rule: str = "C31") -> None:
    checked = finding(workspace, rule)
    for end in range(1, len(reason) + 1):
        writing(workspace, checked, reason[:end], who)


@pytest.fixture
def workspace(workbook: Path) -> Workspace:
    return Workspace.open(workbook)


@pytest.fixture
def again(workspace: Workspace) -> Iterator[Workspace]:
    """The workbook of a program killed while a reason was written."""
    write(workspace)
    opened = Workspace.open(crashed(workspace))
    yield opened
    opened.close()


def test_a_crash_leaves_the_reason_and_what_it_is_of(again: Workspace) -> None:
    (found,) = recovery.lost(again)
    message = finding(again).finding.message
    assert (found.label, found.page, found.found) == ("核实 C31", "检查审核", REASON)
    assert found.stored == f"还没有核实：{message}"


def test_what_was_found_accounts_for_the_finding_in_one_step(again: Workspace) -> None:
    recovery.take(again, *recovery.lost(again))
    (review,) = again.filing.reviews
    assert (review.reason, review.who, bool(review.at)) == (REASON, WHO, True)
    assert finding(again).state is State.REVIEWED
    assert recovery.lost(again) == ()
    again.undo()
    assert finding(again).state is State.OPEN


def test_what_was_found_takes_the_place_of_an_older_account(workspace: Workspace) -> None:
    workspace.apply("核实", reviewed(finding(workspace), "核对过", WHO, NOON).changes)
    workspace.edit(Place(Staffing.staff_worker), 9)
    write(workspace)
    again = Workspace.open(crashed(workspace))
    recovery.take(again, *recovery.lost(again))
    assert [each.reason for each in again.filing.reviews] == [REASON]
    again.close()


def test_a_reason_another_finding_has_too_is_found_again(workspace: Workspace) -> None:
    other = next(
        each for each in check_up(workspace.filing, workspace.pack).checked if each.rule.id != "C31"
    )
    workspace.apply("核实", reviewed(other, REASON, WHO, NOON).changes)
    write(workspace)
    again = Workspace.open(crashed(workspace))
    assert [each.found for each in recovery.lost(again)] == [REASON]
    again.close()


def test_what_is_not_wanted_is_asked_of_once(workspace: Workspace) -> None:
    write(workspace)
    path = crashed(workspace)
    again = Workspace.open(path)
    recovery.drop(again, *recovery.lost(again))
    assert not again.filing.reviews
    again.close()
    assert not beside(path).exists()


def test_an_account_that_is_confirmed_is_in_the_log_no_more(workspace: Workspace) -> None:
    write(workspace)
    workspace.apply("核实", reviewed(finding(workspace), REASON, WHO, NOON).changes)
    assert recovered(beside(workspace.path)) == ()
    workspace.close()


def test_an_account_that_is_given_up_is_in_the_log_no_more(workspace: Workspace) -> None:
    write(workspace)
    writing(workspace, finding(workspace), "", "")
    assert recovered(beside(workspace.path)) == ()
    workspace.close()


def test_a_reason_left_unfinished_is_not_called_a_bad_end(workspace: Workspace) -> None:
    write(workspace)
    workspace.close()
    again = Workspace.open(workspace.path)
    assert recovery.title(recovery.lost(again)) == "上次有 1 处核实没有写完"
    again.close()


def test_an_account_of_which_the_log_lost_its_finding_is_passed_over(
    workspace: Workspace,
) -> None:
    write(workspace)
    path = crashed(workspace)
    log = beside(path)
    kept = [line for line in log.read_bytes().splitlines(keepends=True) if b'"rule"' not in line]
    log.write_bytes(b"".join(kept))
    again = Workspace.open(path)
    assert recovery.lost(again) == ()
    again.close()
