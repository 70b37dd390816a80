"""The whole set as files: byte for byte those of the command line, and all of them or none."""

from __future__ import annotations

from pathlib import Path

import pytest

from jsxh_desktop.app.commands import print_set, read_filing
from jsxh_desktop.app.composer import Composer
from jsxh_desktop.app.packs import load_pack
from jsxh_desktop.app.print_set import save_set
from jsxh_desktop.app.problem import Problem
from jsxh_desktop.app.selection import Selection
from jsxh_desktop.domain.filing import Filing

EVERYTHING = Selection()


class GivenUp(Exception):  # noqa: N818 - what the clerk wanted
    """Raised by a step that is the last one."""


@pytest.fixture
def filing(workbook: Path) -> Filing:
    return read_filing(workbook)


@pytest.fixture(scope="module")
def composer() -> Composer:
    return Composer()


def quiet(_title: str, _done: int, _of: int) -> None:
    """Nobody wants to know how far it is."""


def test_the_files_are_those_of_the_command_line(
    workbook: Path, filing: Filing, composer: Composer, tmp_path: Path
) -> None:
    count = save_set(filing, load_pack(filing.pack), tmp_path / "全套", quiet, composer)
    print_set(workbook, tmp_path / "命令行", EVERYTHING, own_fonts=True)
    saved = {path.name: path.read_bytes() for path in (tmp_path / "全套").iterdir()}
    printed = {path.name: path.read_bytes() for path in (tmp_path / "命令行").iterdir()}
    assert saved == printed
    assert count == len(saved)


def test_given_up_half_way_leaves_nothing(
    filing: Filing, composer: Composer, tmp_path: Path
) -> None:
    def step(_title: str, done: int, _of: int) -> None:
        if done == 2:
            raise GivenUp

    target = tmp_path / "这里" / "全套"
    target.parent.mkdir()
    with pytest.raises(GivenUp):
        save_set(filing, load_pack(filing.pack), target, step, composer)
    assert not [*target.parent.iterdir()]


def test_a_folder_that_is_there_keeps_its_other_files(
    filing: Filing, composer: Composer, tmp_path: Path
) -> None:
    folder = tmp_path / "全套"
    folder.mkdir()
    (folder / "说明.txt").write_text("留着", "utf-8")
    save_set(filing, load_pack(filing.pack), folder, quiet, composer)
    assert (folder / "说明.txt").read_text("utf-8") == "留着"
    assert (folder / "整套公开材料.pdf").exists()


def test_a_place_that_is_not_there_is_told(
    filing: Filing, composer: Composer, tmp_path: Path
) -> None:
    with pytest.raises(Problem, match="找不到这个位置"):
        save_set(filing, load_pack(filing.pack), tmp_path / "无" / "全套", quiet, composer)
