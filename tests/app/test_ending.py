"""How a run ends that something outside of it ends, or that has nowhere to speak to."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

COMMAND = (sys.executable, "-m", "jsxh_desktop")


@pytest.mark.skipif(os.name == "nt", reason="Windows ends a process without asking it")
def test_a_print_ended_from_outside_leaves_no_half_file(workbook: Path) -> None:
    out = workbook.parent / "out"
    printing = subprocess.Popen([*COMMAND, "print", workbook, "-o", out])
    while printing.poll() is None and not list(out.glob(".*.part")):
        pass
    printing.terminate()
    assert printing.wait() in {143, 0}
    assert not list(out.glob(".*.part"))
    assert [path.name for path in workbook.parent.iterdir() if path.is_file()] == [workbook.name]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a disk that is full")
def test_an_answer_that_finds_a_full_disk_is_one_sentence() -> None:
    with Path("/dev/full").open("w") as full:
        ended = subprocess.run(
            [*COMMAND, "codes", "科普"], stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert ended.returncode == 2
    assert ended.stderr == "错误：无法写入“标准输出”：磁盘空间已满，请清理磁盘或换一个位置再试\n"


def test_a_home_that_is_no_folder_is_no_hindrance(workbook: Path) -> None:
    out = workbook.parent / "out"
    ended = subprocess.run(
        [*COMMAND, "print", workbook, "-o", out, "--part", "名词解释"],
        env={**os.environ, "HOME": os.devnull},
        capture_output=True,
        check=False,
    )
    assert (ended.returncode, ended.stderr) == (0, b"")
