"""The portable tree of Linux: from a folder with Chinese and blanks, read-only, from a stick."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.display import own_display
from tests.packaging.walks.walk import TITLE, Installed, handed_out, run

MEGABYTES = 400


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("U 盘 一")
    archive = handed_out("*_linux-x86_64_portable.tar.xz")
    run(["tar", "-xJf", str(archive), "-C", str(place)])
    return place


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A person who never had the program, at a screen of their own."""
    folder = tmp_path / "home"
    folder.mkdir()
    monkeypatch.setenv("HOME", str(folder))
    with own_display():
        yield folder


def placed(name: str, tree: Path) -> Installed:
    start = ("sh", str(tree / TITLE / "启动.sh"))
    return Installed(name, start, start)


def test_from_a_path_with_chinese_and_blanks(unpacked: Path, tmp_path: Path, home: Path) -> None:
    placed("portable", unpacked).walk(tmp_path)
    assert (unpacked / TITLE / "数据").is_dir()
    assert not (home / ".local").exists()


def test_from_where_nothing_can_be_written(unpacked: Path, tmp_path: Path) -> None:
    with mounted(tmp_path / "ro", "--bind", "-o", "ro", str(unpacked)) as place:
        placed("read-only", place).walk(tmp_path)


def test_from_a_stick_of_exfat(unpacked: Path, tmp_path: Path) -> None:
    image = blank(tmp_path / "stick.img")
    run(["mkfs.exfat", str(image)])
    with mounted(tmp_path / "stick", "-t", "exfat-fuse", "-o", "loop", str(image)) as place:
        run(["cp", "-r", str(unpacked / TITLE), str(place)])
        placed("exfat", place).walk(tmp_path)


def test_a_stick_of_fat_gives_back_what_was_written(unpacked: Path, tmp_path: Path) -> None:
    """FAT32 cannot be mounted everywhere; its names, lengths and bytes are what it can spoil."""
    image = blank(tmp_path / "fat.img")
    run(["mkfs.vfat", "-F", "32", str(image)])
    copy = ["env", "LC_ALL=C.UTF-8", "mcopy", "-s", "-i", str(image)]
    run([*copy, str(unpacked / TITLE), "::"])
    run([*copy, f"::{TITLE}", str(tmp_path)])
    assert digests(tmp_path / TITLE) == digests(unpacked / TITLE)


def blank(image: Path) -> Path:
    with image.open("wb") as file:
        file.truncate(MEGABYTES << 20)
    return image


@contextmanager
def mounted(place: Path, *words: str) -> Iterator[Path]:
    place.mkdir()
    run(["mount", *words, str(place)])
    try:
        yield place
    finally:
        run(["umount", str(place)])


def digests(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }
