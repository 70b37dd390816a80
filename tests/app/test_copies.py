"""A copy elsewhere is whole, replaces only what it was told to, and takes along what waited."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest

from jsxh_desktop.app import copies
from jsxh_desktop.app.problem import Problem
from jsxh_desktop.app.workspace import Workspace
from jsxh_desktop.domain.organization import Staffing
from jsxh_desktop.domain.place import Place


@pytest.fixture
def workspace(workbook: Path) -> Iterator[Workspace]:
    opened = Workspace.open(workbook)
    yield opened
    opened.close()


def staff(path: Path) -> int | None:
    opened = Workspace.open(path)
    found = opened.filing.staffing.staff_worker
    opened.close()
    return found


def test_a_copy_is_named_after_its_day(workspace: Workspace) -> None:
    named = copies.name_for(workspace, datetime.date(2022, 3, 4))
    assert named == "样例 副本 20220304.jsxh"


def test_a_copy_has_what_was_just_typed(workspace: Workspace, tmp_path: Path) -> None:
    workspace.leave(Place(Staffing.staff_worker), "9")
    assert copies.save_copy(workspace, tmp_path / "副本.jsxh") == 0
    assert staff(tmp_path / "副本.jsxh") == 9


def test_an_older_copy_is_replaced_by_the_whole_new_one(
    workspace: Workspace, tmp_path: Path
) -> None:
    target = tmp_path / "副本.jsxh"
    copies.save_copy(workspace, target)
    workspace.leave(Place(Staffing.staff_worker), "9")
    copies.save_copy(workspace, target)
    assert staff(target) == 9
    assert sorted(path.name for path in tmp_path.glob("*副本*")) == ["副本.jsxh"]


def test_the_open_file_is_never_its_own_copy(workspace: Workspace) -> None:
    with pytest.raises(Problem, match="副本换个名字"):
        copies.save_copy(workspace, workspace.path)


def test_a_folder_that_is_not_there_is_told_of(workspace: Workspace, tmp_path: Path) -> None:
    with pytest.raises(Problem, match="找不到"):
        copies.save_copy(workspace, tmp_path / "没有" / "副本.jsxh")
