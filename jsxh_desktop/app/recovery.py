"""What was typed but not kept when the program ended badly: the clerk chooses, field by field."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from jsxh_desktop.app import by_name, reading
from jsxh_desktop.app.field_texts import is_row_to_come
from jsxh_desktop.app.pages import BY_KEY, page_of
from jsxh_desktop.app.workspace import Workspace
from jsxh_desktop.domain.entry import Entry, Kind
from jsxh_desktop.domain.place import Place, value_at


@dataclass(frozen=True, slots=True)
class Lost:
    """One field: the page it is on, what the file holds, what was found beside it.

    `moved` says what the text began from, where the file holds something else by now.
    """

    place: Place
    page: str
    stored: str
    found: str
    moved: str = ""

    @property
    def label(self) -> str:
        label = self.place.entry.label
        return f"{label}（新的一行）" if is_row_to_come(self.place) else label


def lost(workspace: Workspace) -> tuple[Lost, ...]:
    """The texts of this year found in the key log that the file does not hold."""
    return tuple(
        _lost(workspace, place, text)
        for place, text in workspace.texts.left_behind(workspace.unit).items()
    )


def take(workspace: Workspace, found: Lost) -> None:
    """Use what was found; one step of undo, or a draft where it does not read.

    Of a row that was no record yet all that was found is used: it comes back as one row.
    """
    if is_row_to_come(found.place):
        _add_row(workspace, found.place.entry.entity)
        return
    workspace.texts.take_up(found.place)
    workspace.leave(found.place, found.found, title=f"找回{found.label}")


def drop(workspace: Workspace, found: Lost) -> None:
    """Keep what is stored."""
    if is_row_to_come(found.place):
        workspace.texts.forget_row(found.place.entry.entity)
    else:
        workspace.texts.forget(found.place)


def _add_row(workspace: Workspace, entity: type[Any]) -> None:
    texts = {place.entry: text for place, text in workspace.texts.row(entity).items()}
    values, unread = {}, {}
    for entry, text in texts.items():
        try:
            values[entry.name] = _read(workspace, entry, text)
        except ValueError:
            unread[entry] = text
    key = workspace.add(entity(**values))
    if key is None:
        return
    workspace.texts.forget_row(entity)
    for entry, text in unread.items():
        workspace.leave(Place(entry, key), text)


def _read(workspace: Workspace, entry: Entry[Any], text: str) -> Any:
    """What was typed; a project by its id where the row belongs to it, else by its name."""
    if entry.kind is Kind.REFERENCE and text in {str(p.id) for p in workspace.filing.projects}:
        return entry.parse(text)
    return by_name.read(workspace.filing, entry, text, workspace.unit)


def _lost(workspace: Workspace, place: Place, text: str) -> Lost:
    filing = workspace.filing
    stored = reading.shown(place.entry, value_at(filing, place), workspace.unit)
    page = BY_KEY[page_of(filing, place)].name
    base = workspace.texts.moved_from(place, workspace.unit)
    moved = "" if base is None else f"打字以前是“{base}”，存着的后来又改过"
    return Lost(place, page, stored, text, moved)
