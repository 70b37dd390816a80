"""A damaged workbook is brought back with the keyboard alone, and nothing of it is deleted."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from jsxh_desktop.app import backups
from jsxh_desktop.app.workspace import Workspace
from jsxh_desktop.domain.organization import Organization
from jsxh_desktop.domain.place import Place
from jsxh_desktop.store.rescue import FOLDER
from jsxh_desktop.ui.application import Application
from tests.sample_file import put_sample
from tests.store.test_rescue import spoil, spoil_table
from tests.ui.clerk import Clerk

Press = Callable[..., None]
NAME = Place(Organization.short_name)


@pytest.fixture
def damaged(tmp_path: Path) -> Path:
    """A workbook with a backup, a change made after it, and a page that is lost."""
    path = put_sample(tmp_path / "朝天区科协.jsxh")
    workspace = Workspace.open(path)
    backups.take_now(workspace)
    workspace.leave(NAME, "区科协")
    workspace.close()
    spoil_table(path, "组织学术活动")
    return path


@pytest.fixture
def clerk(application: Application, damaged: Path) -> Clerk:
    application.welcome()
    application.root.focus_force()
    application.root.update()
    application.open_or_tell(damaged)
    application.root.update()
    return Clerk(application)


def test_a_damaged_workbook_is_offered_its_backups(clerk: Clerk) -> None:
    assert clerk.sees("文件坏了，用备份恢复")


def test_enter_and_enter_bring_the_work_back(
    application: Application, clerk: Clerk, damaged: Path, press: Press
) -> None:
    press("<Return>")
    clerk.wait(lambda: clerk.sees("处修改都找回来了"))
    press("<Return>")
    clerk.wait(lambda: application.window)
    assert clerk.window.workspace.path == damaged
    assert clerk.window.workspace.text(NAME) == "区科协"
    assert len(list(damaged.with_name(FOLDER).iterdir())) == 1


def test_a_backup_that_is_damaged_too_says_so(
    application: Application, clerk: Clerk, damaged: Path, press: Press
) -> None:
    (kept,) = backups.of_workbook(damaged)
    spoil(kept.path, 8192, 20 * 4096)
    content = damaged.read_bytes()
    press("<Return>")
    clerk.wait(lambda: clerk.sees("▲"))
    assert damaged.read_bytes() == content
    assert application.window is None


def test_with_another_workbook_open_the_way_is_a_press(
    application: Application, damaged: Path, tmp_path: Path
) -> None:
    application.open(put_sample(tmp_path / "别的单位.jsxh"))
    application.root.update()
    clerk = Clerk(application)
    application.open_or_tell(damaged)
    clerk.look()
    assert application.window
    clerk.click("用备份恢复")
    assert clerk.sees("文件坏了，用备份恢复")


def test_without_a_backup_it_is_only_said(application: Application, tmp_path: Path) -> None:
    path = put_sample(tmp_path / "没有备份.jsxh")
    spoil_table(path, "组织学术活动")
    application.welcome()
    application.open_or_tell(path)
    assert application.lobby
    assert "已损坏" in application.lobby.said


@pytest.mark.parametrize("has_another_open", [False, True])
def test_a_workbook_that_is_gone_is_brought_back_from_its_backup(
    application: Application, tmp_path: Path, press: Press, has_another_open: bool
) -> None:
    path = put_sample(tmp_path / "朝天区科协.jsxh")
    application.open(path)
    assert application.workspace
    backups.take_now(application.workspace)
    application.welcome()
    path.unlink()
    if has_another_open:
        application.open(put_sample(tmp_path / "别的单位.jsxh"))
    application.root.focus_force()
    application.open_or_tell(path)
    clerk = Clerk(application)
    clerk.look()
    clerk.click("去恢复备份")
    clerk.look()
    press("<Return>")
    clerk.wait(lambda: clerk.window.workspace.path.name.startswith("朝天区科协 恢复 "))


def test_what_changed_behind_the_program_is_told_above_every_page(
    application: Application, tmp_path: Path
) -> None:
    path = put_sample(tmp_path / "朝天区科协.jsxh")
    with closing(sqlite3.connect(path)) as file:
        file.execute("UPDATE three_public SET reception_domestic = 1")
        file.commit()
    application.open(path)
    clerk = Clerk(application)
    clerk.look()
    assert clerk.sees("三公经费的国内公务接待费决算（记的是 4800.00 元，现在是 0.01 元）")
    clerk.click("看备份 →")
    assert clerk.window.page == "backups"
