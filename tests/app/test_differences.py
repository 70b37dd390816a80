"""What changed since an edition: the very values, however the rows around them moved."""

from __future__ import annotations

import dataclasses

import pytest

from jsxh_desktop.app.differences import ABSENT, BLANK, differences
from jsxh_desktop.app.sample import sample
from jsxh_desktop.domain.expenditure import ExpenditureLine
from jsxh_desktop.domain.filing import Filing, with_added, with_value, without
from jsxh_desktop.domain.money import wan
from jsxh_desktop.domain.organization import Duty, Organization
from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.project import Project
from jsxh_desktop.domain.three_public import ThreePublic
from jsxh_desktop.store.canonical import canonical

BEFORE = sample()


def told(after: Filing, before: Filing = BEFORE) -> list[tuple[str, str, str]]:
    found = differences(canonical(before), after, "万元")
    return [(each.what, each.before, each.after) for each in found]


def test_nothing_differs_from_itself() -> None:
    assert told(BEFORE) == []


def test_a_changed_amount_is_told_in_the_unit_looked_at() -> None:
    after = with_value(BEFORE, ThreePublic.reception_domestic, wan("0.50"))
    assert told(after) == [("三公经费与接待　国内公务接待费决算", "0.48", "0.50")]


def test_a_changed_value_says_where_it_is_filled_in() -> None:
    line = BEFORE.expenditure[3]
    after = with_value(BEFORE, ExpenditureLine.final, wan("1"), line.id)
    (found,) = differences(canonical(BEFORE), after, "万元")
    assert found.place == Place(ExpenditureLine.final, line.id)
    assert found.row == line.functional or found.row == line.economic


@pytest.mark.parametrize("place", [0, 2, None])
def test_a_row_put_in_is_one_difference(place: int | None) -> None:
    after = with_added(BEFORE, Duty("新的一条", id=99), place)
    assert told(after) == [("主要职能", ABSENT, "新的一条")]


def test_a_row_taken_out_is_one_difference() -> None:
    gone = BEFORE.duties[1]
    assert told(without(BEFORE, Duty, gone.id)) == [("主要职能", gone.text, ABSENT)]


def test_a_value_no_longer_there_is_blank() -> None:
    after = with_value(BEFORE, Organization.short_name, "")
    name = BEFORE.organization.short_name
    assert told(after) == [("单位概况　单位简称", name, BLANK)]


def test_a_line_that_lost_its_project_names_it() -> None:
    project = BEFORE.projects[0]
    line = next(each for each in BEFORE.expenditure if each.project == project.id)
    after = with_value(BEFORE, ExpenditureLine.project, None, line.id)
    ((_, before, now),) = told(after)
    assert (before, now) == (project.name, BLANK)


def test_a_change_of_the_year_before_says_so_and_leads_nowhere() -> None:
    first = dataclasses.replace(BEFORE, before=Filing(2020, projects=(Project("甲"),)))
    after = dataclasses.replace(BEFORE, before=Filing(2020, projects=(Project("乙"),)))
    (found,) = differences(canonical(first), after, "万元")
    assert found.what.startswith("上年度")
    assert found.place is None
