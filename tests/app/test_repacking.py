"""A year put on another form set: one step, and nothing of it lost."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from jsxh_desktop.app.packs import PackIsDamaged, load_pack
from jsxh_desktop.app.repacking import use_pack, with_pack
from jsxh_desktop.app.sample import sample
from jsxh_desktop.app.workspace import Workspace
from jsxh_desktop.domain.terms import IndicatorClass


@pytest.fixture
def workspace(workbook: Path) -> Iterator[Workspace]:
    opened = Workspace.open(workbook)
    yield opened
    opened.close()


def test_the_pages_show_the_form_of_the_new_pack(workspace: Workspace) -> None:
    assert use_pack(workspace, "sichuan-2022")
    assert workspace.filing.pack == "sichuan-2022"
    assert workspace.pack.sheet.scheme.scored


def test_it_is_one_step_and_undone_as_one(workspace: Workspace) -> None:
    before = workspace.filing
    use_pack(workspace, "national-2021-cost")
    assert workspace.turns()[0] == f"改用模板“{workspace.pack.name}”"
    workspace.undo()
    assert workspace.filing == before
    assert workspace.pack.id == "sichuan-2021"


def test_it_lasts(workbook: Path) -> None:
    opened = Workspace.open(workbook)
    use_pack(opened, "national-2020")
    opened.close()
    again = Workspace.open(workbook)
    assert again.pack.id == "national-2020"
    again.close()


def test_a_pack_that_is_not_there_changes_nothing(workspace: Workspace) -> None:
    with pytest.raises(PackIsDamaged):
        use_pack(workspace, "本县")
    assert workspace.filing.pack == "sichuan-2021"


def test_an_indicator_goes_into_the_class_that_took_the_place_of_its_own() -> None:
    filing = with_pack(sample(), load_pack("national-2021-cost"))
    classes = {each.category for each in filing.indicators}
    assert IndicatorClass.ECONOMIC_COST in classes
    assert not classes & {IndicatorClass.COST, IndicatorClass.SUSTAINED_IMPACT}
    assert len(filing.indicators) == len(sample().indicators)
