"""The text file for a colleague who helps: what the computer is like, and nobody's name."""

from __future__ import annotations

from pathlib import Path

import pytest

from jsxh_desktop import __version__
from jsxh_desktop.app import report_for_help
from jsxh_desktop.app.interpreter import GIVEN, python
from jsxh_desktop.app.log import log_defect


@pytest.fixture
def no_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(report_for_help, "SCREEN", "print('Tk 8.6.16 x11')")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "老张"
    folder.mkdir()
    monkeypatch.setenv("HOME", str(folder))
    monkeypatch.setenv("XDG_STATE_HOME", str(folder / "state"))
    return folder


def test_versions_screen_and_language_are_told(
    no_screen: None, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XMODIFIERS", "@im=fcitx")
    said = report_for_help.write_report(home).read_text("utf-8-sig")
    for fact in (__version__, "Tk 8.6.16 x11", "XMODIFIERS: @im=fcitx", "数据文件夹: "):
        assert fact in said


def test_the_last_defect_is_told_without_the_name_of_a_person_or_a_unit(
    no_screen: None, home: Path, caplog: pytest.LogCaptureFixture
) -> None:
    log_defect(FileNotFoundError(f"{home}/某某局.jsxh"))
    caplog.clear()
    said = report_for_help.write_report(home).read_text("utf-8-sig")
    assert "FileNotFoundError: ~/….jsxh" in said
    assert "老张" not in said


def test_a_second_report_leaves_the_first(no_screen: None, home: Path) -> None:
    first, second = report_for_help.write_report(home), report_for_help.write_report(home)
    assert first != second


def test_a_screen_that_ends_the_program_is_told(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(report_for_help, "SCREEN", "raise SystemExit('no display')")
    said = report_for_help.write_report(home).read_text("utf-8-sig")
    assert "窗口: 1 no display" in said


def test_an_installed_program_starts_its_python_as_it_was_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv(GIVEN, "/opt/a b/loader\n--library-path\n/opt/a b/lib\n/opt/a b/python")
    assert python() == ("/opt/a b/loader", "--library-path", "/opt/a b/lib", "/opt/a b/python")
