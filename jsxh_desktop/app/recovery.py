"""What was typed but not kept when the program ended badly: the clerk chooses, field by field."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from jsxh_desktop.app import by_name, reading, reviewing
from jsxh_desktop.app.logged_fields import is_row_to_come
from jsxh_desktop.app.pages import BY_KEY, page_of
from jsxh_desktop.app.workspace import Workspace
from jsxh_desktop.domain.entry import Entry, Kind
from jsxh_desktop.domain.place import Place, value_at
from jsxh_desktop.domain.review import Review


@dataclass(frozen=True, slots=True)
class Lost:
    """One field: its name and page, what the file holds, what was found beside it.

    `moved` says what the text began from, where the file holds something else by now.
    """

    place: Place
    label: str
    page: str
    stored: str
    found: str
    moved: str = ""


def lost(workspace: Workspace) -> tuple[Lost, ...]:
    """The texts of this year found in the key log that the file does not hold.

    Of an account that was not confirmed the reason stands for all.
    """
    texts = workspace.texts.left_behind(workspace.unit)
    accounts = dict.fromkeys(place.key for place in texts if _is_of_account(place))
    plain = {place: text for place, text in texts.items() if not _is_of_account(place)}
    return (
        *(_lost(workspace, place, text) for place, text in plain.items()),
        *(found for key in accounts if (found := _account(workspace, key))),
    )


def title(found: Sequence[Lost]) -> str:
    """What there is to choose from; a reason that was not confirmed waits without a bad end."""
    if not found:
        return "没有要找回的"
    if all(_is_of_account(each.place) for each in found):
        return f"上次有 {len(found)} 处核实没有写完"
    return f"上次没有正常关闭，找回了 {len(found)} 处"


def take(workspace: Workspace, found: Lost) -> None:
    """Use what was found; one step of undo, or a draft where it does not read.

    Of a row that was no record yet all that was found is used: it comes back as one row.
    """
    if _is_of_account(found.place):
        now = datetime.datetime.now().astimezone()
        begun = reviewing.account_begun(workspace, found.place.key)
        step = reviewing.found_again(workspace.filing, begun, now)
        if workspace.apply(step.title, step.changes):
            workspace.texts.forget_row(Review, found.place.key)
    elif is_row_to_come(found.place):
        _add_row(workspace, found.place.entry.entity, found.place.key)
    else:
        workspace.texts.take_up(found.place)
        workspace.leave(found.place, found.found, title=f"找回{found.label}")


def drop(workspace: Workspace, found: Lost) -> None:
    """Keep what is stored."""
    if is_row_to_come(found.place):
        workspace.texts.forget_row(found.place.entry.entity, found.place.key)
    else:
        workspace.texts.forget(found.place)


def _add_row(workspace: Workspace, entity: type[Any], to_come: int) -> None:
    texts = {place.entry: text for place, text in workspace.texts.row(entity, to_come).items()}
    if not texts:  # another text of it was chosen before
        return
    values, unread = {}, {}
    for entry, text in texts.items():
        try:
            values[entry.name] = _read(workspace, entry, text)
        except ValueError:
            unread[entry] = text
    key = workspace.add(entity(**values))
    if key is None:
        return
    workspace.texts.forget_row(entity, to_come)
    for entry, text in unread.items():
        workspace.leave(Place(entry, key), text)


def _read(workspace: Workspace, entry: Entry[Any], text: str) -> Any:
    """What was typed; a project by its id where the row belongs to it, else by its name."""
    if entry.kind is Kind.REFERENCE and text in {str(p.id) for p in workspace.filing.projects}:
        return entry.parse(text)
    return by_name.read(workspace.filing, entry, text, workspace.unit)


def _is_of_account(place: Place) -> bool:
    return place.entry.entity is Review and is_row_to_come(place)


def _account(workspace: Workspace, key: int) -> Lost | None:
    """An account to choose; one of which the log lost a part is of no use."""
    begun = reviewing.account_begun(workspace, key)
    place = Place(Review.reason, key)
    if not (begun.rule and begun.reason):
        workspace.texts.forget_row(Review, key)
        return None
    page = BY_KEY[page_of(workspace.filing, place)].name
    stored = f"还没有核实：{begun.finding}"
    return Lost(place, f"核实 {begun.rule}", page, stored, begun.reason)


def _lost(workspace: Workspace, place: Place, text: str) -> Lost:
    filing = workspace.filing
    stored = reading.shown(place.entry, value_at(filing, place), workspace.unit)
    page = BY_KEY[page_of(filing, place)].name
    base = workspace.texts.moved_from(place, workspace.unit)
    moved = "" if base is None else f"打字以前是“{base}”，存着的后来又改过"
    label = place.entry.label
    if is_row_to_come(place):
        label += "（新的一行）"
    return Lost(place, label, page, stored, text, moved)
