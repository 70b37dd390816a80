"""The packs as the settings list them, and one taken beside the workbook to be changed."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from jsxh_desktop.app.pack_choice import pack_choices, take_copy
from jsxh_desktop.app.packs import load_pack
from jsxh_desktop.app.problem import Problem
from jsxh_desktop.domain.filing import Filing


@pytest.fixture
def filing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Filing:
    """A year on the pack of 2021, its workbook in an empty folder."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "own"))
    (tmp_path / "unit").mkdir()
    return Filing(2021, folder=tmp_path / "unit")


def test_the_pack_of_the_year_is_marked(filing: Filing) -> None:
    assert [each.id for each in pack_choices(filing) if each.chosen] == ["sichuan-2021"]


def test_a_pack_of_other_years_says_so(filing: Filing) -> None:
    said = {each.id: each.said for each in pack_choices(filing)}
    assert said["sichuan-2022"] == "不是为 2021 年度做的　·　程序自带"
    assert said["national-2020"] == "程序自带"


def test_a_copy_lies_beside_the_workbook_under_a_name_of_its_own(filing: Filing) -> None:
    target = take_copy(filing)
    assert target == filing.folder / "模板" / "本单位-sichuan-2021"  # type: ignore[operator]  # it has one
    first, *_ = pack_choices(filing)
    assert (first.id, first.said) == ("本单位-sichuan-2021", "在工作簿旁边")
    assert first.title.startswith("本单位 四川省部门决算公开")


def test_a_copy_prints_what_it_was_copied_from(filing: Filing) -> None:
    copy = load_pack(take_copy(filing).name, filing.folder)
    own = load_pack(filing.pack)
    assert dataclasses.replace(copy, id=own.id, name=own.name) == own


def test_a_second_copy_gets_another_name(filing: Filing) -> None:
    names = {take_copy(filing).name, take_copy(filing).name}
    assert names == {"本单位-sichuan-2021", "本单位-sichuan-2021（2）"}


def test_a_pack_nobody_has_is_listed_as_missing(filing: Filing) -> None:
    first, *_ = pack_choices(dataclasses.replace(filing, pack="本县"))
    assert (first.id, first.chosen, first.problem) == ("本县", True, "找不到这套模板，请换一套")


def test_a_copy_that_cannot_be_written_is_told_of(filing: Filing) -> None:
    assert filing.folder
    (filing.folder / "模板").write_text("", "utf-8")
    with pytest.raises(Problem):
        take_copy(filing)
