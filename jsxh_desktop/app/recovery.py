"""What was typed but not kept when the program ended badly: the clerk chooses, field by field."""

from __future__ import annotations

from dataclasses import dataclass

from jsxh_desktop.app import reading
from jsxh_desktop.app.pages import BY_KEY, page_of
from jsxh_desktop.app.place import Place, value_at
from jsxh_desktop.app.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Lost:
    """One field: the page it is on, what the file holds, what was found beside it."""

    place: Place
    page: str
    stored: str
    found: str

    @property
    def label(self) -> str:
        return self.place.entry.label


def lost(workspace: Workspace) -> tuple[Lost, ...]:
    """The texts of this year found in the key log that the file does not hold."""
    return tuple(
        _lost(workspace, place, text)
        for place, text in workspace.texts.left_behind(workspace.unit).items()
    )


def take(workspace: Workspace, found: Lost) -> None:
    """Use what was found; one step of undo, or a draft where it does not read."""
    workspace.texts.take_up(found.place)
    workspace.leave(found.place, found.found, title=f"找回{found.label}")


def drop(workspace: Workspace, found: Lost) -> None:
    """Keep what is stored."""
    workspace.texts.forget(found.place)


def _lost(workspace: Workspace, place: Place, text: str) -> Lost:
    filing = workspace.filing
    stored = reading.shown(place.entry, value_at(filing, place), workspace.unit)
    page = BY_KEY[page_of(filing, place)].name
    return Lost(place, page, stored, text)
