"""A deleted project comes back with all that went along, whenever, in one step."""

from __future__ import annotations

from pathlib import Path

import pytest

from jsxh_desktop.domain.change import Removed
from jsxh_desktop.domain.expenditure import ExpenditureLine
from jsxh_desktop.domain.organization import Duty
from jsxh_desktop.domain.project import Project
from jsxh_desktop.store.backup import BackupKind, backups, folder_beside
from jsxh_desktop.store.errors import FileCannotBeWritten, FileError
from jsxh_desktop.store.file import Workbook
from jsxh_desktop.store.recycling import MANY


def taken_before(path: Path) -> list[BackupKind]:
    return [each.kind for each in backups(folder_beside(path), path.stem)]


def test_it_comes_back_after_a_restart_with_its_rows_and_its_money(path: Path) -> None:
    with Workbook.open(path) as workbook:
        before = workbook.load(1)
        workbook.remove(1, Project, 1)
        workbook.write(1, ExpenditureLine.functional, "2060702", 3)
    with Workbook.open(path) as workbook:
        (deleted,) = workbook.deleted_projects(1)
        workbook.put_back(1, deleted)
        after = workbook.load(1)
        assert workbook.deleted_projects(1) == ()
    own = [each for each in before.indicators if each.project == 1]
    assert deleted.name == before.projects[0].name
    assert deleted.rows >= len(own)
    assert after.projects == before.projects
    assert after.indicators == before.indicators
    assert after.goals == before.goals
    assert [x.project for x in after.expenditure] == [x.project for x in before.expenditure]


def test_putting_back_is_one_step_of_undo(workbook: Workbook) -> None:
    workbook.remove(1, Project, 2)
    without = workbook.load(1)
    (deleted,) = workbook.deleted_projects(1)
    title = workbook.put_back(1, deleted)
    assert workbook.undo(1) == title
    assert workbook.load(1) == without
    (again,) = workbook.deleted_projects(1)
    assert (again.name, again.rows) == (deleted.name, deleted.rows)


def test_of_several_deleted_at_once_each_comes_back_alone(workbook: Workbook) -> None:
    before = workbook.load(1)
    workbook.apply(1, "删除", [Removed(Project, 1), Removed(Project, 2)])
    deleted = {each.key: each for each in workbook.deleted_projects(1)}
    assert deleted.keys() == {1, 2}
    workbook.put_back(1, deleted[2])
    after = workbook.load(1)
    assert {each.id for each in after.projects} == {each.id for each in before.projects} - {1}
    assert [x for x in after.indicators if x.project == 2] == [
        x for x in before.indicators if x.project == 2
    ]


def test_what_was_undone_is_not_deleted(workbook: Workbook) -> None:
    workbook.remove(1, Project, 1)
    workbook.undo(1)
    assert workbook.deleted_projects(1) == ()


def test_money_given_to_another_project_meanwhile_stays_there(workbook: Workbook) -> None:
    line = next(each for each in workbook.load(1).expenditure if each.project == 1)
    workbook.remove(1, Project, 1)
    workbook.write(1, ExpenditureLine.project, 2, line.id)
    workbook.put_back(1, workbook.deleted_projects(1)[0])
    now = next(each for each in workbook.load(1).expenditure if each.id == line.id)
    assert now.project == 2


@pytest.mark.parametrize(("projects", "taken"), [((1,), 0), ((1, 2), 1)])
def test_several_projects_go_only_behind_a_backup(
    workbook: Workbook, projects: tuple[int, ...], taken: int
) -> None:
    workbook.apply(1, "删除", [Removed(Project, key) for key in projects])
    assert taken_before(workbook.path) == [BackupKind.BEFORE_DELETING] * taken


def test_many_rows_go_only_behind_a_backup(workbook: Workbook) -> None:
    keys = [workbook.add(1, Duty(f"第{number}条")) for number in range(MANY + 1)]
    workbook.apply(1, "删除", [Removed(Duty, key) for key in keys])
    assert taken_before(workbook.path) == [BackupKind.BEFORE_DELETING]


def test_where_no_backup_can_be_taken_nothing_is_deleted(
    workbook: Workbook, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_args: object) -> None:
        raise FileCannotBeWritten("磁盘已满")

    monkeypatch.setattr("jsxh_desktop.store.recycling.copy_to", refused)
    with pytest.raises(FileError, match="磁盘已满"):
        workbook.apply(1, "删除", [Removed(Project, 1), Removed(Project, 2)])
    assert len(workbook.load(1).projects) > 2
