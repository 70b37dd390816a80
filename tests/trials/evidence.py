"""What of the texts that stood on the screen is still there after a program that was killed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from difflib import SequenceMatcher
from pathlib import Path
from typing import NamedTuple

from jsxh_desktop.app import reading, recovery
from jsxh_desktop.app.workspace import Workspace
from jsxh_desktop.domain.entry import Kind
from jsxh_desktop.domain.filing import LISTS, attribute_of
from jsxh_desktop.domain.place import Place, value_at
from jsxh_desktop.store.records import entity_of

At = tuple[str, int, str]
"""A field as the program tells it: table, id of the record, column; 0 for one still to come."""

NUMBERS = {Kind.WHOLE, Kind.MONEY, Kind.NUMBER}


class Loss(NamedTuple):
    """A text that is not there as it was shown, and what comes nearest to it."""

    at: At
    shown: str
    found: str

    @property
    def characters(self) -> int:
        return len(self.shown) - _kept(self.shown, self.found)


def losses(workbook: Path, shown: Mapping[At, str]) -> tuple[Loss, ...]:
    """The texts of which a character is neither a value, nor a draft, nor found again.

    Raises Problem where the workbook does not open.
    """
    workspace = Workspace.open(workbook)
    try:
        recovered = {each.place: each.found for each in recovery.lost(workspace)}
        looked = (_loss(workspace, recovered, at, text) for at, text in shown.items())
        return tuple(loss for loss in looked if loss and loss.characters)
    finally:
        workspace.close()


def _loss(
    workspace: Workspace, recovered: Mapping[Place, str], at: At, painted: str
) -> Loss | None:
    place = _place(at)
    if _is_value(workspace, place, painted):
        return None
    text = _said(place, painted)
    return Loss(at, text, _nearest(text, _texts(workspace, recovered, place)))


def _place(at: At) -> Place:
    table, key, name = at
    return Place(getattr(entity_of(table), name), key)


def _texts(workspace: Workspace, recovered: Mapping[Place, str], place: Place) -> Iterator[str]:
    """All that a field, or one of a new row, holds one way or another."""
    entity = place.entry.entity
    places = [place]
    if entity in LISTS.values() and not place.key:
        records = getattr(workspace.filing, attribute_of(entity))
        places += [Place(place.entry, record.id) for record in records]
    for each in places:
        yield workspace.exact_text(each)
        yield recovered.get(each, "")


def _is_value(workspace: Workspace, place: Place, text: str) -> bool:
    """Whether a text reads as what the workbook holds: 007 is 7."""
    try:
        value = reading.read(place.entry, text, workspace.unit)
    except ValueError:
        return False
    return bool(value == value_at(workspace.filing, place))


def _said(place: Place, text: str) -> str:
    """A number without the zeros before it: left as 007 it is 7, and may be typed on as 78."""
    return text.lstrip("0") if place.entry.kind in NUMBERS else text


def _nearest(shown: str, found: Iterable[str]) -> str:
    return max(found, key=lambda each: _kept(shown, each))


def _kept(shown: str, found: str) -> int:
    """How many characters of one text stand in another in their order."""
    there = iter(found)
    if all(character in there for character in shown):
        return len(shown)
    blocks = SequenceMatcher(None, shown, found, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks)
