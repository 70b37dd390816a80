"""Where the user's files go: this computer's folders, or beside a program on a stick."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from jsxh_desktop.app import user_folders
from jsxh_desktop.app.log import log_file
from jsxh_desktop.app.settings import Settings, settings_file


@pytest.fixture
def stick(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    folder = tmp_path / "U 盘" / "决算公开与绩效自评"
    folder.mkdir(parents=True)
    (folder / user_folders.PORTABLE).touch()
    monkeypatch.setattr(user_folders, "_BUNDLE", folder)
    yield folder
    user_folders._beside.cache_clear()  # noqa: SLF001 - the answer of one run of the program


def test_a_portable_program_keeps_everything_beside_itself(stick: Path) -> None:
    for place in (Settings().data_folder, settings_file(), log_file()):
        assert place.is_relative_to(stick / user_folders.DATA)


def test_a_folder_chosen_goes_before_the_stick(stick: Path, tmp_path: Path) -> None:
    assert Settings(folder=str(tmp_path)).data_folder == tmp_path


def test_a_stick_that_takes_no_files_leaves_the_data_to_the_computer(stick: Path) -> None:
    (stick / user_folders.DATA).write_text("a file where the folder should be", "utf-8")
    assert not Settings().data_folder.is_relative_to(stick)


def test_an_installed_program_keeps_nothing_beside_itself(stick: Path) -> None:
    (stick / user_folders.PORTABLE).unlink()
    assert not settings_file().is_relative_to(stick)
    assert [*stick.iterdir()] == []
