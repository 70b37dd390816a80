"""The parts of the window F6 walks through: navigation, desk, findings, top bar."""

from __future__ import annotations

import tkinter as tk
from collections.abc import Sequence
from typing import Protocol

from jsxh_desktop.ui.topic import focused, is_within


class Zone(Protocol):
    """A part of the window that can take the focus."""

    @property
    def widget(self) -> tk.Widget: ...

    def focus(self) -> None:
        """Put the focus where work in this part begins."""


def walk(root: tk.Misc, zones: Sequence[Zone], by: int, home: int) -> None:
    """Focus the zone after the one that has the focus; `home` counts where none has it."""
    at = focused(root)
    inside = (place for place, zone in enumerate(zones) if is_within(at, zone.widget))
    zones[(next(inside, home) + by) % len(zones)].focus()
