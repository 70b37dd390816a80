"""Signs drawn at one start are read at the next, the same to the last pixel."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from ttkbootstrap import Icon
from ttkbootstrap.style.engine import Style
from ttkbootstrap.style.icons import IconRenderer

from jsxh_desktop.ui.application import Application
from jsxh_desktop.ui.drawn_before import DrawnBefore

SIGN = ("alarm", 13, "#123456")


@pytest.fixture
def kept(
    application: Application, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Path]:
    """A sign that was drawn, kept and is no longer there, as at the next start."""
    lending = Style._get_or_create_image  # noqa: SLF001 - put back after the test
    monkeypatch.setattr(Style, "_get_or_create_image", lending)
    file = tmp_path / "drawn.json"
    Icon(*SIGN)
    DrawnBefore(file).keep(application.root)
    forget()
    yield file
    forget()


def forget() -> None:
    pictures = Style.get_instance()._image_cache  # noqa: SLF001 - else styles in use lose theirs
    for key in [key for key in pictures if SIGN[0] in key]:
        del pictures[key]


def pixels(application: Application, name: str) -> object:
    return application.root.tk.call(name, "data", "-format", "png")


def no_drawing(patch: pytest.MonkeyPatch) -> None:
    def drawn(*_: object) -> None:
        raise AssertionError("it was drawn")

    patch.setattr(IconRenderer, "render", drawn)


def test_a_kept_sign_is_the_drawn_one_to_the_pixel(application: Application, kept: Path) -> None:
    drawn = pixels(application, Icon(*SIGN))
    forget()
    DrawnBefore(kept)
    assert pixels(application, Icon(*SIGN)) == drawn


def test_a_kept_sign_is_not_drawn(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    no_drawing(monkeypatch)
    DrawnBefore(kept)
    Icon(*SIGN)


@pytest.mark.parametrize(
    "text",
    ["", "{", "[1]", '{"by": [], "pictures": {}}', '{"pictures": 3}', "[" * 100_000, "\0"],
    ids=range(7),
)
def test_a_spoilt_file_of_signs_is_as_none(kept: Path, text: str) -> None:
    kept.write_text(text, "utf-8")
    DrawnBefore(kept)
    assert Icon(*SIGN)


def test_a_sign_that_is_no_picture_is_drawn_and_kept_anew(
    application: Application, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = json.loads(kept.read_text("utf-8"))
    key = next(key for key in told["pictures"] if SIGN[0] in key)
    told["pictures"][key] = "bm8gcGljdHVyZQ=="
    kept.write_text(json.dumps(told), "utf-8")
    before = DrawnBefore(kept)
    Icon(*SIGN)
    before.keep(application.root)
    forget()
    no_drawing(monkeypatch)
    DrawnBefore(kept)
    assert Icon(*SIGN)


def test_another_version_draws_for_itself(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told = json.loads(kept.read_text("utf-8"))
    kept.write_text(json.dumps(told | {"by": ["0.0.0", *told["by"][1:]]}), "utf-8")
    no_drawing(monkeypatch)
    DrawnBefore(kept)
    with pytest.raises(AssertionError, match="it was drawn"):
        Icon(*SIGN)


def test_a_start_that_drew_nothing_new_writes_nothing(application: Application, kept: Path) -> None:
    before = kept.stat().st_ino
    DrawnBefore(kept).keep(application.root)
    assert kept.stat().st_ino == before


def test_signs_that_cannot_be_kept_hold_up_no_closing(application: Application, kept: Path) -> None:
    kept.unlink()
    kept.mkdir()
    DrawnBefore(kept).keep(application.root)
    assert kept.is_dir()
