"""Where one was before: pages gone to, each with the very field the caret was in."""

from __future__ import annotations

import tkinter as tk
from typing import NamedTuple

MOST = 30


class _Step(NamedTuple):
    page: str
    focus: tk.Misc | None


class Trail:
    """Remembers on leaving a page, gives back on returning."""

    def __init__(self) -> None:
        self._steps: list[_Step] = []

    def leave(self, page: str, focus: tk.Misc | None) -> None:
        """One goes on from here."""
        self._steps.append(_Step(page, focus))
        del self._steps[:-MOST]

    def back(self) -> tuple[str, tk.Misc | None]:
        """The page before and the field to return to, if it still stands; nothing at the start."""
        if not self._steps:
            return "", None
        page, focus = self._steps.pop()
        return page, focus if focus is not None and focus.winfo_exists() else None
