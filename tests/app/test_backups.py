"""Backups as the clerk sees them; what is restored is a new file, always."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest

from jsxh_desktop.app import backups, data_folder
from jsxh_desktop.app.problem import Problem
from jsxh_desktop.app.workspace import Workspace
from jsxh_desktop.domain.organization import Staffing
from jsxh_desktop.domain.place import Place

NOW = datetime.datetime.now().astimezone()


@pytest.fixture
def workspace(workbook: Path) -> Iterator[Workspace]:
    opened = Workspace.open(workbook)
    yield opened
    opened.close()


def test_a_backup_is_due_once_a_day(workspace: Workspace) -> None:
    assert backups.is_due(workspace.path)
    backups.take(workspace)
    assert not backups.is_due(workspace.path)


def test_the_sample_needs_no_backup(tmp_path: Path) -> None:
    assert not backups.is_due(tmp_path / data_folder.SAMPLE)


def test_backups_are_listed_with_what_they_are(workspace: Workspace) -> None:
    backups.take(workspace)
    backups.take_now(workspace)
    found = backups.listed([workspace.path], workspace.path.parent)
    assert {kept.what for kept in found} == {"自己备份的", "自动备份"}
    assert {kept.workbook for kept in found} == {workspace.path}
    assert backups.years_of(found[0]) == "2021"
    assert found[0].when(NOW).startswith("今天 ")
    assert found[0].size.endswith(" KB")


def test_backups_of_a_workbook_that_is_gone_are_found(workbook: Path) -> None:
    workspace = Workspace.open(workbook)
    backups.take(workspace)
    workspace.close()
    workbook.unlink()
    (found,) = backups.listed([], workbook.parent)
    assert found.workbook == workbook


def test_what_is_restored_is_a_new_file_each_time(workspace: Workspace) -> None:
    backups.take(workspace)
    workspace.leave(Place(Staffing.staff_worker), "9")
    workspace.flush()
    (kept,) = backups.listed([workspace.path], workspace.path.parent)
    first, second = backups.restored(kept), backups.restored(kept)
    assert len({first, second, workspace.path}) == 3
    restored = Workspace.open(first)
    staff = restored.filing.staffing.staff_worker
    restored.close()
    assert (staff, workspace.filing.staffing.staff_worker) == (2, 9)


def test_a_damaged_backup_is_told_of_and_leaves_nothing(workspace: Workspace) -> None:
    path = backups.take(workspace)
    path.write_bytes(path.read_bytes()[:3000])
    (kept,) = backups.listed([workspace.path], workspace.path.parent)
    before = sorted(workspace.path.parent.iterdir())
    with pytest.raises(Problem):
        backups.restored(kept)
    assert sorted(workspace.path.parent.iterdir()) == before
    assert backups.years_of(kept) == "打不开"


def test_a_place_that_takes_no_backup_is_told_of(workspace: Workspace) -> None:
    backups.folder_of(workspace.path).write_text("a file in its place", "utf-8")
    with pytest.raises(Problem):
        backups.take(workspace)
