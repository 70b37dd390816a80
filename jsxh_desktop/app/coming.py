"""A row that is typed into before it is a record: what is logged of it at every key."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from jsxh_desktop.app.workspace import Workspace
from jsxh_desktop.domain.entry import Entry, entries
from jsxh_desktop.domain.place import Place

NOBODY = 0  # the id of a record that is still to come


def typing(
    workspace: Workspace, entry: Entry[Any], text: str, known: Mapping[Entry[Any], str]
) -> None:
    """A key was pressed in a row to come; `known` is what it will belong to: its project, its code.

    That way a crash can take neither the text nor where it belongs.
    """
    for other, said in known.items():
        if other is not entry:
            workspace.typing(Place(other, NOBODY), said if text else "")
    workspace.typing(Place(entry, NOBODY), text)


def known_of(record: Any) -> dict[Entry[Any], str]:
    """What a record that is fresh, or only offered, holds already."""
    held = {entry: entry.show(entry.of(record)) for entry in entries(type(record))}
    return {entry: text for entry, text in held.items() if text}
