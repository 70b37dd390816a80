"""The same files give the same bytes, whoever packs them and when."""

from __future__ import annotations

import os
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from bundle.archive import tar_xz, zip_file

WHEN = 1_700_000_000
PACKERS = (tar_xz, zip_file)


def folder_in(place: Path, names: tuple[str, ...]) -> Path:
    folder = place / "决算公开"
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name, "utf-8")
    return folder


@pytest.mark.parametrize("pack", PACKERS)
def test_the_same_files_give_the_same_bytes(
    pack: Callable[[Path, Path, int], None], tmp_path: Path
) -> None:
    names = ("启动.sh", "app/b.py", "app/a.py", "a b/c.txt")
    first = folder_in(tmp_path / "one", names)
    second = folder_in(tmp_path / "two", names[::-1])
    os.utime(second / "启动.sh", (0, 0))
    pack(first, tmp_path / "1", WHEN)
    pack(second, tmp_path / "2", WHEN)
    assert (tmp_path / "1").read_bytes() == (tmp_path / "2").read_bytes()


def test_the_owner_of_what_is_unpacked_is_nobody_here(tmp_path: Path) -> None:
    tar_xz(folder_in(tmp_path, ("启动.sh",)), tmp_path / "1", WHEN)
    with tarfile.open(tmp_path / "1") as archive:
        assert {(each.uname, each.uid, int(each.mtime)) for each in archive} == {("root", 0, WHEN)}


def test_what_may_be_started_may_be_started_when_unpacked(tmp_path: Path) -> None:
    folder = folder_in(tmp_path, ("启动.sh", "app/a.py"))
    (folder / "启动.sh").chmod(0o755)
    tar_xz(folder, tmp_path / "1", WHEN)
    with tarfile.open(tmp_path / "1") as archive:
        assert archive.getmember("决算公开/启动.sh").mode == 0o755


def test_chinese_names_survive_a_zip(tmp_path: Path) -> None:
    zip_file(folder_in(tmp_path, ("启动.sh", "说明/安装.txt")), tmp_path / "1", WHEN)
    with zipfile.ZipFile(tmp_path / "1") as archive:
        assert archive.namelist() == ["决算公开/启动.sh", "决算公开/说明/安装.txt"]
