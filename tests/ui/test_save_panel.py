"""Asking where to save: by keyboard, never over a file unasked, closed by Esc."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from jsxh_desktop.ui.save_panel import SavePanel
from jsxh_desktop.ui.window import Window

Press = Callable[..., None]


@pytest.fixture
def saved() -> list[Path]:
    return []


@pytest.fixture
def panel(window: Window, tmp_path: Path, saved: list[Path]) -> SavePanel:
    (tmp_path / "公开").mkdir()
    path = tmp_path / "附表1 科普.pdf"
    made = SavePanel(window.widget, window, "另存为 PDF", path, (".pdf",), saved.append)
    window.root.update()
    return made


@pytest.mark.looks
def test_enter_saves_under_the_name_that_is_offered(
    panel: SavePanel, press: Press, saved: list[Path], tmp_path: Path
) -> None:
    press("<Return>")
    assert saved == [tmp_path / "附表1 科普.pdf"]
    assert not panel.widget.winfo_exists()


@pytest.mark.looks
def test_esc_saves_nothing_and_gives_the_focus_back(
    window: Window, saved: list[Path], tmp_path: Path, press: Press
) -> None:
    window.go("organization")
    before = window.root.focus_get()
    SavePanel(window.widget, window, "另存", tmp_path / "甲.pdf", (".pdf",), saved.append)
    press("<Escape>")
    assert window.root.focus_get() is before
    assert not saved


@pytest.mark.looks
def test_a_folder_is_gone_into_by_keyboard(
    panel: SavePanel, press: Press, saved: list[Path], tmp_path: Path
) -> None:
    panel.list.focus_set()
    press("<Return>")
    assert panel.folder.get() == str(tmp_path / "公开")
    press("<BackSpace>")
    assert panel.folder.get() == str(tmp_path)


@pytest.mark.looks
def test_a_missing_ending_is_added_and_bad_signs_are_not(
    panel: SavePanel, press: Press, write: Callable[[str], None], tmp_path: Path
) -> None:
    panel.name.selection_range(0, "end")
    write("附表:一")
    assert panel.target == tmp_path / "附表_一.pdf"


@pytest.mark.looks
def test_a_file_is_written_over_only_when_that_is_chosen(
    panel: SavePanel, press: Press, saved: list[Path], tmp_path: Path
) -> None:
    (tmp_path / "附表1 科普.pdf").write_bytes(b"%PDF")
    press("<Return>")
    assert not saved
    assert panel.note["text"] == "这里已经有“附表1 科普.pdf”"
    press("<space>")  # 换个名字, which has the focus
    assert panel.name.get() == "附表1 科普（2）.pdf"
    press("<Return>")
    assert saved == [tmp_path / "附表1 科普（2）.pdf"]
