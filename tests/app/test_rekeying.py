"""Amounts keyed twice: every seeded difference is listed, nothing else is, and it can wait."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from jsxh_desktop.app.problem import Problem
from jsxh_desktop.app.rekeying import Rekeying, called
from jsxh_desktop.app.since_last_year import since_last_year
from jsxh_desktop.app.workspace import Workspace
from jsxh_desktop.domain.expenditure import ExpenditureLine
from jsxh_desktop.domain.money import Money
from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.three_public import ThreePublic

SHARES = 3
RECEPTION = Place(ThreePublic.reception_domestic)


@pytest.fixture
def workspace(workbook: Path) -> Iterator[Workspace]:
    opened = Workspace.open(workbook)
    yield opened
    opened.close()


@pytest.fixture
def rekeying(workspace: Workspace) -> Rekeying:
    return Rekeying(workspace)


def test_every_amount_is_asked_for_once(rekeying: Rekeying) -> None:
    places = rekeying.places
    assert len(set(places)) == len(places) > 50
    assert RECEPTION in places


def test_a_name_says_where_an_amount_stands(workspace: Workspace) -> None:
    line = next(each for each in workspace.filing.expenditure if each.functional == "2060701")
    said = called(workspace.filing, Place(ExpenditureLine.final, line.id))
    assert said.startswith("支出决算（功能）　2060701 机构运行")
    assert said.endswith(ExpenditureLine.final.label)


@pytest.mark.parametrize("seed", range(SHARES))
def test_the_differences_are_those_that_were_seeded(
    workspace: Workspace, rekeying: Rekeying, seed: int
) -> None:
    keyed = rekeying.places[seed::SHARES]
    wrong = set(random.Random(seed).sample(keyed, 5))  # noqa: S311 - a seeded choice
    for place in keyed:
        held = workspace.exact_text(place)
        rekeying.key(place, f"1{held}" if place in wrong else held)
    assert {each.place for each in rekeying.differing()} == wrong


def test_what_was_keyed_is_there_another_day(workspace: Workspace, rekeying: Rekeying) -> None:
    first = rekeying.next
    assert first
    rekeying.key(first, "123.45")
    again = Rekeying(workspace)
    assert (again.count, again.next) == (1, rekeying.next)


def test_an_amount_left_blank_is_an_answer(rekeying: Rekeying) -> None:
    rekeying.key(RECEPTION, "")
    (found,) = rekeying.differing()
    assert (found.first, found.second) == ("0.48", "（空）")


def test_what_does_not_read_is_asked_again(rekeying: Rekeying) -> None:
    with pytest.raises(Problem):
        rekeying.key(RECEPTION, "零点四八")
    assert rekeying.count == 0


def test_it_is_keyed_in_the_unit_that_is_looked_at(
    workspace: Workspace, rekeying: Rekeying
) -> None:
    workspace.look_in("元")
    rekeying.key(RECEPTION, str(Money(480000).fen // 100))
    assert rekeying.differing() == ()


def test_beginning_anew_throws_away_what_was_keyed(
    workspace: Workspace, rekeying: Rekeying
) -> None:
    rekeying.key(RECEPTION, "1")
    rekeying.begin_anew()
    assert (rekeying.count, Rekeying(workspace).count) == (0, 0)


def test_a_second_keying_is_no_change_of_the_year(workspace: Workspace, rekeying: Rekeying) -> None:
    before = workspace.filing, workspace.turns()
    rekeying.key(RECEPTION, "9.99")
    assert (workspace.filing, workspace.turns()) == before


def test_figures_are_laid_beside_those_of_last_year(workspace: Workspace) -> None:
    first, *_ = since_last_year(workspace.filing, "万元")
    assert (first.name, first.now) == ("收支总计", "161.94")
    assert first.change.startswith("+")
