"""The commands about a file as a file: copied from elsewhere, examined and mended."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from jsxh_desktop.app.inspection import NOTHING
from jsxh_desktop.store import disks
from jsxh_desktop.store.disks import Mount
from tests.app.conftest import Run
from tests.app.test_main import is_one_chinese_sentence


def test_a_workbook_elsewhere_is_refused_with_the_command_that_copies_it(
    run: Run, workbook: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = Mount(workbook.parent, "cifs")
    monkeypatch.setattr(disks, "mounted", lambda *_: (Mount(Path("/"), "ext4"), there))
    answer = run("show", workbook)
    assert is_one_chinese_sentence(answer)
    assert f"：jsxh-desktop copy '{workbook}' '" in answer.error


def test_a_workbook_is_copied_into_a_folder_and_checked(run: Run, workbook: Path) -> None:
    folder = workbook.parent / "别处"
    folder.mkdir()
    assert run("copy", workbook, folder).said == f"已复制并核对：{folder / workbook.name}\n"
    assert run("show", folder / workbook.name).status == 0
    assert is_one_chinese_sentence(run("copy", workbook, folder))


def test_examining_finds_mends_and_finds_nothing_more(run: Run, workbook: Path) -> None:
    assert run("examine", workbook).status == 0
    with closing(sqlite3.connect(workbook)) as file:
        file.execute("UPDATE indicator SET project = 99 WHERE id = 5")
        file.commit()
    found = run("examine", workbook)
    assert found.status == 1
    assert "属于一个已经没有的项目（移出来另外留着）" in found.said
    assert run("examine", workbook, "--repair", "--accept").status == 0
    assert run("examine", workbook).said == f"{NOTHING}\n"
