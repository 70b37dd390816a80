"""The icon of the window is the one the installers carry."""

from __future__ import annotations

from pathlib import Path

from bundle.icon import SIZES, picture, write_ico
from PIL import Image

from jsxh_desktop.app.paths import assets


def test_the_window_has_the_icon_that_is_drawn() -> None:
    with Image.open(assets() / "icon.png") as shown:
        assert shown.convert("RGBA").tobytes() == picture(shown.width).tobytes()


def test_windows_finds_every_size_it_asks_for(tmp_path: Path) -> None:
    write_ico(tmp_path / "icon.ico")
    with Image.open(tmp_path / "icon.ico") as icon:
        assert icon.info["sizes"] == {(size, size) for size in SIZES}
