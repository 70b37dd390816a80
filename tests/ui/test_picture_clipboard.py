"""A picture on the clipboard: handed to whatever the desktop has for it, or refused in words."""

from __future__ import annotations

import io
import struct
import sys
from pathlib import Path

import pytest
from PIL import Image

from jsxh_desktop.app.problem import Problem
from jsxh_desktop.ui import picture_clipboard
from jsxh_desktop.ui.picture_clipboard import can_copy, copy_picture

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the clipboard of Linux")


@pytest.fixture
def png() -> bytes:
    target = io.BytesIO()
    Image.new("RGB", (3, 2), (255, 0, 0)).save(target, "PNG")
    return target.getvalue()


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that is all of the path."""
    monkeypatch.setenv("PATH", str(tmp_path))
    return tmp_path


def put(programs: Path, name: str, script: str) -> None:
    program = programs / name
    program.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
    program.chmod(0o755)


def test_without_a_program_that_takes_pictures_there_is_nothing_to_offer(programs: Path) -> None:
    assert not can_copy()


def test_the_picture_is_handed_over_as_it_is(programs: Path, png: bytes) -> None:
    taken = programs / "taken"
    put(programs, "xclip", f"/bin/cat > '{taken}'")
    assert can_copy()
    copy_picture(png)
    assert taken.read_bytes() == png


def test_a_refusal_is_told(programs: Path, png: bytes) -> None:
    put(programs, "xclip", "exit 1")
    with pytest.raises(Problem, match="可以另存为图片"):
        copy_picture(png)


def test_windows_gets_a_bitmap_without_its_file_header(png: bytes) -> None:
    bitmap = picture_clipboard._device_independent(png)  # noqa: SLF001 - no Windows here
    size, width, height, _, bits = struct.unpack("<IiiHH", bitmap[:16])
    assert (size, width, height, bits) == (40, 3, 2, 24)
    assert bitmap[40:43] == b"\0\0\xff"
