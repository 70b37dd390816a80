"""A file is written whole or not at all."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from jsxh_desktop.app.problem import Problem, of_system
from jsxh_desktop.app.safe_write import file_name, written_whole


def test_a_finished_file_stands_under_its_name(tmp_path: Path) -> None:
    with written_whole(tmp_path / "材料.pdf") as file:
        file.write(b"new")
    assert (tmp_path / "材料.pdf").read_bytes() == b"new"
    assert len(list(tmp_path.iterdir())) == 1


def test_a_failure_leaves_the_old_file_and_nothing_beside_it(tmp_path: Path) -> None:
    target = tmp_path / "材料.pdf"
    target.write_bytes(b"old")
    with pytest.raises(TypeError), written_whole(target) as file:
        file.writelines([b"half", None])  # type: ignore[list-item]  # the failure of this test
    assert target.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["材料.pdf"]


def test_a_full_disk_is_answered_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(Problem, match="磁盘空间已满，请清理磁盘"), written_whole(tmp_path / "a"):
        raise OSError(errno.ENOSPC, "No space left on device")
    assert not list(tmp_path.iterdir())


def test_a_missing_folder_is_answered_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(Problem, match="找不到这个位置"), written_whole(tmp_path / "no" / "a"):
        pass


def test_a_folder_in_the_way_is_answered_with_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "材料.pdf").mkdir()
    with (
        pytest.raises(Problem, match="这是一个文件夹"),
        written_whole(tmp_path / "材料.pdf") as file,
    ):
        file.write(b"x")
    assert [path.name for path in tmp_path.iterdir()] == ["材料.pdf"]


def test_an_unknown_failure_still_says_where(tmp_path: Path) -> None:
    assert "系统报告“odd”" in str(of_system(OSError(9999, "odd"), tmp_path))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("附表1 科普经费", "附表1 科普经费"),
        ('a/b\\c:d*e?f"g<h>i|j\n', "a_b_c_d_e_f_g_h_i_j_"),
        ("尾部. ", "尾部"),
        ("...", "未命名"),
        ("con", "_con"),
        ("长" * 200, "长" * 60),
    ],
)
def test_a_file_name_is_one_every_system_takes(text: str, name: str) -> None:
    assert file_name(text) == name
