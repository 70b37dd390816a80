"""What is copied for help names versions and settings, and nobody."""

from __future__ import annotations

from pathlib import Path

from jsxh_desktop import __version__
from jsxh_desktop.app.diagnostics import diagnostics
from jsxh_desktop.app.licences import licences
from jsxh_desktop.app.settings import Settings


def test_versions_and_settings_are_told() -> None:
    said = diagnostics(Settings(scale=125, colours="深色"), {"Tk": "8.6.13"})
    for fact in (__version__, "Tk: 8.6.13", "显示大小: 125 %", "颜色: 深色"):
        assert fact in said


def test_no_path_and_no_unit_is_told() -> None:
    unit = str(Path("老张的资料") / "科协.jsxh")
    said = diagnostics(Settings(folder="老张的资料", recent=(unit,), printer="老张的打印机"), {})
    assert "老张" not in said
    assert "科协" not in said


def test_every_licence_comes_with_its_text() -> None:
    found = licences()
    assert [one.licence for one in found[:5]] == ["MIT", *["OFL-1.1"] * 4]
    assert all(len(one.text) > 100 for one in found)
    assert {"ttkbootstrap", "tksheet", "pypdfium2"} <= {one.name for one in found}
