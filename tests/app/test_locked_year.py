"""A locked year on the desk: nothing is written, and the clerk is told once in a sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from jsxh_desktop.app.workspace import Workspace
from jsxh_desktop.domain.change import Put
from jsxh_desktop.domain.edition import Act
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.money import wan
from jsxh_desktop.domain.organization import Duty, Organization
from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.three_public import ThreePublic
from jsxh_desktop.store.file import Workbook
from jsxh_desktop.store.keylog import beside, recovered

NAME = Place(Organization.short_name)
REFUSED = "2021年度已经定稿，只能看。要改先解除定稿"


@pytest.fixture
def told() -> list[str]:
    return []


@pytest.fixture
def locked(workbook: Path, told: list[str]) -> Iterator[Workspace]:
    with Workbook.open(workbook) as opened:
        opened.sign_offs.sign(1, Act.HAND_OVER)
        opened.sign_offs.sign(1, Act.FINALISE)
    workspace = Workspace.open(workbook, warned=told.append)
    yield workspace
    workspace.close()


WAYS: dict[str, Callable[[Workspace], object]] = {
    "a field": lambda each: each.leave(NAME, "区协"),
    "an amount": lambda each: each.leave(Place(ThreePublic.reception_domestic), "0.50"),
    "a tick": lambda each: each.edit(NAME, "区协"),
    "a batch": lambda each: each.apply("改", [Put(ThreePublic.reception_domestic, wan("1"))]),
    "a new row": lambda each: each.add(Duty("新的一条")),
    "a row less": lambda each: each.remove(Duty, 1),
    "another order": lambda each: each.move(Duty, 1, 2),
    "undo": lambda each: each.undo(),
    "redo": lambda each: each.redo(),
    "a text that does not read": lambda each: each.leave(Place(ThreePublic.running), "零点八"),
}


@pytest.mark.parametrize("way", WAYS)
def test_nothing_is_written_and_one_sentence_says_why(
    locked: Workspace, told: list[str], way: str
) -> None:
    before = locked.filing
    WAYS[way](locked)
    locked.flush()
    assert (locked.filing, locked.trouble, locked.drafts) == (before, "", {})
    assert told == [REFUSED]


def test_leaving_a_field_as_it_is_says_nothing(locked: Workspace, told: list[str]) -> None:
    place = Place(ThreePublic.reception_domestic)
    for text in (locked.text(place), locked.exact_text(place)):
        assert locked.leave(place, text)
    assert told == []


def test_keys_pressed_in_a_locked_year_are_not_kept(locked: Workspace, workbook: Path) -> None:
    locked.typing(NAME, "区")
    assert recovered(beside(workbook)) == ()


def test_a_year_put_before_a_locked_one_is_refused_without_trouble(
    locked: Workspace, told: list[str]
) -> None:
    assert not locked.begin(Filing(2020))
    assert locked.trouble == ""
    assert "已经定稿" in told[0]


def test_the_year_after_a_locked_one_is_begun_as_ever(locked: Workspace) -> None:
    assert locked.begin(Filing(2022))
    assert locked.lock.refusal == ""
    assert locked.leave(NAME, "区协")


def test_the_year_before_a_locked_one_says_which_year_locks_it(
    workbook: Path, told: list[str]
) -> None:
    with Workbook.open(workbook) as opened:
        opened.save(Filing(2020))
        opened.sign_offs.sign(1, Act.HAND_OVER)
        opened.sign_offs.sign(1, Act.FINALISE)
    workspace = Workspace.open(workbook, 2020, warned=told.append)
    workspace.leave(NAME, "区协")
    workspace.close()
    assert told == ["2021年度已经定稿，2020年度的数印在里面，只能看。要改先解除2021年度的定稿"]
