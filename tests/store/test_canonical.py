"""Canonical data: the same for the same data, another for any other, whatever the ids are."""

from __future__ import annotations

import dataclasses
import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from jsxh_desktop.app.sample import sample
from jsxh_desktop.domain.edition import check_code
from jsxh_desktop.domain.entry import entries
from jsxh_desktop.domain.filing import LISTS, SINGLES, Filing
from jsxh_desktop.domain.money import Money
from jsxh_desktop.domain.project import Project
from jsxh_desktop.store.canonical import canonical, digest_of
from jsxh_desktop.store.file import Workbook
from tests.examples import examples
from tests.store.drawn import filings


@given(filings())
@settings(max_examples=examples(10))
def test_what_comes_back_from_a_file_has_the_same_digest(drawn: Filing) -> None:
    """Ids are given anew by a file, and texts come back in their one form."""
    moved = {project.id: project.id + 1000 for project in drawn.projects}
    lists: dict[str, Any] = {
        name: tuple(_renumbered(record, moved) for record in getattr(drawn, name)) for name in LISTS
    }
    again = dataclasses.replace(drawn, **lists)
    assert canonical(again) == canonical(drawn)


def _renumbered(record: Any, moved: dict[int, int]) -> Any:
    changes = {"id": record.id + 1000}
    referred = getattr(record, "project", None)
    if referred is not None:
        changes["project"] = moved[referred]
    return dataclasses.replace(record, **changes)


@given(st.sampled_from(sorted(SINGLES)), st.data())
def test_another_amount_is_another_digest(name: str, data: st.DataObject) -> None:
    filing = sample()
    record = getattr(filing, name)
    amounts = [each for each in entries(type(record)) if isinstance(each.of(record), Money)]
    if not amounts:
        return
    entry = data.draw(st.sampled_from(amounts))
    other = dataclasses.replace(record, **{entry.name: Money(entry.of(record).fen + 1)})
    changed: dict[str, Any] = {name: other}
    assert digest_of(dataclasses.replace(filing, **changed)) != digest_of(filing)


def test_the_sample_read_back_from_a_file_is_the_sample(workbook: Workbook) -> None:
    assert digest_of(workbook.load(1)) == digest_of(sample())


def test_a_field_left_blank_is_not_there() -> None:
    told = json.loads(canonical(Filing(2021)))
    assert told == {
        "format": "jsxh-data-1",
        "filing": {"year": "2021", "pack": "sichuan-2021", "precision": "分"},
        "before": None,
    }


def test_a_project_is_referred_to_by_its_place() -> None:
    told = json.loads(canonical(sample()))["filing"]
    places = {each["project"] for each in told["indicators"]}
    assert places == {1, 2, 3}  # the sheet of the fourth was not handed in


def test_the_year_before_is_part_of_what_prints() -> None:
    alone = sample()
    with_before = dataclasses.replace(alone, before=Filing(2020, projects=(Project("甲"),)))
    assert digest_of(with_before) != digest_of(alone)


def test_the_code_of_the_sample_stays_what_it_was() -> None:
    """A change here makes every print of earlier days look like another: see `canonical`."""
    assert check_code(digest_of(sample())) == "645A FF9D E402 3902 09B6"


def test_a_code_is_five_groups_of_four() -> None:
    assert check_code("0123456789abcdef0123ffff") == "0123 4567 89AB CDEF 0123"
