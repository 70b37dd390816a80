"""What a view hands to the workspace: changes that are one press of Ctrl+Z, and their name."""

from __future__ import annotations

from typing import NamedTuple

from jsxh_desktop.domain.change import Change


class Step(NamedTuple):
    """`title` is what the change log, undo and the status line call the changes."""

    title: str
    changes: tuple[Change, ...]
