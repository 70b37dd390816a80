"""What is saved is what is loaded, of every kind and entity."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jsxh_desktop.app import paths
from jsxh_desktop.app.sample import sample
from jsxh_desktop.domain.filing import LISTS, Filing
from jsxh_desktop.domain.organization import Duty, Organization
from jsxh_desktop.domain.project import Goal, Indicator, Project
from jsxh_desktop.store.file import Workbook
from tests.examples import examples
from tests.store.drawn import cleaned, filings


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workbook]:
    """One workbook for all drawn filings, so that each replaces the one before."""
    with Workbook.create(tmp_path_factory.mktemp("drawn") / "drawn.jsxh") as workbook:
        yield workbook


@given(filing=filings())
@settings(max_examples=examples(10))
def test_what_is_saved_is_what_is_loaded(kept: Workbook, filing: Filing) -> None:
    key = kept.save(filing)
    loaded = kept.load(key)
    given_keys = {project.id: index for index, project in enumerate(filing.projects)}
    new_keys = {project.id: index for index, project in enumerate(loaded.projects)}
    assert _by_place(loaded, new_keys) == _by_place(cleaned(filing), given_keys)


def _by_place(filing: Filing, places: dict[int, int]) -> Filing:
    """References as the place of the project in its list, which new ids leave alone."""
    moved: dict[str, Any] = {
        name: tuple(
            dataclasses.replace(record, project=places[record.project])
            if getattr(record, "project", None) is not None
            else record
            for record in getattr(filing, name)
        )
        for name in LISTS
    }
    return dataclasses.replace(filing, **moved)


@given(filing=filings(), again=filings())
@settings(max_examples=examples(4))
def test_saving_a_year_again_is_one_step_of_undo(
    kept: Workbook, filing: Filing, again: Filing
) -> None:
    key = kept.save(filing)
    first = kept.load(key)
    kept.save(again)
    second = kept.load(key)
    if first != second:
        kept.undo(key)
        assert kept.load(key) == first
        kept.redo(key)
    assert kept.load(key) == second


@given(place=st.integers(-4, 4))
def test_a_record_is_put_where_a_list_would_put_it(kept: Workbook, place: int) -> None:
    key = kept.save(Filing(1999, duties=tuple(Duty(text) for text in "甲乙丙")))
    expected = list("甲乙丙")
    expected.insert(place, "丁")
    kept.add(key, Duty("丁"), place)
    assert [duty.text for duty in kept.load(key).duties] == expected


@given(place=st.integers(-4, 4), which=st.integers(0, 2))
def test_a_record_moves_where_a_list_would_put_it(kept: Workbook, place: int, which: int) -> None:
    key = kept.save(Filing(1999, duties=tuple(Duty(text) for text in "甲乙丙")))
    expected = list("甲乙丙")
    expected.insert(place, expected.pop(which))
    kept.move(key, Duty, kept.load(key).duties[which].id, place)
    assert [duty.text for duty in kept.load(key).duties] == expected


def test_the_sample_survives_with_its_ids(workbook: Workbook) -> None:
    ((key, year),) = workbook.filings()
    loaded = workbook.load(key)
    assert (year, loaded) == (2021, sample())
    for name in LISTS:
        assert [r.id for r in getattr(loaded, name)] == [r.id for r in getattr(sample(), name)]


def test_an_id_another_year_has_is_given_anew_with_every_reference(workbook: Workbook) -> None:
    next_year = workbook.load(workbook.save(dataclasses.replace(sample(), year=2022)))
    taken = {project.id for project in sample().projects}
    names = {project.id: project.name for project in next_year.projects}
    assert not taken & names.keys()
    assert [names[i.project] for i in next_year.indicators if i.project] == [
        {p.id: p.name for p in sample().projects}[i.project]
        for i in sample().indicators
        if i.project
    ]


def test_of_two_projects_with_one_id_the_first_keeps_what_refers_to_it(tmp_path: Path) -> None:
    filing = Filing(
        2021, projects=(Project("甲", id=1), Project("乙", id=1)), goals=(Goal(1, "好"),)
    )
    with Workbook.create(tmp_path / "new.jsxh") as workbook:
        loaded = workbook.load(workbook.save(filing))
    assert [p.name for p in loaded.projects if p.id == loaded.goals[0].project] == ["甲"]


def test_saving_again_keeps_a_goal_that_moved_on_from_a_removed_project(
    tmp_path: Path,
) -> None:
    before = Filing(
        2021, projects=(Project("甲", id=1), Project("乙", id=2)), goals=(Goal(1, "好", id=7),)
    )
    after = dataclasses.replace(before, projects=before.projects[1:], goals=(Goal(2, "好", id=7),))
    with Workbook.create(tmp_path / "new.jsxh") as workbook:
        workbook.save(before)
        loaded = workbook.load(workbook.save(after))
    assert (loaded, loaded.goals[0].id) == (after, 7)


def test_a_reference_to_no_project_is_refused_and_nothing_is_written(workbook: Workbook) -> None:
    astray = dataclasses.replace(sample(), goals=(Goal(99, "好"),), duties=())
    with pytest.raises(ValueError, match="项目（编号 99）不存在"):
        workbook.save(astray)
    assert workbook.load(1) == sample()


def test_the_year_before_comes_with_a_filing(workbook: Workbook) -> None:
    key = workbook.save(Filing(2020, organization=Organization("甲")))
    assert workbook.load(1).before == workbook.load(key)


def test_code_tables_come_with_a_filing(path: Path) -> None:
    with Workbook.open(path, codes=paths.codes()) as workbook:
        filing = workbook.load(1)
    assert filing.functional.name("2060702") == "科普活动"
    assert filing.economic.name("30101") == "基本工资"


def test_a_decimal_keeps_its_places(workbook: Workbook) -> None:
    key = workbook.add(1, Indicator(project=1, name="甲", weight=Decimal("10.50")))
    (indicator,) = (i for i in workbook.load(1).indicators if i.id == key)
    assert str(indicator.weight) == "10.50"
