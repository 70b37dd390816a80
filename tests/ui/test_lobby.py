"""The window without a workbook: five ways in, none of them a dead end."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path

import pytest

from jsxh_desktop.app import backups, begin, data_folder, settings
from jsxh_desktop.app.as_left import seal
from jsxh_desktop.app.settings import Settings
from jsxh_desktop.store.sealing import bears
from jsxh_desktop.ui import file_choice
from jsxh_desktop.ui.application import Application
from jsxh_desktop.ui.lobby import Lobby

Press = Callable[..., None]
Write = Callable[[str], None]
DUE = begin.year_due(datetime.datetime.now().astimezone().date())


@pytest.fixture
def folder(application: Application, tmp_path: Path) -> Path:
    """Where the data lies, empty."""
    application.keep(folder=str(tmp_path), recent=())
    return tmp_path


@pytest.fixture
def lobby(application: Application, folder: Path) -> Lobby:
    return shown(application)


def shown(application: Application) -> Lobby:
    application.welcome()
    application.root.update()
    application.root.focus_force()
    assert application.lobby is not None
    application.lobby.view.focus_first()
    application.root.update()
    return application.lobby


def test_with_nothing_there_a_new_unit_is_the_likeliest(lobby: Lobby, press: Press) -> None:
    press("<Return>")
    assert lobby.page == "new_unit"


def test_with_last_years_book_there_carrying_on_is_the_likeliest(
    application: Application, folder: Path, press: Press
) -> None:
    begin.new_unit(folder / "科协.jsxh", "科协", "", DUE - 1)
    lobby = shown(application)
    press("<Return>")
    assert lobby.page == "new_year"


def test_what_was_closed_here_needs_no_second_check(application: Application, folder: Path) -> None:
    path = folder / "科协.jsxh"
    begin.new_unit(path, "科协", "", DUE - 1)
    for _ in range(2):
        application.open(path)
        shown(application)
        assert bears(path, seal(application.notes, path))


@pytest.mark.parametrize(
    ("key", "page"), [("1", "new_unit"), ("2", "new_year"), ("3", "import"), ("5", "backups")]
)
def test_a_digit_chooses_and_escape_goes_back(
    lobby: Lobby, press: Press, key: str, page: str
) -> None:
    press(key)
    assert lobby.page == page
    press("<Escape>")
    assert lobby.page == "welcome"


def test_arrows_walk_through_the_ways(lobby: Lobby, press: Press) -> None:
    press("<Down>", "<Down>", "<Up>", "<Return>")
    assert lobby.page == "new_year"


def test_the_sample_is_one_key_away(lobby: Lobby, application: Application, press: Press) -> None:
    press("4")
    assert application.workspace is not None
    assert application.workspace.path.name == data_folder.SAMPLE
    assert application.workspace.year == 2021


def test_a_new_unit_begins_with_its_first_page(
    lobby: Lobby, application: Application, folder: Path, press: Press, write: Write
) -> None:
    press("1")
    write("朝天区科协")
    press("<Return>")
    write("123")
    press("<Return>", "<Return>")
    assert application.window is not None
    assert application.window.page == "organization"
    filing = application.window.workspace.filing
    assert (filing.year, filing.organization.full_name) == (DUE, "朝天区科协")
    assert application.window.workspace.path == folder / "朝天区科协.jsxh"


def test_a_slip_in_a_new_unit_is_told_and_keeps_what_was_typed(
    lobby: Lobby, press: Press, write: Write
) -> None:
    press("1")
    write("科协")
    lobby.view.year.delete(0, "end")
    lobby.view.year.insert(0, "今年")
    lobby.view.begin()
    assert "年度写成四位数字" in lobby.said
    assert lobby.view.name.get() == "科协"


def test_a_year_is_carried_forward_by_one_button(
    application: Application, folder: Path, press: Press
) -> None:
    begin.new_unit(folder / "科协.jsxh", "科协", "", DUE - 1)
    shown(application)
    press("2", "<Return>")
    assert application.workspace is not None
    assert application.workspace.years == (DUE - 1, DUE)
    assert application.workspace.year == DUE


def test_what_cannot_be_opened_is_told_in_one_sentence(
    application: Application, folder: Path
) -> None:
    (folder / "坏的.jsxh").write_bytes(b"nonsense")
    application.open_or_tell(folder / "坏的.jsxh")
    assert application.lobby is not None
    assert "不是本程序的数据文件" in application.lobby.said


def test_another_file_is_chosen_in_a_dialog(
    application: Application, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = begin.sample_in(folder)
    monkeypatch.setattr(file_choice, "ask_workbook", lambda *_: path)
    lobby = shown(application)
    lobby.view.open_other()
    assert application.workspace is not None
    assert application.workspace.path == path


def test_a_workbook_closed_before_says_how_far_it_is(
    application: Application, folder: Path, sample_file: Path
) -> None:
    path = folder / "科协.jsxh"
    path.write_bytes(sample_file.read_bytes())
    application.open(path)
    lobby = shown(application)
    (line,) = lobby.view.recents
    assert (line.title, line.state) == ("朝天区科协 2021年度", "完成 7/13")


def test_settings_hold_without_a_workbook_too(lobby: Lobby, application: Application) -> None:
    lobby.go("settings")
    application.keep(colours="深色")
    assert application.theme.is_dark
    assert application.lobby is not None
    assert application.lobby.page == "settings"
    application.keep(colours="浅色")


def test_a_backup_becomes_a_new_file(
    application: Application, folder: Path, sample_file: Path
) -> None:
    path = folder / "科协.jsxh"
    path.write_bytes(sample_file.read_bytes())
    application.open(path)
    assert application.workspace is not None
    backups.take_now(application.workspace)
    lobby = shown(application)
    before = path.read_bytes()
    lobby.go("backups").restore(0)
    assert application.workspace is not None
    assert application.workspace.path.name.startswith("科协 恢复 ")
    assert path.read_bytes() == before


def test_settings_are_written_only_when_they_are_others(
    application: Application, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[Settings] = []
    monkeypatch.setattr(settings, "save_settings", lambda kept, _path: written.append(kept))
    before = application.settings.folder
    application.keep(folder=before)
    application.keep(folder="/别处")
    application.keep(folder=before)
    assert [each.folder for each in written] == ["/别处", before]
