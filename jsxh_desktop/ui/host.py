"""What a page may ask that stands with a workbook or without: on the desk or in the lobby."""

from __future__ import annotations

import tkinter as tk
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from jsxh_desktop.app.settings import Settings
from jsxh_desktop.ui.theme import Theme


class Host(Protocol):
    """The frame of the window or the lobby, seen from a page; `Shell` offers all of this too."""

    @property
    def theme(self) -> Theme: ...

    @property
    def settings(self) -> Settings: ...

    @property
    def root(self) -> tk.Tk: ...

    def tell(self, text: str, action: str = "", do: Callable[[], object] | None = None) -> None:
        """Say something that covers nothing, with one thing to do about it."""

    def help(self, topic: str) -> None:
        """Open the manual at an article, by the key of a page or `entity.entry`."""

    def post(self, work: Callable[[], object]) -> None:
        """Have something done in the window's thread; callable from any thread."""

    def change_settings(self, **changes: object) -> None:
        """Keep a setting and show it at once."""

    def open(self, path: Path) -> None:
        """Put another workbook on the desk; one that cannot be opened is told of."""

    def back(self) -> None:
        """Go back to where one was."""
