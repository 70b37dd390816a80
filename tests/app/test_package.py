"""A package brings a year to another workbook as it is, or brings nothing."""

from __future__ import annotations

import dataclasses
import datetime
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from jsxh_desktop.app import package
from jsxh_desktop.app.commands import import_tables, write_new
from jsxh_desktop.app.imports.gate import SUFFIX
from jsxh_desktop.app.imports.importing import plan_of_file
from jsxh_desktop.app.imports.package_plan import bare_digest
from jsxh_desktop.app.package import pack_file, unpacked, write_package
from jsxh_desktop.app.problem import Problem
from jsxh_desktop.app.sample import sample
from jsxh_desktop.app.verify import verify
from jsxh_desktop.app.workspace import Workspace
from jsxh_desktop.domain.disclosure import StateAssets
from jsxh_desktop.domain.edition import Act
from jsxh_desktop.domain.entry import entries
from jsxh_desktop.domain.filing import LISTS, SINGLES, Filing
from jsxh_desktop.domain.organization import Duty, Organization
from jsxh_desktop.store.file import Workbook
from tests.battery.counts import times
from tests.store.drawn import cleaned, filings


@pytest.fixture(scope="module")
def packed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample as a package."""
    folder = tmp_path_factory.mktemp("packed")
    write_new(folder / "科协.jsxh", sample())
    pack_file(folder / "科协.jsxh", folder / f"科协{SUFFIX}", None)
    return folder / f"科协{SUFFIX}"


@pytest.fixture
def workspace(workbook: Path) -> Iterator[Workspace]:
    opened = Workspace.open(workbook)
    yield opened
    opened.close()


def test_a_package_holds_the_year_and_no_database(packed: Path) -> None:
    assert bare_digest(unpacked(packed)) == bare_digest(sample())
    with zipfile.ZipFile(packed) as archive:
        assert b"SQLite format" not in b"".join(map(archive.read, archive.namelist()))


def test_nobody_is_named_in_a_package(packed: Path) -> None:
    with zipfile.ZipFile(packed) as archive:
        said = archive.read("manifest.json").decode()
        assert {about.date_time for about in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert str(packed.parent) not in said
    assert "root" not in said


def test_what_a_package_would_change_is_shown_before(packed: Path, workspace: Workspace) -> None:
    workspace.remove(Duty, workspace.filing.duties[0].id)
    before = workspace.filing
    plan = plan_of_file(packed, before, workspace.pack)
    assert [cell.new for cell in plan.cells if cell.state == "新增"] == [sample().duties[0].text]
    assert workspace.filing == before


def test_a_package_comes_in_as_one_step_and_twice_is_once(packed: Path, workbook: Path) -> None:
    with Workbook.open(workbook) as opened:
        opened.write(1, Organization.short_name, "区协")
        opened.remove(1, Duty, 3)
        before = opened.load(1)
    *_, said = import_tables(workbook, packed, None, None, agreed=True)
    assert "可以一步撤销" in said
    *_, again = import_tables(workbook, packed, None, None, agreed=True)
    assert "没有要改的" in again
    with Workbook.open(workbook) as opened:
        assert bare_digest(opened.load(1)) == bare_digest(sample())
        assert opened.undo(1) == "导入数据包"
        assert opened.load(1) == before


def test_a_package_of_another_year_or_unit_is_refused(packed: Path) -> None:
    other = dataclasses.replace(sample(), year=2020)
    with pytest.raises(Problem, match="2021年度的，现在填的是2020年度"):
        plan_of_file(packed, other, None)  # type: ignore[arg-type]  # no form is asked for
    strange = dataclasses.replace(sample(), organization=Organization("别的单位"))
    with pytest.raises(Problem, match="不是“别的单位”的"):
        plan_of_file(packed, strange, None)  # type: ignore[arg-type]  # as above


def test_a_signed_year_takes_no_package(packed: Path, workbook: Path) -> None:
    with Workbook.open(workbook) as opened:
        opened.write(1, Organization.short_name, "区协")
        opened.sign_offs.sign(1, Act.HAND_OVER)
        opened.sign_offs.sign(1, Act.FINALISE)
    with pytest.raises(Problem, match="定稿"):
        [*import_tables(workbook, packed, None, None, agreed=True)]
    with Workbook.open(workbook) as opened:
        assert opened.load(1).organization.short_name == "区协"


def test_a_package_is_compared_with_the_data(packed: Path, workbook: Path) -> None:
    with Workbook.open(workbook) as opened:
        assert verify(opened, str(packed)).matches
        opened.write(1, Organization.short_name, "区协")
        found = verify(opened, str(packed))
    assert [(each.what, each.before, each.after) for each in found.differences] == [
        ("基本数据　单位简称", sample().organization.short_name, "区协")
    ]


def test_a_package_is_written_whole_and_says_its_code(workspace: Workspace, tmp_path: Path) -> None:
    target = tmp_path / package.name_for(workspace.filing, datetime.date(2022, 3, 4))
    code = write_package(workspace, target)
    plan = plan_of_file(target, workspace.filing, workspace.pack)
    assert target.name.endswith(" 2021年度 20220304.jsxpkg")
    assert code in plan.notes[-1]
    assert not plan.changes


@given(drawn=filings(most=2))
@settings(max_examples=times(2, 200))
def test_any_year_comes_out_as_it_went_in(
    tmp_path_factory: pytest.TempPathFactory, drawn: Filing
) -> None:
    folder, year = tmp_path_factory.mktemp("any"), _countable(cleaned(drawn))
    with Workbook.create(folder / "a.jsxh") as opened:
        opened.save(year)
    pack_file(folder / "a.jsxh", folder / "a.jsxpkg", None)
    assert bare_digest(unpacked(folder / "a.jsxpkg")) == bare_digest(year)


def test_what_no_field_takes_is_not_packed_and_is_named(tmp_path: Path) -> None:
    assets = StateAssets(special_equipment=-2)
    write_new(tmp_path / "a.jsxh", dataclasses.replace(sample(), state_assets=assets))
    with pytest.raises(Problem, match="是-2，不得小于0"):
        pack_file(tmp_path / "a.jsxh", tmp_path / "a.jsxpkg", None)
    assert not (tmp_path / "a.jsxpkg").exists()


def _countable(filing: Filing) -> Filing:
    """The filing with no count below the least its field takes."""
    kept: dict[str, Any] = {}
    for attribute, entity in {**SINGLES, **LISTS}.items():
        held = getattr(filing, attribute)
        counted = [_counted(record, entity) for record in (held if attribute in LISTS else [held])]
        kept[attribute] = tuple(counted) if attribute in LISTS else counted[0]
    return dataclasses.replace(filing, **kept)


def _counted(record: Any, entity: type[Any]) -> Any:
    least = {e.name: e.minimum for e in entries(entity) if e.minimum is not None}
    held = {name: getattr(record, name) for name in least}
    more = {name: max(value, least[name]) for name, value in held.items() if value is not None}
    return dataclasses.replace(record, **more)
