"""检查数据库 says in plain sentences what is wrong, and one press puts it right behind a backup."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from jsxh_desktop.app.inspection import NOTHING
from jsxh_desktop.store.backup import BackupKind, backups, folder_beside
from jsxh_desktop.ui.application import Application
from jsxh_desktop.ui.window import Window
from tests.sample_file import put_sample
from tests.ui.clerk import Clerk


def harmed(path: Path, statement: str) -> Path:
    with closing(sqlite3.connect(path)) as file:
        file.execute(statement)
        file.commit()
    return path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return put_sample(tmp_path / "朝天区科协.jsxh")


def opened(application: Application, path: Path) -> Clerk:
    application.welcome()
    application.root.update()
    application.open_or_tell(path)
    application.root.update()
    return Clerk(application)


def test_a_sound_workbook_is_said_to_be_so(window: Window, application: Application) -> None:
    clerk = Clerk(application)
    window.go("inspection")
    clerk.wait(lambda: clerk.sees(NOTHING))
    assert not clerk.sees("处核对过了")


def test_what_is_found_meanwhile_does_not_ask_for_the_caret(
    window: Window, application: Application
) -> None:
    clerk = Clerk(application)
    page = window.go("inspection")
    window.go("organization")
    clerk.look()
    caret = window.root.focus_get()
    clerk.wait(lambda: page._found.said == NOTHING)  # noqa: SLF001 - it is not on the screen
    page.widget.pack()  # Tk gives the caret late to what asked for it unseen
    clerk.look()
    assert window.root.focus_get() is caret


def test_a_row_changed_behind_the_program_is_accepted_by_a_press(
    application: Application, path: Path
) -> None:
    harmed(path, "UPDATE expenditure_line SET final = final + 1 WHERE id = 3")
    clerk = opened(application, path)
    clerk.click("逐项看 →")
    clerk.wait(lambda: clerk.sees("1 处核对过了，按现在的记下"))
    clerk.click("1 处核对过了，按现在的记下")
    clerk.wait(lambda: clerk.sees(NOTHING))
    assert clerk.window.page == "inspection"
    assert not clerk.sees("逐项看 →")


@pytest.mark.parametrize("with_a_backup", [True, False])
def test_a_file_that_cannot_be_opened_is_mended_and_opened(
    application: Application, path: Path, *, with_a_backup: bool
) -> None:
    with closing(sqlite3.connect(path)) as file:
        file.execute("PRAGMA foreign_keys = off")
        file.execute("DELETE FROM project WHERE id = 1")
        file.commit()
    if with_a_backup:
        folder_beside(path).mkdir()
        put_sample(folder_beside(path) / "朝天区科协 20200101-000000 自动.jsxh")
    clerk = opened(application, path)
    clerk.click("检查数据库")
    clerk.wait(lambda: clerk.sees("修好能修的"))
    clerk.click("修好能修的")
    clerk.wait(lambda: application.window)
    kinds = {each.kind for each in backups(folder_beside(path), path.stem)}
    assert BackupKind.BEFORE_MENDING in kinds
