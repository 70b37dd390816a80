"""What a page may ask of the window around it."""

from __future__ import annotations

import tkinter as tk
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Protocol, runtime_checkable

from jsxh_desktop.app.checker import Checker
from jsxh_desktop.app.settings import Settings
from jsxh_desktop.app.workspace import Workspace
from jsxh_desktop.domain.place import Place
from jsxh_desktop.ui.theme import Theme


class Shell(Protocol):
    """The frame of the window, seen from a page."""

    @property
    def theme(self) -> Theme: ...

    @property
    def workspace(self) -> Workspace: ...

    @property
    def settings(self) -> Settings: ...

    @property
    def checker(self) -> Checker:
        """What is known of the filing: findings, blanks."""

    @property
    def root(self) -> tk.Tk: ...

    @property
    def do(self) -> Mapping[str, Callable[..., object]]:
        """The commands of the keys and bars, by name."""

    def go(self, page: str, place: Place | None = None) -> Any:
        """Put a page on the desk and the caret into one of its fields; the view of the page."""

    def back(self) -> None:
        """Return to the page before and to the field the caret was in."""

    def open(self, path: Path) -> None:
        """Put another workbook on the desk; one that cannot be opened is told of."""

    def jump(self, place: Place) -> None:
        """Go to the page that holds a value and put the caret there."""

    def tell(self, text: str, action: str = "", do: Callable[[], object] | None = None) -> None:
        """Say something in the status line for eight seconds, with one thing to do about it."""

    def help(self, topic: str) -> None:
        """Open the manual at an article, by the key of a page or `entity.entry`."""

    def post(self, work: Callable[[], object]) -> None:
        """Have something done in the window's thread; callable from any thread."""

    def change_settings(self, **changes: object) -> None:
        """Keep a setting and show it at once."""


class View(Protocol):
    """A page on the desk."""

    @property
    def widget(self) -> tk.Widget: ...

    def show_place(self, place: Place) -> bool:
        """Put the caret into a field; whether this page has it."""

    def flush(self) -> None:
        """Leave the field in focus, so that what stands in it counts."""

    def refresh(self) -> None:
        """Bring what is shown in line with the filing; called after every change and on showing."""

    def focus_first(self) -> None:
        """Put the caret where work begins."""


@runtime_checkable
class ShowsFields(Protocol):
    """A page that knows which of its fields the caret is in."""

    def topic(self) -> str:
        """The field as the manual knows it, `entity.entry`; nothing where it is in none."""


@runtime_checkable
class ShowsSteps(Protocol):
    """A page that shows some of what is taken back or done again without a field for it."""

    def show_step(self, place: Place) -> bool:
        """Put the focus on what a step changed; whether it is to be seen here as it is."""
