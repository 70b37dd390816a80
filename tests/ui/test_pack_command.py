"""做数据包: a name is asked for, and when it is safe to pull the stick is said."""

from __future__ import annotations

from pathlib import Path

import pytest

from jsxh_desktop.app.package import unpacked
from jsxh_desktop.ui.pack_command import make_package
from jsxh_desktop.ui.window import Window


def test_a_package_is_written_where_it_was_asked_for_and_said_to_be_safe(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(window, "tell", lambda text, *_rest: said.append(text))
    panel = make_package(window)
    assert panel.target.suffix == ".jsxpkg"
    panel.folder.delete(0, "end")
    panel.folder.insert(0, str(tmp_path))
    panel.name.delete(0, "end")
    panel.name.insert(0, "带走")
    panel.accept()
    assert "可以安全弹出" in said[-1]
    assert unpacked(tmp_path / "带走.jsxpkg").year == window.workspace.year
